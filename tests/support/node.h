// SPDX-License-Identifier: Apache-2.0
// A node with one register, written by a secretary that puts into the tree whatever it is handed,
// void entries included: an honest register would never hold them, and every reader must get over
// them. What admission says of each entry is written down honestly unless a test lies about it.
#pragma once

#include "register/admission.h"
#include "register/layout.h"
#include "register/store.h"
#include "register/tree.h"
#include "support/circle.h"
#include "support/temp.h"

namespace armistice::testing {

class Node {
 public:
  explicit Node(const Genesis& genesis = example_genesis());

  const Genesis& genesis() const { return admission_->genesis(); }
  const Digest& circle() const { return admission_->circle(); }
  const RegisterLayout& layout() const { return layout_; }
  const Admission& admission() const { return *admission_; }
  Store& store() { return *store_; }
  TreeSize size() const { return tree_.size(); }
  Digest root_at(TreeSize size) { return tree_.root_at(size).value(); }
  /// The head over what stands so far, or over the first `size` entries.
  Checkpoint head() { return head(size()); }
  Checkpoint head(TreeSize size) { return {genesis().origin, size, root_at(size)}; }

  /// Puts an entry behind the last. A body that is not given is not there.
  LeafIndex put(const Submission& submission);
  LeafIndex put(Bytes entry) { return put(Submission{std::move(entry), std::nullopt}); }
  /// The same, with this verdict written down instead of what admission says.
  LeafIndex put_as(const Submission& submission, std::optional<Errc> verdict);
  /// What admission said of the entry put last; nothing: admitted.
  std::optional<Errc> verdict() const { return verdict_; }
  /// Whether the key or clock record put last acted.
  bool acted() const { return effect_ && !effect_->inert; }

  /// Puts the enrolment of an author's key, by the root of its party, and gives the author.
  Author enrol(const std::string& name);
  /// Puts a clock record over the head of now, cosigned by these parties at this time.
  LeafIndex put_clock(const std::vector<std::string>& parties, std::int64_t time_s);
  LeafIndex put_clock(const Bytes& checkpoint);
  Author& root(const std::string& party) { return author(party + "/root"); }
  Author& secretary() { return author(genesis().secretary.name); }

  /// Stores the head over what stands so far, the file `head` and the full tiles, so that the node
  /// can be opened like any other.
  void publish();

  /// Every side and every neutral of the example circle.
  static const std::vector<std::string>& everybody();

 private:
  Author& author(const std::string& name);
  void judge(const CheckedEntry& entry, const std::optional<Bytes>& body);

  TempFolder folder_;
  RegisterLayout layout_;
  std::unique_ptr<Store> store_;
  std::unique_ptr<Admission> admission_;
  Tree tree_;
  std::map<std::string, Author> authors_;
  std::optional<Errc> verdict_;
  std::optional<Effect> effect_;
  std::optional<std::size_t> slot_;  // of `head`, written last
};

}  // namespace armistice::testing
