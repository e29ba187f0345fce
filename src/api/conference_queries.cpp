// SPDX-License-Identifier: Apache-2.0
// The conference as answers: sittings and what was said in them, agendas side by side, questions,
// positions and what is agreed on a day.
#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>

#include "api/agreed_so_far.h"
#include "api/case_rows.h"
#include "api/print.h"
#include "api/queries.h"
#include "api/selected.h"
#include "base/limits.h"
#include "base/text.h"
#include "record/kinds/field_list.h"

namespace armistice {
namespace {

constexpr const char* kinds =
    "'sitting/1','statement/1','agenda/1','agenda-answer/1','proposal/1','agreed-point/1'";
constexpr int answers_max = 16'384;
constexpr int sittings_shown_max = 300;
constexpr int words_shown_max = 2'048;  // of a text among many; its record has all of it
constexpr const char* stands =
    "NOT EXISTS (SELECT 1 FROM conference_taken_back t WHERE t.leaf_index=";

// Whether another than the side itself tells it.
std::string told(const char* row) {
  return fmt::format("{0}.author<>{0}.side AND {0}.author NOT LIKE {0}.side || '/%'", row);
}

std::string retracted(const char* index) {
  return fmt::format("EXISTS (SELECT 1 FROM conference_taken_back t WHERE t.leaf_index={})", index);
}

// Both sides' clocks: when it opened and closed at each civil offset of the circle, but the one in
// which its author tells it.
Json::Array hours_elsewhere(const Genesis& genesis, const Json& row) {
  Json::Array hours;
  const auto opened = parse_civil_time(text_in(row, "opened"));
  const auto closed = parse_civil_time(text_in(row, "closed"));
  if (!opened.ok() || !closed.ok()) return hours;
  for (const std::string& offset : genesis.civil_offsets) {
    const std::int32_t offset_s = parse_offset(offset).value();
    if (offset_s == opened->offset_s) continue;
    hours.push_back(fmt::format("{} to {}", to_text(CivilTime{opened->utc, offset_s}),
                                to_text(CivilTime{closed->utc, offset_s})));
  }
  return hours;
}

// Where the sitting before met, of the same forum and by the same author, if it was elsewhere. Two
// authors may call one place by two names.
constexpr const char* moved_from =
    "CASE WHEN s.place='' THEN '' ELSE coalesce(nullif((SELECT b.place FROM sitting b WHERE "
    "b.forum=s.forum AND b.author=s.author AND b.opened_utc<s.opened_utc AND b.place<>'' AND NOT "
    "EXISTS (SELECT 1 FROM conference_taken_back t WHERE t.leaf_index=b.leaf_index) ORDER BY "
    "b.opened_utc DESC, b.leaf_index DESC LIMIT 1), s.place), '') END";

Result<Json> sittings_of(Node& node) {
  constexpr std::array columns = {
      Column{"index", Column::integer},     Column{"id", Column::digest},
      Column{"author", Column::text},       Column{"forum", Column::text},
      Column{"number", Column::integer},    Column{"place", Column::text},
      Column{"opened", Column::text},       Column{"closed", Column::text},
      Column{"ended", Column::text},        Column{"resumes", Column::text},
      Column{"conditions", Column::text},   Column{"source", Column::text},
      Column{"text", Column::text},         Column{"statements", Column::integer},
      Column{"retracted", Column::boolean}, Column{"moved_from", Column::text}};
  constexpr std::array present_columns = {
      Column{"index", Column::integer},  Column{"side", Column::text},
      Column{"person", Column::text},    Column{"role", Column::text},
      Column{"number", Column::integer}, Column{"standing", Column::text}};
  const Json present = TRY(select_rows(
      node,
      fmt::format("SELECT leaf_index, side, person, role, number, standing FROM sitting_present "
                  "WHERE leaf_index IN (SELECT leaf_index FROM sitting ORDER BY opened_utc DESC, "
                  "leaf_index DESC LIMIT {}) ORDER BY leaf_index, place",
                  sittings_shown_max),
      present_columns));
  Json rows = TRY(select_rows(
      node,
      fmt::format(
          "SELECT s.leaf_index, s.id, s.author, s.forum, s.number, s.place, s.opened, s.closed, "
          "s.ended, s.resumes, s.conditions, s.source, s.said, (SELECT count(*) FROM "
          "statement w WHERE w.sitting=s.leaf_index), {}, {} FROM sitting s ORDER BY "
          "s.opened_utc DESC, s.leaf_index DESC LIMIT {}",
          retracted("s.leaf_index"), moved_from, sittings_shown_max),
      columns));
  rows = with_parts(std::move(rows), present, "present");
  for (Json& row : *rows.as_array()) {
    row.add("elsewhere", hours_elsewhere(node.genesis(), row));
  }
  return rows;
}

// Of a civil day of the sitting, as its author wrote it; empty: of all.
Result<Json> questions_of(Node& node, const std::string& day) {
  constexpr std::array columns = {
      Column{"index", Column::integer},    Column{"id", Column::digest},
      Column{"sitting", Column::integer},  Column{"day", Column::text},
      Column{"forum", Column::text},       Column{"number", Column::integer},
      Column{"side", Column::text},        Column{"speaker", Column::text},
      Column{"issue", Column::text},       Column{"state", Column::text},
      Column{"answer", Column::integer},   Column{"answered_by", Column::text},
      Column{"answer_text", Column::text}, Column{"author", Column::text},
      Column{"told", Column::boolean},     Column{"source", Column::text},
      Column{"text", Column::text}};
  return select_rows(
      node,
      fmt::format(
          "SELECT w.leaf_index, w.id, w.sitting, substr(s.opened, 1, 10), s.forum, w.number, "
          "w.side, w.speaker, w.issue, q.state, q.answer, coalesce(a.speaker, ''), "
          "coalesce(substr(a.said, 1, {}), ''), w.author, {}, w.source, substr(w.said, 1, "
          "{}) FROM question q JOIN statement w USING "
          "(leaf_index) JOIN sitting s ON s.leaf_index=w.sitting LEFT JOIN statement a ON "
          "a.leaf_index=q.answer WHERE (?1='' OR substr(s.opened, 1, 10)=?1) AND {}"
          "w.leaf_index) ORDER BY s.opened_utc DESC, w.number, w.leaf_index LIMIT {}",
          words_shown_max, told("w"), words_shown_max, stands, limits::page_rows_max),
      columns, {Mark(day)});
}

Result<Json> points_of(Node& node) {
  constexpr std::array columns = {
      Column{"issue", Column::text},     Column{"side", Column::text},
      Column{"number", Column::integer}, Column{"version", Column::integer},
      Column{"wording", Column::text},   Column{"index", Column::integer},
      Column{"id", Column::digest},      Column{"source", Column::text},
      Column{"author", Column::text},    Column{"told", Column::boolean}};
  constexpr std::array answer_columns = {
      Column{"agenda", Column::integer}, Column{"number", Column::integer},
      Column{"side", Column::text},      Column{"answer", Column::text},
      Column{"day", Column::day},        Column{"referred_to", Column::text}};
  const Json answers = TRY(select_rows(
      node,
      fmt::format("SELECT agenda, number, side, answer, day, referred_to FROM agenda_answer a "
                  "WHERE {}a.leaf_index) ORDER BY leaf_index LIMIT {}",
                  stands, answers_max),
      answer_columns));
  std::map<std::pair<std::int64_t, std::int64_t>, Json::Array> of_point;
  for (const Json& row : *answers.as_array()) {
    const std::string& to = text_in(row, "referred_to");
    of_point[{integer_in(row, "agenda"), integer_in(row, "number")}].push_back(
        fmt::format("{} {} {}{}", text_in(row, "side"), text_in(row, "answer"), text_in(row, "day"),
                    to.empty() ? "" : ", referred to " + to));
  }
  Json rows = TRY(select_rows(
      node,
      fmt::format(
          "SELECT i.issue, a.side, i.number, a.version, i.wording, a.leaf_index, a.id, a.source, "
          "a.author, {} FROM agenda_item i JOIN agenda a USING (leaf_index) WHERE "
          "{}a.leaf_index) AND "
          "NOT EXISTS (SELECT 1 FROM agenda b WHERE b.side=a.side AND b.author=a.author "
          "AND b.version>a.version AND {}b.leaf_index)) ORDER BY i.issue, a.side, "
          "i.number LIMIT {}",
          told("a"), stands, stands, limits::page_rows_max),
      columns));
  std::map<std::string, std::vector<std::pair<std::string, std::int64_t>>> of_issue;
  for (const Json& row : *rows.as_array()) {
    of_issue[text_in(row, "issue")].emplace_back(text_in(row, "side"), integer_in(row, "number"));
  }
  Json::Array out;
  for (const Json& row : *rows.as_array()) {
    Json::Array theirs;
    for (const auto& [side, number] : of_issue[text_in(row, "issue")]) {
      if (side != text_in(row, "side")) theirs.push_back(fmt::format("{} {}", side, number));
    }
    Json one = Json::Object{{"issue", *row.find("issue")},     {"side", *row.find("side")},
                            {"number", *row.find("number")},   {"version", *row.find("version")},
                            {"wording", *row.find("wording")}, {"theirs", std::move(theirs)}};
    one.add("answers", std::move(of_point[{integer_in(row, "index"), integer_in(row, "number")}]));
    one.add("index", *row.find("index"));
    one.add("id", *row.find("id"));
    one.add("source", *row.find("source"));
    one.add("author", *row.find("author"));
    one.add("told", *row.find("told"));
    out.push_back(std::move(one));
  }
  return Json(std::move(out));
}

// The terms in whose quoted words a word stands that a side defines: `hostile-act` in §6's phrase.
Json::Array terms_that_use(Node& node, std::string word) {
  std::replace(word.begin(), word.end(), '-', ' ');
  const auto same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a - 'A' + 'a' : a) == b; };
  Json::Array terms;
  for (const Term& term : node.agreement().folder.terms) {
    const auto found =
        std::search(term.phrase.begin(), term.phrase.end(), word.begin(), word.end(), same);
    if (found != term.phrase.end())
      terms.push_back(fmt::format("{} ({})", term.id, term.paragraph));
  }
  return terms;
}

