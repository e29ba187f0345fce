// SPDX-License-Identifier: Apache-2.0
#include "views/docket/waiting.h"

#include "views/saved_row.h"

namespace armistice {
namespace {

constexpr Table owed_table{"docket_owed", 5, 3, "case_index, what, leaf_index"};

std::string_view word_of(Prompt what) { return prompt_words[static_cast<std::size_t>(what)]; }

}  // namespace

const Term* WaitingSteps::term_for(Prompt what, const std::string& commission) const {
  return agreement_.term<Promptness>(
      [&](const Promptness& one) { return one.what == what && one.of == commission; });
}

void WaitingSteps::begin(Prompt what, const Subject& from, const std::string& commission,
                         Rows& rows) {
  if (term_for(what, commission) == nullptr) return;
  const std::uint64_t of_case = from.case_index->value;
  if (what == Prompt::sent) {
    const auto end = waiting_.upper_bound({of_case, what, from.index.value});
    for (auto one = waiting_.lower_bound({of_case, what, 0}); one != end;) one = drop(one, rows);
  }
  waiting_[{of_case, what, from.index.value}] = {from.id, commission, now_};
  rows.put(owed_table, of_case, word_of(what), from.index, commission, now_);
}

std::map<WaitingSteps::Key, WaitingSteps::Owed>::iterator WaitingSteps::drop(
    std::map<Key, Owed>::iterator owed, Rows& rows) {
  const auto& [of_case, what, from] = owed->first;
  rows.erase(owed_table, of_case, word_of(what), from);
  return waiting_.erase(owed);
}

void WaitingSteps::finish(std::map<Key, Owed>::iterator owed, const Subject& done,
                          const Table& table, Rows& rows) {
  const auto& [of_case, what, from] = owed->first;
  const Owed& one = owed->second;
  put_judged(table, {LeafIndex{from}, one.id, LeafIndex{of_case}}, done.index,
             term_for(what, one.commission), DoneAfter{now_.value - one.since.value, true}, rows);
  drop(owed, rows);
}

void WaitingSteps::end(Prompt what, LeafIndex from, const Subject& done, const Table& table,
                       Rows& rows) {
  const auto found = waiting_.find({done.case_index->value, what, from.value});
  if (found != waiting_.end()) finish(found, done, table, rows);
}

void WaitingSteps::send(const Subject& sent, const Table& table, Rows& rows) {
  const std::uint64_t of_case = sent.case_index->value;
  const auto found = waiting_.lower_bound({of_case, Prompt::sent, 0});
  const bool waits = found != waiting_.end() && std::get<0>(found->first) == of_case &&
                     std::get<Prompt>(found->first) == Prompt::sent;
  if (waits) finish(found, sent, table, rows);
}

void WaitingSteps::take_back(LeafIndex from, Rows& rows) {
  for (auto one = waiting_.begin(); one != waiting_.end();) {
    one = std::get<2>(one->first) == from.value ? drop(one, rows) : std::next(one);
  }
}

void WaitingSteps::close(LeafIndex case_index, Rows& rows) {
  auto one = waiting_.lower_bound({case_index.value, Prompt::sent, 0});
  while (one != waiting_.end() && std::get<0>(one->first) == case_index.value) {
    one = drop(one, rows);
  }
}

// Each hour that some reading gives is passed once: what is late stays late, and is said once.
void WaitingSteps::pass(UtcSeconds now, LeafIndex clock, const Table& table, Rows& rows) {
  const UtcSeconds before = now_;
  now_ = std::max(now_, now);
  for (const auto& [key, owed] : waiting_) {
    bool late = false;
    for (const AtOnce hours : {AtOnce::one_hour, AtOnce::one_day, AtOnce::three_days}) {
      const std::int64_t last = owed.since.value + at_once_s(hours);
      late |= before.value <= last && last < now_.value;
    }
    if (!late) continue;
    const auto& [of_case, what, from] = key;
    put_judged(table, {LeafIndex{from}, owed.id, LeafIndex{of_case}}, clock,
               term_for(what, owed.commission), DoneAfter{now_.value - owed.since.value, false},
               rows);
  }
}

Json WaitingSteps::save() const {
  Json::Array waiting;
  for (const auto& [key, one] : waiting_) {
    const auto& [of_case, what, from] = key;
    waiting.push_back(Json::Array{of_case, static_cast<std::int64_t>(what), from, to_text(one.id),
                                  one.commission, one.since.value});
  }
  return Json::Object{{"now", now_.value}, {"waiting", std::move(waiting)}};
}

Result<void> WaitingSteps::load(const Json& state) {
  const Json* now = state.find("now");
  const Json* waiting = state.find("waiting");
  if (now == nullptr || now->as_integer() == nullptr || waiting == nullptr ||
      waiting->as_array() == nullptr) {
    return bad_state_of("docket");
  }
  now_ = UtcSeconds{*now->as_integer()};
  waiting_.clear();
  for (const Json& saved : *waiting->as_array()) {
    SavedRow row = TRY(SavedRow::of(saved, 6, "docket"));
    const LeafIndex of_case = TRY(row.index());
    const auto what = static_cast<std::uint64_t>(TRY(row.integer()));
    if (what >= prompt_words.size()) return row.bad();
    const LeafIndex from = TRY(row.index());
    Owed one;
    one.id = TRY(parse_digest(TRY(row.text())));
    one.commission = TRY(row.text());
    one.since.value = TRY(row.integer());
    waiting_.emplace(Key{of_case.value, static_cast<Prompt>(what), from.value}, std::move(one));
  }
  return {};
}

}  // namespace armistice
