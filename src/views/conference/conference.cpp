// SPDX-License-Identifier: Apache-2.0
#include "views/conference/conference.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/text.h"
#include "crypto/hash.h"
#include "views/conference/view.sql.h"
#include "views/entitled.h"

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
constexpr Table agreed_table{"agreed_point", 15, 1, "leaf_index"};
constexpr Table taken_table{"conference_taken_back", 2, 1, "leaf_index"};
constexpr Table irregularities{"conference_irregularity", 4, 2, "leaf_index, place"};
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

// What a point says, whoever signed it and whenever: two records of it are one point.
Digest said_in(AgreedPoint point) {
  point.salt = Salt{};
  return sha256(to_bytes(Body(std::move(point))));
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
  check_limits(said, notices);
  std::int64_t place = 0;
  for (const PersonsPresent& there : said.present) {
    check_side(there.side, notices);
    rows.put(present_table, entry.index, place++, there.side, there.person, there.role,
             there.number, word_of(there.standing, admitted_words));
  }
  sittings_.emplace(entry.record->id, std::move(one));
}

// More of a side and role are there than were accepted; what was offered or declined limits nobody.
void ConferenceView::check_limits(const Sitting& said, Irregularities& notices) const {
  struct Count {
    std::int64_t there = 0;
    std::optional<std::int64_t> accepted;  // nothing: nobody accepted any
  };
  std::map<std::pair<std::string, std::string>, Count> counts;
  for (const PersonsPresent& one : said.present) {
    Count& count = counts[{one.side, one.role}];
    if (one.standing == Admitted::accepted)
      count.accepted = count.accepted.value_or(0) + one.number;
    if (one.standing == Admitted::present) count.there += one.number;
  }
  for (const auto& [of, count] : counts) {
    if (!count.accepted || count.there <= *count.accepted) continue;
    notices.add("above_the_limit", fmt::format("{} {} of {}, {} accepted", count.there, of.second,
                                               of.first, *count.accepted));
  }
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
  const std::string& author = entry.record->header.author;
  Uttered one{entry.index,
              sitting->second.forum,
              sitting->second.number,
              author,
              said.number,
              said.sort == UtteranceSort::question,
              {},
              {}};
  auto& same_number = spoken_[{one.forum, one.number, author, said.number}];
  if (!same_number.empty()) {
    notices.add("number_twice", record_text({*same_number.begin()}));
  }
  same_number.insert(entry.index.value);
  std::optional<LeafIndex> reply_to;
  const bool answers_one =
      said.sort == UtteranceSort::answer || said.sort == UtteranceSort::postponement;
  if (answers_one && !said.reply_to) notices.add("reply_to_nothing", "");
  if (said.reply_to) {
    const auto found = uttered_.find(*said.reply_to);
    if (found == uttered_.end()) {
      notices.add("reply_to_nothing", to_text(*said.reply_to));
    } else {
      Uttered& to = found->second;
      reply_to = to.index;
      const bool answers = said.sort == UtteranceSort::answer;
      if (to.question && answers_one) {
        places_.at(entry.index.value).question = *said.reply_to;
        const bool same = to.forum == sitting->second.forum && to.number == sitting->second.number;
        if (answers) to.answers[entry.index.value] = same;
        if (!answers) to.put_off.insert(entry.index.value);
        put_question(to, rows);
      }
    }
  }
  rows.put(statement_table, entry.index, entry.record->id, author, sitting->second.index,
           said.number, said.side, said.speaker, said.at.utc, said.at.text,
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
  const bool of_theirs = said.act == ProposalAct::accepts || said.act == ProposalAct::refuses;
  if (of_theirs && !said.of) notices.add("no_proposal", "");
  if (said.of) {
    const auto found = proposals_.find(*said.of);
    if (found == proposals_.end()) {
      notices.add("no_proposal", to_text(*said.of));
    } else {
      const Proposed& other = found->second;
      of = other.index;
      if (other.issue != said.issue) notices.add("other_issue", other.issue);
      if (of_theirs == (other.side == said.side)) {
        notices.add(of_theirs ? "own_proposal" : "not_its_own", other.side);
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
    const auto dropped = again ? dropped_by(key, said.alternative) : std::nullopt;
    if (dropped) notices.add("reappears", fmt::format("dropped by {}", record_text({*dropped})));
    check_alternative(said, key, notices);
    hold_act(key, entry.index, {drops, said.alternative});
    places_.at(entry.index.value).acts_on = key;
  }
  rows.put(proposal_table, entry.index, entry.record->id, entry.record->header.author, said.issue,
           said.side, word_of(said.act, proposal_act_words), said.day.number, of, said.alternative,
           said.value, said.condition, said.linked, said.source, said.text);
  proposals_.emplace(entry.record->id, Proposed{entry.index, said.issue, said.side});
}

// By which record what is said again was dropped last: the alternative itself, or the whole, unless
// either was said again since. Nothing: it was not.
std::optional<std::uint64_t> ConferenceView::dropped_by(const StandOn& key,
                                                        std::int64_t alternative) const {
  const auto found = acts_.find(key);
  if (found == acts_.end()) return std::nullopt;
  for (auto act = found->second.rbegin(); act != found->second.rend(); ++act) {
    if (act->second.alternative != alternative && act->second.alternative != 0) continue;
    if (act->second.drops) return act->first;
    return std::nullopt;
  }
  return std::nullopt;
}

// An alternative's number is one of the series that a side proposes, and free once it is dropped.
void ConferenceView::check_alternative(const Proposal& said, const StandOn& key,
                                       Irregularities& notices) const {
  if (said.act != ProposalAct::proposes || said.alternative == 0) return;
  const auto of = [&](std::int64_t number) {
    const auto found = alternatives_.find({key, number});
    return found == alternatives_.end() || found->second.empty() ? nullptr : &found->second;
  };
  if (const auto* before = of(said.alternative)) {
    const auto& [newest, drops] = *before->rbegin();
    const auto* whole = of(0);
    const bool all_dropped =
        whole != nullptr && std::any_of(whole->upper_bound(newest), whole->end(),
                                        [](const auto& act) { return act.second; });
    if (!drops && !all_dropped) {
      notices.add("alternative_twice",
                  fmt::format("{}, {}", said.alternative, record_text({newest})));
    }
  }
  if (said.alternative > 1 && of(said.alternative - 1) == nullptr) {
    notices.add("alternative_skipped", fmt::format("no {}", said.alternative - 1));
  }
}

void ConferenceView::hold_act(const StandOn& key, LeafIndex index, const Act& act) {
  acts_[key][index.value] = act;
  alternatives_[{key, act.alternative}][index.value] = act.drops;
}

void ConferenceView::forget_act(const StandOn& key, LeafIndex index) {
  auto& acts = acts_.at(key);
  const auto held = acts.find(index.value);
  if (held == acts.end()) return;
  alternatives_.at({key, held->second.alternative}).erase(index.value);
  acts.erase(held);
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
  const Digest content = said_in(said);
  auto& before = agreed_[{said.issue, said.number}];
  const auto same = std::find_if(before.begin(), before.end(),
                                 [&](const auto& one) { return one.second == content; });
  if (same != before.end()) {
    notices.add("agreed_twice", record_text({same->first}));
  } else if (!before.empty()) {
    notices.add("agreed_already", record_text({before.begin()->first}));
  }
  if (agreed) {
    before.emplace(entry.index.value, content);
    places_.at(entry.index.value).agrees_on = PointOf{said.issue, said.number};
  }
  rows.put(agreed_table, entry.index, entry.record->id, header.author,
           fmt::format("{}", fmt::join(header.signers, " ")), said.issue, said.number, said.points,
           said.day.number, said.title, said.wording, said.paragraph, said.source, said.text,
           agreed, content);
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
    if (const auto said = uttered_.find(place.id); said != uttered_.end()) {
      const Uttered& one = said->second;
      spoken_.at({one.forum, one.number, one.author, one.spoken}).erase(index.value);
      uttered_.erase(said);
    }
    if (place.acts_on) forget_act(*place.acts_on, index);
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

}  // namespace armistice
