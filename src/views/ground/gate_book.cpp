// SPDX-License-Identifier: Apache-2.0
#include "views/ground/gate_book.h"

#include "base/assert.h"
#include "base/limits.h"
#include "views/saved_row.h"

namespace armistice {
namespace {

// Two logs that only touch, the one ending as the other begins, do not overlap.
bool overlap(const std::pair<std::int64_t, std::int64_t>& a,
             const std::pair<std::int64_t, std::int64_t>& b) {
  return a == b || std::max(a.first, b.first) < std::min(a.second, b.second) ||
         (a.first == a.second && b.first < a.first && a.first < b.second) ||
         (b.first == b.second && a.first < b.first && b.first < a.second);
}

}  // namespace

std::optional<LeafIndex> GateBook::overlapped(const GateLog& said) const {
  const auto zone = zones_.find({said.zone, said.side});
  if (zone == zones_.end()) return std::nullopt;
  const auto gate = zone->second.gates.find(said.gate);
  if (gate == zone->second.gates.end()) return std::nullopt;
  // Those that stand do not overlap, so that one that this one does is its neighbour.
  const Ends mine{said.from.utc.value, said.to.utc.value};
  const auto next = gate->second.lower_bound(mine);
  if (next != gate->second.end() && overlap(next->first, mine)) return LeafIndex{next->second};
  if (next == gate->second.begin()) return std::nullopt;
  const auto before = std::prev(next);
  if (overlap(before->first, mine)) return LeafIndex{before->second};
  return std::nullopt;
}

bool GateBook::is_too_late(const Zone& zone, std::int64_t time) {
  std::size_t later = 0;
  for (auto one = zone.passed.rbegin(); one != zone.passed.rend(); ++one) {
    if (std::get<0>(one->first) < time) return false;
    if (++later > limits::late_passings_max) return true;
  }
  return false;
}

bool GateBook::is_too_late(const GateLog& said) const {
  const auto zone = zones_.find({said.zone, said.side});
  return zone != zones_.end() && is_too_late(zone->second, said.from.utc.value);
}

// Who goes out without having come in is no loss to those inside: else a log could make room for
// a thousand more by letting out a thousand who never were there.
EntryStanding GateBook::pass(Zone& zone, Passed& one) {
  const auto by_number = zone.by_number.try_emplace(one.number).first;
  const std::int64_t before = one.number.empty() ? zone.inside : by_number->second;
  EntryStanding standing = EntryStanding::fits;
  one.counted = one.persons;
  if (one.persons > 0) {
    if (!one.number.empty() && before > 0) standing = EntryStanding::inside_already;
  } else {
    const std::int64_t most = std::max<std::int64_t>(0, std::min(before, zone.inside));
    one.counted = std::max(one.persons, -most);
    if (one.counted != one.persons) standing = EntryStanding::not_inside;
  }
  zone.inside += one.counted;
  by_number->second += one.counted;
  if (by_number->second == 0) zone.by_number.erase(by_number);
  return standing;
}

void GateBook::undo(Zone& zone, Passed& one) {
  zone.inside -= one.counted;
  const auto by_number = zone.by_number.try_emplace(one.number).first;
  by_number->second -= one.counted;
  if (by_number->second == 0) zone.by_number.erase(by_number);
  one.counted = 0;
}

void GateBook::undo_from(Zone& zone, std::int64_t time) {
  for (auto one = zone.passed.lower_bound({time, 0, 0}); one != zone.passed.end(); ++one) {
    undo(zone, one->second);
  }
}

// What happens in one second has no order: it is counted at its end.
std::vector<Inside> GateBook::pass_from(Zone& zone, std::int64_t time, LeafIndex of,
                                        std::vector<EntryStanding>& standings) {
  std::vector<Inside> course;
  for (auto one = zone.passed.lower_bound({time, 0, 0}); one != zone.passed.end(); ++one) {
    const auto& [second, record, entry] = one->first;
    const EntryStanding standing = pass(zone, one->second);
    if (record == of.value) standings.push_back(standing);
    if (course.empty() || course.back().from.value != second) course.push_back({{second}, 0, {}});
    course.back().persons = zone.inside;
    course.back().log = LeafIndex{record};
  }
  return course;
}

void GateBook::place(LeafIndex index, Log log) {
  Zone& zone = zones_[log.of];
  zone.gates[log.gate].emplace(log.ends, index.value);
  zone.ends.emplace(log.ends.second, index.value);
  logs_.emplace(index.value, std::move(log));
}

ReckonedLog GateBook::add(LeafIndex index, const GateLog& said) {
  const std::int64_t from = said.from.utc.value;
  Log log{{said.zone, said.side}, said.gate, {from, said.to.utc.value}, {}};
  Zone& zone = zones_[log.of];
  undo_from(zone, from);
  ReckonedLog reckoned;
  reckoned.before = zone.inside;
  for (const GateEntry& entry : said.entries) {
    const std::int64_t persons = entry.passing == Passing::in ? entry.persons : -entry.persons;
    zone.passed.emplace(Place{entry.time.utc.value, index.value, log.times.size()},
                        Passed{entry.number, persons, 0});
    log.times.push_back(entry.time.utc.value);
  }
  reckoned.course = pass_from(zone, from, index, reckoned.entries);
  reckoned.inside = reckoned.before;
  reckoned.most = reckoned.before;
  for (const Inside& one : reckoned.course) {
    if (one.from.value > log.ends.second) break;
    reckoned.inside = one.persons;
    reckoned.most = std::max(reckoned.most, one.persons);
  }
  place(index, std::move(log));
  return reckoned;
}

std::optional<TakenOut> GateBook::take_out(LeafIndex index) {
  const auto found = logs_.find(index.value);
  if (found == logs_.end()) return std::nullopt;
  const Log log = std::move(found->second);
  logs_.erase(found);
  Zone& zone = zones_[log.of];
  TakenOut out{log.of, {}, {}};
  // What lies too far back is taken out alone: what came after it stays as it was counted.
  const bool alone = is_too_late(zone, log.ends.first);
  if (!alone) undo_from(zone, log.ends.first);
  for (std::size_t i = 0; i < log.times.size(); ++i) {
    const auto one = zone.passed.find(Place{log.times[i], index.value, i});
    ASSERT(one != zone.passed.end());
    undo(zone, one->second);
    zone.passed.erase(one);
    const auto other = zone.passed.lower_bound({log.times[i], 0, 0});
    const bool passed = other != zone.passed.end() && std::get<0>(other->first) == log.times[i];
    if (!passed) out.gone.push_back({log.times[i]});
  }
  std::vector<EntryStanding> standings;
  if (!alone) out.course = pass_from(zone, log.ends.first, index, standings);
  const auto gate = zone.gates.find(log.gate);
  gate->second.erase(log.ends);
  if (gate->second.empty()) zone.gates.erase(gate);
  zone.ends.erase(std::pair(log.ends.second, index.value));
  if (zone.ends.empty()) zones_.erase(log.of);
  return out;
}

std::optional<GateBook::Now> GateBook::now(const ZoneOf& of) const {
  const auto zone = zones_.find(of);
  if (zone == zones_.end() || zone->second.ends.empty()) return std::nullopt;
  const auto& [to, record] = *zone->second.ends.rbegin();
  return Now{std::max<std::int64_t>(0, zone->second.inside), {to}, {record}};
}

Json GateBook::save() const {
  Json::Array all;
  for (const auto& [index, log] : logs_) {
    const Zone& zone = zones_.at(log.of);
    Json::Array entries;
    for (std::size_t i = 0; i < log.times.size(); ++i) {
      const Passed& one = zone.passed.at(Place{log.times[i], index, i});
      entries.push_back(Json::Array{log.times[i], one.number, one.persons, one.counted});
    }
    all.push_back(Json::Array{index, log.of.first, log.of.second, log.gate, log.ends.first,
                              log.ends.second, std::move(entries)});
  }
  return all;
}

Result<void> GateBook::load(const Json& state) {
  if (state.as_array() == nullptr) return bad_state_of("ground");
  *this = {};
  for (const Json& saved : *state.as_array()) {
    SavedRow row = TRY(SavedRow::of(saved, 7, "ground"));
    const LeafIndex index = TRY(row.index());
    Log log;
    log.of.first = TRY(row.text());
    log.of.second = TRY(row.text());
    log.gate = TRY(row.text());
    log.ends.first = TRY(row.integer());
    log.ends.second = TRY(row.integer());
    Zone& zone = zones_[log.of];
    for (const Json& saved_entry : *TRY(row.list())) {
      SavedRow entry = TRY(SavedRow::of(saved_entry, 4, "ground"));
      const std::int64_t time = TRY(entry.integer());
      Passed one;
      one.number = TRY(entry.text());
      one.persons = TRY(entry.integer());
      one.counted = TRY(entry.integer());
      zone.inside += one.counted;
      const auto by_number = zone.by_number.try_emplace(one.number).first;
      by_number->second += one.counted;
      if (by_number->second == 0) zone.by_number.erase(by_number);
      zone.passed.emplace(Place{time, index.value, log.times.size()}, std::move(one));
      log.times.push_back(time);
    }
    place(index, std::move(log));
  }
  return {};
}

}  // namespace armistice
