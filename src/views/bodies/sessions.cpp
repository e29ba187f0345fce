// SPDX-License-Identifier: Apache-2.0
#include "views/bodies/sessions.h"

#include <fmt/format.h>

#include "base/limits.h"
#include "base/text.h"
#include "terms/has.h"
#include "terms/tally.h"
#include "views/bodies/tables.h"
#include "views/entitled.h"
#include "views/saved_row.h"

namespace armistice {
namespace {

constexpr Table session_table{"session", 7, 1, "leaf_index"};
constexpr Table motion_table{"motion", 8, 1, "leaf_index"};
constexpr const char* view = "bodies";

std::string_view state_by(DecisionRule rule, bool carried, const Tally& tally) {
  if (carried) return "carried";
  if (rule == DecisionRule::veto && tally.against > 0) return "lost";
  if (!tally.all_voted()) return "open";
  return tally.is_split() ? "split" : "lost";
}

// The agreement has no rule for this body, or says that its text has none: only what all its
// members say alike is decided.
std::string_view state_without_rule(const Tally& tally) {
  if (!tally.all_voted()) return "open";
  if (tally.in_favour == tally.members) return "agreed";
  return tally.is_split() ? "split" : "no_rule";
}

}  // namespace

bool Sessions::is_of(const std::string& body, const Header& header, Irregularities& notices) const {
  if (agreement_.organ(body) == nullptr) {
    notices.add("unknown_body", body);
    return false;
  }
  const bool sits = seating_.sits(body, header.author);
  if (!sits) notices.add("not_of_the_body", header.author);
  return sits;
}

void Sessions::judge(const Session& said, const Subject& subject, Rows& rows) const {
  put_judged(bodies::judgements, subject, subject.index,
             agreement_.term<Quorum>([&](const Quorum& term) { return term.body == said.body; }),
             agreement_.members(said.present), rows);
  // The recess that it announces, or the one that it ends, whichever is the longer: what was
  // announced before may not have been kept.
  const std::int32_t offset_s = agreement_.folder.agreement.effective.offset_s;
  const std::int64_t day = day_number({said.opened.utc, offset_s});
  RecessSpan span{day, said.next.number};
  if (const auto before = last_.find(said.body); before != last_.end()) {
    const std::int64_t then = day_number({before->second.closed, offset_s});
    if (day - then > span.next - span.day) span = {then, day};
  }
  put_judged(bodies::judgements, subject, subject.index,
             agreement_.term<Cadence>([&](const Cadence& term) { return term.of == said.body; }),
             span, rows);
}

void Sessions::take(const Session& said, const Folded& entry, Irregularities& notices, Rows& rows) {
  if (!is_of(said.body, entry.record->header, notices)) return;
  for (const std::string& name : said.present) {
    if (!seating_.sits(said.body, name)) notices.add("not_seated", name);
  }
  if (const auto before = last_.find(said.body); before != last_.end()) {
    const Last& last = before->second;
    if (said.number != last.number + 1) {
      notices.add("number_differs", fmt::format("{} came before", last.number));
    }
    if (said.opened.utc < last.closed) {
      notices.add("overlaps", fmt::format("record {}", last.index.value));
    }
  }
  rows.put(session_table, entry.index, said.body, said.number, said.opened.utc, said.closed.utc,
           fmt::format("{}", fmt::join(said.present, " ")), said.next.number);
  judge(said, {entry.index, entry.record->id, std::nullopt}, rows);
  last_[said.body] = {entry.index, said.number, said.closed.utc};
}

void Sessions::take(const Motion& said, const Folded& entry, Irregularities& notices, Rows& rows) {
  if (!is_of(said.body, entry.record->header, notices)) return;
  if (motions_.size() >= limits::motions_max) {
    return notices.add("motions_full", fmt::format("{} were moved", motions_.size()));
  }
  Moved& motion = motions_[entry.record->id];
  motion.index = entry.index;
  motion.body = said.body;
  motion_of_.emplace(entry.index.value, entry.record->id);
  decide(entry.record->id, motion, entry.index, rows);
}

void Sessions::take(const MotionBallot& said, const Folded& entry, Irregularities& notices,
                    Rows& rows) {
  const auto found = motions_.find(said.motion);
  if (found == motions_.end()) return notices.add("no_motion", to_text(said.motion));
  Moved& motion = found->second;
  const std::string& author = entry.record->header.author;
  const std::string voter = seating_.votes_as(motion.body, author);
  if (voter.empty()) return notices.add("no_vote", author);
  const auto mine = std::find_if(motion.votes.begin(), motion.votes.end(),
                                 [&](const Voted& one) { return one.by == voter; });
  const bool voted = mine != motion.votes.end();
  // A member and its alternate have one vote: who of them cast it may change it.
  if (voted && mine->hand != author) return notices.add("seat_has_voted", mine->hand);
  // Who has not voted yet may still dissent from what the others have carried.
  const bool may = motion.state == "open" || (motion.state == "carried" && !voted);
  if (!may) return notices.add("decided_already", motion.state);
  if (voted) {
    motion_of_.erase(mine->index.value);
    motion.votes.erase(mine);
  }
  motion.votes.push_back({entry.index, voter, author, said.vote});
  motion_of_.emplace(entry.index.value, said.motion);
  decide(said.motion, motion, entry.index, rows);
}

void Sessions::decide(const Digest& id, Moved& motion, LeafIndex at, Rows& rows) const {
  Ballots ballots{members_of(agreement_, motion.body), {}};
  for (const Voted& one : motion.votes) ballots.ballots.push_back({one.by, one.vote, {}});
  const Tally tally = tally_of(ballots);
  const Term* term =
      agreement_.term<Decision>([&](const Decision& one) { return one.of == motion.body; });
  const auto rule = term == nullptr ? DecisionRule::not_said : std::get<Decision>(term->kind).rule;
  if (rule == DecisionRule::not_said) {
    motion.state = state_without_rule(tally);
  } else {
    const bool carried = armistice::judge(*term, ballots).verdict == Verdict::may_act;
    motion.state = state_by(rule, carried, tally);
  }
  put_judged(bodies::judgements, {motion.index, id, std::nullopt}, at, term, ballots, rows);
  rows.put(motion_table, motion.index, motion.body, motion.state, tally.in_favour, tally.against,
           tally.abstaining, tally.members, at);
}

void Sessions::take_back(LeafIndex index, const Folded& entry, Rows& rows) {
  std::erase_if(last_, [&](const auto& one) { return one.second.index == index; });
  const auto of = motion_of_.find(index.value);
  if (of == motion_of_.end()) return;
  const auto found = motions_.find(of->second);
  motion_of_.erase(of);
  Moved& motion = found->second;
  if (motion.index == index) {
    for (const Voted& one : motion.votes) motion_of_.erase(one.index.value);
    motions_.erase(found);
    return rows.erase(motion_table, index);
  }
  std::erase_if(motion.votes, [&](const Voted& one) { return one.index == index; });
  decide(found->first, motion, entry.index, rows);
}

Json Sessions::save() const {
  Json::Array last;
  for (const auto& [body, one] : last_) {
    last.push_back(Json::Array{body, one.index.value, one.number, one.closed.value});
  }
  Json::Array motions;
  for (const auto& [id, one] : motions_) {
    Json::Array votes;
    for (const Voted& vote : one.votes) {
      votes.push_back(
          Json::Array{vote.index.value, vote.by, vote.hand, static_cast<std::int64_t>(vote.vote)});
    }
    motions.push_back(
        Json::Array{to_text(id), one.index.value, one.body, one.state, std::move(votes)});
  }
  return Json::Array{std::move(last), std::move(motions)};
}

Result<void> Sessions::load(const Json& state) {
  SavedRow whole = TRY(SavedRow::of(state, 2, view));
  last_.clear();
  for (const Json& saved : *TRY(whole.list())) {
    SavedRow row = TRY(SavedRow::of(saved, 4, view));
    Last& one = last_[TRY(row.text())];
    one.index = TRY(row.index());
    one.number = TRY(row.integer());
    one.closed = UtcSeconds{TRY(row.integer())};
  }
  return load_motions(*TRY(whole.list()));
}

Result<void> Sessions::load_motions(const Json::Array& saved) {
  motions_.clear();
  motion_of_.clear();
  for (const Json& saved_row : saved) {
    SavedRow row = TRY(SavedRow::of(saved_row, 5, view));
    const Digest id = TRY(parse_digest(TRY(row.text())));
    Moved& one = motions_[id];
    one.index = TRY(row.index());
    motion_of_.emplace(one.index.value, id);
    one.body = TRY(row.text());
    one.state = TRY(row.text());
    for (const Json& saved_vote : *TRY(row.list())) {
      SavedRow vote = TRY(SavedRow::of(saved_vote, 4, view));
      Voted voted;
      voted.index = TRY(vote.index());
      voted.by = TRY(vote.text());
      voted.hand = TRY(vote.text());
      const auto word = static_cast<std::uint64_t>(TRY(vote.integer()));
      if (word >= vote_words.size()) return vote.bad();
      voted.vote = static_cast<Vote>(word);
      motion_of_.emplace(voted.index.value, id);
      one.votes.push_back(std::move(voted));
    }
  }
  return {};
}

}  // namespace armistice
