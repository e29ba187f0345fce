// SPDX-License-Identifier: Apache-2.0
#include "terms/arrangement_terms.h"

#include "terms/limits.h"

namespace armistice {
namespace {

using Parameters = std::vector<std::pair<std::string, std::string>>;

std::string list(const std::vector<std::string>& names) {
  return fmt::format("{}", fmt::join(names, ", "));
}

Result<std::int64_t> hours(TomlTable& table, std::string_view key) {
  const std::int64_t hours = TRY(table.count_or(key, 0));
  if (hours <= 24 * limits::duty_days_max) return hours;
  return table.wrong(key, fmt::format("is at most {}", 24 * limits::duty_days_max));
}

// A term that counts hours and leaves the same hours open would contradict itself.
Result<void> check_hurry(const TomlTable& table, const ArrangementOwed& kind) {
  const bool answer = kind.hurry == Hurry::answer_at_once;
  const bool done = kind.hurry == Hurry::done_at_once || kind.hurry == Hurry::as_asked;
  if (answer && kind.answer_within_hours != 0) {
    return table.wrong("hurry", "or answer_within_hours says when the answer is due, not both");
  }
  if (done && kind.done_within_hours != 0) {
    return table.wrong("hurry", "or done_within_hours says when it is due, not both");
  }
  return {};
}

}  // namespace

Result<void> read(TomlTable& table, ArrangementOwed& kind) {
  kind.sort = TRY(table.name("sort"));
  kind.by = TRY(some_names(table, "by"));
  kind.of = TRY(some_names(table, "of"));
  kind.notice_hours_min = TRY(hours(table, "notice_hours_min"));
  kind.answer_within_hours = TRY(hours(table, "answer_within_hours"));
  kind.done_within_hours = TRY(hours(table, "done_within_hours"));
  if (table.has("hurry")) kind.hurry = TRY(enum_of<Hurry>(table, "hurry", hurry_words));
  kind.may_refuse = TRY(enum_of<MayRefuse>(table, "may_refuse", may_refuse_words));
  if (table.has("in_full")) kind.in_full = TRY(enum_of<InFull>(table, "in_full", in_full_words));
  return check_hurry(table, kind);
}

Result<void> read(TomlTable& table, Languages& kind) {
  kind.sort = TRY(table.name("sort"));
  kind.by = TRY(some_names(table, "by"));
  kind.languages = TRY(some_names(table, "languages"));
  return {};
}

Result<void> read(TomlTable& table, CoLocation& kind) {
  kind.sort = TRY(table.name("sort"));
  kind.bodies = TRY(some_names(table, "bodies"));
  if (kind.bodies.size() < 2) return table.wrong("bodies", "names two at least");
  kind.nearness = TRY(enum_of<Nearness>(table, "nearness", nearness_words));
  return {};
}

std::vector<std::string> names_of(const ArrangementOwed& kind) {
  std::vector<std::string> all = kind.by;
  all.insert(all.end(), kind.of.begin(), kind.of.end());
  return all;
}
std::vector<std::string> names_of(const Languages& kind) { return kind.by; }
std::vector<std::string> names_of(const CoLocation& kind) { return kind.bodies; }

Result<Facts> read_facts(TomlTable& table, const Bodies&, const ArrangementOwed&) {
  Arranging facts;
  facts.asked = TRY(table.time("asked")).utc;
  facts.from = facts.asked;
  if (table.has("from")) facts.from = TRY(table.time("from")).utc;
  facts.until = facts.from;
  if (table.has("until")) facts.until = TRY(table.time("until")).utc;
  if (facts.until < facts.from) return table.wrong("until", "is not before `from`");
  facts.quantity = TRY(table.count_or("quantity", 0));
  if (table.has("answered")) facts.answered = TRY(table.time("answered")).utc;
  if (table.has("done")) facts.done = TRY(table.time("done")).utc;
  facts.given = TRY(table.count_or("given", 0));
  constexpr std::array<std::string_view, 4> words = {"open", "refused", "not_done", "withdrawn"};
  if (table.has("came_to")) {
    const std::size_t word = TRY(table.one_of("came_to", words));
    facts.refused = word == 1;
    facts.not_done = word == 2;
    facts.withdrawn = word == 3;
  }
  if (facts.refused && !facts.answered) return table.wrong("answered", "says when it was refused");
  facts.now = TRY(table.time("now")).utc;
  return facts;
}

Result<Facts> read_facts(TomlTable& table, const Bodies&, const Languages&) {
  KeptLanguages kept;
  kept.languages = TRY(table.names("languages"));
  return kept;
}

Result<Facts> read_facts(TomlTable& table, const Bodies&, const CoLocation&) {
  Headquarters facts;
  for (TomlTable& one : TRY(table.tables("headquarters"))) {
    std::string body = TRY(one.name("body"));
    std::string place = TRY(one.text("place"));
    TRY(one.closed());
    facts.places.emplace_back(std::move(body), std::move(place));
  }
  return facts;
}

Parameters described(const ArrangementOwed& kind) {
  Parameters out = {{"sort", kind.sort}, {"by", list(kind.by)}, {"of", list(kind.of)}};
  const auto hours = [&](const char* name, std::int64_t value) {
    if (value != 0) out.emplace_back(name, std::to_string(value));
  };
  hours("notice_hours_min", kind.notice_hours_min);
  hours("answer_within_hours", kind.answer_within_hours);
  hours("done_within_hours", kind.done_within_hours);
  out.emplace_back("hurry", hurry_words[static_cast<std::size_t>(kind.hurry)]);
  out.emplace_back("may_refuse", may_refuse_words[static_cast<std::size_t>(kind.may_refuse)]);
  out.emplace_back("in_full", in_full_words[static_cast<std::size_t>(kind.in_full)]);
  return out;
}

Parameters described(const Languages& kind) {
  return {{"sort", kind.sort}, {"by", list(kind.by)}, {"languages", list(kind.languages)}};
}

Parameters described(const CoLocation& kind) {
  return {{"sort", kind.sort},
          {"bodies", list(kind.bodies)},
          {"nearness", std::string(nearness_words[static_cast<std::size_t>(kind.nearness)])}};
}

}  // namespace armistice
