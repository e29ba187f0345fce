// SPDX-License-Identifier: Apache-2.0
#include "views/movements/shipment_book.h"

#include "views/saved_row.h"

namespace armistice {

const std::vector<ShipmentEntry>& ShipmentBook::entries(const Key& key) const {
  static const std::vector<ShipmentEntry> none;
  const auto found = shipments_.find(key);
  return found == shipments_.end() ? none : found->second;
}

const ShipmentEntry* ShipmentBook::seen(const Key& key) const {
  const ShipmentEntry* first = nullptr;
  for (const ShipmentEntry& one : entries(key)) {
    const bool came_in = one.basis == CountBasis::inspected && one.direction == Direction::arriving;
    if (came_in && (first == nullptr || one.at < first->at)) first = &one;
  }
  return first;
}

const ShipmentEntry* ShipmentBook::report(const Key& key) const {
  for (const ShipmentEntry& one : entries(key)) {
    const bool came_in = one.basis == CountBasis::reported && one.direction == Direction::arriving;
    if (came_in) return &one;
  }
  return nullptr;
}

const ShipmentEntry* ShipmentBook::first(const Key& key) const {
  for (const ShipmentEntry& one : entries(key)) {
    if (one.direction == Direction::arriving) return &one;
  }
  return nullptr;
}

std::optional<UtcSeconds> ShipmentBook::unreported_since(const Key& key) const {
  const auto found = since_.find(key);
  if (found == since_.end()) return std::nullopt;
  return UtcSeconds{found->second};
}

// Holds what is unreported in step with the entries of one shipment.
void ShipmentBook::watch(const Key& key) {
  if (const auto held = since_.find(key); held != since_.end()) {
    unreported_.erase({held->second, key});
    since_.erase(held);
  }
  const ShipmentEntry* first = seen(key);
  if (first == nullptr || is_reported(key)) return;
  since_[key] = first->at.value;
  unreported_.insert({first->at.value, key});
}

void ShipmentBook::add(const Key& key, ShipmentEntry entry) {
  places_[entry.index.value] = key;
  shipments_[key].push_back(std::move(entry));
  watch(key);
}

std::optional<ShipmentBook::Key> ShipmentBook::key_of(LeafIndex index) const {
  const auto place = places_.find(index.value);
  if (place == places_.end()) return std::nullopt;
  return place->second;
}

void ShipmentBook::take_out(LeafIndex index) {
  const auto place = places_.find(index.value);
  const Key key = place->second;
  places_.erase(place);
  auto& entries = shipments_.at(key);
  std::erase_if(entries, [&](const ShipmentEntry& one) { return one.index == index; });
  if (entries.empty()) shipments_.erase(key);
  watch(key);
}

std::vector<ShipmentBook::Key> ShipmentBook::unreported(UtcSeconds from, UtcSeconds until) const {
  std::vector<Key> keys;
  for (auto one = unreported_.lower_bound({from.value, Key()});
       one != unreported_.end() && one->first < until.value; ++one) {
    keys.push_back(one->second);
  }
  return keys;
}

Json ShipmentBook::save() const {
  Json::Array saved;
  for (const auto& [key, entries] : shipments_) {
    for (const ShipmentEntry& one : entries) {
      Json::Array items;
      for (const auto& [designation, quantity] : one.items) {
        items.push_back(Json::Array{designation, quantity});
      }
      saved.push_back(Json::Array{key.first, key.second, one.index.value, to_text(one.id),
                                  static_cast<std::int64_t>(one.basis), one.party,
                                  static_cast<std::int64_t>(one.direction), one.at.value,
                                  one.recorded.value, std::move(items)});
    }
  }
  return saved;
}

Result<void> ShipmentBook::load(const Json& state) {
  if (state.as_array() == nullptr) return bad_state_of("movements");
  *this = ShipmentBook();
  for (const Json& saved : *state.as_array()) {
    SavedRow row = TRY(SavedRow::of(saved, 10, "movements"));
    Key key;
    key.first = TRY(row.text());
    key.second = TRY(row.text());
    ShipmentEntry one;
    one.index = TRY(row.index());
    one.id = TRY(parse_digest(TRY(row.text())));
    one.basis = static_cast<CountBasis>(TRY(row.integer()) != 0);
    one.party = TRY(row.text());
    one.direction = static_cast<Direction>(TRY(row.integer()) != 0);
    one.at.value = TRY(row.integer());
    one.recorded.value = TRY(row.integer());
    for (const Json& saved_item : *TRY(row.list())) {
      SavedRow item = TRY(SavedRow::of(saved_item, 2, "movements"));
      std::string designation = TRY(item.text());
      one.items.emplace_back(std::move(designation), TRY(item.integer()));
    }
    add(key, std::move(one));
  }
  return {};
}

}  // namespace armistice
