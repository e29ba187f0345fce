// SPDX-License-Identifier: Apache-2.0
#include "terms/cases.h"

#include <fmt/format.h>

#include "base/assert.h"
#include "base/text.h"
#include "terms/arrangement_terms.h"
#include "terms/holding_terms.h"
#include "terms/ledger_terms.h"
#include "terms/sighting_terms.h"
#include "terms/supervision_terms.h"
#include "terms/term_readers.h"

namespace armistice {
namespace {

Result<Members> read_members(TomlTable& table, std::string_view key, const Bodies& bodies) {
  Members members;
  // Names may stand twice: that is what some cases are about.
  for (const std::string& name : TRY(table.texts(key))) {
    if (!is_name(name)) return table.wrong(key, fmt::format("holds no name: {:?}", name));
    members.members.push_back({name, bodies.side_of(party_of(name))});
  }
  return members;
}

Result<Passage> read_passage(TomlTable& table) {
  Passage passage;
  passage.person = TRY(table.name("person"));
  passage.territory = TRY(table.text_or("territory", ""));
  passage.granted_by = TRY(table.names("granted_by"));
  return passage;
}

Result<CastBallot> read_ballot(TomlTable table) {
  CastBallot ballot;
  ballot.by = TRY(table.name("by"));
  ballot.vote = static_cast<Vote>(TRY(table.one_of("vote", vote_words)));
  ballot.dissent = TRY(table.text_or("dissent", ""));
  TRY(table.closed());
  return ballot;
}

Result<Ballots> read_ballots(TomlTable& table) {
  Ballots ballots;
  ballots.members = TRY(table.names("members"));
  for (TomlTable& one : TRY(table.tables_or_none("ballot"))) {
    ballots.ballots.push_back(TRY(read_ballot(std::move(one))));
  }
  return ballots;
}

// `by_side`, each side once, with a count of that name.
Result<std::vector<std::pair<std::string, std::int64_t>>> read_by_side(TomlTable& table,
                                                                       std::string_view key) {
  std::vector<std::pair<std::string, std::int64_t>> by_side;
  for (TomlTable& one : TRY(table.tables("by_side"))) {
    std::string side = TRY(one.name("side"));
    const std::int64_t count = TRY(one.count(key));
    TRY(one.closed());
    for (const auto& [before, held] : by_side) {
      if (before == side) return one.wrong("side", "stands twice");
    }
    by_side.emplace_back(std::move(side), count);
  }
  return by_side;
}

Result<std::int64_t> read_day(TomlTable& table, std::string_view key) {
  const std::string text = TRY(table.text(key));
  return TRY(parse_day(text).within(table.place_of(key).text())).number;
}

Result<Duty> read_duty(TomlTable& table) {
  Duty duty;
  duty.effective = TRY(table.time("effective"));
  if (table.has("day")) duty.day = TRY(read_day(table, "day"));
  if (table.has("done")) duty.done = TRY(table.time("done")).utc;
  duty.asked = TRY(table.time("asked")).utc;
  return duty;
}

template <typename Enum, std::size_t N>
Result<Enum> word_of(TomlTable& table, std::string_view key,
                     const std::array<std::string_view, N>& words) {
  return static_cast<Enum>(TRY(table.one_of(key, words)));
}

Result<ShippedItem> read_item(TomlTable& table) {
  ShippedItem item;
  item.materiel = TRY(word_of<Materiel>(table, "materiel", materiel_words));
  item.designation = TRY(table.text("designation"));
  item.quantity = TRY(table.count("quantity"));
  item.replaces = TRY(table.text_or("replaces", ""));
  item.replaced = TRY(table.count("replaced"));
  item.disposition = TRY(word_of<Disposition>(table, "disposition", disposition_words));
  TRY(table.closed());
  return item;
}

// One reader a kind, as judgement.cpp has one judgement a kind.
struct FactsReader {
  TomlTable& table;
  const Bodies& bodies;

