// SPDX-License-Identifier: Apache-2.0
#include "geo/ground_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/text.h"

namespace armistice {
namespace {

// WGS 84.
constexpr double equator_m = 6'378'137;
constexpr double eccentricity_squared = 0.00669437999014;
constexpr std::int64_t half_turn_e7 = 180 * e7;
constexpr double radians_per_e7 = 1.745329251994329577e-9;

// The series of sine to the 17th power: good to 1e-13 for latitudes.
double sine(double x) {
  const double square = x * x;
  double term = x;
  double sum = x;
  for (int i = 1; i <= 8; ++i) {
    term = -term * square / ((2.0 * i) * (2.0 * i + 1));
    sum = sum + term;
  }
  return sum;
}

struct Plane {
  double east_m;
  double north_m;
};

// A vertex as seen from a place, with the radii of the latitude half-way between them.
Plane seen(LatLng from, LatLng to) {
  const auto latitude = static_cast<double>(std::int64_t{from.latitude_e7} + to.latitude_e7) / 2;
  const double sin = sine(latitude * radians_per_e7);
  const double cos = std::sqrt(1 - sin * sin);
  const double squeeze = 1 - eccentricity_squared * sin * sin;
  const double prime_m = equator_m / std::sqrt(squeeze);
  const double meridian_m = prime_m * (1 - eccentricity_squared) / squeeze;
  const auto north = static_cast<double>(std::int64_t{to.latitude_e7} - from.latitude_e7);
  std::int64_t east_e7 = std::int64_t{to.longitude_e7} - from.longitude_e7;
  if (east_e7 > half_turn_e7) east_e7 -= 2 * half_turn_e7;
  if (east_e7 < -half_turn_e7) east_e7 += 2 * half_turn_e7;
  const auto east = static_cast<double>(east_e7);
  return {east * radians_per_e7 * prime_m * cos, north * radians_per_e7 * meridian_m};
}

// A vertex at which two edges meet belongs to both; which one is nearest must not depend on the
// last bit, or a place could change sides there.
struct Foot {
  double distance_m;
  double along;  // 0 to 1, of the edge
  bool left;
};

Foot foot_on(const Plane& a, const Plane& b) {
  const double east = b.east_m - a.east_m;
  const double north = b.north_m - a.north_m;
  const double square = east * east + north * north;
  double along = square > 0 ? -(a.east_m * east + a.north_m * north) / square : 0;
  along = along < 0 ? 0 : along > 1 ? 1 : along;
  const double foot_east = a.east_m + along * east;
  const double foot_north = a.north_m + along * north;
  // The place is the origin: it lies left of a -> b if the cross product of (b - a) and -a is.
  const bool left = east * -a.north_m - north * -a.east_m > 0;
  return {std::sqrt(foot_east * foot_east + foot_north * foot_north), along, left};
}

// At a corner the side is that of the edge on whose line the place lies more squarely: of both feet
// at the shared vertex, the one whose own line is farther off.
double line_distance_m(const Plane& a, const Plane& b) {
  const double east = b.east_m - a.east_m;
  const double north = b.north_m - a.north_m;
  const double length = std::sqrt(east * east + north * north);
  if (length == 0) return 0;
  const double cross = east * -a.north_m - north * -a.east_m;
  return (cross < 0 ? -cross : cross) / length;
}

Error wrong(std::size_t line, std::string_view what) {
  return Error{Errc::malformed, fmt::format("line {}: {}", line, what)};
}

Result<std::int64_t> integer(std::string_view text) {
  const bool negative = text.starts_with('-');
  const auto value = TRY(parse_decimal(negative ? text.substr(1) : text));
  if (value > 1'000'000'000'000ULL) return Error{Errc::out_of_range, "too large a number"};
  const auto whole = static_cast<std::int64_t>(value);
  return negative ? -whole : whole;
}

Result<void> read_vertex(GroundTable& table, std::string_view line, std::size_t number) {
  const auto words = split(line, ' ');
  if (words.size() != 2 && words.size() != 4) return wrong(number, "a vertex, with its edge");
  LatLng place;
  place.latitude_e7 = static_cast<std::int32_t>(TRY(integer(words[0])));
  place.longitude_e7 = static_cast<std::int32_t>(TRY(integer(words[1])));
  if (table.vertices.size() > table.basis.size()) return wrong(number, "after the last vertex");
  if (table.vertices.size() > edges_max) {
    return Error{Errc::too_large, fmt::format("at most {} edges", edges_max)};
  }
  table.vertices.push_back(place);
  if (words.size() == 2) return {};
  const auto basis = basis_of(words[2]);
  if (!basis) return wrong(number, "the edge rests on map, survey or buffer");
  table.basis.push_back(*basis);
  table.error_mm.push_back(TRY(integer(words[3])));
  return {};
}

// Which edges cannot be the nearest, told by degrees alone: reckoning each of hundreds was a tenth
// of a fold. An edge is passed over only if it is farther than one that is not, so that the answer
// is the one of all edges, to the last bit: a degree never takes up less than it does in these
// bounds, which stand a thousandth off so that no rounding reaches them.
class Horizon {
 public:
  Horizon(LatLng place, const std::vector<LatLng>& vertices) : place_(place) {
    if (vertices.size() < 2) return;
    std::size_t nearest = 0;
    std::int64_t nearest_e7 = std::numeric_limits<std::int64_t>::max();
    std::int64_t highest_e7 = std::llabs(place.latitude_e7);
    for (std::size_t i = 0; i < vertices.size(); ++i) {
      const std::int64_t off_e7 =
          std::llabs(north_e7(vertices[i])) + std::llabs(east_e7(vertices[i]));
      highest_e7 = std::max<std::int64_t>(highest_e7, std::llabs(vertices[i].latitude_e7));
      if (off_e7 >= nearest_e7) continue;
      nearest_e7 = off_e7;
      nearest = i;
    }
    const std::size_t edge = std::min(nearest, vertices.size() - 2);
    const Foot foot = foot_on(seen(place, vertices[edge]), seen(place, vertices[edge + 1]));
    // At a pole the root is of less than nothing: no edge is beyond what is not a number.
    const double sin = sine(static_cast<double>(highest_e7) * radians_per_e7);
    constexpr double smallest_meridian_m = equator_m * (1 - eccentricity_squared);
    const double north_m = radians_per_e7 * smallest_meridian_m * 0.999;
    const double east_m = radians_per_e7 * equator_m * std::sqrt(1 - sin * sin - 1e-12) * 0.999;
    north_max_e7_ = foot.distance_m / north_m;
    east_max_e7_ = foot.distance_m / east_m;
  }

