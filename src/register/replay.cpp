// SPDX-License-Identifier: Apache-2.0
#include "register/replay.h"

#include <fmt/format.h>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

#include "register/bodies.h"
#include "register/merkle.h"

namespace armistice {
namespace {

constexpr std::uint64_t chunk_entries = 256;
constexpr std::size_t chunks_ahead_max = 8;  // bounds memory: 8 chunks of 256 records
constexpr std::size_t state_bytes_max = 256U << 20;

// Where the body of an entry is found, and whether it is the one that the text names. A file in
// bodies/ stands in for a row that is empty or damaged.
Result<void> find_body(Env& env, const RegisterLayout& layout, const BodyRef& ref,
                       std::optional<Bytes> stored, Replayed& out) {
  const auto hold = [&](Bytes body) {
    if (!check_body(ref, body).ok()) return false;
    out.body_state = BodyState::held;
    out.body = std::move(body);
    return true;
  };
  const bool in_row = stored.has_value();
  if (in_row && hold(*std::move(stored))) return {};
  auto file = read_body_file(env, layout, ref.digest);
  const bool in_file = file.ok();
  const Errc why_not = in_file ? Errc::not_found : file.error().code;
  if (!in_file && why_not != Errc::damaged && why_not != Errc::not_found && !in_row) {
    return file.error();
  }
  if (in_file && hold(*std::move(file))) return {};
  if (in_row || in_file || why_not == Errc::damaged) {
    out.body_state = BodyState::other;
  } else {
    out.body_state = ref.form == BodyForm::open ? BodyState::missing : BodyState::withheld;
  }
  return {};
}

struct Chunk {
  std::vector<Replayed> items;
  std::optional<Error> error;  // after the items
  bool ready = false;
};

class Replay {
 public:
  Replay(Env& env, const RegisterLayout& layout, Store& store, LeafIndex first, LeafIndex last,
         const ReplayOptions& options, const std::function<std::shared_ptr<const Roster>()>& roster)
      : env_(env),
        layout_(layout),
        last_(last),
        options_(options),
        newest_roster_(roster),
        store_(store),
        next_(first),
        roster_(roster()) {}

  Result<void> run(const std::function<Result<void>(const Replayed&)>& take) {
    // A short stretch is not worth a thread.
    if (last_.value - next_.value <= 16 || options_.workers == 0) return run_here(take);
    std::vector<std::jthread> workers;
    for (unsigned i = 0; i < options_.workers; ++i) workers.emplace_back([this] { work(); });
    const auto taken = take_all(take);
    {
      const std::lock_guard lock(mutex_);
      stopped_ = true;
    }
    changed_.notify_all();
    return taken;
  }

 private:
  Result<void> run_here(const std::function<Result<void>(const Replayed&)>& take) {
    while (next_ < last_) {
      Chunk chunk;
      std::vector<StoredEntry> rows;
      chunk.error = read_rows(rows);
      check_rows(std::move(rows), chunk);
      TRY(hand_on(chunk, take));
    }
    return {};
  }

  Result<void> hand_on(Chunk& chunk, const std::function<Result<void>(const Replayed&)>& take) {
    for (const Replayed& item : chunk.items) TRY(take(item));
    if (chunk.error) return *chunk.error;
    const std::lock_guard lock(mutex_);
    roster_ = newest_roster_();
    return {};
  }

  Result<void> take_all(const std::function<Result<void>(const Replayed&)>& take) {
    while (true) {
      std::shared_ptr<Chunk> chunk;
      {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] {
          return (next_ >= last_ && ahead_.empty()) || (!ahead_.empty() && ahead_.front()->ready);
        });
        if (ahead_.empty()) return {};
        chunk = std::move(ahead_.front());
        ahead_.pop_front();
      }
      changed_.notify_all();
      TRY(hand_on(*chunk, take));
      const std::lock_guard lock(mutex_);
      spent_.push_back(std::move(chunk));
    }
  }

  // What a worker made a worker frees, after the lock: the calling thread has enough to do.
  void work() {
    while (true) {
      auto chunk = std::make_shared<Chunk>();
      std::vector<std::shared_ptr<Chunk>> spent;
      std::vector<StoredEntry> rows;
      {
        std::unique_lock lock(mutex_);
        changed_.wait(
            lock, [&] { return stopped_ || next_ >= last_ || ahead_.size() < chunks_ahead_max; });
        if (stopped_ || next_ >= last_) return;
        ahead_.push_back(chunk);
        spent.swap(spent_);
        chunk->error = read_rows(rows);
      }
      check_rows(std::move(rows), *chunk);
      {
        const std::lock_guard lock(mutex_);
        chunk->ready = true;
      }
      changed_.notify_all();
    }
  }

  // Takes the next rows from the store; after an error there are no next rows.
  std::optional<Error> read_rows(std::vector<StoredEntry>& rows) {
    const LeafIndex end{std::min(next_.value + chunk_entries, last_.value)};
    const auto read = store_.entries(next_, end, [&](StoredEntry row) -> Result<void> {
      rows.push_back(std::move(row));
      return {};
    });
    next_ = read.ok() ? end : last_;
    return read.ok() ? std::optional<Error>() : read.error();
  }

