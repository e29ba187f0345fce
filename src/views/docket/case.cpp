// SPDX-License-Identifier: Apache-2.0
#include "views/docket/case.h"

namespace armistice {
namespace {

using Names = std::vector<std::string>;

// Who may ask for an inspection, each alone: the authors of the term, without joint organs.
Names requesters(const AgreementInForce& agreement) {
  const Term* term = agreement.term<Authority>(
      [](const Authority& authority) { return authority.act == "requesting-inspection"; });
  if (term == nullptr) return {};
  Names names;
  for (const std::string& name : std::get<Authority>(term->kind).by) {
    if (agreement.organ(name) == nullptr) names.push_back(name);
  }
  return names;
}

// The members of the commission whose quorum the agreement speaks of.
Names neutrals(const AgreementInForce& agreement) {
  const Term* term = agreement.term<Quorum>([](const Quorum&) { return true; });
  if (term == nullptr) return {};
  const AgreementOrgan* organ = agreement.organ(std::get<Quorum>(term->kind).body);
  return organ == nullptr ? Names{} : organ->members;
}

Names determiners(const AgreementInForce& agreement) {
  const Term* term = agreement.term<Status>([](const Status&) { return true; });
  return term == nullptr ? Names{} : std::get<Status>(term->kind).agreed_by;
}

bool is_official(const DocketCase& one, const Digest& report, const AgreementInForce& agreement) {
  const Term* term = agreement.term<Adoption>([](const Adoption&) { return true; });
  return term != nullptr && judge(*term, one.ballots_on(report)).verdict == Verdict::official;
}

// A report is neither until its members have spoken, or enough of them.
Standing after_report(const DocketCase& one, const CaseStep& report,
                      const AgreementInForce& agreement) {
  const Ballots ballots = one.ballots_on(report.id);
  Names silent = ballots.members;
  for (const CastBallot& ballot : ballots.ballots) std::erase(silent, ballot.by);
  if (is_official(one, report.id, agreement)) return {"official", "forward", neutrals(agreement)};
  if (!silent.empty()) return {"reported", "ballot", silent};
  return {"reference_only", "forward", neutrals(agreement)};
}

}  // namespace

const CaseStep* DocketCase::last(std::string_view word) const {
  for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
    if (step->word == word && !step->retracted) return &*step;
  }
  return nullptr;
}

const CaseStep* DocketCase::step(std::string_view word, const Digest& record) const {
  for (const CaseStep& one : steps) {
    if (one.word == word && one.id == record && !one.retracted) return &one;
  }
  return nullptr;
}

Names DocketCase::team() const {
  const CaseStep* tasked = last("tasked");
  return tasked == nullptr ? Names{} : tasked->names;
}

Ballots DocketCase::ballots_on(const Digest& report) const {
  Ballots ballots{team(), {}};
  for (const CaseStep& step : steps) {
    if (step.word != "ballot" || step.retracted || step.about != report) continue;
    const auto at = std::find(vote_words.begin(), vote_words.end(), step.detail);
    ballots.ballots.push_back({step.by, static_cast<Vote>(at - vote_words.begin()), ""});
  }
  return ballots;
}

Names DocketCase::unacknowledged() const {
  const CaseStep* notified = last("notified");
  if (notified == nullptr) return {};
  Names silent = notified->names;
  for (const CaseStep& step : steps) {
    if (step.word == "acknowledged" && !step.retracted && step.about == notified->id) {
      std::erase(silent, step.by);
    }
  }
  return silent;
}

Steps DocketCase::transmission() const {
  Steps out;
  for (const CaseStep& step : steps) {
    if (step.retracted) continue;
    if (step.word == "reported") out.steps.push_back(Step::submitted);
    if (step.word == "forwarded") out.steps.push_back(Step::forwarded);
    if (step.word == "translated") out.steps.push_back(Step::translated);
    if (step.word == "evaluated") {
      out.steps.push_back(Step::evaluated);
      // On a record that both commissions share, what one says the other has received.
      out.steps.push_back(Step::evaluation_received);
    }
    if (step.word == "determined") out.steps.push_back(Step::final_action);
  }
  return out;
}

