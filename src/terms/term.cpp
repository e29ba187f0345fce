// SPDX-License-Identifier: Apache-2.0
#include "terms/term.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "base/text.h"
#include "terms/arrangement_terms.h"
#include "terms/has.h"
#include "terms/holding_terms.h"
#include "terms/ledger_terms.h"
#include "terms/limits.h"
#include "terms/readings.h"
#include "terms/sighting_terms.h"
#include "terms/supervision_terms.h"
#include "terms/term_readers.h"

namespace armistice {
namespace {

// The kinds' words, in the order of the variant.
template <std::size_t... I>
constexpr auto kind_words_of(std::index_sequence<I...>) {
  return std::array<std::string_view, sizeof...(I)>{
      std::variant_alternative_t<I, TermKind>::kind...};
}
constexpr auto kind_words =
    kind_words_of(std::make_index_sequence<std::variant_size_v<TermKind>>());

Result<FreeMovement> read_free(TomlTable& table) {
  FreeMovement free;
  if (!table.has("free_movement")) return free;
  TomlTable inner = TRY(table.table("free_movement"));
  free.bodies = TRY(some_names(inner, "bodies"));
  free.paragraph = TRY(inner.text("paragraph"));
  if (!is_paragraph(free.paragraph)) return inner.wrong("paragraph", "is a number such as 40b");
  TRY(inner.closed());
  return free;
}

Result<std::string> as_zone(const TomlTable& table, std::string_view key, std::string name) {
  std::replace(name.begin(), name.end(), '_', '-');
  if (!is_name(name)) return table.wrong(key, "is the name of a zone");
  return name;
}

Result<std::vector<std::string>> zone_names(TomlTable& table) {
  std::vector<std::string> zones = TRY(table.texts("places"));
  if (zones.empty()) return table.wrong("places", "names one at least");
  for (std::string& zone : zones) zone = TRY(as_zone(table, "places", std::move(zone)));
  return zones;
}

Result<void> read(TomlTable& table, PermitRequired& kind) {
  kind.act = TRY(enum_of<Act>(table, "act", act_words));
  kind.granted_by = TRY(table.names_or_none("granted_by"));
  for (TomlTable& territory : TRY(table.tables_or_none("territory"))) {
    TerritoryGrantors& one = kind.territories.emplace_back();
    one.side = TRY(territory.name("side"));
    one.granted_by = TRY(some_names(territory, "granted_by"));
    TRY(territory.closed());
  }
  if (kind.granted_by.empty() == kind.territories.empty()) {
    return table.wrong("granted_by", "or [[term.territory]] is given, one of the two");
  }
  kind.free = TRY(read_free(table));
  return {};
}

Result<void> read(TomlTable& table, ZoneAccess& kind) {
  kind.zone = TRY(zone_name(table, "zone"));
  kind.persons = TRY(table.names("persons"));
  kind.granted_by = TRY(some_names(table, "granted_by"));
  kind.free = TRY(read_free(table));
  return {};
}

Result<void> read(TomlTable& table, HeadCount& kind) {
  kind.zone = TRY(zone_name(table, "zone"));
  kind.persons = TRY(table.name("persons"));
  kind.persons_max = TRY(table.count("persons_max"));
  return {};
}

Result<void> read(TomlTable& table, Authority& kind) {
  kind.act = TRY(table.name("act"));
  kind.by = TRY(some_names(table, "by"));
  kind.places = TRY(zone_names(table));
  return {};
}

Result<void> read(TomlTable& table, Status& kind) {
  // A word that nothing asks for would be a rule that nobody notices.
  kind.status = status_words[TRY(table.one_of("status", status_words))];
  kind.agreed_by = TRY(some_names(table, "agreed_by"));
  kind.report_to = TRY(some_names(table, "report_to"));
  return {};
}

Result<void> read(TomlTable& table, Quorum& kind) {
  kind.body = TRY(table.name("body"));
  return {};
}

Result<void> read(TomlTable& table, Composition& kind) {
  kind.of = TRY(table.name("of"));
  kind.members_min = TRY(table.count("members_min"));
  kind.members_max = TRY(table.count_or("members_max", 0));
  if (kind.members_max != 0 && kind.members_max < kind.members_min) {
    return table.wrong("members_max", "is not below members_min");
  }
  kind.from_each = TRY(enum_of<FromEach>(table, "from_each", from_each_words));
  return {};
}

Result<void> read(TomlTable& table, DispatchCap& kind) {
  kind.of = TRY(table.name("of"));
  kind.by = TRY(some_names(table, "by"));
  kind.out_of = TRY(enum_of<OutOf>(table, "out_of", out_of_words));
  return {};
}

Result<void> read(TomlTable& table, Adoption& kind) {
  kind.of = TRY(table.name("of"));
  return {};
}

Result<void> read(TomlTable& table, Transmission& kind) {
  kind.of = TRY(table.name("of"));
  kind.from = TRY(table.name("from"));
  kind.to = TRY(table.name("to"));
  kind.first = TRY(enum_of<Step>(table, "first", step_words));
  kind.then = TRY(enums_of<Step>(table, "then", step_words));
  if (has(kind.then, kind.first)) {
    return table.wrong("then", "does not hold `first` itself");
  }
  return {};
}

Result<void> read(TomlTable& table, Ceiling& kind) {
  kind.by = TRY(some_names(table, "by"));
  kind.arrivals_max = TRY(table.count("arrivals_max"));
  return {};
}

Result<void> read(TomlTable& table, Balance& kind) {
  kind.by = TRY(some_names(table, "by"));
  return {};
}

Result<void> read(TomlTable& table, ClosedList& kind) {
  kind.of = TRY(enum_of<Ledger>(table, "of", ledger_words));
  for (TomlTable& points : TRY(table.tables("points"))) {
    SidePoints& one = kind.points.emplace_back();
    one.side = TRY(points.name("side"));
    one.names = TRY(some_names(points, "names"));
    one.unnamed = TRY(points.count_or("unnamed", 0));
    TRY(points.closed());
  }
  return {};
}

Result<void> read(TomlTable& table, Replacement& kind) {
  kind.by = TRY(some_names(table, "by"));
  return {};
}

Result<void> read(TomlTable& table, ReportDue& kind) {
  kind.what = TRY(table.text("what"));
  kind.by = TRY(some_names(table, "by"));
  kind.to = TRY(some_names(table, "to"));
  kind.fulfilled_by = TRY(enum_of<FulfilledBy>(table, "fulfilled_by", fulfilled_by_words));
  kind.first_after_days = TRY(table.count("first_after_days"));
  kind.every_days = TRY(table.count("every_days"));
  if (kind.first_after_days > limits::duty_days_max || kind.every_days > limits::duty_days_max) {
    return table.wrong("every_days", fmt::format("is at most {}", limits::duty_days_max));
  }
  return {};
}

Result<void> read(TomlTable& table, Deadline& kind) {
  kind.what = TRY(table.text("what"));
  kind.by = TRY(some_names(table, "by"));
  kind.within_hours = TRY(table.count_or("within_hours", 0));
  kind.within_days = TRY(table.count_or("within_days", 0));
  if ((kind.within_hours == 0) == (kind.within_days == 0)) {
    return table.wrong("within_hours", "or within_days is given, one of the two");
  }
  if (kind.within_hours > 24 * limits::duty_days_max || kind.within_days > limits::duty_days_max) {
    return table.wrong("within_days", fmt::format("is at most {}", limits::duty_days_max));
  }
  return {};
}

Result<void> read(TomlTable& table, Eligibility& kind) {
  kind.of = TRY(table.name("of"));
  kind.took_part = TRY(some_names(table, "took_part"));
  return {};
}

Result<void> read(TomlTable& table, SameNationality& kind) {
  kind.of = TRY(table.name("of"));
  constexpr std::array<std::string_view, 2> words = {"alternate", "assistant"};
  if (table.has("part") && TRY(table.one_of("part", words)) == 1) kind.part = Part::assistant;
  return {};
}

Result<void> read(TomlTable& table, GradeFloor& kind) {
  kind.of = TRY(table.name("of"));
  // The first words are those of a grade; the last is what a text says that names none.
  const auto [general, field, junior] = grade_words;
  const std::array<std::string_view, 4> words = {general, field, junior, "senior"};
  const std::size_t grade = TRY(table.one_of("grade", words));
  kind.senior = grade == grade_words.size();
  kind.grade = kind.senior ? Grade::field : static_cast<Grade>(grade);
  kind.members_min = TRY(table.count_or("members_min", 0));
  if (table.has("asked")) kind.asked = TRY(enum_of<GradeAsked>(table, "asked", grade_asked_words));
  const bool all_must = kind.members_min == 0 && kind.asked == GradeAsked::required;
  if (kind.senior && !all_must) return table.wrong("grade", "is senior only where all must be it");
  return {};
}

Result<void> read(TomlTable& table, AppointedBy& kind) {
  kind.of = TRY(table.name("of"));
  kind.states = TRY(some_names(table, "states"));
  return {};
}

Result<void> read(TomlTable& table, Alternates& kind) {
  kind.of = TRY(table.name("of"));
  kind.each = TRY(table.count("each"));
  if (kind.each == 0) return table.wrong("each", "is 1 at least");
  return {};
}

Result<void> read(TomlTable& table, Cadence& kind) {
  kind.of = TRY(table.name("of"));
  kind.recess_days_max = TRY(table.count("recess_days_max"));
  return {};
}

Result<void> read(TomlTable& table, Decision& kind) {
  kind.of = TRY(table.name("of"));
  kind.rule = TRY(enum_of<DecisionRule>(table, "rule", decision_rule_words));
  kind.when_split = TRY(table.text("when_split"));
  return {};
}

// The kind at `index` of the variant, empty, for its reader to fill.
template <std::size_t... I>
TermKind empty_kind(std::size_t index, std::index_sequence<I...>) {
  TermKind kind;
  static_cast<void>(((index == I ? (kind.emplace<I>(), true) : false) || ...));
  return kind;
}

Result<Option> read_option(TomlTable table) {
  Option option;
  option.name = TRY(table.text("name"));
  option.values = TRY(table.texts("values"));
  option.why = TRY(table.text("why"));
  const std::string fallback = TRY(table.text("default"));
  const auto found = std::find(option.values.begin(), option.values.end(), fallback);
  if (found == option.values.end()) return table.wrong("default", "is one of its values");
  option.chosen = static_cast<std::size_t>(found - option.values.begin());
  TRY(table.closed());
  return option;
}

// What the text leaves open must be said, all readings of it: an option that nobody stated would
// be a choice that nobody saw.
Result<void> check_options(const TomlTable& table, const Term& term) {
  const auto rules = option_rules(term.kind);
  std::vector<std::string_view> names;
  for (const OptionRule& rule : rules) names.push_back(rule.name);
  if (rules.size() != term.options.size()) {
    return malformed_at(
        table.place(),
        fmt::format("{}: its options are: {}", term.id,
                    rules.empty() ? "none" : fmt::format("{}", fmt::join(names, ", "))));
  }
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const Option& option = term.options[i];
    if (option.name != rules[i].name ||
        !std::equal(option.values.begin(), option.values.end(), rules[i].values.begin(),
                    rules[i].values.end())) {
      return malformed_at(table.place(),
                          fmt::format("{}: option {} is {}, with the values {}", term.id, i + 1,
                                      rules[i].name, fmt::join(rules[i].values, ", ")));
    }
  }
  return {};
}

}  // namespace