  void check_rows(std::vector<StoredEntry> rows, Chunk& chunk) {
    std::shared_ptr<const Roster> roster;
    {
      const std::lock_guard lock(mutex_);
      roster = roster_;
    }
    for (StoredEntry& row : rows) {
      auto item = check_row(std::move(row), *roster);
      if (!item.ok()) {
        chunk.error = item.error();
        return;
      }
      chunk.items.push_back(*std::move(item));
    }
  }

  Result<Replayed> check_row(StoredEntry row, const Roster& roster) {
    const Digest leaf = leaf_hash(row.entry);
    Replayed item{row.index,
                  leaf,
                  options_.verify_lines ? check_entry(std::move(row.entry), roster)
                                        : CheckedEntry{parse_record(std::move(row.entry)), {}},
                  row.voided,
                  BodyState::missing,
                  std::nullopt,
                  std::nullopt};
    if (!item.entry.record.ok()) return item;
    const Header& header = item.entry.record->header;
    TRY(find_body(env_, layout_, header.body, std::move(row.body), item));
    if (options_.parse_bodies && item.body && header.body.form == BodyForm::open &&
        is_known_kind(header.kind)) {
      item.parsed = parse_body(header.kind, *item.body);
    }
    return item;
  }

  Env& env_;
  const RegisterLayout& layout_;
  const LeafIndex last_;
  const ReplayOptions options_;
  const std::function<std::shared_ptr<const Roster>()>& newest_roster_;  // calling thread only

  std::mutex mutex_;  // for all below
  std::condition_variable changed_;
  Store& store_;
  LeafIndex next_;  // not yet read
  std::shared_ptr<const Roster> roster_;
  std::deque<std::shared_ptr<Chunk>> ahead_;   // in register order
  std::vector<std::shared_ptr<Chunk>> spent_;  // taken, and to be freed
  bool stopped_ = false;
};

}  // namespace

Result<void> replay(Env& env, const RegisterLayout& layout, Store& store, LeafIndex first,
                    LeafIndex last, const ReplayOptions& options,
                    const std::function<std::shared_ptr<const Roster>()>& roster,
                    const std::function<Result<void>(const Replayed&)>& take) {
  return Replay(env, layout, store, first, last, options, roster).run(take);
}

Result<Admission> start_admission(Env& env, const RegisterLayout& layout, Store& store) {
  StoredEntry row = TRY(store.entry(LeafIndex{0}).within("genesis"));
  const Record record = TRY(parse_record(std::move(row.entry)).within("genesis"));
  if (!row.body || !check_body(record.header.body, *row.body).ok()) {
    auto file = read_body_file(env, layout, record.header.body.digest);
    if (file.ok()) row.body = *std::move(file);
  }
  if (!row.body) return Error{Errc::incomplete, "the body of genesis is missing"};
  return Admission::start(record, *row.body).within("genesis");
}

namespace {

// Takes up the newest saved state. One that is damaged is passed over: an older one takes longer.
Result<void> restore_state(Store& store, TreeSize size, Admission& admission) {
  LeafIndex at{size.value};
  while (true) {
    const auto saved = store.state_at(at);
    if (!saved.ok() && saved.error().code == Errc::not_found) return {};
    if (!saved.ok()) return saved.error();
    if (saved->intact) {
      TRY(admission.restore(TRY(parse_json(saved->json, state_bytes_max))));
      if (admission.next() == saved->position) return {};
      return Error{Errc::damaged, fmt::format("register.db: the state at {} is that of {}",
                                              saved->position.value, admission.next().value)};
    }
    if (saved->position.value == 0) return {};
    at = {saved->position.value - 1};
  }
}

Result<void> take_in(Admission& admission, const Replayed& item) {
  const auto verdict = admission.judge(item.entry);
  const auto word = verdict.ok() ? std::optional<Errc>() : verdict.error().code;
  if (word != item.voided) {
    return Error{Errc::damaged,
                 fmt::format("register.db: entry {} is {}, and was written down as {}",
                             item.index.value, word ? errc_word(*word) : "admitted",
                             item.voided ? errc_word(*item.voided) : "admitted")};
  }
  if (verdict.ok()) {
    TRY(admission.admit(*item.entry.record, item.body));
  } else {
    admission.pass();
  }
  return {};
}

}  // namespace

Result<Admission> load_admission(Env& env, const RegisterLayout& layout, Store& store,
                                 TreeSize size, const Look& look) {
  Admission admission = TRY(start_admission(env, layout, store));
  TRY(restore_state(store, size, admission));
  const auto take = [&](const Replayed& item) -> Result<void> {
    TRY(take_in(admission, item));
    return look ? look(item, admission) : Result<void>();
  };
  TRY(replay(
      env, layout, store, admission.next(), LeafIndex{size.value}, {},
      [&] { return admission.roster(); }, take));
  return admission;
}

}  // namespace armistice
