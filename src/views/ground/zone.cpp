// SPDX-License-Identifier: Apache-2.0
#include "views/ground/zone.h"

#include <fmt/format.h>

#include <set>

#include "base/text.h"
#include "views/entitled.h"

namespace armistice {
namespace {

constexpr Table pass_table{"pass", 12, 2, "leaf_index, place"};
constexpr Table log_table{"gate_log", 11, 1, "leaf_index"};
constexpr Table passage_table{"gate_passage", 10, 2, "leaf_index, place"};
constexpr Table course_table{"zone_course", 5, 3, "zone, side, time_utc"};
constexpr Table count_table{"zone_count", 6, 2, "zone, side"};
constexpr Table judgements = judgement_table("ground_judgement");

std::string_view arms_of(Arms arms) { return arms_words[static_cast<std::size_t>(arms)]; }

std::string entry_text(const GateEntry& entry) {
  const std::string shown =
      entry.number.empty() ? std::string("no pass") : fmt::format("{:?}", entry.number);
  return fmt::format("{} {}: {}, {}", entry.time.text,
                     passing_words[static_cast<std::size_t>(entry.passing)], shown, entry.persons);
}

void put_pass(const Pass& said, const Folded& entry, bool counts, Rows& rows) {
  std::int64_t place = 0;
  for (const PassHolder& one : said.holders) {
    rows.put(pass_table, entry.index, place++, entry.record->header.author, said.zone, said.side,
             one.number, one.person, one.sort, arms_of(one.arms), said.from.utc, said.to.utc,
             counts);
  }
}

void put_log(const GateLog& said, const Folded& entry, const std::optional<ReckonedLog>& log,
             Rows& rows) {
  const auto inside = log ? std::optional(log->inside) : std::nullopt;
  const auto most = log ? std::optional(log->most) : std::nullopt;
  rows.put(log_table, entry.index, entry.record->header.author, said.gate, said.zone, said.side,
           said.from.utc, said.to.utc, said.inside, inside, most, log.has_value());
  std::int64_t place = 0;
  for (const GateEntry& one : said.entries) {
    rows.put(passage_table, entry.index, place++, said.gate, said.zone, said.side, one.time.utc,
             passing_words[static_cast<std::size_t>(one.passing)], one.number, one.persons,
             log.has_value());
  }
}

// Of all moments from the log's first one on: that in which most were inside beyond the number
// authorized, or else that in which most were inside; the first of several.
class Worst {
 public:
  void see(const Persons& now) {
    const auto beyond = [](const Persons& one) {
      return std::max<std::int64_t>(0, one.present - one.authorized);
    };
    const bool worse =
        beyond(now) != beyond(found_) ? beyond(now) > beyond(found_) : now.present > found_.present;
    if (first_ || worse) found_ = now;
    first_ = false;
  }
  const Persons& found() const { return found_; }

