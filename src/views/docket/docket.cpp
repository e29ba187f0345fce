// SPDX-License-Identifier: Apache-2.0
#include "views/docket/docket.h"

#include <fmt/format.h>

#include "base/text.h"
#include "crypto/hash.h"
#include "register/bodies.h"
#include "views/docket/view.sql.h"

namespace armistice {
namespace {

constexpr Table case_table{"docket_case", 10, 1, "case_index"};
constexpr Table step_table{"docket_step", 10, 2, "case_index, place"};
constexpr Table draft_table{"docket_draft", 9, 1, "draft"};
constexpr Table judgements = judgement_table("docket_judgement");
constexpr Table irregularities{"docket_irregularity", 4, 2, "leaf_index, place"};

using Names = std::vector<std::string>;

bool has(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool has_reference(const Header& header, const Digest& id) {
  return std::binary_search(header.refers.begin(), header.refers.end(), id);
}

std::string joined(const Names& names) { return fmt::format("{}", fmt::join(names, " ")); }

template <typename Enum, std::size_t N>
std::string_view word_of(Enum value, const std::array<std::string_view, N>& words) {
  return words[static_cast<std::size_t>(value)];
}

// Whose lines a draft came with, as lodged: whether they verify, admission says of the record.
Names names_on(std::string_view lines, const Names& signers) {
  Names names;
  for (const std::string& signer : signers) {
    const std::string start = fmt::format("\xe2\x80\x94 {} ", signer);
    std::string_view rest = lines;
    while (const auto line = take_line(rest)) {
      if (!line->starts_with(start)) continue;
      names.push_back(signer);
      break;
    }
  }
  return names;
}

}  // namespace

struct DocketView::Turn {
  const Folded& entry;
  Rows& rows;
  Irregularities notices;
  bool stands;  // of a draft: the joint record is on the register already

