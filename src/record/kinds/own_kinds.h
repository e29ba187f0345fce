// SPDX-License-Identifier: Apache-2.0
// What a side keeps to itself about a conference: instructions asked and given, how far it would
// go and on what condition, what is not to be said in public. One family, and one file, since each
// of its kinds has force in a side's own register alone. Spec: kinds/README.md, and a page a kind.
#pragma once

#include "record/kinds/field_list.h"

namespace armistice {

/// One of the ways out that a delegation sees, and what speaks for and against it.
struct RequestOption {
  std::string option;
  std::string arguments;
  friend bool operator==(const RequestOption&, const RequestOption&) = default;
};

/// instruction-request/1: a delegation asks what it is to do.
struct InstructionRequest {
  static constexpr std::string_view kind = "instruction-request/1";
  Salt salt;
  std::string issue;
  std::string question;
  std::vector<RequestOption> options;
  StatedDay due;       // by when it is needed
  std::string source;  // document, and place in it
  std::string text;
  friend bool operator==(const InstructionRequest&, const InstructionRequest&) = default;
};

/// instruction/1: what a delegation is told to do, asked or not.
struct Instruction {
  static constexpr std::string_view kind = "instruction/1";
  Salt salt;
  std::optional<Digest> request;  // nothing: nobody asked
  std::string issue;
  std::int64_t option = 0;  // of the request; 0: none of them
  std::string by;           // who gives it
  StatedDay day;
  std::string source;  // document, and place in it
  std::string text;
  friend bool operator==(const Instruction&, const Instruction&) = default;
};

/// A position that a side would take, below the one before it, and what has to happen first.
struct Rung {
  std::string position;   // in the words by which a proposal names it
  std::string also;       // other words for the same; empty: none
  std::string condition;  // which releases it
  friend bool operator==(const Rung&, const Rung&) = default;
};

/// ladder/1: how far a side would go on an issue, step by step.
struct Ladder {
  static constexpr std::string_view kind = "ladder/1";
  Salt salt;
  std::string issue;
  StatedDay day;
  std::vector<Rung> rungs;  // the first may be offered from the start
  std::string source;       // document, and place in it
  std::string text;
  friend bool operator==(const Ladder&, const Ladder&) = default;
};

/// release/1: from now on this rung may be offered.
struct RungRelease {
  static constexpr std::string_view kind = "release/1";
  Salt salt;
  Digest ladder;
  std::int64_t rung = 0;  // from 2
  std::string by;         // who releases it
  StatedDay day;
  std::string source;  // document, and place in it
  std::string text;    // why
  friend bool operator==(const RungRelease&, const RungRelease&) = default;
};

/// Words that are not to be said in public.
struct UnsaidWords {
  std::string words;
  std::string instead;  // empty: nothing
  friend bool operator==(const UnsaidWords&, const UnsaidWords&) = default;
};

/// guidance/1: what is not to be said in public.
struct Guidance {
  static constexpr std::string_view kind = "guidance/1";
  Salt salt;
  std::string issue;  // empty: of all
  std::string by;     // who gives it
  StatedDay day;
  std::vector<UnsaidWords> unsaid;
  std::string source;  // document, and place in it
  std::string text;    // why
  friend bool operator==(const Guidance&, const Guidance&) = default;
};

/// press-item/1: what was printed, as evidence of where a side stands in public.
struct PressItem {
  static constexpr std::string_view kind = "press-item/1";
  Salt salt;
  StatedDay day;
  std::string outlet;
  std::string side;    // whose position it shows
  std::string issue;   // empty: none alone
  std::string quoted;  // the words
  std::string source;  // document, and place in it
  std::string text;
  friend bool operator==(const PressItem&, const PressItem&) = default;
};

/// deadline/1: something is due by a day.
struct OwnDeadline {
  static constexpr std::string_view kind = "deadline/1";
  Salt salt;
  std::string issue;  // empty: none alone
  StatedDay due;
  std::string what;
  std::string source;  // document, and place in it
  std::string text;
  friend bool operator==(const OwnDeadline&, const OwnDeadline&) = default;
};

/// linkage/1: one issue is held against another.
struct Linkage {
  static constexpr std::string_view kind = "linkage/1";
  Salt salt;
  std::string issue;
  std::string against;
  StatedDay day;
  std::string terms;   // what is given on one for what on the other
  std::string source;  // document, and place in it
  std::string text;
  friend bool operator==(const Linkage&, const Linkage&) = default;
};

/// Errors of each: `malformed`, `too_large`, `out_of_range`.
Result<InstructionRequest> read_instruction_request(const Json& body);
Result<Instruction> read_instruction(const Json& body);
Result<Ladder> read_ladder(const Json& body);
Result<RungRelease> read_release(const Json& body);
Result<Guidance> read_guidance(const Json& body);
Result<PressItem> read_press_item(const Json& body);
Result<OwnDeadline> read_deadline(const Json& body);
Result<Linkage> read_linkage(const Json& body);
Json to_json(const InstructionRequest& request);
Json to_json(const Instruction& instruction);
Json to_json(const Ladder& ladder);
Json to_json(const RungRelease& release);
Json to_json(const Guidance& guidance);
Json to_json(const PressItem& item);
Json to_json(const OwnDeadline& deadline);
Json to_json(const Linkage& linkage);

}  // namespace armistice