 private:
  Persons found_;
  bool first_ = true;
};

Persons worst_of(const PassBook::Levels& levels, const ReckonedLog& log, const TimeSpan& time) {
  Worst worst;
  Persons now;
  auto step = levels.upper_bound(time.from.value);
  if (step != levels.begin()) now.authorized = std::prev(step)->second;
  const auto passes_until = [&](std::int64_t last, bool seen) {
    for (; step != levels.end() && step->first <= last; ++step) {
      now.authorized = step->second;
      if (seen) worst.see(now);
    }
  };
  const auto inside_from = [&](UtcSeconds from, std::int64_t persons) {
    passes_until(from.value, false);
    now.present = persons;
    worst.see(now);
  };
  inside_from(time.from, log.before);
  for (const Inside& one : log.course) {
    // Between two passings the number authorized may change, the number inside does not.
    passes_until(one.from.value - 1, true);
    inside_from(one.from, one.persons);
  }
  passes_until(time.to.value, true);
  return worst.found();
}

bool counts_those_authorized(const Term& term) {
  return term.chosen("counted", Counted::authorized) == Counted::authorized;
}

}  // namespace

void ZoneFold::check_zone(const std::string& zone, Irregularities& notices) const {
  for (const Term* term : agreement_.terms<HeadCount>()) {
    if (std::get<HeadCount>(term->kind).zone == zone) return;
  }
  notices.add("unknown_zone", zone);
}

bool ZoneFold::may_grant(const Pass& said, const Folded& entry, Irregularities& notices) const {
  const std::string& author = entry.record->header.author;
  if (!is_side(agreement_, said.side)) {
    notices.add("unknown_side", said.side);
    return false;
  }
  if (party_of(author) != said.side) {
    notices.add("may_not_grant", author);
    return false;
  }
  if (!passes_.is_full({said.zone, said.side})) return true;
  notices.add("zone_full", said.zone);
  return false;
}

void ZoneFold::check_numbers(const Pass& said, Irregularities& notices) const {
  const ZoneOf of{said.zone, said.side};
  std::set<std::string> numbers;
  for (const PassHolder& holder : said.holders) {
    const bool again = !numbers.insert(holder.number).second ||
                       passes_.stands(of, holder.number, {said.from.utc, said.to.utc});
    if (again) notices.add("pass_twice", holder.number);
  }
}

// Under a reading that counts those present a pass comes to nothing: it lets nobody in yet.
void ZoneFold::judge(const Pass& said, const Folded& entry, Rows& rows) const {
  const Persons persons{
      passes_.most_authorized({said.zone, said.side}, {said.from.utc, said.to.utc}), 0};
  for (const Term* term : agreement_.terms<HeadCount>()) {
    if (std::get<HeadCount>(term->kind).zone != said.zone) continue;
    put_judged_where(judgements, {entry.index, entry.record->id, std::nullopt}, entry.index, *term,
                     counts_those_authorized, persons, rows);
  }
}

void ZoneFold::take(const Pass& said, const Folded& entry, Irregularities& notices, Rows& rows) {
  const bool counts = may_grant(said, entry, notices);
  put_pass(said, entry, counts, rows);
  if (!counts) return;
  check_zone(said.zone, notices);
  check_numbers(said, notices);
  const ZoneOf of{said.zone, said.side};
  std::vector<std::string> numbers;
  for (const PassHolder& holder : said.holders) numbers.push_back(holder.number);
  passes_.add(entry.index, of, {said.from.utc, said.to.utc}, std::move(numbers));
  judge(said, entry, rows);
  put_count(of, rows);
}

bool ZoneFold::may_log(const GateLog& said, const Folded& entry, Irregularities& notices) const {
  if (!is_side(agreement_, said.side)) {
    notices.add("unknown_side", said.side);
    return false;
  }
  const std::string& author = entry.record->header.author;
  const AgreementParty* who = agreement_.folder.agreement.party(party_of(author));
  const bool keeper =
      party_of(author) == said.side || (who != nullptr && who->group == Group::neutrals);
  if (!keeper) {
    notices.add("not_the_keeper", author);
    return false;
  }
  if (const auto other = gates_.overlapped(said)) {
    notices.add("overlaps", fmt::format("record {} covers a part of it", other->value));
    return false;
  }
  if (!gates_.is_too_late(said)) return true;
  notices.add("too_late", said.from.text);
  return false;
}

void ZoneFold::check_entries(const GateLog& said, const ReckonedLog& log,
                             Irregularities& notices) const {
  const ZoneOf of{said.zone, said.side};
  for (std::size_t i = 0; i < said.entries.size(); ++i) {
    const GateEntry& one = said.entries[i];
    if (one.number.empty()) {
      notices.add("without_pass", entry_text(one));
    } else {
      switch (passes_.shown(of, one.number, one.time.utc)) {
        case ShownPass::unknown:
          notices.add("unknown_pass", entry_text(one));
          break;
        case ShownPass::not_valid:
          notices.add("pass_not_valid", entry_text(one));
          break;
        case ShownPass::in_force:
          break;
      }
    }
    switch (log.entries[i]) {
      case EntryStanding::inside_already:
        notices.add("inside_already", entry_text(one));
        break;
      case EntryStanding::not_inside:
        notices.add("not_inside", entry_text(one));
        break;
      case EntryStanding::fits:
        break;
    }
  }
  if (log.inside == said.inside) return;
  notices.add("sum_differs",
              fmt::format("{} are inside as stated, the entries make {}", said.inside, log.inside));
}

void ZoneFold::judge(const GateLog& said, const Folded& entry, const ReckonedLog& log,
                     Rows& rows) const {
  const ZoneOf of{said.zone, said.side};
  const auto now = gates_.now(of);
  ASSERT(now.has_value());
  const Persons persons = worst_of(passes_.levels(of), log, {said.from.utc, now->as_of});
  for (const Term* term : agreement_.terms<HeadCount>()) {
    if (std::get<HeadCount>(term->kind).zone != said.zone) continue;
    put_judged(judgements, {entry.index, entry.record->id, std::nullopt}, entry.index, term,
               persons, rows);
  }
}

void ZoneFold::take(const GateLog& said, const Folded& entry, Irregularities& notices, Rows& rows) {
  std::optional<ReckonedLog> log;
  if (may_log(said, entry, notices)) log = gates_.add(entry.index, said);
  put_log(said, entry, log, rows);
  if (!log) return;
  check_zone(said.zone, notices);
  check_entries(said, *log, notices);
  judge(said, entry, *log, rows);
  put_course({said.zone, said.side}, log->course, rows);
  put_count({said.zone, said.side}, rows);
}

void ZoneFold::put_course(const ZoneOf& of, const std::vector<Inside>& course, Rows& rows) {
  for (const Inside& one : course) {
    rows.put(course_table, of.first, of.second, one.from, one.persons, one.log);
  }
}

// Nothing before the first log: of nobody inside nothing is known.
void ZoneFold::put_count(const ZoneOf& of, Rows& rows) const {
  if (const auto now = gates_.now(of)) {
    rows.put(count_table, of.first, of.second, now->inside, passes_.authorized(of, now->as_of),
             now->as_of, now->log);
  }
}

void ZoneFold::take_back(const Folded& entry, Rows& rows) {
  for (const LeafIndex index : taken_back(entry)) {
    if (const auto of = passes_.take_out(index)) put_count(*of, rows);
    const auto out = gates_.take_out(index);
    if (!out) continue;
    const auto& [zone, side] = out->of;
    for (const UtcSeconds second : out->gone) rows.erase(course_table, zone, side, second);
    put_course(out->of, out->course, rows);
    if (!gates_.now(out->of)) rows.erase(count_table, zone, side);
    put_count(out->of, rows);
  }
}

Result<void> ZoneFold::load(const Json& passes, const Json& gates) {
  TRY(passes_.load(passes));
  return gates_.load(gates);
}

}  // namespace armistice
