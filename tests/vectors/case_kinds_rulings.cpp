// SPDX-License-Identifier: Apache-2.0
// What is said of a report, to the end of its case: ballot/1, forwarding/1, acknowledgement/1,
// evaluation/1, draft/1, determination/1.
#include "vectors/kind_table.h"

namespace armistice::vectors {
namespace {

constexpr const char* votes[] = {"against", "abstaining"};
constexpr const char* forwarding_steps[] = {"forwarded", "translated", "notified"};
constexpr const char* outcomes[] = {"confirmed", "not_confirmed", "undetermined"};
constexpr const char* determined[] = {"violation", "no_violation", "corrected"};

std::vector<Case> ballot_cases() {
  Table table("ballot/1");
  const FieldTexts base{{{"salt", salt},
                         {"case", digest_json("case")},
                         {"report", digest_json("report")},
                         {"vote", in_quotes("against")},
                         {"dissent", in_quotes("The tracks are older.")}}};
  const FieldTexts in_favour =
      base.with("vote", in_quotes("in_favour")).with("dissent", in_quotes(""));
  table.ok("good", "a vote with its dissent", base);
  table.ok("in-favour", "dissent: empty when in favour", in_favour);
  table.bad("in-favour-with-dissent", "dissent: empty when in favour",
            base.with("vote", in_quotes("in_favour")));
  table.closed(base);
  table.digest(base, "case");
  table.digest(base, "report");
  table.words(base, "vote", votes);
  table.text(base, "dissent", 65'536);
  table.bad(
      "vote-before-dissent", "the first wrong field counts",
      base.with("vote", in_quotes("another")).with("dissent", in_quotes(std::string(65'537, 'x'))));
  return table.cases;
}

std::vector<Case> forwarding_cases() {
  Table table("forwarding/1");
  const FieldTexts base{{{"salt", salt},
                         {"case", digest_json("case")},
                         {"passed", digest_json("report")},
                         {"step", in_quotes("forwarded")},
                         {"to", R"(["unc/senior-member","kpa-cpv/senior-member"])"},
                         {"language", in_quotes("fr")},
                         {"text", in_quotes("")}}};
  table.ok("good", "a report passed on", base);
  table.ok("translation", "text: the translation",
           base.with("step", in_quotes("translated"))
               .with("language", in_quotes("en"))
               .with("text", in_quotes("Tracks of a lorry.")));
  table.closed(base);
  table.digest(base, "case");
  table.digest(base, "passed");
  table.words(base, "step", forwarding_steps);
  table.names(base, "to", 16);
  table.language(base);
  table.long_text(base, "text", 65'536);
  return table.cases;
}

std::vector<Case> acknowledgement_cases() {
  Table table("acknowledgement/1");
  const FieldTexts base{{{"salt", salt},
                         {"case", digest_json("case")},
                         {"received", digest_json("notice")},
                         {"text", in_quotes("Received.")}}};
  table.ok("good", "a notice received", base);
  table.closed(base);
  table.digest(base, "case");
  table.digest(base, "received");
  table.ok("text-empty", "0 bytes at least", base.with("text", in_quotes("")));
  table.long_text(base, "text", 65'536);
  return table.cases;
}

std::vector<Case> evaluation_cases() {
  Table table("evaluation/1");
  const FieldTexts base{{{"salt", salt},
                         {"case", digest_json("case")},
                         {"report", digest_json("report")},
                         {"outcome", in_quotes("confirmed")},
                         {"text", in_quotes("The report is borne out.")}}};
  table.ok("good", "a report weighed", base);
  table.closed(base);
  table.digest(base, "case");
  table.digest(base, "report");
  table.words(base, "outcome", outcomes);
  table.ok("text-empty", "0 bytes at least", base.with("text", in_quotes("")));
  table.long_text(base, "text", 65'536);
  return table.cases;
}

std::vector<Case> draft_cases() {
  Table table("draft/1");
  const FieldTexts base{{{"salt", salt},
                         {"case", digest_json("case")},
                         {"draft", R"("armistice/record/v1\ncircle -\n")"},
                         {"lines", R"("\u2014 unc/senior-member AA==\n")"},
                         {"body", in_quotes("{}")}}};
  table.ok("good", "any text: whether it is a joint record's is judged elsewhere", base);
  table.closed(base);
  table.digest(base, "case");
  table.text(base, "draft", 16'384);
  table.text(base, "lines", 4'096);
  table.text(base, "body", 131'072);
  return table.cases;
}

std::vector<Case> determination_cases() {
  Table table("determination/1");
  const FieldTexts base{{{"salt", salt},
                         {"case", digest_json("case")},
                         {"evaluation", digest_json("evaluation")},
                         {"outcome", in_quotes("violation")},
                         {"paragraph", in_quotes("7")},
                         {"responsible", in_quotes("kpa-cpv")},
                         {"text", in_quotes("The line was crossed without a permit.")}}};
  table.ok("good", "a violation determined", base);
  table.closed(base);
  table.digest(base, "case");
  table.digest_or_none(base, "evaluation");
  table.words(base, "outcome", determined);
  table.text(base, "paragraph", 8);
  table.name_or_none(base, "responsible");
  table.ok("text-empty", "0 bytes at least", base.with("text", in_quotes("")));
  table.long_text(base, "text", 65'536);
  return table.cases;
}

}  // namespace

std::vector<Case> ruling_kind_cases() {
  std::vector<Case> all;
  for (const auto table : {ballot_cases, forwarding_cases, acknowledgement_cases, evaluation_cases,
                           draft_cases, determination_cases}) {
    for (Case& one : table()) all.push_back(std::move(one));
  }
  return all;
}

}  // namespace armistice::vectors
