// SPDX-License-Identifier: Apache-2.0
#include "terms/sighting_terms.h"

#include "base/text.h"
#include "terms/limits.h"

namespace armistice {
namespace {

using Parameters = std::vector<std::pair<std::string, std::string>>;

constexpr std::int64_t distance_m_max = 1'000'000;

std::string list(const std::vector<std::string>& names) {
  return names.empty() ? "none" : fmt::format("{}", fmt::join(names, ", "));
}

Result<std::string> name_or_none(TomlTable& table, std::string_view key) {
  if (!table.has(key)) return std::string();
  return table.name(key);
}

Result<Sureness> read_sureness(TomlTable& table) {
  Sureness sure;
  sure.certainty = TRY(enum_of<Certainty>(table, "certainty", certainty_words));
  sure.told = !TRY(name_or_none(table, "told_by")).empty();
  return sure;
}

Result<std::int64_t> day_in(TomlTable& table, std::string_view key) {
  const std::string text = TRY(table.text(key));
  return TRY(parse_day(text).within(table.place_of(key).text())).number;
}

Result<std::optional<std::int64_t>> day_or_none(TomlTable& table, std::string_view key) {
  if (!table.has(key)) return std::optional<std::int64_t>();
  return std::optional(TRY(day_in(table, key)));
}

}  // namespace

Result<void> read(TomlTable& table, ProhibitedAct& kind) {
  kind.acts = TRY(some_names(table, "acts"));
  kind.places = TRY(table.names_or_none("places"));
  kind.by = TRY(some_names(table, "by"));
  kind.answerable = TRY(table.names_or_none("answerable"));
  return {};
}

Result<void> read(TomlTable& table, WithdrawalLine& kind) {
  kind.by = TRY(some_names(table, "by"));
  kind.within_hours = TRY(table.count_or("within_hours", 0));
  for (TomlTable& row : TRY(table.tables("classes"))) {
    ClassDistance one{TRY(row.name("what")), TRY(row.count("distance_m"))};
    if (one.distance_m == 0 || one.distance_m > distance_m_max) {
      return row.wrong("distance_m", fmt::format("is between 1 and {}", distance_m_max));
    }
    for (const ClassDistance& before : kind.classes) {
      if (before.what == one.what) return row.wrong("what", "stands twice: " + one.what);
    }
    TRY(row.closed());
    kind.classes.push_back(std::move(one));
  }
  return {};
}

Result<void> read(TomlTable& table, Silence& kind) {
  kind.sort = TRY(table.name("sort"));
  kind.acts = TRY(some_names(table, "acts"));
  return {};
}

Result<void> read(TomlTable& table, AfterQuiet& kind) {
  kind.sort = TRY(table.name("sort"));
  kind.days = TRY(table.count("days"));
  if (kind.days == 0 || kind.days > limits::duty_days_max) {
    return table.wrong("days", fmt::format("are between 1 and {}", limits::duty_days_max));
  }
  kind.acts = TRY(some_names(table, "acts"));
  return {};
}

std::vector<std::string> names_of(const ProhibitedAct& kind) {
  std::vector<std::string> all = kind.places;
  all.insert(all.end(), kind.by.begin(), kind.by.end());
  all.insert(all.end(), kind.answerable.begin(), kind.answerable.end());
  return all;
}

std::vector<std::string> names_of(const WithdrawalLine& kind) { return kind.by; }
std::vector<std::string> names_of(const Silence&) { return {}; }
std::vector<std::string> names_of(const AfterQuiet&) { return {}; }

Result<Facts> read_facts(TomlTable& table, const Bodies&, const ProhibitedAct&) {
  SightedAct act;
  act.what = TRY(table.name("what"));
  act.place = TRY(name_or_none(table, "place"));
  act.side = TRY(name_or_none(table, "side"));
  act.sure = TRY(read_sureness(table));
  return act;
}

Result<Facts> read_facts(TomlTable& table, const Bodies&, const WithdrawalLine&) {
  SightedNear seen;
  seen.what = TRY(table.name("what"));
  seen.side = TRY(name_or_none(table, "side"));
  seen.distance_mm = TRY(table.count("distance_mm"));
  seen.error_mm = TRY(table.count("error_mm"));
  seen.hours_after = TRY(table.count("hours_after"));
  seen.sure = TRY(read_sureness(table));
  return seen;
}

Result<Facts> read_facts(TomlTable& table, const Bodies&, const Silence&) {
  SightedDuring act;
  act.what = TRY(table.name("what"));
  act.side = TRY(name_or_none(table, "side"));
  act.from = TRY(table.time("from")).utc;
  act.until = TRY(table.time("until")).utc;
  act.window_from = TRY(table.time("window_from")).utc;
  act.window_until = TRY(table.time("window_until")).utc;
  if (act.until < act.from) return table.wrong("until", "is before `from`");
  if (act.window_until < act.window_from) {
    return table.wrong("window_until", "is before `window_from`");
  }
  act.sure = TRY(read_sureness(table));
  return act;
}

Result<Facts> read_facts(TomlTable& table, const Bodies&, const AfterQuiet&) {
  QuietDays days;
  days.since = TRY(day_in(table, "since"));
  days.last_act = TRY(day_or_none(table, "last_act"));
  days.last_told = TRY(day_or_none(table, "last_told"));
  days.done = TRY(day_in(table, "done"));
  return days;
}

Parameters described(const ProhibitedAct& kind) {
  return {{"acts", list(kind.acts)},
          {"places", kind.places.empty() ? "everywhere" : list(kind.places)},
          {"by", list(kind.by)},
          {"answerable", list(kind.answerable)}};
}

Parameters described(const WithdrawalLine& kind) {
  Parameters out = {{"by", list(kind.by)}};
  for (const ClassDistance& one : kind.classes) {
    out.emplace_back("distance of " + one.what, fmt::format("{} m", one.distance_m));
  }
  if (kind.within_hours != 0) {
    out.emplace_back("within_hours", fmt::format("{}", kind.within_hours));
  }
  return out;
}

Parameters described(const Silence& kind) {
  return {{"sort", kind.sort}, {"acts", list(kind.acts)}};
}

Parameters described(const AfterQuiet& kind) {
  return {{"sort", kind.sort}, {"days", fmt::format("{}", kind.days)}, {"acts", list(kind.acts)}};
}

}  // namespace armistice
