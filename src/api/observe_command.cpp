// SPDX-License-Identifier: Apache-2.0
// `armistice observe`: lodges one thing that `watch` proposed, with the fixes it rests on and no
// others. Spec: kinds/observation.md.
#include <fmt/format.h>

#include <cmath>

#include "api/author.h"
#include "api/case_commands.h"
#include "api/watch_command.h"
#include "base/limits.h"
#include "base/text.h"
#include "track/fix_time.h"

namespace armistice {
namespace {

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

std::string claimed_sort(const std::vector<Fix>& all, const Event& event) {
  for (const Fix& fix : all) {
    if (fix.track == event.track && !fix.kind.empty()) return fix.kind;
  }
  return {};
}

Result<Observation> observation_of(const WatchedFixes& from, const Event& event) {
  Observation said;
  said.event = observed_event(event.kind);
  said.track = event.track;
  said.sort = claimed_sort(from.file.fixes, event);
  // A claim that is no party's name is no affiliation; --affiliation says which.
  if (is_name(event.affiliation)) said.affiliation = event.affiliation;
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

}  // namespace

Result<Json> observe(Client& client, const Arguments& arguments) {
  if (arguments.text("fixes") == "-") return Error{Errc::usage, "fixes: a file, to be read again"};
  const WatchedFixes from = TRY(watched_of(client, arguments));
  const std::int64_t number = arguments.integer("event", 1);
  if (number < 1 || number > static_cast<std::int64_t>(from.watched.events.size())) {
    return Error{Errc::not_found,
                 fmt::format("`watch` proposes {} events of these fixes; which one, counted from "
                             "1, says --event",
                             from.watched.events.size())};
  }
  Observation said =
      TRY(observation_of(from, from.watched.events[static_cast<std::size_t>(number - 1)]));
  said.salt = Salt::generate(client.env());
  said.claimed_by = arguments.text("claimed_by", arguments.text("as"));
  if (arguments.has("affiliation")) said.affiliation = arguments.text("affiliation");
  said.text = arguments.text("text");
  return write_record(client, arguments.text("as"), said, {});
}

}  // namespace armistice
