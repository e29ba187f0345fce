// SPDX-License-Identifier: Apache-2.0
#include "views/sightings/quiet_book.h"

#include <algorithm>

#include "views/saved_row.h"

namespace armistice {

// Of a day the first acts of each sort are enough: what is told and what is not.
void QuietBook::add(const Key& key, std::int64_t day, LeafIndex index, bool told) {
  auto& days = acts_[key];
  auto& acts = days[day];
  const auto alike =
      std::count_if(acts.begin(), acts.end(), [&](const Act& one) { return one.told == told; });
  if (static_cast<std::size_t>(alike) < acts_a_day_max) acts.push_back({index, told});
  if (days.size() > days_max) days.erase(days.begin());
}

bool QuietBook::take_out(const Key& key, std::int64_t day, LeafIndex index) {
  const auto days = acts_.find(key);
  if (days == acts_.end()) return false;
  const auto acts = days->second.find(day);
  if (acts == days->second.end()) return false;
  const auto gone = std::erase_if(acts->second, [&](const Act& one) { return one.index == index; });
  if (acts->second.empty()) days->second.erase(acts);
  if (days->second.empty()) acts_.erase(days);
  return gone != 0;
}

QuietDays QuietBook::days(const Key& key, std::int64_t since, std::int64_t done) const {
  QuietDays out{since, std::nullopt, std::nullopt, done};
  const auto days = acts_.find(key);
  if (days == acts_.end()) return out;
  for (const auto& [day, acts] : days->second) {
    if (day >= done) break;
    for (const Act& one : acts) (one.told ? out.last_told : out.last_act) = day;
  }
  return out;
}

std::optional<LeafIndex> QuietBook::last_act(const Key& key, std::int64_t done, Told told) const {
  std::optional<LeafIndex> last;
  const auto days = acts_.find(key);
  if (days == acts_.end()) return last;
  for (const auto& [day, acts] : days->second) {
    if (day >= done) break;
    for (const Act& one : acts) {
      if (!one.told || told == Told::counts) last = one.index;
    }
  }
  return last;
}

Json QuietBook::save() const {
  Json::Array all;
  for (const auto& [key, days] : acts_) {
    for (const auto& [day, acts] : days) {
      for (const Act& one : acts) {
        all.push_back(Json::Array{key.first, key.second, day, one.index.value,
                                  static_cast<std::int64_t>(one.told)});
      }
    }
  }
  return all;
}

Result<void> QuietBook::load(const Json& state) {
  if (state.as_array() == nullptr) return bad_state_of("sightings");
  acts_.clear();
  for (const Json& saved : *state.as_array()) {
    SavedRow row = TRY(SavedRow::of(saved, 5, "sightings"));
    Key key;
    key.first = TRY(row.text());
    key.second = TRY(row.text());
    const std::int64_t day = TRY(row.integer());
    const LeafIndex index = TRY(row.index());
    const std::int64_t told = TRY(row.integer());
    acts_[std::move(key)][day].push_back({index, told != 0});
  }
  return {};
}

}  // namespace armistice
