// SPDX-License-Identifier: Apache-2.0
#include "track/fix_reader.h"

#include <fmt/format.h>

#include "base/text.h"
#include "geo/decimal_json.h"
#include "track/csv.h"
#include "track/fix_time.h"

namespace armistice {
namespace {

constexpr std::array<std::string_view, 7> names = {
    "time", "track", "latitude", "longitude", "uncertainty_m", "affiliation", "kind"};
constexpr std::size_t required = 4;  // of them, from the front

// What a line says, by the place in `names`; nothing: not said.
using Values = std::array<std::optional<std::string>, names.size()>;

// An error of one value: which, and what.
struct Refused {
  std::optional<std::size_t> name;
  std::string what;
};

bool is_shown(std::string_view text) {
  return is_utf8(text) && std::none_of(text.begin(), text.end(), [](char c) {
           return static_cast<std::uint8_t>(c) < 0x20 || c == 0x7f;
         });
}

// What a file says, fit for a message: a control character could take over a terminal, and half a
// letter is no text.
std::string shown(std::string text) {
  const bool whole = is_utf8(text);
  for (char& c : text) {
    const auto byte = static_cast<std::uint8_t>(c);
    if (byte < 0x20 || byte == 0x7f || (!whole && byte >= 0x80)) c = '?';
  }
  return text;
}

std::optional<Refused> refuse(std::size_t name, std::string what) {
  return Refused{name, std::move(what)};
}

std::optional<Refused> take_text(const Values& values, std::size_t name, std::string& out) {
  if (!values[name]) return std::nullopt;
  if (values[name]->size() > limits::fix_text_bytes_max || !is_shown(*values[name])) {
    return refuse(name,
                  fmt::format("a text of at most {} bytes of UTF-8 without control characters",
                              limits::fix_text_bytes_max));
  }
  out = *values[name];
  return std::nullopt;
}

// Fills a fix from the values of a line.
std::optional<Refused> take_values(const Values& values, const FixFormat& format, Fix& fix) {
  for (std::size_t name = 0; name < required; ++name) {
    if (!values[name] || values[name]->empty()) return refuse(name, "nothing stands here");
  }
  const auto time = parse_fix_time(*values[0], format.offset_s);
  if (!time.ok()) return refuse(0, time.error().what);
  fix.time_ms = time->time_ms;
  fix.offset_s = time->offset_s;
  if (auto refused = take_text(values, 1, fix.track)) return refused;
  const auto latitude = parse_latitude(*values[2]);
  if (!latitude.ok()) return refuse(2, latitude.error().what);
  const auto longitude = parse_longitude(*values[3]);
  if (!longitude.ok()) return refuse(3, longitude.error().what);
  fix.at = {*latitude, *longitude};
  fix.error_assumed = !values[4] || values[4]->empty();
  fix.error_mm = format.error_mm_assumed;
  if (!fix.error_assumed) {
    const auto error_mm = parse_metres(*values[4]);
    if (!error_mm.ok()) return refuse(4, error_mm.error().what);
    fix.error_mm = *error_mm;
  }
  if (auto refused = take_text(values, 5, fix.affiliation)) return refused;
  return take_text(values, 6, fix.kind);
}

class Reader {
 public:
  Reader(ByteView bytes, const FixFormat& format) : rest_(bytes), format_(format) {
    for (const std::string_view name : names) {
      const auto mapped = format.columns.find(std::string(name));
      headings_.push_back(mapped == format.columns.end() ? std::string(name) : mapped->second);
    }
  }

  Result<FixFile> read() {
    if (rest_.starts_with("\xef\xbb\xbf")) rest_.remove_prefix(3);  // spreadsheets write one
    if (rest_.empty()) return Error{Errc::malformed, "the file is empty"};
    const std::size_t first = rest_.find_first_not_of(" \t\r\n");
    const bool is_ndjson = first != ByteView::npos && rest_[first] == '{';
    if (!is_ndjson) TRY(read_heading());
    while (!rest_.empty()) {
      const ByteView line = take();
      if (line.find_first_not_of(" \t") == ByteView::npos) continue;
      if (line_ > limits::fix_lines_max) {
        return Error{Errc::too_large, fmt::format("more than {} lines", limits::fix_lines_max)};
      }
      if (line.size() > limits::fix_line_bytes_max) {
        reject({}, fmt::format("{} bytes, at most {}", line.size(), limits::fix_line_bytes_max));
      } else if (is_ndjson) {
        read_object(line);
      } else {
        read_row(line);
      }
    }
    return std::move(file_);
  }

 private:
  // The next line without its end; the last one may have none.
  ByteView take() {
    ++line_;
    ByteView line;
    if (const auto whole = take_line(rest_)) {
      line = *whole;
    } else {
      line = rest_;
      rest_ = {};
    }
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
  }

