// SPDX-License-Identifier: Apache-2.0
#include "views/holdings/disposition_book.h"

#include "base/assert.h"
#include "views/saved_row.h"

namespace armistice {

DispositionBook::SlotOf DispositionBook::slot_of(const LodgedList& list) {
  return {std::get<0>(list.of), std::get<1>(list.of), list.slot};
}

const LodgedList* DispositionBook::in_slot(const SeriesOf& of, std::int64_t slot) const {
  const auto series = series_.find(of);
  if (series == series_.end()) return nullptr;
  const auto found = series->second.slots.find(slot);
  return found == series->second.slots.end() ? nullptr : &lodged_.at(found->second);
}

bool DispositionBook::was_lodged(const SeriesOf& of, std::int64_t slot) const {
  const auto series = series_.find(of);
  return series != series_.end() && series->second.ever.contains(slot);
}

const LodgedList* DispositionBook::lodged(LeafIndex index) const {
  const auto found = lodged_.find(index.value);
  return found == lodged_.end() ? nullptr : &found->second;
}

SeriesCount DispositionBook::count(const SeriesOf& of) const {
  const auto series = series_.find(of);
  return series == series_.end() ? SeriesCount{} : series->second.count;
}

const LodgedList* DispositionBook::completed(const std::string& party,
                                             const std::string& subject) const {
  const LodgedList* first = nullptr;
  for (auto at = series_.lower_bound({party, subject, INT64_MIN});
       at != series_.end() && std::get<0>(at->first) == party && std::get<1>(at->first) == subject;
       ++at) {
    const Series& series = at->second;
    if (series.count.slots == 0 || series.count.lodged != series.count.slots) continue;
    const LodgedList& list = lodged_.at(series.last);
    if (first == nullptr || list.index < first->index) first = &list;
  }
  return first;
}

void DispositionBook::lodge(LodgedList list) {
  Series& series = series_[list.of];
  const bool free = series.slots.emplace(list.slot, list.index.value).second;
  ASSERT(free);
  series.ever.insert(list.slot);
  ++series.count.lodged;
  series.count.slots = std::max(series.count.slots, list.slots);
  series.last = std::max(series.last, list.index.value);
  lodged_.emplace(list.index.value, std::move(list));
}

void DispositionBook::open(OpenedList list) {
  LodgedList& lodged = lodged_.at(list.commitment.value);
  ASSERT(!lodged.opened);
  lodged.opened = list.index;
  ++series_.at(lodged.of).count.opened;
  if (!list.units.empty()) open_in_[slot_of(lodged)][lodged.index.value] = list.index.value;
  opened_.emplace(list.index.value, std::move(list));
}

void DispositionBook::recount(Series& series) const {
  series.count = {};
  series.last = 0;
  for (const auto& [slot, index] : series.slots) {
    const LodgedList& list = lodged_.at(index);
    series.last = std::max(series.last, index);
    ++series.count.lodged;
    series.count.opened += list.opened ? 1 : 0;
    series.count.slots = std::max(series.count.slots, list.slots);
  }
}

std::optional<DispositionBook::TakenOut> DispositionBook::take_out(LeafIndex index) {
  const auto opening = opened_.find(index.value);
  const std::uint64_t of =
      opening == opened_.end() ? index.value : opening->second.commitment.value;
  const auto found = lodged_.find(of);
  if (found == lodged_.end()) return std::nullopt;
  TakenOut out{found->second, std::nullopt, opening == opened_.end()};
  if (found->second.opened) {
    const auto opened = opened_.find(found->second.opened->value);
    out.opened = std::move(opened->second);
    opened_.erase(opened);
    const auto slot = open_in_.find(slot_of(out.list));
    if (slot != open_in_.end()) {
      slot->second.erase(of);
      if (slot->second.empty()) open_in_.erase(slot);
    }
    found->second.opened = std::nullopt;
  }
  Series& series = series_.at(out.list.of);
  if (out.lodging) {
    series.slots.erase(out.list.slot);
    lodged_.erase(found);
  }
  recount(series);
  return out;
}

std::vector<const OpenedList*> DispositionBook::opened_in(const std::string& party,
                                                          const std::string& subject,
                                                          std::int64_t slot) const {
  std::vector<const OpenedList*> lists;
  const auto found = open_in_.find({party, subject, slot});
  if (found == open_in_.end()) return lists;
  for (const auto& [commitment, opening] : found->second) lists.push_back(&opened_.at(opening));
  return lists;
}

Json DispositionBook::save() const {
  Json::Array ever;
  for (const auto& [of, series] : series_) {
    ever.push_back(Json::Array{std::get<0>(of), std::get<1>(of), std::get<2>(of),
                               Json::Array(series.ever.begin(), series.ever.end())});
  }
  Json::Array lodged;
  for (const auto& [index, list] : lodged_) {
    lodged.push_back(Json::Array{index, std::get<0>(list.of), std::get<1>(list.of),
                                 std::get<2>(list.of), list.slot, list.slots, to_text(list.list),
                                 list.bytes, list.at.value});
  }
  Json::Array opened;
  for (const auto& [index, list] : opened_) {
    Json::Array units;
    for (const ListedUnit& unit : list.units) {
      units.push_back(Json::Array{unit.unit, unit.place, unit.strength});
    }
    opened.push_back(Json::Array{index, to_text(list.id), list.commitment.value, std::move(units)});
  }
  return Json::Object{
      {"ever", std::move(ever)}, {"lodged", std::move(lodged)}, {"opened", std::move(opened)}};
}

namespace {

Result<SeriesOf> read_series(SavedRow& row) {
  std::string party = TRY(row.text());
  std::string subject = TRY(row.text());
  const std::int64_t as_of = TRY(row.integer());
  return SeriesOf{std::move(party), std::move(subject), as_of};
}

Result<LodgedList> read_lodged(const Json& saved) {
  SavedRow row = TRY(SavedRow::of(saved, 9, "holdings"));
  LodgedList list;
  list.index = TRY(row.index());
  list.of = TRY(read_series(row));
  list.slot = TRY(row.integer());
  list.slots = TRY(row.integer());
  list.list = TRY(parse_digest(TRY(row.text())));
  list.bytes = TRY(row.integer());
  list.at.value = TRY(row.integer());
  return list;
}

Result<OpenedList> read_opened(const Json& saved) {
  SavedRow row = TRY(SavedRow::of(saved, 4, "holdings"));
  OpenedList list;
  list.index = TRY(row.index());
  list.id = TRY(parse_digest(TRY(row.text())));
  list.commitment = TRY(row.index());
  for (const Json& saved_unit : *TRY(row.list())) {
    SavedRow one = TRY(SavedRow::of(saved_unit, 3, "holdings"));
    ListedUnit unit;
    unit.unit = TRY(one.text());
    unit.place = TRY(one.text());
    unit.strength = TRY(one.integer());
    list.units.push_back(std::move(unit));
  }
  return list;
}

const Json::Array* list_in(const Json& state, std::string_view key) {
  const Json* found = state.find(key);
  return found == nullptr ? nullptr : found->as_array();
}

}  // namespace

Result<void> DispositionBook::load(const Json& state) {
  const auto* ever = list_in(state, "ever");
  const auto* lodged = list_in(state, "lodged");
  const auto* opened = list_in(state, "opened");
  if (ever == nullptr || lodged == nullptr || opened == nullptr) return bad_state_of("holdings");
  *this = {};
  for (const Json& saved : *lodged) {
    LodgedList list = TRY(read_lodged(saved));
    if (in_slot(list.of, list.slot) != nullptr) return bad_state_of("holdings");
    lodge(std::move(list));
  }
  for (const Json& saved : *opened) {
    OpenedList list = TRY(read_opened(saved));
    const LodgedList* of = this->lodged(list.commitment);
    if (of == nullptr || of->opened) return bad_state_of("holdings");
    open(std::move(list));
  }
  for (const Json& saved : *ever) {
    SavedRow row = TRY(SavedRow::of(saved, 4, "holdings"));
    Series& series = series_[TRY(read_series(row))];
    for (const Json& slot : *TRY(row.list())) {
      if (slot.as_integer() == nullptr) return row.bad();
      series.ever.insert(*slot.as_integer());
    }
  }
  return {};
}

}  // namespace armistice
