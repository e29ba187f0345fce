// SPDX-License-Identifier: Apache-2.0
// The common fold: admission and every view over one register, entry by entry. It keeps no file and
// asks nothing of the outside; where rows go is the sink's business, so `verify` can fold again and
// throw the rows away. Spec: views.md §1, §3.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "register/layout.h"
#include "register/replay.h"
#include "register/tile_files.h"
#include "register/tree.h"
#include "views/view.h"

namespace armistice {

/// Where the changes of a fold go, and where earlier records are found by id.
class FoldSink {
 public:
  virtual ~FoldSink() = default;
  virtual Result<void> apply(const std::vector<Change>& changes) = 0;
  /// Remembers where a record or an open body stands.
  virtual Result<void> locate(const Digest& digest, LeafIndex index) = 0;
  /// The places remembered for a digest, ascending; others may be among them, later ones too.
  virtual Result<std::vector<LeafIndex>> candidates(const Digest& digest) = 0;
};

/// A sink that keeps only what a fold must find again.
std::unique_ptr<FoldSink> make_memory_sink();

enum class Verdicts : std::uint8_t {
  stored,      // signatures as the register wrote them down: the node's own, while it runs
  recomputed,  // judged again with every signature
};

class Fold {
 public:
  ~Fold();

  /// A fold that stands before entry 1: genesis is folded. `store` reads earlier entries; it is the
  /// fold's own. Errors: those of start_admission and read_agreement_in_force, `io`.
  static Result<std::unique_ptr<Fold>> start(Env& env, const RegisterLayout& layout,
                                             FoldSink& sink);

  /// The same under another agreement than genesis names: what if. Errors: as start.
  static Result<std::unique_ptr<Fold>> start_under(Env& env, const RegisterLayout& layout,
                                                   FoldSink& sink, AgreementInForce agreement);

  /// A fold is saved part by part, `fold` first and then each view by its name, so that no more of
  /// it than one part lies in memory twice.
  using PutPart = std::function<Result<void>(std::string_view part, const Json& state)>;
  using GetPart = std::function<Result<Json>(std::string_view part)>;

  /// A fold that stands where it was saved. Errors: as start, those of `get`, `damaged` (also if
  /// saved over other entries than stand here now), `unsupported` (saved by another version of the
  /// fold).
  static Result<std::unique_ptr<Fold>> restore(Env& env, const RegisterLayout& layout,
                                               FoldSink& sink, const GetPart& get);

  /// Takes the entry at position(). Errors: `incomplete` (an open body is missing or another: the
  /// position stays), `damaged` (a verdict other than written down), `io`.
  Result<void> take(const Replayed& item, Verdicts verdicts);

  /// How many entries are folded.
  TreeSize position() const { return {admission_.next().value}; }
  const Admission& admission() const { return admission_; }
  /// As it stands at position(), amendments applied.
  const AgreementInForce& agreement() const { return agreement_; }
  const std::vector<std::unique_ptr<View>>& views() const { return views_; }
  /// [view]: the rolling digest.
  const std::vector<Digest>& digests() const { return digests_; }
  std::uint64_t voids() const { return voids_; }

  /// `traffic 10452 sha256:… sha256:… sha256:…`, one line a view.
  std::vector<std::string> digest_lines() const;

  /// Gives what restore() needs, the root at position() included. Errors: those of `put`,
  /// `damaged`, `io`.
  Result<void> save(const PutPart& put) const;

  /// The root of the tree at position(). Errors: `damaged`, `io`.
  Result<Digest> root() const { return tree_->root_at(position()); }

 private:
  class PastOfFold;
  Fold(Env& env, const RegisterLayout& layout, FoldSink& sink, Store store, Admission admission,
       AgreementInForce agreement);
  static Result<std::unique_ptr<Fold>> make(Env& env, const RegisterLayout& layout, FoldSink& sink,
                                            std::optional<AgreementInForce> under = std::nullopt);
  Result<void> fold_genesis();
  Result<std::optional<Error>> verdict_on(const Replayed& item, Verdicts verdicts) const;
  Result<Effect> admit(const Replayed& item, Folded& entry);
  Result<void> fold_views(Folded& entry);
  Result<void> load(const GetPart& get);
  Result<void> load_views(const GetPart& get);

  Env& env_;
  const RegisterLayout layout_;
  FoldSink& sink_;
  Store store_;
  std::unique_ptr<TileFiles> files_;
  std::unique_ptr<Tree> tree_;
  Admission admission_;
  AgreementInForce agreement_;  // changed by the view of amendments alone
  std::vector<std::unique_ptr<View>> views_;
  std::vector<Digest> digests_;
  Bytes canonical_;  // what is hashed next; kept for its memory
  std::uint64_t voids_ = 0;
  std::unique_ptr<PastOfFold> past_;
};

}  // namespace armistice
