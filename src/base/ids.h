// SPDX-License-Identifier: Apache-2.0
// Numbers that must not be mixed up. A LeafIndex counts from 0; a TreeSize counts leaves.
#pragma once

#include <compare>
#include <cstdint>

namespace armistice {

struct LeafIndex {
  std::uint64_t value = 0;
  friend auto operator<=>(const LeafIndex&, const LeafIndex&) = default;
};

struct TreeSize {
  std::uint64_t value = 0;
  friend auto operator<=>(const TreeSize&, const TreeSize&) = default;
};

/// Whether a tree of `size` leaves holds the leaf `index`.
constexpr bool covers(TreeSize size, LeafIndex index) { return index.value < size.value; }

}  // namespace armistice
