// SPDX-License-Identifier: Apache-2.0
#include "views/holdings/count_terms.h"

#include <fmt/ranges.h>

#include <numeric>

#include "base/text.h"
#include "terms/has.h"
#include "views/saved_row.h"

namespace armistice {
namespace {

constexpr Table judgements = judgement_table("holdings_judgement");
constexpr std::int64_t day_s = 86'400;
constexpr std::int64_t quota_days_at_once = 31;
// So many parts of a sum a person still reads in one line.
constexpr std::size_t parts_shown = 8;

std::int64_t of_month(std::int64_t day) {
  return static_cast<std::int64_t>(parse_decimal(day_of(day).text.substr(8, 1) == "0"
                                                     ? day_of(day).text.substr(9)
                                                     : day_of(day).text.substr(8))
                                       .value());
}

// Whose, and of what: the same for all lines of a record.
const CountOf& head(const CountEntry& entry) { return entry.lines.front().first; }

UtcSeconds due(const Term& term, const CivilTime& effective) {
  return due_at(as_deadline(std::get<Handover>(term.kind)), effective,
                term.chosen("day_count", DayCount::to_the_hour));
}

}  // namespace

std::int64_t last_of_month(std::int64_t day) {
  const std::int64_t next = day - of_month(day) + 32;  // in the month after, whatever this one is
  return next - of_month(next);
}

CountTerms::CountTerms(const AgreementInForce& agreement)
    : agreement_(agreement), now_(agreement.folder.agreement.effective.utc) {
  for (const Term* term : agreement.terms<CostShare>()) {
    month_end_[term->id] = last_of_month(day_number(agreement.folder.agreement.effective));
  }
}

// What a term counts in one unit and a record in another (runways in feet) would seem not to be
// there.
void CountTerms::check(const StatedCount& said, Irregularities& notices) const {
  for (const Term* term : agreement_.terms<ConstructionLimit>()) {
    const auto& limit = std::get<ConstructionLimit>(term->kind);
    if (limit.of != said.of || !has(limit.places, said.place)) continue;
    const bool any = std::any_of(said.lines.begin(), said.lines.end(),
                                 [&](const CountLine& line) { return line.what == limit.what; });
    if (!any) notices.add("unknown_unit", fmt::format("no line is about {}", limit.what));
  }
}

// A number that no earlier count of the same can be held against: `runway_ft` after `runway_m`.
void CountTerms::compare_units(const CountBook& counts, const CountEntry& entry,
                               Irregularities& notices) const {
  for (const auto& [of, number] : entry.lines) {
    const std::string other = counts.other_unit(of);
    if (!other.empty()) notices.add("unknown_unit", fmt::format("{} before", other));
  }
}

// Sums across reports: what is told of everywhere against what is told of each place. And costs
// that two tell in two units would be equal by their numbers alone.
void CountTerms::compare(const CountBook& counts, const CountEntry& entry,
                         Irregularities& notices) const {
  for (const auto& [of, number] : entry.lines) {
    const auto sum = counts.parts_of(of);
    if (!sum) continue;
    const std::int64_t parts = std::accumulate(sum->parts.begin(), sum->parts.end(), 0LL);
    if (parts == sum->whole) continue;
    notices.add("sum_differs",
                fmt::format("{} {} everywhere, at places {}", sum->whole, of.what,
                            sum->parts.size() > parts_shown
                                ? fmt::format("{}", parts)
                                : fmt::format("{} = {}", fmt::join(sum->parts, " + "), parts)));
  }
  const CountOf& of = head(entry);
  for (const Term* term : agreement_.terms<CostShare>()) {
    const auto& share = std::get<CostShare>(term->kind);
    if (share.of != of.of || of.basis != CountBasis::reported) continue;
    for (const std::string& side : share.by) {
      const auto& theirs = counts.reports(of.of, side);
      if (side == of.side || theirs.empty()) continue;
      const CountOf& other = head(counts.entry(*theirs.rbegin()));
      if (other.what == of.what) continue;
      notices.add("unknown_unit",
                  fmt::format("{} counts {}, {} counts {}", of.side, of.what, side, other.what));
    }
  }
}

std::vector<OfNationality> CountTerms::handed_over(const Handover& term, const std::string& side,
                                                   const CountBook& counts) const {
  std::map<std::string, OfNationality> by;
  for (const auto& [nationality, number] : counts.reported(term.held, side)) {
    by[nationality].declared = number;
  }
  for (const auto& [nationality, number] : counts.reported(term.delivered, side)) {
    by[nationality].delivered = number;
  }
  std::vector<OfNationality> all;
  for (auto& [nationality, one] : by) {
    one.nationality = nationality;
    all.push_back(one);
  }
  return all;
}

// Where one side stands, and since when it is done, which is remembered from the first such moment.
HandedOver CountTerms::reckon(const Term& term, const std::string& side, const CountBook& counts,
                              UtcSeconds now) {
  HandedOver so_far;
  so_far.effective = agreement_.folder.agreement.effective;
  so_far.counts = handed_over(std::get<Handover>(term.kind), side, counts);
  so_far.asked = now;
  const Owed owed{term.id, side};
  if (!is_complete(so_far.counts)) {
    complete_.erase(owed);
  } else {
    so_far.done = UtcSeconds{complete_.emplace(owed, now.value).first->second};
  }
  return so_far;
}

void CountTerms::judge_built(const CountBook& counts, const CountEntry& entry, Rows& rows) const {
  const CountOf& of = head(entry);
  if (of.basis != CountBasis::inspected) return;
  for (const Term* term : agreement_.terms<ConstructionLimit>(entry.at)) {
    const auto& limit = std::get<ConstructionLimit>(term->kind);
    if (limit.of != of.of || !has(limit.places, of.place)) continue;
    const auto baseline = counts.first(of.of, of.place, limit.what);
    if (!baseline || baseline->index == entry.index) continue;
    Built built{of.place, baseline->number, 0};
    bool counted = false;
    for (const auto& [line, number] : entry.lines) {
      if (line.what != limit.what) continue;
      built.now += number;
      counted = true;
    }
    if (!counted) continue;
    put_judged(judgements, {entry.index, entry.id, std::nullopt}, entry.index, term, built, rows);
  }
}

void CountTerms::judge(const CountBook& counts, const CountEntry& entry, UtcSeconds now,
                       Rows& rows) {
  judge_built(counts, entry, rows);
  const CountOf& of = head(entry);
  if (of.basis != CountBasis::reported) return;
  for (const Term* term : agreement_.terms<Handover>()) {
    const auto& handover = std::get<Handover>(term->kind);
    if ((of.of != handover.held && of.of != handover.delivered) || !has(handover.by, of.side)) {
      continue;
    }
    if (counts.reports(handover.held, of.side).empty()) continue;  // nothing to hold it against
    put_judged(judgements, {entry.index, entry.id, std::nullopt}, entry.index, term,
               reckon(*term, of.side, counts, now), rows);
  }
}

void CountTerms::take_back(const CountBook& counts, const CountEntry& entry, UtcSeconds now) {
  const CountOf& of = head(entry);
  for (const Term* term : agreement_.terms<Handover>()) {
    const auto& handover = std::get<Handover>(term->kind);
    if (of.of != handover.held && of.of != handover.delivered) continue;
    if (has(handover.by, of.side)) reckon(*term, of.side, counts, now);
  }
}

// A side that declared and did not hand over: found on what it declared last, whose hour has come.
void CountTerms::pass_handover(const Term& term, const CountBook& counts, LeafIndex clock,
                               UtcSeconds now, Rows& rows) {
  const CivilTime& effective = agreement_.folder.agreement.effective;
  const auto& handover = std::get<Handover>(term.kind);
  const auto passed = [&](const Term& read) {
    const UtcSeconds hour = due(read, effective);
    return now_ <= hour && hour < now;
  };
  const auto readings = readings_of(term);
  const bool any = std::any_of(readings.begin(), readings.end(),
                               [&](const TermReading& read) { return passed(read.term); });
  if (!any) return;
  for (const std::string& side : handover.by) {
    const auto& declared = counts.reports(handover.held, side);
    if (declared.empty()) continue;
    const CountEntry& last = counts.entry(*declared.rbegin());
    put_judged_where(judgements, {last.index, last.id, std::nullopt}, clock, term, passed,
                     reckon(term, side, counts, now), rows);
  }
}

// Day by day, in the civil day of the effective hour. Of an absence of many days as many as a clock
// record may close; the next one goes on.
void CountTerms::pass_quota(const Term& term, const CountBook& counts, const Subject& clock,
                            UtcSeconds now, Rows& rows) {
  const CivilTime& effective = agreement_.folder.agreement.effective;
  const std::int32_t offset_s = effective.offset_s;
  const auto& quota = std::get<Quota>(term.kind);
  const std::int64_t first =
      std::max(day_number(effective) + quota.first_after_days, day_number({now_, offset_s}));
  std::int64_t& next = quota_day_.try_emplace(term.id, first).first->second;
  const std::int64_t today = day_number({now, offset_s});
  const auto sum = [&](const std::string& of, const std::string& side, std::int64_t day) {
    std::int64_t all = 0;
    const UtcSeconds end{(day + 1) * day_s - offset_s - 1};
    for (const auto& [nationality, number] : counts.reported(of, side, end)) all += number;
    return all;
  };
  DaysHandedOver passed;
  std::int64_t closed = 0;
  for (; next + quota.told_within_days < today && closed < quota_days_at_once; ++next, ++closed) {
    for (const std::string& side : quota.by) {
      const std::int64_t before = sum(quota.delivered, side, next - 1);
      const std::int64_t declared = sum(quota.held, side, next - 1);
      const std::int64_t left = std::max<std::int64_t>(0, declared - before);
      const std::int64_t delivered = sum(quota.delivered, side, next) - before;
      if (left > 0 || delivered > 0) passed.days.push_back({side, next, delivered, left});
    }
  }
  if (!passed.days.empty()) put_judged(judgements, clock, clock.index, &term, passed, rows);
}

// Of several months that one clock record passes, the last: what was paid is a running sum.
void CountTerms::pass_costs(const Term& term, const CountBook& counts, const Subject& clock,
                            UtcSeconds now, Rows& rows) {
  const std::int32_t offset_s = agreement_.folder.agreement.effective.offset_s;
  const auto& share = std::get<CostShare>(term.kind);
  // A term that an amendment brings is asked for from the month on in which it comes.
  const std::int64_t this_month = last_of_month(day_number({now_, offset_s}));
  std::int64_t& next = month_end_.try_emplace(term.id, this_month).first->second;
  std::optional<UtcSeconds> until;
  const std::int64_t today = day_number({now, offset_s});
  while (next + share.settled_within_days < today) {
    until = UtcSeconds{(next + 1) * day_s - offset_s - 1};
    next = last_of_month(next + 1);
  }
  if (!until) return;
  Paid paid;
  bool any = false;
  for (const std::string& side : share.by) {
    std::int64_t sum = 0;
    for (const auto& [nationality, number] : counts.reported(share.of, side, until)) sum += number;
    any = any || !counts.reports(share.of, side).empty();
    paid.by_side.emplace_back(side, sum);
  }
  if (any) put_judged(judgements, clock, clock.index, &term, paid, rows);
}

void CountTerms::pass(const CountBook& counts, const Subject& clock, UtcSeconds now, Rows& rows) {
  if (now <= now_) return;
  for (const Term* term : agreement_.terms<Handover>()) {
    pass_handover(*term, counts, clock.index, now, rows);
  }
  for (const Term* term : agreement_.terms<Quota>()) pass_quota(*term, counts, clock, now, rows);
  for (const Term* term : agreement_.terms<CostShare>()) {
    pass_costs(*term, counts, clock, now, rows);
  }
  now_ = now;
}

Json CountTerms::save() const {
  Json::Array complete;
  for (const auto& [owed, since] : complete_) {
    complete.push_back(Json::Array{owed.first, owed.second, since});
  }
  Json::Array months;
  for (const auto& [term, day] : month_end_) months.push_back(Json::Array{term, day});
  Json::Array quotas;
  for (const auto& [term, day] : quota_day_) quotas.push_back(Json::Array{term, day});
  return Json::Object{{"complete", std::move(complete)},
                      {"months", std::move(months)},
                      {"quotas", std::move(quotas)},
                      {"now", now_.value}};
}

Result<void> CountTerms::load(const Json& state) {
  const Json* complete = state.find("complete");
  const Json* months = state.find("months");
  const Json* quotas = state.find("quotas");
  const Json* now = state.find("now");
  if (quotas == nullptr || quotas->as_array() == nullptr || complete == nullptr ||
      complete->as_array() == nullptr || months == nullptr || months->as_array() == nullptr ||
      now == nullptr || now->as_integer() == nullptr) {
    return bad_state_of("holdings");
  }
  complete_.clear();
  for (const Json& saved : *complete->as_array()) {
    SavedRow row = TRY(SavedRow::of(saved, 3, "holdings"));
    std::string term = TRY(row.text());
    std::string side = TRY(row.text());
    complete_[{std::move(term), std::move(side)}] = TRY(row.integer());
  }
  for (const Json& saved : *months->as_array()) {
    SavedRow row = TRY(SavedRow::of(saved, 2, "holdings"));
    const std::string term = TRY(row.text());
    month_end_[term] = TRY(row.integer());
  }
  for (const Json& saved : *quotas->as_array()) {
    SavedRow row = TRY(SavedRow::of(saved, 2, "holdings"));
    const std::string term = TRY(row.text());
    quota_day_[term] = TRY(row.integer());
  }
  now_.value = *now->as_integer();
  return {};
}

}  // namespace armistice
