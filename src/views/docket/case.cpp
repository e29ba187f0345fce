// SPDX-License-Identifier: Apache-2.0
#include "views/docket/case.h"

#include "terms/has.h"
#include "views/entitled.h"

namespace armistice {
namespace {

using Names = std::vector<std::string>;

constexpr std::array<std::string_view, 6> marking_words = {
    "registered", "screened", "attributed", "not_attributable", "disputed", "recurring"};

Names neutral_members(const AgreementInForce& agreement) {
  return members_of(agreement, neutral_commission(agreement));
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
  if (is_official(one, report.id, agreement))
    return {"official", "forward", neutral_members(agreement)};
  if (!silent.empty()) return {"reported", "ballot", silent};
  return {"reference_only", "forward", neutral_members(agreement)};
}

}  // namespace

const CaseStep* DocketCase::last(std::string_view word) const {
  for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
    if (step->word == word && step->stands()) return &*step;
  }
  return nullptr;
}

const CaseStep* DocketCase::step(std::string_view word, const Digest& record) const {
  for (const CaseStep& one : steps) {
    if (one.word == word && one.id == record && one.stands()) return &one;
  }
  return nullptr;
}

Names DocketCase::team() const {
  const CaseStep* tasked = last("tasked");
  return tasked == nullptr ? Names{} : tasked->names;
}

Ballots DocketCase::ballots_on(const Digest& report) const {
  const CaseStep* drafted = step("reported", report);
  Ballots ballots{drafted == nullptr ? Names{} : drafted->names, {}};
  for (const CaseStep& step : steps) {
    if (step.word != "ballot" || !step.stands() || step.about != report) continue;
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
    if (step.word == "acknowledged" && step.stands() && step.about == notified->id) {
      std::erase(silent, step.by);
    }
  }
  return silent;
}

