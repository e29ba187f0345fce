// SPDX-License-Identifier: Apache-2.0
#include "terms/holding_terms.h"

#include "terms/limits.h"

namespace armistice {
namespace {

using Names = std::vector<std::string>;

std::string list(const Names& names) { return fmt::format("{}", fmt::join(names, ", ")); }

std::string number(std::int64_t value) { return fmt::format("{}", value); }

Names both(Names all, const Names& more) {
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

Result<std::int64_t> days(TomlTable& table, std::string_view key) {
  const std::int64_t count = TRY(table.count(key));
  if (count > limits::duty_days_max) {
    return table.wrong(key, fmt::format("is at most {}", limits::duty_days_max));
  }
  return count;
}

Result<Facts> read_duty(TomlTable& table) {
  Duty duty;
  duty.effective = TRY(table.time("effective"));
  if (table.has("done")) duty.done = TRY(table.time("done")).utc;
  duty.asked = TRY(table.time("asked")).utc;
  return duty;
}

Result<std::vector<ListedUnit>> read_list(TomlTable& table, std::string_view key) {
  std::vector<ListedUnit> units;
  for (TomlTable& one : TRY(table.tables(key))) {
    ListedUnit& unit = units.emplace_back();
    unit.unit = TRY(one.text("unit"));
    unit.place = TRY(one.text("place"));
    unit.strength = TRY(one.count("strength"));
    TRY(one.closed());
  }
  return units;
}

Result<CheckedItem> read_item(TomlTable& table) {
  CheckedItem item;
  item.what = TRY(table.text("what"));
  item.recorded = TRY(table.count("recorded"));
  item.seen = TRY(table.count("seen"));
  item.serials = TRY(enum_of<Serials>(table, "serials", serials_words));
  item.reason = TRY(table.text_or("reason", ""));
  TRY(table.closed());
  return item;
}

}  // namespace

Result<void> read(TomlTable& table, DeclaredDispositions& kind) {
  kind.by = TRY(some_names(table, "by"));
  kind.subject = TRY(table.text("subject"));
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

Result<void> read(TomlTable& table, NoConcentration& kind) {
  kind.by = TRY(some_names(table, "by"));
  kind.subject = TRY(table.text("subject"));
  return {};
}

Result<void> read(TomlTable& table, ConstructionLimit& kind) {
  kind.of = TRY(table.name("of"));
  kind.what = TRY(table.text("what"));
  kind.places = TRY(some_names(table, "places"));
  kind.increase_max = TRY(table.count("increase_max"));
  return {};
}

Result<void> read(TomlTable& table, Handover& kind) {
  kind.held = TRY(table.name("held"));
  kind.delivered = TRY(table.name("delivered"));
  if (kind.held == kind.delivered) return table.wrong("delivered", "is another than `held`");
  kind.by = TRY(some_names(table, "by"));
  kind.within_days = TRY(days(table, "within_days"));
  if (kind.within_days == 0) return table.wrong("within_days", "is 1 at least");
  return {};
}

Result<void> read(TomlTable& table, Quota& kind) {
  kind.held = TRY(table.name("held"));
  kind.delivered = TRY(table.name("delivered"));
  if (kind.held == kind.delivered) return table.wrong("delivered", "is another than `held`");
  kind.by = TRY(some_names(table, "by"));
  kind.a_day_min = TRY(table.count_or("a_day_min", 0));
  kind.a_day_max = TRY(table.count_or("a_day_max", 0));
  if (kind.a_day_min == 0 && kind.a_day_max == 0) {
    return table.wrong("a_day_min", "or a_day_max is given, or both");
  }
  if (kind.a_day_max != 0 && kind.a_day_max < kind.a_day_min) {
    return table.wrong("a_day_max", "is a_day_min at least");
  }
  kind.first_after_days = TRY(days(table, "first_after_days"));
  kind.told_within_days = TRY(days(table, "told_within_days"));
  return {};
}

Result<void> read(TomlTable& table, CountDue& kind) {
  kind.of = TRY(table.name("of"));
  kind.by = TRY(some_names(table, "by"));
  kind.lines = TRY(enum_of<CountLines>(table, "lines", count_lines_words));
  kind.within_days = TRY(days(table, "within_days"));
  if (kind.within_days == 0) return table.wrong("within_days", "is 1 at least");
  return {};
}

Result<void> read(TomlTable& table, CostShare& kind) {
  kind.of = TRY(table.name("of"));
  kind.by = TRY(some_names(table, "by"));
  if (kind.by.size() < 2) return table.wrong("by", "names two at least: who share");
  kind.settled_within_days = TRY(days(table, "settled_within_days"));
  return {};
}

Result<void> read(TomlTable& table, Stored& kind) {
  kind.by = TRY(some_names(table, "by"));
  kind.places = TRY(table.names_or_none("places"));
  kind.sort = TRY(table.text_or("sort", ""));
  if (kind.places.empty() == kind.sort.empty()) {
    return table.wrong("places", "or `sort` is given, one of the two");
  }
  return {};
}

Names names_of(const DeclaredDispositions& kind) { return kind.by; }
Names names_of(const NoConcentration& kind) { return kind.by; }
Names names_of(const ConstructionLimit& kind) { return kind.places; }
Names names_of(const Handover& kind) { return kind.by; }
Names names_of(const Quota& kind) { return kind.by; }
Names names_of(const CountDue& kind) { return kind.by; }
Names names_of(const CostShare& kind) { return kind.by; }
Names names_of(const Stored& kind) { return both(kind.by, kind.places); }

Result<Facts> read_facts(TomlTable& table, const Bodies&, const DeclaredDispositions&) {
  return read_duty(table);
}

Result<Facts> read_facts(TomlTable& table, const Bodies&, const CountDue&) {
  return read_duty(table);
}

Result<Facts> read_facts(TomlTable& table, const Bodies&, const NoConcentration&) {
  Disposed lists;
  lists.first = TRY(read_list(table, "first"));
  lists.now = TRY(read_list(table, "now"));
  return lists;
}

Result<Facts> read_facts(TomlTable& table, const Bodies&, const ConstructionLimit&) {
  Built built;
  built.place = TRY(table.name("place"));
  built.baseline = TRY(table.count("baseline"));
  built.now = TRY(table.count("now"));
  return built;
}

Result<Facts> read_facts(TomlTable& table, const Bodies&, const Handover&) {
  HandedOver so_far;
  so_far.effective = TRY(table.time("effective"));
  for (TomlTable& one : TRY(table.tables("counts"))) {
    OfNationality& count = so_far.counts.emplace_back();
    count.nationality = TRY(one.text_or("nationality", ""));
    count.declared = TRY(one.count("declared"));
    count.delivered = TRY(one.count("delivered"));
    TRY(one.closed());
  }
  if (table.has("done")) so_far.done = TRY(table.time("done")).utc;
  so_far.asked = TRY(table.time("asked")).utc;
  return so_far;
}

Result<Facts> read_facts(TomlTable& table, const Bodies&, const Quota&) {
  DaysHandedOver passed;
  for (TomlTable& one : TRY(table.tables("days"))) {
    OfDay& day = passed.days.emplace_back();
    day.side = TRY(one.name("side"));
    const std::string text = TRY(one.text("day"));
    day.day = TRY(parse_day(text).within(one.place_of("day").text())).number;
    day.delivered = TRY(one.count("delivered"));
    day.left = TRY(one.count("left"));
    TRY(one.closed());
  }
  return passed;
}

Result<Facts> read_facts(TomlTable& table, const Bodies&, const CostShare&) {
  Paid paid;
  for (TomlTable& one : TRY(table.tables("by_side"))) {
    std::string side = TRY(one.name("side"));
    const std::int64_t sum = TRY(one.count("paid"));
    TRY(one.closed());
    paid.by_side.emplace_back(std::move(side), sum);
  }
  return paid;
}

Result<Facts> read_facts(TomlTable& table, const Bodies&, const Stored&) {
  SiteSeen seen;
  seen.access = TRY(enum_of<SiteAccess>(table, "access", site_access_words));
  seen.criteria = TRY(enum_of<SiteCriteria>(table, "criteria", site_criteria_words));
  for (TomlTable& one : TRY(table.tables("items"))) seen.items.push_back(TRY(read_item(one)));
  return seen;
}

Described described(const DeclaredDispositions& kind) {
  Described out = {{"by", list(kind.by)}, {"subject", kind.subject}};
  if (kind.within_hours != 0) out.emplace_back("within_hours", number(kind.within_hours));
  if (kind.within_days != 0) out.emplace_back("within_days", number(kind.within_days));
  return out;
}

Described described(const NoConcentration& kind) {
  return {{"by", list(kind.by)}, {"subject", kind.subject}};
}

Described described(const ConstructionLimit& kind) {
  return {{"of", kind.of},
          {"what", kind.what},
          {"places", list(kind.places)},
          {"increase_max", number(kind.increase_max)}};
}

Described described(const Handover& kind) {
  return {{"held", kind.held},
          {"delivered", kind.delivered},
          {"by", list(kind.by)},
          {"within_days", number(kind.within_days)}};
}

Described described(const Quota& kind) {
  Described out = {{"held", kind.held}, {"delivered", kind.delivered}, {"by", list(kind.by)}};
  if (kind.a_day_min != 0) out.emplace_back("a_day_min", number(kind.a_day_min));
  if (kind.a_day_max != 0) out.emplace_back("a_day_max", number(kind.a_day_max));
  out.emplace_back("first_after_days", number(kind.first_after_days));
  out.emplace_back("told_within_days", number(kind.told_within_days));
  return out;
}

Described described(const CountDue& kind) {
  return {{"of", kind.of},
          {"by", list(kind.by)},
          {"lines", std::string(count_lines_words[static_cast<std::size_t>(kind.lines)])},
          {"within_days", number(kind.within_days)}};
}

Described described(const CostShare& kind) {
  return {{"of", kind.of},
          {"by", list(kind.by)},
          {"settled_within_days", number(kind.settled_within_days)}};
}

Described described(const Stored& kind) {
  Described out = {{"by", list(kind.by)}};
  if (!kind.places.empty()) out.emplace_back("places", list(kind.places));
  if (!kind.sort.empty()) out.emplace_back("sort", kind.sort);
  return out;
}

std::string cure_in(const DeclaredDispositions& kind) { return as_deadline(kind).what; }
std::string cure_in(const NoConcentration&) {
  return "a list on which every unit stands where it stood on the first, no stronger";
}
std::string cure_in(const ConstructionLimit& kind) {
  return fmt::format("a count of at most {} {} above the first", kind.increase_max, kind.what);
}
std::string cure_in(const Handover& kind) { return as_deadline(kind).what; }
std::string cure_in(const Quota& kind) {
  if (kind.a_day_max == 0) return fmt::format("{} a day or more handed over", kind.a_day_min);
  return fmt::format("{} to {} a day handed over", kind.a_day_min, kind.a_day_max);
}
std::string cure_in(const CountDue& kind) { return as_deadline(kind).what; }
std::string cure_in(const CostShare& kind) {
  return fmt::format("as much paid of {} by each of {}", kind.of, list(kind.by));
}
std::string cure_in(const Stored&) {
  return "a check at which all on the site's list was seen, its numbers shown";
}

}  // namespace armistice