// The newest by their day; of one issue their words whole, of all issues as they begin.
Result<Json> positions_of(Node& node, const std::string& issue) {
  constexpr std::array columns = {
      Column{"issue", Column::text},          Column{"day", Column::day},
      Column{"side", Column::text},           Column{"act", Column::text},
      Column{"value", Column::text},          Column{"of", Column::integer},
      Column{"alternative", Column::integer}, Column{"condition", Column::text},
      Column{"linked", Column::text},         Column{"told", Column::boolean},
      Column{"notices", Column::names},       Column{"index", Column::integer},
      Column{"id", Column::digest},           Column{"author", Column::text},
      Column{"source", Column::text},         Column{"text", Column::text},
      Column{"retracted", Column::boolean}};
  const std::string words =
      issue.empty() ? fmt::format("substr(p.said, 1, {})", words_shown_max) : "p.said";
  Json rows = TRY(select_rows(
      node,
      fmt::format(
          "SELECT p.issue, p.day, p.side, p.act, p.value, p.of, p.alternative, "
          "p.condition, p.linked, {}, coalesce((SELECT group_concat(word, ' ') FROM "
          "conference_irregularity i WHERE i.leaf_index=p.leaf_index), ''), p.leaf_index, "
          "p.id, p.author, p.source, {}, {} FROM (SELECT * FROM proposal WHERE ?1='' OR issue=?1 "
          "ORDER BY day DESC, leaf_index DESC LIMIT {}) p ORDER BY p.issue, p.day, "
          "p.leaf_index",
          told("p"), words, retracted("p.leaf_index"), limits::page_rows_max),
      columns, {Mark(issue)}));
  for (Json& row : *rows.as_array()) {
    const bool defines = text_in(row, "act") == "defines";
    row.add("terms", defines ? terms_that_use(node, text_in(row, "issue")) : Json::Array());
  }
  return rows;
}

