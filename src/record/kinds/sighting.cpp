// SPDX-License-Identifier: Apache-2.0
#include "record/kinds/sighting.h"

#include "base/limits.h"

namespace armistice {
namespace {

template <typename F, typename B>
Result<void> list(F& f, B& one) {
  TRY(f.name("what", one.what));
  TRY(f.integer("number", one.number, 1, limits::counted_max));
  TRY(f.word("means", one.means, means_words));
  TRY(f.word("perceived", one.perceived, perceived_words));
  TRY(f.word("certainty", one.certainty, certainty_words));
  TRY(f.word("bearing", one.bearing, bearing_words));
  TRY(f.name_or_none("side", one.side));
  TRY(f.name_or_none("place", one.place));
  TRY(f.integer("latitude_e7", one.latitude_e7, -900'000'000, 900'000'000));
  TRY(f.integer("longitude_e7", one.longitude_e7, -1'800'000'000, 1'800'000'000));
  TRY(f.integer("error_mm", one.error_mm, 0, limits::distance_mm_max));
  TRY(f.integer("line_distance_mm", one.line_distance_mm, 0, limits::distance_mm_max));
  TRY(f.time("from", one.from));
  TRY(f.time("until", one.until));
  return f.text("text", one.text, limits::statement_bytes_max);
}

}  // namespace

Result<Sighting> read_sighting(const Json& body) {
  Sighting one =
      TRY(read_listed<Sighting>(body, [](auto& f, auto& value) { return list(f, value); }));
  if (one.until.utc < one.from.utc) return Error{Errc::malformed, "until: not before from"};
  return one;
}

Json to_json(const Sighting& sighting) {
  return write_listed(sighting, [](auto& f, auto& value) { return list(f, value); });
}

}  // namespace armistice
