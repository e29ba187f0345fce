// SPDX-License-Identifier: Apache-2.0
// Random histories of a circle: chains with gaps, forks, late fills and lies, keys, clocks, joint
// records, withdrawals, retractions, and entries that are no records.
#pragma once

#include "property/generators.h"
#include "support/node.h"

namespace armistice::property {

/// Draws entries one after the other, knowing what was drawn before.
class History {
 public:
  explicit History(testing::Node& node) : node_(node), ordinary_(*rc::gen::inRange(0, 5) > 0) {}

  /// What the next entry is; the node decides what becomes of it.
  Submission draw();
  /// Draws and puts `count` entries.
  void put(std::size_t count);

 private:
  Submission say();
  Submission out_of_turn();
  Submission refer();
  Submission enrol(const std::string& name);
  Submission clock(std::uint64_t size, const std::vector<std::string>& parties);
  Submission joint();
  Submission broken();
  testing::Author& author(const std::string& name);
  testing::Author& someone();
  Digest any_id();

  testing::Node& node_;
  const bool ordinary_;
  std::map<std::string, testing::Author> authors_;
  std::vector<Submission> drawn_;
  std::vector<Submission> drafts_;  // joint records, put or not
  std::int64_t time_s_ = 1'000;
};

}  // namespace armistice::property
