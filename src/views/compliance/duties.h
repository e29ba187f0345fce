// SPDX-License-Identifier: Apache-2.0
// Duties: what the agreement's hours ask of whom, and when. The book knows each duty's next
// occasion under every reading; a clock record that passes an occasion's hour unfulfilled closes it
// as overdue, a record that does what was due closes it in time or late. Pure; its time is the
// register's clock, moved by the scenario's offset. Spec: views.md §10.
#pragma once

#include <map>
#include <optional>
#include <set>

#include "views/judged.h"

namespace armistice {

/// One duty of one bearer on one day; day 0 of a duty that is done once.
struct Occasion {
  std::string term;
  std::string by;
  std::int64_t day = 0;
  friend auto operator<=>(const Occasion&, const Occasion&) = default;
};

/// `1953-08-05`, or empty.
std::string day_text(const Occasion& occasion);
/// As findings name it: `unc 1953-08-05`, or `unc`.
std::string occasion_text(const Occasion& occasion);

/// What became of an occasion under one reading.
struct DutyState {
  Occasion occasion;
  std::string reading;
  UtcSeconds due;
  std::string state;  // fulfilled, late, overdue
  Finding finding;
};

/// A record.
struct DutyEvidence {
  LeafIndex index;
  Digest id;
};

/// When an occasion is due under the reading in use, for what is not on record yet.
/// REQUIRES: the term is a ReportDue, or has a deadline_in.
UtcSeconds due_of(const Term& term, const CivilTime& effective, std::int64_t day);

class DutyBook {
 public:
  explicit DutyBook(const AgreementInForce& agreement);

  /// The occasion that a side's own movement report of a day fulfils; of each such term.
  std::vector<Occasion> of_movement(const std::string& side, std::int64_t day) const;
  /// The occasion that a fulfilment names. Errors, as the irregularity's word: `unknown_duty`,
  /// `unknown_occasion`, `not_owed`.
  Result<Occasion> of_fulfilment(const Fulfilment& said, std::string_view author) const;

  /// Opens an occasion that is done no more; what is overdue by now is given as such.
  std::vector<DutyState> reopen(const Occasion& occasion);
  bool is_done(const Occasion& occasion) const { return done_.contains(occasion); }
  /// Closes an occasion by a record, under every reading.
  std::vector<DutyState> fulfil(const Occasion& occasion, LeafIndex by, UtcSeconds at);
  /// Opens what a record fulfilled; what is overdue by now is given as such.
  std::vector<DutyState> take_back(LeafIndex index, std::vector<Occasion>& opened);
  /// The agreement was amended: what is due from here on is due by the new text. What passed
  /// before is not asked for again, nor is an hour of the new text that is past.
  void amend();
  /// The record on which the finding of an occasion rests: the clock record that found it overdue
  /// first, whatever becomes of it later, else the one at hand. So it has one finding.
  DutyEvidence evidence_of(const DutyState& duty, const DutyEvidence& at_hand);
  /// Moves the clock: what became overdue, at most limits::duties_closed_at_once at a time.
  std::vector<DutyState> pass(UtcSeconds now);

  Json save() const;
  /// Errors: `damaged`.
  Result<void> load(const Json& state);

 private:
  /// A duty of one bearer under one reading, with its next occasion that no clock has passed.
  struct Watch {
    Term term;  // as this reading has it
    std::string reading;
    std::string by;
    std::int64_t next = 0;  // number of the occasion
  };
  struct Done {
    LeafIndex by;
    UtcSeconds at;
  };

  std::vector<Watch> watches_of_agreement() const;
  bool recurs(const Term& term) const;
  std::int64_t day_at(const Watch& watch, std::int64_t number) const;
  bool has_occasion(const Term& term, std::int64_t day) const;
  DutyState state_of(const Watch& watch, std::int64_t day, std::optional<UtcSeconds> done) const;

  const AgreementInForce& agreement_;
  std::vector<Watch> watches_;
  std::map<Occasion, Done> done_;
  std::map<std::uint64_t, std::vector<Occasion>> done_by_;
  std::map<std::pair<Occasion, std::string>, DutyEvidence> overdue_;  // by occasion and reading
  UtcSeconds now_;  // circle time; nothing is due before the effective hour
};

}  // namespace armistice
