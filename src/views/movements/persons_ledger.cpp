// SPDX-License-Identifier: Apache-2.0
#include "views/movements/persons_ledger.h"

#include "base/assert.h"
#include "views/saved_row.h"

namespace armistice {
namespace {

Error bad_state() { return bad_state_of("movements"); }

// The number of the first day of the month of a day, and of the same day of the month before.
struct MonthStarts {
  std::int64_t calendar;
  std::int64_t rolling;
};

MonthStarts month_starts(std::int64_t day) {
  const std::string text = day_of(day).text;
  const std::int64_t of_month = std::stoll(text.substr(8));
  const std::int64_t calendar = day - of_month + 1;
  // The same day of the month before; its last one, where that month is shorter.
  const std::int64_t last_before = calendar - 1;
  const std::int64_t days_before = std::stoll(day_of(last_before).text.substr(8));
  return {calendar, last_before - days_before + std::min(of_month, days_before)};
}

}  // namespace

const std::vector<LedgerEntry>& PersonsLedger::entries(const Key& key) const {
  static const std::vector<LedgerEntry> none;
  const auto day = days_.find(key);
  return day == days_.end() ? none : day->second;
}

const LedgerEntry* PersonsLedger::find(const Key& key, CountBasis basis,
                                       std::string_view party) const {
  for (const LedgerEntry& entry : entries(key)) {
    if (entry.basis == basis && entry.party == party) return &entry;
  }
  return nullptr;
}

void PersonsLedger::count(const Key& key, const LedgerEntry& entry, std::int64_t sign) {
  if (entry.basis != CountBasis::reported) return;
  InAndOut& total = totals_[key.first];
  for (const PointCount& one : entry.counts) {
    (one.direction == Direction::arriving ? total.arrived : total.departed) += sign * one.persons;
  }
}

void PersonsLedger::add(const Key& key, LedgerEntry entry) {
  count(key, entry, 1);
  places_[entry.index.value] = key;
  days_[key].push_back(std::move(entry));
}

std::optional<PersonsLedger::Key> PersonsLedger::take_out(LeafIndex index) {
  const auto place = places_.find(index.value);
  if (place == places_.end()) return std::nullopt;
  Key key = place->second;
  places_.erase(place);
  auto& day = days_[key];
  const auto entry = std::find_if(day.begin(), day.end(),
                                  [&](const LedgerEntry& one) { return one.index == index; });
  ASSERT(entry != day.end());
  count(key, *entry, -1);
  day.erase(entry);
  if (day.empty()) days_.erase(key);
  return key;
}

InAndOut PersonsLedger::of_day(const Key& key) const {
  InAndOut sum;
  for (const LedgerEntry& entry : entries(key)) {
    if (entry.basis != CountBasis::reported) continue;
    for (const PointCount& one : entry.counts) {
      (one.direction == Direction::arriving ? sum.arrived : sum.departed) += one.persons;
    }
  }
  return sum;
}

InAndOut PersonsLedger::total(const std::string& side) const {
  const auto found = totals_.find(side);
  return found == totals_.end() ? InAndOut{} : found->second;
}

Arrivals PersonsLedger::months(const Key& key) const {
  const MonthStarts starts = month_starts(key.second);
  Arrivals sum;
  const auto first = std::min(starts.calendar, starts.rolling + 1);
  for (auto day = days_.lower_bound({key.first, first}); day != days_.end() && day->first <= key;
       ++day) {
    const std::int64_t arrived = of_day(day->first).arrived;
    if (day->first.second >= starts.calendar) sum.calendar_month += arrived;
    if (day->first.second > starts.rolling) sum.rolling_month += arrived;
  }
  // Days of the month that were reported before this one, though they come after it.
  const auto more = days_.upper_bound(key);
  for (auto day = more; day != days_.end() && day->first.first == key.first &&
                        month_starts(day->first.second).calendar == starts.calendar;
       ++day) {
    sum.calendar_month += of_day(day->first).arrived;
  }
  return sum;
}

Json PersonsLedger::save() const {
  Json::Array all;
  for (const auto& [key, entries] : days_) {
    for (const LedgerEntry& entry : entries) {
      Json::Array counts;
      for (const PointCount& one : entry.counts) {
        counts.push_back(
            Json::Array{one.point, static_cast<std::int64_t>(one.direction), one.persons});
      }
      all.push_back(Json::Array{key.first, key.second, entry.index.value,
                                static_cast<std::int64_t>(entry.basis), entry.party,
                                std::move(counts)});
    }
  }
  return all;
}

namespace {

// A word of two, saved as its place.
Result<std::size_t> word_of(SavedRow& row) {
  const std::int64_t value = TRY(row.integer());
  if (value != 0 && value != 1) return row.bad();
  return static_cast<std::size_t>(value);
}

Result<PointCount> read_count(const Json& saved) {
  SavedRow row = TRY(SavedRow::of(saved, 3, "movements"));
  PointCount one;
  one.point = TRY(row.text());
  one.direction = static_cast<Direction>(TRY(word_of(row)));
  one.persons = TRY(row.integer());
  return one;
}

}  // namespace

Result<void> PersonsLedger::load(const Json& state) {
  if (state.as_array() == nullptr) return bad_state();
  *this = {};
  for (const Json& saved : *state.as_array()) {
    SavedRow row = TRY(SavedRow::of(saved, 6, "movements"));
    std::string side = TRY(row.text());
    const std::int64_t day = TRY(row.integer());
    LedgerEntry entry;
    entry.index = TRY(row.index());
    entry.basis = static_cast<CountBasis>(TRY(word_of(row)));
    entry.party = TRY(row.text());
    for (const Json& count : *TRY(row.list())) entry.counts.push_back(TRY(read_count(count)));
    add({std::move(side), day}, std::move(entry));
  }
  return {};
}

}  // namespace armistice