  const Header& header() const { return entry.record->header; }
  const Digest& id() const { return entry.record->id; }
  LeafIndex index() const { return entry.index; }
  Names present() const { return header().is_joint() ? header().signers : Names{header().author}; }
  Subject subject(const DocketCase& one) const { return {index(), id(), one.index}; }
};

std::string_view DocketView::schema() const { return docket_sql; }

void DocketView::put_case(const DocketCase& one, Rows& rows, LeafIndex at) const {
  const Standing now = standing_of(one, agreement_);
  rows.put(case_table, one.index, one.id, one.term, one.paragraph, one.against, one.by, now.status,
           now.next, joined(now.next_by), at);
}

void DocketView::put_step(const DocketCase& one, std::size_t place, Rows& rows) const {
  const CaseStep& step = one.steps[place];
  rows.put(step_table, one.index, place, step.index, step.id, step.word, step.by, step.about,
           step.detail, joined(step.names), step.retracted);
}

void DocketView::put_draft(const Digest& id, const Waiting& draft, Rows& rows) const {
  rows.put(draft_table, id, cases_.at(draft.case_id).index, draft.index, draft.kind, draft.by,
           joined(draft.signers), joined(draft.signed_by), draft.until, draft.state);
}

DocketCase* DocketView::case_of(const Digest& id, Turn& turn) {
  const auto found = cases_.find(id);
  if (found == cases_.end()) {
    turn.notices.add("no_case", to_text(id));
    return nullptr;
  }
  if (!has_reference(turn.header(), id)) turn.notices.add("not_referred", to_text(id));
  return &found->second;
}

void DocketView::add_step(DocketCase& one, Turn& turn, std::string_view word,
                          const std::optional<Digest>& about, std::string_view detail,
                          Names names) {
  one.steps.push_back({std::string(word), turn.index(), turn.id(), turn.header().author, about,
                       std::string(detail), std::move(names)});
  put_step(one, one.steps.size() - 1, turn.rows);
  put_case(one, turn.rows, turn.index());
}

void DocketView::take(const Allegation& body, Turn& turn) {
  DocketCase one{turn.index(),         turn.id(), body.term, body.paragraph, body.against,
                 turn.header().author, {}};
  const Term* term = agreement_.folder.term(body.term);
  if (term == nullptr) turn.notices.add("unknown_term", body.term);
  if (term != nullptr && term->paragraph != body.paragraph) {
    turn.notices.add("other_paragraph", term->paragraph);
  }
  add_step(cases_[one.id] = one, turn, "alleged", body.finding, body.against);
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
  const Where place = zone == "inside" ? Where::demilitarized_zone : Where::elsewhere;
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
  if (std::find(places.begin(), places.end(), place) != places.end()) return;
  turn.notices.add("wrong_body", neutral ? "a place inside the zone is the observer teams' (26, 27)"
                                         : "a place outside the zone is the neutral teams' (28)");
}

void DocketView::take(const InspectionRequest& body, Turn& turn) {
  DocketCase* one = case_of(body.case_id, turn);
  if (one == nullptr) return;
  judge_request(*one, body, turn);
  add_step(*one, turn, "requested", std::nullopt, body.to);
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
  if (body.request) {
    const bool asked = std::any_of(one->steps.begin(), one->steps.end(), [&](const auto& step) {
      return step.word == "requested" && step.id == *body.request;
    });
    if (!asked) turn.notices.add("no_request", to_text(*body.request));
  }
  add_step(*one, turn, "tasked", body.request, body.team, body.members);
}

void DocketView::take(const TeamStep& body, Turn& turn) {
  DocketCase* one = case_of(body.case_id, turn);
  if (one == nullptr) return;
  if (!is_of_team(*one, body.team, turn)) return;
  add_step(*one, turn, word_of(body.step, team_progress_words), std::nullopt, body.team);
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
  add_step(*one, turn, "reported", std::nullopt, word_of(body.outcome, outcome_words));
  judge_report(*one, one->steps.back(), turn.index(), turn.rows);
}

void DocketView::take(const Ballot& body, Turn& turn) {
  DocketCase* one = case_of(body.case_id, turn);
  if (one == nullptr) return;
  const auto report = std::find_if(one->steps.begin(), one->steps.end(), [&](const CaseStep& step) {
    return step.word == "reported" && step.id == body.report;
  });
  if (report == one->steps.end()) return turn.notices.add("no_report", to_text(body.report));
  if (!has(one->team(), turn.header().author)) {
    return turn.notices.add("not_of_the_team", turn.header().author);
  }
  const CaseStep on = *report;
  add_step(*one, turn, "ballot", body.report, word_of(body.vote, vote_words));
  judge_report(*one, on, turn.index(), turn.rows);
}

// Of steps of the same sort this one alone is judged: one taken too early stays so, and taints no
// later one.
void DocketView::judge_order(const DocketCase& one, Step done, Turn& turn) const {
  Steps steps = one.transmission();
  std::erase(steps.steps, done);
  steps.steps.push_back(done);
  for (const Term* term : agreement_.terms<Transmission>()) {
    const auto& then = std::get<Transmission>(term->kind).then;
    if (std::find(then.begin(), then.end(), done) == then.end()) continue;
    put_judged(judgements, turn.subject(one), turn.index(), term, steps, turn.rows);
  }
}

void DocketView::take(const Forwarding& body, Turn& turn) {
  DocketCase* one = case_of(body.case_id, turn);
  if (one == nullptr) return;
  const bool stands = std::any_of(one->steps.begin(), one->steps.end(),
                                  [&](const auto& step) { return step.id == body.passed; });
  if (!stands) turn.notices.add("not_of_the_case", to_text(body.passed));
  add_step(*one, turn, word_of(body.step, forwarding_step_words), body.passed, body.language,
           body.to);
  if (body.step == ForwardingStep::translated) judge_order(*one, Step::translated, turn);
}

void DocketView::take(const Acknowledgement& body, Turn& turn) {
  DocketCase* one = case_of(body.case_id, turn);
  if (one == nullptr) return;
  const auto sent = std::find_if(one->steps.begin(), one->steps.end(), [&](const auto& step) {
    return step.id == body.received && (step.word == "notified" || step.word == "forwarded");
  });
  if (sent == one->steps.end()) {
    return turn.notices.add("not_of_the_case", to_text(body.received));
  }
  if (!has(sent->names, turn.header().author)) {
    return turn.notices.add("not_an_addressee", turn.header().author);
  }
  add_step(*one, turn, "acknowledged", body.received, "");
}

void DocketView::take(const Evaluation& body, Turn& turn) {
  DocketCase* one = case_of(body.case_id, turn);
  if (one == nullptr) return;
  const Term* quorum = agreement_.term<Quorum>([](const Quorum&) { return true; });
  if (quorum != nullptr && std::get<Quorum>(quorum->kind).body != turn.header().author) {
    turn.notices.add("not_the_commission", std::get<Quorum>(quorum->kind).body);
  }
  if (one->step("reported", body.report) == nullptr) {
    return turn.notices.add("no_report", to_text(body.report));
  }
  add_step(*one, turn, "evaluated", body.report, word_of(body.outcome, outcome_words));
  put_judged(judgements, turn.subject(*one), turn.index(), quorum,
             agreement_.members(turn.present()), turn.rows);
  judge_order(*one, Step::evaluated, turn);
}

void DocketView::take(const Draft& body, Turn& turn) {
  DocketCase* one = case_of(body.case_id, turn);
  if (one == nullptr) return;
  const auto header = parse_header(body.draft);
  const bool joint = header.ok() && header->is_joint() && header->until;
  if (!joint || header->circle != turn.header().circle) {
    return turn.notices.add("no_joint_draft", "its text is no joint record's of this circle");
  }
  if (!check_body(header->body, body.body).ok()) {
    return turn.notices.add("other_body", "its body is not the one that its text names");
  }
  const Digest id = sha256(body.draft);
  if (turn.stands) return turn.notices.add("stands_already", to_text(id));
  const auto known = drafts_.find(id);
  if (known != drafts_.end() && known->second.state != "waits") {
    return turn.notices.add("draft_closed", known->second.state);
  }
  Waiting draft{body.case_id,         turn.index(),    header->kind,
                turn.header().author, header->signers, names_on(body.lines, header->signers),
                header->until->utc};
  if (known != drafts_.end()) {
    // Lodged again, with more lines.
    for (const std::string& name : known->second.signed_by) {
      if (!has(draft.signed_by, name)) draft.signed_by.push_back(name);
    }
  }
  Names missing = draft.signers;
  for (const std::string& name : draft.signed_by) std::erase(missing, name);
  put_draft(id, drafts_.insert_or_assign(id, std::move(draft)).first->second, turn.rows);
  add_step(*one, turn, "drafted", id, header->kind, std::move(missing));
}

void DocketView::take(const Determination& body, Turn& turn) {
  DocketCase* one = case_of(body.case_id, turn);
  if (one == nullptr) return;
  if (body.evaluation && one->step("evaluated", *body.evaluation) == nullptr) {
    turn.notices.add("no_evaluation", to_text(*body.evaluation));
  }
  const Term* status = agreement_.term<Status>([](const Status&) { return true; });
  const Agreed agreed{turn.present()};
  const bool determined =
      status == nullptr || judge(*status, agreed).verdict == Verdict::determined;
  add_step(*one, turn, determined ? "determined" : "undetermined", body.evaluation,
           word_of(body.outcome, determined_words));
  put_judged(judgements, turn.subject(*one), turn.index(), status, agreed, turn.rows);
  if (determined) judge_order(*one, Step::final_action, turn);
}

void DocketView::close_draft(const Digest& id, std::string_view state, Rows& rows) {
  const auto found = drafts_.find(id);
  if (found == drafts_.end() || found->second.state != "waits") return;
  found->second.state = state;
  put_draft(id, found->second, rows);
}

// By a signer, and by nobody else.
void DocketView::withdraw(Turn& turn) {
  for (const Digest& id : turn.header().refers) {
    const auto found = drafts_.find(id);
    if (found == drafts_.end() || found->second.state != "waits") continue;
    if (!has(found->second.signers, turn.header().author)) continue;
    close_draft(id, "withdrawn", turn.rows);
    add_step(cases_.at(found->second.case_id), turn, "withdrawn", id, found->second.kind);
  }
}

void DocketView::lapse(const Folded& entry, Rows& rows) {
  const std::int64_t now = entry.clock_set->value + scenario_offset_s_;
  for (auto& [id, draft] : drafts_) {
    if (draft.state != "waits" || draft.until.value > now) continue;
    close_draft(id, "lapsed", rows);
    Names missing = draft.signers;
    for (const std::string& name : draft.signed_by) std::erase(missing, name);
    DocketCase& one = cases_.at(draft.case_id);
    one.steps.push_back({"lapsed", entry.index, entry.record->id, entry.record->header.author, id,
                         draft.kind, std::move(missing)});
    put_step(one, one.steps.size() - 1, rows);
    put_case(one, rows, entry.index);
  }
}

void DocketView::take_back(const Folded& entry, Rows& rows) {
  for (const LeafIndex index : taken_back(entry)) {
    for (auto& [id, one] : cases_) {
      bool changed = false;
      for (std::size_t i = 0; i < one.steps.size(); ++i) {
        if (one.steps[i].index != index || one.steps[i].word == "lapsed") continue;
        one.steps[i].retracted = true;
        put_step(one, i, rows);
        changed = true;
      }
      if (!changed) continue;
      for (const CaseStep& step : one.steps) {
        if (step.word == "reported") judge_report(one, step, entry.index, rows);
      }
      put_case(one, rows, entry.index);
    }
  }
}

Result<void> DocketView::fold(const Folded& entry, Past& past, Rows& rows) {
  if (entry.refused || entry.record == nullptr) return {};
  if (entry.clock_set) lapse(entry, rows);
  if (entry.record->header.is_joint()) close_draft(entry.record->id, "signed", rows);
  const Body* body = force_of(entry);
  if (body == nullptr) return {};
  if (const auto* genesis = std::get_if<Genesis>(body)) {
    scenario_offset_s_ = genesis->scenario_offset_s;
  }
  if (std::holds_alternative<Retraction>(*body)) take_back(entry, rows);
  Turn turn{entry, rows, Irregularities(irregularities, entry.index, rows), {}};
  if (std::holds_alternative<Withdrawal>(*body)) withdraw(turn);
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
  Json::Array drafts;
  for (const auto& [id, draft] : drafts_) {
    drafts.push_back(Json::Array{to_text(id), to_text(draft.case_id), draft.index.value, draft.kind,
                                 draft.by, joined(draft.signers), joined(draft.signed_by),
                                 draft.until.value, draft.state});
  }
  return Json::Object{
      {"offset_s", scenario_offset_s_}, {"cases", std::move(cases)}, {"drafts", std::move(drafts)}};
}

namespace {

Error bad_state() { return Error{Errc::damaged, "the saved state of docket cannot be read"}; }

Names names_of(std::string_view text) {
  Names names;
  for (const std::string_view name : split(text, ' ')) {
    if (!name.empty()) names.emplace_back(name);
  }
  return names;
}

}  // namespace

Result<void> DocketView::load(const Json& state) {
  const Json* offset_s = state.find("offset_s");
  const Json* cases = state.find("cases");
  const Json* drafts = state.find("drafts");
  if (offset_s == nullptr || offset_s->as_integer() == nullptr || cases == nullptr ||
      cases->as_array() == nullptr || drafts == nullptr || drafts->as_array() == nullptr) {
    return bad_state();
  }
  scenario_offset_s_ = *offset_s->as_integer();
  cases_.clear();
  drafts_.clear();
  for (const Json& saved : *cases->as_array()) {
    DocketCase one = TRY(load_case(saved));
    const Digest id = one.id;
    cases_.emplace(id, std::move(one));
  }
  for (const Json& saved : *drafts->as_array()) {
    const Json::Array* row = saved.as_array();
    if (row == nullptr || row->size() != 9) return bad_state();
    for (const std::size_t at : {0U, 1U, 3U, 4U, 5U, 6U, 8U}) {
      if ((*row)[at].as_text() == nullptr) return bad_state();
    }
    if ((*row)[2].as_integer() == nullptr || (*row)[7].as_integer() == nullptr) return bad_state();
    Waiting draft;
    draft.case_id = TRY(parse_digest(*(*row)[1].as_text()));
    if (!cases_.contains(draft.case_id)) return bad_state();
    draft.index = LeafIndex{static_cast<std::uint64_t>(*(*row)[2].as_integer())};
    draft.kind = *(*row)[3].as_text();
    draft.by = *(*row)[4].as_text();
    draft.signers = names_of(*(*row)[5].as_text());
    draft.signed_by = names_of(*(*row)[6].as_text());
    draft.until = UtcSeconds{*(*row)[7].as_integer()};
    draft.state = *(*row)[8].as_text();
    drafts_.emplace(TRY(parse_digest(*(*row)[0].as_text())), std::move(draft));
  }
  return {};
}

}  // namespace armistice