// Where a side stands on an issue, by one party's word.
struct Stand {
  std::string value;
  std::int64_t since = 0;
  std::int64_t restated = 0;
  bool dropped = false;
  bool its_own = false;  // else what it answers to the other
  bool told = false;
};

void move(Stand& one, bool first, const Json& row) {
  const std::string& act = text_in(row, "act");
  const bool answers = act == "accepts" || act == "refuses";
  if (answers && !first && one.its_own) return;  // its own position stands as it was
  if (act == "restates" && !first && !one.dropped) {
    ++one.restated;
    return;
  }
  one = {text_in(row, "value"),       integer_in(row, "day"), 0, act == "drops", !answers,
         *row.find("told")->as_bool()};
}

// Where each side stands on each issue by each party's word, since when, and how often it was said
// again. Of all that is on record.
Result<Json> moved_of(Node& node) {
  constexpr std::array columns = {Column{"issue", Column::text},  Column{"side", Column::text},
                                  Column{"author", Column::text}, Column{"act", Column::text},
                                  Column{"day", Column::integer}, Column{"value", Column::text},
                                  Column{"told", Column::boolean}};
  const Json rows = TRY(select_rows(
      node,
      fmt::format("SELECT p.issue, p.side, p.author, p.act, p.day, p.value, {} FROM proposal p "
                  "WHERE p.act<>'defines' AND {}p.leaf_index) ORDER BY p.issue, p.day, "
                  "p.leaf_index",
                  told("p"), stands),
      columns));
  std::map<std::tuple<std::string, std::string, std::string>, Stand> all;
  std::int64_t last = std::numeric_limits<std::int64_t>::min();  // the newest day of any issue
  for (const Json& row : *rows.as_array()) {
    const std::string party(party_of(text_in(row, "author")));
    const auto [held, first] =
        all.try_emplace({text_in(row, "issue"), text_in(row, "side"), party});
    move(held->second, first, row);
    last = std::max(last, integer_in(row, "day"));
  }
  Json::Array out;
  for (const auto& [key, one] : all) {
    const auto& [issue, side, party] = key;
    out.push_back(Json::Object{{"issue", issue},
                               {"side", side},
                               {"value", one.value},
                               {"since", day_of(one.since).text},
                               {"days", last - one.since},
                               {"restated", one.restated},
                               {"dropped", one.dropped},
                               {"by", party},
                               {"told", one.told}});
  }
  return Json(std::move(out));
}

