// SPDX-License-Identifier: Apache-2.0
// The entry that the docket folds now, and short words for what it is asked. For the docket's own
// files.
#pragma once

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "terms/has.h"
#include "views/docket/docket.h"

namespace armistice {

using Names = std::vector<std::string>;

inline bool has_reference(const Header& header, const Digest& id) {
  return std::binary_search(header.refers.begin(), header.refers.end(), id);
}

inline std::string joined(const Names& names) { return fmt::format("{}", fmt::join(names, " ")); }

template <typename Enum, std::size_t N>
std::string_view word_of(Enum value, const std::array<std::string_view, N>& words) {
  return words[static_cast<std::size_t>(value)];
}

struct DocketView::Turn {
  const Folded& entry;
  Rows& rows;
  Irregularities notices;
  bool stands;  // of a draft: the joint record is on the register already

  const Header& header() const { return entry.record->header; }
  const Digest& id() const { return entry.record->id; }
  LeafIndex index() const { return entry.index; }
  Names present() const { return header().is_joint() ? header().signers : Names{header().author}; }
  Subject subject(const DocketCase& one) const { return {index(), id(), one.index}; }
};

}  // namespace armistice
