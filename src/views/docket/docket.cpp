// SPDX-License-Identifier: Apache-2.0
#include "views/docket/docket.h"

#include <fmt/format.h>

#include "crypto/hash.h"
#include "terms/has.h"
#include "views/docket/turn.h"
#include "views/docket/view.sql.h"
#include "views/entitled.h"

namespace armistice {
namespace {

constexpr Table case_table{"docket_case", 11, 1, "case_index"};
constexpr Table step_table{"docket_step", 11, 2, "case_index, place"};
constexpr Table draft_table{"docket_draft", 10, 1, "draft"};
constexpr Table judgements = judgement_table("docket_judgement");
constexpr Table irregularities{"docket_irregularity", 4, 2, "leaf_index, place"};

// A step more than anybody could follow is none, so that one author cannot make a case that no node
// can fold.
constexpr std::size_t case_steps_max = 1'024;
// Of one party, so that nobody fills a case up for the others.
constexpr std::size_t case_steps_of_party_max = 256;

bool is_of(const Names& groups, const TeamGroup* group) {
  return group != nullptr && has(groups, group->name);
}

}  // namespace

std::string_view DocketView::schema() const { return docket_sql; }

void DocketView::put_case(const DocketCase& one, Rows& rows, LeafIndex at) {
  const Standing now = standing_of(one, agreement_);
  const bool ended = now.status == "closed_without_agreement" || now.status == "retracted";
  if (ended) waiting_.close(one.index, rows);
  rows.put(case_table, one.index, one.id, one.term, one.paragraph, one.against, one.by, now.status,
           now.next, joined(now.next_by), at, joined(one.marks()));
}

void DocketView::put_step(const DocketCase& one, std::size_t place, Rows& rows) const {
  const CaseStep& step = one.steps[place];
  rows.put(step_table, one.index, place, step.index, step.id, step.word, step.by, step.about,
           step.detail, joined(step.names), step.acts, step.retracted);
}

void DocketView::put_draft(const WaitingDraft& draft, Rows& rows) const {
  rows.put(draft_table, draft.id, cases_.at(draft.case_id).index, draft.index, draft.kind, draft.by,
           joined(draft.signers), joined(draft.signed_by()), draft.until, draft.lines, draft.state);
}

DocketCase* DocketView::case_of(const Digest& id, Turn& turn) {
  const auto found = cases_.find(id);
  if (found == cases_.end()) {
    turn.notices.add("no_case", to_text(id));
    return nullptr;
  }
  const auto& steps = found->second.steps;
  const std::string_view party = share_holder(turn.header().author);
  const auto of_party = std::count_if(steps.begin(), steps.end(), [&](const CaseStep& one) {
    return share_holder(one.by) == party;
  });
  if (steps.size() >= case_steps_max || std::cmp_greater_equal(of_party, case_steps_of_party_max)) {
    turn.notices.add("case_full", fmt::format("{} steps, {} by {}", steps.size(), of_party, party));
    return nullptr;
  }
  if (!has_reference(turn.header(), id)) turn.notices.add("not_referred", to_text(id));
  return &found->second;
}

void DocketView::add_step(DocketCase& one, Turn& turn, std::string_view word, Said said) {
  one.steps.push_back({std::string(word), turn.index(), turn.id(), turn.header().author, said.about,
                       std::move(said.detail), std::move(said.names), said.acts, false,
                       std::move(said.language)});
  steps_of_.insert({turn.index().value, one.id});
  put_step(one, one.steps.size() - 1, turn.rows);
  put_case(one, turn.rows, turn.index());
}

void DocketView::add_draft_step(const WaitingDraft& draft, Turn& turn, std::string_view word) {
  put_draft(draft, turn.rows);
  add_step(cases_.at(draft.case_id), turn, word, {draft.id, draft.kind, draft.missing()});
}

void DocketView::take(const Allegation& body, Turn& turn) {
  DocketCase one{turn.index(),         turn.id(), body.term, body.paragraph, body.against,
                 turn.header().author, {}};
  const Term* term = agreement_.folder.term(body.term);
  if (term == nullptr) turn.notices.add("unknown_term", body.term);
  if (term != nullptr && term->paragraph != body.paragraph) {
    turn.notices.add("other_paragraph", term->paragraph);
  }
  add_step(cases_[one.id] = one, turn, "alleged", {body.finding, body.against, {}});
}

void DocketView::judge_request(const DocketCase& one, const InspectionRequest& request,
                               Turn& turn) const {
  if (!agreement_.table) return;
  const auto stand = agreement_.table->stand({static_cast<std::int32_t>(request.latitude_e7),
                                              static_cast<std::int32_t>(request.longitude_e7)});
  const std::string_view zone = agreement_.table->zone_word(stand, 0);
  if (zone == "undecidable") {
    turn.notices.add("place_undecidable", fmt::format("{} mm from the line", stand.distance_mm));
    return;
  }
  // The line's zone is the agreement's first.
  const auto& zones = agreement_.folder.agreement.zones;
  const bool inside = zone == "inside" && !zones.empty();
  const std::string place = inside ? zones.front() : std::string(in_no_zone);
  // Whom one asks says which right one claims: an inspection by the neutrals, or observers.
  const Term* quorum = agreement_.term<Quorum>([](const Quorum&) { return true; });
  const bool neutral = quorum != nullptr && std::get<Quorum>(quorum->kind).body == request.to;
  const std::string_view act = neutral ? "requesting-inspection" : "dispatching-observers";
  const Term* term =
      agreement_.term<Authority>([&](const Authority& kind) { return kind.act == act; });
  if (term == nullptr) return;
  put_judged(judgements, turn.subject(one), turn.index(), term, Action{turn.header().author, place},
             turn.rows);
  const auto& places = std::get<Authority>(term->kind).places;
  if (has(places, place)) return;
  turn.notices.add("wrong_body", neutral ? "a place inside the zone is the observer teams' (26, 27)"
                                         : "a place outside the zone is the neutral teams' (28)");
}

void DocketView::take(const InspectionRequest& body, Turn& turn) {
  DocketCase* one = case_of(body.case_id, turn);
  if (one == nullptr) return;
  judge_request(*one, body, turn);
  const Header& header = turn.header();
  const bool may =
      has(requesters(agreement_), header.author) || is_act_of(agreement_, header, header.author);
  if (may) {
    one->place = LatLng{static_cast<std::int32_t>(body.latitude_e7),
                        static_cast<std::int32_t>(body.longitude_e7)};
    waiting_.begin(Prompt::sent, turn.subject(*one), body.to, turn.rows);
  }
  add_step(*one, turn, "requested", {std::nullopt, body.to, {}, may});
}

// Whether the author is a member of the team that was tasked last, and speaks of that team.
bool DocketView::is_of_team(const DocketCase& one, const std::string& team, Turn& turn) const {
  const CaseStep* tasked = one.last("tasked");
  if (tasked == nullptr || !has(tasked->names, turn.header().author)) {
    turn.notices.add("not_of_the_team", turn.header().author);
    return false;
  }
  if (tasked->detail == team) return true;
  turn.notices.add("other_team", tasked->detail);
  return false;
}

// Composition, quorum and the cap are judged by the view of bodies.
void DocketView::take(const Tasking& body, Turn& turn) {
  DocketCase* one = case_of(body.case_id, turn);
  if (one == nullptr) return;
  const TeamGroup* group = agreement_.group_of(body.team);
  if (body.request && one->step("requested", *body.request) == nullptr) {
    turn.notices.add("no_request", to_text(*body.request));
  }
  // That there is no such team is noticed by the view of bodies.
  const bool may = group != nullptr && may_task(agreement_, turn.header(), *group);
  add_step(*one, turn, "tasked", {body.request, body.team, body.members, may});
}

void DocketView::take(const TeamStep& body, Turn& turn) {
  DocketCase* one = case_of(body.case_id, turn);
  if (one == nullptr) return;
  if (!is_of_team(*one, body.team, turn)) return;
  add_step(*one, turn, word_of(body.step, team_progress_words),
           {std::nullopt, body.team, one->team()});
  if (body.step == TeamProgress::dispatched) {
    waiting_.send(turn.subject(*one), judgements, turn.rows);
  }
  if (body.step != TeamProgress::access_denied || !one->place) return;
  for (const Term* term : agreement_.terms<PointArea>()) {
    put_judged(judgements, turn.subject(*one), turn.index(), term,
               denied_at(agreement_, std::get<PointArea>(term->kind), *one->place), turn.rows);
  }
}

void DocketView::judge_report(const DocketCase& one, const CaseStep& report, LeafIndex at,
                              Rows& rows) const {
  put_judged(judgements, {report.index, report.id, one.index}, at,
             agreement_.term<Adoption>([](const Adoption&) { return true; }),
             one.ballots_on(report.id), rows);
}

void DocketView::take(const Report& body, Turn& turn) {
  DocketCase* one = case_of(body.case_id, turn);
  if (one == nullptr) return;
  if (!is_of_team(*one, body.team, turn)) return;
  const std::string outcome(word_of(body.outcome, outcome_words));
  add_step(*one, turn, "reported", {std::nullopt, outcome, one->team(), true, body.language});
  judge_report(*one, one->steps.back(), turn.index(), turn.rows);
  const TeamGroup* group = agreement_.group_of(body.team);
  if (group != nullptr) waiting_.begin(Prompt::forwarded, turn.subject(*one), group->of, turn.rows);
  judge_study(*one, body.text, Holds::nothing_too, turn);
}

// What a team may not study stands in no dissent, translation or evaluation of its report either.
void DocketView::judge_study(const DocketCase& one, const std::string& text, Holds said,
                             Turn& turn) const {
  const CaseStep* tasked = one.last("tasked");
  if (tasked == nullptr) return;
  for (const Term* term : agreement_.terms<NoStudy>()) {
    const auto& kind = std::get<NoStudy>(term->kind);
    if (!is_of(kind.of, agreement_.group_of(tasked->detail))) continue;
    if (said == Holds::breach_alone && studied_in(kind, text).empty()) continue;
    put_judged(judgements, turn.subject(one), turn.index(), term, Studied{text}, turn.rows);
  }
}

// Once a report is its team's, nobody makes it another by a second vote: those who have passed it
// on, or rest on it, would rest on nothing.
bool DocketView::is_vote_changed_late(const DocketCase& one, const Digest& report,
                                      Turn& turn) const {
  const Term* adoption = agreement_.term<Adoption>([](const Adoption&) { return true; });
  const Ballots ballots = one.ballots_on(report);
  const bool voted =
      std::any_of(ballots.ballots.begin(), ballots.ballots.end(),
                  [&](const CastBallot& ballot) { return ballot.by == turn.header().author; });
  if (!voted || adoption == nullptr) return false;
  if (judge(*adoption, ballots).verdict != Verdict::official) return false;
  turn.notices.add("adopted_already", to_text(report));
  return true;
}

void DocketView::take(const Ballot& body, Turn& turn) {
  DocketCase* one = case_of(body.case_id, turn);
  if (one == nullptr) return;
  const CaseStep* report = one->step("reported", body.report);
  if (report == nullptr) return turn.notices.add("no_report", to_text(body.report));
  if (!has(report->names, turn.header().author)) {
    return turn.notices.add("not_of_the_team", turn.header().author);
  }
  const CaseStep on = *report;
  if (is_vote_changed_late(*one, body.report, turn)) return;
  add_step(*one, turn, "ballot", {body.report, std::string(word_of(body.vote, vote_words)), {}});
  judge_report(*one, on, turn.index(), turn.rows);
  judge_study(*one, body.dissent, Holds::breach_alone, turn);
}

// Of steps of the same sort this one alone is judged: one taken too early stays so, and taints no
// later one.
void DocketView::judge_order(const DocketCase& one, Step done, Turn& turn) const {
  Steps steps = one.transmission();
  std::erase(steps.steps, done);
  steps.steps.push_back(done);
  for (const Term* term : agreement_.terms<Transmission>()) {
    const auto& then = std::get<Transmission>(term->kind).then;
    if (!has(then, done)) continue;
    put_judged(judgements, turn.subject(one), turn.index(), term, steps, turn.rows);
  }
}

void DocketView::judge_answering(const DocketCase& one, const Forwarding& body, Turn& turn) const {
  const CaseStep* tasked = one.last("tasked");
  if (tasked == nullptr) return;
  const std::string& by = turn.header().author;
  for (const Term* term : agreement_.terms<AnswersTo>()) {
    const auto& answers = std::get<AnswersTo>(term->kind);
    if (!is_of(answers.of, agreement_.group_of(tasked->detail))) continue;
    const bool of_commission =
        by == answers.through || has(members_of(agreement_, answers.through), by);
    put_judged(judgements, turn.subject(one), turn.index(), term,
               PassedTo{by, of_commission, body.to}, turn.rows);
  }
}

// A report is passed on by the commission or a member of it, a determination by those who made it.
void DocketView::take(const Forwarding& body, Turn& turn) {
  DocketCase* one = case_of(body.case_id, turn);
  if (one == nullptr) return;
  const bool notice = body.step == ForwardingStep::notified;
  const CaseStep* passed = one->step(notice ? "determined" : "reported", body.passed);
  if (passed == nullptr) {
    return turn.notices.add(notice ? "no_determination" : "no_report", to_text(body.passed));
  }
  // 47: in the language received.
  if (body.step == ForwardingStep::forwarded && body.language != passed->language) {
    turn.notices.add("other_language", passed->language);
  }
  const std::string commission = neutral_commission(agreement_);
  const Header& header = turn.header();
  const bool may =
      is_act_of(agreement_, header, header.author) ||
      has(notice ? determiners(agreement_) : members_of(agreement_, commission), header.author);
  if (!may) turn.notices.add("may_not_pass_on", header.author);
  const LeafIndex from = passed->index;
  add_step(*one, turn, word_of(body.step, forwarding_step_words),
           {body.passed, body.language, body.to, may, body.language});
  if (body.step == ForwardingStep::translated) judge_order(*one, Step::translated, turn);
  if (body.step == ForwardingStep::forwarded) judge_answering(*one, body, turn);
  judge_study(*one, body.text, Holds::breach_alone, turn);
  if (!may || body.step == ForwardingStep::translated) return;
  waiting_.end(notice ? Prompt::notified : Prompt::forwarded, from, turn.subject(*one), judgements,
               turn.rows);
}

void DocketView::take(const Acknowledgement& body, Turn& turn) {
  DocketCase* one = case_of(body.case_id, turn);
  if (one == nullptr) return;
  const CaseStep* sent = one->step("notified", body.received);
  if (sent == nullptr) sent = one->step("forwarded", body.received);
  if (sent == nullptr) return turn.notices.add("not_of_the_case", to_text(body.received));
  if (!has(sent->names, turn.header().author)) {
    return turn.notices.add("not_an_addressee", turn.header().author);
  }
  add_step(*one, turn, "acknowledged", {body.received, "", {}});
}

void DocketView::take(const Evaluation& body, Turn& turn) {
  DocketCase* one = case_of(body.case_id, turn);
  if (one == nullptr) return;
  const std::string commission = neutral_commission(agreement_);
  if (turn.header().author != commission) turn.notices.add("not_the_commission", commission);
  if (one->step("reported", body.report) == nullptr) {
    return turn.notices.add("no_report", to_text(body.report));
  }
  const bool may = is_act_of(agreement_, turn.header(), commission);
  add_step(*one, turn, "evaluated",
           {body.report, std::string(word_of(body.outcome, outcome_words)), {}, may});
  put_judged(judgements, turn.subject(*one), turn.index(),
             agreement_.term<Quorum>([](const Quorum&) { return true; }),
             agreement_.members(turn.present()), turn.rows);
  judge_order(*one, Step::evaluated, turn);
  judge_study(*one, body.text, Holds::breach_alone, turn);
}

void DocketView::take(const Draft& body, Turn& turn) {
  if (case_of(body.case_id, turn) == nullptr) return;
  if (turn.stands) return turn.notices.add("stands_already", to_text(sha256(body.draft)));
  const auto lodged = drafts_.lodge(body, *turn.entry.record, turn.index(), agreement_);
  if (const auto* refused = std::get_if<Drafts::Refused>(&lodged)) {
    return turn.notices.add(refused->word, refused->detail);
  }
  add_draft_step(*std::get<const WaitingDraft*>(lodged), turn, "drafted");
}

void DocketView::take(const Determination& body, Turn& turn) {
  DocketCase* one = case_of(body.case_id, turn);
  if (one == nullptr) return;
  if (body.evaluation && one->step("evaluated", *body.evaluation) == nullptr) {
    turn.notices.add("no_evaluation", to_text(*body.evaluation));
  }
  // 30 speaks of corrections by itself; where no term does, that of determinations rules both.
  const bool corrected = body.outcome == Determined::corrected;
  const Term* status = corrected ? status_term(agreement_, "corrected") : nullptr;
  if (status == nullptr) status = status_term(agreement_, "determined");
  const Agreed agreed{turn.present()};
  const bool determined =
      status != nullptr && judge(*status, agreed).verdict == Verdict::determined;
  add_step(*one, turn, determined ? "determined" : "undetermined",
           {body.evaluation, std::string(word_of(body.outcome, determined_words)), {}, determined});
  put_judged(judgements, turn.subject(*one), turn.index(), status, agreed, turn.rows);
  if (!determined) return;
  judge_order(*one, Step::final_action, turn);
  if (body.outcome == Determined::violation) {
    waiting_.begin(Prompt::notified, turn.subject(*one), turn.header().author, turn.rows);
  }
}

// What this record ends: the draft that it is, drafts whose hour a clock record passed, and drafts
// from which a signer withdraws (by its lines alone, whatever its body says).
void DocketView::close_drafts(Turn& turn) {
  if (turn.entry.clock_set) {
    const UtcSeconds now{turn.entry.clock_set->value + scenario_offset_s_};
    for (const WaitingDraft* draft : drafts_.lapse(now)) add_draft_step(*draft, turn, "lapsed");
    waiting_.pass(now, turn.index(), judgements, turn.rows);
  }
  if (turn.header().is_joint()) {
    const WaitingDraft* draft = drafts_.close(turn.id(), "signed");
    if (draft != nullptr) add_draft_step(*draft, turn, "signed");
  }
  if (turn.header().kind != Withdrawal::kind || turn.entry.role == KeyRole::root) return;
  for (const Digest& id : turn.header().refers) {
    const WaitingDraft* draft = drafts_.withdraw(id, turn.header().author);
    if (draft != nullptr) add_draft_step(*draft, turn, "withdrawn");
  }
}

void DocketView::take_back(Turn& turn) {
  for (const LeafIndex index : taken_back(turn.entry)) {
    waiting_.take_back(index, turn.rows);
    const WaitingDraft* draft = drafts_.lodged_at(index);
    if (draft != nullptr) draft = drafts_.close(draft->id, "withdrawn");
    if (draft != nullptr) put_draft(*draft, turn.rows);
    for (auto of = steps_of_.lower_bound({index.value, {}});
         of != steps_of_.end() && of->first == index.value; ++of) {
      DocketCase& one = cases_.at(of->second);
      bool changed = false;
      for (std::size_t i = 0; i < one.steps.size(); ++i) {
        if (one.steps[i].index != index || one.steps[i].word == "lapsed") continue;
        one.steps[i].retracted = true;
        put_step(one, i, turn.rows);
        changed = true;
      }
      if (!changed) continue;
      for (const CaseStep& step : one.steps) {
        if (step.word == "reported" && step.stands()) {
          judge_report(one, step, turn.index(), turn.rows);
        }
      }
      put_case(one, turn.rows, turn.index());
    }
  }
}

Result<void> DocketView::fold(const Folded& entry, Past& past, Rows& rows) {
  if (entry.refused || entry.record == nullptr) return {};
  Turn turn{entry, rows, Irregularities(irregularities, entry.index, rows), false};
  close_drafts(turn);
  const Body* body = force_of(agreement_, entry);
  if (body == nullptr) return {};
  if (const auto* genesis = std::get_if<Genesis>(body)) {
    scenario_offset_s_ = genesis->scenario_offset_s;
  }
  if (std::holds_alternative<Retraction>(*body)) take_back(turn);
  if (const auto* draft = std::get_if<Draft>(body)) {
    turn.stands = TRY(past.find(sha256(draft->draft))).has_value();
  }
  std::visit(
      [&](const auto& one) {
        if constexpr (requires { this->take(one, turn); }) this->take(one, turn);
      },
      *body);
  return {};
}

Json DocketView::save() const {
  Json::Array cases;
  for (const auto& [id, one] : cases_) cases.push_back(save_case(one));
  return Json::Object{{"offset_s", scenario_offset_s_},
                      {"cases", std::move(cases)},
                      {"drafts", drafts_.save()},
                      {"waiting", waiting_.save()}};
}

namespace {

Error bad_state() { return Error{Errc::damaged, "the saved state of docket cannot be read"}; }

}  // namespace

Result<void> DocketView::load(const Json& state) {
  const Json* offset_s = state.find("offset_s");
  const Json* cases = state.find("cases");
  const Json* drafts = state.find("drafts");
  const Json* waiting = state.find("waiting");
  if (waiting == nullptr || offset_s == nullptr || offset_s->as_integer() == nullptr ||
      cases == nullptr || cases->as_array() == nullptr || drafts == nullptr) {
    return bad_state();
  }
  scenario_offset_s_ = *offset_s->as_integer();
  cases_.clear();
  steps_of_.clear();
  for (const Json& saved : *cases->as_array()) {
    DocketCase one = TRY(load_case(saved));
    const Digest id = one.id;
    for (const CaseStep& step : one.steps) steps_of_.insert({step.index.value, id});
    cases_.emplace(id, std::move(one));
  }
  TRY(waiting_.load(*waiting));
  return drafts_.load(*drafts);
}

}  // namespace armistice