  void reject(std::string column, std::string what) {
    ++file_.rejected_count;
    if (file_.rejected.size() >= limits::rejected_lines_kept_max) return;
    file_.rejected.push_back({line_, shown(std::move(column)), shown(std::move(what))});
  }

  Result<void> read_heading() {
    const ByteView line = take();
    const auto found = split_csv(line.substr(0, limits::fix_line_bytes_max));
    if (!found.ok()) return found.error().within("line 1");
    if (found->size() > limits::fix_columns_max) {
      return Error{Errc::too_large, fmt::format("line 1: {} columns, at most {}", found->size(),
                                                limits::fix_columns_max)};
    }
    columns_ = found->size();
    for (std::size_t name = 0; name < names.size(); ++name) {
      const std::string& heading = headings_[name];
      const auto count = std::count(found->begin(), found->end(), heading);
      if (count > 1) return Error{Errc::malformed, fmt::format("line 1: two columns {}", heading)};
      if (count == 0 && (name < required || format_.columns.contains(std::string(names[name])))) {
        return missing(heading, names[name], line);
      }
      const auto at = std::find(found->begin(), found->end(), heading) - found->begin();
      places_.push_back(count == 0 ? std::nullopt : std::optional(static_cast<std::size_t>(at)));
    }
    return {};
  }

  Error missing(std::string_view heading, std::string_view name, ByteView line) const {
    constexpr std::size_t shown_max = 200;
    return Error{Errc::malformed,
                 fmt::format("line 1: no column {}; the headings are {}. Name yours by --columns "
                             "{}=HEADING",
                             heading, shown(Bytes(line.substr(0, shown_max))), name)};
  }

  void read_row(ByteView line) {
    auto cells = split_csv(line);
    if (!cells.ok()) return reject({}, cells.error().what);
    if (cells->size() != columns_) {
      return reject({}, fmt::format("{} columns, the heading has {}", cells->size(), columns_));
    }
    Values values;
    for (std::size_t name = 0; name < names.size(); ++name) {
      if (places_[name]) values[name] = std::move((*cells)[*places_[name]]);
    }
    keep(values, true);
  }

  void read_object(ByteView line) {
    const auto json = parse_decimal_json(line, limits::fix_line_bytes_max);
    if (!json.ok()) return reject({}, json.error().what + "; one object a line is due");
    if (json->as_object() == nullptr) return reject({}, "no object; one object a line is due");
    Values values;
    for (std::size_t name = 0; name < names.size(); ++name) {
      const Json* value = json->find(headings_[name]);
      if (value == nullptr || value->is_null()) continue;
      const bool is_number = name >= 2 && name <= 4;
      const auto text = is_number ? number_text(*value) : plain_text(*value);
      if (!text) return reject(headings_[name], is_number ? "a number is due" : "a text is due");
      values[name] = *text;
    }
    keep(values, false);
  }

  void keep(const Values& values, bool is_csv) {
    Fix fix;
    fix.line = line_;
    const auto refused = take_values(values, format_, fix);
    if (!refused) {
      file_.fixes.push_back(std::move(fix));
      return;
    }
    const std::size_t name = refused->name.value_or(0);
    const std::string number =
        is_csv && places_[name] ? fmt::format("{} ", *places_[name] + 1) : "";
    reject(number + headings_[name], refused->what);
  }

  ByteView rest_;
  const FixFormat& format_;
  std::vector<std::string> headings_;               // the file's, in the order of `names`
  std::vector<std::optional<std::size_t>> places_;  // of them, in a row
  std::size_t columns_ = 0;
  std::uint64_t line_ = 0;
  FixFile file_;
};

}  // namespace

Result<std::map<std::string, std::string>> parse_columns(const std::vector<std::string>& items) {
  std::map<std::string, std::string> columns;
  for (const std::string& item : items) {
    const std::size_t at = item.find('=');
    const std::string name = item.substr(0, at);
    if (at == std::string::npos || at + 1 == item.size()) {
      return Error{Errc::usage, fmt::format("columns: \"{}\" is not NAME=HEADING", item)};
    }
    if (std::find(names.begin(), names.end(), name) == names.end()) {
      return Error{Errc::usage, fmt::format("columns: no name is {}; there are {}", name,
                                            fmt::join(names, ", "))};
    }
    if (!columns.emplace(name, item.substr(at + 1)).second) {
      return Error{Errc::usage, fmt::format("columns: {} stands twice", name)};
    }
  }
  return columns;
}

Result<FixFile> read_fixes(ByteView bytes, const FixFormat& format) {
  if (bytes.size() > limits::fixes_bytes_max) {
    return Error{Errc::too_large, fmt::format("{} bytes of fixes, at most {}", bytes.size(),
                                              limits::fixes_bytes_max)};
  }
  return Reader(bytes, format).read();
}

}  // namespace armistice
