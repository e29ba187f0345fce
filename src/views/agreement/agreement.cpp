// SPDX-License-Identifier: Apache-2.0
#include "views/agreement/agreement.h"

#include <fmt/format.h>

#include "base/limits.h"
#include "crypto/hash.h"
#include "terms/quotation.h"
#include "views/agreement/view.sql.h"
#include "views/entitled.h"
#include "views/saved_row.h"

namespace armistice {
namespace {

constexpr Table amendment_table{"amendment", 8, 1, "leaf_index"};
constexpr Table judgements = judgement_table("agreement_judgement");
constexpr Table irregularities{"agreement_irregularity", 4, 2, "leaf_index, place"};
constexpr std::array<std::string_view, 5> state_words = {"waits", "in_force", "overtaken",
                                                         "withdrawn", "inert"};

}  // namespace

std::string_view AgreementView::schema() const { return agreement_sql; }

void AgreementView::put(const Held& one, Rows& rows) const {
  const bool in_force = one.state == State::in_force;
  rows.put(amendment_table, one.index, one.id, one.number, one.title, one.takes_effect,
           state_words[static_cast<std::size_t>(one.state)],
           one.since ? to_value(*one.since) : Value(),
           in_force ? to_value(one.agreement) : Value());
}

// Changes the agreement. Read again from its own text, so that a fold that was saved comes to the
// same. Errors: `malformed`.
Result<void> AgreementView::apply(Held& one) {
  const RivalDraft changes = TRY(read_changes(agreement_.folder, one.changes));
  agreement_.earlier.push_back({one.from, agreement_.folder.terms});
  agreement_.folder = under(std::move(agreement_.folder), changes);
  for (const TeamGroup& group : changes.team_groups) agreed_teams_.insert(group.name);
  agreement_.digest = sha256(
      fmt::format("armistice/agreement/v1\n{}\n{}\n", to_text(agreement_.digest), to_text(one.id)));
  one.agreement = agreement_.digest;
  return {};
}

// Whatever the clock has reached, in the order of the register. One that changes another text than
// the one in force by then was overtaken: those who signed it had not read what it would change.
void AgreementView::apply_due(const Folded& entry, Rows& rows) {
  bool changed = false;
  for (Held& one : held_) {
    if (one.state != State::waits || now_ < one.takes_effect) continue;
    one.since = entry.index;
    one.from = std::max(one.takes_effect, one.from);
    const bool fits = one.amends == agreement_.digest && apply(one).ok();
    one.state = fits ? State::in_force : State::overtaken;
    changed |= fits;
    put(one, rows);
  }
  if (changed) judge_text(entry, rows);
}

void AgreementView::take(const Amendment& said, const Folded& entry, Rows& rows) {
  Irregularities notices(irregularities, entry.index, rows);
  const Header& header = entry.record->header;
  Held one{entry.index,
           entry.record->id,
           said.agreement,
           said.number,
           said.title,
           said.takes_effect.utc,
           said.changes,
           State::inert,
           {},
           {},
           {}};
  const Term* rule = status_term(agreement_, "amended");
  const Agreed agreed{header.is_joint() ? header.signers : std::vector{header.author}};
  bool acts = rule != nullptr && judge(*rule, agreed).verdict == Verdict::determined;
  put_judged(judgements, {entry.index, entry.record->id, std::nullopt}, entry.index, rule, agreed,
             rows);
  if (!acts) notices.add("may_not_amend", header.author);
  if (said.agreement != agreement_.digest) {
    notices.add("other_agreement", to_text(agreement_.digest));
    acts = false;
  }
  const auto changes = read_changes(agreement_.folder, said.changes);
  if (!changes.ok()) {
    notices.add("no_changes", changes.error().what);
    acts = false;
  }
  if (held_.size() >= static_cast<std::size_t>(limits::amendments_max)) {
    notices.add("too_many", fmt::format("{} amendments", limits::amendments_max));
    acts = false;
  }
  const auto next = static_cast<std::int64_t>(held_.size()) + 1;
  if (said.number != next) notices.add("number_differs", fmt::format("{}", next));
  if (acts) one.state = State::waits;
  one.from = now_;
  put(one, rows);
  if (!acts) return;
  // Whoever signed the changes signed their rules: that a quotation is not there is told.
  for (const Error& wrong : misquoted_by(agreement_.folder, *changes)) {
    notices.add("misquoted", wrong.what);
  }
  held_.push_back(std::move(one));
  apply_due(entry, rows);
}

// What the text itself keeps or breaks: judged where it comes into force, of genesis or of the
// record that put an amendment in force.
void AgreementView::judge_text(const Folded& entry, Rows& rows) const {
  const Subject subject{entry.index, entry.record->id, std::nullopt};
  for (const Term* term : agreement_.terms<Parity>()) {
    const Ledger of = std::get<Parity>(term->kind).of;
    const Term* list = agreement_.term<ClosedList>([&](const auto& one) { return one.of == of; });
    if (list == nullptr) continue;
    PointsOpen open;
    for (const SidePoints& points : std::get<ClosedList>(list->kind).points) {
      open.by_side.emplace_back(points.side,
                                static_cast<std::int64_t>(points.names.size()) + points.unnamed);
    }
    put_judged(judgements, subject, entry.index, term, open, rows);
  }
  for (const Term* term : agreement_.terms<Establishment>()) {
    TeamsSetUp set_up;
    for (const std::string& name : std::get<Establishment>(term->kind).of) {
      const TeamGroup* group = agreement_.folder.bodies.group(name);
      if (group != nullptr) set_up.teams += static_cast<std::int64_t>(group->teams.size());
      set_up.reduced |= agreed_teams_.contains(name);
    }
    put_judged(judgements, subject, entry.index, term, set_up, rows);
  }
}

// What is in force is changed by another amendment alone.
void AgreementView::withdraw(const Folded& entry, Rows& rows) {
  for (const LeafIndex index : taken_back(entry)) {
    for (Held& one : held_) {
      if (one.index != index || one.state != State::waits) continue;
      one.state = State::withdrawn;
      put(one, rows);
    }
  }
}

Result<void> AgreementView::fold(const Folded& entry, Past&, Rows& rows) {
  if (entry.refused || entry.record == nullptr) return {};
  if (entry.body != nullptr && entry.body->ok()) {
    if (const auto* genesis = std::get_if<Genesis>(&**entry.body)) {
      scenario_offset_s_ = genesis->scenario_offset_s;
      now_ = agreement_.folder.agreement.effective.utc;
      judge_text(entry, rows);
    }
  }
  if (entry.clock_set) {
    now_ = std::max(now_, UtcSeconds{entry.clock_set->value + scenario_offset_s_});
    apply_due(entry, rows);
  }
  const Body* body = force_of(agreement_, entry);
  if (body == nullptr) return {};
  if (const auto* said = std::get_if<Amendment>(body)) take(*said, entry, rows);
  if (std::holds_alternative<Retraction>(*body)) withdraw(entry, rows);
  return {};
}

Json AgreementView::save() const {
  Json::Array held;
  for (const Held& one : held_) {
    held.push_back(Json::Array{one.index.value, to_text(one.id), to_text(one.amends), one.number,
                               one.title, one.takes_effect.value, one.changes,
                               static_cast<std::int64_t>(one.state),
                               one.since ? Json(one.since->value) : Json(), one.from.value});
  }
  return Json::Object{
      {"now", now_.value}, {"offset_s", scenario_offset_s_}, {"held", std::move(held)}};
}

Result<AgreementView::Held> AgreementView::load_one(const Json& saved) const {
  SavedRow row = TRY(SavedRow::of(saved, 10, "agreement"));
  Held one;
  one.index = TRY(row.index());
  one.id = TRY(parse_digest(TRY(row.text())));
  one.amends = TRY(parse_digest(TRY(row.text())));
  one.number = TRY(row.integer());
  one.title = TRY(row.text());
  one.takes_effect.value = TRY(row.integer());
  one.changes = TRY(row.text());
  const std::int64_t state = TRY(row.integer());
  if (state < 0 || state >= static_cast<std::int64_t>(state_words.size())) {
    return bad_state_of("agreement");
  }
  one.state = static_cast<State>(state);
  const Json& since = (*saved.as_array())[8];
  if (since.as_integer() != nullptr) {
    one.since = LeafIndex{static_cast<std::uint64_t>(*since.as_integer())};
  }
  const std::int64_t* from = (*saved.as_array())[9].as_integer();
  if (from == nullptr) return bad_state_of("agreement");
  one.from.value = *from;
  return one;
}

Result<void> AgreementView::load(const Json& state) {
  const Json* now = state.find("now");
  const Json* offset = state.find("offset_s");
  const Json* held = state.find("held");
  if (now == nullptr || now->as_integer() == nullptr || offset == nullptr ||
      offset->as_integer() == nullptr || held == nullptr || held->as_array() == nullptr) {
    return bad_state_of("agreement");
  }
  now_ = UtcSeconds{*now->as_integer()};
  scenario_offset_s_ = *offset->as_integer();
  held_.clear();
  agreed_teams_.clear();
  for (const Json& saved : *held->as_array()) {
    Held one = TRY(load_one(saved));
    held_.push_back(std::move(one));
  }
  // In the order in which they came into force, which may be another than that of the register.
  std::vector<Held*> in_force;
  for (Held& one : held_) {
    if (one.state == State::in_force) in_force.push_back(&one);
  }
  std::stable_sort(in_force.begin(), in_force.end(),
                   [](const Held* a, const Held* b) { return a->since < b->since; });
  for (Held* one : in_force) {
    if (!apply(*one).ok()) return bad_state_of("agreement");
  }
  return {};
}

}  // namespace armistice
