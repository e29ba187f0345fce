// SPDX-License-Identifier: Apache-2.0
#include "views/arrangements/arrangements.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/limits.h"
#include "base/text.h"
#include "terms/has.h"
#include "views/arrangements/view.sql.h"
#include "views/entitled.h"
#include "views/saved_row.h"

namespace armistice {
namespace {

// Documents about one record that are judged again when a translation of it is certified.
constexpr std::size_t documents_judged_at_once = 1'024;
// Of one party, so that nobody uses up an arrangement's steps before another can answer.
constexpr std::size_t steps_of_party_max = 64;
constexpr Table arrangement_table{"arrangement", 24, 1, "leaf_index"};
constexpr Table step_table{"arrangement_step", 9, 1, "leaf_index"};
constexpr Table judgements = judgement_table("arrangements_judgement");
constexpr Table irregularities{"arrangements_irregularity", 4, 2, "leaf_index, place"};

// A number is one's own, of one sort: no name or number holds a line's end.
std::pair<std::string, std::string> number_key(const AskedFor& one) {
  return {one.by, one.sort + "\n" + one.number};
}

Arranging facts_of(const AskedFor& one, const CameTo& came, UtcSeconds now) {
  return {
      one.asked,  one.from,     one.until,     one.quantity,  came.answered,           came.done,
      came.given, came.refused, came.not_done, one.withdrawn, std::max(now, one.asked)};
}

void put_step(const AskedFor& one, const StepTaken& step, bool stands, Rows& rows) {
  rows.put(step_table, step.index, one.index, step.author,
           arranged_words[static_cast<std::size_t>(step.word)], step.at, step.clock, step.quantity,
           step.about, stands);
}

}  // namespace

std::string_view ArrangementsView::schema() const { return arrangements_sql; }

Result<void> ArrangementsView::fold(const Folded& entry, Past& past, Rows& rows) {
  if (entry.refused) return {};
  if (entry.body != nullptr && entry.body->ok()) {
    if (const auto* genesis = std::get_if<Genesis>(&**entry.body)) {
      scenario_offset_s_ = genesis->scenario_offset_s;
    }
  }
  // agreement's `amendment`: …, state (5)
  for (const Change* amendment : emitted_in(entry, "amendment")) {
    if (amendment->values[5] == Value("in_force")) watch_again();
  }
  keep_time(entry, rows);
  const Body* body = force_of(agreement_, entry);
  if (body == nullptr) return {};
  if (std::holds_alternative<Retraction>(*body)) take_back(entry, rows);
  if (const auto* said = std::get_if<Arrangement>(body)) return take(*said, entry, past, rows);
  if (const auto* said = std::get_if<ArrangementStep>(body)) return take(*said, entry, past, rows);
  return {};
}

// Past its hour: whatever is still owed. Others than so many wait for the next clock record.
void ArrangementsView::keep_time(const Folded& entry, Rows& rows) {
  if (!entry.clock_set) return;
  now_ = std::max(now_, UtcSeconds{entry.clock_set->value + scenario_offset_s_});
  std::size_t looked_at = 0;
  while (!dues_.empty() && dues_.begin()->first < now_.value &&
         looked_at++ < limits::duties_closed_at_once) {
    const AskedFor& one = all_.at(dues_.begin()->second);
    dues_.erase(dues_.begin());
    if (came_to(one).is_closed(one.withdrawn)) continue;
    judge(one, entry.index, rows);
  }
}

// The clock that stands before the record: in doubt for whoever owes an answer.
UtcSeconds ArrangementsView::circle_time(const Folded& entry) const {
  return entry.clock ? UtcSeconds{entry.clock->value + scenario_offset_s_}
                     : agreement_.folder.agreement.effective.utc;
}

void ArrangementsView::check(const AskedFor& one, Irregularities& notices) const {
  for (const std::string& name : one.to) {
    if (!is_named(agreement_, name)) notices.add("unknown_name", name);
  }
  if (!one.number.empty() && numbers_.contains(number_key(one))) {
    notices.add("number_twice", one.number);
  }
  const std::vector<std::string>& units = agreement_.folder.agreement.units;
  const bool counted = one.quantity != 0 || !one.unit.empty();
  if (counted && !units.empty() && !has(units, one.unit)) {
    notices.add("unknown_unit", fmt::format("{} {}", one.quantity, one.unit));
  }
  if (!is_sort(agreement_, one.sort)) {
    notices.add("unknown_sort", one.sort);
  } else if (agreement_.term<ArrangementOwed>(
                 [&](const auto& it) { return it.sort == one.sort; }) &&
             owed_by(agreement_, one).empty()) {
    notices.add("not_owed", fmt::format("{} by {}", one.sort, fmt::join(one.to, ", ")));
  }
}

Result<void> ArrangementsView::take(const Arrangement& said, const Folded& entry, Past& past,
                                    Rows& rows) {
  Irregularities notices(irregularities, entry.index, rows);
  const Header& header = entry.record->header;
  const auto inert = [&](std::string_view word, std::string_view detail) -> Result<void> {
    notices.add(word, detail);
    return {};
  };
  if (!speaks_for(agreement_, header, said.by)) return inert("may_not_ask", said.by);
  if (has(said.to, said.by)) {
    return inert("asks_itself", said.by);
  }
  if (all_.size() >= limits::arrangements_max) {
    return inert("arrangements_full", fmt::format("{} were asked", all_.size()));
  }
  std::optional<LeafIndex> about;
  if (said.about) {
    about = TRY(past.find(*said.about));
    if (!about) notices.add("no_record", to_text(*said.about));
  }
  AskedFor one{entry.index,
               entry.record->id,
               said.sort,
               said.number,
               said.by,
               said.to,
               said.about,
               about,
               said.place,
               said.language,
               said.from.utc,
               said.until.utc,
               circle_time(entry),
               said.quantity,
               said.unit,
               false,
               {}};
  check(one, notices);
  add(one);
  watch(one);
  put(one, entry.index, rows);
  judge(one, entry.index, rows);
  judge_languages(one, entry.index, rows);
  return {};
}

Result<void> ArrangementsView::take(const ArrangementStep& said, const Folded& entry, Past& past,
                                    Rows& rows) {
  Irregularities notices(irregularities, entry.index, rows);
  const Header& header = entry.record->header;
  const auto inert = [&](std::string_view word, std::string_view detail) -> Result<void> {
    notices.add(word, detail);
    return {};
  };
  const auto found = ids_.find(said.arrangement);
  if (found == ids_.end()) return inert("no_arrangement", to_text(said.arrangement));
  AskedFor& one = all_.at(found->second);
  const Speaks speaks = speaks_in(agreement_, header, one);
  const std::string_view why = why_inert(one, said.step, speaks);
  if (!why.empty()) {
    const bool closed = why == "closed_already" || why == "not_made";
    return inert(why, closed ? came_to(one).state : std::string_view(header.author));
  }
  // Who asks cannot convict before anything is due: what is late is found by the clock.
  const bool early = circle_time(entry) <= one.until;
  if (said.step == Arranged::not_done && speaks.for_asked.empty() && early) {
    return inert("not_due_yet", header.author);
  }
  const std::string_view party = share_holder(header.author);
  const auto of_party = std::count_if(one.steps.begin(), one.steps.end(), [&](const auto& step) {
    return share_holder(step.author) == party;
  });
  if (one.steps.size() >= limits::arrangement_steps_max ||
      std::cmp_greater_equal(of_party, steps_of_party_max)) {
    return inert("steps_full",
                 fmt::format("{} were taken, {} by {}", one.steps.size(), of_party, party));
  }
  std::optional<LeafIndex> about;
  if (said.about) {
    about = TRY(past.find(*said.about));
    if (!about) notices.add("no_record", to_text(*said.about));
  }
  if (!has(header.refers, one.id)) {
    notices.add("not_referred", to_text(one.id));
  }
  one.steps.push_back({entry.index, header.author, said.step, said.at.utc, circle_time(entry),
                       said.quantity, about, answers_for(one, speaks)});
  steps_[entry.index.value] = one.index.value;
  put_step(one, one.steps.back(), true, rows);
  changed(one, entry.index, rows);
  return {};
}

void ArrangementsView::take_back(const Folded& entry, Rows& rows) {
  for (const LeafIndex index : taken_back(entry)) {
    if (const auto whole = all_.find(index.value); whole != all_.end()) {
      whole->second.withdrawn = true;
      const auto held = numbers_.find(number_key(whole->second));
      if (held != numbers_.end()) {
        held->second.erase(index.value);
        if (held->second.empty()) numbers_.erase(held);
      }
      changed(whole->second, entry.index, rows);
      continue;
    }
    const auto step = steps_.find(index.value);
    if (step == steps_.end()) continue;
    AskedFor& one = all_.at(step->second);
    steps_.erase(step);
    const auto taken = std::find_if(one.steps.begin(), one.steps.end(),
                                    [&](const StepTaken& it) { return it.index == index; });
    ASSERT(taken != one.steps.end());
    put_step(one, *taken, false, rows);
    one.steps.erase(taken);
    changed(one, entry.index, rows);
  }
}

void ArrangementsView::add(AskedFor one) {
  const std::uint64_t index = one.index.value;
  ids_[one.id] = index;
  if (one.about) about_[*one.about].insert(index);
  if (!one.number.empty() && !one.withdrawn) numbers_[number_key(one)].insert(index);
  for (const StepTaken& step : one.steps) steps_[step.index.value] = index;
  all_.emplace(index, std::move(one));
}

// Every moment at which some reading of a term makes something of it late.
void ArrangementsView::watch(const AskedFor& one) {
  for (const Term* term : owed_by(agreement_, one)) {
    for (const TermReading& read : readings_of(*term)) {
      const DueTimes due = due_times(std::get<ArrangementOwed>(term->kind), one.asked, one.until,
                                     read.term.chosen("at_once", AtOnce::one_day));
      if (due.answer) dues_.insert({due.answer->value, one.index.value});
      if (due.done) dues_.insert({due.done->value, one.index.value});
    }
  }
}

// By an amended text something else may be owed, or by another hour.
void ArrangementsView::watch_again() {
  for (const auto& [index, one] : all_) {
    if (!came_to(one).is_closed(one.withdrawn)) watch(one);
  }
}

void ArrangementsView::changed(const AskedFor& one, LeafIndex at, Rows& rows) {
  put(one, at, rows);
  judge(one, at, rows);
  if (move_seat(one)) judge_seat(one, at, rows);
  const bool certified = came_to(one).state == "certified";
  if (certified == certified_.contains(one.index.value)) return;
  if (certified) certified_.insert(one.index.value);
  if (!certified) certified_.erase(one.index.value);
  judge_translated(one, at, rows);
}

void ArrangementsView::put(const AskedFor& one, LeafIndex at, Rows& rows) const {
  const CameTo came = came_to(one);
  std::optional<UtcSeconds> due;
  std::string due_term;
  for (const Term* term : owed_by(agreement_, one)) {
    const auto next = next_due(*term, one, came);
    const bool first = due_term.empty() || (next && (!due || *next < *due));
    if (!first) continue;
    due = next;
    due_term = term->id;
  }
  rows.put(arrangement_table, one.index, one.sort, one.number, one.by,
           fmt::format("{}", fmt::join(one.to, " ")),
           fmt::format("{}", fmt::join(came.waiting, " ")), one.about_index, one.place,
           one.language, one.from, one.until, one.quantity, one.unit, came.state, one.asked,
           came.answered, came.answered_at, came.done, came.done_at, came.given, came.came, due,
           due_term, at);
}

void ArrangementsView::judge(const AskedFor& one, LeafIndex at, Rows& rows) const {
  const Arranging facts = facts_of(one, came_to(one), now_);
  for (const Term* term : owed_by(agreement_, one)) {
    put_judged(judgements, {one.index, one.id, std::nullopt}, at, term, facts, rows);
  }
}

// The languages of certified arrangements about a document, or about what the document is about.
std::vector<std::string> ArrangementsView::translated_into(const AskedFor& document) const {
  std::vector<std::string> languages;
  const auto take = [&](const Digest& id) {
    const auto found = about_.find(id);
    if (found == about_.end()) return;
    for (const std::uint64_t index : found->second) {
      const AskedFor& one = all_.at(index);
      const bool known = has(languages, one.language);
      if (!known && !one.language.empty() && certified_.contains(index)) {
        languages.push_back(one.language);
      }
    }
  };
  take(document.id);
  if (document.about) take(*document.about);
  return languages;
}

void ArrangementsView::judge_languages(const AskedFor& one, LeafIndex at, Rows& rows) const {
  for (const Term* term : agreement_.terms<Languages>()) {
    const auto& kind = std::get<Languages>(term->kind);
    if (kind.sort != one.sort || !is_listed(agreement_, one.by, kind.by)) continue;
    KeptLanguages kept{translated_into(one)};
    if (!one.language.empty()) kept.languages.push_back(one.language);
    put_judged(judgements, {one.index, one.id, std::nullopt}, at, term, kept, rows);
  }
}

// The documents that a translation is of: the arrangement it is about, and those about the same.
void ArrangementsView::judge_translated(const AskedFor& translation, LeafIndex at,
                                        Rows& rows) const {
  if (!translation.about || translation.language.empty()) return;
  std::set<std::uint64_t> documents;
  if (const auto of = ids_.find(*translation.about); of != ids_.end()) documents.insert(of->second);
  if (const auto same = about_.find(*translation.about); same != about_.end()) {
    documents.insert(same->second.begin(), same->second.end());
  }
  // Of more than anybody files about one record the first alone, so that no step costs more.
  std::size_t judged = 0;
  for (const std::uint64_t index : documents) {
    if (judged++ == documents_judged_at_once) break;
    judge_languages(all_.at(index), at, rows);
  }
}

// Where somebody has what was arranged last is what was last done; kept of every sort, whatever the
// terms ask, since an amendment may ask for another. Whether it moved.
bool ArrangementsView::move_seat(const AskedFor& one) {
  const CameTo came = came_to(one);
  const bool now = came.done && !one.withdrawn;
  const auto found = seats_.find({one.sort, one.by});
  if (found == seats_.end() && !now) return false;
  auto& mine = seats_[{one.sort, one.by}];
  const auto seated = seated_.find(one.index.value);
  const bool before = seated != seated_.end();
  if (before) {
    mine.erase({seated->second, one.index.value});
    seated_.erase(seated);
  }
  if (now) {
    mine.insert({came.done_at->value, one.index.value});
    seated_.emplace(one.index.value, came.done_at->value);
  }
  if (mine.empty()) seats_.erase({one.sort, one.by});
  return before || now;
}

// Judged once the places of all are known, and when one of them is known no more.
void ArrangementsView::judge_seat(const AskedFor& one, LeafIndex at, Rows& rows) {
  const bool now = came_to(one).done && !one.withdrawn;
  for (const Term* term : agreement_.terms<CoLocation>()) {
    const auto& kind = std::get<CoLocation>(term->kind);
    const bool seated = has(kind.bodies, one.by);
    if (kind.sort != one.sort || !seated) continue;
    Headquarters facts;
    bool all_known = true;
    for (const std::string& body : kind.bodies) {
      const auto done = seats_.find({one.sort, body});
      all_known = all_known && done != seats_.end();
      facts.places.emplace_back(body, done == seats_.end()
                                          ? std::string()
                                          : all_.at(done->second.rbegin()->second).place);
    }
    if (!all_known && now) continue;
    put_judged(judgements, {one.index, one.id, std::nullopt}, at, term, facts, rows);
  }
}

Json ArrangementsView::save() const {
  Json::Array all;
  for (const auto& [index, one] : all_) all.push_back(one.save());
  Json::Array dues;
  for (const auto& [due, index] : dues_) dues.push_back(Json::Array{due, index});
  return Json::Object{{"all", std::move(all)},
                      {"dues", std::move(dues)},
                      {"now", now_.value},
                      {"scenario_offset_s", scenario_offset_s_}};
}

Result<void> ArrangementsView::load(const Json& state) {
  const Json* all = state.find("all");
  const Json* dues = state.find("dues");
  const Json* now = state.find("now");
  const Json* offset = state.find("scenario_offset_s");
  if (all == nullptr || all->as_array() == nullptr || dues == nullptr ||
      dues->as_array() == nullptr || now == nullptr || now->as_integer() == nullptr ||
      offset == nullptr || offset->as_integer() == nullptr) {
    return bad_state_of("arrangements");
  }
  now_.value = *now->as_integer();
  scenario_offset_s_ = *offset->as_integer();
  for (const Json& saved : *all->as_array()) {
    AskedFor one = TRY(AskedFor::load(saved));
    const std::uint64_t index = one.index.value;
    add(std::move(one));
    const AskedFor& held = all_.at(index);
    move_seat(held);
    if (came_to(held).state == "certified") certified_.insert(index);
  }
  for (const Json& saved : *dues->as_array()) {
    SavedRow row = TRY(SavedRow::of(saved, 2, "arrangements"));
    const std::int64_t due = TRY(row.integer());
    dues_.insert({due, TRY(row.index()).value});
  }
  return {};
}

}  // namespace armistice
