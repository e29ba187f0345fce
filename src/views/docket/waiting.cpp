// SPDX-License-Identifier: Apache-2.0
#include "views/docket/waiting.h"

#include "views/saved_row.h"

namespace armistice {

const Term* WaitingRequests::term_for(const std::string& commission) const {
  return agreement_.term<Promptness>([&](const Promptness& one) { return one.of == commission; });
}

void WaitingRequests::ask(LeafIndex of_case, const Subject& request,
                          const std::string& commission) {
  if (term_for(commission) == nullptr) return;
  waiting_[of_case.value] = {request.index, request.id, commission, now_};
}

void WaitingRequests::send(LeafIndex of_case, const Subject& sent, const Table& table, Rows& rows) {
  const auto found = waiting_.find(of_case.value);
  if (found == waiting_.end()) return;
  const SentAfter after{now_.value - found->second.asked.value, true};
  put_judged(table, sent, sent.index, term_for(found->second.commission), after, rows);
  waiting_.erase(found);
}

void WaitingRequests::take_back(LeafIndex request) {
  std::erase_if(waiting_, [&](const auto& one) { return one.second.index == request; });
}

// Each hour that some reading gives is passed once: what is late stays late, and is said once.
void WaitingRequests::pass(UtcSeconds now, LeafIndex clock, const Table& table, Rows& rows) {
  const UtcSeconds before = now_;
  now_ = std::max(now_, now);
  for (const auto& [of_case, request] : waiting_) {
    bool late = false;
    for (const AtOnce hours : {AtOnce::one_hour, AtOnce::one_day, AtOnce::three_days}) {
      const std::int64_t last = request.asked.value + at_once_s(hours);
      late |= before.value <= last && last < now_.value;
    }
    if (!late) continue;
    const Subject subject{request.index, request.id, LeafIndex{of_case}};
    const SentAfter after{now_.value - request.asked.value, false};
    put_judged(table, subject, clock, term_for(request.commission), after, rows);
  }
}

Json WaitingRequests::save() const {
  Json::Array waiting;
  for (const auto& [of_case, one] : waiting_) {
    waiting.push_back(
        Json::Array{of_case, one.index.value, to_text(one.id), one.commission, one.asked.value});
  }
  return Json::Object{{"now", now_.value}, {"waiting", std::move(waiting)}};
}

Result<void> WaitingRequests::load(const Json& state) {
  const Json* now = state.find("now");
  const Json* waiting = state.find("waiting");
  if (now == nullptr || now->as_integer() == nullptr || waiting == nullptr ||
      waiting->as_array() == nullptr) {
    return bad_state_of("docket");
  }
  now_ = UtcSeconds{*now->as_integer()};
  waiting_.clear();
  for (const Json& saved : *waiting->as_array()) {
    SavedRow row = TRY(SavedRow::of(saved, 5, "docket"));
    const LeafIndex of_case = TRY(row.index());
    Request one;
    one.index = TRY(row.index());
    one.id = TRY(parse_digest(TRY(row.text())));
    one.commission = TRY(row.text());
    one.asked.value = TRY(row.integer());
    waiting_.emplace(of_case.value, std::move(one));
  }
  return {};
}

}  // namespace armistice