// Records that tell of the sitting of record ?1: what two authors tell of it stands side by side.
constexpr const char* same_sitting =
    "(SELECT b.leaf_index FROM sitting a JOIN sitting b ON b.forum=a.forum AND b.number=a.number "
    "WHERE a.leaf_index=?1)";

// What its side withdrew of each statement of a sitting, whenever it did; a notice makes it none.
struct Withdrawn {
  bool whole = false;
  Json::Array words;
  Json::Array by;
};

Result<std::map<std::int64_t, Withdrawn>> withdrawn_of(Node& node, std::int64_t sitting) {
  constexpr std::array columns = {Column{"of", Column::integer}, Column{"sort", Column::text},
                                  Column{"words", Column::text}, Column{"index", Column::integer}};
  const Json rows = TRY(select_rows(
      node,
      fmt::format(
          "SELECT x.reply_to, x.sort, x.said, x.leaf_index FROM statement w JOIN statement x "
          "ON x.reply_to=w.leaf_index WHERE w.sitting IN {} AND x.sort IN ('withdrawal', "
          "'partial_withdrawal') AND {}x.leaf_index) AND NOT EXISTS (SELECT 1 FROM "
          "conference_irregularity i WHERE i.leaf_index=x.leaf_index AND i.word IN "
          "('not_its_own', 'other_words')) ORDER BY x.leaf_index LIMIT {}",
          same_sitting, stands, limits::page_rows_max),
      columns, {Mark(sitting)}));
  std::map<std::int64_t, Withdrawn> out;
  for (const Json& row : *rows.as_array()) {
    Withdrawn& one = out[integer_in(row, "of")];
    one.by.push_back(integer_in(row, "index"));
    if (text_in(row, "sort") == "withdrawal") {
      one.whole = true;
    } else {
      one.words.push_back(text_in(row, "words"));
    }
  }
  return out;
}

}  // namespace

