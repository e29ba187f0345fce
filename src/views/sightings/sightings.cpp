// SPDX-License-Identifier: Apache-2.0
#include "views/sightings/sightings.h"

#include <fmt/format.h>

#include "base/limits.h"
#include "base/text.h"
#include "terms/has.h"
#include "views/entitled.h"
#include "views/saved_row.h"
#include "views/sightings/view.sql.h"

namespace armistice {
namespace {

constexpr Table sighting_table{"sighting", 19, 1, "leaf_index"};
constexpr Table sum_table{"sighting_sum", 11, 5, "place, what, side, day, part"};
constexpr Table total_table{"sighting_total", 11, 5, "scope, name, rest, day, part"};
constexpr Table quiet_table{"quiet", 10, 2, "term, arrangement"};
constexpr Table judgements = judgement_table("sightings_judgement");
constexpr Table irregularities{"sightings_irregularity", 4, 2, "leaf_index, place"};

// From this error on nobody says where it was: half the way round the globe.
constexpr std::int64_t unplaced_error_mm = 20'000'000'000;

constexpr std::int64_t hour_s = 3'600;

template <typename Enum, std::size_t N>
std::string_view word_of(Enum value, const std::array<std::string_view, N>& words) {
  return words[static_cast<std::size_t>(value)];
}

bool is_sure(const Sighting& said) {
  return said.certainty == Certainty::observed || said.certainty == Certainty::assessed;
}

bool names_class(const WithdrawalLine& kind, std::string_view what) {
  return std::any_of(kind.classes.begin(), kind.classes.end(),
                     [&](const ClassDistance& one) { return one.what == what; });
}

void put_sum(const Table& table, const DayKey& key, const DaySum& sum, Rows& rows) {
  rows.put(table, key.a, key.b, key.c, key.day, sum.part, sum.sightings, sum.number,
           sum.by_certainty[0], sum.by_certainty[1], sum.by_certainty[2], sum.by_certainty[3]);
}

bool is_known_place(const Bodies& bodies, const std::string& name) {
  return bodies.place(name) != nullptr ||
         std::any_of(bodies.ports.begin(), bodies.ports.end(),
                     [&](const Port& port) { return port.name == name; });
}

Subject subject_of(const Folded& entry) { return {entry.index, entry.record->id, std::nullopt}; }

}  // namespace

std::string_view SightingsView::schema() const { return sightings_sql; }

UtcSeconds SightingsView::now_of(const Folded& entry) const {
  if (!entry.clock) return agreement_.folder.agreement.effective.utc;
  return {entry.clock->value + scenario_offset_s_};
}

std::int64_t SightingsView::day_of(UtcSeconds time) const {
  return day_number({time, agreement_.folder.agreement.effective.offset_s});
}

// What a side says of the other; a side's word about itself, and a neutral's, is its own.
bool SightingsView::is_told(const std::string& author, const Sighting& said) const {
  if (said.means == Means::told) return true;
  return is_side(agreement_, party_of(author)) && !said.side.empty() &&
         party_of(author) != said.side;
}

bool SightingsView::is_watched(const std::string& sort) const {
  const auto fits = [&](const auto& kind) { return kind.sort == sort; };
  return agreement_.term<Silence>(fits) != nullptr || agreement_.term<AfterQuiet>(fits) != nullptr;
}

// How far from the line it was, with both errors, and in whose territory; reckoned where a distance
// is set for its sort or its author states one, since a line has a thousand edges to be tried.
SightingsView::Placed SightingsView::placed(const Sighting& said, Irregularities& notices) const {
  Placed out;
  const auto has_distance = [&](const WithdrawalLine& kind) {
    return names_class(kind, said.what);
  };
  const bool asked =
      said.line_distance_mm != 0 ||
      (is_sure(said) && agreement_.term_at<WithdrawalLine>(said.from.utc, has_distance) != nullptr);
  if (!asked || !agreement_.table || said.error_mm >= unplaced_error_mm) return out;
  const GroundTable& table = *agreement_.table;
  const auto stand = table.stand(
      {static_cast<std::int32_t>(said.latitude_e7), static_cast<std::int32_t>(said.longitude_e7)});
  out.distance_mm = stand.distance_mm;
  out.error_mm = said.error_mm + table.error_mm[stand.edge];
  const std::string_view side = table.side_word(stand, said.error_mm);
  for (const AgreementParty& party : agreement_.folder.agreement.parties) {
    if (!party.territory.empty() && party.territory == side) out.territory = party.name;
  }
  if (said.line_distance_mm != 0 && distances_differ(said.line_distance_mm, stand.distance_mm)) {
    notices.add("distance_differs", fmt::format("{} mm by its place", stand.distance_mm));
  }
  return out;
}

// Whether a term speaks of it at all, and whether anything was judged.
void SightingsView::judge_acts(const Said& of, Standing& standing, Rows& rows) const {
  const Sighting& said = of.said;
  for (const Term* term : agreement_.terms<ProhibitedAct>(said.from.utc)) {
    const auto& kind = std::get<ProhibitedAct>(term->kind);
    if (!has(kind.acts, said.what)) continue;
    if (!kind.places.empty() && !has(kind.places, said.place)) continue;
    standing.spoken_of = true;
    if (!is_sure(said) || (of.side.empty() && kind.answerable.empty())) continue;
    put_judged(judgements, subject_of(of.entry), of.entry.index, term,
               SightedAct{said.what, said.place, of.side, of.sure}, rows);
    standing.judged = true;
  }
}

void SightingsView::judge_distances(const Said& of, const Placed& placed, Standing& standing,
                                    Rows& rows) const {
  const Sighting& said = of.said;
  const std::string& side = of.side.empty() ? placed.territory : of.side;
  for (const Term* term : agreement_.terms<WithdrawalLine>(said.from.utc)) {
    if (!names_class(std::get<WithdrawalLine>(term->kind), said.what)) continue;
    standing.spoken_of = true;
    if (!is_sure(said) || !placed.distance_mm || side.empty()) continue;
    const UtcSeconds effective = agreement_.folder.agreement.effective.utc;
    const std::int64_t hours = (said.from.utc.value - effective.value) / hour_s;
    put_judged(judgements, subject_of(of.entry), of.entry.index, term,
               SightedNear{said.what, side, *placed.distance_mm, placed.error_mm,
                           std::max<std::int64_t>(0, hours), of.sure},
               rows);
    standing.judged = true;
  }
}

// Of several windows the first within which it lies for certain, else the first beside which it may
// lie. Nothing if it lies within none.
void SightingsView::judge_silence(const Said& of, Standing& standing, Rows& rows) const {
  const Sighting& said = of.said;
  for (const Term* term : agreement_.terms<Silence>(said.from.utc)) {
    const auto& kind = std::get<Silence>(term->kind);
    if (!has(kind.acts, said.what)) continue;
    const WindowBook::Window* within = nullptr;
    for (const WindowBook::Window& one : windows_.windows()) {
      if (one.sort != kind.sort || one.place != said.place || !one.is_granted()) continue;
      if (said.until.utc < one.from || one.until < said.from.utc) continue;
      const bool wholly = one.from <= said.from.utc && said.until.utc <= one.until;
      if (within == nullptr || wholly) within = &one;
      if (wholly) break;
    }
    if (within == nullptr) continue;
    standing.spoken_of = true;
    if (!is_sure(said)) continue;
    put_judged(judgements, subject_of(of.entry), of.entry.index, term,
               SightedDuring{said.what, of.side, said.from.utc, said.until.utc, within->from,
                             within->until, of.sure},
               rows);
    standing.judged = true;
  }
}

void SightingsView::count(const Sighting& said, LeafIndex index, std::int64_t sign, Rows& rows) {
  const std::int64_t day = day_of(said.from.utc);
  const auto add = [&](DaySums& sums, const Table& table, const DayKey& key) {
    put_sum(table, key, sums.add(key, index, said, sign), rows);
  };
  add(sums_, sum_table, {said.place, said.what, said.side, day});
  add(totals_, total_table, {"all", "", "", day});
  if (!said.place.empty()) add(totals_, total_table, {"place", said.place, "", day});
  add(totals_, total_table, {"what", said.what, "", day});
  if (!said.side.empty()) add(totals_, total_table, {"side", said.side, "", day});
}

void SightingsView::put_quiet(const Term& term, const WindowBook::Window& window,
                              std::int64_t as_of, Rows& rows) const {
  const QuietBook::Key key{term.id, window.place};
  const QuietDays days = quiet_.days(key, day_of(window.from), as_of);
  const Told told = term.chosen("told", Told::counts);
  std::optional<std::int64_t> last = days.last_act;
  if (told == Told::counts) last = std::max(last, days.last_told);
  rows.put(quiet_table, term.id, window.index, window.place, days.since, last,
           quiet_.last_act(key, as_of, told),
           quiet_days(days, term.chosen("first_day", FirstDay::next_day), told),
           std::get<AfterQuiet>(term.kind).days, as_of, window.done);
}

// The arrangements that still wait, at a place, or everywhere.
void SightingsView::put_waiting(const std::optional<std::string>& place, std::int64_t as_of,
                                Rows& rows) const {
  for (const Term* term : agreement_.terms<AfterQuiet>()) {
    for (const WindowBook::Window& one : windows_.windows()) {
      if (one.sort != std::get<AfterQuiet>(term->kind).sort || one.done) continue;
      if (!place || one.place == *place) put_quiet(*term, one, as_of, rows);
    }
  }
}

// An act, or one that is taken back, moves the days of quiet at its place.
void SightingsView::move_quiet(const Sighting& said, LeafIndex index, bool told, bool back,
                               UtcSeconds now, Rows& rows) {
  if (!is_sure(said) || said.place.empty()) return;
  bool moved = false;
  for (const Term* term : agreement_.terms<AfterQuiet>()) {
    if (!has(std::get<AfterQuiet>(term->kind).acts, said.what)) continue;
    const QuietBook::Key key{term->id, said.place};
    const std::int64_t day = day_of(said.until.utc);
    if (back) moved = quiet_.take_out(key, day, index) || moved;
    if (!back) quiet_.add(key, day, index, told);
    moved = moved || !back;
  }
  if (moved) put_waiting(said.place, day_of(now), rows);
}

void SightingsView::take(const Sighting& said, const Folded& entry, Rows& rows) {
  Irregularities notices(irregularities, entry.index, rows);
  const std::string& author = entry.record->header.author;
  const bool known = said.place.empty() || is_known_place(agreement_.folder.bodies, said.place);
  if (!known) notices.add("unknown_place", said.place);
  const bool has_side = is_side(agreement_, said.side);
  if (!said.side.empty() && !has_side) notices.add("unknown_side", said.side);
  const UtcSeconds now = now_of(entry);
  const bool ahead = entry.clock && said.until.utc.value > now.value + limits::clock_idle_s;
  if (ahead) notices.add("ahead_of_clock", said.until.text);
  const Sureness sure{said.certainty, is_told(author, said)};
  const Placed where = placed(said, notices);
  const Said of{said, entry, has_side ? said.side : std::string(), sure};
  Standing standing;
  if (!ahead) {
    judge_acts(of, standing, rows);
    judge_distances(of, where, standing, rows);
    judge_silence(of, standing, rows);
    if (known) move_quiet(said, entry.index, sure.told, false, now, rows);
  }
  const std::string_view word = ahead                ? "ahead_of_clock"
                                : standing.judged    ? "judged"
                                : standing.spoken_of ? "undetermined"
                                                     : "no_term";
  rows.put(sighting_table, entry.index, author, day_of(said.from.utc), said.place, said.what,
           said.side, said.number, word_of(said.means, means_words),
           word_of(said.perceived, perceived_words), word_of(said.certainty, certainty_words),
           word_of(said.bearing, bearing_words), said.latitude_e7, said.longitude_e7, said.error_mm,
           where.distance_mm, said.from.utc, said.until.utc, sure.told, word);
  count(said, entry.index, 1, rows);
}

void SightingsView::take(const Arrangement& said, const Folded& entry, Rows& rows) {
  // Those alone that act, by the view before this one.
  if (emitted_in(entry, "arrangement").empty() || !is_watched(said.sort)) return;
  // Nobody grants themselves what others are bound by.
  const std::string_view own = party_of(said.by);
  const bool of_others = std::any_of(said.to.begin(), said.to.end(), [&](const std::string& name) {
    return party_of(name) != own;
  });
  if (!of_others) return;
  windows_.add(entry.index, entry.record->id, said);
  put_waiting(said.place, day_of(now_of(entry)), rows);
}

// What is said to be done is judged at once, by the days before that on which it is said to be.
void SightingsView::take(const ArrangementStep& said, const Folded& entry, Rows& rows) {
  if (emitted_in(entry, "arrangement_step").empty()) return;
  const WindowBook::Window* window = windows_.take(entry.index, entry.record->header.author, said);
  if (window == nullptr || said.step != Arranged::done) return;
  const std::int64_t done = day_of(said.at.utc);
  for (const Term* term : agreement_.terms<AfterQuiet>()) {
    if (std::get<AfterQuiet>(term->kind).sort != window->sort) continue;
    put_judged(judgements, subject_of(entry), entry.index, term,
               quiet_.days({term->id, window->place}, day_of(window->from), done), rows);
    put_quiet(*term, *window, done, rows);
  }
}

Result<void> SightingsView::take_back(const Folded& entry, Past& past, Rows& rows) {
  for (const LeafIndex index : taken_back(entry)) {
    if (const auto of = windows_.take_back(index)) {
      if (*of == index) {
        for (const Term* term : agreement_.terms<AfterQuiet>()) {
          rows.erase(quiet_table, term->id, index);
        }
      }
      put_waiting(std::nullopt, day_of(now_of(entry)), rows);
      continue;
    }
    const Record record = TRY(past.record(index));
    if (record.header.kind != Sighting::kind || taken_back_.contains(index.value)) continue;
    if (!speaks_for_its_organ(agreement_, record.header)) continue;
    const Result<Body> body = past.body(index);
    if (!body.ok() && body.error().code == Errc::incomplete) return body.error();
    const auto* said = body.ok() ? std::get_if<Sighting>(&*body) : nullptr;
    if (said == nullptr) continue;
    taken_back_.insert(index.value);
    count(*said, entry.index, -1, rows);
    move_quiet(*said, index, false, true, now_of(entry), rows);
  }
  return {};
}

void SightingsView::keep_time(const Folded& entry, Rows& rows) {
  if (!entry.clock_set) return;
  const std::int64_t day = day_of({entry.clock_set->value + scenario_offset_s_});
  if (day == today_) return;
  today_ = day;
  put_waiting(std::nullopt, day, rows);
}

Result<void> SightingsView::fold(const Folded& entry, Past& past, Rows& rows) {
  if (entry.refused) return {};
  keep_time(entry, rows);
  const Body* body = force_of(agreement_, entry);
  if (body == nullptr) return {};
  if (const auto* genesis = std::get_if<Genesis>(body)) {
    scenario_offset_s_ = genesis->scenario_offset_s;
  }
  if (const auto* said = std::get_if<Sighting>(body)) take(*said, entry, rows);
  if (const auto* said = std::get_if<Arrangement>(body)) take(*said, entry, rows);
  if (const auto* said = std::get_if<ArrangementStep>(body)) take(*said, entry, rows);
  if (std::holds_alternative<Retraction>(*body)) TRY(take_back(entry, past, rows));
  return {};
}

Json SightingsView::save() const {
  Json::Array back;
  for (const std::uint64_t index : taken_back_) back.push_back(index);
  return Json::Object{{"scenario_offset_s", scenario_offset_s_},
                      {"today", today_},
                      {"sums", sums_.save()},
                      {"totals", totals_.save()},
                      {"windows", windows_.save()},
                      {"quiet", quiet_.save()},
                      {"taken_back", std::move(back)}};
}

Result<void> SightingsView::load(const Json& state) {
  const auto part = [&](std::string_view name) -> Result<const Json*> {
    const Json* found = state.find(name);
    if (found == nullptr) return bad_state_of("sightings");
    return found;
  };
  const auto number = [&](std::string_view name) -> Result<std::int64_t> {
    const Json* found = TRY(part(name));
    if (found->as_integer() == nullptr) return bad_state_of("sightings");
    return *found->as_integer();
  };
  scenario_offset_s_ = TRY(number("scenario_offset_s"));
  today_ = TRY(number("today"));
  TRY(sums_.load(*TRY(part("sums"))));
  TRY(totals_.load(*TRY(part("totals"))));
  TRY(windows_.load(*TRY(part("windows"))));
  TRY(quiet_.load(*TRY(part("quiet"))));
  const Json* back = TRY(part("taken_back"));
  if (back->as_array() == nullptr) return bad_state_of("sightings");
  taken_back_.clear();
  for (const Json& index : *back->as_array()) {
    if (index.as_integer() == nullptr) return bad_state_of("sightings");
    taken_back_.insert(static_cast<std::uint64_t>(*index.as_integer()));
  }
  return {};
}

}  // namespace armistice
