// SPDX-License-Identifier: Apache-2.0
// Who is invited to a body and who sits in it: invitations with what is answered to them, members
// and their alternates by name. A part of the view of bodies. Spec: views.md §6.
#pragma once

#include <map>

#include "views/judged.h"

namespace armistice {

class Seating {
 public:
  explicit Seating(const AgreementInForce& agreement) : agreement_(agreement) {}

  void take(const Invitation& said, const Folded& entry, Irregularities& notices, Rows& rows);
  void take(const Reply& said, const Folded& entry, Irregularities& notices, Rows& rows);
  void take(const Appointment& said, const Folded& entry, Irregularities& notices, Rows& rows);
  /// A record was taken back as a whole.
  void take_back(LeafIndex index, const Folded& entry, Rows& rows);

  /// The member for whom this name votes: itself, or the member whose alternate it was appointed;
  /// empty: it has no vote in the body.
  std::string votes_as(std::string_view body, const std::string& name) const;
  /// Those who go in a team, by their grades as they were appointed to it.
  Graded graded_team(std::string_view team, const std::vector<std::string>& seats,
                     Grade floor) const;
  /// Whether the agreement, or an appointment, lets this name speak in the body.
  bool sits(std::string_view body, const std::string& name) const;

  Json save() const;
  /// Errors: `damaged`.
  Result<void> load(const Json& state);

 private:
  /// A seat to which a state was invited; the last invitation counts.
  struct Seat {
    std::string body;
    std::string state;
    std::string invited_by;  // the side
    LeafIndex invited_at;
    Digest invitation;
    std::string answer;  // of the state: `accepts`, `declines`; empty: none yet
    LeafIndex answered_at;
    bool objected = false;  // by the other side
    LeafIndex objected_at;

    std::string_view status() const;
  };
  struct Holder {
    LeafIndex index;
    std::string body;
    std::string seat;
    Part part = Part::member;
    std::string person;
    std::string nationality;
    Grade grade = Grade::general_or_flag;
  };

  /// A seat, and who holds it; nobody: nobody was appointed to it.
  using SeatHeld = std::pair<std::string, const Holder*>;
  Graded graded(const std::vector<SeatHeld>& seats, Grade floor) const;
  void put_seat(const std::string& name, LeafIndex since, Rows& rows) const;
  bool may_appoint(const Appointment& said, const Header& header, Irregularities& notices) const;
  void notice(const Appointment& said, Irregularities& notices) const;
  void replace(const Appointment& said, LeafIndex at, Irregularities& notices, Rows& rows);
  void judge_nationality(const Holder& holder, const Subject& subject, Rows& rows) const;
  void judge_appointed(const Holder& holder, const Subject& subject, Rows& rows) const;
  void judge_alternates(const TreatyBody& body, const Subject& subject, Rows& rows) const;
  void judge_members(const std::string& body, const Subject& subject, Rows& rows) const;
  void judge_grades(const std::string& body, const Subject& subject, Rows& rows) const;
  bool is_full(const TreatyBody& body) const;
  const Holder* holder_of(std::string_view body, std::string_view seat, Part part) const;
  Result<void> load_seats(const Json::Array& saved);
  Result<void> load_holders(const Json::Array& saved);

  const AgreementInForce& agreement_;
  std::map<std::string, Seat> seats_;  // [the name of the seat]
  std::vector<Holder> holders_;        // those who hold a part now, in the order appointed
};

}  // namespace armistice
