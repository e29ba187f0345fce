// SPDX-License-Identifier: Apache-2.0
#include "views/conference/conference.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/text.h"
#include "views/conference/view.sql.h"
#include "views/entitled.h"
#include "views/saved_row.h"

namespace armistice {
namespace {

constexpr Table sitting_table{"sitting", 15, 1, "leaf_index"};
constexpr Table present_table{"sitting_present", 7, 2, "leaf_index, place"};
constexpr Table statement_table{"statement", 16, 1, "leaf_index"};
constexpr Table question_table{"question", 3, 1, "leaf_index"};
constexpr Table agenda_table{"agenda", 8, 1, "leaf_index"};
constexpr Table item_table{"agenda_item", 4, 2, "leaf_index, number"};
constexpr Table answer_table{"agenda_answer", 11, 1, "leaf_index"};
constexpr Table proposal_table{"proposal", 14, 1, "leaf_index"};
constexpr Table agreed_table{"agreed_point", 14, 1, "leaf_index"};
constexpr Table taken_table{"conference_taken_back", 2, 1, "leaf_index"};
constexpr Table irregularities{"conference_irregularity", 4, 2, "leaf_index, place"};
constexpr const char* view = "conference";
// What is held to be replied to: ten years of a hundred a day.
constexpr std::size_t held_max = 262'144;
// Of one party, so that nobody fills it up for the others.
constexpr std::size_t held_of_party_max = 65'536;
// Each is held against those of its forum: daily for forty years.
constexpr std::size_t sittings_max = 16'384;

template <typename Enum, std::size_t N>
std::string_view word_of(Enum value, const std::array<std::string_view, N>& words) {
  return words[static_cast<std::size_t>(value)];
}

std::string record_text(LeafIndex index) { return fmt::format("record {}", index.value); }

}  // namespace

std::string_view ConferenceView::schema() const { return conference_sql; }

void ConferenceView::take(const Sitting& said, const Folded& entry, Irregularities& notices,
                          Rows& rows) {
  const std::string& author = entry.record->header.author;
  Held one{
      entry.index,     std::string(party_of(author)),  said.forum, said.number, said.opened.utc,
      said.closed.utc, said.end == SittingEnd::goes_on};
  // Of what one party says alone: two who tell of the same sitting stand side by side.
  const Held* same_number = nullptr;
  const Held* overlapped = nullptr;
  for (const auto& [id, other] : sittings_) {
    if (other.forum != one.forum || other.party != one.party) continue;
    const bool apart = one.closed <= other.opened || other.closed <= one.opened;
    if (same_number == nullptr && other.number == one.number) same_number = &other;
    if (overlapped == nullptr && !apart) overlapped = &other;
  }
  if (same_number != nullptr) notices.add("number_twice", record_text(same_number->index));
  if (overlapped != nullptr) notices.add("overlaps", record_text(overlapped->index));
  rows.put(sitting_table, entry.index, entry.record->id, author, said.forum, said.number,
           said.place, said.opened.utc, said.closed.utc, said.opened.text, said.closed.text,
           word_of(said.end, sitting_end_words), said.resumes, said.conditions, said.source,
           said.text);
  std::int64_t place = 0;
  for (const PersonsPresent& there : said.present) {
    check_side(there.side, notices);
    rows.put(present_table, entry.index, place++, there.side, there.person, there.role,
             there.number, word_of(there.standing, admitted_words));
  }
  sittings_.emplace(entry.record->id, std::move(one));
}

void ConferenceView::check_side(const std::string& side, Irregularities& notices) const {
  if (!side.empty() && !is_side(agreement_, side)) notices.add("unknown_side", side);
}

void ConferenceView::check_times(const Utterance& said, const Held& sitting,
                                 Irregularities& notices) const {
  if (said.at.utc < sitting.opened) notices.add("before_opening", said.at.text);
  if (!sitting.goes_on && sitting.closed < said.at.utc) notices.add("after_close", said.at.text);
}

// A side takes back its own words alone, and in part those that were said.
Result<void> ConferenceView::check_withdrawal(const Utterance& said, Past& past,
                                              Irregularities& notices) const {
  const bool in_part = said.sort == UtteranceSort::partial_withdrawal;
  if (!in_part && said.sort != UtteranceSort::withdrawal) return {};
  if (!sittings_.contains(said.sitting)) return {};
  if (!said.reply_to) notices.add("reply_to_nothing", "");
  const auto found = said.reply_to ? uttered_.find(*said.reply_to) : uttered_.end();
  if (found == uttered_.end()) return {};
  const Body body = TRY(past.body(found->second.index));
  const auto& words = std::get<Utterance>(body);
  if (words.side != said.side) notices.add("not_its_own", words.side);
  const bool there = words.text.find(said.text) != std::string::npos;
  if (in_part && !there) notices.add("other_words", record_text(found->second.index));
  return {};
}

// Answered where it was asked, or at a later sitting, or after it was put off.
void ConferenceView::put_question(const Uttered& question, Rows& rows) const {
  if (question.answers.empty()) {
    const bool put_off = !question.put_off.empty();
    const auto by = put_off ? std::optional(LeafIndex{*question.put_off.begin()}) : std::nullopt;
    rows.put(question_table, question.index, put_off ? "postponed" : "not_answered", by);
    return;
  }
  const auto& [index, same_sitting] = *question.answers.begin();
  const bool put_off = !question.put_off.empty() && *question.put_off.begin() < index;
  rows.put(question_table, question.index, same_sitting && !put_off ? "answered" : "answered_later",
           LeafIndex{index});
}

void ConferenceView::take(const Utterance& said, const Folded& entry, Irregularities& notices,
                          Rows& rows) {
  const auto sitting = sittings_.find(said.sitting);
  if (sitting == sittings_.end()) return notices.add("no_sitting", to_text(said.sitting));
  check_side(said.side, notices);
  check_times(said, sitting->second, notices);
  Uttered one{entry.index,
              sitting->second.forum,
              sitting->second.number,
              said.sort == UtteranceSort::question,
              {},
              {}};
  std::optional<LeafIndex> reply_to;
  if (said.reply_to) {
    const auto found = uttered_.find(*said.reply_to);
    if (found == uttered_.end()) {
      notices.add("reply_to_nothing", to_text(*said.reply_to));
    } else {
      Uttered& to = found->second;
      reply_to = to.index;
      const bool answers = said.sort == UtteranceSort::answer;
      if (to.question && (answers || said.sort == UtteranceSort::postponement)) {
        places_.at(entry.index.value).question = *said.reply_to;
        const bool same = to.forum == sitting->second.forum && to.number == sitting->second.number;
        if (answers) to.answers[entry.index.value] = same;
        if (!answers) to.put_off.insert(entry.index.value);
        put_question(to, rows);
      }
    }
  }
  rows.put(statement_table, entry.index, entry.record->id, entry.record->header.author,
           sitting->second.index, said.number, said.side, said.speaker, said.at.utc, said.at.text,
           word_of(said.sort, utterance_sort_words), word_of(said.wording, wording_words),
           said.language, reply_to, said.issue, said.source, said.text);
  if (one.question) put_question(one, rows);
  uttered_.emplace(entry.record->id, std::move(one));
}

void ConferenceView::take(const Agenda& said, const Folded& entry, Irregularities& notices,
                          Rows& rows) {
  rows.put(agenda_table, entry.index, entry.record->id, entry.record->header.author, said.side,
           said.version, said.day.number, said.source, said.text);
  check_side(said.side, notices);
  Points points{entry.index, said.side, {}, {}};
  std::set<std::string> issues;
  for (const AgendaItem& item : said.items) {
    rows.put(item_table, entry.index, item.number, item.issue, item.wording);
    points.numbers.insert(item.number);
    if (!issues.insert(item.issue).second) notices.add("issue_twice", item.issue);
  }
  agendas_.emplace(entry.record->id, std::move(points));
}

void ConferenceView::take(const AgendaAnswer& said, const Folded& entry, Irregularities& notices,
                          Rows& rows) {
  const auto found = agendas_.find(said.agenda);
  if (found == agendas_.end()) return notices.add("no_agenda", to_text(said.agenda));
  Points& points = found->second;
  if (!points.numbers.contains(said.number)) {
    return notices.add("no_point", fmt::format("{}", said.number));
  }
  check_side(said.side, notices);
  const bool withdraws = said.answer == PointAnswer::withdrawn;
  if (withdraws != (said.side == points.side)) {
    return notices.add(withdraws ? "not_the_proposer" : "own_point", said.side);
  }
  if (withdraws) {
    auto& before = points.withdrawn[said.number];
    if (!before.empty()) notices.add("withdrawn_twice", record_text({*before.begin()}));
    before.insert(entry.index.value);
    Place& place = places_.at(entry.index.value);
    place.agenda = said.agenda;
    place.number = said.number;
  }
  rows.put(answer_table, entry.index, entry.record->id, entry.record->header.author, points.index,
           said.number, said.side, word_of(said.answer, point_answer_words), said.day.number,
           said.referred_to, said.source, said.text);
}

void ConferenceView::take(const Proposal& said, const Folded& entry, Irregularities& notices,
                          Rows& rows) {
  check_side(said.side, notices);
  std::optional<LeafIndex> of;
  if (said.of) {
    const auto found = proposals_.find(*said.of);
    if (found == proposals_.end()) {
      notices.add("no_proposal", to_text(*said.of));
    } else {
      const Proposed& other = found->second;
      of = other.index;
      if (other.issue != said.issue) notices.add("other_issue", other.issue);
      const bool theirs = said.act == ProposalAct::accepts || said.act == ProposalAct::refuses;
      if (theirs == (other.side == said.side)) {
        notices.add(theirs ? "own_proposal" : "not_its_own", other.side);
      }
    }
  }
  // Of its own positions: what it drops and says again has come back.
  const bool again = said.act == ProposalAct::proposes || said.act == ProposalAct::restates ||
                     said.act == ProposalAct::changes;
  const bool drops = said.act == ProposalAct::drops;
  if (again || drops) {
    // Of what one party tells alone: nobody drops another's position for it.
    const StandOn key{said.issue, said.side, std::string(party_of(entry.record->header.author))};
    auto& acts = acts_[key];
    if (again && !acts.empty() && acts.rbegin()->second) {
      notices.add("reappears", fmt::format("dropped by {}", record_text({acts.rbegin()->first})));
    }
    acts[entry.index.value] = drops;
    places_.at(entry.index.value).acts_on = key;
  }
  rows.put(proposal_table, entry.index, entry.record->id, entry.record->header.author, said.issue,
           said.side, word_of(said.act, proposal_act_words), said.day.number, of, said.alternative,
           said.value, said.condition, said.linked, said.source, said.text);
  proposals_.emplace(entry.record->id, Proposed{entry.index, said.issue, said.side});
}

void ConferenceView::take(const AgreedPoint& said, const Folded& entry, Irregularities& notices,
                          Rows& rows) {
  const Header& header = entry.record->header;
  std::set<std::string> sides;
  for (const std::string& signer : header.signers) {
    const std::string party(party_of(signer));
    if (is_side(agreement_, party)) sides.insert(party);
  }
  std::size_t all = 0;
  for (const AgreementParty& party : agreement_.folder.agreement.parties) {
    all += party.group == Group::sides ? 1 : 0;
  }
  const bool agreed = all > 0 && sides.size() == all;
  if (!agreed) notices.add("one_side_alone", header.author);
  auto& before = agreed_[{said.issue, said.number}];
  if (!before.empty()) notices.add("agreed_already", record_text({*before.begin()}));
  if (agreed) {
    before.insert(entry.index.value);
    places_.at(entry.index.value).agrees_on = PointOf{said.issue, said.number};
  }
  rows.put(agreed_table, entry.index, entry.record->id, header.author,
           fmt::format("{}", fmt::join(header.signers, " ")), said.issue, said.number, said.points,
           said.day.number, said.title, said.wording, said.paragraph, said.source, said.text,
           agreed);
}

void ConferenceView::take_back(const Folded& entry, Rows& rows) {
  for (const LeafIndex index : taken_back(entry)) {
    const auto held = places_.find(index.value);
    if (held == places_.end()) continue;
    const Place place = std::move(held->second);
    places_.erase(held);
    rows.put(taken_table, index, entry.index);
    --held_of_[place.party];
    sittings_.erase(place.id);
    agendas_.erase(place.id);
    proposals_.erase(place.id);
    uttered_.erase(place.id);
    if (place.acts_on) acts_.at(*place.acts_on).erase(index.value);
    if (place.agrees_on) agreed_.at(*place.agrees_on).erase(index.value);
    if (place.agenda) {
      const auto agenda = agendas_.find(*place.agenda);
      if (agenda != agendas_.end()) agenda->second.withdrawn[place.number].erase(index.value);
    }
    if (!place.question) continue;
    const auto question = uttered_.find(*place.question);
    if (question == uttered_.end()) continue;
    question->second.answers.erase(index.value);
    question->second.put_off.erase(index.value);
    put_question(question->second, rows);
  }
}

Result<void> ConferenceView::fold(const Folded& entry, Past& past, Rows& rows) {
  const Body* body = force_of(agreement_, entry);
  if (body == nullptr) return {};
  if (std::holds_alternative<Retraction>(*body)) {
    take_back(entry, rows);
    return {};
  }
  return std::visit(
      [&](const auto& said) -> Result<void> {
        using Said = std::remove_cvref_t<decltype(said)>;
        constexpr bool mine = std::is_same_v<Said, Sitting> || std::is_same_v<Said, Utterance> ||
                              std::is_same_v<Said, Agenda> || std::is_same_v<Said, AgendaAnswer> ||
                              std::is_same_v<Said, Proposal> || std::is_same_v<Said, AgreedPoint>;
        if constexpr (mine) {
          Irregularities notices(irregularities, entry.index, rows);
          std::size_t& of_party = held_of_[std::string(party_of(entry.record->header.author))];
          const bool sits = std::is_same_v<Said, Sitting>;
          const bool full = places_.size() >= held_max || of_party >= held_of_party_max ||
                            (sits && sittings_.size() >= sittings_max);
          if (full) {
            notices.add("conference_full", fmt::format("{} records", places_.size()));
            return {};
          }
          ++of_party;
          Place& place = places_[entry.index.value];
          place.id = entry.record->id;
          place.party = party_of(entry.record->header.author);
          if constexpr (std::is_same_v<Said, Utterance>) TRY(check_withdrawal(said, past, notices));
          take(said, entry, notices, rows);
        }
        return {};
      },
      *body);
}

Json ConferenceView::save() const {
  Json::Array sittings;
  for (const auto& [id, one] : sittings_) {
    sittings.push_back(Json::Array{to_text(id), one.index.value, one.party, one.forum, one.number,
                                   one.opened.value, one.closed.value, std::int64_t{one.goes_on}});
  }
  Json::Array uttered;
  for (const auto& [id, one] : uttered_) {
    Json::Array answers;
    for (const auto& [index, same] : one.answers) {
      answers.push_back(Json::Array{index, std::int64_t{same}});
    }
    Json::Array put_off;
    for (const std::uint64_t index : one.put_off) put_off.push_back(Json::Array{index});
    uttered.push_back(Json::Array{to_text(id), one.index.value, one.forum, one.number,
                                  std::int64_t{one.question}, std::move(answers),
                                  std::move(put_off)});
  }
  Json::Array agendas;
  for (const auto& [id, one] : agendas_) {
    Json::Array numbers;
    for (const std::int64_t number : one.numbers) {
      Json::Array by;
      if (const auto gone = one.withdrawn.find(number); gone != one.withdrawn.end()) {
        for (const std::uint64_t index : gone->second) by.push_back(index);
      }
      numbers.push_back(Json::Array{number, std::move(by)});
    }
    agendas.push_back(Json::Array{to_text(id), one.index.value, one.side, std::move(numbers)});
  }
  Json::Array proposals;
  for (const auto& [id, one] : proposals_) {
    proposals.push_back(Json::Array{to_text(id), one.index.value, one.issue, one.side});
  }
  Json::Array acts;
  for (const auto& [key, of_key] : acts_) {
    for (const auto& [index, drops] : of_key) {
      acts.push_back(Json::Array{std::get<0>(key), std::get<1>(key), std::get<2>(key), index,
                                 std::int64_t{drops}});
    }
  }
  Json::Array agreed;
  for (const auto& [key, records] : agreed_) {
    for (const std::uint64_t index : records) {
      agreed.push_back(Json::Array{key.first, key.second, index});
    }
  }
  Json::Array ids;
  for (const auto& [index, place] : places_) {
    ids.push_back(Json::Array{index, to_text(place.id), place.party});
  }
  return Json::Array{std::move(sittings),  std::move(uttered), std::move(agendas),
                     std::move(proposals), std::move(acts),    std::move(agreed),
                     std::move(ids)};
}

Result<void> ConferenceView::load_talk(const Json& state) {
  SavedRow parts = TRY(SavedRow::of(state, 7, view));
  for (const Json& saved : *TRY(parts.list())) {
    SavedRow row = TRY(SavedRow::of(saved, 8, view));
    Held& one = sittings_[TRY(parse_digest(TRY(row.text())))];
    one.index = TRY(row.index());
    one.party = TRY(row.text());
    one.forum = TRY(row.text());
    one.number = TRY(row.integer());
    one.opened.value = TRY(row.integer());
    one.closed.value = TRY(row.integer());
    one.goes_on = TRY(row.integer()) != 0;
  }
  for (const Json& saved : *TRY(parts.list())) {
    SavedRow row = TRY(SavedRow::of(saved, 7, view));
    Uttered& one = uttered_[TRY(parse_digest(TRY(row.text())))];
    one.index = TRY(row.index());
    one.forum = TRY(row.text());
    one.number = TRY(row.integer());
    one.question = TRY(row.integer()) != 0;
    for (const Json& saved_answer : *TRY(row.list())) {
      SavedRow answer = TRY(SavedRow::of(saved_answer, 2, view));
      const LeafIndex index = TRY(answer.index());
      one.answers[index.value] = TRY(answer.integer()) != 0;
    }
    for (const Json& saved_index : *TRY(row.list())) {
      SavedRow put_off = TRY(SavedRow::of(saved_index, 1, view));
      one.put_off.insert(TRY(put_off.index()).value);
    }
  }
  return {};
}

Result<void> ConferenceView::load_points(const Json& state) {
  SavedRow parts = TRY(SavedRow::of(state, 7, view));
  TRY(parts.list());
  TRY(parts.list());
  for (const Json& saved : *TRY(parts.list())) {
    SavedRow row = TRY(SavedRow::of(saved, 4, view));
    Points& one = agendas_[TRY(parse_digest(TRY(row.text())))];
    one.index = TRY(row.index());
    one.side = TRY(row.text());
    for (const Json& saved_number : *TRY(row.list())) {
      SavedRow number = TRY(SavedRow::of(saved_number, 2, view));
      const std::int64_t value = TRY(number.integer());
      one.numbers.insert(value);
      for (const Json& by : *TRY(number.list())) {
        if (by.as_integer() == nullptr) return number.bad();
        one.withdrawn[value].insert(static_cast<std::uint64_t>(*by.as_integer()));
      }
    }
  }
  for (const Json& saved : *TRY(parts.list())) {
    SavedRow row = TRY(SavedRow::of(saved, 4, view));
    Proposed& one = proposals_[TRY(parse_digest(TRY(row.text())))];
    one.index = TRY(row.index());
    one.issue = TRY(row.text());
    one.side = TRY(row.text());
  }
  for (const Json& saved : *TRY(parts.list())) {
    SavedRow row = TRY(SavedRow::of(saved, 5, view));
    StandOn key;
    std::get<0>(key) = TRY(row.text());
    std::get<1>(key) = TRY(row.text());
    std::get<2>(key) = TRY(row.text());
    const LeafIndex index = TRY(row.index());
    acts_[std::move(key)][index.value] = TRY(row.integer()) != 0;
  }
  for (const Json& saved : *TRY(parts.list())) {
    SavedRow row = TRY(SavedRow::of(saved, 3, view));
    PointOf key;
    key.first = TRY(row.text());
    key.second = TRY(row.integer());
    agreed_[std::move(key)].insert(TRY(row.index()).value);
  }
  for (const Json& saved : *TRY(parts.list())) {
    SavedRow row = TRY(SavedRow::of(saved, 3, view));
    const LeafIndex index = TRY(row.index());
    Place& place = places_[index.value];
    place.id = TRY(parse_digest(TRY(row.text())));
    place.party = TRY(row.text());
    ++held_of_[place.party];
  }
  return {};
}

// What a retraction will look up is held twice and saved once.
void ConferenceView::find_places() {
  for (const auto& [id, question] : uttered_) {
    for (const auto& [index, same] : question.answers) places_[index].question = id;
    for (const std::uint64_t index : question.put_off) places_[index].question = id;
  }
  for (const auto& [id, points] : agendas_) {
    for (const auto& [number, records] : points.withdrawn) {
      for (const std::uint64_t index : records) {
        places_[index].agenda = id;
        places_[index].number = number;
      }
    }
  }
  for (const auto& [key, acts] : acts_) {
    for (const auto& [index, drops] : acts) places_[index].acts_on = key;
  }
  for (const auto& [key, records] : agreed_) {
    for (const std::uint64_t index : records) places_[index].agrees_on = key;
  }
}

Result<void> ConferenceView::load(const Json& state) {
  sittings_.clear();
  uttered_.clear();
  agendas_.clear();
  proposals_.clear();
  acts_.clear();
  agreed_.clear();
  places_.clear();
  held_of_.clear();
  TRY(load_talk(state));
  TRY(load_points(state));
  find_places();
  return {};
}

}  // namespace armistice