Result<Json> conference_show(Node& node, const Arguments&) {
  Json answer = Json::Object{{"sittings", TRY(sittings_of(node))}};
  answer.add("points", TRY(points_of(node)));
  answer.add("questions", TRY(questions_of(node, "")));
  answer.add("positions", TRY(positions_of(node, "")));
  answer.add("moved", TRY(moved_of(node)));
  answer.add("agreed", TRY(agreed_by(node, std::nullopt)));
  answer.add("notices", TRY(notices_in(node, "conference", kinds)));
  return answer;
}

Result<Json> conference_sitting(Node& node, const Arguments& arguments) {
  const std::int64_t sitting = arguments.integer("sitting", 0);
  constexpr std::array columns = {
      Column{"index", Column::integer},     Column{"id", Column::digest},
      Column{"author", Column::text},       Column{"number", Column::integer},
      Column{"side", Column::text},         Column{"speaker", Column::text},
      Column{"at", Column::text},           Column{"sort", Column::text},
      Column{"wording", Column::text},      Column{"language", Column::text},
      Column{"reply_to", Column::integer},  Column{"issue", Column::text},
      Column{"source", Column::text},       Column{"text", Column::text},
      Column{"retracted", Column::boolean}, Column{"received_by", Column::names}};
  Json rows = TRY(select_rows(
      node,
      fmt::format(
          "SELECT w.leaf_index, w.id, w.author, w.number, w.side, w.speaker, w.at, w.sort, "
          "w.wording, w.language, w.reply_to, w.issue, w.source, w.said, {}, CASE w.sort "
          "WHEN 'document' THEN coalesce((SELECT group_concat(s.author, ' ') FROM "
          "arrangement a JOIN arrangement_step s ON s.arrangement=a.leaf_index WHERE "
          "a.about=w.leaf_index AND s.step='received' AND s.stands), '') ELSE '' END FROM "
          "statement w WHERE w.sitting IN {} ORDER BY w.author<>(SELECT author FROM sitting "
          "WHERE leaf_index=?1), w.author, w.number, w.leaf_index LIMIT {}",
          retracted("w.leaf_index"), same_sitting, limits::page_rows_max),
      columns, {Mark(sitting)}));
  auto withdrawn = TRY(withdrawn_of(node, sitting));
  for (Json& row : *rows.as_array()) {
    Withdrawn& one = withdrawn[integer_in(row, "index")];
    row.add("withdrawn", one.whole ? "whole" : one.words.empty() ? "no" : "in_part");
    row.add("withdrawn_words", std::move(one.words));
    row.add("withdrawn_by", std::move(one.by));
  }
  return rows;
}

Result<Json> conference_open(Node& node, const Arguments& arguments) {
  if (arguments.has("session")) TRY(parse_day(arguments.text("session")).within("--session"));
  return questions_of(node, arguments.text("session"));
}

Result<Json> conference_agenda(Node& node, const Arguments&) { return points_of(node); }

Result<Json> conference_matrix(Node& node, const Arguments& arguments) {
  return positions_of(node, arguments.text("issue"));
}

}  // namespace armistice
