// SPDX-License-Identifier: Apache-2.0
#include "views/ground/ground.h"

#include <fmt/format.h>

#include <cstdlib>

#include "base/limits.h"
#include "views/ground/view.sql.h"
#include "views/saved_row.h"

namespace armistice {
namespace {

constexpr Table observation_table{"observation", 11, 1, "leaf_index"};
constexpr Table permit_table{"permit", 8, 1, "leaf_index"};
constexpr Table irregularities{"ground_irregularity", 4, 2, "leaf_index, place"};

}  // namespace

std::string_view GroundView::schema() const { return ground_sql; }

// The clock may stand an hour behind where nobody writes; what lies further on has not happened.
void GroundView::check_clock(const StatedTime& last, const Folded& entry,
                             Irregularities& notices) const {
  if (entry.clock &&
      last.utc.value > entry.clock->value + scenario_offset_s_ + limits::clock_idle_s) {
    notices.add("ahead_of_clock", last.text);
  }
}

void GroundView::take(const Observation& said, const Folded& entry, Rows& rows) const {
  Irregularities notices(irregularities, entry.index, rows);
  check_clock(said.latest, entry, notices);
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
    if (distances_differ(said.edge_distance_mm, *computed_mm)) {
      notices.add("distance_differs", fmt::format("{} mm by its last fix", *computed_mm));
    }
  }
  rows.put(observation_table, entry.index, entry.record->id, entry.record->header.author,
           observed_event_words[static_cast<std::size_t>(said.event)], said.track, said.boundary,
           said.earliest.utc, said.latest.utc, side, zone, computed_mm);
}

Json GroundView::save() const {
  return Json::Object{{"scenario_offset_s", scenario_offset_s_},
                      {"passes", zone_.save_passes()},
                      {"gates", zone_.save_gates()}};
}

Result<void> GroundView::load(const Json& state) {
  const Json* offset = state.find("scenario_offset_s");
  const Json* passes = state.find("passes");
  const Json* gates = state.find("gates");
  if (offset == nullptr || offset->as_integer() == nullptr || passes == nullptr ||
      gates == nullptr) {
    return bad_state_of("ground");
  }
  scenario_offset_s_ = *offset->as_integer();
  return zone_.load(*passes, *gates);
}

Result<void> GroundView::fold(const Folded& entry, Past&, Rows& rows) {
  const Body* body = force_of(agreement_, entry);
  if (body == nullptr) return {};
  if (const auto* genesis = std::get_if<Genesis>(body)) {
    scenario_offset_s_ = genesis->scenario_offset_s;
  }
  if (const auto* said = std::get_if<Observation>(body)) take(*said, entry, rows);
  if (const auto* permit = std::get_if<Permit>(body)) {
    rows.put(permit_table, entry.index, entry.record->id, entry.record->header.author,
             permit_act_words[static_cast<std::size_t>(permit->act)], permit->holder,
             permit->territory, permit->from.utc, permit->to.utc);
  }
  if (std::holds_alternative<Retraction>(*body)) zone_.take_back(entry, rows);
  Irregularities notices(irregularities, entry.index, rows);
  if (const auto* pass = std::get_if<Pass>(body)) zone_.take(*pass, entry, notices, rows);
  if (const auto* log = std::get_if<GateLog>(body)) {
    check_clock(log->to, entry, notices);
    zone_.take(*log, entry, notices, rows);
  }
  return {};
}

}  // namespace armistice
