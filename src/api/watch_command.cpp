// SPDX-License-Identifier: Apache-2.0
#include "api/watch_command.h"

#include <fmt/format.h>

#include <cmath>
#include <cstdio>

#include "api/print.h"
#include "base/limits.h"
#include "record/manifest.h"
#include "register/bodies.h"
#include "track/fix_reader.h"
#include "track/fix_time.h"
#include "track/watch.h"

namespace armistice {
namespace {

constexpr std::string_view line_path = "ground/line.geojson";
constexpr std::string_view shipped = "agreements/korea-1953";

struct GroundFrom {
  Ground ground;
  std::string source;
};

Error usage(std::string what) { return Error{Errc::usage, std::move(what)}; }

// The line as genesis has it on record.
Result<Bytes> line_on_record(Env& env, const RegisterLayout& layout, const Digest& agreement) {
  const Bytes manifest = TRY(read_body_file(env, layout, agreement).within("the agreement"));
  for (const ManifestLine& line : TRY(parse_manifest(manifest))) {
    if (line.path == line_path) return read_body_file(env, layout, line.digest).within(line.path);
  }
  return Error{Errc::not_found, fmt::format("the agreement on record has no {}", line_path)};
}

Result<GroundFrom> ground_of(Client& client, const Arguments& arguments) {
  Env& env = client.env();
  if (arguments.has("zones")) {
    const Path path = arguments.text("zones");
    const Bytes bytes = TRY(env.read_file(path, limits::file_bytes_max));
    Ground ground = TRY(Ground::read_zones(bytes).within(path.string()));
    return GroundFrom{std::move(ground), path.string()};
  }
  const Path data = arguments.text("dir", client.data().string());
  const NodeLayout node{data};
  Client::Options options;
  options.data = data;
  Client of_folder(env, options);
  const auto circle = of_folder.circle();
  if (circle.ok()) {
    const Bytes bytes =
        TRY(line_on_record(env, node.reg(Node::register_name), (*circle)->genesis().agreement));
    Ground ground = TRY(Ground::read_line(bytes).within(line_path));
    return GroundFrom{std::move(ground), "the agreement on record"};
  }
  // A folder that is damaged is no reason to take another line.
  if (circle.error().code != Errc::not_found) return circle.error();
  const Path path = Path(shipped) / line_path;
  const auto bytes = env.read_file(path, limits::file_bytes_max);
  if (!bytes.ok()) {
    return Error{Errc::not_found, fmt::format("{} is no node, and there is no {} here",
                                              data.string(), path.string())};
  }
  Ground ground = TRY(Ground::read_line(*bytes).within(path.string()));
  return GroundFrom{std::move(ground), path.string()};
}

// A pipe has no offsets, so Env's files cannot read it.
Result<Bytes> read_stdin() {
  Bytes bytes;
  std::array<char, 65'536> piece;
  while (const std::size_t count = std::fread(piece.data(), 1, piece.size(), stdin)) {
    bytes.append(piece.data(), count);
    if (bytes.size() > limits::fixes_bytes_max) break;  // read_fixes says so
  }
  if (std::ferror(stdin) != 0) return Error{Errc::io, "standard input cannot be read"};
  return bytes;
}

Result<FixFile> fixes_of(Client& client, const Arguments& arguments) {
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
  const std::string name = arguments.text("fixes");
  const Bytes bytes =
      name == "-" ? TRY(read_stdin()) : TRY(client.env().read_file(name, limits::fixes_bytes_max));
  return read_fixes(bytes, format).within(name);
}

Result<WatchRules> rules_of(const Arguments& arguments) {
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

Json answer_of(const WatchedFixes& from) {
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

std::string metres(const Json& row, std::string_view key) {
  const std::int64_t value_mm = *row.find(key)->as_integer();
  return fmt::format("{}.{}", value_mm / 1000, value_mm % 1000 / 100);
}

std::string text_of(const Json& row, std::string_view key) {
  const Json* value = row.find(key);
  if (value->is_null()) return "-";
  return value->as_text() != nullptr ? *value->as_text() : to_text(*value);
}

Json shown_event(const Json& row) {
  const std::string to = text_of(row, "to");
  const std::string from = text_of(row, "from");
  const bool moved = from != to && from != "-" && text_of(row, "event") != "undecidable";
  return Json::Object{
      {"track", text_of(row, "track")},
      {"event", text_of(row, "event")},
      {"of", text_of(row, "boundary")},
      {"state", moved ? from + " to " + to : to},
      {"earliest", text_of(row, "earliest")},
      {"about", *row.find("observed") == Json(true) ? text_of(row, "about") : "not observed"},
      {"latest", text_of(row, "latest")},
      {"latitude", text_of(row, "latitude")},
      {"longitude", text_of(row, "longitude")},
      {"edge_m", metres(row, "edge_distance_mm")},
      {"fix_error_m", metres(row, "fix_error_mm")},
      {"edge_error_m", metres(row, "edge_error_mm")},
      {"basis", text_of(row, "basis")},
      {"lines", text_of(row, "first_line") + "-" + text_of(row, "last_line")}};
}

}  // namespace

Result<WatchedFixes> watched_of(Client& client, const Arguments& arguments) {
  const WatchRules rules = TRY(rules_of(arguments));
  GroundFrom from = TRY(ground_of(client, arguments));
  FixFile file = TRY(fixes_of(client, arguments));
  Watched watched = watch(from.ground, file.fixes, rules);
  return WatchedFixes{std::move(from.ground), std::move(from.source), std::move(file),
                      std::move(watched)};
}

Result<Json> watch_fixes(Client& client, const Arguments& arguments) {
  return answer_of(TRY(watched_of(client, arguments)));
}

std::string print_watched(const Json& answer) {
  Json::Array rows;
  const Json::Array& events = *answer.find("events")->as_array();
  for (const Json& event : events) rows.push_back(shown_event(event));
  std::string out = rows.empty() ? "no events\n" : print_rows(rows);
  for (const Json& line : *answer.find("rejected")->as_array()) {
    const std::string column = text_of(line, "column");
    out += fmt::format("rejected: line {}{}: {}\n", text_of(line, "line"),
                       column.empty() ? "" : ", column " + column, text_of(line, "what"));
  }
  for (const Json& row : *answer.find("verdicts")->as_array()) {
    out +=
        fmt::format("{}: {} {}, {} {}, {} undecidable, {} beyond\n", text_of(row, "boundary"),
                    text_of(row, "yes"), text_of(row, "yes_means"), text_of(row, "no"),
                    text_of(row, "no_means"), text_of(row, "undecidable"), text_of(row, "beyond"));
  }
  out += fmt::format(
      "{} fixes of {} tracks ({} without a stated error), {} gaps, {} events, {} "
      "rejected lines\nground {} of {}\n",
      text_of(answer, "fixes"), text_of(answer, "tracks"), text_of(answer, "errors_assumed"),
      text_of(answer, "gaps"), events.size(), text_of(answer, "rejected_lines"),
      text_of(answer, "ground_digest"), text_of(answer, "ground"));
  return out;
}

}  // namespace armistice
