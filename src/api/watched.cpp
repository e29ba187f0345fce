// SPDX-License-Identifier: Apache-2.0
#include "api/watched.h"

#include <fmt/format.h>

#include <cmath>

#include "base/limits.h"
#include "base/text.h"
#include "record/manifest.h"
#include "register/bodies.h"
#include "track/fix_time.h"

namespace armistice {
namespace {

constexpr std::string_view line_path = "ground/line.geojson";

Error usage(std::string what) { return Error{Errc::usage, std::move(what)}; }

std::int64_t millimetres(double metres) { return std::llround(metres * 1000); }

Json time_json(std::int64_t time_ms, std::int32_t offset_s) {
  return to_text(to_civil(time_ms, offset_s));
}

Json event_json(const Event& event, const Boundary& boundary) {
  const bool has_from = event.from != Answer::beyond;
  constexpr std::int64_t second_ms = 999;  // the last moment is rounded up
  return Json::Object{{"event", word(event.kind)},
                      {"track", event.track},
                      {"affiliation", event.affiliation},
                      {"boundary", boundary.name},
                      {"from", has_from ? Json(boundary.word(event.from)) : Json()},
                      {"to", boundary.word(event.to)},
                      {"earliest", time_json(event.earliest_ms, event.offset_s)},
                      {"about", time_json(event.about_ms, event.offset_s)},
                      {"latest", time_json(event.latest_ms + second_ms, event.offset_s)},
                      {"observed", event.observed},
                      {"latitude", degrees_text(event.at.latitude_e7)},
                      {"longitude", degrees_text(event.at.longitude_e7)},
                      {"edge_distance_mm", millimetres(event.reading.edge_m)},
                      {"fix_error_mm", event.reading.fix_error_mm},
                      {"edge_error_mm", event.reading.edge_error_mm},
                      {"basis", word(event.reading.basis)},
                      {"first_line", event.first_line},
                      {"last_line", event.last_line}};
}

Json counts_json(const Ground& ground, const Watched& watched) {
  Json::Array out;
  for (std::size_t i = 0; i < watched.counts.size(); ++i) {
    const Boundary& boundary = ground.boundaries()[i];
    const Watched::Count& count = watched.counts[i];
    out.push_back(Json::Object{{"boundary", boundary.name},
                               {"yes_means", boundary.yes},
                               {"yes", count.yes},
                               {"no_means", boundary.no},
                               {"no", count.no},
                               {"undecidable", count.undecidable},
                               {"beyond", count.beyond}});
  }
  return out;
}

constexpr std::int64_t second_ms = 1'000;

StatedTime stated(std::int64_t time_ms, std::int32_t offset_s) {
  const CivilTime time = to_civil(time_ms, offset_s);
  return {to_text(time), time.utc};
}

// The fixes of an event, thinned evenly if there are more than a record holds; first and last stay.
std::vector<ObservedFix> fixes_of(const std::vector<Fix>& all, const Event& event) {
  std::vector<const Fix*> of_event;
  for (const Fix& fix : all) {
    if (fix.track == event.track && event.first_line <= fix.line && fix.line <= event.last_line) {
      of_event.push_back(&fix);
    }
  }
  std::stable_sort(of_event.begin(), of_event.end(),
                   [](const Fix* a, const Fix* b) { return a->time_ms < b->time_ms; });
  std::vector<ObservedFix> out;
  const std::size_t count = std::min(of_event.size(), limits::observed_fixes_max);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t at = count < 2 ? 0 : i * (of_event.size() - 1) / (count - 1);
    const Fix& fix = *of_event[at];
    out.push_back(
        {stated(fix.time_ms, fix.offset_s), fix.at.latitude_e7, fix.at.longitude_e7, fix.error_mm});
  }
  return out;
}

ObservedEvent observed_event(EventKind kind) {
  const auto found =
      std::find(observed_event_words.begin(), observed_event_words.end(), word(kind));
  ASSERT(found != observed_event_words.end());
  return static_cast<ObservedEvent>(found - observed_event_words.begin());
}

// `kpa-cpv by unc`, or `kpa-cpv` alone. A claim of what is no name is none.
struct Claim {
  std::string affiliation;
  std::string by;
};

Claim claim_of(std::string_view text) {
  constexpr std::string_view between = " by ";
  const auto at = text.find(between);
  const std::string_view whose = text.substr(0, at);
  if (!is_name(whose)) return {};
  const bool by_whom = at != std::string_view::npos;
  return {std::string(whose),
          by_whom ? std::string(text.substr(at + between.size())) : std::string()};
}

std::string claimed_sort(const std::vector<Fix>& all, const Event& event) {
  for (const Fix& fix : all) {
    if (fix.track == event.track && !fix.kind.empty()) return fix.kind;
  }
  return {};
}

}  // namespace

