// SPDX-License-Identifier: Apache-2.0
#include "api/case_commands.h"

#include <fmt/format.h>

#include "api/author.h"
#include "api/keyed.h"
#include "api/studied.h"
#include "geo/coordinate.h"
#include "record/kinds/body.h"

namespace armistice {
namespace {

using Names = std::vector<std::string>;

Json register_and(std::string_view key, const std::string& value) {
  return Json::Object{{"register", "joint"}, {std::string(key), value}};
}

Result<Digest> id_of(Client& client, const std::string& named) {
  const Json shown = TRY(client.ask("record show", register_and("record", named)));
  return parse_digest(*shown.find("id")->as_text());
}

// A case as the node's docket has it.
struct CaseAt {
  Digest id;
  Json docket;

  // The newest step of a word that stands.
  const Json* newest(std::string_view word) const {
    const Json* found = nullptr;
    for (const Json& step : *docket.find("steps")->as_array()) {
      if (*step.find("step")->as_text() == word && !*step.find("retracted")->as_bool()) {
        found = &step;
      }
    }
    return found;
  }
};

Result<CaseAt> case_at(Client& client, const Arguments& arguments) {
  CaseAt at;
  at.docket = TRY(client.ask("docket", register_and("case", arguments.text("case"))));
  at.id = TRY(parse_digest(*at.docket.find("cases")->as_array()->front().find("id")->as_text()));
  return at;
}

// The record that an argument names, or the newest step of a word; nothing if there is neither.
Result<std::optional<Digest>> named_or_newest(Client& client, const Arguments& arguments,
                                              std::string_view argument, const CaseAt& at,
                                              std::string_view word) {
  if (arguments.has(argument)) {
    return std::optional(TRY(id_of(client, arguments.text(argument))));
  }
  const Json* step = at.newest(word);
  if (step == nullptr) return std::optional<Digest>();
  return std::optional(TRY(parse_digest(*step->find("id")->as_text())));
}

Result<Digest> needed(const std::optional<Digest>& id, std::string_view what) {
  if (id) return *id;
  return Error{Errc::not_found, fmt::format("the case has no {} yet", what)};
}

template <std::size_t N>
Result<std::size_t> word_in(const Arguments& arguments, std::string_view key,
                            const std::array<std::string_view, N>& words) {
  const std::string text = arguments.text(key, words.front());
  const auto found = std::find(words.begin(), words.end(), text);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  return Error{Errc::usage, fmt::format("{} is one of {}", key, fmt::join(words, ", "))};
}

std::vector<Digest> sorted(std::vector<Digest> ids) {
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

// One name writes a record of its own; several write one of the organ in which they all sit.
Result<Json> write_as(Client& client, const Arguments& arguments, const Digest& case_id,
                      const Body& body, std::vector<Digest> refers) {
  const Names at_hand = arguments.list("as");
  refers.push_back(case_id);
  refers = sorted(std::move(refers));
  Names signers = at_hand;
  for (const std::string& name : arguments.list("with")) signers.push_back(name);
  if (signers.size() == 1) return write_record(client, signers.front(), body, std::move(refers));
  const Organ* organ = TRY(organ_with(client, signers));
  if (organ == nullptr) {
    return Error{Errc::usage,
                 fmt::format("no joint organ has {} as members", fmt::join(signers, ", "))};
  }
  return write_joint(
      client, {organ->name, signers, at_hand, arguments.text("until"), refers, case_id}, body);
}

}  // namespace

Result<Json> permit(Client& client, const Arguments& arguments) {
  Permit body;
  body.salt = Salt::generate(client.env());
  body.act = static_cast<PermitAct>(TRY(word_in(arguments, "act", permit_act_words)));
  body.holder = arguments.text("holder");
  body.territory = arguments.text("territory");
  body.from = TRY(time_in(client, arguments, "from"));
  body.to = TRY(time_in(client, arguments, "to"));
  body.text = arguments.text("text");
  const Names names = arguments.list("as");
  if (names.size() == 1) return write_record(client, names.front(), body, {});
  for (const Organ& organ : TRY(client.circle())->genesis().organs) {
    if (organ.members != names) continue;
    return write_joint(client, {organ.name, names, names, "", {}, std::nullopt}, body);
  }
  return Error{Errc::usage, "a joint permit is signed by all members of one organ, in order"};
}

Result<Json> case_allege(Client& client, const Arguments& arguments) {
  const Digest observed = TRY(id_of(client, arguments.text("observation")));
  Allegation body;
  body.salt = Salt::generate(client.env());
  body.term = arguments.text("term");
  body.against = arguments.text("against");
  body.text = arguments.text("text");
  const Json findings = TRY(client.ask(
      "findings",
      Json::Object{{"register", "joint"}, {"all", true}, {"record", to_text(observed)}}));
  for (const Json& finding : *findings.as_array()) {
    const bool this_one = *finding.find("term")->as_text() == body.term &&
                          finding.find("reading")->as_text()->empty() &&
                          (!arguments.has("occasion") ||
                           *finding.find("occasion")->as_text() == arguments.text("occasion"));
    if (!this_one) continue;
    if (body.finding) {
      return Error{Errc::usage, "several findings of that term rest on it; --occasion says which"};
    }
    body.finding = TRY(parse_digest(*finding.find("finding")->as_text()));
    body.paragraph = *finding.find("paragraph")->as_text();
  }
  if (!body.finding) {
    return Error{Errc::not_found,
                 fmt::format("no finding under {} rests on that observation; `armistice findings "
                             "--all` lists those that there are",
                             body.term)};
  }
  return write_record(client, arguments.text("as"), body, {observed});
}

Result<Json> case_request(Client& client, const Arguments& arguments) {
  const CaseAt at = TRY(case_at(client, arguments));
  InspectionRequest body;
  body.salt = Salt::generate(client.env());
  body.case_id = at.id;
  body.to = arguments.text("to");
  body.latitude_e7 = TRY(parse_latitude(arguments.text("latitude")).within("latitude"));
  body.longitude_e7 = TRY(parse_longitude(arguments.text("longitude")).within("longitude"));
  body.place = arguments.text("place");
  body.text = arguments.text("text");
  return write_as(client, arguments, at.id, body, {});
}

Result<Json> case_task(Client& client, const Arguments& arguments) {
  const CaseAt at = TRY(case_at(client, arguments));
  Tasking body;
  body.salt = Salt::generate(client.env());
  body.case_id = at.id;
  body.request = TRY(named_or_newest(client, arguments, "request", at, "requested"));
  body.team = arguments.text("team");
  body.members = arguments.list("members");
  body.text = arguments.text("text");
  std::vector<Digest> refers;
  if (body.request) refers.push_back(*body.request);
  return write_as(client, arguments, at.id, body, std::move(refers));
}

namespace {

// The team that was tasked last; empty: none was.
std::string team_of(const CaseAt& at) {
  const Json* tasked = at.newest("tasked");
  return tasked == nullptr ? std::string() : *tasked->find("detail")->as_text();
}

// What no inspection studies is stopped at its author's desk (42c).
Result<void> screen(Client& client, const Arguments& arguments, const std::string& team,
                    const std::string& text) {
  if (arguments.flag("anyway")) return {};
  for (const std::string& name : arguments.list("as")) {
    TRY(stop_studied(client, {team, name}, text));
  }
  return {};
}

}  // namespace

Result<Json> case_step(Client& client, const Arguments& arguments) {
  const CaseAt at = TRY(case_at(client, arguments));
  TeamStep body;
  body.salt = Salt::generate(client.env());
  body.case_id = at.id;
  body.team = arguments.text("team", team_of(at));
  body.step = static_cast<TeamProgress>(TRY(word_in(arguments, "step", team_progress_words)));
  body.at = TRY(time_in(client, arguments, "at"));
  body.text = arguments.text("text");
  TRY(screen(client, arguments, body.team, body.text));
  return write_as(client, arguments, at.id, body, {});
}

Result<Json> case_report(Client& client, const Arguments& arguments) {
  const CaseAt at = TRY(case_at(client, arguments));
  Report body;
  body.salt = Salt::generate(client.env());
  body.case_id = at.id;
  body.team = arguments.text("team", team_of(at));
  body.language = arguments.text("language", "en");
  body.outcome = static_cast<Outcome>(TRY(word_in(arguments, "outcome", outcome_words)));
  body.text = arguments.text("text");
  TRY(screen(client, arguments, body.team, body.text));
  return write_as(client, arguments, at.id, body, {});
}

Result<Json> case_vote(Client& client, const Arguments& arguments) {
  const CaseAt at = TRY(case_at(client, arguments));
  Ballot body;
  body.salt = Salt::generate(client.env());
  body.case_id = at.id;
  body.report =
      TRY(needed(TRY(named_or_newest(client, arguments, "report", at, "reported")), "report"));
  body.vote = static_cast<Vote>(TRY(word_in(arguments, "vote", vote_words)));
  body.dissent = arguments.text("dissent");
  TRY(screen(client, arguments, team_of(at), body.dissent));
  return write_as(client, arguments, at.id, body, {body.report});
}

// The language of a report, in which it is forwarded (47); of other records English.
Result<std::string> language_of(Client& client, const Digest& record) {
  const Json shown = TRY(client.ask("record show", register_and("record", to_text(record))));
  const std::string* text = shown.find("text")->as_text();
  if (text == nullptr) return std::string("en");
  const auto body = parse_body(*shown.find("kind")->as_text(), *text);
  const Report* report = body.ok() ? std::get_if<Report>(&*body) : nullptr;
  return report == nullptr ? std::string("en") : report->language;
}

Result<Json> case_forward(Client& client, const Arguments& arguments) {
  const CaseAt at = TRY(case_at(client, arguments));
  Forwarding body;
  body.salt = Salt::generate(client.env());
  body.case_id = at.id;
  body.step = static_cast<ForwardingStep>(TRY(word_in(arguments, "step", forwarding_step_words)));
  const bool notice = body.step == ForwardingStep::notified;
  body.passed = TRY(needed(
      TRY(named_or_newest(client, arguments, "record", at, notice ? "determined" : "reported")),
      notice ? "determination" : "report"));
  body.to = arguments.list("to");
  body.language = arguments.text("language", TRY(language_of(client, body.passed)));
  body.text = arguments.text("text");
  TRY(screen(client, arguments, team_of(at), body.text));
  return write_as(client, arguments, at.id, body, {body.passed});
}

Result<Json> case_acknowledge(Client& client, const Arguments& arguments) {
  const CaseAt at = TRY(case_at(client, arguments));
  Acknowledgement body;
  body.salt = Salt::generate(client.env());
  body.case_id = at.id;
  body.received =
      TRY(needed(TRY(named_or_newest(client, arguments, "record", at, "notified")), "notice"));
  body.text = arguments.text("text");
  return write_as(client, arguments, at.id, body, {body.received});
}

Result<Json> case_evaluate(Client& client, const Arguments& arguments) {
  const CaseAt at = TRY(case_at(client, arguments));
  Evaluation body;
  body.salt = Salt::generate(client.env());
  body.case_id = at.id;
  body.report =
      TRY(needed(TRY(named_or_newest(client, arguments, "report", at, "reported")), "report"));
  body.outcome = static_cast<Outcome>(TRY(word_in(arguments, "outcome", outcome_words)));
  body.text = arguments.text("text");
  TRY(screen(client, arguments, team_of(at), body.text));
  return write_as(client, arguments, at.id, body, {body.report});
}

Result<Json> case_determine(Client& client, const Arguments& arguments) {
  const CaseAt at = TRY(case_at(client, arguments));
  const Json& row = at.docket.find("cases")->as_array()->front();
  Determination body;
  body.salt = Salt::generate(client.env());
  body.case_id = at.id;
  body.evaluation = TRY(named_or_newest(client, arguments, "evaluation", at, "evaluated"));
  body.outcome = static_cast<Determined>(TRY(word_in(arguments, "outcome", determined_words)));
  body.paragraph = arguments.text("paragraph", *row.find("paragraph")->as_text());
  body.responsible = arguments.text("responsible");
  body.text = arguments.text("text");
  std::vector<Digest> refers;
  if (body.evaluation) refers.push_back(*body.evaluation);
  return write_as(client, arguments, at.id, body, std::move(refers));
}

// Of what is disputed or recurs, the case's number or any record's: the case's id is its record's.
Result<Json> case_mark(Client& client, const Arguments& arguments) {
  const CaseAt at = TRY(case_at(client, arguments));
  CaseStatus body;
  body.salt = Salt::generate(client.env());
  body.case_id = at.id;
  body.status = static_cast<CaseStatusWord>(TRY(word_in(arguments, "status", case_status_words)));
  body.party = arguments.text("party");
  if (arguments.has("about")) body.about = TRY(id_of(client, arguments.text("about")));
  body.number = arguments.text("number");
  body.text = arguments.text("text");
  TRY(parse_body(CaseStatus::kind, to_bytes(body)));
  std::vector<Digest> refers;
  if (body.about) refers.push_back(*body.about);
  return write_as(client, arguments, at.id, body, std::move(refers));
}

// One signs what one has read: a draft's body is of its kind and speaks of this case.
namespace {

Result<void> check_read(Client& client, const Draft& draft) {
  const Header header = TRY(parse_header(draft.draft));
  const Body body = TRY(parse_body(header.kind, draft.body));
  const Json fields = TRY(parse_json(to_bytes(body)));
  const Json* of = fields.find("case");
  if (of == nullptr || *of != Json(to_text(draft.case_id))) {
    return Error{Errc::inconsistent, "the draft speaks of another case than the one it lies in"};
  }
  client.progress("signing " + header.kind + ": " + to_text(fields));
  return {};
}

}  // namespace

Result<Json> case_sign(Client& client, const Arguments& arguments) {
  const CaseAt at = TRY(case_at(client, arguments));
  const Json* waiting = nullptr;
  for (const Json& draft : *at.docket.find("drafts")->as_array()) {
    if (*draft.find("state")->as_text() != "waits") continue;
    const std::string& id = *draft.find("draft")->as_text();
    if (arguments.has("draft") && id != arguments.text("draft")) continue;
    if (waiting != nullptr) {
      return Error{Errc::usage, "several drafts wait in this case: name one with --draft"};
    }
    waiting = &draft;
  }
  if (waiting == nullptr) return Error{Errc::not_found, "no such draft waits in this case"};
  const Draft lodged{{},
                     at.id,
                     *waiting->find("text")->as_text(),
                     *waiting->find("lines")->as_text(),
                     *waiting->find("body")->as_text()};
  TRY(check_read(client, lodged));
  return sign_lodged(client, lodged, arguments.text("as"));
}

}  // namespace armistice
