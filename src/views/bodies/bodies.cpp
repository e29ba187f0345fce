// SPDX-License-Identifier: Apache-2.0
#include "views/bodies/bodies.h"

#include <fmt/format.h>

#include "base/text.h"
#include "terms/has.h"
#include "views/bodies/tables.h"
#include "views/bodies/view.sql.h"
#include "views/entitled.h"

namespace armistice {
namespace {

constexpr Table team_table{"team", 6, 1, "team"};
using bodies::irregularities;
using bodies::judgements;

// Who takes part in an act of a body: those who sign it.
std::vector<std::string> present(const Header& header) {
  return header.is_joint() ? header.signers : std::vector{header.author};
}

template <typename T, typename... Of>
constexpr bool is_one_of = (std::is_same_v<T, Of> || ...);

Error bad_state() { return Error{Errc::damaged, "the saved state of bodies cannot be read"}; }

}  // namespace

std::string_view BodiesView::schema() const { return bodies_sql; }

// The teams of the agreement that were not there before: all of them at first, and those that an
// amendment adds.
void BodiesView::begin(Rows& rows) {
  for (const TeamGroup& group : agreement_.folder.bodies.team_groups) {
    for (const std::string& name : group.teams) {
      if (teams_.contains(name)) continue;
      put_team(name, teams_[name], rows);
    }
  }
}

Result<void> BodiesView::fold(const Folded& entry, Past& past, Rows& rows) {
  if (entry.record != nullptr && entry.record->header.is_genesis() && !entry.refused) begin(rows);
  // agreement's `amendment`: …, state (5)
  for (const Change* amendment : emitted_in(entry, "amendment")) {
    if (amendment->values[5] == Value("in_force")) begin(rows);
  }
  if (!entry.refused && entry.record != nullptr &&
      !speaks_for_its_organ(agreement_, entry.record->header) && !agreement_.folder.terms.empty()) {
    Irregularities(irregularities, entry.index, rows)
        .add("not_a_member", entry.record->header.author);
  }
  const Body* body = force_of(agreement_, entry);
  if (body == nullptr) return {};
  if (const auto* tasking = std::get_if<Tasking>(body)) return take(*tasking, entry, past, rows);
  if (const auto* step = std::get_if<TeamStep>(body)) take(*step, entry, rows);
  if (std::holds_alternative<Retraction>(*body)) take_back(entry, rows);
  Irregularities notices(irregularities, entry.index, rows);
  std::visit(
      [&](const auto& said) {
        using Said = std::remove_cvref_t<decltype(said)>;
        if constexpr (is_one_of<Said, Invitation, Reply, Appointment>) {
          seating_.take(said, entry, notices, rows);
        } else if constexpr (is_one_of<Said, Session, Motion, MotionBallot>) {
          sessions_.take(said, entry, notices, rows);
        }
      },
      *body);
  return {};
}

// A team of fewer than the agreement's number is a sub-team, where it has a term for those.
const Term* BodiesView::composition_for(const TeamGroup& group, std::size_t members) const {
  const Term* best = nullptr;
  for (const Term* term : agreement_.terms<Composition>()) {
    const auto& kind = std::get<Composition>(term->kind);
    if (kind.of != group.name) continue;
    if (best == nullptr) {
      best = term;
      continue;
    }
    const auto best_min = static_cast<std::size_t>(std::get<Composition>(best->kind).members_min);
    const auto min = static_cast<std::size_t>(kind.members_min);
    const bool fits = min <= members;
    const bool best_fits = best_min <= members;
    if (fits != best_fits ? fits : fits ? min > best_min : min < best_min) best = term;
  }
  return best;
}

Dispatched BodiesView::out_of(const TeamGroup& group, const DispatchCap& cap) const {
  Dispatched out;
  out.teams = static_cast<std::int64_t>(group.teams.size());
  for (const std::string& senior : cap.by) out.by_side.emplace_back(party_of(senior), 0);
  for (const std::string& name : group.teams) {
    const auto held = teams_.find(name);
    if (held == teams_.end() || held->second.state == "ready") continue;
    const Team& team = held->second;
    bool counted = false;
    for (auto& [side, count] : out.by_side) {
      if (side != team.requested_by) continue;
      ++count;
      counted = true;
    }
    if (!counted) ++out.by_commission;
  }
  return out;
}

void BodiesView::judge_tasking(const TeamGroup& group, const Tasking& tasking, const Folded& entry,
                               const Subject& subject, Rows& rows) const {
  const auto put = [&](const Term* term, const Facts& facts) {
    put_judged(judgements, subject, entry.index, term, facts, rows);
  };
  put(composition_for(group, tasking.members.size()), agreement_.members(tasking.members));
  put(agreement_.term<Quorum>([&](const Quorum& term) { return term.body == group.of; }),
      agreement_.members(present(entry.record->header)));
  for (const Term* term : agreement_.terms<DispatchCap>()) {
    const auto& cap = std::get<DispatchCap>(term->kind);
    if (cap.of == group.name) put(term, out_of(group, cap));
  }
  for (const Term* term : agreement_.terms<GradeFloor>()) {
    const auto& floor = std::get<GradeFloor>(term->kind);
    if (floor.of != group.name) continue;
    put(term, seating_.graded_team(tasking.team, tasking.members, floor.grade));
  }
}

// The case that a record names, if an allegation opened it before.
Result<std::optional<LeafIndex>> BodiesView::case_of(const Digest& id, Past& past,
                                                     Irregularities& notices) {
  const auto index = TRY(past.find(id));
  if (index && TRY(past.record(*index)).header.kind == Allegation::kind) return index;
  notices.add("no_case", to_text(id));
  return std::optional<LeafIndex>();
}

// The side whose senior member asked, if the tasking names a request; empty: the commission's word.
Result<std::string> BodiesView::requested_by(const Tasking& tasking, Past& past,
                                             Irregularities& notices) const {
  if (!tasking.request) return std::string();
  const auto asked = TRY(past.find(*tasking.request));
  if (asked) {
    const Header header = TRY(past.record(*asked)).header;
    const auto may = requesters(agreement_);
    const bool by_one = has(may, header.author);
    if (header.kind == InspectionRequest::kind && by_one) {
      return std::string(party_of(header.author));
    }
    if (header.kind == InspectionRequest::kind && header.is_joint()) return std::string();
  }
  notices.add("no_request", to_text(*tasking.request));
  return std::string();
}

Result<void> BodiesView::take(const Tasking& tasking, const Folded& entry, Past& past, Rows& rows) {
  Irregularities notices(irregularities, entry.index, rows);
  const TeamGroup* group = agreement_.group_of(tasking.team);
  if (group == nullptr) {
    notices.add("unknown_team", tasking.team);
    return {};
  }
  const auto case_index = TRY(case_of(tasking.case_id, past, notices));
  if (!case_index) return {};
  Team next;
  next.state = "tasked";
  next.case_index = case_index;
  next.case_id = tasking.case_id;
  next.members = tasking.members;
  next.requested_by = TRY(requested_by(tasking, past, notices));
  next.since = entry.index;
  next.tasked_at = entry.index;
  // Judged as if it were out, whoever tasks it: so that what is wrong shows.
  Team& team = teams_[tasking.team];
  const Team before = std::exchange(team, next);
  judge_tasking(*group, tasking, entry, {entry.index, entry.record->id, case_index}, rows);
  const bool out = before.state != "ready";
  if (out) notices.add("team_out", tasking.team);
  const bool may = may_task(agreement_, entry.record->header, *group);
  if (!may) notices.add("may_not_task", group->of);
  if (out || !may) {
    team = before;
  } else {
    put_team(tasking.team, team, rows);
  }
  return {};
}

void BodiesView::put_team(const std::string& name, const Team& team, Rows& rows) const {
  rows.put(team_table, name, team.state, team.case_index,
           fmt::format("{}", fmt::join(team.members, " ")), team.requested_by, team.since);
}

// A team whose tasking was taken back is not out.
void BodiesView::take_back(const Folded& entry, Rows& rows) {
  for (const LeafIndex index : taken_back(entry)) {
    for (auto& [name, team] : teams_) {
      if (team.state == "ready" || team.tasked_at != index) continue;
      team = Team{};
      team.since = entry.index;
      put_team(name, team, rows);
    }
    seating_.take_back(index, entry, rows);
    sessions_.take_back(index, entry, rows);
  }
}

void BodiesView::take(const TeamStep& step, const Folded& entry, Rows& rows) {
  Irregularities notices(irregularities, entry.index, rows);
  const auto found = teams_.find(step.team);
  if (found == teams_.end()) return notices.add("unknown_team", step.team);
  Team& team = found->second;
  if (team.state == "ready") return notices.add("not_tasked", step.team);
  if (!has(team.members, entry.record->header.author)) {
    return notices.add("not_of_the_team", entry.record->header.author);
  }
  if (team.case_id != step.case_id) {
    return notices.add("other_case", to_text(step.case_id));
  }
  team.since = entry.index;
  if (step.step == TeamProgress::returned) {
    team = Team{};
    team.since = entry.index;
  } else {
    team.state = team_progress_words[static_cast<std::size_t>(step.step)];
  }
  put_team(step.team, team, rows);
}

Json BodiesView::save() const {
  return Json::Object{
      {"teams", save_teams()}, {"seating", seating_.save()}, {"sessions", sessions_.save()}};
}

Json BodiesView::save_teams() const {
  Json::Array teams;
  for (const auto& [name, team] : teams_) {
    Json::Array members(team.members.begin(), team.members.end());
    teams.push_back(
        Json::Array{name, team.state, team.case_index ? Json(team.case_index->value) : Json(),
                    std::move(members), team.requested_by, team.since.value, team.tasked_at.value,
                    team.case_id ? Json(to_text(*team.case_id)) : Json()});
  }
  return teams;
}

Result<void> BodiesView::load(const Json& state) {
  const Json* teams = state.find("teams");
  const Json* seating = state.find("seating");
  const Json* sessions = state.find("sessions");
  if (teams == nullptr || seating == nullptr || sessions == nullptr) return bad_state();
  TRY(load_teams(*teams));
  TRY(seating_.load(*seating));
  return sessions_.load(*sessions);
}

Result<void> BodiesView::load_teams(const Json& state) {
  teams_.clear();
  if (state.as_array() == nullptr) return bad_state();
  for (const Json& row : *state.as_array()) {
    const Json::Array* columns = row.as_array();
    if (columns == nullptr || columns->size() != 8) return bad_state();
    const std::string* name = (*columns)[0].as_text();
    const std::string* word = (*columns)[1].as_text();
    const Json::Array* members = (*columns)[3].as_array();
    const std::string* requested_by = (*columns)[4].as_text();
    const std::int64_t* since = (*columns)[5].as_integer();
    const std::int64_t* tasked_at = (*columns)[6].as_integer();
    if (name == nullptr || word == nullptr || members == nullptr || requested_by == nullptr ||
        since == nullptr || tasked_at == nullptr) {
      return bad_state();
    }
    Team& team = teams_[*name];
    team.state = *word;
    if (const std::int64_t* at = (*columns)[2].as_integer()) {
      team.case_index = LeafIndex{static_cast<std::uint64_t>(*at)};
    }
    if (const std::string* id = (*columns)[7].as_text()) team.case_id = TRY(parse_digest(*id));
    for (const Json& member : *members) {
      if (member.as_text() == nullptr) return bad_state();
      team.members.push_back(*member.as_text());
    }
    team.requested_by = *requested_by;
    team.since = LeafIndex{static_cast<std::uint64_t>(*since)};
    team.tasked_at = LeafIndex{static_cast<std::uint64_t>(*tasked_at)};
  }
  return {};
}

}  // namespace armistice
