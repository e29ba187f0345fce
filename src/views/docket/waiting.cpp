// SPDX-License-Identifier: Apache-2.0
#include "views/docket/waiting.h"

#include "views/saved_row.h"

namespace armistice {

const Term* WaitingSteps::term_for(Prompt what, const std::string& commission) const {
  return agreement_.term<Promptness>(
      [&](const Promptness& one) { return one.what == what && one.of == commission; });
}

void WaitingSteps::begin(Prompt what, const Subject& from, const std::string& commission) {
  if (term_for(what, commission) == nullptr) return;
  const std::uint64_t of_case = from.case_index->value;
  if (what == Prompt::sent) {
    waiting_.erase(waiting_.lower_bound({of_case, what, 0}),
                   waiting_.upper_bound({of_case, what, from.index.value}));
  }
  waiting_[{of_case, what, from.index.value}] = {from.id, commission, now_};
}

void WaitingSteps::finish(std::map<Key, Owed>::iterator owed, const Subject& done,
                          const Table& table, Rows& rows) {
  const auto& [key, one] = *owed;
  put_judged(table, done, done.index, term_for(std::get<Prompt>(key), one.commission),
             DoneAfter{now_.value - one.since.value, true}, rows);
  waiting_.erase(owed);
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

void WaitingSteps::take_back(LeafIndex from) {
  std::erase_if(waiting_, [&](const auto& one) { return std::get<2>(one.first) == from.value; });
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
