// SPDX-License-Identifier: Apache-2.0
#include "views/rows.h"

#include <gtest/gtest.h>

#include "crypto/hash.h"
#include "support/folding.h"

namespace armistice {
namespace {

constexpr Table table{"thing", 5, 2, "a, b"};

Bytes eight(std::uint64_t value) {
  Bytes out;
  for (int shift = 56; shift >= 0; shift -= 8) out += static_cast<char>(value >> shift);
  return out;
}

// Byte for byte as views.md §3 has it: two parties compare what is made of these.
TEST(Rows, AreWrittenAsThePageSays) {
  Rows rows;
  const Digest digest = sha256("digest");
  rows.put(table, LeafIndex{7}, std::int64_t{-1}, "text", digest, std::optional<std::int64_t>());
  rows.erase(table, std::uint64_t{7}, "");
  const Bytes put = "+" + eight(5) + "thing" + eight(5) + "i" + eight(7) + "i" + eight(~0ULL) +
                    "b" + eight(4) + "text" + "b" + eight(32) + Bytes(digest.view()) + "n";
  const Bytes erased = "-" + eight(5) + "thing" + eight(2) + "i" + eight(7) + "b" + eight(0);
  EXPECT_EQ(canonical_bytes(rows.changes()), put + erased);
}

// Keeps the changes of each entry, to make the rolling digest of them again.
class ChangeKeeper final : public FoldSink {
 public:
  Result<void> apply(const std::vector<Change>& changes) override {
    // Every entry puts its row of `record` first, whose key is its index.
    const auto index = static_cast<std::uint64_t>(std::get<std::int64_t>(changes[0].values[0]));
    digest = sha256(digest.view(), eight(index), canonical_bytes(changes));
    return {};
  }
  Result<void> locate(const Digest&, LeafIndex) override { return {}; }
  Result<std::vector<LeafIndex>> candidates(const Digest&) override {
    return std::vector<LeafIndex>();
  }
  Digest digest = sha256("traffic");
};

TEST(Rows, MakeTheRollingDigest) {
  testing::Node node;
  testing::Author author = node.enrol("unc/delegation");
  node.put(author.write(testing::note("one")));
  node.put("void");
  ChangeKeeper changes;
  const auto fold = Fold::start(real_env(), node.layout(), changes).value();
  ASSERT_TRUE(fold_to(node, *fold, node.size(), Verdicts::recomputed).ok());
  EXPECT_EQ(fold->digests()[0], changes.digest);
  const std::string line = fold->digest_lines()[0];
  EXPECT_TRUE(line.starts_with("traffic 4 sha256:")) << line;
  EXPECT_TRUE(
      line.ends_with(" " + to_text(node.genesis().agreement) + " " + to_text(changes.digest)))
      << line;
}

}  // namespace
}  // namespace armistice
