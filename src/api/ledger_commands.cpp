// SPDX-License-Identifier: Apache-2.0
#include "api/ledger_commands.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "api/author.h"
#include "base/text.h"
#include "record/kinds/body.h"

namespace armistice {
namespace {

// The parts of `pusan; arriving; 1200`, without the blanks around them.
std::vector<std::string> parts_of(std::string_view text) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t end = std::min(text.find(';'), text.size());
    std::string_view part = text.substr(0, end);
    while (!part.empty() && part.front() == ' ') part.remove_prefix(1);
    while (!part.empty() && part.back() == ' ') part.remove_suffix(1);
    parts.emplace_back(part);
    if (end == text.size()) return parts;
    text.remove_prefix(end + 1);
  }
}

template <typename Enum, std::size_t N>
Result<Enum> word_of(std::string_view what, const std::string& word,
                     const std::array<std::string_view, N>& words) {
  const auto found = std::find(words.begin(), words.end(), word);
  if (found != words.end()) return static_cast<Enum>(found - words.begin());
  return Error{Errc::usage,
               fmt::format("{}: {:?} is none of {}", what, word, fmt::join(words, ", "))};
}

Result<std::int64_t> number_of(std::string_view what, const std::string& text) {
  const auto value = parse_decimal(text);
  if (value.ok()) return static_cast<std::int64_t>(*value);
  return Error{Errc::usage, fmt::format("{}: {:?} is no number", what, text)};
}

Result<PersonsCount> count_of(const std::string& text) {
  const auto parts = parts_of(text);
  if (parts.size() < 3 || parts.size() > 5) {
    return Error{Errc::usage,
                 fmt::format("count: {:?}; written `pusan; arriving; 1200`, then a sort and a "
                             "nationality, if any",
                             text)};
  }
  PersonsCount one;
  one.point = parts[0];
  one.direction = TRY(word_of<Direction>("count", parts[1], direction_words));
  one.persons = TRY(number_of("count", parts[2]));
  if (parts.size() > 3) {
    one.sort = TRY(word_of<MovementSort>("count", parts[3], movement_sort_words));
  }
  if (parts.size() > 4) one.nationality = parts[4];
  return one;
}

Result<ShippedItem> item_of(const std::string& text) {
  const auto parts = parts_of(text);
  if (parts.size() != 3 && parts.size() != 6) {
    return Error{Errc::usage,
                 fmt::format("item: {:?}; written `armored_vehicle; M46; 4; M46; 4; worn_out`, the "
                             "last three for what it replaces",
                             text)};
  }
  ShippedItem one;
  one.materiel = TRY(word_of<Materiel>("item", parts[0], materiel_words));
  one.designation = parts[1];
  one.quantity = TRY(number_of("item", parts[2]));
  if (parts.size() == 3) return one;
  one.replaces = parts[3];
  one.replaced = TRY(number_of("item", parts[4]));
  one.disposition = TRY(word_of<Disposition>("item", parts[5], disposition_words));
  return one;
}

// The side: its author's own, unless it is inspected.
Result<std::string> side_in(const Arguments& arguments) {
  if (arguments.has("side")) return arguments.text("side");
  if (!arguments.flag("inspected")) return std::string(party_of(arguments.text("as")));
  return Error{Errc::usage, "side: whose it is, of what was inspected"};
}

CountBasis basis_in(const Arguments& arguments) {
  return arguments.flag("inspected") ? CountBasis::inspected : CountBasis::reported;
}

Result<StatedTime> time_in(Client& client, const Arguments& arguments) {
  if (!arguments.has("at")) {
    const CivilTime now = circle_now(client.env(), TRY(client.circle())->genesis());
    return StatedTime{to_text(now), now.utc};
  }
  const std::string text = arguments.text("at");
  return StatedTime{text, TRY(parse_civil_time(text).within("at")).utc};
}

// What a reader of this kind would refuse is said before it is signed.
Result<Json> write_checked(Client& client, const Arguments& arguments, const Body& body) {
  TRY(parse_body(kind_of(body), to_bytes(body)));
  return write_record(client, arguments.text("as"), body, {});
}

}  // namespace

Result<Json> movement_report(Client& client, const Arguments& arguments) {
  Movement body;
  body.salt = Salt::generate(client.env());
  body.side = TRY(side_in(arguments));
  body.basis = basis_in(arguments);
  body.day = TRY(parse_day(arguments.text("day")).within("day"));
  for (const std::string& text : arguments.list("count")) {
    body.counts.push_back(TRY(count_of(text)));
    const PersonsCount& one = body.counts.back();
    (one.direction == Direction::arriving ? body.arrived : body.departed) += one.persons;
  }
  body.arrived = arguments.integer("arrived", body.arrived);
  body.departed = arguments.integer("departed", body.departed);
  body.text = arguments.text("text");
  return write_checked(client, arguments, body);
}

Result<Json> movement_shipment(Client& client, const Arguments& arguments) {
  Shipment body;
  body.salt = Salt::generate(client.env());
  body.side = TRY(side_in(arguments));
  body.basis = basis_in(arguments);
  body.shipment = arguments.text("shipment");
  body.point = arguments.text("point");
  body.direction = TRY(
      word_of<Direction>("direction", arguments.text("direction", "arriving"), direction_words));
  body.at = TRY(time_in(client, arguments));
  for (const std::string& text : arguments.list("item")) body.items.push_back(TRY(item_of(text)));
  body.text = arguments.text("text");
  return write_checked(client, arguments, body);
}

Result<Json> duty_done(Client& client, const Arguments& arguments) {
  Fulfilment body;
  body.salt = Salt::generate(client.env());
  body.term = arguments.text("term");
  body.occasion = arguments.text("occasion");
  body.at = TRY(time_in(client, arguments));
  body.text = arguments.text("text");
  return write_checked(client, arguments, body);
}

}  // namespace armistice