  bool is_beyond(LatLng a, LatLng b) const {
    if (off(north_e7(a), north_e7(b)) > north_max_e7_) return true;
    const std::int64_t from = east_e7(a);
    const std::int64_t to = east_e7(b);
    // The other way round the earth may be shorter.
    if (std::max(std::llabs(from), std::llabs(to)) > half_turn_e7) return false;
    return off(from, to) > east_max_e7_;
  }

 private:
  std::int64_t north_e7(LatLng to) const {
    return std::int64_t{to.latitude_e7} - place_.latitude_e7;
  }
  std::int64_t east_e7(LatLng to) const {
    return std::int64_t{to.longitude_e7} - place_.longitude_e7;
  }
  // How far both are off at least, on one side; 0 if they lie on either side.
  static double off(std::int64_t a, std::int64_t b) {
    if ((a < 0) != (b < 0)) return 0;
    return static_cast<double>(std::min(std::llabs(a), std::llabs(b)));
  }

  LatLng place_;
  double north_max_e7_ = std::numeric_limits<double>::infinity();
  double east_max_e7_ = std::numeric_limits<double>::infinity();
};

}  // namespace

std::int64_t plane_distance_mm(LatLng from, LatLng to) {
  const Plane there = seen(from, to);
  const double metres = std::sqrt(there.east_m * there.east_m + there.north_m * there.north_m);
  return std::llround(metres * 1000);
}

GroundTable::Stand GroundTable::stand(LatLng place) const {
  const Horizon horizon(place, vertices);
  Stand best;
  double best_m = std::numeric_limits<double>::infinity();
  double best_line_m = 0;
  std::size_t seen_last = vertices.size();  // `b` is this vertex
  Plane b{};
  for (std::size_t i = 0; i + 1 < vertices.size(); ++i) {
    if (horizon.is_beyond(vertices[i], vertices[i + 1])) continue;
    const Plane a = seen_last == i ? b : seen(place, vertices[i]);
    b = seen(place, vertices[i + 1]);
    seen_last = i + 1;
    const Foot foot = foot_on(a, b);
    const double line_m = line_distance_m(a, b);
    if (foot.distance_m < best_m || (foot.distance_m == best_m && line_m > best_line_m)) {
      best_m = foot.distance_m;
      best_line_m = line_m;
      const bool first = i == 0 && foot.along <= 0;
      const bool last = i + 2 == vertices.size() && foot.along >= 1;
      best = {0, i, foot.left, first || last};
    }
  }
  best.distance_mm = std::llround(best_m * 1000);
  return best;
}

std::string_view GroundTable::zone_word(const Stand& stand, std::int64_t fix_error_mm) const {
  const std::int64_t errors_mm = fix_error_mm + error_mm[stand.edge];
  if (stand.distance_mm + errors_mm < zone_mm) return "inside";
  return stand.distance_mm - errors_mm > zone_mm ? "outside" : "undecidable";
}

std::string_view GroundTable::side_word(const Stand& stand, std::int64_t fix_error_mm) const {
  if (stand.distance_mm <= fix_error_mm + error_mm[stand.edge]) return "undecidable";
  if (stand.at_end) return "beyond";
  return stand.left ? left : right;
}

bool distances_differ(std::int64_t stated_mm, std::int64_t computed_mm) {
  const std::int64_t tolerance_mm = computed_mm <= 20'000'000 ? 2'000 : computed_mm / 20;
  return std::llabs(stated_mm - computed_mm) > tolerance_mm;
}

Result<GroundTable> parse_ground_table(ByteView text) {
  GroundTable table;
  std::string_view rest = text;
  std::size_t number = 0;
  constexpr std::array heads = {"armistice/ground/v1", "line", "left ", "right ", "zone_mm "};
  while (const auto line = take_line(rest)) {
    const std::size_t at = number++;
    if (at >= heads.size()) {
      TRY(read_vertex(table, *line, number));
      continue;
    }
    if (at == 1 && line->starts_with("zone ")) return Error{Errc::unsupported, "zones, no line"};
    const std::string_view head = heads[at];
    if (!line->starts_with(head) || (at < 2 && *line != head)) return wrong(number, head);
    const std::string_view value = line->substr(head.size());
    if (at == 2) table.left = value;
    if (at == 3) table.right = value;
    if (at == 4) table.zone_mm = TRY(integer(value));
  }
  if (!rest.empty()) return wrong(number + 1, "ends with a newline");
  if (table.vertices.size() < 2 || table.vertices.size() != table.basis.size() + 1) {
    return wrong(number, "two vertices at least, the last of which begins no edge");
  }
  return table;
}

}  // namespace armistice
