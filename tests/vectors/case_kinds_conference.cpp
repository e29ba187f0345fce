// SPDX-License-Identifier: Apache-2.0
// What a conference puts on record: sitting/1, statement/1, agenda/1, agenda-answer/1, proposal/1,
// agreed-point/1.
#include <fmt/format.h>

#include "vectors/item_cases.h"

namespace armistice::vectors {
namespace {

const std::string day = in_quotes("1951-07-16");
const std::string opened = in_quotes("1951-07-16T11:00:00+09:00");
const std::string closed = in_quotes("1951-07-16T11:25:00+09:00");
const std::string source = in_quotes("21726, page 4");

/// A name in an object of a list.
void name_of_item(ItemCases& items, const std::string& field) {
  items.ok(field, "64-bytes", in_quotes(std::string(64, 'a')));
  items.bad(field, "65-bytes", in_quotes(std::string(65, 'a')));
  items.bad(field, "capital", in_quotes("UNC"));
  items.bad(field, "empty", in_quotes(""));
}

std::vector<Case> sitting_cases() {
  constexpr const char* ends[] = {"goes_on", "adjourned", "recessed", "suspended", "broken_off"};
  constexpr const char* standings[] = {"present", "offered", "accepted", "declined"};
  Table table("sitting/1");
  const FieldTexts present{{{"side", in_quotes("unc")},
                            {"person", in_quotes("Admiral Joy")},
                            {"role", in_quotes("senior delegate")},
                            {"number", "1"},
                            {"standing", in_quotes("present")}}};
  const FieldTexts base{{{"salt", salt},
                         {"forum", in_quotes("plenary")},
                         {"number", "4"},
                         {"place", in_quotes("Kaesong")},
                         {"opened", opened},
                         {"closed", closed},
                         {"end", in_quotes("recessed")},
                         {"present", list_of({present.text()})},
                         {"resumes", in_quotes("at 1300")},
                         {"conditions", in_quotes("")},
                         {"source", source},
                         {"text", in_quotes("")}}};
  table.ok("good", "a sitting that was recessed", base);
  table.closed(base);
  table.name(base, "forum");
  table.integer(base, "number", "1", "0", "1000000", "1000001");
  for (const char* key : {"place", "resumes", "source"}) table.text(base, key, 128);
  for (const char* key : {"opened", "closed"}) table.time(base, key);
  table.ok("closed-as-opened", "a sitting that goes on",
           base.with("closed", opened).with("end", in_quotes("goes_on")));
  table.bad("closed-before-opened", "not before it was opened",
            base.with("closed", in_quotes("1951-07-16T11:00:00+10:00")));
  table.words(base, "end", ends);
  table.closed_item(base, "present", present);
  ItemCases items(table, base, "present", present);
  name_of_item(items, "side");
  for (const char* field : {"person", "role"}) {
    items.label(field);
    items.ok(field, "empty", in_quotes(""));
  }
  table.bad(
      "present-nobody", "a person, or a role",
      base.with(
          "present",
          list_of({present.with("person", in_quotes("")).with("role", in_quotes("")).text()})));
  items.integer("number", "1000000000", "1000000001");
  items.words("standing", standings);
  table.text(base, "conditions", 16'384);
  table.text(base, "text", 65'536);
  return table.cases;
}

std::vector<Case> statement_cases() {
  constexpr const char* sorts[] = {"statement",    "question",  "answer",  "postponement",
                                   "interruption", "direction", "document"};
  constexpr const char* wordings[] = {"verbatim", "abridged"};
  Table table("statement/1");
  const FieldTexts base{{{"salt", salt},
                         {"sitting", digest_json("sitting")},
                         {"number", "7"},
                         {"side", in_quotes("unc")},
                         {"speaker", in_quotes("Admiral Joy")},
                         {"at", opened},
                         {"sort", in_quotes("answer")},
                         {"wording", in_quotes("verbatim")},
                         {"language", in_quotes("en")},
                         {"reply_to", digest_json("question")},
                         {"issue", in_quotes("agenda")},
                         {"source", source},
                         {"text", in_quotes("I have no question.")}}};
  table.ok("good", "an answer", base);
  table.closed(base);
  table.digest(base, "sitting");
  table.integer(base, "number", "1", "0", "1000000", "1000001");
  for (const char* key : {"side", "issue"}) name_or_none(table, base, key);
  for (const char* key : {"speaker", "language", "source"}) table.text(base, key, 128);
  table.time(base, "at");
  table.words(base, "sort", sorts);
  table.words(base, "wording", wordings);
  table.digest_or_none(base, "reply_to");
  some_text(table, base, "text", 65'536, "what was said");
  return table.cases;
}

/// What is right and wrong of the numbers of an agenda's items, taken together.
void ascending_cases(Table& table, const FieldTexts& base, const FieldTexts& item) {
  const auto numbered = [&](int number) {
    return item.with("number", fmt::format("{}", number)).text();
  };
  const std::string why = "numbers ascend";
  table.ok("items-with-a-gap", why, base.with("items", list_of({numbered(2), numbered(9)})));
  table.bad("items-twice", why, base.with("items", list_of({numbered(2), numbered(2)})));
  table.bad("items-descending", why, base.with("items", list_of({numbered(3), numbered(2)})));
  std::vector<std::string> many;
  for (int number = 1; number <= 256; ++number) many.push_back(numbered(number));
  table.ok("items-256", "1 to 256", base.with("items", list_of(many)));
  many.push_back(numbered(256));
  table.bad("items-257", "1 to 256", base.with("items", list_of(many)), large);
}

std::vector<Case> agenda_cases() {
  Table table("agenda/1");
  const FieldTexts item{{{"number", "2"},
                         {"issue", in_quotes("demarcation-line")},
                         {"wording", in_quotes("A line between both sides.")}}};
  const FieldTexts base{{{"salt", salt},
                         {"side", in_quotes("kpa-cpv")},
                         {"version", "2"},
                         {"day", day},
                         {"items", list_of({item.text()})},
                         {"source", source},
                         {"text", in_quotes("")}}};
  table.ok("good", "an agenda of one point", base);
  table.closed(base);
  table.name(base, "side");
  table.integer(base, "version", "1", "0", "1000000", "1000001");
  table.day(base, "day");
  table.one_item(base, "items", item);
  ItemCases items(table, base, "items", item);
  items.integer("number", "256", "257", "1");
  name_of_item(items, "issue");
  items.ok("wording", "empty", in_quotes(""));
  items.ok("wording", "16384-bytes", in_quotes(std::string(16'384, 'x')));
  items.bad("wording", "16385-bytes", in_quotes(std::string(16'385, 'x')), large);
  ascending_cases(table, base, item);
  table.text(base, "source", 128);
  table.text(base, "text", 65'536);
  return table.cases;
}

std::vector<Case> agenda_answer_cases() {
  constexpr const char* answers[] = {"accepted",  "refused",        "reserved",
                                     "postponed", "beyond_mandate", "withdrawn"};
  Table table("agenda-answer/1");
  const FieldTexts base{{{"salt", salt},
                         {"agenda", digest_json("agenda")},
                         {"number", "5"},
                         {"side", in_quotes("unc")},
                         {"answer", in_quotes("beyond_mandate")},
                         {"day", day},
                         {"referred_to", in_quotes("the Governments")},
                         {"source", source},
                         {"text", in_quotes("")}}};
  table.ok("good", "a point referred upward", base);
  table.closed(base);
  table.digest(base, "agenda");
  table.integer(base, "number", "1", "0", "256", "257");
  table.name(base, "side");
  table.words(base, "answer", answers);
  table.day(base, "day");
  for (const char* key : {"referred_to", "source"}) table.text(base, key, 128);
  table.text(base, "text", 65'536);
  return table.cases;
}

std::vector<Case> proposal_cases() {
  constexpr const char* acts[] = {"proposes", "restates", "changes", "drops",
                                  "accepts",  "refuses",  "defines"};
  Table table("proposal/1");
  const FieldTexts base{{{"salt", salt},
                         {"issue", in_quotes("ports-of-entry")},
                         {"side", in_quotes("unc")},
                         {"act", in_quotes("changes")},
                         {"day", in_quotes("1952-02-16")},
                         {"of", digest_json("proposal")},
                         {"alternative", "0"},
                         {"value", in_quotes("6 ports")},
                         {"condition", in_quotes("")},
                         {"linked", in_quotes("rotation")},
                         {"source", source},
                         {"text", in_quotes("")}}};
  table.ok("good", "a number changed", base);
  table.closed(base);
  for (const char* key : {"issue", "side"}) table.name(base, key);
  table.words(base, "act", acts);
  table.day(base, "day");
  table.digest_or_none(base, "of");
  table.integer(base, "alternative", "0", "-1", "256", "257");
  some_text(table, base, "value", 128, "where it stands, in a few words");
  table.text(base, "condition", 16'384);
  name_or_none(table, base, "linked");
  table.text(base, "source", 128);
  table.text(base, "text", 65'536);
  return table.cases;
}

std::vector<Case> agreed_point_cases() {
  Table table("agreed-point/1");
  const FieldTexts base{{{"salt", salt},
                         {"issue", in_quotes("prisoners")},
                         {"number", "1"},
                         {"points", "3"},
                         {"day", in_quotes("1952-01-31")},
                         {"title", in_quotes("All are released after the signing")},
                         {"wording", in_quotes("All shall be released.")},
                         {"paragraph", in_quotes("51")},
                         {"source", source},
                         {"text", in_quotes("")}}};
  table.ok("good", "the first of three", base);
  table.closed(base);
  table.name(base, "issue");
  table.integer(base.with("points", "256"), "number", "1", "0", "256", "257");
  table.integer(base, "points", "1", "0", "256", "257");
  table.ok("number-last", "at most points", base.with("number", "3"));
  table.bad("number-over-points", "at most points", base.with("number", "4"));
  table.day(base, "day");
  some_text(table, base, "title", 128, "what was agreed");
  for (const char* key : {"wording", "text"}) table.text(base, key, 65'536);
  for (const char* key : {"paragraph", "source"}) table.text(base, key, 128);
  return table.cases;
}

}  // namespace

std::vector<Case> conference_kind_cases() {
  std::vector<Case> cases;
  for (const auto table : {sitting_cases, statement_cases, agenda_cases, agenda_answer_cases,
                           proposal_cases, agreed_point_cases}) {
    for (Case& one : table()) cases.push_back(std::move(one));
  }
  return cases;
}

}  // namespace armistice::vectors
