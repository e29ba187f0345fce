// SPDX-License-Identifier: Apache-2.0
// When bodies met and what they decided: sessions with who was there, motions with their ballots.
// A part of the view of bodies. Spec: views.md §6.
#pragma once

#include <map>

#include "views/bodies/seating.h"

namespace armistice {

class Sessions {
 public:
  Sessions(const AgreementInForce& agreement, const Seating& seating)
      : agreement_(agreement), seating_(seating) {}

  void take(const Session& said, const Folded& entry, Irregularities& notices, Rows& rows);
  void take(const Motion& said, const Folded& entry, Irregularities& notices, Rows& rows);
  void take(const MotionBallot& said, const Folded& entry, Irregularities& notices, Rows& rows);
  /// A record was taken back as a whole.
  void take_back(LeafIndex index, const Folded& entry, Rows& rows);

  Json save() const;
  /// Errors: `damaged`.
  Result<void> load(const Json& state);

 private:
  struct Last {
    LeafIndex index;
    std::int64_t number = 0;
    UtcSeconds closed;
  };
  struct Voted {
    LeafIndex index;
    std::string by;    // the member
    std::string hand;  // whose ballot it is: the member's or its alternate's
    Vote vote = Vote::in_favour;
  };
  struct Moved {
    LeafIndex index;
    std::string body;
    std::string state = "open";
    std::vector<Voted> votes;  // each member's last
  };

  bool is_of(const std::string& body, const Header& header, Irregularities& notices) const;
  void judge(const Session& said, const Subject& subject, Rows& rows) const;
  void decide(const Digest& id, Moved& motion, LeafIndex at, Rows& rows) const;
  Result<void> load_motions(const Json::Array& saved);

  const AgreementInForce& agreement_;
  const Seating& seating_;
  std::map<std::string, Last> last_;  // [body]: the session before the next
  std::map<Digest, Moved> motions_;   // [id]
  // [record]: the motion that it is, or on which it is a vote
  std::map<std::uint64_t, Digest> motion_of_;
};

}  // namespace armistice
