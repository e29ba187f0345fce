// SPDX-License-Identifier: Apache-2.0
// What was seen and what was permitted: observation/1, permit/1.
#include "vectors/kind_table.h"

namespace armistice::vectors {
namespace {

constexpr const char* events[] = {"crossing",     "entry", "leaving",
                                  "first_inside", "halt",  "undecidable"};
constexpr const char* acts[] = {"crossing_line", "entering_zone"};

std::string at(std::string_view clock) {
  return in_quotes("1953-08-01T" + std::string(clock) + "+09:00");
}

FieldTexts fix_fields(std::string_view clock) {
  return {{{"time", at(clock)},
           {"latitude_e7", "383700000"},
           {"longitude_e7", "1272500000"},
           {"error_mm", "15000"}}};
}

FieldTexts observation_fields() {
  return {{{"salt", salt},
           {"event", in_quotes("crossing")},
           {"track", in_quotes("lorry")},
           {"sort", in_quotes("truck")},
           {"affiliation", in_quotes("kpa-cpv")},
           {"claimed_by", in_quotes("unc")},
           {"ground", digest_json("ground")},
           {"boundary", in_quotes("line")},
           {"from", in_quotes("north")},
           {"to", in_quotes("south")},
           {"earliest", at("09:07:37")},
           {"latest", at("09:08:59")},
           {"edge_distance_mm", "8000"},
           {"fix_error_mm", "15000"},
           {"edge_error_mm", "300000"},
           {"basis", in_quotes("map")},
           {"fixes", list_of({fix_fields("09:00:00").text(), fix_fields("09:10:00").text()})},
           {"text", in_quotes("A lorry crossed the line.")}}};
}

// What is wrong with a body whose second fix is so.
FieldTexts with_fix(const FieldTexts& fix) {
  return observation_fields().with("fixes", list_of({fix_fields("09:00:00").text(), fix.text()}));
}

void fix_cases(Table& table) {
  const FieldTexts base = observation_fields();
  const FieldTexts fix = fix_fields("09:10:00");
  for (const auto& [key, value] : fix.fields) {
    table.bad("fix-without-" + key, "all fields of a fix", with_fix(fix.without(key)));
    table.bad("fix-null-" + key, "of its type", with_fix(fix.with(key, "null")));
  }
  table.bad("fix-one-field-more", "no other field in a fix", with_fix(fix.and_then("more", "1")));
  table.bad("fix-list", "a fix is an object", base.with("fixes", "[[]]"));
  table.bad("fix-time-no-offset", "a time",
            with_fix(fix.with("time", in_quotes("1953-08-01T09:10:00"))));
  table.bad("fix-time-no-such-date", "a time",
            with_fix(fix.with("time", in_quotes("1953-06-31T09:10:00+09:00"))), range);
  const std::vector<std::pair<std::string, std::pair<std::string, std::string>>> bounds = {
      {"latitude_e7", {"-900000000", "900000000"}},
      {"longitude_e7", {"-1800000000", "1800000000"}},
      {"error_mm", {"0", "40000000000"}}};
  const std::vector<std::pair<std::string, std::pair<std::string, std::string>>> over = {
      {"latitude_e7", {"-900000001", "900000001"}},
      {"longitude_e7", {"-1800000001", "1800000001"}},
      {"error_mm", {"-1", "40000000001"}}};
  for (const auto& [key, ends] : bounds) {
    table.ok("fix-" + key + "-least", "within its bounds", with_fix(fix.with(key, ends.first)));
    table.ok("fix-" + key + "-most", "within its bounds", with_fix(fix.with(key, ends.second)));
  }
  for (const auto& [key, ends] : over) {
    table.bad("fix-" + key + "-below", "within its bounds", with_fix(fix.with(key, ends.first)),
              range);
    table.bad("fix-" + key + "-above", "within its bounds", with_fix(fix.with(key, ends.second)),
              range);
  }
  table.ok("fixes-one", "1 to 256", base.with("fixes", list_of({fix.text()})));
  table.ok("fixes-of-one-moment", "in the order of time", with_fix(fix_fields("09:00:00")));
  table.bad("fixes-turned", "in the order of time", with_fix(fix_fields("08:59:59")));
  // 08:30 at +08:00 is 09:30 at +09:00: moments are compared, not their texts.
  table.ok("fixes-of-two-offsets", "moments are compared, not texts",
           with_fix(fix.with("time", in_quotes("1953-08-01T08:30:00+08:00"))));
  table.bad("fixes-none", "1 to 256", base.with("fixes", "[]"));
  table.bad("fixes-text", "a list", base.with("fixes", in_quotes("none")));
  std::vector<std::string> many(256, fix.text());
  table.ok("fixes-256", "1 to 256", base.with("fixes", list_of(many)));
  many.push_back(fix.text());
  table.bad("fixes-257", "1 to 256", base.with("fixes", list_of(many)), large);
}

std::vector<Case> observation_cases() {
  Table table("observation/1");
  const FieldTexts base = observation_fields();
  table.ok("good", "a crossing", base);
  table.closed(base);
  table.words(base, "event", events);
  for (const char* key : {"track", "sort", "claimed_by", "from", "to"}) table.text(base, key, 128);
  table.name_or_none(base, "affiliation");
  table.digest(base, "ground");
  table.name(base, "boundary");
  table.time(base, "earliest");
  table.time(base, "latest");
  for (const char* key : {"edge_distance_mm", "fix_error_mm", "edge_error_mm"}) {
    table.integer(base, key, "0", "-1", "40000000000", "40000000001");
  }
  table.text(base, "basis", 16);
  fix_cases(table);
  table.text(base, "text", 65'536);
  table.ok("one-moment", "latest: not before earliest", base.with("latest", at("09:07:37")));
  table.bad("latest-before-earliest", "latest: not before earliest",
            base.with("latest", at("09:07:36")));
  // Two things wrong at once: README.md, the first in the order of the fields.
  table.bad("ground-before-earliest", "the first wrong field counts",
            base.with("earliest", in_quotes("1953-06-31T09:00:00+09:00"))
                .with("ground", in_quotes("none")));
  table.bad("earliest-before-basis", "the first wrong field counts, wherever it stands",
            base.without("basis")
                .and_then("basis", in_quotes(std::string(17, 'x')))
                .with("earliest", in_quotes("1953-06-31T09:00:00+09:00")),
            range);
  return table.cases;
}

std::vector<Case> permit_cases() {
  Table table("permit/1");
  const FieldTexts base{{{"salt", salt},
                         {"act", in_quotes("crossing_line")},
                         {"holder", in_quotes("lorry")},
                         {"territory", in_quotes("")},
                         {"from", at("09:00:00")},
                         {"to", at("18:00:00")},
                         {"text", in_quotes("To collect the wounded.")}}};
  const FieldTexts territory =
      base.with("act", in_quotes("entering_territory")).with("territory", in_quotes("kpa-cpv"));
  table.ok("good", "crossing the line", base);
  table.ok("territory", "entering a territory", territory);
  table.closed(base);
  table.words(base, "act", acts);
  table.ok("holder-128-bytes", "holder: 1 to 128 bytes",
           base.with("holder", in_quotes(std::string(128, 'x'))));
  table.bad("holder-129-bytes", "holder: 1 to 128 bytes",
            base.with("holder", in_quotes(std::string(129, 'x'))), large);
  table.bad("holder-empty", "holder: 1 to 128 bytes", base.with("holder", in_quotes("")));
  table.ok("territory-64-bytes", "a name",
           territory.with("territory", in_quotes(std::string(64, 'a'))));
  table.bad("territory-capital", "a name", territory.with("territory", in_quotes("KPA")));
  table.bad("territory-number", "a name", territory.with("territory", "0"));
  table.bad("territory-empty", "the side entered", territory.with("territory", in_quotes("")));
  table.bad("line-with-territory", "territory: empty unless one is entered",
            base.with("territory", in_quotes("kpa-cpv")));
  table.bad("zone-with-territory", "territory: empty unless one is entered",
            territory.with("act", in_quotes("entering_zone")));
  table.time(base, "from");
  table.time(base, "to");
  table.ok("one-moment", "to: not before from", base.with("to", at("09:00:00")));
  table.bad("to-before-from", "to: not before from", base.with("to", at("08:59:59")));
  table.ok("text-empty", "0 bytes at least", base.with("text", in_quotes("")));
  table.long_text(base, "text", 65'536);
  return table.cases;
}

}  // namespace

std::vector<Case> ground_kind_cases() {
  std::vector<Case> all = observation_cases();
  for (Case& one : permit_cases()) all.push_back(std::move(one));
  return all;
}

}  // namespace armistice::vectors
