// SPDX-License-Identifier: Apache-2.0
// The commit of one batch: entries, chains and the new head in one transaction, then the head again
// in its own file, then receipts. Everything here runs on the writer's thread.
// What a crash means at each step is said in batch_writer.cpp. Spec: register.md §4.
#pragma once

#include <functional>
#include <mutex>
#include <optional>
#include <vector>

#include "register/admission.h"
#include "register/head_file.h"
#include "register/store.h"
#include "register/tree.h"

namespace armistice {

struct Receipt {
  LeafIndex index;
  Bytes proof;            // a tlog-proof under the first stored head that covers the record
  bool repeated = false;  // the record stood already; the proof is the one given then
};

/// A record that waits for its place.
struct Pending {
  CheckedEntry checked;
  Digest leaf;
  std::optional<Bytes> body;
  std::function<void(Result<Receipt>)> done;
};

/// A tree with the lock that its readers and its writer share.
struct SharedTree {
  std::mutex mutex;
  Tree tree;
  TreeSize committed;  // leaves above it may yet never have been
  explicit SharedTree(Tree t) : tree(std::move(t)), committed(tree.size()) {}
};

class BatchWriter {
 public:
  BatchWriter(Env& env, const NamedKey& log, Store store, Admission admission, HeadFile head,
              SharedTree& tree);

  /// Commits a batch and gives each record its receipt or refusal; `busy` to all of them if another
  /// process is writing, which changes nothing. An error means that a write failed: what is on disk
  /// is unknown, and commit() must never be called again.
  /// REQUIRES: at most limits::batch_records_max.
  Result<std::vector<Result<Receipt>>> commit(std::span<const Pending> batch);

  const Admission& admission() const { return admission_; }
  /// The note of the last head; empty before the first.
  const Bytes& last_head() const { return last_head_; }
  /// Records after the last clock record, other than clock records.
  std::uint64_t since_clock() const { return since_clock_; }
  void set_last_head(Bytes note, std::uint64_t since_clock);
  Store& store() { return store_; }

 private:
  struct Place {
    std::optional<Error> refused;
    LeafIndex index;
    bool repeated = false;
  };

  Result<Place> place(const Pending& pending);
  Result<Place> place_admitted(const Pending& pending);
  Result<Place> place_taken(const Record& record, const Error& refusal);
  Result<void> put_head();
  Result<void> save_state();
  Result<StoredHead> receipt_head(LeafIndex index);
  Result<Receipt> receipt(const Place& place);

  Env& env_;
  const NamedKey& log_;
  Store store_;
  Admission admission_;
  HeadFile head_;
  SharedTree& tree_;
  Bytes last_head_;
  std::uint64_t since_clock_ = 0;
  LeafIndex state_saved_at_;  // or passed, when nothing was saved there
  TreeSize fresh_from_;       // leaves from here on stand first under last_head_
};

}  // namespace armistice
