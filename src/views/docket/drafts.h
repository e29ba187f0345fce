// SPDX-License-Identifier: Apache-2.0
// Joint records that were put on record while signatures were missing: who has signed, until when,
// and what became of each. Spec: kinds/draft.md, views.md §9.
#pragma once

#include <map>
#include <set>

#include "views/judged.h"

namespace armistice {

struct WaitingDraft {
  Digest id;  // that the joint record will have
  Digest case_id;
  LeafIndex index;  // of the record that lodged it last
  std::string kind;
  std::string by;
  std::vector<std::string> signers;
  std::string lines;  // one a signer, in the order in which they came
  UtcSeconds until;
  std::string state = "waits";  // signed, lapsed, withdrawn

  std::vector<std::string> signed_by() const;
  std::vector<std::string> missing() const;
};

class Drafts {
 public:
  /// Takes a draft in, or adds its lines to the same that waits. Gives it, or the word and detail
  /// of why it has no force.
  struct Refused {
    std::string word;
    std::string detail;
  };
  using Lodged = std::variant<const WaitingDraft*, Refused>;
  Lodged lodge(const Draft& body, const Record& record, LeafIndex index,
               const AgreementInForce& agreement);

  /// Ends a draft that waits; gives it, or nothing if none with that id waits.
  const WaitingDraft* close(const Digest& id, std::string_view state);
  /// Takes a signer's withdrawal; gives the draft that it ends.
  const WaitingDraft* withdraw(const Digest& id, const std::string& signer);
  /// Ends every draft whose last hour is not after `now`, in the order of their ids.
  std::vector<const WaitingDraft*> lapse(UtcSeconds now);
  /// The draft that a record lodged; nothing if it lodged none.
  const WaitingDraft* lodged_at(LeafIndex index) const;

  Json save() const;
  /// Errors: `damaged`.
  Result<void> load(const Json& state);

 private:
  std::map<Digest, WaitingDraft> drafts_;               // all that were lodged
  std::set<std::pair<Digest, std::string>> withdrawn_;  // draft, signer: before it was lodged
};

}  // namespace armistice
