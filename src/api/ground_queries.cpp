// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "api/case_rows.h"
#include "api/queries.h"
#include "api/said.h"
#include "api/selected.h"
#include "base/limits.h"
#include "geo/coordinate.h"
#include "views/entitled.h"

namespace armistice {
namespace {

constexpr int shown_max = 300;  // each is read again from its record

std::string place_text(const LatLng& place) {
  return degrees_text(place.latitude_e7) + " " + degrees_text(place.longitude_e7);
}

// Edges that rest on the same, one after the other, as one stretch.
Json stretches(const GroundTable& table) {
  Json::Array out;
  for (std::size_t first = 0; first < table.basis.size();) {
    std::size_t last = first;
    Json::Array places = {place_text(table.vertices[first])};
    while (last < table.basis.size() && table.basis[last] == table.basis[first] &&
           table.error_mm[last] == table.error_mm[first]) {
      places.push_back(place_text(table.vertices[++last]));
    }
    out.push_back(Json::Object{{"basis", word(table.basis[first])},
                               {"error_mm", table.error_mm[first]},
                               {"places", std::move(places)}});
    first = last;
  }
  return out;
}

// Minutes of arc as decimal degrees: as the text gives them, on whatever datum.
std::string degrees_of(ArcMinutes minutes) {
  return degrees_text(static_cast<std::int32_t>(minutes.value * e7 / 60));
}

Json ports(const Bodies& bodies) {
  Json::Array out;
  for (const Port& port : bodies.ports) {
    out.push_back(
        Json::Object{{"name", port.name},
                     {"title", port.title},
                     {"side", port.side},
                     {"team", port.team},
                     {"latitude", degrees_of(port.latitude)},
                     {"longitude", degrees_of(port.longitude)},
                     {"facilities", Json::Array(port.facilities.begin(), port.facilities.end())},
                     {"note", port.note}});
  }
  return out;
}

Result<Json> permits(Node& node) {
  constexpr std::array columns = {
      Column{"index", Column::integer},  Column{"by", Column::text},
      Column{"act", Column::text},       Column{"holder", Column::text},
      Column{"territory", Column::text}, Column{"retracted", Column::boolean}};
  Json rows = TRY(
      select_rows(node,
                  fmt::format("SELECT leaf_index, author, act, holder, territory, {} FROM permit "
                              "ORDER BY leaf_index DESC LIMIT {}",
                              taken_back_sql("permit.leaf_index"), shown_max),
                  columns));
  for (Json& row : *rows.as_array()) {
    const Said said = TRY(said_at(node, index_in(row)));
    const auto* permit = said.body ? std::get_if<Permit>(&*said.body) : nullptr;
    row.add("counts", permit != nullptr && !*row.find("retracted")->as_bool() &&
                          may_grant(node.agreement(), said.record->header, *permit));
    row.add("from", permit != nullptr ? permit->from.text : std::string());
    row.add("to", permit != nullptr ? permit->to.text : std::string());
    row.add("text", permit != nullptr ? permit->text : std::string());
  }
  return rows;
}

}  // namespace

Result<Json> ground_query(Node& node, const Arguments&) {
  const AgreementInForce& agreement = node.agreement();
  const bool has_line = agreement.table.has_value();
  const std::string newest = fmt::format(
      "o.leaf_index IN (SELECT leaf_index FROM observation ORDER BY leaf_index DESC LIMIT "
      "{})",
      shown_max);
  Json observations = TRY(observations_where(node, newest, std::nullopt));
  Json permitted = TRY(permits(node));
  return Json::Object{{"digest", has_line ? to_text(agreement.ground) : std::string()},
                      {"left", has_line ? agreement.table->left : std::string()},
                      {"right", has_line ? agreement.table->right : std::string()},
                      {"zone_mm", has_line ? agreement.table->zone_mm : 0},
                      {"stretches", has_line ? stretches(*agreement.table) : Json(Json::Array{})},
                      {"ports", ports(agreement.folder.bodies)},
                      {"observations", std::move(observations)},
                      {"permits", std::move(permitted)}};
}

}  // namespace armistice
