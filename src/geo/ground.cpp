// SPDX-License-Identifier: Apache-2.0
#include "geo/ground.h"

#include <fmt/format.h>

#include <cmath>
#include <limits>

#include "crypto/hash.h"

namespace armistice {
namespace {

// Other edges than the nearest may be surer or less sure; going somewhere, one may get to them.
double steady(const Reading& reading, const Edges& edges) {
  const double least_m = static_cast<double>(reading.fix_error_mm + edges.error_mm_min()) / 1000;
  const double most_m = static_cast<double>(reading.fix_error_mm + edges.error_mm_max()) / 1000;
  if (reading.edge_m > most_m) return reading.edge_m - most_m;
  if (reading.edge_m < least_m) return std::min(least_m - reading.edge_m, reading.edge_m);
  return 0;
}

void decide(Reading& reading) {
  const bool sure = reading.margin_m() > 0;
  reading.answer = !sure ? Answer::undecidable : reading.nominal ? Answer::yes : Answer::no;
}

void append_line(std::vector<Reading>& out, const DemarcationLine& line, LatLng place,
                 std::int64_t error_mm) {
  const Nearest nearest = line.edges.nearest(place);
  Reading side;
  side.nominal = nearest.left;
  side.edge_m = nearest.distance_m;
  side.fix_error_mm = error_mm;
  side.edge_error_mm = line.edges.error_mm(nearest.edge);
  side.basis = line.edges.basis(nearest.edge);
  side.steady_m = steady(side, line.edges);
  decide(side);
  if (nearest.at_end && side.answer != Answer::undecidable) side.answer = Answer::beyond;
  out.push_back(side);

  const double zone_m = static_cast<double>(line.zone_mm) / 1000;
  Reading zone = side;
  zone.nominal = nearest.distance_m <= zone_m;
  zone.edge_m = std::abs(nearest.distance_m - zone_m);
  zone.basis = Basis::buffer;
  zone.steady_m = steady(zone, line.edges);
  decide(zone);
  out.push_back(zone);
}

Reading read_zone(const Zone& zone, LatLng place, std::int64_t error_mm) {
  Reading reading;
  reading.fix_error_mm = error_mm;
  reading.edge_m = std::numeric_limits<double>::infinity();
  reading.steady_m = reading.edge_m;
  for (const Edges& ring : zone.rings) {
    if (ring.surrounds(place)) reading.nominal = !reading.nominal;
    const Nearest nearest = ring.nearest(place);
    Reading of_ring;
    of_ring.fix_error_mm = error_mm;
    of_ring.edge_m = nearest.distance_m;
    reading.steady_m = std::min(reading.steady_m, steady(of_ring, ring));
    if (nearest.distance_m >= reading.edge_m) continue;
    reading.edge_m = nearest.distance_m;
    reading.edge_error_mm = ring.error_mm(nearest.edge);
    reading.basis = ring.basis(nearest.edge);
  }
  decide(reading);
  return reading;
}

void append_edges(Bytes& out, const Edges& edges) {
  const auto& vertices = edges.vertices();
  for (std::size_t i = 0; i < vertices.size(); ++i) {
    out += fmt::format("{} {}", vertices[i].latitude_e7, vertices[i].longitude_e7);
    if (i < edges.count()) out += fmt::format(" {} {}", word(edges.basis(i)), edges.error_mm(i));
    out += '\n';
  }
}

}  // namespace

std::string_view Boundary::word(Answer answer) const {
  switch (answer) {
    case Answer::yes:
      return yes;
    case Answer::no:
      return no;
    case Answer::undecidable:
      return "undecidable";
    case Answer::beyond:
      return "beyond";
  }
  return "";
}

double Reading::margin_m() const {
  return edge_m - static_cast<double>(fix_error_mm + edge_error_mm) / 1000;
}

std::vector<Reading> Ground::read(LatLng place, std::int64_t error_mm) const {
  ASSERT(error_mm >= 0);
  std::vector<Reading> out;
  if (line_) append_line(out, *line_, place, error_mm);
  for (const Zone& zone : zones_) out.push_back(read_zone(zone, place, error_mm));
  ASSERT(out.size() == boundaries_.size());
  return out;
}

Bytes Ground::compiled() const {
  Bytes out = "armistice/ground/v1\n";
  if (line_) {
    out += fmt::format("line\nleft {}\nright {}\nzone_mm {}\n", line_->left, line_->right,
                       line_->zone_mm);
    append_edges(out, line_->edges);
  }
  for (const Zone& zone : zones_) {
    out += fmt::format("zone {}\n", zone.name);
    for (const Edges& ring : zone.rings) {
      out += "ring\n";
      append_edges(out, ring);
    }
  }
  return out;
}

Digest Ground::digest() const { return sha256(compiled()); }

}  // namespace armistice
