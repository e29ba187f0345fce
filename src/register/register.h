// SPDX-License-Identifier: Apache-2.0
// The register: one writer that puts records into an order, durably, and proves it. It judges who
// signed and in what order, never what was said.
//
// Threads: every function may be called from any thread. Two threads run inside: the writer, which
// commits what waits (no timer: a commit takes whatever came while the last one was on its way to
// disk), and the shelver (shelver.h). Spec: register.md.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

#include "register/batch_writer.h"
#include "register/layout.h"
#include "register/proof.h"
#include "register/shelver.h"
#include "register/submission.h"
#include "register/tile_files.h"
#include "register/writer_queue.h"

namespace armistice {

class Register {
 public:
  using Done = std::function<void(Result<Receipt>)>;

  /// Makes a register whose record 0 is `genesis`. After a crash, either open() or this works.
  /// Errors: `exists`, those of Admission::start,
  /// `unknown_key` (the log's key is not that of genesis), `io`.
  static Result<void> create(Env& env, const RegisterLayout& layout, const Submission& genesis,
                             const NamedKey& log);

  /// Opens a register to write. Errors: `busy` (another writer), `rolled_back` (the database lies
  /// below `head`), `inconsistent` (it is another history), `damaged`, `unknown_key`, `io`.
  static Result<std::unique_ptr<Register>> open(Env& env, RegisterLayout layout, NamedKey log);

  ~Register();

  /// Takes a record and calls `done` once, from the writer's thread or this one, when its receipt
  /// is on disk or it was refused. Verification runs here, on the caller's thread, under the roster
  /// of the last commit: a key may author once its own record has a receipt. Guarantees: nobody
  /// ever holds a receipt for a record that a crash can lose. After a write that failed nothing is
  /// accepted until a restart (but for a large body's file: its record is refused). Errors: those
  /// of register.md §3; `digest_mismatch` (body), `incomplete` (an open body is not there), `busy`
  /// (the queue is full, or a joint record needs a younger clock), `closed`, `io`.
  void submit(Submission submission, Done done);

  /// Whether this is a joint record that is good but for a younger clock, so that a clock record is
  /// worth its six signatures: bytes that anybody could make get none. Errors: those of submit().
  Result<bool> waits_for_clock(const Submission& submission) const;

  /// submit(), waiting for the receipt.
  Result<Receipt> append(Submission submission);

  /// Keeps the good cosignatures of one of our heads and, when enough have come, puts it on display
  /// with all lines known. The head returned has what there is. Errors: those of read_head;
  /// `inconsistent` (not a head of this register), `closed`, `io`.
  Result<Head> add_cosignatures(ByteView note);

  struct State {
    TreeSize size;  // accepted
    Bytes head;     // the accepted head's note
    std::shared_ptr<const Roster> roster;
    std::optional<UtcSeconds> clock;
    TreeSize clock_size;            // of the last head on record
    std::uint64_t since_clock = 0;  // records after the last clock record, other than clock records
    std::optional<Mode> mode;       // of the last head on record
  };
  State state() const;
  const Genesis& genesis() const { return *genesis_; }
  const Digest& circle() const { return circle_; }
  const RegisterLayout& layout() const { return layout_; }
  /// Why nothing is accepted any more; nothing while all is well.
  std::optional<Error> failure() const;
  /// What was found and mended when opening, for the operator.
  const std::vector<std::string>& notices() const { return notices_; }

  /// A tile or bundle of any accepted size. Errors: `not_found`, `io`.
  Result<Bytes> tile(const TileId& id);
  /// The proof of a record under one of our heads, whose lines are verified again. Errors:
  /// `out_of_range`, those of read_head, `damaged`, `io`.
  Result<TlogProof> prove(LeafIndex index, const StoredHead& head);
  Result<std::vector<Digest>> consistency(TreeSize first, TreeSize second);
  Result<Digest> root_at(TreeSize size);

  /// Runs `read` with a store to read from. Not to be nested.
  template <typename Read>
  auto with_store(Read read) -> decltype(read(std::declval<Store&>())) {
    const std::lock_guard lock(reader_mutex_);
    return read(reader_);
  }

  /// Called after every commit, from the writer's thread. Set before the first submit().
  void on_commit(std::function<void()> listener) { listener_ = std::move(listener); }

  /// Waits until every full tile so far is a file. Errors: `io`.
  Result<void> flush_tiles() { return shelver_.flush(); }

 private:
  struct Parts;  // what opening makes; register_open.cpp
  Register(Env& env, RegisterLayout layout, Parts parts);

  Result<void> check_submission(const CheckedEntry& entry, const std::optional<Bytes>& body,
                                const Roster& roster) const;
  Result<Pending> check(Submission submission) const;
  bool has_young_clock() const;
  void write_loop();
  void commit_batch(const std::vector<Pending>& batch);
  void restart_log();
  void publish_state();
  void close_for(const Error& error);
  Result<void> is_open() const;
  Result<Bytes> bundle(const TileId& id);
  Result<Head> keep_cosignatures(const Head& offered, const SignedNote& note,
                                 const StoredHead& stored);

  Env& env_;
  const RegisterLayout layout_;
  const std::unique_ptr<FileLock> lock_;
  const std::unique_ptr<const NamedKey> log_;
  const Digest circle_;
  const std::shared_ptr<const Genesis> genesis_;
  const std::vector<std::string> notices_;
  std::function<void()> listener_;

  // Set once, by whichever thread sees a write fail.
  std::atomic<bool> closed_ = false;
  mutable std::mutex failure_mutex_;
  std::optional<Error> failure_;

  const std::unique_ptr<SharedTree> tree_;
  const std::unique_ptr<TileFiles> files_;
  BatchWriter batch_writer_;  // the writer's thread alone
  Shelver shelver_;

  std::mutex reader_mutex_;
  Store reader_;
  std::mutex counted_mutex_;
  Store counted_;

  mutable std::mutex state_mutex_;
  State state_;

  std::int64_t log_pages_due_;  // when the writer itself restarts the log; its thread alone

  WriterQueue queue_;
  std::thread writer_;
};

}  // namespace armistice