Result<FixFormat> fix_format(const Arguments& arguments) {
  FixFormat format;
  format.columns = TRY(parse_columns(arguments.list("columns")));
  if (arguments.has("offset")) {
    const auto offset = parse_offset(arguments.text("offset"));
    if (!offset.ok()) return usage("offset: " + offset.error().what);
    format.offset_s = *offset;
  }
  if (arguments.has("uncertainty")) {
    const auto error_mm = parse_metres(arguments.text("uncertainty"));
    if (!error_mm.ok()) return usage("uncertainty: " + error_mm.error().what);
    format.error_mm_assumed = *error_mm;
  }
  return format;
}

Result<WatchRules> watch_rules(const Arguments& arguments) {
  constexpr std::int64_t seconds_max = 100LL * 366 * 86'400;
  WatchRules rules;
  for (const auto& [name, ms] :
       {std::pair("gap", &rules.gap_ms_max), std::pair("halt", &rules.halt_ms_min)}) {
    const std::int64_t seconds = arguments.integer(name, *ms / 1000);
    if (seconds < 1 || seconds > seconds_max) {
      return usage(fmt::format("{} is a number of seconds, at least 1", name));
    }
    *ms = seconds * 1000;
  }
  return rules;
}

Result<Ground> read_line_on_record(Env& env, const RegisterLayout& layout,
                                   const Digest& agreement) {
  const Bytes manifest = TRY(read_body_file(env, layout, agreement).within("the agreement"));
  for (const ManifestLine& line : TRY(parse_manifest(manifest))) {
    if (line.path != line_path) continue;
    const Bytes bytes = TRY(read_body_file(env, layout, line.digest).within(line.path));
    return Ground::read_line(bytes).within(line_path);
  }
  return Error{Errc::not_found, fmt::format("the agreement on record has no {}", line_path)};
}

Json watched_json(const WatchedFixes& from) {
  const FixFile& file = from.file;
  const Watched& watched = from.watched;
  Json::Array events;
  for (const Event& event : watched.events) {
    events.push_back(event_json(event, from.ground.boundaries()[event.boundary]));
  }
  Json::Array rejected;
  for (const RejectedLine& line : file.rejected) {
    rejected.push_back(
        Json::Object{{"line", line.line}, {"column", line.column}, {"what", line.what}});
  }
  const auto assumed = std::count_if(file.fixes.begin(), file.fixes.end(),
                                     [](const Fix& fix) { return fix.error_assumed; });
  return Json::Object{{"good", file.rejected_count == 0},
                      {"ground", from.source},
                      {"ground_digest", to_text(from.ground.digest())},
                      {"fixes", file.fixes.size()},
                      {"tracks", watched.tracks},
                      {"gaps", watched.gaps},
                      {"errors_assumed", std::int64_t{assumed}},
                      {"rejected_lines", file.rejected_count},
                      {"rejected", std::move(rejected)},
                      {"verdicts", counts_json(from.ground, watched)},
                      {"events", std::move(events)}};
}

Result<Observation> observation_of(const WatchedFixes& from, const Event& event) {
  Observation said;
  said.event = observed_event(event.kind);
  said.track = event.track;
  said.sort = claimed_sort(from.file.fixes, event);
  const Claim claim = claim_of(event.affiliation);
  said.affiliation = claim.affiliation;
  said.claimed_by = claim.by;
  said.ground = from.ground.digest();
  const Boundary& boundary = from.ground.boundaries()[event.boundary];
  said.boundary = boundary.name;
  if (event.from != Answer::beyond) said.from = boundary.word(event.from);
  said.to = boundary.word(event.to);
  said.earliest = stated(event.earliest_ms, event.offset_s);
  said.latest = stated(event.latest_ms + second_ms - 1, event.offset_s);
  said.fixes = fixes_of(from.file.fixes, event);
  if (said.fixes.empty()) return Error{Errc::not_found, "the event rests on no fix of the file"};
  // Distance and errors are of the last fix, so that anybody can reckon them again from the record.
  const ObservedFix& last = said.fixes.back();
  const LatLng place{static_cast<std::int32_t>(last.latitude_e7),
                     static_cast<std::int32_t>(last.longitude_e7)};
  const Reading reading = from.ground.read(place, last.error_mm)[event.boundary];
  said.edge_distance_mm = std::llround(reading.edge_m * 1000);
  said.fix_error_mm = reading.fix_error_mm;
  said.edge_error_mm = reading.edge_error_mm;
  said.basis = word(reading.basis);
  return said;
}

}  // namespace armistice
