// SPDX-License-Identifier: Apache-2.0
#include "views/ground/pass_book.h"

#include "base/limits.h"
#include "views/saved_row.h"

namespace armistice {
namespace {

bool meet(const TimeSpan& a, const TimeSpan& b) { return a.from <= b.to && b.from <= a.to; }

std::int64_t before(const PassBook::Levels& levels, PassBook::Levels::const_iterator place) {
  return place == levels.begin() ? 0 : std::prev(place)->second;
}

PassBook::Levels::iterator step_at(PassBook::Levels& levels, std::int64_t at) {
  const auto place = levels.lower_bound(at);
  if (place != levels.end() && place->first == at) return place;
  return levels.emplace_hint(place, at, before(levels, place));
}

void drop_if_level(PassBook::Levels& levels, PassBook::Levels::iterator step) {
  if (step->second == before(levels, step)) levels.erase(step);
}

}  // namespace

bool PassBook::is_full(const ZoneOf& of) const {
  const auto zone = zones_.find(of);
  return zone != zones_.end() && zone->second.passes >= limits::zone_passes_max;
}

bool PassBook::stands(const ZoneOf& of, const std::string& number, const TimeSpan& time) const {
  const auto records = numbers_.find(number);
  if (records == numbers_.end()) return false;
  return std::any_of(records->second.begin(), records->second.end(), [&](std::uint64_t record) {
    const Granted& pass = passes_.at(record);
    return pass.of == of && meet(pass.time, time);
  });
}

void PassBook::count(const Granted& pass, std::int64_t sign) {
  // Sums stand in the steps: who asks for one moment must not add up ten years before it.
  const std::int64_t by = sign * static_cast<std::int64_t>(pass.numbers.size());
  Levels& levels = zones_[pass.of].levels;
  const auto from = step_at(levels, pass.time.from.value);
  const auto past = step_at(levels, pass.time.to.value + 1);
  for (auto step = from; step != past; ++step) step->second += by;
  drop_if_level(levels, past);
  drop_if_level(levels, from);
}

void PassBook::add(LeafIndex index, const ZoneOf& of, const TimeSpan& time,
                   std::vector<std::string> numbers) {
  const Granted pass{of, time, std::move(numbers)};
  for (const std::string& number : pass.numbers) {
    std::vector<std::uint64_t>& records = numbers_[number];
    if (records.empty() || records.back() != index.value) records.push_back(index.value);
  }
  ++zones_[of].passes;
  count(pass, 1);
  passes_.emplace(index.value, pass);
}

std::optional<ZoneOf> PassBook::take_out(LeafIndex index) {
  const auto place = passes_.find(index.value);
  if (place == passes_.end()) return std::nullopt;
  const Granted pass = std::move(place->second);
  passes_.erase(place);
  for (const std::string& number : pass.numbers) {
    const auto records = numbers_.find(number);
    if (records == numbers_.end()) continue;  // it stood twice in the pass
    std::erase(records->second, index.value);
    if (records->second.empty()) numbers_.erase(records);
  }
  count(pass, -1);
  if (--zones_[pass.of].passes == 0) zones_.erase(pass.of);
  return pass.of;
}

ShownPass PassBook::shown(const ZoneOf& of, const std::string& number, UtcSeconds at) const {
  if (!numbers_.contains(number)) return ShownPass::unknown;
  return stands(of, number, {at, at}) ? ShownPass::in_force : ShownPass::not_valid;
}

const PassBook::Levels& PassBook::levels(const ZoneOf& of) const {
  static const Levels none;
  const auto zone = zones_.find(of);
  return zone == zones_.end() ? none : zone->second.levels;
}

std::int64_t PassBook::authorized(const ZoneOf& of, UtcSeconds at) const {
  return most_authorized(of, {at, at});
}

std::int64_t PassBook::most_authorized(const ZoneOf& of, const TimeSpan& time) const {
  const Levels& all = levels(of);
  auto step = all.upper_bound(time.from.value);
  std::int64_t most = before(all, step);
  for (; step != all.end() && step->first <= time.to.value; ++step) {
    most = std::max(most, step->second);
  }
  return most;
}

Json PassBook::save() const {
  Json::Array all;
  for (const auto& [index, pass] : passes_) {
    all.push_back(Json::Array{index, pass.of.first, pass.of.second, pass.time.from.value,
                              pass.time.to.value,
                              Json::Array(pass.numbers.begin(), pass.numbers.end())});
  }
  return all;
}

Result<void> PassBook::load(const Json& state) {
  if (state.as_array() == nullptr) return bad_state_of("ground");
  *this = {};
  for (const Json& saved : *state.as_array()) {
    SavedRow row = TRY(SavedRow::of(saved, 6, "ground"));
    const LeafIndex index = TRY(row.index());
    ZoneOf of;
    of.first = TRY(row.text());
    of.second = TRY(row.text());
    TimeSpan time;
    time.from.value = TRY(row.integer());
    time.to.value = TRY(row.integer());
    if (time.to < time.from) return row.bad();
    std::vector<std::string> numbers;
    for (const Json& number : *TRY(row.list())) {
      if (number.as_text() == nullptr) return row.bad();
      numbers.push_back(*number.as_text());
    }
    add(index, of, time, std::move(numbers));
  }
  return {};
}

}  // namespace armistice
