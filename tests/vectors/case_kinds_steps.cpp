// SPDX-License-Identifier: Apache-2.0
// The steps of a case up to its report: allegation/1, request/1, tasking/1, team-step/1, report/1.
#include "vectors/kind_table.h"

namespace armistice::vectors {
namespace {

constexpr const char* progress[] = {"dispatched", "on_site", "access_denied", "returned"};
constexpr const char* outcomes[] = {"confirmed", "not_confirmed", "undetermined"};

std::vector<Case> allegation_cases() {
  Table table("allegation/1");
  const FieldTexts base{{{"salt", salt},
                         {"term", in_quotes("line.crossing")},
                         {"paragraph", in_quotes("7")},
                         {"finding", digest_json("finding")},
                         {"against", in_quotes("kpa-cpv")},
                         {"text", in_quotes("A lorry crossed the line.")}}};
  table.ok("good", "a case", base);
  table.closed(base);
  table.name(base, "term");
  table.text(base, "paragraph", 8);
  table.digest_or_none(base, "finding");
  table.name_or_none(base, "against");
  table.ok("text-empty", "0 bytes at least", base.with("text", in_quotes("")));
  table.long_text(base, "text", 65'536);
  return table.cases;
}

std::vector<Case> request_cases() {
  Table table("request/1");
  const FieldTexts base{{{"salt", salt},
                         {"case", digest_json("case")},
                         {"to", in_quotes("joint/nnsc")},
                         {"latitude_e7", "383200000"},
                         {"longitude_e7", "1272500000"},
                         {"place", in_quotes("the ford")},
                         {"text", in_quotes("Look at the ford.")}}};
  table.ok("good", "an inspection", base);
  table.closed(base);
  table.digest(base, "case");
  table.name(base, "to");
  table.integer(base, "latitude_e7", "-900000000", "-900000001", "900000000", "900000001");
  table.integer(base, "longitude_e7", "-1800000000", "-1800000001", "1800000000", "1800000001");
  table.text(base, "place", 128);
  table.ok("text-empty", "0 bytes at least", base.with("text", in_quotes("")));
  table.long_text(base, "text", 65'536);
  return table.cases;
}

std::vector<Case> tasking_cases() {
  Table table("tasking/1");
  const FieldTexts base{{{"salt", salt},
                         {"case", digest_json("case")},
                         {"request", digest_json("request")},
                         {"team", in_quotes("nnit/mobile-1")},
                         {"members", R"(["sweden/inspector-1","switzerland/inspector-1",)"
                                     R"("poland/inspector-1","czechoslovakia/inspector-1"])"},
                         {"text", in_quotes("Leave at once.")}}};
  table.ok("good", "a team and its members", base);
  table.closed(base);
  table.digest(base, "case");
  table.digest_or_none(base, "request");
  table.name(base, "team");
  table.names(base, "members", 64);
  table.ok("text-empty", "0 bytes at least", base.with("text", in_quotes("")));
  table.long_text(base, "text", 65'536);
  return table.cases;
}

std::vector<Case> team_step_cases() {
  Table table("team-step/1");
  const FieldTexts base{{{"salt", salt},
                         {"case", digest_json("case")},
                         {"team", in_quotes("nnit/mobile-1")},
                         {"step", in_quotes("dispatched")},
                         {"at", in_quotes("1953-08-01T12:00:00+09:00")},
                         {"text", in_quotes("By the western road.")}}};
  table.ok("good", "a step", base);
  table.closed(base);
  table.digest(base, "case");
  table.name(base, "team");
  table.words(base, "step", progress);
  table.time(base, "at");
  table.ok("text-empty", "0 bytes at least", base.with("text", in_quotes("")));
  table.long_text(base, "text", 65'536);
  return table.cases;
}

std::vector<Case> report_cases() {
  Table table("report/1");
  const FieldTexts base{{{"salt", salt},
                         {"case", digest_json("case")},
                         {"team", in_quotes("nnit/mobile-1")},
                         {"language", in_quotes("fr")},
                         {"outcome", in_quotes("confirmed")},
                         {"text", in_quotes("Des traces de camion.")}}};
  table.ok("good", "a report", base);
  table.closed(base);
  table.digest(base, "case");
  table.name(base, "team");
  table.language(base);
  table.words(base, "outcome", outcomes);
  table.text(base, "text", 65'536);
  return table.cases;
}

}  // namespace

std::vector<Case> step_kind_cases() {
  std::vector<Case> all;
  for (const auto table :
       {allegation_cases, request_cases, tasking_cases, team_step_cases, report_cases}) {
    for (Case& one : table()) all.push_back(std::move(one));
  }
  return all;
}

}  // namespace armistice::vectors
