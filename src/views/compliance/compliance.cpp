// SPDX-License-Identifier: Apache-2.0
#include "views/compliance/compliance.h"

#include <fmt/format.h>

#include "crypto/hash.h"
#include "record/kinds/told.h"
#include "terms/has.h"
#include "views/compliance/view.sql.h"
#include "views/entitled.h"
#include "views/saved_row.h"

namespace armistice {
namespace {

constexpr Table finding_table{"finding", 13, 4, "leaf_index, term, reading, occasion"};
constexpr Table duty_table{"duty", 7, 4, "term, reading, by, day"};
constexpr Table irregularities{"compliance_irregularity", 4, 2, "leaf_index, place"};
// Judgements of this view's own, before they become findings.
constexpr Table own = judgement_table("compliance");

std::string act_of(PermitAct act) {
  return std::string(permit_act_words[static_cast<std::size_t>(act)]);
}

bool is_good_word(const Value& verdict) {
  for (const Verdict one :
       {Verdict::kept, Verdict::may_act, Verdict::determined, Verdict::official}) {
    if (verdict == Value(std::string(word(one)))) return true;
  }
  return false;
}

void put_finding(const std::vector<Value>& row, Rows& rows) {
  const auto& term = std::get<std::string>(row[judged::term]);
  const auto& reading = std::get<std::string>(row[judged::reading]);
  const auto& record = std::get<Digest>(row[judged::record]);
  rows.put(finding_table, row[judged::leaf_index], term, reading, "",
           finding_id(term, reading, "", record), record, row[judged::case_index],
           row[judged::judged_at], row[judged::paragraph], row[judged::verdict],
           is_good_word(row[judged::verdict]), row[judged::because], row[judged::cure]);
}

Error bad_state() { return bad_state_of("compliance"); }

}  // namespace

Digest finding_id(std::string_view term, std::string_view reading, std::string_view occasion,
                  const Digest& record) {
  return sha256(fmt::format("armistice/finding/v1\n{}\n{}\n{}\n{}\n", term, reading, occasion,
                            to_text(record)));
}

std::string_view ComplianceView::schema() const { return compliance_sql; }

// Whose territory lies on a side of the line.
std::string ComplianceView::party_in(std::string_view side) const {
  for (const AgreementParty& party : agreement_.folder.agreement.parties) {
    if (!party.territory.empty() && party.territory == side) return party.name;
  }
  return {};
}

std::vector<std::string> ComplianceView::grantors_covering(const std::vector<Granted>& permits,
                                                           const Passing& passing) {
  std::vector<std::string> names;
  for (const Granted& permit : permits) {
    if (!has(names, permit.by) && covers(permit, passing)) names.push_back(permit.by);
  }
  return names;
}

void ComplianceView::judge_passing(const Passing& passing, LeafIndex judged_at, Rows& rows) {
  Passage passage{passing.person, passing.territory, {}};
  const auto held = permits_.find(passing.holder);
  if (held != permits_.end()) passage.granted_by = grantors_covering(held->second, passing);
  Rows judged;
  put_judged(own, {passing.index, passing.id, std::nullopt}, judged_at,
             permit_term(agreement_, passing.act, passing.earliest), passage, judged);
  for (const Change& change : judged.changes()) put_finding(change.values, rows);
}

// What a track did that needs a permit: crossing the line, being in the zone, and being beyond the
// zone on a side that is not its own, as far as its affiliation is claimed.
void ComplianceView::observe(const Observation& said, const Folded& entry, Rows& rows) {
  const auto ground = emitted_in(entry, "observation");
  if (ground.empty()) return;
  // ground's `observation`: …, side (8), zone (9), computed_distance_mm (10)
  if (ground.front()->values[10] == Value()) return;  // another line than the one on record
  const auto& side = std::get<std::string>(ground.front()->values[8]);
  const auto& zone = std::get<std::string>(ground.front()->values[9]);
  Passing passing{entry.index,
                  entry.record->id,
                  "",
                  said.track,
                  said.sort.empty() ? said.track : said.sort,
                  "",
                  said.earliest.utc,
                  said.latest.utc};
  const auto judge_as = [&](PermitAct act, const std::string& territory) {
    passing.act = act_of(act);
    passing.territory = territory;
    passings_[passing.holder].push_back(passing);
    judge_passing(passing, entry.index, rows);
  };
  const ObservedEvent event = said.event;
  if (event == ObservedEvent::crossing) judge_as(PermitAct::crossing_line, "");
  // Who entered has been inside, wherever the last fix lies.
  const bool entered = event == ObservedEvent::entry && said.boundary == "zone";
  const bool inside =
      zone == "inside" && event != ObservedEvent::leaving && event != ObservedEvent::undecidable;
  if (entered || inside) judge_as(PermitAct::entering_zone, "");
  const std::string territory = party_in(side);
  const bool beyond = zone == "outside" && !territory.empty() && territory != said.affiliation;
  if (beyond && event != ObservedEvent::undecidable) {
    judge_as(PermitAct::entering_territory, territory);
  }
}

void ComplianceView::study(const Body& body, const Folded& entry, Rows& rows) const {
  for (const Term* term : agreement_.terms<NoStudy>()) {
    const auto& no_study = std::get<NoStudy>(term->kind);
    if (!inspects(agreement_, no_study, entry.record->header.author)) continue;
    const auto in_a_case = emitted_in(entry, "docket_judgement");
    const bool judged = std::any_of(in_a_case.begin(), in_a_case.end(), [&](const Change* row) {
      return row->values[judged::term] == Value(term->id);
    });
    if (judged) continue;
    for (const std::string_view told : told_in(body)) {
      if (studied_in(no_study, told).empty()) continue;
      Rows found;
      put_judged(own, {entry.index, entry.record->id, std::nullopt}, entry.index, term,
                 Studied{std::string(told)}, found);
      for (const Change& change : found.changes()) put_finding(change.values, rows);
      break;
    }
  }
}

bool ComplianceView::covers(const Granted& permit, const Passing& passing) {
  return permit.act == passing.act && permit.holder == passing.holder &&
         permit.territory == passing.territory && permit.from <= passing.earliest &&
         passing.latest <= permit.to;
}

// Judges again what a permit covers, but for what another by the same grantor covers too: for that
// nothing changes, and a thousand permits more must not cost a thousand judgements each.
void ComplianceView::judge_covered(const Granted& permit, LeafIndex judged_at, Rows& rows) {
  const auto passed = passings_.find(permit.holder);
  const auto held = permits_.find(permit.holder);
  if (passed == passings_.end()) return;
  for (const Passing& passing : passed->second) {
    if (!covers(permit, passing)) continue;
    const bool granted =
        held != permits_.end() &&
        std::any_of(held->second.begin(), held->second.end(), [&](const Granted& other) {
          return other.index != permit.index && other.by == permit.by && covers(other, passing);
        });
    if (!granted) judge_passing(passing, judged_at, rows);
  }
}

void ComplianceView::take_back(const Folded& entry, Rows& rows) {
  for (const LeafIndex index : taken_back(entry)) {
    const auto place = holder_at_.find(index.value);
    if (place == holder_at_.end()) continue;
    const auto held = permits_.find(place->second);
    holder_at_.erase(place);
    const auto permit = std::find_if(held->second.begin(), held->second.end(),
                                     [&](const Granted& one) { return one.index == index; });
    const Granted taken = std::move(*permit);
    held->second.erase(permit);
    if (held->second.empty()) permits_.erase(held);
    judge_covered(taken, entry.index, rows);
  }
}

void ComplianceView::put_duty(const DutyState& duty, const Folded& entry, Rows& rows) {
  const Occasion& one = duty.occasion;
  const std::string occasion = occasion_text(one);
  const Finding& found = duty.finding;
  const bool good = is_good(found.verdict);
  const DutyEvidence on = duties_.evidence_of(duty, {entry.index, entry.record->id});
  rows.put(finding_table, on.index, one.term, duty.reading, occasion,
           finding_id(one.term, duty.reading, occasion, on.id), on.id, std::monostate(),
           entry.index, found.paragraph, word(found.verdict), good,
           fmt::format("{}: {}", occasion, found.because),
           good ? std::string() : fmt::format("its fulfilment by {}, late as it is", one.by));
  rows.put(duty_table, one.term, duty.reading, one.by, one.day, duty.due, duty.state, entry.index);
}

// Past its hour: whatever no record has fulfilled.
void ComplianceView::keep_time(const Folded& entry, Rows& rows) {
  if (!entry.clock_set) return;
  const UtcSeconds now{entry.clock_set->value + scenario_offset_s_};
  for (const DutyState& duty : duties_.pass(now)) put_duty(duty, entry, rows);
}

std::int64_t ComplianceView::today(const Folded& entry) const {
  const CivilTime& effective = agreement_.folder.agreement.effective;
  if (!entry.clock) return day_number(effective);
  return day_number({{entry.clock->value + scenario_offset_s_}, effective.offset_s});
}

// Judged by the clock that stands before the record: in doubt for whoever owes.
void ComplianceView::fulfil(const Occasion& occasion, const Folded& entry, Rows& rows) {
  const UtcSeconds at = entry.clock ? UtcSeconds{entry.clock->value + scenario_offset_s_}
                                    : agreement_.folder.agreement.effective.utc;
  for (const DutyState& duty : duties_.fulfil(occasion, entry.index, at)) {
    put_duty(duty, entry, rows);
  }
}

void ComplianceView::take(const Fulfilment& said, const Folded& entry, Rows& rows) {
  Irregularities notices(irregularities, entry.index, rows);
  const auto occasion = duties_.of_fulfilment(said, entry.record->header.author);
  if (!occasion.ok()) return notices.add(occasion.error().what, said.term);
  if (duties_.is_done(*occasion)) return notices.add("done_already", occasion_text(*occasion));
  fulfil(*occasion, entry, rows);
}

// An occasion is done no more: its rows go, and what is overdue by now stands as such.
void ComplianceView::reopen(const Occasion& occasion, const std::vector<DutyState>& overdue,
                            const Folded& entry, Rows& rows) {
  const Term* term = agreement_.folder.term(occasion.term);
  if (term == nullptr) return;  // an amendment left it out: what was done stays as it was
  for (const TermReading& read : readings_of(*term)) {
    rows.erase(duty_table, term->id, read.reading, occasion.by, occasion.day);
  }
  for (const DutyState& duty : overdue) put_duty(duty, entry, rows);
}

void ComplianceView::take_duties_back(const Folded& entry, Rows& rows) {
  for (const LeafIndex index : taken_back(entry)) {
    std::vector<Occasion> opened;
    const auto overdue = duties_.take_back(index, opened);
    for (const Occasion& occasion : opened) {
      std::vector<DutyState> of;
      std::copy_if(overdue.begin(), overdue.end(), std::back_inserter(of),
                   [&](const DutyState& duty) { return duty.occasion == occasion; });
      reopen(occasion, of, entry, rows);
    }
  }
}

// Tables whose name ends in `_fulfilled` say which duty a record of its own does, or does no more:
// term, by, leaf_index, at_utc.
void ComplianceView::take_fulfilled(const Change& change, const Folded& entry, Rows& rows) {
  const Occasion occasion{std::get<std::string>(change.values[0]),
                          std::get<std::string>(change.values[1]), 0};
  const bool done = duties_.is_done(occasion);
  if (change.erases) {
    if (done) reopen(occasion, duties_.reopen(occasion), entry, rows);
    return;
  }
  if (done) return;
  const LeafIndex by{static_cast<std::uint64_t>(std::get<std::int64_t>(change.values[2]))};
  const UtcSeconds at{std::get<std::int64_t>(change.values[3])};
  for (const DutyState& duty : duties_.fulfil(occasion, by, at)) put_duty(duty, entry, rows);
}

Result<void> ComplianceView::fold(const Folded& entry, Past&, Rows& rows) {
  if (entry.refused) return {};
  if (entry.body != nullptr && entry.body->ok()) {
    if (const auto* genesis = std::get_if<Genesis>(&**entry.body)) {
      scenario_offset_s_ = genesis->scenario_offset_s;
    }
  }
  keep_time(entry, rows);
  // agreement's `amendment`: …, state (5)
  for (const Change* amendment : emitted_in(entry, "amendment")) {
    if (amendment->values[5] == Value("in_force")) duties_.amend();
  }
  for (const Change& change : *entry.emitted) {
    if (!change.erases && change.table->name.ends_with("_judgement")) {
      put_finding(change.values, rows);
    }
  }
  const Body* body = force_of(agreement_, entry);
  if (body == nullptr) return {};
  if (std::holds_alternative<Retraction>(*body)) {
    take_back(entry, rows);
    take_duties_back(entry, rows);
  }
  for (const Change& change : *entry.emitted) {
    if (change.table->name.ends_with("_fulfilled")) {
      take_fulfilled(change, entry, rows);
    }
  }
  if (const auto* said = std::get_if<Fulfilment>(body)) take(*said, entry, rows);
  // movements' `movement`: …, side (3), basis (4), day (5), …, counts (11)
  const auto counted = emitted_in(entry, "movement");
  if (!counted.empty() && counted.front()->values[4] == Value("reported") &&
      counted.front()->values[11] == Value(std::int64_t{1})) {
    const auto& row = counted.front()->values;
    const auto day = std::get<std::int64_t>(row[5]);
    for (const Occasion& one : duties_.of_movement(std::get<std::string>(row[3]), day)) {
      // Nobody reports a day that has not come anywhere: in its author's offset it may begin
      // before.
      if (!duties_.is_done(one) && day <= today(entry) + 1) fulfil(one, entry, rows);
    }
  }
  study(*body, entry, rows);
  if (const auto* said = std::get_if<Observation>(body)) observe(*said, entry, rows);
  if (const auto* permit = std::get_if<Permit>(body)) {
    const Header& header = entry.record->header;
    if (!is_whole_word(agreement_, header)) return {};
    const Granted granted{entry.index,       header.author,    act_of(permit->act), permit->holder,
                          permit->territory, permit->from.utc, permit->to.utc};
    permits_[granted.holder].push_back(granted);
    holder_at_[granted.index.value] = granted.holder;
    judge_covered(granted, entry.index, rows);
  }
  return {};
}

Json ComplianceView::save() const {
  Json::Array passings;
  for (const auto& [holder, passed] : passings_) {
    for (const Passing& one : passed) {
      passings.push_back(Json::Array{one.index.value, to_text(one.id), one.act, one.holder,
                                     one.person, one.territory, one.earliest.value,
                                     one.latest.value});
    }
  }
  Json::Array permits;
  for (const auto& [holder, held] : permits_) {
    for (const Granted& one : held) {
      permits.push_back(Json::Array{one.index.value, one.by, one.act, one.holder, one.territory,
                                    one.from.value, one.to.value});
    }
  }
  return Json::Object{{"passings", std::move(passings)},
                      {"permits", std::move(permits)},
                      {"duties", duties_.save()},
                      {"scenario_offset_s", scenario_offset_s_}};
}

Result<void> ComplianceView::load(const Json& state) {
  const Json* passings = state.find("passings");
  const Json* permits = state.find("permits");
  if (passings == nullptr || passings->as_array() == nullptr || permits == nullptr ||
      permits->as_array() == nullptr) {
    return bad_state();
  }
  const Json* duties = state.find("duties");
  const Json* offset = state.find("scenario_offset_s");
  if (duties == nullptr || offset == nullptr || offset->as_integer() == nullptr) return bad_state();
  TRY(duties_.load(*duties));
  scenario_offset_s_ = *offset->as_integer();
  passings_.clear();
  permits_.clear();
  holder_at_.clear();
  for (const Json& saved : *passings->as_array()) {
    SavedRow row = TRY(SavedRow::of(saved, 8, "compliance"));
    Passing one;
    one.index = TRY(row.index());
    one.id = TRY(parse_digest(TRY(row.text())));
    one.act = TRY(row.text());
    one.holder = TRY(row.text());
    one.person = TRY(row.text());
    one.territory = TRY(row.text());
    one.earliest.value = TRY(row.integer());
    one.latest.value = TRY(row.integer());
    passings_[one.holder].push_back(std::move(one));
  }
  for (const Json& saved : *permits->as_array()) {
    SavedRow row = TRY(SavedRow::of(saved, 7, "compliance"));
    Granted one;
    one.index = TRY(row.index());
    one.by = TRY(row.text());
    one.act = TRY(row.text());
    one.holder = TRY(row.text());
    one.territory = TRY(row.text());
    one.from.value = TRY(row.integer());
    one.to.value = TRY(row.integer());
    holder_at_[one.index.value] = one.holder;
    permits_[one.holder].push_back(std::move(one));
  }
  return {};
}

}  // namespace armistice
