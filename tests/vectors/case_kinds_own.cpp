// SPDX-License-Identifier: Apache-2.0
// What a side puts into its own register alone: instruction-request/1, instruction/1, ladder/1,
// release/1, guidance/1, press-item/1, deadline/1, linkage/1.
#include <fmt/format.h>

#include "vectors/item_cases.h"

namespace armistice::vectors {
namespace {

const std::string day = in_quotes("1951-08-12");
const std::string source = in_quotes("22834, point 3");
const std::string none = in_quotes("");

/// The source and the text, which every one of these kinds has.
void source_and_text(Table& table, const FieldTexts& base) {
  table.text(base, "source", 128);
  table.text(base, "text", 65'536);
}

/// A text of an object in a list, which may be empty or not.
void text_of_item(ItemCases& items, const std::string& field, std::size_t bytes_max,
                  bool may_be_empty) {
  items.ok(field, fmt::format("{}-bytes", bytes_max), in_quotes(std::string(bytes_max, 'x')));
  items.bad(field, fmt::format("{}-bytes", bytes_max + 1),
            in_quotes(std::string(bytes_max + 1, 'x')), large);
  if (may_be_empty) items.ok(field, "empty", none);
  if (!may_be_empty) items.bad(field, "empty", none);
}

std::vector<Case> instruction_request_cases() {
  Table table("instruction-request/1");
  const FieldTexts option{{{"option", in_quotes("hold")}, {"arguments", in_quotes("time is won")}}};
  const FieldTexts base{{{"salt", salt},
                         {"issue", in_quotes("line")},
                         {"question", in_quotes("Go on, or break off?")},
                         {"options", list_of({option.text()})},
                         {"due", day},
                         {"source", source},
                         {"text", none}}};
  table.ok("good", "a question with one way out", base);
  table.closed(base);
  table.name(base, "issue");
  some_text(table, base, "question", 16'384, "what is asked");
  table.closed_item(base, "options", option);
  ItemCases items(table, base, "options", option);
  text_of_item(items, "option", 128, false);
  text_of_item(items, "arguments", 16'384, true);
  table.day(base, "due");
  source_and_text(table, base);
  return table.cases;
}

std::vector<Case> instruction_cases() {
  Table table("instruction/1");
  const FieldTexts base{{{"salt", salt},
                         {"request", digest_json("request")},
                         {"issue", in_quotes("line")},
                         {"option", "0"},
                         {"by", in_quotes("the centre")},
                         {"day", day},
                         {"source", source},
                         {"text", in_quotes("Hold.")}}};
  table.ok("good", "an answer", base);
  table.closed(base);
  table.digest_or_none(base, "request");
  table.name(base, "issue");
  table.integer(base, "option", "0", "-1", "256", "257");
  table.bad("option-without-request", "of a request, or 0",
            base.with("request", none).with("option", "1"));
  some_text(table, base, "by", 128, "who gives it");
  table.day(base, "day");
  table.text(base, "source", 128);
  some_text(table, base, "text", 65'536, "what is to be done");
  return table.cases;
}

std::vector<Case> ladder_cases() {
  Table table("ladder/1");
  const FieldTexts rung{{{"position", in_quotes("the 38th parallel")},
                         {"also", none},
                         {"condition", in_quotes("once they give up theirs")}}};
  const FieldTexts base{{{"salt", salt},
                         {"issue", in_quotes("line")},
                         {"day", day},
                         {"rungs", list_of({rung.text()})},
                         {"source", source},
                         {"text", none}}};
  table.ok("good", "one rung", base);
  table.closed(base);
  table.name(base, "issue");
  table.day(base, "day");
  table.closed_item(base, "rungs", rung);
  ItemCases items(table, base, "rungs", rung);
  text_of_item(items, "position", 128, false);
  text_of_item(items, "also", 128, true);
  text_of_item(items, "condition", 16'384, true);
  source_and_text(table, base);
  return table.cases;
}

std::vector<Case> release_cases() {
  Table table("release/1");
  const FieldTexts base{{{"salt", salt},
                         {"ladder", digest_json("ladder")},
                         {"rung", "2"},
                         {"by", in_quotes("the centre")},
                         {"day", day},
                         {"source", source},
                         {"text", none}}};
  table.ok("good", "the second rung", base);
  table.closed(base);
  table.digest(base, "ladder");
  table.integer(base, "rung", "2", "1", "256", "257");
  some_text(table, base, "by", 128, "who releases it");
  table.day(base, "day");
  source_and_text(table, base);
  return table.cases;
}

std::vector<Case> guidance_cases() {
  Table table("guidance/1");
  const FieldTexts unsaid{
      {{"words", in_quotes("a great concession")}, {"instead", in_quotes("an offer")}}};
  const FieldTexts base{{{"salt", salt},
                         {"issue", in_quotes("neutral-zone")},
                         {"by", in_quotes("the centre")},
                         {"day", day},
                         {"unsaid", list_of({unsaid.text()})},
                         {"source", source},
                         {"text", none}}};
  table.ok("good", "words that are not said", base);
  table.closed(base);
  name_or_none(table, base, "issue");
  some_text(table, base, "by", 128, "who gives it");
  table.day(base, "day");
  table.closed_item(base, "unsaid", unsaid);
  ItemCases items(table, base, "unsaid", unsaid);
  text_of_item(items, "words", 128, false);
  text_of_item(items, "instead", 128, true);
  source_and_text(table, base);
  return table.cases;
}

std::vector<Case> press_item_cases() {
  Table table("press-item/1");
  const FieldTexts base{{{"salt", salt},
                         {"day", day},
                         {"outlet", in_quotes("a paper")},
                         {"side", in_quotes("unc")},
                         {"issue", in_quotes("neutral-zone")},
                         {"quoted", in_quotes("No concession.")},
                         {"source", source},
                         {"text", none}}};
  table.ok("good", "what was printed", base);
  table.closed(base);
  table.day(base, "day");
  some_text(table, base, "outlet", 128, "who printed it");
  table.name(base, "side");
  name_or_none(table, base, "issue");
  some_text(table, base, "quoted", 16'384, "what was printed");
  source_and_text(table, base);
  return table.cases;
}

std::vector<Case> deadline_cases() {
  Table table("deadline/1");
  const FieldTexts base{{{"salt", salt},
                         {"issue", in_quotes("line")},
                         {"due", day},
                         {"what", in_quotes("the statement")},
                         {"source", source},
                         {"text", none}}};
  table.ok("good", "a day by which", base);
  table.closed(base);
  name_or_none(table, base, "issue");
  table.day(base, "due");
  some_text(table, base, "what", 128, "what is due");
  source_and_text(table, base);
  return table.cases;
}

std::vector<Case> linkage_cases() {
  Table table("linkage/1");
  const FieldTexts base{{{"salt", salt},
                         {"issue", in_quotes("airfields")},
                         {"against", in_quotes("prisoners")},
                         {"day", day},
                         {"terms", in_quotes("one for the other")},
                         {"source", source},
                         {"text", none}}};
  table.ok("good", "one issue against another", base);
  table.closed(base);
  table.name(base, "issue");
  table.name(base, "against");
  table.bad("against-itself", "another issue", base.with("against", in_quotes("airfields")));
  table.day(base, "day");
  some_text(table, base, "terms", 16'384, "what for what");
  source_and_text(table, base);
  return table.cases;
}

}  // namespace

std::vector<Case> own_kind_cases() {
  std::vector<Case> cases;
  for (const auto table :
       {instruction_request_cases, instruction_cases, ladder_cases, release_cases, guidance_cases,
        press_item_cases, deadline_cases, linkage_cases}) {
    for (Case& one : table()) cases.push_back(std::move(one));
  }
  return cases;
}

}  // namespace armistice::vectors
