// SPDX-License-Identifier: Apache-2.0
#include "record/kinds/own_kinds.h"

#include "base/limits.h"

namespace armistice {
namespace {

template <typename F, typename B>
Result<void> list_option(F& f, B& one) {
  TRY(f.text("option", one.option, limits::label_bytes_max));
  return f.text("arguments", one.arguments, limits::reason_bytes_max);
}

template <typename F, typename B>
Result<void> list_request(F& f, B& one) {
  TRY(f.name("issue", one.issue));
  TRY(f.text("question", one.question, limits::reason_bytes_max));
  TRY(f.objects("options", one.options, limits::ledger_lines_max,
                [](auto& inner, auto& item) { return list_option(inner, item); }));
  TRY(f.day("due", one.due));
  TRY(f.text("source", one.source, limits::label_bytes_max));
  return f.text("text", one.text, limits::statement_bytes_max);
}

template <typename F, typename B>
Result<void> list_instruction(F& f, B& one) {
  TRY(f.digest_or_none("request", one.request));
  TRY(f.name("issue", one.issue));
  TRY(f.integer("option", one.option, 0, limits::ledger_lines_max));
  TRY(f.text("by", one.by, limits::label_bytes_max));
  TRY(f.day("day", one.day));
  TRY(f.text("source", one.source, limits::label_bytes_max));
  return f.text("text", one.text, limits::statement_bytes_max);
}

template <typename F, typename B>
Result<void> list_rung(F& f, B& one) {
  TRY(f.text("position", one.position, limits::label_bytes_max));
  TRY(f.text("also", one.also, limits::label_bytes_max));
  return f.text("condition", one.condition, limits::reason_bytes_max);
}

template <typename F, typename B>
Result<void> list_ladder(F& f, B& one) {
  TRY(f.name("issue", one.issue));
  TRY(f.day("day", one.day));
  TRY(f.objects("rungs", one.rungs, limits::ledger_lines_max,
                [](auto& inner, auto& item) { return list_rung(inner, item); }));
  TRY(f.text("source", one.source, limits::label_bytes_max));
  return f.text("text", one.text, limits::statement_bytes_max);
}

template <typename F, typename B>
Result<void> list_release(F& f, B& one) {
  TRY(f.digest("ladder", one.ladder));
  TRY(f.integer("rung", one.rung, 2, limits::ledger_lines_max));
  TRY(f.text("by", one.by, limits::label_bytes_max));
  TRY(f.day("day", one.day));
  TRY(f.text("source", one.source, limits::label_bytes_max));
  return f.text("text", one.text, limits::statement_bytes_max);
}

template <typename F, typename B>
Result<void> list_unsaid(F& f, B& one) {
  TRY(f.text("words", one.words, limits::label_bytes_max));
  return f.text("instead", one.instead, limits::label_bytes_max);
}

template <typename F, typename B>
Result<void> list_guidance(F& f, B& one) {
  TRY(f.name_or_none("issue", one.issue));
  TRY(f.text("by", one.by, limits::label_bytes_max));
  TRY(f.day("day", one.day));
  TRY(f.objects("unsaid", one.unsaid, limits::ledger_lines_max,
                [](auto& inner, auto& item) { return list_unsaid(inner, item); }));
  TRY(f.text("source", one.source, limits::label_bytes_max));
  return f.text("text", one.text, limits::statement_bytes_max);
}

template <typename F, typename B>
Result<void> list_press_item(F& f, B& one) {
  TRY(f.day("day", one.day));
  TRY(f.text("outlet", one.outlet, limits::label_bytes_max));
  TRY(f.name("side", one.side));
  TRY(f.name_or_none("issue", one.issue));
  TRY(f.text("quoted", one.quoted, limits::reason_bytes_max));
  TRY(f.text("source", one.source, limits::label_bytes_max));
  return f.text("text", one.text, limits::statement_bytes_max);
}

template <typename F, typename B>
Result<void> list_deadline(F& f, B& one) {
  TRY(f.name_or_none("issue", one.issue));
  TRY(f.day("due", one.due));
  TRY(f.text("what", one.what, limits::label_bytes_max));
  TRY(f.text("source", one.source, limits::label_bytes_max));
  return f.text("text", one.text, limits::statement_bytes_max);
}

template <typename F, typename B>
Result<void> list_linkage(F& f, B& one) {
  TRY(f.name("issue", one.issue));
  TRY(f.name("against", one.against));
  TRY(f.day("day", one.day));
  TRY(f.text("terms", one.terms, limits::reason_bytes_max));
  TRY(f.text("source", one.source, limits::label_bytes_max));
  return f.text("text", one.text, limits::statement_bytes_max);
}

constexpr auto request_list = [](auto& f, auto& value) { return list_request(f, value); };
constexpr auto instruction_list = [](auto& f, auto& value) { return list_instruction(f, value); };
constexpr auto ladder_list = [](auto& f, auto& value) { return list_ladder(f, value); };
constexpr auto release_list = [](auto& f, auto& value) { return list_release(f, value); };
constexpr auto guidance_list = [](auto& f, auto& value) { return list_guidance(f, value); };
constexpr auto press_list = [](auto& f, auto& value) { return list_press_item(f, value); };
constexpr auto deadline_list = [](auto& f, auto& value) { return list_deadline(f, value); };
constexpr auto linkage_list = [](auto& f, auto& value) { return list_linkage(f, value); };

}  // namespace

Result<InstructionRequest> read_instruction_request(const Json& body) {
  InstructionRequest one = TRY(read_listed<InstructionRequest>(body, request_list));
  if (one.question.empty()) return Error{Errc::malformed, "question: what is asked"};
  for (const RequestOption& option : one.options) {
    if (option.option.empty()) return Error{Errc::malformed, "option: what could be done"};
  }
  return one;
}

Result<Instruction> read_instruction(const Json& body) {
  Instruction one = TRY(read_listed<Instruction>(body, instruction_list));
  if (one.by.empty()) return Error{Errc::malformed, "by: who gives it"};
  if (one.text.empty()) return Error{Errc::malformed, "text: what is to be done"};
  if (one.option != 0 && !one.request) {
    return Error{Errc::malformed, "option: of a request, or 0"};
  }
  return one;
}

Result<Ladder> read_ladder(const Json& body) {
  Ladder one = TRY(read_listed<Ladder>(body, ladder_list));
  for (const Rung& rung : one.rungs) {
    if (rung.position.empty()) return Error{Errc::malformed, "position: in a few words"};
  }
  return one;
}

Result<RungRelease> read_release(const Json& body) {
  RungRelease one = TRY(read_listed<RungRelease>(body, release_list));
  if (one.by.empty()) return Error{Errc::malformed, "by: who releases it"};
  return one;
}

Result<Guidance> read_guidance(const Json& body) {
  Guidance one = TRY(read_listed<Guidance>(body, guidance_list));
  if (one.by.empty()) return Error{Errc::malformed, "by: who gives it"};
  for (const UnsaidWords& unsaid : one.unsaid) {
    if (unsaid.words.empty()) return Error{Errc::malformed, "words: those not to be said"};
  }
  return one;
}

Result<PressItem> read_press_item(const Json& body) {
  PressItem one = TRY(read_listed<PressItem>(body, press_list));
  if (one.outlet.empty()) return Error{Errc::malformed, "outlet: who printed it"};
  if (one.quoted.empty()) return Error{Errc::malformed, "quoted: what was printed"};
  return one;
}

Result<OwnDeadline> read_deadline(const Json& body) {
  OwnDeadline one = TRY(read_listed<OwnDeadline>(body, deadline_list));
  if (one.what.empty()) return Error{Errc::malformed, "what: what is due"};
  return one;
}

Result<Linkage> read_linkage(const Json& body) {
  Linkage one = TRY(read_listed<Linkage>(body, linkage_list));
  if (one.issue == one.against) return Error{Errc::malformed, "against: another issue"};
  if (one.terms.empty()) return Error{Errc::malformed, "terms: what for what"};
  return one;
}

Json to_json(const InstructionRequest& request) { return write_listed(request, request_list); }
Json to_json(const Instruction& instruction) { return write_listed(instruction, instruction_list); }
Json to_json(const Ladder& ladder) { return write_listed(ladder, ladder_list); }
Json to_json(const RungRelease& release) { return write_listed(release, release_list); }
Json to_json(const Guidance& guidance) { return write_listed(guidance, guidance_list); }
Json to_json(const PressItem& item) { return write_listed(item, press_list); }
Json to_json(const OwnDeadline& deadline) { return write_listed(deadline, deadline_list); }
Json to_json(const Linkage& linkage) { return write_listed(linkage, linkage_list); }

}  // namespace armistice
