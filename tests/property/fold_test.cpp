// SPDX-License-Identifier: Apache-2.0
// Over random histories: a fold that goes on is a fold that begins again, at every prefix; and
// admission goes on from its saved state as if it had never stopped.
#include <gtest/gtest.h>

#include "property/history.h"
#include "support/folding.h"

namespace armistice {
namespace {

using property::History;
using testing::fold_to;
using testing::Node;
using testing::RowKeeper;

// One fold goes on from entry to entry, saved and loaded now and then; at each place another begins
// anew and judges every signature again.
RC_GTEST_PROP(FoldProperty, GoingOnIsBeginningAgain, ()) {
  Node node;
  History(node).put(*rc::gen::inRange<std::size_t>(1, 15));
  RowKeeper rows;
  auto fold = Fold::start(real_env(), node.layout(), rows).value();
  for (std::uint64_t size = 2; size <= node.size().value; ++size) {
    RC_ASSERT(fold_to(node, *fold, TreeSize{size}, Verdicts::stored).ok());
    if (*rc::gen::inRange(0, 3) == 0) {
      const Json saved = testing::saved_of(*fold);
      fold = testing::restored(node, rows, saved).value();
    }
    if (size % 5 != 0 && size != node.size().value) continue;
    RowKeeper again_rows;
    const auto again = Fold::start(real_env(), node.layout(), again_rows).value();
    RC_ASSERT(fold_to(node, *again, TreeSize{size}, Verdicts::recomputed).ok());
    RC_ASSERT(fold->digest_lines() == again->digest_lines());
    RC_ASSERT(rows.lines() == again_rows.lines());
    RC_ASSERT(fold->voids() == again->voids());
    RC_ASSERT(testing::saved_of(*fold) == testing::saved_of(*again));
  }
}

// Judges and admits the entries [first, last) of a node.
std::vector<std::string> judge(Node& node, Admission& admission, std::uint64_t first,
                               std::uint64_t last) {
  std::vector<std::string> verdicts;
  node.store()
      .entries(LeafIndex{first}, LeafIndex{last},
               [&](StoredEntry row) -> Result<void> {
                 const CheckedEntry entry = check_entry(row.entry, *admission.roster());
                 const auto verdict = admission.judge(entry);
                 std::string word(verdict.ok() ? "admitted" : errc_word(verdict.error().code));
                 if (!verdict.ok()) {
                   admission.pass();
                 } else if (TRY(admission.admit(*entry.record, row.body)).inert) {
                   word += ", inert";
                 }
                 verdicts.push_back(word);
                 return {};
               })
      .value();
  return verdicts;
}

Admission started(Node& node) {
  StoredEntry genesis = node.store().entry(LeafIndex{0}).value();
  return Admission::start(parse_record(genesis.entry).value(), *genesis.body).value();
}

TEST(AdmissionProperty, GoesOnFromItsSavedState) {
  std::map<std::string, int> seen;
  EXPECT_TRUE(rc::check([&] {
    Node node;
    History(node).put(*rc::gen::inRange<std::size_t>(20, 40));
    const std::uint64_t size = node.size().value;
    const auto cut = *rc::gen::inRange<std::uint64_t>(1, size + 1);
    Admission first = started(node);
    for (const std::string& verdict : judge(node, first, 1, cut)) ++seen[verdict];
    Admission second = started(node);
    RC_ASSERT(second.restore(parse_json(to_text(first.state_json())).value()).ok());
    RC_ASSERT(second.state_json() == first.state_json());
    const auto verdicts = judge(node, first, cut, size);
    RC_ASSERT(judge(node, second, cut, size) == verdicts);
    RC_ASSERT(second.state_json() == first.state_json());
    RC_ASSERT(first.state_json() == node.admission().state_json());
    for (const std::string& verdict : verdicts) ++seen[verdict];
  }));
  // The histories are worth something only if all of this comes up in them.
  for (const char* verdict : {"admitted", "admitted, inert", "malformed", "unknown_key",
                              "bad_signature", "number_taken", "expired", "withdrawn"}) {
    EXPECT_GT(seen[verdict], 0) << verdict;
  }
}

}  // namespace
}  // namespace armistice
