// SPDX-License-Identifier: Apache-2.0
#include "api/watch_command.h"

#include <fmt/format.h>

#include <cstdio>

#include "api/print.h"
#include "base/limits.h"

namespace armistice {
namespace {

constexpr std::string_view shipped = "agreements/korea-1953";

struct GroundFrom {
  Ground ground;
  std::string source;
};

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
    Ground ground = TRY(
        read_line_on_record(env, node.reg(Node::register_name), (*circle)->genesis().agreement));
    return GroundFrom{std::move(ground), "the agreement on record"};
  }
  // A folder that is damaged is no reason to take another line.
  if (circle.error().code != Errc::not_found) return circle.error();
  const Path path = Path(shipped) / "ground/line.geojson";
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
  const FixFormat format = TRY(fix_format(arguments));
  const std::string name = arguments.text("fixes");
  const Bytes bytes =
      name == "-" ? TRY(read_stdin()) : TRY(client.env().read_file(name, limits::fixes_bytes_max));
  return read_fixes(bytes, format).within(name);
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
  const WatchRules rules = TRY(watch_rules(arguments));
  GroundFrom from = TRY(ground_of(client, arguments));
  FixFile file = TRY(fixes_of(client, arguments));
  Watched watched = watch(from.ground, file.fixes, rules);
  return WatchedFixes{std::move(from.ground), std::move(from.source), std::move(file),
                      std::move(watched)};
}

Result<Json> watch_fixes(Client& client, const Arguments& arguments) {
  return watched_json(TRY(watched_of(client, arguments)));
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
