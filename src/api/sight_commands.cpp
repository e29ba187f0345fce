// SPDX-License-Identifier: Apache-2.0
#include "api/sight_commands.h"

#include <map>

#include "api/keyed.h"
#include "base/limits.h"
#include "base/text.h"
#include "geo/coordinate.h"
#include "terms/has.h"
#include "track/csv.h"

namespace armistice {
namespace {

constexpr std::int64_t unplaced_error_mm = 40'000'000'000;
constexpr std::size_t lines_max = 10'000;

// `saw` stands in the missions' tables where we say `seen`.
Result<Perceived> perceived_of(const std::string& word) {
  return word_of<Perceived>("perceived", word == "saw" ? "seen" : word, perceived_words);
}

// `38.3,127.25`, with how far off it may be; nothing: nobody says where.
Result<void> place_it(Sighting& said, const std::string& latitude, const std::string& longitude,
                      const std::string& error_m) {
  said.error_mm = unplaced_error_mm;
  if (latitude.empty() && longitude.empty()) return {};
  said.latitude_e7 = TRY(parse_latitude(latitude).within("latitude"));
  said.longitude_e7 = TRY(parse_longitude(longitude).within("longitude"));
  if (error_m.empty()) {
    return Error{Errc::usage, "error_m: a place stands with how many metres it may be off"};
  }
  said.error_mm = TRY(parse_metres(error_m).within("error_m"));
  return {};
}

Result<StatedTime> stated(std::string_view key, const std::string& text) {
  return StatedTime{text, TRY(parse_civil_time(text).within(key)).utc};
}

// A line of the file by the names of its columns; a column that is not there reads as empty.
class Row {
 public:
  Row(const std::map<std::string, std::size_t>& columns, std::vector<std::string> cells)
      : columns_(columns), cells_(std::move(cells)) {}
  std::string operator[](const std::string& name) const {
    const auto column = columns_.find(name);
    return column == columns_.end() ? std::string() : cells_[column->second];
  }
  std::string or_else(const std::string& name, const char* otherwise) const {
    std::string value = (*this)[name];
    return value.empty() ? otherwise : value;
  }

 private:
  const std::map<std::string, std::size_t>& columns_;
  std::vector<std::string> cells_;
};

constexpr std::array<std::string_view, 6> columns_needed = {"location",  "means",       "number",
                                                            "perceived", "description", "time"};
constexpr std::array<std::string_view, 9> columns_known = {"position", "weapon",    "until",
                                                           "latitude", "longitude", "error_m",
                                                           "side",     "certainty", "bearing"};

Result<std::map<std::string, std::size_t>> columns_of(std::string_view line) {
  std::map<std::string, std::size_t> columns;
  const std::vector<std::string> names = TRY(split_csv(line));
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto is = [&](const auto& list) { return has(list, names[i]); };
    if (!is(columns_needed) && !is(columns_known)) {
      return Error{Errc::malformed,
                   fmt::format("column {}: {:?} is none of {}, {}", i + 1, names[i],
                               fmt::join(columns_needed, ", "), fmt::join(columns_known, ", "))};
    }
    if (!columns.emplace(names[i], i).second) {
      return Error{Errc::malformed, fmt::format("column {}: {} stands twice", i + 1, names[i])};
    }
  }
  for (const std::string_view name : columns_needed) {
    if (columns.contains(std::string(name))) continue;
    return Error{Errc::malformed, fmt::format("there is no column {}", name)};
  }
  return columns;
}

// What no field holds goes into its text: the weapon, whence it was seen, a place without a name.
std::string text_of(const Row& row, bool named) {
  std::vector<std::string> parts;
  if (!row["weapon"].empty()) parts.push_back("weapon: " + row["weapon"]);
  if (!named) parts.push_back("location: " + row["location"]);
  if (!row["position"].empty()) parts.push_back("seen from: " + row["position"]);
  return fmt::format("{}", fmt::join(parts, "\n"));
}

Result<Sighting> sighting_of(Client& client, const Row& row) {
  Sighting said;
  said.salt = Salt::generate(client.env());
  said.what = row["description"];
  said.number = TRY(number_of("number", row["number"]));
  said.means = TRY(word_of<Means>("means", row["means"], means_words));
  said.perceived = TRY(perceived_of(row["perceived"]));
  said.certainty =
      TRY(word_of<Certainty>("certainty", row.or_else("certainty", "observed"), certainty_words));
  said.bearing = TRY(word_of<Bearing>("bearing", row.or_else("bearing", "none"), bearing_words));
  said.side = row["side"];
  const bool named = is_name(row["location"]) && row["location"].size() <= 64;
  if (named) said.place = row["location"];
  TRY(place_it(said, row["latitude"], row["longitude"], row["error_m"]));
  said.from = TRY(stated("time", row["time"]));
  said.until = row["until"].empty() ? said.from : TRY(stated("until", row["until"]));
  said.text = text_of(row, named);
  TRY(parse_body(Sighting::kind, to_bytes(Body(said))));
  return said;
}

struct FileLine {
  std::size_t number = 0;
  Sighting said;
};

std::string line_text(const std::string& file, std::size_t number) {
  return fmt::format("{} line {}", file, number);
}

Result<std::vector<FileLine>> read_lines(Client& client, const std::string& file) {
  const Bytes bytes = TRY(client.env().read_file(file, limits::file_bytes_max));
  if (!is_utf8(bytes)) return Error{Errc::malformed, file + ": not UTF-8"};
  std::string_view rest = bytes;
  std::map<std::string, std::size_t> columns;
  std::vector<FileLine> lines;
  std::size_t number = 0;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    const std::string where = line_text(file, ++number);
    if (number == 1) {
      columns = TRY(columns_of(line).within(where));
      continue;
    }
    if (line.empty()) continue;
    std::vector<std::string> cells = TRY(split_csv(line).within(where));
    if (cells.size() != columns.size()) {
      return Error{Errc::malformed, fmt::format("{}: {} cells, the first line names {} columns",
                                                where, cells.size(), columns.size())};
    }
    if (lines.size() == lines_max) {
      return Error{Errc::too_large,
                   fmt::format("{}: at most {} sightings a file", file, lines_max)};
    }
    const Row row(columns, std::move(cells));
    lines.push_back({number, TRY(sighting_of(client, row).within(where))});
  }
  if (number == 0) return Error{Errc::malformed, file + " is empty"};
  return lines;
}

}  // namespace