Result<std::string> zone_name(TomlTable& table, std::string_view key) {
  return as_zone(table, key, TRY(table.text(key)));
}

Result<std::vector<std::string>> some_names(TomlTable& table, std::string_view key) {
  std::vector<std::string> names = TRY(table.names(key));
  if (names.empty()) return table.wrong(key, "names one at least");
  return names;
}

Result<Term> read_term(TomlTable table) {
  Term term;
  term.place = table.place();
  term.id = TRY(table.name("id"));
  term.paragraph = TRY(table.text("paragraph"));
  if (!is_paragraph(term.paragraph)) return table.wrong("paragraph", "is a number such as 40b");
  term.phrase = TRY(table.text("phrase"));
  if (words_of(term.phrase) > limits::phrase_words_max) {
    return table.wrong("phrase", fmt::format("has at most {} words, not {}",
                                             limits::phrase_words_max, words_of(term.phrase)));
  }
  const std::size_t kind = TRY(table.one_of("kind", kind_words));
  term.kind = empty_kind(kind, std::make_index_sequence<std::variant_size_v<TermKind>>());
  TRY(std::visit([&](auto& one) { return read(table, one); }, term.kind));
  for (TomlTable& option : TRY(table.tables_or_none("option"))) {
    term.options.push_back(TRY(read_option(std::move(option))));
  }
  TRY(table.closed());
  TRY(check_options(table, term));
  return term;
}

