// SPDX-License-Identifier: Apache-2.0
// What the conference's view keeps from one start to the next.
#include "views/conference/conference.h"
#include "views/saved_row.h"

namespace armistice {
namespace {

constexpr const char* view = "conference";

}  // namespace

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
    uttered.push_back(Json::Array{to_text(id), one.index.value, one.forum, one.number, one.author,
                                  one.spoken, std::int64_t{one.question}, std::move(answers),
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
    for (const auto& [index, act] : of_key) {
      acts.push_back(Json::Array{std::get<0>(key), std::get<1>(key), std::get<2>(key), index,
                                 std::int64_t{act.drops}, act.alternative});
    }
  }
  Json::Array agreed;
  for (const auto& [key, records] : agreed_) {
    for (const auto& [index, content] : records) {
      agreed.push_back(Json::Array{key.first, key.second, index, to_text(content)});
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
    SavedRow row = TRY(SavedRow::of(saved, 9, view));
    Uttered& one = uttered_[TRY(parse_digest(TRY(row.text())))];
    one.index = TRY(row.index());
    one.forum = TRY(row.text());
    one.number = TRY(row.integer());
    one.author = TRY(row.text());
    one.spoken = TRY(row.integer());
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
    SavedRow row = TRY(SavedRow::of(saved, 6, view));
    StandOn key;
    std::get<0>(key) = TRY(row.text());
    std::get<1>(key) = TRY(row.text());
    std::get<2>(key) = TRY(row.text());
    const LeafIndex index = TRY(row.index());
    Act act;
    act.drops = TRY(row.integer()) != 0;
    act.alternative = TRY(row.integer());
    hold_act(key, index, act);
  }
  for (const Json& saved : *TRY(parts.list())) {
    SavedRow row = TRY(SavedRow::of(saved, 4, view));
    PointOf key;
    key.first = TRY(row.text());
    key.second = TRY(row.integer());
    const LeafIndex index = TRY(row.index());
    agreed_[std::move(key)].emplace(index.value, TRY(parse_digest(TRY(row.text()))));
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
    const Uttered& one = question;
    spoken_[{one.forum, one.number, one.author, one.spoken}].insert(one.index.value);
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
    for (const auto& [index, act] : acts) places_[index].acts_on = key;
  }
  for (const auto& [key, records] : agreed_) {
    for (const auto& [index, content] : records) places_[index].agrees_on = key;
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
  alternatives_.clear();
  spoken_.clear();
  TRY(load_talk(state));
  TRY(load_points(state));
  find_places();
  return {};
}

}  // namespace armistice
