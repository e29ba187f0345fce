// SPDX-License-Identifier: Apache-2.0
// shipment/1: this materiel of a side came in or went out at that point, and what became of what it
// replaces. Spec: kinds/shipment.md.
#pragma once

#include "record/kinds/movement.h"

namespace armistice {

/// The four sorts of paragraph 13d.
enum class Materiel : std::uint8_t { combat_aircraft, armored_vehicle, weapon, ammunition };
inline constexpr std::array<std::string_view, 4> materiel_words = {
    "combat_aircraft", "armored_vehicle", "weapon", "ammunition"};

/// What became of the items replaced; `none`: nothing is said to be replaced.
enum class Disposition : std::uint8_t { none, destroyed, damaged, worn_out, used_up };
inline constexpr std::array<std::string_view, 5> disposition_words = {
    "none", "destroyed", "damaged", "worn_out", "used_up"};

struct ShippedItem {
  Materiel materiel = Materiel::combat_aircraft;
  std::string designation;  // type and model
  std::int64_t quantity = 0;
  std::string replaces;  // type and model of what is replaced; empty: nothing
  std::int64_t replaced = 0;
  Disposition disposition = Disposition::none;
  friend bool operator==(const ShippedItem&, const ShippedItem&) = default;
};

struct Shipment {
  static constexpr std::string_view kind = "shipment/1";
  Salt salt;
  std::string side;
  CountBasis basis = CountBasis::reported;
  std::string shipment;  // its number or name, by which a report and an inspection meet
  std::string point;
  Direction direction = Direction::arriving;
  StatedTime at;
  std::vector<ShippedItem> items;
  std::string text;
  friend bool operator==(const Shipment&, const Shipment&) = default;
};

/// Errors: `malformed`, `too_large`, `out_of_range`.
Result<Shipment> read_shipment(const Json& body);
Json to_json(const Shipment& shipment);

}  // namespace armistice
