// SPDX-License-Identifier: Apache-2.0
#include "views/compliance/duties.h"

#include <fmt/format.h>

#include "base/limits.h"
#include "base/text.h"
#include "terms/compared.h"
#include "views/saved_row.h"

namespace armistice {
namespace {

Error bad_state() { return bad_state_of("duties"); }

std::optional<std::vector<std::string>> bearers_of(const Term& term) {
  if (const auto* report = std::get_if<ReportDue>(&term.kind)) return report->by;
  if (const auto deadline = deadline_in(term.kind)) return deadline->by;
  return std::nullopt;
}

}  // namespace

std::string day_text(const Occasion& occasion) {
  return occasion.day == 0 ? std::string() : day_of(occasion.day).text;
}

std::string occasion_text(const Occasion& occasion) {
  return occasion.day == 0 ? occasion.by : occasion.by + " " + day_text(occasion);
}

UtcSeconds due_of(const Term& term, const CivilTime& effective, std::int64_t day) {
  if (const auto* report = std::get_if<ReportDue>(&term.kind)) {
    return due_at(*report, day, effective.offset_s, term.chosen("due_by", DueBy::same_day));
  }
  return due_at(*deadline_in(term.kind), effective,
                term.chosen("day_count", DayCount::to_the_hour));
}

DutyBook::DutyBook(const AgreementInForce& agreement)
    : agreement_(agreement), now_(agreement.folder.agreement.effective.utc) {
  watches_ = watches_of_agreement();
}

std::vector<DutyBook::Watch> DutyBook::watches_of_agreement() const {
  std::vector<Watch> watches;
  for (const Term& term : agreement_.folder.terms) {
    const auto bearers = bearers_of(term);
    if (!bearers) continue;
    for (const TermReading& read : readings_of(term)) {
      for (const std::string& by : *bearers) watches.push_back({read.term, read.reading, by, 0});
    }
  }
  return watches;
}

void DutyBook::amend() {
  std::vector<Watch> fresh = watches_of_agreement();
  for (Watch& watch : fresh) {
    const auto before = std::find_if(watches_.begin(), watches_.end(), [&](const Watch& one) {
      return one.term.id == watch.term.id && one.reading == watch.reading && one.by == watch.by &&
             parameters_of(one.term) == parameters_of(watch.term);
    });
    if (before != watches_.end()) {
      watch.next = before->next;
      continue;
    }
    // Another duty of the same name is not done by what did the old one.
    std::erase_if(done_, [&](const auto& one) { return one.first.term == watch.term.id; });
    std::erase_if(overdue_, [&](const auto& one) { return one.first.first.term == watch.term.id; });
    const CivilTime& effective = agreement_.folder.agreement.effective;
    while (watch.next == 0 || recurs(watch.term)) {
      if (due_of(watch.term, effective, day_at(watch, watch.next)) >= now_) break;
      ++watch.next;
    }
  }
  watches_ = std::move(fresh);
}

bool DutyBook::recurs(const Term& term) const {
  const auto* report = std::get_if<ReportDue>(&term.kind);
  return report != nullptr && report->every_days != 0;
}

std::int64_t DutyBook::day_at(const Watch& watch, std::int64_t number) const {
  const auto* report = std::get_if<ReportDue>(&watch.term.kind);
  if (report == nullptr) return 0;
  return occasion_day(*report, agreement_.folder.agreement.effective, number);
}

bool DutyBook::has_occasion(const Term& term, std::int64_t day) const {
  const auto* report = std::get_if<ReportDue>(&term.kind);
  if (report == nullptr) return day == 0;
  const std::int64_t first = occasion_day(*report, agreement_.folder.agreement.effective, 0);
  if (report->every_days == 0) return day == first;
  return day >= first && (day - first) % report->every_days == 0;
}

DutyState DutyBook::state_of(const Watch& watch, std::int64_t day,
                             std::optional<UtcSeconds> done) const {
  const CivilTime& effective = agreement_.folder.agreement.effective;
  const Duty duty{effective, day, done, done ? *done : now_};
  Finding finding = judge(watch.term, duty);
  const UtcSeconds due = due_of(watch.term, effective, day);
  const char* state = !done ? "overdue" : *done <= due ? "fulfilled" : "late";
  return {{watch.term.id, watch.by, day}, watch.reading, due, state, std::move(finding)};
}

std::vector<Occasion> DutyBook::of_movement(const std::string& side, std::int64_t day) const {
  std::vector<Occasion> all;
  for (const Watch& watch : watches_) {
    const auto* report = std::get_if<ReportDue>(&watch.term.kind);
    const bool fulfilled = watch.reading.empty() && watch.by == side && report != nullptr &&
                           report->fulfilled_by == FulfilledBy::movement &&
                           has_occasion(watch.term, day);
    if (fulfilled) all.push_back({watch.term.id, side, day});
  }
  return all;
}

Result<Occasion> DutyBook::of_fulfilment(const Fulfilment& said, std::string_view author) const {
  const Term* term = agreement_.folder.term(said.term);
  const auto bearers = term == nullptr ? std::nullopt : bearers_of(*term);
  const auto* report = term == nullptr ? nullptr : std::get_if<ReportDue>(&term->kind);
  // What a record of its own fulfils, a list or a count, nobody's word does.
  const bool by_word = report != nullptr
                           ? report->fulfilled_by == FulfilledBy::fulfilment
                           : term != nullptr && std::holds_alternative<Deadline>(term->kind);
  if (!bearers || !by_word) {
    return Error{Errc::not_found, "unknown_duty"};
  }
  Occasion occasion{said.term, "", 0};
  if (!said.occasion.empty()) {
    const auto day = parse_day(said.occasion);
    if (!day.ok()) return Error{Errc::not_found, "unknown_occasion"};
    occasion.day = day->number;
  }
  if (!has_occasion(*term, occasion.day)) return Error{Errc::not_found, "unknown_occasion"};
  for (const std::string& by : *bearers) {
    if (by != author && by != party_of(author)) continue;
    occasion.by = by;
    return occasion;
  }
  return Error{Errc::not_found, "not_owed"};
}

std::vector<DutyState> DutyBook::fulfil(const Occasion& occasion, LeafIndex by, UtcSeconds at) {
  done_[occasion] = {by, at};
  done_by_[by.value].push_back(occasion);
  std::vector<DutyState> closed;
  for (const Watch& watch : watches_) {
    if (watch.term.id != occasion.term || watch.by != occasion.by) continue;
    closed.push_back(state_of(watch, occasion.day, at));
  }
  return closed;
}

std::vector<DutyState> DutyBook::take_back(LeafIndex index, std::vector<Occasion>& opened) {
  std::vector<DutyState> closed;
  const auto found = done_by_.find(index.value);
  if (found == done_by_.end()) return closed;
  opened = std::move(found->second);
  done_by_.erase(found);
  for (const Occasion& occasion : opened) {
    const auto overdue = reopen(occasion);
    closed.insert(closed.end(), overdue.begin(), overdue.end());
  }
  return closed;
}

std::vector<DutyState> DutyBook::reopen(const Occasion& occasion) {
  std::vector<DutyState> closed;
  const auto done = done_.find(occasion);
  if (done != done_.end()) {
    // Whoever did it did it no more: taking that record back later opens nothing again.
    const auto by = done_by_.find(done->second.by.value);
    if (by != done_by_.end()) std::erase(by->second, occasion);
    done_.erase(done);
  }
  for (const Watch& watch : watches_) {
    if (watch.term.id != occasion.term || watch.by != occasion.by) continue;
    // Passed already: the watch has gone on, and nobody else will look.
    if (watch.next > 0 && day_at(watch, watch.next - 1) >= occasion.day) {
      closed.push_back(state_of(watch, occasion.day, std::nullopt));
    }
  }
  return closed;
}

DutyEvidence DutyBook::evidence_of(const DutyState& duty, const DutyEvidence& at_hand) {
  const std::pair key{duty.occasion, duty.reading};
  if (duty.state == "overdue") return overdue_.emplace(key, at_hand).first->second;
  const auto found = overdue_.find(key);
  return found == overdue_.end() ? at_hand : found->second;
}

std::vector<DutyState> DutyBook::pass(UtcSeconds now) {
  now_ = std::max(now_, now);
  const CivilTime& effective = agreement_.folder.agreement.effective;
  std::vector<DutyState> closed;
  for (Watch& watch : watches_) {
    while (closed.size() < limits::duties_closed_at_once) {
      if (watch.next > 0 && !recurs(watch.term)) break;
      const std::int64_t day = day_at(watch, watch.next);
      if (due_of(watch.term, effective, day) >= now_) break;
      ++watch.next;
      if (!done_.contains({watch.term.id, watch.by, day})) {
        closed.push_back(state_of(watch, day, std::nullopt));
      }
    }
  }
  return closed;
}

Json DutyBook::save() const {
  Json::Array next;
  for (const Watch& watch : watches_) next.push_back(watch.next);
  Json::Array done;
  for (const auto& [occasion, how] : done_) {
    done.push_back(
        Json::Array{occasion.term, occasion.by, occasion.day, how.by.value, how.at.value});
  }
  Json::Array overdue;
  for (const auto& [key, found] : overdue_) {
    const auto& [occasion, reading] = key;
    overdue.push_back(Json::Array{occasion.term, occasion.by, occasion.day, reading,
                                  found.index.value, to_text(found.id)});
  }
  return Json::Object{{"now", now_.value},
                      {"next", std::move(next)},
                      {"done", std::move(done)},
                      {"overdue", std::move(overdue)}};
}

Result<void> DutyBook::load(const Json& state) {
  watches_ = watches_of_agreement();
  const Json* now = state.find("now");
  const Json* next = state.find("next");
  const Json* done = state.find("done");
  const Json* overdue = state.find("overdue");
  const bool whole = now != nullptr && now->as_integer() != nullptr && next != nullptr &&
                     next->as_array() != nullptr && done != nullptr &&
                     done->as_array() != nullptr && overdue != nullptr &&
                     overdue->as_array() != nullptr && next->as_array()->size() == watches_.size();
  if (!whole) return bad_state();
  now_ = UtcSeconds{*now->as_integer()};
  for (std::size_t i = 0; i < watches_.size(); ++i) {
    const std::int64_t* number = (*next->as_array())[i].as_integer();
    if (number == nullptr) return bad_state();
    watches_[i].next = *number;
  }
  done_.clear();
  done_by_.clear();
  for (const Json& saved : *done->as_array()) {
    SavedRow row = TRY(SavedRow::of(saved, 5, "duties"));
    Occasion occasion;
    occasion.term = TRY(row.text());
    occasion.by = TRY(row.text());
    occasion.day = TRY(row.integer());
    const auto index = static_cast<std::uint64_t>(TRY(row.integer()));
    done_[occasion] = {LeafIndex{index}, UtcSeconds{TRY(row.integer())}};
    done_by_[index].push_back(occasion);
  }
  overdue_.clear();
  for (const Json& saved : *overdue->as_array()) {
    SavedRow row = TRY(SavedRow::of(saved, 6, "duties"));
    Occasion occasion;
    occasion.term = TRY(row.text());
    occasion.by = TRY(row.text());
    occasion.day = TRY(row.integer());
    std::string reading = TRY(row.text());
    DutyEvidence found;
    found.index = TRY(row.index());
    found.id = TRY(parse_digest(TRY(row.text())));
    overdue_.emplace(std::pair{std::move(occasion), std::move(reading)}, found);
  }
  return {};
}

}  // namespace armistice
