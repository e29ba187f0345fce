// SPDX-License-Identifier: Apache-2.0
#include "views/sightings/day_sums.h"

#include <algorithm>

#include "views/saved_row.h"

namespace armistice {

std::size_t DayKey::Hash::operator()(const DayKey& key) const {
  std::size_t out = std::hash<std::int64_t>()(key.day);
  for (const std::string* name : {&key.a, &key.b, &key.c}) {
    out = out * 31 + std::hash<std::string>()(*name);
  }
  return out;
}

const DaySum& DaySums::add(const DayKey& key, LeafIndex index, const Sighting& said,
                           std::int64_t sign) {
  auto open = open_.find(key);
  if (open == open_.end()) {
    if (open_.size() == open_max) {
      open_.erase(by_age_.begin()->second);
      by_age_.erase(by_age_.begin());
    }
    open = open_.emplace(key, DaySum{index, 0, 0, {}}).first;
    by_age_.emplace(index.value, key);
  }
  DaySum& sum = open->second;
  sum.sightings += sign;
  sum.number += sign * said.number;
  sum.by_certainty[static_cast<std::size_t>(said.certainty)] += sign;
  return sum;
}

Json DaySums::save() const {
  std::vector<const decltype(open_)::value_type*> parts;
  parts.reserve(open_.size());
  for (const auto& part : open_) parts.push_back(&part);
  std::sort(parts.begin(), parts.end(), [](auto* a, auto* b) { return a->first < b->first; });
  Json::Array all;
  for (const auto* part : parts) {
    const auto& [key, sum] = *part;
    Json::Array certainties;
    for (const std::int64_t count : sum.by_certainty) certainties.push_back(count);
    all.push_back(Json::Array{key.a, key.b, key.c, key.day, sum.part.value, sum.sightings,
                              sum.number, std::move(certainties)});
  }
  return all;
}

Result<void> DaySums::load(const Json& state) {
  if (state.as_array() == nullptr) return bad_state_of("sightings");
  *this = {};
  for (const Json& saved : *state.as_array()) {
    SavedRow row = TRY(SavedRow::of(saved, 8, "sightings"));
    DayKey key;
    key.a = TRY(row.text());
    key.b = TRY(row.text());
    key.c = TRY(row.text());
    key.day = TRY(row.integer());
    DaySum sum;
    sum.part = TRY(row.index());
    sum.sightings = TRY(row.integer());
    sum.number = TRY(row.integer());
    const Json::Array& counts = *TRY(row.list());
    if (counts.size() != sum.by_certainty.size()) return row.bad();
    for (std::size_t i = 0; i < counts.size(); ++i) {
      if (counts[i].as_integer() == nullptr) return row.bad();
      sum.by_certainty[i] = *counts[i].as_integer();
    }
    by_age_.emplace(sum.part.value, key);
    open_.emplace(std::move(key), sum);
  }
  return {};
}

}  // namespace armistice