const Option* Term::option(std::string_view name) const {
  for (const Option& one : options) {
    if (one.name == name) return &one;
  }
  return nullptr;
}

Result<Term> read_as(Term term, const Readings& readings) {
  for (const auto& [name, value] : readings) {
    const auto option = std::find_if(term.options.begin(), term.options.end(),
                                     [&](const Option& one) { return one.name == name; });
    if (option == term.options.end()) {
      return Error{Errc::not_found, fmt::format("{} has no option {}", term.id, name)};
    }
    const auto found = std::find(option->values.begin(), option->values.end(), value);
    if (found == option->values.end()) {
      return Error{Errc::not_found,
                   fmt::format("{} is one of {}", name, fmt::join(option->values, ", "))};
    }
    option->chosen = static_cast<std::size_t>(found - option->values.begin());
  }
  return term;
}

std::vector<TermReading> readings_of(const Term& term) {
  std::vector<TermReading> all;
  each_reading(
      term, [&](const Term& read, const std::string& reading) { all.push_back({read, reading}); });
  return all;
}

void each_reading(const Term& term,
                  const std::function<void(const Term&, const std::string&)>& take) {
  take(term, "");
  if (term.options.empty()) return;
  Term read = term;
  for (Option& open : read.options) {
    const std::size_t chosen = open.chosen;
    for (std::size_t value = 0; value < open.values.size(); ++value) {
      if (value == chosen) continue;
      open.chosen = value;
      take(read, fmt::format("{}={}", open.name, open.values[value]));
    }
    open.chosen = chosen;
  }
}

bool is_paragraph(std::string_view number) {
  if (number.empty() || number.size() > limits::paragraph_number_bytes_max) return false;
  if (number.back() >= 'a' && number.back() <= 'z') number.remove_suffix(1);
  const auto value = parse_decimal(number);
  return value.ok() && *value > 0;
}

std::size_t words_of(std::string_view phrase) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : phrase) {
    const bool space = c == ' ' || c == '\n' || c == '\t';
    words += !space && !inside;
    inside = !space;
  }
  return words;
}

Result<std::vector<Term>> read_terms(std::string_view file, ByteView text) {
  const TomlValue document = TRY(parse_toml(file, text));
  TomlTable table(document, "file");
  std::vector<Term> terms;
  for (TomlTable& one : TRY(table.tables("term"))) {
    terms.push_back(TRY(read_term(std::move(one))));
  }
  TRY(table.closed());
  return terms;
}

}  // namespace armistice
