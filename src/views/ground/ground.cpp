// SPDX-License-Identifier: Apache-2.0
#include "views/ground/ground.h"

#include <fmt/format.h>

#include <cstdlib>

#include "views/ground/view.sql.h"

namespace armistice {
namespace {

constexpr Table observation_table{"observation", 11, 1, "leaf_index"};
constexpr Table permit_table{"permit", 8, 1, "leaf_index"};
constexpr Table irregularities{"ground_irregularity", 4, 2, "leaf_index, place"};

// What a geodesic and the views' own reckoning may differ by: 2 m, and a ten-thousandth.
bool differs(std::int64_t stated_mm, std::int64_t computed_mm) {
  return std::llabs(stated_mm - computed_mm) > 2'000 + computed_mm / 10'000;
}

}  // namespace

std::string_view GroundView::schema() const { return ground_sql; }

void GroundView::take(const Observation& said, const Folded& entry, Rows& rows) const {
  Irregularities notices(irregularities, entry.index, rows);
  std::string_view side = "undecidable";
  std::string_view zone = "undecidable";
  std::optional<std::int64_t> computed_mm;
  const bool ours = said.ground == agreement_.ground && agreement_.table;
  if (!ours) notices.add("other_ground", to_text(said.ground));
  if (ours) {
    const ObservedFix& last = said.fixes.back();
    const GroundTable& table = *agreement_.table;
    const auto stand = table.stand({static_cast<std::int32_t>(last.latitude_e7),
                                    static_cast<std::int32_t>(last.longitude_e7)});
    side = table.side_word(stand, last.error_mm);
    zone = table.zone_word(stand, last.error_mm);
    computed_mm =
        said.boundary == "line" ? stand.distance_mm : std::llabs(stand.distance_mm - table.zone_mm);
    if (differs(said.edge_distance_mm, *computed_mm)) {
      notices.add("distance_differs", fmt::format("{} mm by its last fix", *computed_mm));
    }
  }
  rows.put(observation_table, entry.index, entry.record->id, entry.record->header.author,
           observed_event_words[static_cast<std::size_t>(said.event)], said.track, said.boundary,
           said.earliest.utc, said.latest.utc, side, zone, computed_mm);
}

Result<void> GroundView::fold(const Folded& entry, Past&, Rows& rows) {
  const Body* body = force_of(entry);
  if (body == nullptr) return {};
  if (const auto* said = std::get_if<Observation>(body)) take(*said, entry, rows);
  if (const auto* permit = std::get_if<Permit>(body)) {
    rows.put(permit_table, entry.index, entry.record->id, entry.record->header.author,
             permit_act_words[static_cast<std::size_t>(permit->act)], permit->holder,
             permit->territory, permit->from.utc, permit->to.utc);
  }
  return {};
}

}  // namespace armistice
