// SPDX-License-Identifier: Apache-2.0
#include "api/print.h"

#include <fmt/format.h>

#include "base/text.h"

namespace armistice {
namespace {

// A value on one line.
std::string flat(const Json* value) {
  if (value == nullptr || value->is_null()) return "-";
  if (const auto* text = value->as_text()) {
    std::string line = *text;
    for (char& c : line) {
      // Control characters would let what somebody said take over the reader's terminal.
      if (static_cast<std::uint8_t>(c) < 0x20 || c == 0x7f) c = ' ';
    }
    return line;
  }
  if (const auto* array = value->as_array()) {
    std::string out;
    for (const Json& item : *array) out += (out.empty() ? "" : ", ") + flat(&item);
    return out.empty() ? "-" : out;
  }
  return to_text(*value);
}

std::string field(const Json& object, std::string_view key) { return flat(object.find(key)); }

std::string shown(const Json& object, std::string_view key) {
  const Json* value = object.find(key);
  return value != nullptr && value->as_text() != nullptr ? for_terminal(*value->as_text()) : "";
}

// Columns of a terminal, counted in characters of UTF-8.
std::size_t width_of(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<std::uint8_t>(c) & 0xc0) != 0x80;
  }));
}

std::string table(const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths;
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width_of(row[i]));
  }
  std::string out;
  for (const auto& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      line += row[i];
      if (i + 1 < row.size()) line.append(widths[i] - width_of(row[i]) + 2, ' ');
    }
    out += line + "\n";
  }
  return out;
}

std::string short_id(std::string_view digest) {
  return digest.starts_with("sha256:") ? std::string(digest.substr(7, 12)) : std::string(digest);
}

std::string mark_of(const Json& row) {
  if (field(row, "verdict") != "admitted") return "void: " + field(row, "verdict");
  const Json* retracted = row.find("retracted");
  if (retracted != nullptr && !retracted->as_array()->empty()) return "retracted";
  return field(row, "mode");
}

}  // namespace

const std::string& text_in(const Json& object, std::string_view key) {
  return *object.find(key)->as_text();
}

std::int64_t integer_in(const Json& object, std::string_view key) {
  return *object.find(key)->as_integer();
}

const Json::Array& list_in(const Json& object, std::string_view key) {
  return *object.find(key)->as_array();
}

std::string or_dash(const std::string& text) { return text.empty() ? "-" : text; }

std::string or_dash(const Json* value) {
  if (value == nullptr || value->is_null()) return "-";
  return value->as_text() != nullptr ? or_dash(*value->as_text()) : to_text(*value);
}

Json columns_of(const Json& row, std::span<const std::string_view> keys) {
  Json out = Json::Object{};
  for (const std::string_view key : keys) {
    const Json* value = row.find(key);
    const bool none =
        value == nullptr || (value->as_text() != nullptr && value->as_text()->empty());
    out.add(key, none ? Json("-") : *value);
  }
  return out;
}

std::string print_some(const Json::Array& rows, std::span<const std::string_view> keys) {
  Json::Array shown;
  for (const Json& row : rows) shown.push_back(columns_of(row, keys));
  return print_rows(shown);
}

std::string print_titled(std::string_view title, const Json::Array& rows,
                         std::span<const std::string_view> keys) {
  return rows.empty() ? "" : fmt::format("\n{}\n{}", title, print_some(rows, keys));
}

std::string for_terminal(std::string_view said) {
  std::string text(said);
  for (char& c : text) {
    if ((static_cast<std::uint8_t>(c) < 0x20 && c != '\n') || c == 0x7f) c = ' ';
  }
  return text;
}

std::string print_records(const Json& answer) {
  if (answer.as_array()->empty()) return "no records\n";
  std::vector<std::vector<std::string>> rows = {
      {"index", "written", "author", "kind", "state", "what"}};
  for (const Json& row : *answer.as_array()) {
    rows.push_back({field(row, "index"), field(row, "written"), field(row, "author"),
                    field(row, "kind"), mark_of(row), field(row, "summary")});
  }
  return table(rows);
}

std::string print_record(const Json& answer) {
  std::string out = table({{"index", field(answer, "index")},
                           {"id", field(answer, "id")},
                           {"kind", field(answer, "kind")},
                           {"author", field(answer, "author")},
                           {"signers", field(answer, "signers")},
                           {"number", field(answer, "number")},
                           {"written", field(answer, "written")},
                           {"after", field(answer, "after")},
                           {"before", field(answer, "before")},
                           {"verdict", field(answer, "verdict")},
                           {"mode", field(answer, "mode")}});
  for (const Json& one : *answer.find("retracted")->as_array()) {
    out += fmt::format("retracted by {} ({})\n", field(one, "index"), field(one, "scope"));
  }
  for (const Json& one : *answer.find("irregularities")->as_array()) {
    out += fmt::format("noticed: {}: {}\n", field(one, "word"), field(one, "detail"));
  }
  for (const Json& one : *answer.find("noticed")->as_array()) {
    out += fmt::format("noticed by {}: {}: {}\n", field(one, "view"), field(one, "word"),
                       field(one, "detail"));
  }
  out += "\n" + shown(answer, "entry");
  const std::string text = shown(answer, "text");
  if (!text.empty()) out += "\n" + text + "\n";
  return out;
}

