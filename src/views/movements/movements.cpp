// SPDX-License-Identifier: Apache-2.0
#include "views/movements/movements.h"

#include <fmt/format.h>

#include "base/limits.h"
#include "base/text.h"
#include "terms/has.h"
#include "views/entitled.h"
#include "views/movements/view.sql.h"
#include "views/saved_row.h"

namespace armistice {
namespace {

constexpr std::int64_t day_s = 86'400;
constexpr std::int64_t hour_s = 3'600;

constexpr Table movement_table{"movement", 12, 2, "leaf_index, place"};
constexpr Table item_table{"shipment_item", 16, 2, "leaf_index, place"};
constexpr Table day_table{"ledger_day", 4, 2, "side, day"};
constexpr Table unreported_table{"shipment_unreported", 4, 2, "side, shipment"};
constexpr Table judgements = judgement_table("movements_judgement");
constexpr Table irregularities{"movements_irregularity", 4, 2, "leaf_index, place"};

template <typename Enum, std::size_t N>
std::string_view word_of(Enum value, const std::array<std::string_view, N>& words) {
  return words[static_cast<std::size_t>(value)];
}

void put_counts(const Movement& said, const Folded& entry, bool counts, Rows& rows) {
  std::int64_t place = 0;
  for (const PersonsCount& one : said.counts) {
    rows.put(movement_table, entry.index, place++, entry.record->header.author, said.side,
             word_of(said.basis, count_basis_words), said.day.number, one.point,
             word_of(one.direction, direction_words), word_of(one.sort, movement_sort_words),
             one.nationality, one.persons, counts);
  }
}

void put_items(const Shipment& said, const Folded& entry, bool counts, Rows& rows) {
  std::int64_t place = 0;
  for (const ShippedItem& one : said.items) {
    rows.put(item_table, entry.index, place++, entry.record->header.author, said.side,
             word_of(said.basis, count_basis_words), said.shipment, said.at.utc, said.point,
             word_of(said.direction, direction_words), word_of(one.materiel, materiel_words),
             one.designation, one.quantity, one.replaces, one.replaced,
             word_of(one.disposition, disposition_words), counts);
  }
}

// Counts of one point and direction, or of one designation, added up.
std::vector<PointCount> by_point(const Movement& said) {
  std::map<std::pair<std::string, Direction>, std::int64_t> sums;
  for (const PersonsCount& one : said.counts) sums[{one.point, one.direction}] += one.persons;
  std::vector<PointCount> out;
  for (const auto& [key, persons] : sums) out.push_back({key.first, key.second, persons});
  return out;
}

std::vector<std::pair<std::string, std::int64_t>> by_designation(const Shipment& said) {
  std::map<std::string, std::int64_t> sums;
  for (const ShippedItem& one : said.items) sums[one.designation] += one.quantity;
  return {sums.begin(), sums.end()};
}

void check_sums(const Movement& said, Irregularities& notices) {
  InAndOut sum;
  for (const PersonsCount& one : said.counts) {
    (one.direction == Direction::arriving ? sum.arrived : sum.departed) += one.persons;
  }
  if (sum.arrived != said.arrived) {
    notices.add("sum_differs",
                fmt::format("{} arrived in all, the counts make {}", said.arrived, sum.arrived));
  }
  if (sum.departed != said.departed) {
    notices.add("sum_differs",
                fmt::format("{} departed in all, the counts make {}", said.departed, sum.departed));
  }
}

// What is reported against what is inspected, at each point where somebody inspected.
void compare(const LedgerEntry& a, const LedgerEntry& b, Irregularities& notices) {
  if (a.basis == b.basis) return;
  const LedgerEntry& reported = a.basis == CountBasis::reported ? a : b;
  const LedgerEntry& inspected = a.basis == CountBasis::reported ? b : a;
  for (const PointCount& seen : inspected.counts) {
    std::int64_t said = 0;
    for (const PointCount& one : reported.counts) {
      if (one.point == seen.point && one.direction == seen.direction) said = one.persons;
    }
    if (said == seen.persons) continue;
    notices.add(
        "inspected_differs",
        fmt::format("{} {}: {} reported, {} inspected by {}", seen.point,
                    word_of(seen.direction, direction_words), said, seen.persons, inspected.party));
  }
}

// The longest time that a text in force now or before gives for a shipment's report.
std::int64_t longest_report_s(const AgreementInForce& agreement) {
  std::int64_t longest_s = 0;
  const auto see = [&](const std::vector<Term>& terms) {
    for (const Term& term : terms) {
      const auto* report = std::get_if<ShipmentReport>(&term.kind);
      if (report != nullptr) longest_s = std::max(longest_s, report->within_hours * hour_s);
    }
  };
  see(agreement.folder.terms);
  for (const auto& one : agreement.earlier) see(one.terms);
  return longest_s;
}

}  // namespace

std::string_view MovementsView::schema() const { return movements_sql; }

// Whose word it is: the side's own of what it reports, a neutral's of what it inspected.
bool MovementsView::may_count(const std::string& side, CountBasis basis, std::string_view party,
                              Irregularities& notices) const {
  const Agreement& agreement = agreement_.folder.agreement;
  if (!is_side(agreement_, side)) {
    notices.add("unknown_side", side);
    return false;
  }
  if (basis == CountBasis::reported) {
    if (party == side) return true;
    notices.add("not_the_side", party);
    return false;
  }
  const AgreementParty* who = agreement.party(party);
  if (who != nullptr && who->group != Group::sides) return true;
  notices.add("not_an_inspector", party);
  return false;
}

void MovementsView::put_day(const PersonsLedger::Key& key, Rows& rows) const {
  const InAndOut day = persons_.of_day(key);
  rows.put(day_table, key.first, key.second, day.arrived, day.departed);
}

void MovementsView::judge_persons(const Movement& said, const Subject& subject, Rows& rows) const {
  const auto judge = [&](const Term* term, const Facts& facts) {
    put_judged(judgements, subject, subject.index, term, facts, rows);
  };
  // A day is judged by the text in force as it ends.
  const std::int32_t offset_s = agreement_.folder.agreement.effective.offset_s;
  const UtcSeconds when{(said.day.number + 1) * day_s - 1 - offset_s};
  PassedPoints passed{said.side, {}};
  for (const PointCount& one : by_point(said)) {
    const bool known = has(passed.points, one.point);
    if (!known) passed.points.push_back(one.point);
  }
  for (const Term* term : agreement_.terms<ClosedList>(when)) {
    if (std::get<ClosedList>(term->kind).of == Ledger::personnel) judge(term, passed);
  }
  if (said.basis != CountBasis::reported) return;
  const PersonsLedger::Key key{said.side, said.day.number};
  for (const Term* term : agreement_.terms<Ceiling>(when)) {
    if (has(std::get<Ceiling>(term->kind).by, said.side)) judge(term, persons_.months(key));
  }
  for (const Term* term : agreement_.terms<Balance>(when)) {
    if (has(std::get<Balance>(term->kind).by, said.side)) {
      judge(term, persons_.total(said.side));
    }
  }
}

void MovementsView::take(const Movement& said, const Folded& entry, Rows& rows) {
  Irregularities notices(irregularities, entry.index, rows);
  const std::string party(party_of(entry.record->header.author));
  const PersonsLedger::Key key{said.side, said.day.number};
  bool counts = may_count(said.side, said.basis, party, notices);
  // A day in the author's own offset may have begun before it has here.
  const std::int32_t offset_s = agreement_.folder.agreement.effective.offset_s;
  if (said.day.number > day_number({circle_time(entry), offset_s}) + 1) {
    notices.add("ahead_of_clock", said.day.text);
    counts = false;
  }
  if (said.day.number < day_number(agreement_.folder.agreement.effective)) {
    notices.add("before_effective", said.day.text);
    counts = false;
  }
  if (const LedgerEntry* before = counts ? persons_.find(key, said.basis, party) : nullptr) {
    notices.add("reported_twice", fmt::format("record {} stands", before->index.value));
    counts = false;
  }
  check_sums(said, notices);
  put_counts(said, entry, counts, rows);
  if (!counts) return;
  const LedgerEntry mine{entry.index, said.basis, party, by_point(said)};
  for (const LedgerEntry& other : persons_.entries(key)) compare(mine, other, notices);
  persons_.add(key, mine);
  if (said.basis == CountBasis::reported) put_day(key, rows);
  judge_persons(said, {entry.index, entry.record->id, std::nullopt}, rows);
}

void MovementsView::judge_shipment(const Shipment& said, const Subject& subject, Rows& rows) const {
  for (const Term* term : agreement_.terms<ClosedList>(said.at.utc)) {
    if (std::get<ClosedList>(term->kind).of != Ledger::materiel) continue;
    put_judged(judgements, subject, subject.index, term, PassedPoints{said.side, {said.point}},
               rows);
  }
  if (said.basis != CountBasis::reported || said.direction != Direction::arriving) return;
  for (const Term* term : agreement_.terms<Replacement>(said.at.utc)) {
    if (!has(std::get<Replacement>(term->kind).by, said.side)) continue;
    put_judged(judgements, subject, subject.index, term, Replaced{said.items}, rows);
  }
}

UtcSeconds MovementsView::circle_time(const Folded& entry) const {
  if (!entry.clock) return agreement_.folder.agreement.effective.utc;
  return {entry.clock->value + scenario_offset_s_};
}

void MovementsView::judge_report(const ShipmentBook::Key& key, const Folded& entry,
                                 Rows& rows) const {
  const ShipmentEntry* first = shipments_.first(key);
  if (first == nullptr) return;
  const ShipmentEntry* report = shipments_.report(key);
  const ShipmentEntry* seen = shipments_.seen(key);
  const UtcSeconds arrived = seen == nullptr ? report->at : seen->at;
  const std::int32_t offset_s = agreement_.folder.agreement.effective.offset_s;
  std::optional<UtcSeconds> done;
  if (report != nullptr) done = report->recorded;
  const Duty duty{{arrived, offset_s}, 0, done, done.value_or(circle_time(entry))};
  for (const Term* term : agreement_.terms<ShipmentReport>(arrived)) {
    if (!has(std::get<ShipmentReport>(term->kind).by, key.first)) continue;
    put_judged(judgements, {first->index, first->id, std::nullopt}, entry.index, term, duty, rows);
  }
}

void MovementsView::put_unreported(const ShipmentBook::Key& key, bool was, Rows& rows) const {
  const auto since = shipments_.unreported_since(key);
  if (since) {
    rows.put(unreported_table, key.first, key.second, shipments_.seen(key)->index, *since);
  } else if (was) {
    rows.erase(unreported_table, key.first, key.second);
  }
}

// What nobody reported by its hour is found on the word of whoever saw it come in, by the term that
// was in force as it came.
void MovementsView::pass(const Folded& entry, Rows& rows) {
  const UtcSeconds now{entry.clock_set->value + scenario_offset_s_};
  if (now <= now_) return;
  const std::int32_t offset_s = agreement_.folder.agreement.effective.offset_s;
  const std::int64_t longest_s = longest_report_s(agreement_);
  for (const auto& key : shipments_.unreported({now_.value - longest_s}, now)) {
    const ShipmentEntry& first = *shipments_.first(key);
    const UtcSeconds seen = shipments_.seen(key)->at;
    for (const Term* term : agreement_.terms<ShipmentReport>(seen)) {
      const auto& report = std::get<ShipmentReport>(term->kind);
      const std::int64_t due_utc = seen.value + report.within_hours * hour_s;
      const bool passes = now_.value <= due_utc && due_utc < now.value;
      if (!passes || !has(report.by, key.first)) continue;
      put_judged(judgements, {first.index, first.id, std::nullopt}, entry.index, term,
                 Duty{{seen, offset_s}, 0, std::nullopt, now}, rows);
    }
  }
  now_ = now;
}

void MovementsView::take(const Shipment& said, const Folded& entry, Rows& rows) {
  Irregularities notices(irregularities, entry.index, rows);
  const std::string party(party_of(entry.record->header.author));
  bool counts = may_count(said.side, said.basis, party, notices);
  if (said.at.utc.value > circle_time(entry).value + limits::clock_idle_s) {
    notices.add("ahead_of_clock", said.at.text);
    counts = false;
  }
  if (said.at.utc < agreement_.folder.agreement.effective.utc) {
    notices.add("before_effective", said.at.text);
    counts = false;
  }
  const ShipmentBook::Key key{said.side, said.shipment};
  const ShipmentEntry mine{
      entry.index,    entry.record->id, said.basis,         party,
      said.direction, said.at.utc,      circle_time(entry), by_designation(said)};
  if (counts) {
    for (const ShipmentEntry& other : shipments_.entries(key)) {
      if (other.basis == mine.basis && other.party == party) {
        notices.add("reported_twice", fmt::format("record {} stands", other.index.value));
        counts = false;
      } else if (other.basis != mine.basis && other.items != mine.items) {
        notices.add("inspected_differs",
                    fmt::format("record {} counts otherwise", other.index.value));
      }
    }
  }
  const bool arrives = said.direction == Direction::arriving;
  const bool reports = said.basis == CountBasis::reported;
  if (counts && arrives && !reports && !shipments_.is_reported(key)) {
    notices.add("not_reported", said.shipment);
  }
  put_items(said, entry, counts, rows);
  if (!counts) return;
  const bool was_unreported = shipments_.unreported_since(key).has_value();
  shipments_.add(key, mine);
  put_unreported(key, was_unreported, rows);
  judge_shipment(said, {entry.index, entry.record->id, std::nullopt}, rows);
  if (arrives) judge_report(key, entry, rows);
}

void MovementsView::take_back(const Folded& entry, Rows& rows) {
  for (const LeafIndex index : taken_back(entry)) {
    if (const auto key = persons_.take_out(index)) put_day(*key, rows);
    if (const auto key = shipments_.key_of(index)) {
      const bool was_unreported = shipments_.unreported_since(*key).has_value();
      shipments_.take_out(index);
      put_unreported(*key, was_unreported, rows);
      judge_report(*key, entry, rows);
    }
  }
}

Result<void> MovementsView::fold(const Folded& entry, Past&, Rows& rows) {
  if (entry.refused) return {};
  if (entry.clock_set) pass(entry, rows);
  const Body* body = force_of(agreement_, entry);
  if (body == nullptr) return {};
  if (const auto* genesis = std::get_if<Genesis>(body)) {
    scenario_offset_s_ = genesis->scenario_offset_s;
  }
  if (std::holds_alternative<Retraction>(*body)) take_back(entry, rows);
  if (const auto* said = std::get_if<Movement>(body)) take(*said, entry, rows);
  if (const auto* said = std::get_if<Shipment>(body)) take(*said, entry, rows);
  return {};
}

Json MovementsView::save() const {
  return Json::Object{{"persons", persons_.save()},
                      {"shipments", shipments_.save()},
                      {"scenario_offset_s", scenario_offset_s_},
                      {"now", now_.value}};
}

Result<void> MovementsView::load(const Json& state) {
  const Json* persons = state.find("persons");
  const Json* shipments = state.find("shipments");
  const Json* offset = state.find("scenario_offset_s");
  const Json* now = state.find("now");
  if (persons == nullptr || shipments == nullptr || offset == nullptr ||
      offset->as_integer() == nullptr || now == nullptr || now->as_integer() == nullptr) {
    return bad_state_of("movements");
  }
  TRY(persons_.load(*persons));
  TRY(shipments_.load(*shipments));
  scenario_offset_s_ = *offset->as_integer();
  now_ = UtcSeconds{*now->as_integer()};
  return {};
}

}  // namespace armistice
