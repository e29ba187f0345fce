// SPDX-License-Identifier: Apache-2.0
// What a commission must do without delay in a case and has not done yet: send a team, pass a
// report on, tell the commanders; and what becomes of it by the clock. Pure. Spec: views.md §9.
#pragma once

#include <map>
#include <tuple>

#include "views/judged.h"

namespace armistice {

class WaitingSteps {
 public:
  explicit WaitingSteps(const AgreementInForce& agreement)
      : agreement_(agreement), now_(agreement.folder.agreement.effective.utc) {}

  /// A request, a report or a determination, from which on a commission owes what follows; nothing
  /// if the agreement has no such term. Of the requests of a case the newest one waits.
  void begin(Prompt what, const Subject& from, const std::string& commission, Rows& rows);
  /// It is done: judged, of the record from which it was owed, so that one occasion has one finding
  /// whatever becomes of it. `from` is the record of begin().
  void end(Prompt what, LeafIndex from, const Subject& done, const Table& table, Rows& rows);
  /// A team is sent in a case.
  void send(const Subject& sent, const Table& table, Rows& rows);
  /// A record is taken back: nothing is owed for it any more.
  void take_back(LeafIndex from, Rows& rows);
  /// A case is at its end: nothing is owed in it any more.
  void close(LeafIndex case_index, Rows& rows);
  /// The clock moves: judged is whatever passed an hour that some reading gives.
  void pass(UtcSeconds now, LeafIndex clock, const Table& table, Rows& rows);

  Json save() const;
  /// Errors: `damaged`.
  Result<void> load(const Json& state);

 private:
  using Key = std::tuple<std::uint64_t, Prompt, std::uint64_t>;  // case, what, from which record
  struct Owed {
    Digest id;  // of the record
    std::string commission;
    UtcSeconds since;
  };
  /// Takes one out of what waits, and gives the next.
  std::map<Key, Owed>::iterator drop(std::map<Key, Owed>::iterator owed, Rows& rows);
  const Term* term_for(Prompt what, const std::string& commission) const;
  void finish(std::map<Key, Owed>::iterator owed, const Subject& done, const Table& table,
              Rows& rows);

  const AgreementInForce& agreement_;
  std::map<Key, Owed> waiting_;
  UtcSeconds now_;  // circle time
};

}  // namespace armistice
