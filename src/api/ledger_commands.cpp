// SPDX-License-Identifier: Apache-2.0
#include "api/ledger_commands.h"

#include "api/keyed.h"
#include "base/text.h"

namespace armistice {
namespace {

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
  return write_inspected(client, arguments, body);
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
  body.at = TRY(time_in(client, arguments, "at"));
  for (const std::string& text : arguments.list("item")) body.items.push_back(TRY(item_of(text)));
  body.text = arguments.text("text");
  return write_inspected(client, arguments, body);
}

Result<Json> duty_done(Client& client, const Arguments& arguments) {
  Fulfilment body;
  body.salt = Salt::generate(client.env());
  body.term = arguments.text("term");
  body.occasion = arguments.text("occasion");
  body.at = TRY(time_in(client, arguments, "at"));
  body.text = arguments.text("text");
  return write_checked(client, arguments, body);
}

}  // namespace armistice
