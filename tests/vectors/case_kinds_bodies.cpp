// SPDX-License-Identifier: Apache-2.0
// Who sits in a body and how it decides: invitation/1, reply/1, appointment/1, session/1, motion/1,
// motion-ballot/1.
#include "vectors/kind_table.h"

namespace armistice::vectors {
namespace {

constexpr const char* replies[] = {"accepts", "declines", "objects", "no_objection"};
constexpr const char* parts[] = {"member", "alternate", "assistant", "officer", "secretary"};
constexpr const char* grades[] = {"general_or_flag", "field", "junior"};
constexpr const char* votes[] = {"in_favour", "against", "abstaining"};

std::vector<Case> invitation_cases() {
  Table table("invitation/1");
  const FieldTexts base{{{"salt", salt},
                         {"body", in_quotes("joint/nnsc")},
                         {"state", in_quotes("sweden")},
                         {"seat", in_quotes("sweden/member")},
                         {"text", in_quotes("Its forces took no part.")}}};
  table.ok("good", "a state is invited", base);
  table.closed(base);
  for (const char* key : {"body", "state", "seat"}) table.name(base, key);
  table.text(base, "text", 65'536);
  return table.cases;
}

std::vector<Case> reply_cases() {
  Table table("reply/1");
  const FieldTexts base{{{"salt", salt},
                         {"invitation", digest_json("invitation")},
                         {"reply", in_quotes("accepts")},
                         {"text", in_quotes("")}}};
  table.ok("good", "the state accepts", base);
  table.closed(base);
  table.digest(base, "invitation");
  table.words(base, "reply", replies);
  table.text(base, "text", 65'536);
  return table.cases;
}

std::vector<Case> appointment_cases() {
  Table table("appointment/1");
  const FieldTexts base{{{"salt", salt},
                         {"body", in_quotes("joint/nnsc")},
                         {"seat", in_quotes("sweden/member")},
                         {"part", in_quotes("alternate")},
                         {"person", in_quotes("Colonel Berg")},
                         {"nationality", in_quotes("Sweden")},
                         {"grade", in_quotes("field")},
                         {"rank", in_quotes("colonel")},
                         {"from", in_quotes("1953-07-28T08:00:00+09:00")},
                         {"replaces", in_quotes("")},
                         {"text", in_quotes("")}}};
  table.ok("good", "an alternate", base);
  table.closed(base);
  for (const char* key : {"body", "seat"}) table.name(base, key);
  table.words(base, "part", parts);
  table.ok("person-128-bytes", "1 to 128 bytes",
           base.with("person", in_quotes(std::string(128, 'x'))));
  table.long_text(base, "person", 128);
  table.bad("person-empty", "who is appointed", base.with("person", in_quotes("")));
  table.text(base, "nationality", 128);
  table.words(base, "grade", grades);
  table.text(base, "rank", 128);
  table.time(base, "from");
  table.text(base, "replaces", 128);
  table.text(base, "text", 65'536);
  return table.cases;
}

std::vector<Case> session_cases() {
  Table table("session/1");
  const FieldTexts base{{{"salt", salt},
                         {"body", in_quotes("joint/nnsc")},
                         {"number", "3"},
                         {"opened", in_quotes("1953-08-03T10:00:00+09:00")},
                         {"closed", in_quotes("1953-08-03T11:30:00+09:00")},
                         {"present", R"(["sweden/member","poland/member"])"},
                         {"next", in_quotes("1953-08-04")},
                         {"text", in_quotes("It met.")}}};
  table.ok("good", "two are there", base);
  table.closed(base);
  table.name(base, "body");
  table.integer(base, "number", "1", "0", "1000000", "1000001");
  for (const char* key : {"opened", "closed"}) {
    table.bad(std::string(key) + "-no-time", "a time", base.with(key, in_quotes("yesterday")));
  }
  table.ok("closed-as-opened", "a moment",
           base.with("closed", in_quotes("1953-08-03T10:00:00+09:00")));
  table.bad("closed-before-opened", "not before it was opened",
            base.with("closed", in_quotes("1953-08-03T10:00:00+10:00")));
  table.names(base, "present", 64);
  table.day(base, "next");
  table.text(base, "text", 65'536);
  return table.cases;
}

std::vector<Case> motion_cases() {
  Table table("motion/1");
  const FieldTexts base{{{"salt", salt},
                         {"body", in_quotes("joint/nnsc")},
                         {"text", in_quotes("That a team go to Uiju.")}}};
  table.ok("good", "a question", base);
  table.closed(base);
  table.name(base, "body");
  table.ok("text-65536-bytes", "1 to 65,536 bytes",
           base.with("text", in_quotes(std::string(65'536, 'x'))));
  table.long_text(base, "text", 65'536);
  table.bad("text-empty", "what is to be decided", base.with("text", in_quotes("")));
  return table.cases;
}

std::vector<Case> motion_ballot_cases() {
  Table table("motion-ballot/1");
  const FieldTexts base{{{"salt", salt},
                         {"motion", digest_json("motion")},
                         {"vote", in_quotes("against")},
                         {"dissent", in_quotes("It is too far.")}}};
  table.ok("good", "a vote", base);
  table.closed(base);
  table.digest(base, "motion");
  table.words(base, "vote", votes);
  table.text(base, "dissent", 65'536);
  return table.cases;
}

}  // namespace

std::vector<Case> body_kind_cases() {
  std::vector<Case> cases;
  for (const auto table : {invitation_cases, reply_cases, appointment_cases, session_cases,
                           motion_cases, motion_ballot_cases}) {
    for (Case& one : table()) cases.push_back(std::move(one));
  }
  return cases;
}

}  // namespace armistice::vectors
