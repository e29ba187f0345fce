// SPDX-License-Identifier: Apache-2.0
// The engine: the common fold of one register, its rows and its state in views.db. Rows and how far
// they stand move in one transaction; the state is written now and then, since all of it is
// written: a start loads it, and folds what came after it again. views.db may be deleted at any
// time. What folds and writes belongs to one thread at a time; rows may be read from any.
// Spec: views.md §2.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>

#include "base/database.h"
#include "views/fold.h"
#include "views/sqlite_sink.h"

namespace armistice {

class Engine {
 public:
  /// Opens views.db at `path`, or makes it anew when it is not there, cannot be read, or was folded
  /// by another version or from another register. Errors: those of Fold::start, `io`.
  static Result<std::unique_ptr<Engine>> open(Env& env, RegisterLayout layout, Path path);

  ~Engine();

  /// Called with the position now and then while folding goes on.
  using Progress = std::function<void(TreeSize)>;

  /// Folds the entries up to `size`, trusting the verdicts that the register wrote down.
  /// An open body that is missing stops the fold there; see State. A views.db that turns out to be
  /// damaged is folded again, once. After an error the next call starts from what is on disk.
  /// Errors: `damaged`, `io`.
  Result<void> catch_up(TreeSize size, const Progress& progress = {});

  /// The same in two: follow() returns once the rows of the entries can be read, tidy() does what
  /// may wait: it writes the state if it is worth it, and moves what was logged into the file.
  Result<void> follow(TreeSize size, const Progress& progress = {});
  Result<void> tidy();

  /// Folds everything again from record 0 into a new file, judging every entry again, and puts the
  /// file in the place of the old one. Errors: as catch_up; then the old rows stay.
  Result<void> rebuild(TreeSize size, const Progress& progress = {});

  struct State {
    TreeSize position;
    std::vector<std::string> digest_lines;  // one a view
    std::optional<Error> incomplete;        // why the fold stands still
  };
  State state() const;

  /// The agreement as it stands at the position folded to, amendments applied. It stays where it is
  /// as long as the engine lives, whatever comes into force later. Nothing: nothing was folded yet.
  const AgreementInForce* agreement() const;

  /// Runs `read`, which gives a Result, with a database to read rows from. Not to be nested.
  /// Errors: `busy` (views.db is being replaced), those of `read`.
  template <typename Read>
  auto with_rows(Read read) -> decltype(read(std::declval<Database&>())) {
    const std::lock_guard lock(reader_mutex_);
    if (!reader_) return no_rows();
    return read(*reader_);
  }

  /// Where the record, or the first record with the open body, of this digest stands: an admitted
  /// one, or else a void one; nothing if it is not among the folded. Errors: `busy`, `io`.
  Result<std::optional<LeafIndex>> find_record(const Digest& id);
  Result<std::optional<LeafIndex>> find_body(const Digest& digest);

 private:
  Engine(Env& env, RegisterLayout layout, Path path);
  static Error no_rows() { return Error{Errc::busy, "views.db is being replaced"}; }
  Result<void> load();
  Result<void> open_file(const Path& path, bool anew);
  void close_file();
  Result<void> open_reader();
  void close_reader();
  Result<void> fold_to(TreeSize size, Verdicts verdicts, const Progress& progress);
  Result<void> fold_batches(TreeSize size, Verdicts verdicts, const Progress& progress);
  Result<void> fold_batch(LeafIndex last, Verdicts verdicts, const Progress& progress,
                          std::optional<Error>& incomplete);
  Result<void> replay_to(LeafIndex last, Verdicts verdicts, const Progress& progress);
  Result<void> fold_tail();
  Result<void> save_standing();
  Result<void> save_state();
  Result<Json> saved_part(Database& database, std::string_view part);
  bool is_state_due() const;
  void publish(std::optional<Error> incomplete);
  Result<std::optional<LeafIndex>> find(const Digest& digest,
                                        const std::function<bool(const Record&)>& is_it);

  Env& env_;
  const RegisterLayout layout_;
  const Path path_;
  std::optional<Store> store_;  // to replay from
  std::unique_ptr<SqliteSink> sink_;
  std::unique_ptr<Fold> fold_;  // nothing after an error: it may be ahead of its rows
  std::map<std::string, Digest> state_digests_;  // of the parts as written last
  TreeSize saved_at_;                            // where the state was written last
  std::size_t state_bytes_ = 0;                  // as it was written there
  bool mended_ = false;

  std::mutex reader_mutex_;
  std::optional<Database> reader_;
  std::optional<Store> reader_store_;

  mutable std::mutex state_mutex_;
  State state_;
  std::vector<std::unique_ptr<const AgreementInForce>> agreements_;  // each that was in force
};

}  // namespace armistice
