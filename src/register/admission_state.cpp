// SPDX-License-Identifier: Apache-2.0
// Admission's state as canonical JSON, so that a start need not replay the register from record 0.
#include <fmt/format.h>

#include "base/text.h"
#include "register/admission.h"

namespace armistice {
namespace {

Error bad_state() { return Error{Errc::damaged, "the saved state of admission cannot be read"}; }

Result<std::uint64_t> count_of(const Json& json, std::string_view key) {
  const Json* value = json.find(key);
  if (value == nullptr || value->as_integer() == nullptr || *value->as_integer() < 0) {
    return bad_state();
  }
  return static_cast<std::uint64_t>(*value->as_integer());
}

Result<const Json::Array*> array_of(const Json& json, std::string_view key) {
  const Json* value = json.find(key);
  if (value == nullptr || value->as_array() == nullptr) return bad_state();
  return value->as_array();
}

Result<std::string> text_of(const Json& json) {
  if (json.as_text() == nullptr) return bad_state();
  return *json.as_text();
}

Result<std::string> text_of(const Json& json, std::string_view key) {
  const Json* value = json.find(key);
  return value == nullptr ? Result<std::string>(bad_state()) : text_of(*value);
}

// Two texts: a range of numbers, or a draft and its signer.
Result<std::pair<std::string, std::string>> pair_of(const Json& json) {
  const Json::Array* both = json.as_array();
  if (both == nullptr || both->size() != 2) return bad_state();
  return std::pair{TRY(text_of((*both)[0])), TRY(text_of((*both)[1]))};
}

// Chains count to 2^63 and JSON integers to 2^53: numbers of chains are written as texts.
Json numbers_json(const NumberSet& numbers) {
  Json::Array list;
  for (const auto& range : numbers.ranges()) {
    list.push_back(Json::Array{fmt::format("{}", range.first), fmt::format("{}", range.last)});
  }
  return list;
}

Result<NumberSet> parse_numbers(const Json& item) {
  NumberSet numbers;
  for (const Json& range : *TRY(array_of(item, "numbers"))) {
    const auto ends = TRY(pair_of(range));
    const auto first = TRY(parse_decimal(ends.first));
    const auto last = TRY(parse_decimal(ends.second));
    if (first == 0 || last < first || (numbers.largest() > 0 && first <= numbers.largest() + 1)) {
      return bad_state();
    }
    numbers.add_range(first, last);
  }
  return numbers;
}

Result<RosterKey> parse_key_row(const Json& item) {
  RosterKey key{TRY(parse_vkey(TRY(text_of(item, "vkey")))), KeyRole::author, {}, std::nullopt};
  key.enrolled_at = {TRY(count_of(item, "enrolled_at"))};
  const Json* from = item.find("from");
  if (from == nullptr) return bad_state();
  if (!from->is_null()) key.from = LeafIndex{TRY(count_of(item, "from"))};
  return key;
}

}  // namespace

Json Admission::state_json() const {
  Json::Array keys;
  const auto& all = roster_->keys();
  for (std::size_t slot = 0; slot < all.size(); ++slot) {
    const RosterKey& key = all[slot];
    keys.push_back(Json::Object{{"vkey", to_text(key.vkey)},
                                {"role", word(key.role)},
                                {"enrolled_at", key.enrolled_at.value},
                                {"from", key.from ? Json(key.from->value) : Json()},
                                {"numbers", numbers_json(numbers_[slot])}});
  }
  Json::Array joint;
  for (const Digest& id : joint_ids_) joint.push_back(to_text(id));
  Json::Array withdrawn;
  for (const auto& [draft, signer] : withdrawn_) {
    withdrawn.push_back(Json::Array{to_text(draft), signer});
  }
  return Json::Object{
      {"circle", to_text(circle_)},        {"next", next_.value},
      {"keys", std::move(keys)},           {"joint", std::move(joint)},
      {"withdrawn", std::move(withdrawn)}, {"clock", clock_ ? Json(clock_->value) : Json()},
      {"clock_size", clock_size_.value},   {"mode", mode_ ? Json(word(*mode_)) : Json()}};
}

Result<void> Admission::restore_keys(const Json& state) {
  auto roster = std::make_shared<Roster>(*genesis_);
  const std::size_t of_genesis = roster->keys().size();
  std::vector<NumberSet> numbers;
  for (const Json& item : *TRY(array_of(state, "keys"))) {
    RosterKey key = TRY(parse_key_row(item));
    if (numbers.size() >= of_genesis) {
      roster->restore(std::move(key));
    } else if (roster->keys()[numbers.size()].vkey != key.vkey) {
      return bad_state();
    }
    numbers.push_back(TRY(parse_numbers(item)));
  }
  if (numbers.size() < of_genesis) return bad_state();
  roster_ = std::move(roster);
  numbers_ = std::move(numbers);
  return {};
}

Result<void> Admission::restore_joint(const Json& state) {
  joint_ids_.clear();
  for (const Json& id : *TRY(array_of(state, "joint"))) {
    joint_ids_.insert(TRY(parse_digest(TRY(text_of(id)))));
  }
  withdrawn_.clear();
  for (const Json& item : *TRY(array_of(state, "withdrawn"))) {
    auto pair = TRY(pair_of(item));
    withdrawn_.emplace(TRY(parse_digest(pair.first)), std::move(pair.second));
  }
  return {};
}

Result<void> Admission::restore_clock(const Json& state) {
  const Json* clock = state.find("clock");
  const Json* mode = state.find("mode");
  if (clock == nullptr || mode == nullptr) return bad_state();
  clock_.reset();
  mode_.reset();
  if (!clock->is_null())
    clock_ = UtcSeconds{static_cast<std::int64_t>(TRY(count_of(state, "clock")))};
  if (!mode->is_null()) {
    mode_ = mode_from_word(TRY(text_of(*mode)));
    if (!mode_) return bad_state();
  }
  clock_size_ = {TRY(count_of(state, "clock_size"))};
  return {};
}

Result<void> Admission::restore(const Json& state) {
  if (TRY(text_of(state, "circle")) != to_text(circle_)) return bad_state();
  next_ = {TRY(count_of(state, "next"))};
  TRY(restore_keys(state));
  TRY(restore_joint(state));
  return restore_clock(state);
}

}  // namespace armistice
