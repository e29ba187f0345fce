// SPDX-License-Identifier: Apache-2.0
#include "api/may_be_signed.h"

#include <fmt/format.h>

#include "record/kinds/body.h"

namespace armistice {
namespace {

const std::string& text_at(const Json& row, std::string_view key) {
  return *row.find(key)->as_text();
}

// What a proposal accepts is read from the shared record itself.
Result<std::optional<std::string>> accepted_by(const AskNode& shared, std::string_view kind,
                                               ByteView body) {
  std::optional<std::string> value;
  if (kind != Proposal::kind) return value;
  const Body draft = TRY(parse_body(kind, body));
  const auto& proposal = std::get<Proposal>(draft);
  if (proposal.act != ProposalAct::accepts || !proposal.of) return value;
  const Json shown = TRY(shared(
      "record show", Json::Object{{"register", "joint"}, {"record", to_text(*proposal.of)}}));
  const std::string* text = shown.find("text")->as_text();
  if (text == nullptr) return value;
  const auto there = parse_body(kind, *text);
  if (there.ok()) value = std::get<Proposal>(*there).value;
  return value;
}

}  // namespace

std::string stop_sentence(const Json& stop) {
  const std::string& why = text_at(stop, "why");
  const std::string& words = text_at(stop, "words");
  const std::string& issue = text_at(stop, "issue");
  if (why == "unsaid") {
    const std::string& instead = text_at(stop, "instead");
    return fmt::format("“{}” is not said in public{} (guidance, record {} of the own register)",
                       words, instead.empty() ? "" : fmt::format(", but “{}”", instead),
                       *stop.find("record")->as_integer());
  }
  const std::string ladder =
      fmt::format("ladder, record {} of the own register", *stop.find("record")->as_integer());
  const std::string offer =
      fmt::format("what may be offered on {} is “{}”", issue, text_at(stop, "offer"));
  if (why == "unread") {
    return fmt::format("what “{}” accepts on {} is not known; {} ({})", words, issue, offer,
                       ladder);
  }
  if (why == "on_no_rung") {
    return fmt::format("“{}” is on no rung of the ladder on {}; {} ({})", words, issue, offer,
                       ladder);
  }
  const std::string& condition = text_at(stop, "condition");
  const std::int64_t rung = *stop.find("rung")->as_integer();
  const std::string until = condition.empty() ? "" : fmt::format(", on condition: {}", condition);
  if (why == "gives_up") {
    return fmt::format("“{}” is all that is released on {}, and nothing below it; {} ({})", words,
                       issue, offer, ladder);
  }
  return fmt::format("“{}” is rung {} on {}, which is not released{}; {} ({})", words, rung, issue,
                     until, offer, ladder);
}

Result<Json> held_back(const BothRegisters& both, std::span<const std::string> names,
                       std::string_view kind, ByteView body, std::optional<std::string> accepted) {
  Json nothing = Json::Object{{"stopped", Json::Array{}}, {"remarks", Json::Array{}}};
  if (!both.genesis.own_side().empty()) return nothing;
  if (is_own_kind(kind)) {
    return Error{Errc::unsupported,
                 fmt::format("{} is for a side's own register, and this is none", kind)};
  }
  if (!both.own) return nothing;
  Json asked = Json::Object{{"register", std::string("joint")},
                            {"kind", std::string(kind)},
                            {"body", std::string(body)},
                            {"as", Json::Array(names.begin(), names.end())}};
  if (!accepted) accepted = TRY(accepted_by(both.shared, kind, body));
  if (accepted) asked.add("accepted", *accepted);
  return both.own("own screen", asked);
}

Result<void> may_be_signed(Client& client, std::span<const std::string> names,
                           std::string_view kind, ByteView body,
                           std::optional<std::string> accepted) {
  const auto shared = [&](std::string_view command, const Json& arguments) {
    return client.ask(command, arguments);
  };
  const auto own = [&](std::string_view command, const Json& arguments) {
    return client.ask_own(command, arguments);
  };
  const BothRegisters both{TRY(client.circle())->genesis(), shared,
                           client.names_own() ? AskNode(own) : AskNode()};
  const Json answer = TRY(held_back(both, names, kind, body, std::move(accepted)));
  for (const Json& remark : *answer.find("remarks")->as_array()) {
    client.progress(fmt::format("{}: {}", text_at(remark, "sort"), text_at(remark, "text")));
  }
  const Json::Array& stopped = *answer.find("stopped")->as_array();
  if (stopped.empty()) return {};
  return Error{Errc::usage, fmt::format("not signed: {}", stop_sentence(stopped.front()))};
}

}  // namespace armistice
