// SPDX-License-Identifier: Apache-2.0
#include "views/positions/positions.h"

#include <fmt/format.h>

#include "base/limits.h"
#include "base/text.h"
#include "views/entitled.h"
#include "views/positions/view.sql.h"
#include "views/saved_row.h"

namespace armistice {
namespace {

constexpr Table request_table{"own_request", 7, 1, "leaf_index"};
constexpr Table option_table{"own_option", 4, 2, "leaf_index, number"};
constexpr Table instruction_table{"own_instruction", 9, 1, "leaf_index"};
constexpr Table ladder_table{"own_ladder", 6, 1, "leaf_index"};
constexpr Table rung_table{"own_rung", 5, 2, "leaf_index, number"};
constexpr Table release_table{"own_release", 8, 1, "leaf_index"};
constexpr Table standing_table{"own_standing", 3, 1, "issue"};
constexpr Table guidance_table{"own_guidance", 7, 1, "leaf_index"};
constexpr Table unsaid_table{"own_unsaid", 4, 2, "leaf_index, place"};
constexpr Table press_table{"own_press", 9, 1, "leaf_index"};
constexpr Table deadline_table{"own_deadline", 7, 1, "leaf_index"};
constexpr Table linkage_table{"own_linkage", 8, 1, "leaf_index"};
constexpr Table taken_table{"positions_taken_back", 2, 1, "leaf_index"};
constexpr Table irregularities{"positions_irregularity", 4, 2, "leaf_index, place"};
constexpr const char* view = "positions";

std::string record_text(std::uint64_t index) { return fmt::format("record {}", index); }

// Every rung down to it has been released: one that was released past another waits for that.
std::int64_t lowest_of(const std::map<std::int64_t, std::uint64_t>& released) {
  std::int64_t lowest = 1;
  while (released.contains(lowest + 1)) ++lowest;
  return lowest;
}

}  // namespace

std::string_view PositionsView::schema() const { return positions_sql; }

void PositionsView::know(const std::string& issue, LeafIndex index) {
  issues_[issue].insert(index.value);
  places_.at(index.value).issue = issue;
}

void PositionsView::check_issue(const std::string& issue, Irregularities& notices) const {
  if (!issue.empty() && !issues_.contains(issue)) notices.add("unknown_issue", issue);
}

// The newest that is not taken back.
const PositionsView::Climbed* PositionsView::in_force(const std::string& issue) const {
  const Climbed* newest = nullptr;
  for (const auto& [id, one] : ladders_) {
    if (one.issue != issue) continue;
    if (newest == nullptr || newest->index < one.index) newest = &one;
  }
  return newest;
}

void PositionsView::put_standing(const std::string& issue, Rows& rows) const {
  const Climbed* ladder = in_force(issue);
  if (ladder == nullptr) return rows.erase(standing_table, issue);
  rows.put(standing_table, issue, ladder->index, lowest_of(ladder->released));
}

void PositionsView::take(const InstructionRequest& said, const Folded& entry, Irregularities&,
                         Rows& rows) {
  rows.put(request_table, entry.index, entry.record->header.author, said.issue, said.question,
           said.due.number, said.source, said.text);
  std::int64_t number = 0;
  for (const RequestOption& one : said.options) {
    rows.put(option_table, entry.index, ++number, one.option, one.arguments);
  }
  know(said.issue, entry.index);
  asked_.emplace(entry.record->id, Asked{entry.index, said.issue, number, {}});
}

// One that answers what nobody asked stands all the same: it was given.
void PositionsView::take(const Instruction& said, const Folded& entry, Irregularities& notices,
                         Rows& rows) {
  std::optional<LeafIndex> request;
  if (said.request) {
    const auto found = asked_.find(*said.request);
    if (found == asked_.end()) {
      notices.add("no_request", to_text(*said.request));
    } else {
      Asked& asked = found->second;
      request = asked.index;
      if (asked.issue != said.issue) notices.add("other_issue", asked.issue);
      if (said.option > asked.options) notices.add("no_option", fmt::format("{}", said.option));
      if (!asked.answers.empty()) {
        notices.add("answered_already", record_text(*asked.answers.begin()));
      }
      asked.answers.insert(entry.index.value);
      places_.at(entry.index.value).request = *said.request;
    }
  }
  rows.put(instruction_table, entry.index, entry.record->header.author, request, said.issue,
           said.option, said.by, said.day.number, said.source, said.text);
  know(said.issue, entry.index);
}

void PositionsView::take(const Ladder& said, const Folded& entry, Irregularities& notices,
                         Rows& rows) {
  rows.put(ladder_table, entry.index, entry.record->header.author, said.issue, said.day.number,
           said.source, said.text);
  std::int64_t number = 0;
  std::set<std::string> positions;
  for (const Rung& one : said.rungs) {
    rows.put(rung_table, entry.index, ++number, one.position, one.also, one.condition);
    if (!positions.insert(one.position).second) notices.add("position_twice", one.position);
  }
  know(said.issue, entry.index);
  ladders_.emplace(entry.record->id, Climbed{entry.index, said.issue, number, {}});
  put_standing(said.issue, rows);
}

// What would give more away than the ladder has it is inert: whoever means it says it in order.
void PositionsView::take(const RungRelease& said, const Folded& entry, Irregularities& notices,
                         Rows& rows) {
  const auto found = ladders_.find(said.ladder);
  if (found == ladders_.end()) return notices.add("no_ladder", to_text(said.ladder));
  Climbed& ladder = found->second;
  if (said.rung > ladder.rungs) return notices.add("no_rung", fmt::format("{}", said.rung));
  const Climbed* newest = in_force(ladder.issue);
  if (newest != &ladder) return notices.add("superseded", record_text(newest->index.value));
  const auto before = ladder.released.find(said.rung);
  if (before != ladder.released.end()) {
    return notices.add("released_already", record_text(before->second));
  }
  if (said.rung > 2 && !ladder.released.contains(said.rung - 1)) {
    return notices.add("out_of_order", fmt::format("rung {}", said.rung - 1));
  }
  ladder.released.emplace(said.rung, entry.index.value);
  Place& place = places_.at(entry.index.value);
  place.ladder = said.ladder;
  place.rung = said.rung;
  rows.put(release_table, entry.index, entry.record->header.author, ladder.index, said.rung,
           said.by, said.day.number, said.source, said.text);
  put_standing(ladder.issue, rows);
}

void PositionsView::take(const Guidance& said, const Folded& entry, Irregularities&, Rows& rows) {
  rows.put(guidance_table, entry.index, entry.record->header.author, said.issue, said.by,
           said.day.number, said.source, said.text);
  std::int64_t place = 0;
  for (const UnsaidWords& one : said.unsaid) {
    rows.put(unsaid_table, entry.index, place++, one.words, one.instead);
  }
}

void PositionsView::take(const PressItem& said, const Folded& entry, Irregularities& notices,
                         Rows& rows) {
  if (!is_side(agreement_, said.side)) notices.add("unknown_side", said.side);
  rows.put(press_table, entry.index, entry.record->header.author, said.day.number, said.outlet,
           said.side, said.issue, said.quoted, said.source, said.text);
}

void PositionsView::take(const OwnDeadline& said, const Folded& entry, Irregularities& notices,
                         Rows& rows) {
  check_issue(said.issue, notices);
  rows.put(deadline_table, entry.index, entry.record->header.author, said.issue, said.due.number,
           said.what, said.source, said.text);
}

void PositionsView::take(const Linkage& said, const Folded& entry, Irregularities& notices,
                         Rows& rows) {
  check_issue(said.issue, notices);
  check_issue(said.against, notices);
  rows.put(linkage_table, entry.index, entry.record->header.author, said.issue, said.against,
           said.day.number, said.terms, said.source, said.text);
}

void PositionsView::take_back(const Folded& entry, Rows& rows) {
  for (const LeafIndex index : taken_back(entry)) {
    const auto held = places_.find(index.value);
    if (held == places_.end()) continue;
    const Place place = std::move(held->second);
    places_.erase(held);
    rows.put(taken_table, index, entry.index);
    if (!place.issue.empty()) {
      auto& known = issues_.at(place.issue);
      known.erase(index.value);
      if (known.empty()) issues_.erase(place.issue);
    }
    asked_.erase(place.id);
    if (ladders_.erase(place.id) > 0) put_standing(place.issue, rows);
    if (place.request) {
      const auto asked = asked_.find(*place.request);
      if (asked != asked_.end()) asked->second.answers.erase(index.value);
    }
    if (!place.ladder) continue;
    const auto ladder = ladders_.find(*place.ladder);
    if (ladder == ladders_.end()) continue;
    ladder->second.released.erase(place.rung);
    put_standing(ladder->second.issue, rows);
  }
}

Result<void> PositionsView::fold(const Folded& entry, Past&, Rows& rows) {
  const bool bears_kind = entry.record != nullptr && is_own_kind(entry.record->header.kind);
  if (agreement_.own_side.empty()) {
    // The kind stands in the text for all to see; nothing else is repeated.
    if (bears_kind && !entry.refused) {
      Irregularities(irregularities, entry.index, rows).add("own_kind", entry.record->header.kind);
    }
    return {};
  }
  const Body* body = force_of(agreement_, entry);
  if (body == nullptr) return {};
  if (std::holds_alternative<Retraction>(*body)) {
    take_back(entry, rows);
    return {};
  }
  if (!bears_kind) return {};
  Irregularities notices(irregularities, entry.index, rows);
  if (places_.size() >= limits::own_records_max) {
    notices.add("positions_full", fmt::format("{} records", places_.size()));
    return {};
  }
  places_[entry.index.value].id = entry.record->id;
  std::visit(
      [&](const auto& said) {
        if constexpr (requires { take(said, entry, notices, rows); }) {
          take(said, entry, notices, rows);
        }
      },
      *body);
  return {};
}

Json PositionsView::save() const {
  Json::Array asked;
  for (const auto& [id, one] : asked_) {
    asked.push_back(Json::Array{to_text(id), one.index.value, one.issue, one.options});
  }
  Json::Array ladders;
  for (const auto& [id, one] : ladders_) {
    ladders.push_back(Json::Array{to_text(id), one.index.value, one.issue, one.rungs});
  }
  Json::Array places;
  for (const auto& [index, one] : places_) {
    places.push_back(Json::Array{index, to_text(one.id), one.issue,
                                 one.request ? to_text(*one.request) : "",
                                 one.ladder ? to_text(*one.ladder) : "", one.rung});
  }
  return Json::Array{std::move(asked), std::move(ladders), std::move(places)};
}

// What releases a rung, answers a request or makes an issue known is saved with the record that
// does.
Result<void> PositionsView::load_places(const Json& places) {
  for (const Json& saved : *places.as_array()) {
    SavedRow row = TRY(SavedRow::of(saved, 6, view));
    const LeafIndex index = TRY(row.index());
    Place& place = places_[index.value];
    place.id = TRY(parse_digest(TRY(row.text())));
    place.issue = TRY(row.text());
    if (!place.issue.empty()) issues_[place.issue].insert(index.value);
    const std::string request = TRY(row.text());
    if (!request.empty()) {
      place.request = TRY(parse_digest(request));
      const auto asked = asked_.find(*place.request);
      if (asked != asked_.end()) asked->second.answers.insert(index.value);
    }
    const std::string ladder = TRY(row.text());
    place.rung = TRY(row.integer());
    if (ladder.empty()) continue;
    place.ladder = TRY(parse_digest(ladder));
    const auto climbed = ladders_.find(*place.ladder);
    if (climbed != ladders_.end()) climbed->second.released.emplace(place.rung, index.value);
  }
  return {};
}

Result<void> PositionsView::load_held(const Json& state) {
  SavedRow parts = TRY(SavedRow::of(state, 3, view));
  for (const Json& saved : *TRY(parts.list())) {
    SavedRow row = TRY(SavedRow::of(saved, 4, view));
    const Digest id = TRY(parse_digest(TRY(row.text())));
    Asked one;
    one.index = TRY(row.index());
    one.issue = TRY(row.text());
    one.options = TRY(row.integer());
    asked_.emplace(id, std::move(one));
  }
  for (const Json& saved : *TRY(parts.list())) {
    SavedRow row = TRY(SavedRow::of(saved, 4, view));
    const Digest id = TRY(parse_digest(TRY(row.text())));
    Climbed one;
    one.index = TRY(row.index());
    one.issue = TRY(row.text());
    one.rungs = TRY(row.integer());
    ladders_.emplace(id, std::move(one));
  }
  return load_places(Json(*TRY(parts.list())));
}

Result<void> PositionsView::load(const Json& state) {
  asked_.clear();
  ladders_.clear();
  issues_.clear();
  places_.clear();
  return load_held(state);
}

}  // namespace armistice
