// SPDX-License-Identifier: Apache-2.0
#include "record/kinds/observation.h"

#include "base/limits.h"

namespace armistice {
namespace {

template <typename F, typename B>
Result<void> list_fix(F& f, B& fix) {
  TRY(f.time("time", fix.time));
  TRY(f.integer("latitude_e7", fix.latitude_e7, -900'000'000, 900'000'000));
  TRY(f.integer("longitude_e7", fix.longitude_e7, -1'800'000'000, 1'800'000'000));
  return f.integer("error_mm", fix.error_mm, 0, limits::distance_mm_max);
}

template <typename F, typename B>
Result<void> list(F& f, B& one) {
  TRY(f.word("event", one.event, observed_event_words));
  TRY(f.text("track", one.track, limits::label_bytes_max));
  TRY(f.text("sort", one.sort, limits::label_bytes_max));
  TRY(f.name_or_none("affiliation", one.affiliation));
  TRY(f.text("claimed_by", one.claimed_by, limits::label_bytes_max));
  TRY(f.digest("ground", one.ground));
  TRY(f.name("boundary", one.boundary));
  TRY(f.text("from", one.from, limits::label_bytes_max));
  TRY(f.text("to", one.to, limits::label_bytes_max));
  TRY(f.time("earliest", one.earliest));
  TRY(f.time("latest", one.latest));
  TRY(f.integer("edge_distance_mm", one.edge_distance_mm, 0, limits::distance_mm_max));
  TRY(f.integer("fix_error_mm", one.fix_error_mm, 0, limits::distance_mm_max));
  TRY(f.integer("edge_error_mm", one.edge_error_mm, 0, limits::distance_mm_max));
  TRY(f.text("basis", one.basis, 16));
  TRY(f.objects("fixes", one.fixes, limits::observed_fixes_max,
                [](auto& g, auto& fix) { return list_fix(g, fix); }));
  return f.text("text", one.text, limits::statement_bytes_max);
}

}  // namespace

Result<Observation> read_observation(const Json& body) {
  Observation one =
      TRY(read_listed<Observation>(body, [](auto& f, auto& value) { return list(f, value); }));
  if (one.latest.utc < one.earliest.utc) {
    return Error{Errc::malformed, "latest: not before earliest"};
  }
  for (std::size_t i = 1; i < one.fixes.size(); ++i) {
    if (one.fixes[i].time.utc < one.fixes[i - 1].time.utc) {
      return Error{Errc::malformed, "fixes: in the order of time"};
    }
  }
  return one;
}

Json to_json(const Observation& observation) {
  return write_listed(observation, [](auto& f, auto& value) { return list(f, value); });
}

}  // namespace armistice