Result<Json> sight_lodge(Client& client, const Arguments& arguments) {
  Sighting said;
  said.salt = Salt::generate(client.env());
  said.what = arguments.text("what");
  said.number = arguments.integer("number", 1);
  said.means = TRY(word_of<Means>("means", arguments.text("means", "patrol"), means_words));
  said.perceived = TRY(perceived_of(arguments.text("perceived", "seen")));
  said.certainty = TRY(
      word_of<Certainty>("certainty", arguments.text("certainty", "observed"), certainty_words));
  said.bearing = TRY(word_of<Bearing>("bearing", arguments.text("bearing", "none"), bearing_words));
  said.side = arguments.text("side");
  said.place = arguments.text("place");
  const std::string at = arguments.text("at");
  const std::size_t comma = std::min(at.find(','), at.size());
  if (!at.empty() && comma == at.size()) {
    return Error{Errc::usage, fmt::format("at: {:?}; written `38.3,127.25`", at)};
  }
  TRY(place_it(said, at.substr(0, comma), at.empty() ? "" : at.substr(comma + 1),
               arguments.text("error_m")));
  said.from = TRY(time_in(client, arguments, "from"));
  said.until = arguments.has("until") ? TRY(time_in(client, arguments, "until")) : said.from;
  said.text = arguments.text("text");
  return write_inspected(client, arguments, said);
}

Result<Json> sight_import(Client& client, const Arguments& arguments) {
  const std::string file = arguments.text("file");
  const std::int64_t first = arguments.integer("from_line", 2);
  const std::vector<FileLine> lines = TRY(read_lines(client, file));
  std::int64_t lodged = 0;
  Json first_index;
  Json last_index;
  for (const FileLine& line : lines) {
    if (static_cast<std::int64_t>(line.number) < first) continue;
    const auto answer = write_inspected(client, arguments, line.said);
    if (!answer.ok()) {
      return Error{
          answer.error().code,
          fmt::format("{}: {}; {} are on record before it, go on with --from-line {}",
                      line_text(file, line.number), answer.error().what, lodged, line.number)};
    }
    last_index = *answer->find("index");
    if (lodged++ == 0) first_index = last_index;
    client.progress(fmt::format("{} of {}", lodged, lines.size()));
  }
  return Json::Object{{"lodged", lodged}, {"first", first_index}, {"last", last_index}};
}

}  // namespace armistice