Standing standing_of(const DocketCase& one, const AgreementInForce& agreement) {
  Standing now{"alleged", "request", requesters(agreement)};
  Standing before = now;  // the last draft
  const CaseStep* report = nullptr;
  for (const CaseStep& step : one.steps) {
    if (step.retracted) continue;
    const Names team = one.team();
    if (step.word == "requested") now = {"requested", "task", neutrals(agreement)};
    if (step.word == "tasked") now = {"tasked", "dispatch", team};
    if (step.word == "dispatched") now = {"dispatched", "on_site", team};
    if (step.word == "on_site") now = {"on_site", "report", team};
    if (step.word == "access_denied") now = {"access_denied", "report", team};
    if (step.word == "reported") report = &step;
    // A ballot that comes when the report is on its way changes what it is, and not what is due.
    const bool here =
        now.status == "reported" || now.status == "official" || now.status == "reference_only";
    const bool voting = step.word == "reported" || (step.word == "ballot" && here);
    if (report != nullptr && voting) now = after_report(one, *report, agreement);
    if (step.word == "forwarded") now = {"forwarded", "evaluate", neutrals(agreement)};
    if (step.word == "evaluated") now = {"evaluated", "determine", determiners(agreement)};
    if (step.word == "drafted") now = {"draft_waits", "sign", step.names};
    if (step.word == "determined") now = {"determined", "notify", determiners(agreement)};
    if (step.word == "undetermined") now = {"undetermined", "determine", determiners(agreement)};
    const bool notice = now.status == "notified" && step.word == "acknowledged";
    if (step.word == "notified" || notice) {
      const Names silent = one.unacknowledged();
      now = silent.empty() ? Standing{"acknowledged", "", {}}
                           : Standing{"notified", "acknowledge", silent};
    }
    // What the draft would have said is due again.
    if (step.word == "lapsed") now = {"draft_lapsed", before.next, before.next_by};
    if (step.word == "withdrawn") now = {"draft_withdrawn", before.next, before.next_by};
    if (step.word != "drafted") before = now;
  }
  return now;
}

Json save_case(const DocketCase& one) {
  Json::Array steps;
  for (const CaseStep& step : one.steps) {
    Json::Array names(step.names.begin(), step.names.end());
    steps.push_back(Json::Array{step.word, step.index.value, to_text(step.id), step.by,
                                step.about ? Json(to_text(*step.about)) : Json(), step.detail,
                                std::move(names), step.retracted});
  }
  return Json::Array{one.index.value, to_text(one.id), one.term,        one.paragraph,
                     one.against,     one.by,          std::move(steps)};
}

namespace {

Error bad_state() { return Error{Errc::damaged, "the saved state of docket cannot be read"}; }

Result<std::string> text_at(const Json::Array& row, std::size_t at) {
  if (at >= row.size() || row[at].as_text() == nullptr) return bad_state();
  return *row[at].as_text();
}

Result<LeafIndex> index_at(const Json::Array& row, std::size_t at) {
  if (at >= row.size() || row[at].as_integer() == nullptr) return bad_state();
  return LeafIndex{static_cast<std::uint64_t>(*row[at].as_integer())};
}

Result<const Json::Array*> list_at(const Json::Array& row, std::size_t at) {
  if (at >= row.size() || row[at].as_array() == nullptr) return bad_state();
  return row[at].as_array();
}

Result<CaseStep> load_step(const Json& state) {
  if (state.as_array() == nullptr || state.as_array()->size() != 8) return bad_state();
  const Json::Array& row = *state.as_array();
  CaseStep step;
  step.word = TRY(text_at(row, 0));
  step.index = TRY(index_at(row, 1));
  step.id = TRY(parse_digest(TRY(text_at(row, 2))));
  step.by = TRY(text_at(row, 3));
  if (!row[4].is_null()) step.about = TRY(parse_digest(TRY(text_at(row, 4))));
  step.detail = TRY(text_at(row, 5));
  for (const Json& name : *TRY(list_at(row, 6))) {
    if (name.as_text() == nullptr) return bad_state();
    step.names.push_back(*name.as_text());
  }
  if (row[7].as_bool() == nullptr) return bad_state();
  step.retracted = *row[7].as_bool();
  return step;
}

}  // namespace

Result<DocketCase> load_case(const Json& state) {
  if (state.as_array() == nullptr) return bad_state();
  const Json::Array& row = *state.as_array();
  DocketCase one;
  one.index = TRY(index_at(row, 0));
  one.id = TRY(parse_digest(TRY(text_at(row, 1))));
  one.term = TRY(text_at(row, 2));
  one.paragraph = TRY(text_at(row, 3));
  one.against = TRY(text_at(row, 4));
  one.by = TRY(text_at(row, 5));
  for (const Json& step : *TRY(list_at(row, 6))) one.steps.push_back(TRY(load_step(step)));
  return one;
}

}  // namespace armistice
