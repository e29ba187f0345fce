// SPDX-License-Identifier: Apache-2.0
// Ground::read_line and Ground::read_zones: GeoJSON (RFC 7946) into compiled edges. An edge states
// its `basis` and `error_m`; without an error nothing near it could be decided honestly.
#include <fmt/format.h>

#include "base/text.h"
#include "geo/decimal_json.h"
#include "geo/ground.h"

namespace armistice {
namespace {

constexpr std::size_t geojson_bytes_max = 64U << 20;
constexpr std::size_t zones_max = 1'000;  // one row each in every answer
constexpr std::size_t name_bytes_max = 64;

Error malformed(std::string what) { return Error{Errc::malformed, std::move(what)}; }

Result<const Json*> member(const Json& object, std::string_view key) {
  const Json* found = object.find(key);
  if (found == nullptr) return malformed(fmt::format("has no \"{}\"", key));
  return found;
}

Result<std::string> text_member(const Json& object, std::string_view key) {
  const auto text = plain_text(*TRY(member(object, key)));
  if (!text || text->empty()) return malformed(fmt::format("\"{}\" is a text", key));
  const bool shown = std::all_of(text->begin(), text->end(),
                                 [](char c) { return static_cast<std::uint8_t>(c) >= 0x20; });
  if (text->size() > name_bytes_max || !shown) {
    return malformed(fmt::format("\"{}\" has at most {} bytes on one line", key, name_bytes_max));
  }
  return std::string(*text);
}

Result<std::int64_t> metres_member(const Json& object, std::string_view key) {
  const auto number = number_text(*TRY(member(object, key)));
  if (!number) return malformed(fmt::format("\"{}\" is a number of metres", key));
  return parse_metres(*number).within(key);
}

Result<LatLng> read_place(const Json& position) {
  const Json::Array* pair = position.as_array();
  if (pair == nullptr || pair->size() < 2) return malformed("a place is [longitude, latitude]");
  const auto longitude = number_text((*pair)[0]);
  const auto latitude = number_text((*pair)[1]);
  if (!longitude || !latitude) return malformed("a place is [longitude, latitude] in numbers");
  LatLng place;
  place.latitude_e7 = TRY(parse_latitude(*latitude));
  place.longitude_e7 = TRY(parse_longitude(*longitude));
  return place;
}

Result<Stretch> read_stretch(const Json& coordinates, const Json& properties) {
  Stretch stretch;
  const std::string basis = TRY(text_member(properties, "basis"));
  const auto known = basis_of(basis);
  if (!known) return malformed("\"basis\" is map, survey or buffer");
  stretch.basis = *known;
  stretch.error_mm = TRY(metres_member(properties, "error_m"));
  if (coordinates.as_array() == nullptr) return malformed("\"coordinates\" is a list");
  for (const Json& position : *coordinates.as_array()) {
    stretch.places.push_back(TRY(read_place(position)));
  }
  return stretch;
}

struct Feature {
  const Json* properties = nullptr;
  std::string type;
  const Json* coordinates = nullptr;
};

Result<Feature> read_feature(const Json& feature) {
  Feature out;
  out.properties = TRY(member(feature, "properties"));
  const Json* geometry = TRY(member(feature, "geometry"));
  out.type = TRY(text_member(*geometry, "type"));
  out.coordinates = TRY(member(*geometry, "coordinates"));
  return out;
}

Result<const Json::Array*> read_features(const Json& collection) {
  const Json* type = collection.find("type");
  if (type == nullptr || plain_text(*type) != "FeatureCollection") {
    return malformed("the GeoJSON is no FeatureCollection");
  }
  const Json* features = TRY(member(collection, "features"));
  if (features->as_array() == nullptr) return malformed("\"features\" is a list");
  return features->as_array();
}

Result<Stretch> read_line_feature(const Json& feature) {
  const Feature read = TRY(read_feature(feature));
  if (read.type != "LineString") return malformed("a line's features are LineStrings");
  return read_stretch(*read.coordinates, *read.properties);
}

Result<void> append_rings(Zone& zone, const Json& polygon, const Json& properties) {
  if (polygon.as_array() == nullptr || polygon.as_array()->empty()) {
    return malformed("a polygon is a list of rings");
  }
  for (const Json& ring : *polygon.as_array()) {
    const Stretch stretch = TRY(read_stretch(ring, properties));
    zone.rings.push_back(TRY(Edges::compile({stretch}, true)));
  }
  return {};
}

Result<Zone> read_zone_feature(const Json& feature) {
  const Feature read = TRY(read_feature(feature));
  Zone zone;
  zone.name = TRY(text_member(*read.properties, "name"));
  if (read.type == "Polygon") {
    TRY(append_rings(zone, *read.coordinates, *read.properties));
    return zone;
  }
  if (read.type != "MultiPolygon" || read.coordinates->as_array() == nullptr) {
    return malformed("a zone is a Polygon or a MultiPolygon");
  }
  for (const Json& polygon : *read.coordinates->as_array()) {
    TRY(append_rings(zone, polygon, *read.properties));
  }
  if (zone.rings.empty()) return malformed("a zone has at least one ring");
  return zone;
}

Result<std::pair<std::string, std::string>> read_sides(const Json& collection) {
  const Json* sides = TRY(member(collection, "sides"));
  const Json::Array* pair = sides->as_array();
  if (pair == nullptr || pair->size() != 2) {
    return malformed("\"sides\" names the side to the left of the line and that to its right");
  }
  const Json named = Json::Object{{"left", (*pair)[0]}, {"right", (*pair)[1]}};
  std::pair<std::string, std::string> out;
  out.first = TRY(text_member(named, "left"));
  out.second = TRY(text_member(named, "right"));
  if (out.first == out.second) return malformed("the two sides have two names");
  return out;
}

}  // namespace

Result<Ground> Ground::read_line(ByteView geojson) {
  const Json collection = TRY(parse_decimal_json(geojson, geojson_bytes_max));
  const Json::Array* features = TRY(read_features(collection));
  std::vector<Stretch> stretches;
  for (std::size_t i = 0; i < features->size(); ++i) {
    stretches.push_back(
        TRY(read_line_feature((*features)[i]).within(fmt::format("feature {}", i + 1))));
  }
  const auto sides = TRY(read_sides(collection));
  const std::int64_t zone_mm = TRY(metres_member(collection, "zone_m"));
  Edges edges = TRY(Edges::compile(stretches, false));
  Ground ground;
  ground.line_ = DemarcationLine{sides.first, sides.second, zone_mm, std::move(edges)};
  ground.boundaries_ = {{"line", true, sides.first, sides.second},
                        {"zone", false, "inside", "outside"}};
  return ground;
}

Result<Ground> Ground::read_zones(ByteView geojson) {
  const Json collection = TRY(parse_decimal_json(geojson, geojson_bytes_max));
  const Json::Array* features = TRY(read_features(collection));
  if (features->empty()) return malformed("no zone in the GeoJSON");
  if (features->size() > zones_max) {
    return Error{Errc::too_large, fmt::format("{} zones, at most {}", features->size(), zones_max)};
  }
  Ground ground;
  for (std::size_t i = 0; i < features->size(); ++i) {
    const std::string where = fmt::format("feature {}", i + 1);
    Zone zone = TRY(read_zone_feature((*features)[i]).within(where));
    for (const Zone& other : ground.zones_) {
      if (other.name == zone.name) {
        return Error{Errc::exists, fmt::format("{}: a second zone \"{}\"", where, zone.name)};
      }
    }
    ground.boundaries_.push_back({zone.name, false, "inside", "outside"});
    ground.zones_.push_back(std::move(zone));
  }
  return ground;
}

}  // namespace armistice
