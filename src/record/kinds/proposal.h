// SPDX-License-Identifier: Apache-2.0
// proposal/1: where a side stands on an issue, in its words, and what became of what it said
// before. Spec: kinds/proposal.md.
#pragma once

#include "record/kinds/field_list.h"

namespace armistice {

enum class ProposalAct : std::uint8_t {
  proposes,
  restates,
  changes,
  drops,
  accepts,  // of the other side
  refuses,  // of the other side
  defines,  // what it means by a word: the issue
};
inline constexpr std::array<std::string_view, 7> proposal_act_words = {
    "proposes", "restates", "changes", "drops", "accepts", "refuses", "defines"};

struct Proposal {
  static constexpr std::string_view kind = "proposal/1";
  Salt salt;
  std::string issue;
  std::string side;
  ProposalAct act = ProposalAct::proposes;
  StatedDay day;
  std::optional<Digest> of;      // the proposal that it is about
  std::int64_t alternative = 0;  // of several; 0: the whole
  std::string value;             // in a few words, for a table
  std::string condition;         // empty: none
  std::string linked;            // the issue that it hangs on; empty: none
  std::string source;            // document, and place in it
  std::string text;              // word for word; [brackets] stand round what is not agreed
  friend bool operator==(const Proposal&, const Proposal&) = default;
};

/// Errors: `malformed`, `too_large`, `out_of_range`.
Result<Proposal> read_proposal(const Json& body);
Json to_json(const Proposal& proposal);

}  // namespace armistice
