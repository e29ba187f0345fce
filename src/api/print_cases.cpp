// SPDX-License-Identifier: Apache-2.0
#include "api/print_cases.h"

#include <fmt/format.h>

#include <set>

#include "api/print.h"

namespace armistice {
namespace {

std::string names_in(const Json& object, std::string_view key) {
  std::string out;
  for (const Json& name : list_in(object, key)) {
    out += (out.empty() ? "" : ", ") + *name.as_text();
  }
  return out.empty() ? "-" : out;
}

// The columns of a finding, its verdict under which reading included.
Json finding_columns(const Json& row) {
  const std::string& reading = text_in(row, "reading");
  return Json::Object{{"record", or_dash(row.find("index"))},
                      {"paragraph", text_in(row, "paragraph")},
                      {"term", text_in(row, "term")},
                      {"verdict", text_in(row, "verdict")},
                      {"reading", reading.empty() ? "in use" : reading},
                      {"because", text_in(row, "because")},
                      {"cure", or_dash(row.find("cure"))}};
}

// `1 h 05 min`, `40 s`; a dash where nothing ran.
std::string elapsed(const Json& seconds) {
  if (seconds.as_integer() == nullptr) return "-";
  const std::int64_t s = *seconds.as_integer();
  // The register's clock stands for up to a minute.
  if (s < 60) return "under 1 min";
  if (s < 7'200) return fmt::format("{} min", s / 60);
  return fmt::format("{} h {:02} min", s / 3'600, s / 60 % 60);
}

// The verdict of a finding's term under the reading in use.
std::string in_use(const Json& step, const Json& of) {
  for (const Json& finding : list_in(step, "judged")) {
    const bool same = text_in(finding, "term") == text_in(of, "term");
    if (same && text_in(finding, "reading").empty()) return text_in(finding, "verdict");
  }
  return {};
}

// A step's detail, and what its author says where that is the point of it: a dissent.
std::string detail_of(const Json& step) {
  const std::string detail = or_dash(step.find("detail"));
  const std::string& text = text_in(step, "text");
  const bool ballot = text_in(step, "step") == "ballot";
  return ballot && !text.empty() ? fmt::format("{}: {}", detail, text) : detail;
}

Json step_columns(const Json& step) {
  std::string noticed;
  const auto add = [&](const std::string& text) {
    noticed += (noticed.empty() ? "" : "; ") + text;
  };
  for (const Json& finding : list_in(step, "judged")) {
    const std::string& reading = text_in(finding, "reading");
    if (reading.empty() && *finding.find("good")->as_bool()) continue;
    // Another reading is worth a word where it says something else.
    if (!reading.empty() && text_in(finding, "verdict") == in_use(step, finding)) continue;
    add(fmt::format("{} ({}{})", text_in(finding, "verdict"), text_in(finding, "paragraph"),
                    reading.empty() ? "" : " if " + reading));
  }
  for (const Json& notice : list_in(step, "notices")) add(text_in(notice, "word"));
  const bool retracted = *step.find("retracted")->as_bool();
  const bool joint = !list_in(step, "signers").empty();
  return Json::Object{
      {"record", or_dash(step.find("index"))},
      {"after", or_dash(step.find("after"))},
      {"since request", elapsed(*step.find("elapsed_s"))},
      {"step", text_in(step, "step") + (retracted                       ? " (retracted)"
                                        : *step.find("acts")->as_bool() ? ""
                                                                        : " (no force)")},
      {"by", joint ? names_in(step, "signers") : text_in(step, "by")},
      {"detail", detail_of(step)},
      {"noticed", noticed.empty() ? "-" : noticed}};
}

// `violation of paragraph 8 by kpa-cpv`; empty while nothing is determined.
std::string outcome_of(const Json& row) {
  std::string out = text_in(row, "outcome");
  std::replace(out.begin(), out.end(), '_', ' ');
  const std::string& paragraph = text_in(row, "outcome_paragraph");
  const std::string& responsible = text_in(row, "responsible");
  if (!paragraph.empty()) out += " of paragraph " + paragraph;
  if (!responsible.empty()) out += " by " + responsible;
  return out;
}

std::string print_case(const Json& answer, const Json& row) {
  std::string out =
      fmt::format("case {}: paragraph {} ({}), alleged by {} against {}\n{}\n\n",
                  or_dash(row.find("case")), text_in(row, "paragraph"), text_in(row, "term"),
                  text_in(row, "by"), or_dash(row.find("against")), text_in(row, "text"));
  Json::Array steps;
  for (const Json& step : list_in(answer, "steps")) steps.push_back(step_columns(step));
  out += print_rows(steps);
  const std::string& next = text_in(row, "next");
  const std::string outcome = outcome_of(row);
  out += fmt::format("\n{}{}, {}\n", text_in(row, "status"), outcome.empty() ? "" : ": " + outcome,
                     text_in(row, "mode"));
  if (!next.empty()) out += fmt::format("next: {} by {}\n", next, names_in(row, "next_by"));
  for (const Json& draft : list_in(answer, "drafts")) {
    out += fmt::format("draft {} of {}, signed by {}, until {}: {}\n", text_in(draft, "kind"),
                       names_in(draft, "signers"), names_in(draft, "signed"),
                       text_in(draft, "until"), text_in(draft, "state"));
  }
  for (const Json& stray : list_in(answer, "strays")) {
    out += fmt::format("no step: record {} ({}) by {}: {}, {}\n", or_dash(stray.find("index")),
                       text_in(stray, "kind"), text_in(stray, "author"), text_in(stray, "word"),
                       text_in(stray, "detail"));
  }
  return out;
}

// The words that each paragraph is judged by, and the evidence by its id.
std::string print_sources(const Json::Array& findings) {
  std::set<std::pair<std::string, std::string>> said;
  std::set<std::pair<std::string, std::string>> evidence;
  std::string out;
  for (const Json& row : findings) {
    const std::pair phrase(text_in(row, "paragraph"), text_in(row, "phrase"));
    if (said.insert(phrase).second) {
      out += fmt::format("{}: \"{}\"\n", phrase.first, phrase.second);
    }
  }
  for (const Json& row : findings) {
    const std::pair record(or_dash(row.find("index")), text_in(row, "record"));
    if (evidence.insert(record).second) {
      out += fmt::format("record {}: {}\n", record.first, record.second);
    }
  }
  return out;
}

}  // namespace

std::string print_docket(const Json& answer) {
  const Json::Array& cases = list_in(answer, "cases");
  if (cases.empty()) return "no cases; `armistice case allege` opens one\n";
  if (!list_in(answer, "steps").empty()) {
    return for_terminal(print_case(answer, cases.front())) + "\n" +
           print_findings(*answer.find("findings"));
  }
  Json::Array rows;
  for (const Json& row : cases) {
    constexpr std::array<std::string_view, 7> keys = {"case",   "opened", "paragraph", "against",
                                                      "status", "next",   "notices"};
    Json shown = columns_of(row, keys);
    shown.add("next_by", names_in(row, "next_by"));
    rows.push_back(std::move(shown));
  }
  return print_rows(rows);
}

std::string print_daily(const Json& answer) {
  constexpr std::array<std::string_view, 2> records = {"party", "records"};
  constexpr std::array<std::string_view, 6> steps = {"case", "index", "after",
                                                     "step", "by",    "detail"};
  constexpr std::array<std::string_view, 4> teams = {"team", "state", "case", "requested_by"};
  std::string out =
      fmt::format("{} (from {}, to before {} by the register's clock)\n\n", text_in(answer, "date"),
                  text_in(answer, "from"), text_in(answer, "to"));
  const auto add = [&](std::string_view title, const Json::Array& rows, const std::string& shown) {
    out +=
        fmt::format("{}: {}\n{}\n", title, rows.empty() ? "none" : "", rows.empty() ? "" : shown);
  };
  const Json::Array& of_party = list_in(answer, "records");
  const Json::Array& taken = list_in(answer, "steps");
  const Json::Array& out_now = list_in(answer, "teams_out");
  const Json::Array& open = list_in(answer, "open_cases");
  add("records by party", of_party, print_some(of_party, records));
  add("steps taken", taken, print_some(taken, steps));
  add("findings", list_in(answer, "findings"), print_findings(*answer.find("findings")));
  Json::Array due;
  for (const Json& row : open) {
    due.push_back(Json::Object{{"case", or_dash(row.find("case"))},
                               {"status", text_in(row, "status")},
                               {"next", text_in(row, "next")},
                               {"by", names_in(row, "next_by")},
                               {"since", or_dash(row.find("since"))}});
  }
  add("due", due, print_rows(due));
  add("teams out", out_now, print_some(out_now, teams));
  for (const Json& line : list_in(answer, "lines")) out += *line.as_text() + "\n";
  return out;
}

std::string print_findings(const Json& answer) {
  if (answer.as_array()->empty()) return "no findings\n";
  Json::Array rows;
  std::string in_use;  // the verdict of the row above under the reading in use
  for (const Json& row : *answer.as_array()) {
    const std::string& verdict = text_in(row, "verdict");
    const bool other = !text_in(row, "reading").empty();
    if (!other) in_use = verdict;
    if (!other || verdict != in_use) rows.push_back(finding_columns(row));
  }
  return print_rows(rows) + print_sources(*answer.as_array());
}

std::string print_ground(const Json& answer) {
  constexpr std::array<std::string_view, 10> observed = {
      "index", "by", "event", "track", "affiliation", "boundary", "to", "side", "zone", "latest"};
  constexpr std::array<std::string_view, 8> permitted = {"index",     "by",   "act", "holder",
                                                         "territory", "from", "to",  "counts"};
  std::string out = fmt::format("ground {}\n", or_dash(answer.find("digest")));
  const Json::Array& observations = list_in(answer, "observations");
  const Json::Array& permits = list_in(answer, "permits");
  out += observations.empty() ? "no observations\n" : print_some(observations, observed);
  out += permits.empty() ? "no permits\n" : print_some(permits, permitted);
  return out;
}

std::string print_bodies(const Json& answer) {
  constexpr std::array<std::string_view, 3> bodies = {"name", "paragraph", "title"};
  constexpr std::array<std::string_view, 5> teams = {"team", "state", "case", "port", "title"};
  std::string out = print_some(list_in(answer, "bodies"), bodies);
  constexpr std::array<std::string_view, 6> seats = {"seat",       "body",   "state",
                                                     "invited_by", "status", "since"};
  constexpr std::array<std::string_view, 8> appointments = {
      "index", "body", "seat", "part", "person", "nationality", "grade", "ended_at"};
  constexpr std::array<std::string_view, 6> sessions = {"index",  "body",   "number",
                                                        "opened", "closed", "next"};
  constexpr std::array<std::string_view, 8> motions = {
      "index", "body", "text", "state", "in_favour", "against", "members", "because"};
  constexpr std::array<std::string_view, 4> notices = {"index", "author", "word", "detail"};
  const auto add = [&](std::string_view key, std::span<const std::string_view> columns) {
    out += print_titled(key, list_in(answer, key), columns);
  };
  add("seats", seats);
  add("appointments", appointments);
  add("sessions", sessions);
  add("motions", motions);
  add("notices", notices);
  if (!list_in(answer, "findings").empty()) {
    out += "\nfindings\n" + print_findings(*answer.find("findings"));
  }
  add("teams", teams);
  return out;
}

}  // namespace armistice