std::string print_submitted(const Json& answer) {
  const Json* repeated = answer.find("repeated");
  const bool again = repeated != nullptr && repeated->as_bool() != nullptr && *repeated->as_bool();
  return fmt::format("record {} {}\n{}\n\n{}", field(answer, "index"), field(answer, "id"),
                     again ? "it stood already; this is the receipt given then" : "accepted",
                     shown(answer, "receipt"));
}

std::string print_registers(const Json& answer) {
  std::string out;
  for (const Json& row : *answer.as_array()) {
    out += table({{"register", field(row, "name")},
                  {"origin", field(row, "origin")},
                  {"circle", field(row, "circle")},
                  {"conduct", field(row, "conduct")},
                  {"log", field(row, "vkey")}});
    for (const Json& party : *row.find("parties")->as_array()) {
      out += fmt::format("{:<10}{}  {}\n", field(party, "group"), field(party, "name"),
                         field(party, "cosigner"));
    }
  }
  return out;
}

std::string print_head(const Json& answer) {
  std::string out =
      fmt::format("size {}  {}\n", field(answer, "size"),
                  answer.find("mode")->is_null() ? "accepted, not counted" : field(answer, "mode"));
  for (const Json& one : *answer.find("cosigned")->as_array()) {
    out += fmt::format("cosigned by {} at {} (Unix seconds)\n", field(one, "party"),
                       field(one, "time_utc"));
  }
  return out + "\n" + shown(answer, "note");
}

std::string print_heads(const Json& answer) {
  std::string out = "accepted: " + print_head(*answer.find("accepted"));
  const Json* counted = answer.find("counted");
  out += counted->is_null() ? "\nno head counts yet\n" : "\ncounted: " + print_head(*counted);
  const Json* clock = answer.find("clock");
  if (!clock->is_null()) {
    out += fmt::format("\nregister's clock: {} (head of {})\n", field(*clock, "circle_time"),
                       field(*clock, "size"));
  }
  return out;
}

std::string print_keys(const Json& answer) {
  std::vector<std::vector<std::string>> rows = {{"name", "key", "role", "enrolled at", "from"}};
  for (const Json& row : *answer.as_array()) {
    rows.push_back({field(row, "name"), field(row, "key"), field(row, "role"),
                    field(row, "enrolled_at"), field(row, "from")});
  }
  return table(rows);
}

std::string print_rows(const Json& answer) {
  const Json::Array& list = *answer.as_array();
  if (list.empty()) return "none\n";
  std::vector<std::vector<std::string>> rows(1);
  for (const auto& [name, value] : *list.front().as_object()) rows[0].push_back(name);
  for (const Json& row : list) {
    auto& cells = rows.emplace_back();
    for (const auto& [name, value] : *row.as_object()) {
      const std::string cell = flat(&value);
      cells.push_back(cell.starts_with("sha256:") ? short_id(cell) : cell);
    }
  }
  return table(rows);
}

std::string print_fields(const Json& answer) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& [name, value] : *answer.as_object()) rows.push_back({name, flat(&value)});
  return table(rows);
}

std::string print_text(const Json& answer) { return shown(answer, "text"); }

std::string print_proof(const Json& answer) { return shown(answer, "proof"); }

std::string print_lines(const Json& answer) {
  std::string out;
  for (const Json& row : *answer.as_array()) out += field(row, "line") + "\n";
  return out;
}

std::string print_verified(const Json& answer) {
  std::string out =
      fmt::format("circle   {}\nentries  {}\n", field(answer, "circle"), field(answer, "size"));
  for (const Json& notice : *answer.find("notices")->as_array()) {
    out += "notice   " + flat(&notice) + "\n";
  }
  if (*answer.find("withheld")->as_integer() > 0) {
    out += fmt::format("withheld {} sealed bodies are not here\n", field(answer, "withheld"));
  }
  if (!*answer.find("good")->as_bool()) return out + "WRONG    " + field(answer, "wrong") + "\n";
  out += fmt::format("counted  {} {}\n", field(answer, "counted"), field(answer, "mode"));
  out += fmt::format("noticed  {} irregularities\n", field(answer, "irregular"));
  for (const Json& line : *answer.find("lines")->as_array())
    out += "view     " + flat(&line) + "\n";
  return out + fmt::format("GOOD     in {} s\n", field(answer, "seconds"));
}

std::string print_made(const Json& answer) {
  return fmt::format(
      "An exercise was made in {}.\n\ncircle   {}\n         compare this by voice or on paper\n"
      "log      {}\nrecords  {}\nkeys of  {}\n",
      field(answer, "data"), field(answer, "circle"), field(answer, "vkey"),
      field(answer, "records"), field(answer, "keys"));
}

std::string print_draft(const Json& answer) {
  return fmt::format("{}\n\n{}\nsigned   {}\nmissing  {}\n", field(answer, "file"),
                     shown(answer, "text"), field(answer, "signed"), field(answer, "missing"));
}

}  // namespace armistice
