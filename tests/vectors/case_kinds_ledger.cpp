// SPDX-License-Identifier: Apache-2.0
// What came in and went out, and what was due: movement/1, shipment/1, fulfilment/1.
#include "vectors/item_cases.h"

namespace armistice::vectors {
namespace {

constexpr const char* bases[] = {"reported", "inspected"};
constexpr const char* directions[] = {"arriving", "departing"};
constexpr const char* sorts[] = {"rotation", "temporary_duty", "leave"};
constexpr const char* materiel[] = {"combat_aircraft", "armored_vehicle", "weapon", "ammunition"};
constexpr const char* dispositions[] = {"none", "destroyed", "damaged", "worn_out", "used_up"};

std::vector<Case> movement_cases() {
  Table table("movement/1");
  const FieldTexts count{{{"point", in_quotes("pusan")},
                          {"direction", in_quotes("arriving")},
                          {"sort", in_quotes("rotation")},
                          {"nationality", in_quotes("United States")},
                          {"persons", "1200"}}};
  const FieldTexts base{{{"salt", salt},
                         {"side", in_quotes("unc")},
                         {"basis", in_quotes("reported")},
                         {"day", in_quotes("1953-08-05")},
                         {"counts", list_of({count.text()})},
                         {"arrived", "1200"},
                         {"departed", "0"},
                         {"text", in_quotes("A troopship.")}}};
  table.ok("good", "arrivals of a day", base);
  table.ok("other-totals", "views add up, not readers", base.with("arrived", "1201"));
  table.closed(base);
  table.name(base, "side");
  table.words(base, "basis", bases);
  table.day(base, "day");
  table.closed_item(base, "counts", count);
  for (const char* key : {"arrived", "departed"}) {
    table.integer(base, key, "0", "-1", "256000000000", "256000000001");
  }
  table.text(base, "text", 65'536);
  ItemCases items(table, base, "counts", count);
  items.bad("point", "capital", in_quotes("Pusan"));
  items.words("direction", directions);
  items.words("sort", sorts);
  items.label("nationality");
  items.ok("nationality", "empty", in_quotes(""));
  items.integer("persons", "1000000000", "1000000001");
  return table.cases;
}

std::vector<Case> shipment_cases() {
  Table table("shipment/1");
  const FieldTexts item{{{"materiel", in_quotes("armored_vehicle")},
                         {"designation", in_quotes("M46")},
                         {"quantity", "4"},
                         {"replaces", in_quotes("M46")},
                         {"replaced", "4"},
                         {"disposition", in_quotes("worn_out")}}};
  const FieldTexts base{{{"salt", salt},
                         {"side", in_quotes("unc")},
                         {"basis", in_quotes("reported")},
                         {"shipment", in_quotes("S-17")},
                         {"point", in_quotes("pusan")},
                         {"direction", in_quotes("arriving")},
                         {"at", in_quotes("1953-08-05T09:00:00+09:00")},
                         {"items", list_of({item.text()})},
                         {"text", in_quotes("")}}};
  table.ok("good", "tanks for worn out ones", base);
  table.closed(base);
  table.name(base, "side");
  table.words(base, "basis", bases);
  table.ok("shipment-128-bytes", "1 to 128 bytes",
           base.with("shipment", in_quotes(std::string(128, 'x'))));
  table.long_text(base, "shipment", 128);
  table.bad("shipment-empty", "its number or name", base.with("shipment", in_quotes("")));
  table.name(base, "point");
  table.words(base, "direction", directions);
  table.time(base, "at");
  table.closed_item(base, "items", item);
  table.text(base, "text", 65'536);
  ItemCases items(table, base, "items", item);
  items.words("materiel", materiel);
  items.label("designation");
  items.bad("designation", "empty", in_quotes(""));
  items.label("replaces");
  items.ok("replaces", "empty", in_quotes(""));
  for (const char* key : {"quantity", "replaced"}) items.integer(key, "1000000000", "1000000001");
  items.words("disposition", dispositions);
  return table.cases;
}

std::vector<Case> fulfilment_cases() {
  Table table("fulfilment/1");
  const FieldTexts base{{{"salt", salt},
                         {"term", in_quotes("zone.withdrawal")},
                         {"occasion", in_quotes("")},
                         {"at", in_quotes("1953-07-30T12:00:00+09:00")},
                         {"text", in_quotes("All are out.")}}};
  table.ok("good", "done", base);
  table.ok("of-a-day", "a duty that recurs", base.with("occasion", in_quotes("1953-08-06")));
  table.closed(base);
  table.name(base, "term");
  table.text(base, "occasion", 128);
  table.time(base, "at");
  table.text(base, "text", 65'536);
  return table.cases;
}

}  // namespace

std::vector<Case> ledger_kind_cases() {
  std::vector<Case> cases = movement_cases();
  for (const auto& more : {shipment_cases(), fulfilment_cases()}) {
    cases.insert(cases.end(), more.begin(), more.end());
  }
  return cases;
}

}  // namespace armistice::vectors