Steps DocketCase::transmission() const {
  Steps out;
  for (const CaseStep& step : steps) {
    if (!step.stands()) continue;
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

Names DocketCase::marks() const {
  Names all;
  for (const CaseStep& step : steps) {
    if (!step.stands()) continue;
    if (step.word == "determined") std::erase(all, "corrected");
    const bool corrected = step.word == "determined" && step.detail == "corrected";
    if (!corrected && !has(marking_words, step.word)) continue;
    // Whoever attributes it, or cannot, has the last word of the two.
    if (step.word == "attributed" || step.word == "not_attributable") {
      std::erase(all, "attributed");
      std::erase(all, "not_attributable");
    }
    std::erase(all, step.word);
    all.push_back(corrected ? std::string("corrected") : step.word);
  }
  return all;
}

namespace {

// Follows a case step by step. A determination holds: what comes after it, other than its notice
// and another determination, is shown and moves nothing.
class Progress {
 public:
  Progress(const DocketCase& one, const AgreementInForce& agreement)
      : one_(one), agreement_(agreement), now_{"alleged", "request", requesters(agreement)} {}

  void take(const CaseStep& step) {
    if (step.word == "drafted") return draft(step);
    if (step.word == "signed" || step.word == "lapsed" || step.word == "withdrawn") {
      return close(step);
    }
    if (step.word == "determined") {
      now_ = {step.detail == "corrected" ? "corrected" : "determined", "notify",
              determiners(agreement_)};
      determined_ = true;
    }
    if (step.word == "notified" && determined_) now_ = {"notified", "acknowledge", {}};
    if (!determined_) before_determination(step);
  }

  Standing end() const {
    if (now_.status == "reported") return after_report(one_, *report_, agreement_);
    if (now_.status != "notified") return now_;
    const Names silent = one_.unacknowledged();
    return silent.empty() ? Standing{"acknowledged", "", {}}
                          : Standing{"notified", "acknowledge", silent};
  }

 private:
  void before_determination(const CaseStep& step) {
    const Names& team = step.names;
    if (step.word == "requested") now_ = {"requested", "task", neutral_members(agreement_)};
    if (step.word == "tasked") now_ = {"tasked", "dispatch", team};
    if (step.word == "dispatched") now_ = {"dispatched", "on_site", team};
    if (step.word == "on_site") now_ = {"on_site", "report", team};
    if (step.word == "access_denied") now_ = {"access_denied", "report", team};
    if (step.word == "reported") now_ = {"reported", "ballot", team};
    if (step.word == "reported") report_ = &step;
    if (step.word == "forwarded") now_ = {"forwarded", "evaluate", neutral_members(agreement_)};
    if (step.word == "evaluated") now_ = {"evaluated", "determine", determiners(agreement_)};
    mark(step);
  }
  // What is said of a case beside its way: the step that is due stays due.
  void mark(const CaseStep& step) {
    const bool new_case = now_.status == "alleged" || now_.status == "registered";
    if (step.word == "registered" && now_.status == "alleged") now_.status = step.word;
    if (step.word == "screened" && new_case) now_.status = step.word;
    const bool weighed = now_.next == "determine";
    if (weighed && (step.word == "attributed" || step.word == "not_attributable")) {
      now_.status = step.word;
    }
    if (weighed && step.word == "disputed") now_.status = step.word;
    if (step.word == "closed_without_agreement") close_without_agreement(step);
  }
  void close_without_agreement(const CaseStep& step) {
    for (const std::string& name : step.names) {
      if (!has(closed_by_, name)) closed_by_.push_back(name);
    }
    const Names all = determiners(agreement_);
    const bool closed = std::all_of(all.begin(), all.end(),
                                    [&](const std::string& name) { return has(closed_by_, name); });
    if (!closed || all.empty()) return;
    now_ = {"closed_without_agreement", "", {}};
    closed_by_.clear();  // a case that goes on is closed anew by both
  }
  void draft(const CaseStep& step) {
    if (now_.status != "draft_waits") before_ = now_;
    pending_ = step.about;
    now_ = {"draft_waits", "sign", step.names};
  }
  // What was due before the draft is due again.
  void close(const CaseStep& step) {
    if (now_.status != "draft_waits" || pending_ != step.about) return;
    now_ = before_;
    if (step.word == "lapsed") now_.status = "draft_lapsed";
    if (step.word == "withdrawn") now_.status = "draft_withdrawn";
  }

  const DocketCase& one_;
  const AgreementInForce& agreement_;
  Standing now_;
  Standing before_;
  std::optional<Digest> pending_;
  Names closed_by_;
  const CaseStep* report_ = nullptr;
  bool determined_ = false;
};

}  // namespace

Standing standing_of(const DocketCase& one, const AgreementInForce& agreement) {
  // What was determined holds, whoever alleged it: one side does not take it back for both.
  if (!one.steps.front().stands() && one.last("determined") == nullptr) {
    return {"retracted", "", {}};
  }
  Progress progress(one, agreement);
  for (const CaseStep& step : one.steps) {
    if (step.stands()) progress.take(step);
  }
  return progress.end();
}

Json save_case(const DocketCase& one) {
  Json::Array steps;
  for (const CaseStep& step : one.steps) {
    Json::Array names(step.names.begin(), step.names.end());
    steps.push_back(Json::Array{step.word, step.index.value, to_text(step.id), step.by,
                                step.about ? Json(to_text(*step.about)) : Json(), step.detail,
                                std::move(names), step.acts, step.retracted, step.language});
  }
  const Json place = one.place ? Json(Json::Array{std::int64_t{one.place->latitude_e7},
                                                  std::int64_t{one.place->longitude_e7}})
                               : Json();
  return Json::Array{one.index.value, to_text(one.id), one.term,         one.paragraph,
                     one.against,     one.by,          std::move(steps), place};
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
  if (state.as_array() == nullptr || state.as_array()->size() != 10) return bad_state();
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
  if (row[7].as_bool() == nullptr || row[8].as_bool() == nullptr) return bad_state();
  step.acts = *row[7].as_bool();
  step.retracted = *row[8].as_bool();
  step.language = TRY(text_at(row, 9));
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
  if (one.steps.empty() || row.size() != 8) return bad_state();
  if (row[7].is_null()) return one;
  const Json::Array& place = *TRY(list_at(row, 7));
  if (place.size() != 2 || place[0].as_integer() == nullptr || place[1].as_integer() == nullptr) {
    return bad_state();
  }
  one.place = LatLng{static_cast<std::int32_t>(*place[0].as_integer()),
                     static_cast<std::int32_t>(*place[1].as_integer())};
  return one;
}

}  // namespace armistice
