// SPDX-License-Identifier: Apache-2.0
// What is arranged, counted, checked, sighted and amended: case-status/1, arrangement/1,
// arrangement-step/1, count/1, site-check/1, sighting/1, amendment/1.
#include "vectors/item_cases.h"

namespace armistice::vectors {
namespace {

const std::string early = in_quotes("1953-08-03T10:00:00+09:00");
const std::string later = in_quotes("1953-08-03T18:00:00+09:00");

/// What is right and wrong of two times of which the second is not before the first.
void span_of_times(Table& table, const FieldTexts& base) {
  table.ok("of-a-moment", "until is not before from", base.with("until", early));
  table.bad("until-before-from", "not before from",
            base.with("until", in_quotes("1953-08-03T09:59:59+09:00")));
  for (const char* key : {"from", "until"}) {
    table.bad(std::string(key) + "-no-time", "a time", base.with(key, in_quotes("soon")));
  }
}

std::vector<Case> case_status_cases() {
  Table table("case-status/1");
  const FieldTexts base{{{"salt", salt},
                         {"case", digest_json("case")},
                         {"status", in_quotes("registered")},
                         {"party", in_quotes("")},
                         {"about", in_quotes("")},
                         {"number", in_quotes("53/114")},
                         {"text", in_quotes("")}}};
  table.ok("good", "a case registered", base);
  table.closed(base);
  table.digest(base, "case");
  for (const char* word :
       {"screened", "not_attributable", "closed_without_agreement", "registered"}) {
    table.ok(std::string("status-") + word, "one of seven", base.with("status", in_quotes(word)));
  }
  table.bad("status-other", "one of seven", base.with("status", in_quotes("solved")));
  const FieldTexts attributed =
      base.with("status", in_quotes("attributed")).with("party", in_quotes("unc"));
  table.ok("attributed", "to a party", attributed);
  table.bad("attributed-to-nobody", "to a party", attributed.with("party", in_quotes("")));
  table.bad("party-not-attributed", "of an attribution alone",
            base.with("party", in_quotes("unc")));
  table.bad("party-capital", "a name", attributed.with("party", in_quotes("UNC")));
  table.bad("party-65-bytes", "64 characters at most",
            attributed.with("party", in_quotes(std::string(65, 'x'))), large);
  for (const char* word : {"recurring", "disputed"}) {
    const FieldTexts one = base.with("status", in_quotes(word));
    table.ok(word, "names what it is about", one.with("about", digest_json("earlier")));
    table.bad(std::string(word) + "-of-nothing", "names what it is about", one);
  }
  table.digest_or_none(base, "about");
  table.text(base, "number", 128);
  table.text(base, "text", 65'536);
  return table.cases;
}

std::vector<Case> arrangement_cases() {
  Table table("arrangement/1");
  const FieldTexts base{{{"salt", salt},
                         {"sort", in_quotes("journey")},
                         {"number", in_quotes("J-4")},
                         {"by", in_quotes("nnit/mobile-1")},
                         {"to", list_of({in_quotes("unc")})},
                         {"about", in_quotes("")},
                         {"place", in_quotes("from Panmunjom to Pusan")},
                         {"from", early},
                         {"until", later},
                         {"quantity", "3"},
                         {"unit", in_quotes("vehicles")},
                         {"language", in_quotes("")},
                         {"text", in_quotes("")}}};
  table.ok("good", "a journey told", base);
  table.closed(base);
  for (const char* key : {"sort", "by"}) table.name(base, key);
  table.names(base, "to", 64);
  table.digest_or_none(base, "about");
  for (const char* key : {"number", "place", "unit", "language"}) table.text(base, key, 128);
  span_of_times(table, base);
  table.integer(base, "quantity", "0", "-1", "1000000000", "1000000001");
  table.text(base, "text", 65'536);
  return table.cases;
}

std::vector<Case> arrangement_step_cases() {
  constexpr const char* steps[] = {"granted",  "refused",   "received", "done",
                                   "not_done", "certified", "disputed"};
  Table table("arrangement-step/1");
  const FieldTexts base{{{"salt", salt},
                         {"arrangement", digest_json("arrangement")},
                         {"step", in_quotes("granted")},
                         {"at", early},
                         {"quantity", "0"},
                         {"about", in_quotes("")},
                         {"text", in_quotes("")}}};
  table.ok("good", "granted", base);
  table.closed(base);
  table.digest(base, "arrangement");
  table.words(base, "step", steps);
  table.time(base, "at");
  table.integer(base, "quantity", "0", "-1", "1000000000", "1000000001");
  table.digest_or_none(base, "about");
  table.text(base, "text", 65'536);
  return table.cases;
}

std::vector<Case> count_cases() {
  constexpr const char* bases[] = {"reported", "inspected"};
  Table table("count/1");
  const FieldTexts line{
      {{"what", in_quotes("prisoners")}, {"nationality", in_quotes("Turkey")}, {"number", "229"}}};
  const FieldTexts base{{{"salt", salt},
                         {"of", in_quotes("prisoners-held")},
                         {"side", in_quotes("kpa-cpv")},
                         {"place", in_quotes("Camp 5")},
                         {"basis", in_quotes("reported")},
                         {"at", early},
                         {"lines", list_of({line.text()})},
                         {"total", "229"},
                         {"text", in_quotes("")}}};
  table.ok("good", "prisoners of one nationality", base);
  table.closed(base);
  for (const char* key : {"of", "side"}) table.name(base, key);
  table.text(base, "place", 128);
  table.words(base, "basis", bases);
  table.time(base, "at");
  table.closed_item(base, "lines", line);
  ItemCases items(table, base, "lines", line);
  items.label("what");
  items.bad("what", "empty", in_quotes(""));
  items.label("nationality");
  items.ok("nationality", "empty", in_quotes(""));
  items.integer("number", "1000000000", "1000000001");
  table.integer(base, "total", "0", "-1", "256000000000", "256000000001");
  table.text(base, "text", 65'536);
  return table.cases;
}

std::vector<Case> site_check_cases() {
  constexpr const char* accesses[] = {"given", "partial", "denied"};
  constexpr const char* criteria[] = {"met", "not_met", "not_judged"};
  constexpr const char* serials[] = {"matched", "not_shown", "differ", "none"};
  Table table("site-check/1");
  const FieldTexts item{{{"what", in_quotes("howitzer, 122 mm")},
                         {"recorded", "6"},
                         {"seen", "4"},
                         {"serials", in_quotes("not_shown")},
                         {"reason", in_quotes("maintenance")}}};
  const FieldTexts base{{{"salt", salt},
                         {"site", in_quotes("site-3")},
                         {"side", in_quotes("north")},
                         {"at", early},
                         {"access", in_quotes("given")},
                         {"criteria", in_quotes("met")},
                         {"items", list_of({item.text()})},
                         {"text", in_quotes("")}}};
  table.ok("good", "two howitzers are not there", base);
  table.closed(base);
  for (const char* key : {"site", "side"}) table.name(base, key);
  table.time(base, "at");
  table.words(base, "access", accesses);
  table.words(base, "criteria", criteria);
  table.closed_item(base, "items", item);
  ItemCases items(table, base, "items", item);
  items.label("what");
  items.bad("what", "empty", in_quotes(""));
  for (const char* key : {"recorded", "seen"}) items.integer(key, "1000000000", "1000000001");
  items.words("serials", serials);
  items.label("reason");
  items.ok("reason", "empty", in_quotes(""));
  table.text(base, "text", 65'536);
  return table.cases;
}

std::vector<Case> sighting_cases() {
  constexpr const char* means[] = {"patrol", "camera", "uav", "told"};
  constexpr const char* perceived[] = {"seen", "heard"};
  constexpr const char* certainty[] = {"observed", "assessed", "undetermined", "unconfirmed"};
  constexpr const char* bearing[] = {"incoming", "outgoing", "undetermined", "none"};
  Table table("sighting/1");
  const FieldTexts base{{{"salt", salt},
                         {"what", in_quotes("explosion")},
                         {"number", "2"},
                         {"means", in_quotes("camera")},
                         {"perceived", in_quotes("seen")},
                         {"certainty", in_quotes("undetermined")},
                         {"bearing", in_quotes("incoming")},
                         {"side", in_quotes("")},
                         {"place", in_quotes("the-mill")},
                         {"latitude_e7", "379461000"},
                         {"longitude_e7", "1266642000"},
                         {"error_mm", "500000"},
                         {"line_distance_mm", "1200000"},
                         {"from", early},
                         {"until", later},
                         {"text", in_quotes("")}}};
  table.ok("good", "two explosions", base);
  table.closed(base);
  table.name(base, "what");
  table.integer(base, "number", "1", "0", "1000000000", "1000000001");
  table.words(base, "means", means);
  table.words(base, "perceived", perceived);
  table.words(base, "certainty", certainty);
  table.words(base, "bearing", bearing);
  for (const char* key : {"side", "place"}) table.name_or_none(base, key);
  table.integer(base, "latitude_e7", "-900000000", "-900000001", "900000000", "900000001");
  table.integer(base, "longitude_e7", "-1800000000", "-1800000001", "1800000000", "1800000001");
  for (const char* key : {"error_mm", "line_distance_mm"}) {
    table.integer(base, key, "0", "-1", "40000000000", "40000000001");
  }
  span_of_times(table, base);
  table.text(base, "text", 65'536);
  return table.cases;
}

std::vector<Case> amendment_cases() {
  Table table("amendment/1");
  const FieldTexts base{{{"salt", salt},
                         {"number", "1"},
                         {"agreement", digest_json("agreement")},
                         {"takes_effect", early},
                         {"title", in_quotes("Fewer teams")},
                         {"changes", in_quotes("name = \\\"fewer-teams\\\"")},
                         {"text", in_quotes("")}}};
  table.ok("good", "the first", base);
  table.closed(base);
  table.integer(base, "number", "1", "0", "1000", "1001");
  table.digest(base, "agreement");
  table.time(base, "takes_effect");
  table.ok("title-128-bytes", "1 to 128 bytes",
           base.with("title", in_quotes(std::string(128, 'x'))));
  table.long_text(base, "title", 128);
  table.bad("title-empty", "what it is called", base.with("title", in_quotes("")));
  table.long_text(base, "changes", 65'536);
  table.bad("changes-empty", "what is changed", base.with("changes", in_quotes("")));
  table.text(base, "text", 65'536);
  return table.cases;
}

}  // namespace

std::vector<Case> supervision_kind_cases() {
  std::vector<Case> cases;
  for (const auto table : {case_status_cases, arrangement_cases, arrangement_step_cases,
                           count_cases, site_check_cases, sighting_cases, amendment_cases}) {
    for (Case& one : table()) cases.push_back(std::move(one));
  }
  return cases;
}

}  // namespace armistice::vectors
