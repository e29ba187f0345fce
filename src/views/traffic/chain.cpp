// SPDX-License-Identifier: Apache-2.0
#include "views/traffic/chain.h"

#include <fmt/format.h>

#include "base/text.h"

namespace armistice {

Chain::Added Chain::add(const Header& header, const Digest& id, LeafIndex index) {
  const std::uint64_t number = header.number;
  const Edge edge{id, header.previous};
  Added added;
  if (number > largest_) {
    added.jumped = number > largest_ + 1;
    if (added.jumped) {
      const Gap gap{largest_ + 1, number - 1, index};
      gaps_.emplace(gap.first, gap);
      added.opened.push_back(gap);
    }
  } else {
    auto at = std::prev(gaps_.upper_bound(number));
    const Gap gap = at->second;
    ASSERT(gap.first <= number && number <= gap.last);
    gaps_.erase(at);
    added.filled = true;
    added.closed = gap.first;
    if (gap.first < number) added.opened.push_back({gap.first, number - 1, gap.noticed_at});
    if (number < gap.last) added.opened.push_back({number + 1, gap.last, gap.noticed_at});
    for (const Gap& left : added.opened) gaps_.emplace(left.first, left);
  }
  added.previous_differs = differs(number, edge);
  edges_.emplace(number, edge);
  const std::uint64_t before = largest_;
  largest_ = std::max(largest_, number);
  ++records_;
  last_index = index;
  for (const std::uint64_t one : {number - 1, number, number + 1, before}) forget_inner(one);
  return added;
}

// Whether a neighbour that is known contradicts: the one before by its id, the one after by what it
// names as its previous.
bool Chain::differs(std::uint64_t number, const Edge& edge) const {
  const auto before = edges_.find(number - 1);
  if (before != edges_.end() && edge.previous != before->second.id) return true;
  const auto after = edges_.find(number + 1);
  return after != edges_.end() && after->second.previous != edge.id;
}

bool Chain::is_missing(std::uint64_t number) const {
  const auto after = gaps_.upper_bound(number);
  if (after == gaps_.begin()) return false;
  const Gap& gap = std::prev(after)->second;
  return gap.first <= number && number <= gap.last;
}

// An edge matters while a neighbour of it can still come.
void Chain::forget_inner(std::uint64_t number) {
  if (number == largest_ || is_missing(number - 1) || is_missing(number + 1)) return;
  edges_.erase(number);
}

namespace {

Error bad_state() { return Error{Errc::damaged, "the saved state of a chain cannot be read"}; }

Result<std::uint64_t> count_at(const Json::Array& row, std::size_t column) {
  if (column >= row.size() || row[column].as_text() == nullptr) return bad_state();
  return parse_decimal(*row[column].as_text());
}

std::string digest_text(const std::optional<Digest>& digest) {
  return digest ? to_text(*digest) : "-";
}

Result<std::optional<Digest>> digest_at(const Json::Array& row, std::size_t column) {
  if (column >= row.size() || row[column].as_text() == nullptr) return bad_state();
  if (*row[column].as_text() == "-") return std::optional<Digest>();
  return std::optional<Digest>(TRY(parse_digest(*row[column].as_text())));
}

std::string text_of(std::uint64_t count) { return fmt::format("{}", count); }

Result<const Json::Array*> array_in(const Json& state, std::string_view key) {
  const Json* found = state.find(key);
  if (found == nullptr || found->as_array() == nullptr) return bad_state();
  return found->as_array();
}

}  // namespace

Json Chain::save() const {
  Json::Array gaps;
  for (const auto& [first, gap] : gaps_) {
    gaps.push_back(Json::Array{text_of(first), text_of(gap.last), text_of(gap.noticed_at.value)});
  }
  Json::Array edges;
  for (const auto& [number, edge] : edges_) {
    edges.push_back(Json::Array{text_of(number), to_text(edge.id), digest_text(edge.previous)});
  }
  return Json::Object{{"counts", Json::Array{text_of(records_), text_of(largest_), text_of(forks),
                                             text_of(last_index.value)}},
                      {"gaps", std::move(gaps)},
                      {"edges", std::move(edges)}};
}

Result<Chain> Chain::load(const Json& state) {
  Chain chain;
  const Json::Array& counts = *TRY(array_in(state, "counts"));
  chain.records_ = TRY(count_at(counts, 0));
  chain.largest_ = TRY(count_at(counts, 1));
  chain.forks = TRY(count_at(counts, 2));
  chain.last_index = {TRY(count_at(counts, 3))};
  for (const Json& row : *TRY(array_in(state, "gaps"))) {
    if (row.as_array() == nullptr) return bad_state();
    const Gap gap{TRY(count_at(*row.as_array(), 0)),
                  TRY(count_at(*row.as_array(), 1)),
                  {TRY(count_at(*row.as_array(), 2))}};
    chain.gaps_.emplace(gap.first, gap);
  }
  for (const Json& row : *TRY(array_in(state, "edges"))) {
    if (row.as_array() == nullptr) return bad_state();
    const auto id = TRY(digest_at(*row.as_array(), 1));
    if (!id) return bad_state();
    chain.edges_.emplace(TRY(count_at(*row.as_array(), 0)),
                         Edge{*id, TRY(digest_at(*row.as_array(), 2))});
  }
  return chain;
}

}  // namespace armistice
