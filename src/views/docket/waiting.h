// SPDX-License-Identifier: Apache-2.0
// Requests for which no team has been sent yet, and what becomes of them by the clock. Pure.
// Spec: views.md §9.
#pragma once

#include <map>

#include "views/judged.h"

namespace armistice {

class WaitingRequests {
 public:
  explicit WaitingRequests(const AgreementInForce& agreement)
      : agreement_(agreement), now_(agreement.folder.agreement.effective.utc) {}

  /// A commission is asked in a case; its newest request is the one that waits.
  void ask(LeafIndex of_case, const Subject& request, const std::string& commission);
  /// A team is sent in a case: judged, of the record that says so.
  void send(LeafIndex of_case, const Subject& sent, const Table& table, Rows& rows);
  /// A request is taken back.
  void take_back(LeafIndex request);
  /// The clock moves: judged is whatever passed an hour that some reading gives.
  void pass(UtcSeconds now, LeafIndex clock, const Table& table, Rows& rows);

  Json save() const;
  /// Errors: `damaged`.
  Result<void> load(const Json& state);

 private:
  struct Request {
    LeafIndex index;
    Digest id;
    std::string commission;
    UtcSeconds asked;
  };
  const Term* term_for(const std::string& commission) const;

  const AgreementInForce& agreement_;
  std::map<std::uint64_t, Request> waiting_;  // [case]
  UtcSeconds now_;                            // circle time
};

}  // namespace armistice
