// SPDX-License-Identifier: Apache-2.0
// The chain of one key as the traffic view follows it: what is missing, and whether neighbours
// name each other. It remembers ids only at the edges of gaps and at the end, so that its size
// grows with what is irregular and not with what is said.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "base/json.h"
#include "record/header.h"
#include "register/numbers.h"

namespace armistice {

class Chain {
 public:
  struct Gap {
    std::uint64_t first;
    std::uint64_t last;
    LeafIndex noticed_at;
  };

  /// What adding a number showed.
  struct Added {
    bool jumped = false;                  // numbers below it are missing now
    bool filled = false;                  // it was missing
    bool previous_differs = false;        // it and a neighbour do not name each other
    std::optional<std::uint64_t> closed;  // the first number of the gap that is no longer as it was
    std::vector<Gap> opened;              // gaps that are new, or what is left of the one closed
  };

  /// Adds an admitted number. REQUIRES: not added before.
  Added add(const Header& header, const Digest& id, LeafIndex index);

  std::uint64_t records() const { return records_; }
  std::uint64_t largest() const { return largest_; }
  std::uint64_t missing() const { return largest_ - records_; }
  std::uint64_t forks = 0;
  LeafIndex last_index;

  Json save() const;
  static Result<Chain> load(const Json& state);

 private:
  struct Edge {
    Digest id;
    std::optional<Digest> previous;
  };
  bool differs(std::uint64_t number, const Edge& edge) const;
  void forget_inner(std::uint64_t number);
  bool is_missing(std::uint64_t number) const;

  std::uint64_t records_ = 0;
  std::uint64_t largest_ = 0;
  std::map<std::uint64_t, Gap> gaps_;    // by first number
  std::map<std::uint64_t, Edge> edges_;  // by number
};

}  // namespace armistice
