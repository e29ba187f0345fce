// SPDX-License-Identifier: Apache-2.0
// Who may be in the zone and who is, and what is lodged to be opened later: pass/1, gate-log/1,
// commitment/1, opening/1.
#include "vectors/item_cases.h"

namespace armistice::vectors {
namespace {

constexpr const char* arms[] = {"unarmed", "armed"};
constexpr const char* passings[] = {"in", "out"};

std::vector<Case> pass_cases() {
  Table table("pass/1");
  const FieldTexts holder{{{"number", in_quotes("C-17")},
                           {"person", in_quotes("Kim")},
                           {"sort", in_quotes("civil_police")},
                           {"arms", in_quotes("armed")}}};
  const FieldTexts base{{{"salt", salt},
                         {"zone", in_quotes("zone")},
                         {"side", in_quotes("unc")},
                         {"from", in_quotes("1953-07-28T00:00:00+09:00")},
                         {"to", in_quotes("1953-08-28T00:00:00+09:00")},
                         {"holders", list_of({holder.text()})},
                         {"text", in_quotes("")}}};
  table.ok("good", "one policeman", base);
  table.ok("of-a-moment", "to is not before from",
           base.with("to", in_quotes("1953-07-28T00:00:00+09:00")));
  table.bad("to-before-from", "not before from",
            base.with("to", in_quotes("1953-07-27T00:00:00+09:00")));
  table.closed(base);
  for (const char* key : {"zone", "side"}) table.name(base, key);
  for (const char* key : {"from", "to"}) {
    table.bad(std::string(key) + "-no-time", "a time", base.with(key, in_quotes("soon")));
  }
  table.closed_item(base, "holders", holder);
  ItemCases items(table, base, "holders", holder);
  items.label("number");
  items.bad("number", "empty", in_quotes(""));
  for (const char* key : {"person", "sort"}) {
    items.label(key);
    items.ok(key, "empty", in_quotes(""));
  }
  items.words("arms", arms);
  table.text(base, "text", 65'536);
  return table.cases;
}

std::vector<Case> gate_log_cases() {
  Table table("gate-log/1");
  const FieldTexts entry{{{"time", in_quotes("1953-08-03T10:00:00+09:00")},
                          {"passing", in_quotes("in")},
                          {"number", in_quotes("C-17")},
                          {"persons", "1"}}};
  const FieldTexts base{{{"salt", salt},
                         {"gate", in_quotes("gate-3")},
                         {"zone", in_quotes("zone")},
                         {"side", in_quotes("unc")},
                         {"from", in_quotes("1953-08-03T00:00:00+09:00")},
                         {"to", in_quotes("1953-08-03T23:59:59+09:00")},
                         {"entries", list_of({entry.text()})},
                         {"inside", "1"},
                         {"text", in_quotes("")}}};
  table.ok("good", "one goes in", base);
  table.closed(base);
  for (const char* key : {"gate", "zone", "side"}) table.name(base, key);
  table.bad("to-before-from", "not before from",
            base.with("to", in_quotes("1953-08-02T23:59:59+09:00")));
  table.closed_item(base, "entries", entry);
  ItemCases items(table, base, "entries", entry);
  items.bad("time", "no-time", in_quotes("noon"));
  items.ok("time", "at-from", in_quotes("1953-08-03T00:00:00+09:00"));
  items.bad("time", "before-from", in_quotes("1953-08-02T23:59:59+09:00"));
  items.ok("time", "at-to", in_quotes("1953-08-03T23:59:59+09:00"));
  items.bad("time", "after-to", in_quotes("1953-08-04T00:00:00+09:00"));
  const FieldTexts earlier = entry.with("time", in_quotes("1953-08-03T09:00:00+09:00"));
  table.ok("entries-in-order", "in the order of time",
           base.with("entries", list_of({earlier.text(), entry.text()})));
  table.bad("entries-out-of-order", "in the order of time",
            base.with("entries", list_of({entry.text(), earlier.text()})));
  items.words("passing", passings);
  items.label("number");
  items.ok("number", "empty", in_quotes(""));
  items.integer("persons", "1000000000", "1000000001", "1");
  table.integer(base, "inside", "0", "-1", "1000000000", "1000000001");
  table.text(base, "text", 65'536);
  return table.cases;
}

std::vector<Case> commitment_cases() {
  Table table("commitment/1");
  const FieldTexts base{{{"salt", salt},
                         {"subject", in_quotes("Land units north of the line")},
                         {"term", in_quotes("")},
                         {"as_of", in_quotes("1953-07-28")},
                         {"slot", "1"},
                         {"slots", "3"},
                         {"list", digest_json("list")},
                         {"bytes", "1024"},
                         {"text", in_quotes("")}}};
  table.ok("good", "the first of three", base);
  table.closed(base);
  table.ok("subject-128-bytes", "1 to 128 bytes",
           base.with("subject", in_quotes(std::string(128, 'x'))));
  table.long_text(base, "subject", 128);
  table.bad("subject-empty", "what the list is about", base.with("subject", in_quotes("")));
  table.name_or_none(base, "term");
  table.day(base, "as_of");
  table.ok("slot-last", "not above slots", base.with("slot", "3"));
  table.bad("slot-above", "not above slots", base.with("slot", "4"));
  table.bad("slot-below", "from 1", base.with("slot", "0"), range);
  table.integer(base, "slots", "1", "0", "1000000", "1000001");
  table.digest(base, "list");
  table.integer(base, "bytes", "1", "0", "200000", "200001");
  table.text(base, "text", 65'536);
  return table.cases;
}

std::vector<Case> opening_cases() {
  Table table("opening/1");
  const FieldTexts base{{{"salt", salt},
                         {"commitment", digest_json("commitment")},
                         {"list", in_quotes("salt and units")},
                         {"text", in_quotes("")}}};
  table.ok("good", "the list", base);
  table.closed(base);
  table.digest(base, "commitment");
  table.ok("list-of-200000", "1 to 200,000 bytes",
           base.with("list", in_quotes(std::string(200'000, 'x'))));
  table.long_text(base, "list", 200'000);
  table.bad("list-empty", "its exact bytes", base.with("list", in_quotes("")));
  table.text(base, "text", 65'536);
  return table.cases;
}

}  // namespace

std::vector<Case> zone_kind_cases() {
  std::vector<Case> cases;
  for (const auto table : {pass_cases, gate_log_cases, commitment_cases, opening_cases}) {
    for (Case& one : table()) cases.push_back(std::move(one));
  }
  return cases;
}

}  // namespace armistice::vectors
