// SPDX-License-Identifier: Apache-2.0
// Folds a node as the engine does, and keeps the rows in memory to be looked at.
#pragma once

#include "support/node.h"
#include "views/fold.h"

namespace armistice::testing {

/// A value as a test writes it: `7`, `'text'`, the digest as text, or `null`.
std::string to_text(const Value& value);

/// Keeps rows as views.db would, and places as the locator does.
class RowKeeper final : public FoldSink {
 public:
  Result<void> apply(const std::vector<Change>& changes) override;
  Result<void> locate(const Digest& digest, LeafIndex index) override;
  Result<std::vector<LeafIndex>> candidates(const Digest& digest) override;

  /// The rows of a table in the order of their keys, each as its values.
  std::vector<std::vector<Value>> rows(const std::string& table) const;
  /// All rows of all tables, a line each, to compare two folds.
  std::vector<std::string> lines() const;

 private:
  std::map<std::string, std::map<std::vector<Value>, std::vector<Value>>> tables_;
  std::multimap<Digest, LeafIndex> places_;
};

/// Folds on from where `fold` stands up to `size`.
Result<void> fold_to(Node& node, Fold& fold, TreeSize size, Verdicts verdicts);

/// The parts of a saved fold as one object, as text would hold them.
Json saved_of(const Fold& fold);
/// A fold restored from them. Errors: as Fold::restore.
Result<std::unique_ptr<Fold>> restored(Node& node, FoldSink& sink, const Json& saved);

/// A whole fold of the node, verdicts recomputed.
struct WholeFold {
  std::unique_ptr<RowKeeper> rows;
  std::unique_ptr<Fold> fold;
};
WholeFold fold_all(Node& node);

/// The irregularities of an entry, as `word` or `word about detail`…, in order.
std::vector<std::string> words_at(const RowKeeper& rows, LeafIndex index);

}  // namespace armistice::testing