  Result<Facts> operator()(const PermitRequired&) const { return TRY(read_passage(table)); }
  Result<Facts> operator()(const ZoneAccess&) const { return TRY(read_passage(table)); }
  Result<Facts> operator()(const HeadCount&) const {
    Persons persons;
    persons.authorized = TRY(table.count("authorized"));
    persons.present = TRY(table.count("present"));
    return persons;
  }
  Result<Facts> operator()(const Authority&) const {
    Action action;
    action.by = TRY(table.name("by"));
    action.place = TRY(zone_name(table, "place"));
    return action;
  }
  Result<Facts> operator()(const Status&) const {
    Agreed agreed;
    agreed.signers = TRY(table.names("signers"));
    return agreed;
  }
  Result<Facts> operator()(const Quorum&) const {
    return TRY(read_members(table, "present", bodies));
  }
  Result<Facts> operator()(const Composition&) const {
    return TRY(read_members(table, "members", bodies));
  }
  Result<Facts> operator()(const DispatchCap&) const {
    Dispatched out;
    out.teams = TRY(table.count("teams"));
    out.by_commission = TRY(table.count("by_commission"));
    out.by_side = TRY(read_by_side(table, "out"));
    if (out.by_commission > out.teams) return table.wrong("by_commission", "is at most `teams`");
    return out;
  }
  Result<Facts> operator()(const Adoption&) const { return TRY(read_ballots(table)); }
  Result<Facts> operator()(const Transmission&) const {
    Steps steps;
    for (const std::string& word : TRY(table.texts("steps"))) {
      const auto found = std::find(step_words.begin(), step_words.end(), word);
      if (found == step_words.end()) {
        return table.wrong("steps", fmt::format("holds {:?}, no step", word));
      }
      steps.steps.push_back(static_cast<Step>(found - step_words.begin()));
    }
    return steps;
  }
  Result<Facts> operator()(const Ceiling&) const {
    Arrivals arrivals;
    arrivals.calendar_month = TRY(table.count("calendar_month"));
    arrivals.rolling_month = TRY(table.count("rolling_month"));
    return arrivals;
  }
  Result<Facts> operator()(const Balance&) const {
    InAndOut persons;
    persons.arrived = TRY(table.count("arrived"));
    persons.departed = TRY(table.count("departed"));
    return persons;
  }
  Result<Facts> operator()(const ClosedList&) const {
    PassedPoints passed;
    passed.side = TRY(table.name("side"));
    passed.points = TRY(table.names("points"));
    return passed;
  }
  Result<Facts> operator()(const Replacement&) const {
    Replaced shipped;
    for (TomlTable& one : TRY(table.tables("items"))) {
      shipped.items.push_back(TRY(read_item(one)));
    }
    return shipped;
  }
  Result<Facts> operator()(const ReportDue&) const { return TRY(read_duty(table)); }
  Result<Facts> operator()(const Deadline&) const { return TRY(read_duty(table)); }
  Result<Facts> operator()(const Eligibility&) const {
    return InvitedState{TRY(table.name("state"))};
  }
  Result<Facts> operator()(const SameNationality&) const {
    AlternateOf alternate;
    alternate.nationality = TRY(table.text_or("nationality", ""));
    alternate.of_member = TRY(table.text_or("of_member", ""));
    return alternate;
  }
  Result<Facts> operator()(const AppointedBy&) const {
    AppointedMember member;
    member.state = TRY(table.name("state"));
    member.nationality = TRY(table.text_or("nationality", ""));
    return member;
  }
  Result<Facts> operator()(const Alternates&) const {
    AlternatesNamed body;
    for (TomlTable& one : TRY(table.tables("by_state"))) {
      StateAlternates& of = body.by_state.emplace_back();
      of.state = TRY(one.name("state"));
      of.members = TRY(one.count("members"));
      of.alternates = TRY(one.count("alternates"));
      TRY(one.closed());
    }
    return body;
  }
  Result<Facts> operator()(const GradeFloor&) const {
    Graded graded;
    graded.by_side = TRY(read_by_side(table, "members"));
    graded.below = TRY(table.count_or("below", 0));
    graded.below_general = TRY(table.count_or("below_general", 0));
    graded.unknown = TRY(table.count_or("unknown", 0));
    return graded;
  }
  Result<Facts> operator()(const Cadence&) const {
    RecessSpan span;
    span.day = TRY(read_day(table, "day"));
    span.next = TRY(read_day(table, "next"));
    return span;
  }
  Result<Facts> operator()(const Decision&) const { return TRY(read_ballots(table)); }
  // Kinds of a family of their own: <family>_terms.h.
  template <typename Kind>
  Result<Facts> operator()(const Kind& kind) const {
    return read_facts(table, bodies, kind);
  }
};

Result<Case> read_case(TomlTable table, std::span<const Term> terms, const Bodies& bodies) {
  Case one;
  one.place = table.place();
  one.id = TRY(table.name("id"));
  one.term = TRY(table.name("term"));
  const auto term =
      std::find_if(terms.begin(), terms.end(), [&](const Term& t) { return t.id == one.term; });
  if (term == terms.end()) return table.wrong("term", "is no term of this agreement: " + one.term);
  one.readings = TRY(table.pairs_or_none("options"));
  const auto read = read_as(*term, one.readings);
  if (!read.ok()) return malformed_at(table.place_of("options"), read.error().what);
  one.expect = static_cast<Verdict>(TRY(table.one_of("expect", verdict_words)));
  one.paragraph = TRY(table.text("paragraph"));
  if (!is_paragraph(one.paragraph)) return table.wrong("paragraph", "is a number such as 40b");
  one.dissent = TRY(table.names_or_none("dissent"));
  TomlTable given = TRY(table.table("given"));
  one.given = TRY(std::visit(FactsReader{given, bodies}, term->kind));
  TRY(given.closed());
  TRY(table.closed());
  return one;
}

}  // namespace

Result<std::vector<Case>> read_cases(std::string_view file, ByteView text,
                                     std::span<const Term> terms, const Bodies& bodies) {
  const TomlValue document = TRY(parse_toml(file, text));
  TomlTable table(document, "file");
  std::vector<Case> cases;
  for (TomlTable& one : TRY(table.tables("case"))) {
    cases.push_back(TRY(read_case(std::move(one), terms, bodies)));
  }
  TRY(table.closed());
  return cases;
}

CaseRun run_case(const Case& one, const Term& term) {
  ASSERT(one.term == term.id && facts_fit(term.kind, one.given));
  const auto read = read_as(term, one.readings);
  ASSERT(read.ok());
  CaseRun run{&one, judge(*read, one.given), false};
  std::vector<std::string> dissent;
  for (const CastBallot& ballot : run.finding.dissent) dissent.push_back(ballot.by);
  run.good = run.finding.verdict == one.expect && run.finding.paragraph == one.paragraph &&
             dissent == one.dissent;
  return run;
}

}  // namespace armistice
