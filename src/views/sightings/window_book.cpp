// SPDX-License-Identifier: Apache-2.0
#include "views/sightings/window_book.h"

#include "base/text.h"
#include "views/saved_row.h"

namespace armistice {

std::string spoken_for(const std::vector<std::string>& names, const std::string& author) {
  for (const std::string& name : names) {
    if (name == author || name == party_of(author)) return name;
  }
  return {};
}

void WindowBook::add(LeafIndex index, const Digest& id, const Arrangement& said) {
  if (windows_.size() == held_max) windows_.erase(windows_.begin());
  windows_.push_back({index,
                      id,
                      said.sort,
                      said.by,
                      said.to,
                      said.place,
                      said.from.utc,
                      said.until.utc,
                      {},
                      std::nullopt});
}

const WindowBook::Window* WindowBook::take(LeafIndex index, const std::string& author,
                                           const ArrangementStep& said) {
  const auto window = std::find_if(windows_.begin(), windows_.end(),
                                   [&](const Window& one) { return one.id == said.arrangement; });
  if (window == windows_.end()) return nullptr;
  const std::string asked = spoken_for(window->to, author);
  switch (said.step) {
    case Arranged::granted:
      if (asked.empty()) return nullptr;
      window->granted.emplace(asked, index);
      return &*window;
    case Arranged::refused:
      return window->granted.erase(asked) != 0 ? &*window : nullptr;
    case Arranged::done:
      if (asked.empty() && spoken_for({window->by}, author).empty()) return nullptr;
      if (window->done) return nullptr;
      window->done = index;
      return &*window;
    case Arranged::received:
    case Arranged::not_done:
    case Arranged::certified:
    case Arranged::disputed:
      return nullptr;
  }
  return nullptr;
}

std::optional<LeafIndex> WindowBook::take_back(LeafIndex index) {
  for (auto window = windows_.begin(); window != windows_.end(); ++window) {
    const LeafIndex of = window->index;
    if (of == index) {
      windows_.erase(window);
      return of;
    }
    const bool undone = window->done == index;
    if (undone) window->done.reset();
    const auto undo = [&](const auto& grant) { return grant.second == index; };
    if (std::erase_if(window->granted, undo) != 0 || undone) return of;
  }
  return std::nullopt;
}

Json WindowBook::save() const {
  Json::Array all;
  for (const Window& one : windows_) {
    Json::Array to;
    for (const std::string& name : one.to) to.push_back(name);
    Json::Array granted;
    for (const auto& [name, step] : one.granted) granted.push_back(Json::Array{name, step.value});
    all.push_back(
        Json::Array{one.index.value, to_text(one.id), one.sort, one.by, std::move(to), one.place,
                    one.from.value, one.until.value, std::move(granted),
                    one.done ? static_cast<std::int64_t>(one.done->value) : std::int64_t{-1}});
  }
  return all;
}

Result<void> WindowBook::load(const Json& state) {
  if (state.as_array() == nullptr) return bad_state_of("sightings");
  windows_.clear();
  for (const Json& saved : *state.as_array()) {
    SavedRow row = TRY(SavedRow::of(saved, 10, "sightings"));
    Window one;
    one.index = TRY(row.index());
    one.id = TRY(parse_digest(TRY(row.text())));
    one.sort = TRY(row.text());
    one.by = TRY(row.text());
    for (const Json& name : *TRY(row.list())) {
      if (name.as_text() == nullptr) return row.bad();
      one.to.push_back(*name.as_text());
    }
    one.place = TRY(row.text());
    one.from.value = TRY(row.integer());
    one.until.value = TRY(row.integer());
    for (const Json& grant : *TRY(row.list())) {
      SavedRow pair = TRY(SavedRow::of(grant, 2, "sightings"));
      std::string name = TRY(pair.text());
      one.granted.emplace(std::move(name), TRY(pair.index()));
    }
    const std::int64_t done = TRY(row.integer());
    if (done >= 0) one.done = LeafIndex{static_cast<std::uint64_t>(done)};
    windows_.push_back(std::move(one));
  }
  return {};
}

}  // namespace armistice
