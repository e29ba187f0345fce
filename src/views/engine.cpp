// SPDX-License-Identifier: Apache-2.0
#include "views/engine.h"

#include <fmt/format.h>

#include "crypto/hash.h"
#include "views/engine.sql.h"

namespace armistice {
namespace {

constexpr std::uint64_t entries_a_transaction = 8'192;
// The locator's rows come in no order, so that every transaction touches all of its pages: a
// rebuild has few transactions, and a cache that holds them.
constexpr std::uint64_t entries_a_rebuilding_transaction = 131'072;
// So it is with a long way to catch up, as after a deleted views.db; readers see less often how far
// it came.
constexpr std::uint64_t entries_a_long_transaction = 65'536;
constexpr std::uint64_t entries_a_long_way = 131'072;
constexpr std::uint64_t entries_a_progress = 8'192;
// Fewer are not worth a second thread for their rows: one record must reach its findings at once.
constexpr std::uint64_t entries_for_a_writer = 1'024;
constexpr std::int64_t log_pages_between = 2'048;  // 8 MiB
// On a long way every transaction changes most pages that the one before changed: what stands in
// the log many times is copied once.
constexpr std::int64_t log_pages_of_a_long_way = 65'536;  // 256 MiB
constexpr std::size_t state_bytes_max = 900U << 20;
// The state is written whole: once so many of its bytes come to one new entry, so that what it
// costs an entry is bounded, and a start folds no more again than it takes to load the state.
constexpr std::uint64_t state_bytes_an_entry = 2'048;
constexpr std::uint64_t tail_entries_min = 64;
constexpr std::uint64_t tail_entries_max = 131'072;

Error contradiction() { return Error{Errc::damaged, "views.db contradicts itself"}; }

std::string digests_text(const Fold& fold) {
  std::string out;
  for (const Digest& digest : fold.digests()) {
    if (!out.empty()) out += ' ';
    out += to_text(digest);
  }
  return out;
}

// The tables and indices that this program makes, told apart by 31 bits. A file with others is
// folded again: queries may ask for a column or an index that is not there, and rows alone do not
// show it.
std::int64_t schema_number() {
  Bytes all(engine_sql);
  AgreementInForce none;
  for (const auto& view : make_views(none)) all += view->schema();
  const Digest digest = sha256(all);
  std::int64_t number = 0;
  for (std::size_t i = 0; i < 4; ++i) number = number << 8 | digest.bytes[i];
  return number & 0x7fff'ffff;
}

Result<void> check_schema(Database& database) {
  Statement select = TRY(database.prepare("PRAGMA user_version"));
  if (TRY(select.next()) && select.integer(0) == schema_number()) return {};
  return Error{Errc::damaged, "views.db has other tables"};
}

Result<void> remove_database(Env& env, const Path& path) {
  for (const char* suffix : {"", "-wal", "-shm"}) {
    Path file = path;
    file += suffix;
    if (env.exists(file)) TRY(env.remove(file));
  }
  return env.sync_directory(path.has_parent_path() ? path.parent_path() : Path("."));
}

}  // namespace

Engine::Engine(Env& env, RegisterLayout layout, Path path)
    : env_(env), layout_(std::move(layout)), path_(std::move(path)) {}

Engine::~Engine() = default;

Result<std::unique_ptr<Engine>> Engine::open(Env& env, RegisterLayout layout, Path path) {
  std::unique_ptr<Engine> engine(new Engine(env, std::move(layout), std::move(path)));
  TRY(engine->load());
  return engine;
}

// Takes up views.db where it stands. What cannot be loaded is folded again; only what the register
// itself says can stop that.
Result<void> Engine::load() {
  const bool there = env_.exists(path_);
  auto opened = there ? open_file(path_, false) : Error{Errc::not_found, "no views.db"};
  if (!opened.ok()) {
    close_file();
    close_reader();
    TRY(remove_database(env_, path_));
    opened = open_file(path_, true);
  }
  if (opened.ok()) opened = open_reader();
  if (!opened.ok()) {
    close_file();
    return opened;
  }
  publish(std::nullopt);
  return {};
}

void Engine::close_file() {
  fold_.reset();
  sink_.reset();
}

void Engine::close_reader() {
  const std::lock_guard lock(reader_mutex_);
  reader_.reset();
}

Result<void> Engine::open_file(const Path& path, bool anew) {
  store_.emplace(TRY(Store::open(env_, layout_.database(), DatabaseMode::read)));
  sink_ = TRY(SqliteSink::open(env_, path));
  Database& database = sink_->database();
  if (anew) {
    auto transaction = TRY(Transaction::begin(database));
    TRY(database.execute(engine_sql));
    AgreementInForce none;
    for (const auto& view : make_views(none)) TRY(database.execute(view->schema()));
    TRY(database.execute(fmt::format("PRAGMA user_version={}", schema_number())));
    fold_ = TRY(Fold::start(env_, layout_, *sink_));
    TRY(save_standing());
    TRY(save_state());
    return transaction.commit();
  }
  TRY(check_schema(database));
  state_bytes_ = 0;
  state_digests_.clear();
  fold_ = TRY(Fold::restore(env_, layout_, *sink_,
                            [&](std::string_view part) { return saved_part(database, part); }));
  saved_at_ = fold_->position();
  return fold_tail();
}

Result<Json> Engine::saved_part(Database& database, std::string_view part) {
  Statement select = TRY(database.prepare("SELECT state, digest FROM fold WHERE part=?"));
  select.bind_text(1, part);
  if (!TRY(select.next())) return Error{Errc::damaged, "views.db has no state"};
  const Digest digest = sha256(select.bytes(0));
  if (digest.view() != select.bytes(1)) {
    return Error{Errc::damaged, "views.db: the saved state is not the one that was saved"};
  }
  state_bytes_ += select.bytes(0).size();
  state_digests_.insert_or_assign(std::string(part), digest);
  return parse_json(select.bytes(0), state_bytes_max);
}

// From where the state was written to where the rows stand: they are there, and stay as they are.
Result<void> Engine::fold_tail() {
  Statement select = TRY(sink_->database().prepare("SELECT position, root, digests FROM standing"));
  if (!TRY(select.next())) return Error{Errc::damaged, "views.db has no position"};
  const TreeSize rows{static_cast<std::uint64_t>(select.integer(0))};
  const std::string root(select.bytes(1));
  const std::string digests(select.bytes(2));
  select.reset();
  if (rows < fold_->position()) return contradiction();
  if (rows > TRY(store_->size())) {
    return Error{Errc::rolled_back, "views.db has folded more than the register holds"};
  }
  sink_->hold(true);
  const auto folded = replay_to(LeafIndex{rows.value}, Verdicts::stored, {});
  sink_->hold(false);
  TRY(folded);
  if (to_text(TRY(fold_->root())) != root) {
    return Error{Errc::damaged, "views.db was folded from other entries"};
  }
  return digests == digests_text(*fold_) ? Result<void>() : contradiction();
}

Result<void> Engine::open_reader() {
  const std::lock_guard lock(reader_mutex_);
  reader_.emplace(TRY(Database::open(env_, path_, DatabaseMode::read)));
  reader_store_.emplace(TRY(Store::open(env_, layout_.database(), DatabaseMode::read)));
  return {};
}

Result<void> Engine::save_standing() {
  Statement put =
      TRY(sink_->database().prepare("INSERT OR REPLACE INTO standing VALUES (1,?,?,?)"));
  const std::string root = to_text(TRY(fold_->root()));
  const std::string digests = digests_text(*fold_);
  put.bind(1, fold_->position().value);
  put.bind_text(2, root);
  put.bind_text(3, digests);
  return put.finish();
}

// A part that is what it was is not written again.
Result<void> Engine::save_state() {
  Statement put = TRY(sink_->database().prepare("INSERT OR REPLACE INTO fold VALUES (?,?,?)"));
  std::size_t bytes = 0;
  TRY(fold_->save([&](std::string_view part, const Json& state) -> Result<void> {
    const std::string text = to_text(state);
    const Digest digest = sha256(text);
    bytes += text.size();
    const auto before = state_digests_.find(std::string(part));
    if (before != state_digests_.end() && before->second == digest) return {};
    put.bind_text(1, part);
    put.bind(2, std::string_view(text));
    put.bind(3, digest);
    TRY(put.finish());
    state_digests_.insert_or_assign(std::string(part), digest);
    return {};
  }));
  saved_at_ = fold_->position();
  state_bytes_ = bytes;
  return {};
}

bool Engine::is_state_due() const {
  const std::uint64_t tail = fold_->position().value - saved_at_.value;
  return tail >=
         std::clamp(state_bytes_ / state_bytes_an_entry, tail_entries_min, tail_entries_max);
}

Result<void> Engine::catch_up(TreeSize size, const Progress& progress) {
  TRY(follow(size, progress));
  return tidy();
}

Result<void> Engine::follow(TreeSize size, const Progress& progress) {
  if (!fold_) TRY(load());
  auto folded = fold_to(size, Verdicts::stored, progress);
  if (folded.ok() || folded.error().code != Errc::damaged || mended_) return folded;
  mended_ = true;
  return rebuild(size, progress);
}

Result<void> Engine::tidy() {
  if (!fold_) return {};
  if (is_state_due()) {
    auto transaction = TRY(Transaction::begin(sink_->database()));
    auto saved = save_state();
    if (saved.ok()) saved = transaction.commit();
    if (!saved.ok()) {
      close_file();
      return saved;
    }
  }
  if (sink_->database().wal_pages() > log_pages_between) TRY(sink_->database().checkpoint());
  return {};
}

// After an error the fold is ahead of the rows, which were rolled back: it is dropped, and loaded
// again from what is on disk.
Result<void> Engine::fold_to(TreeSize size, Verdicts verdicts, const Progress& progress) {
  auto folded = fold_batches(size, verdicts, progress);
  if (!folded.ok()) close_file();
  return folded;
}

Result<void> Engine::fold_batches(TreeSize size, Verdicts verdicts, const Progress& progress) {
  std::optional<Error> incomplete;
  while (!incomplete && fold_->position() < size) {
    const std::uint64_t left = size.value - fold_->position().value;
    std::uint64_t entries = entries_a_transaction;
    if (left >= entries_a_long_way) entries = entries_a_long_transaction;
    if (verdicts == Verdicts::recomputed) entries = entries_a_rebuilding_transaction;
    const LeafIndex last{fold_->position().value + std::min(left, entries)};
    TRY(fold_batch(last, verdicts, progress, incomplete));
    const bool far = entries > entries_a_transaction;
    const std::int64_t pages = far ? log_pages_of_a_long_way : log_pages_between;
    if (!incomplete && fold_->position() < size && sink_->database().wal_pages() > pages) {
      TRY(sink_->database().checkpoint());
    }
    publish(incomplete);
    if (progress) progress(fold_->position());
  }
  return {};
}

// A rebuild writes its state once, at its end: a file that is not whole is nobody's. A long way is
// saved whenever it has doubled: saved at every so many entries, the states of a million, which
// grow with it, would take a tenth of the fold. After a crash there, half is folded again at most.
Result<void> Engine::fold_batch(LeafIndex last, Verdicts verdicts, const Progress& progress,
                                std::optional<Error>& incomplete) {
  auto transaction = TRY(Transaction::begin(sink_->database()));
  const auto fold = [&] { return replay_to(last, verdicts, progress); };
  const bool many = last.value - fold_->position().value >= entries_for_a_writer;
  const auto replayed = many ? sink_->write_beside(fold) : fold();
  if (!replayed.ok()) {
    if (replayed.error().code != Errc::incomplete) return replayed;
    incomplete = replayed.error();
  }
  TRY(save_standing());
  const std::uint64_t tail = fold_->position().value - saved_at_.value;
  const bool far = tail >= std::max(tail_entries_max, saved_at_.value);
  if (verdicts == Verdicts::stored && far) TRY(save_state());
  return transaction.commit();
}

Result<void> Engine::replay_to(LeafIndex last, Verdicts verdicts, const Progress& progress) {
  const LeafIndex first{fold_->position().value};
  ReplayOptions options;
  options.verify_lines = verdicts == Verdicts::recomputed;
  options.parse_bodies = true;
  return replay(
      env_, layout_, *store_, first, last, options, [this] { return fold_->admission().roster(); },
      [&](const Replayed& item) -> Result<void> {
        TRY(fold_->take(item, verdicts));
        const TreeSize position = fold_->position();
        if (progress && position.value % entries_a_progress == 0) progress(position);
        return {};
      });
}

Result<void> Engine::rebuild(TreeSize size, const Progress& progress) {
  Path fresh = path_;
  fresh += ".new";
  TRY(remove_database(env_, fresh));
  std::optional<Error> incomplete;
  {
    Engine again(env_, layout_, fresh);
    TRY(again.open_file(fresh, true));
    TRY(again.fold_to(size, Verdicts::recomputed, progress));
    auto transaction = TRY(Transaction::begin(again.sink_->database()));
    TRY(again.save_state());
    TRY(transaction.commit());
    TRY(again.sink_->database().checkpoint_and_restart());
    incomplete = again.state().incomplete;
  }
  close_file();
  close_reader();
  // A crash in between leaves no views.db, or one that is whole: the next start sees to it. The old
  // names must be gone for good before the new file comes: SQLite would read an old log into it.
  TRY(remove_database(env_, path_));
  TRY(env_.rename(fresh, path_));
  TRY(remove_database(env_, fresh));
  TRY(load());
  publish(std::move(incomplete));
  return {};
}

void Engine::publish(std::optional<Error> incomplete) {
  State next{fold_->position(), fold_->digest_lines(), std::move(incomplete)};
  const AgreementInForce& agreement = fold_->agreement();
  const std::lock_guard lock(state_mutex_);
  state_ = std::move(next);
  if (agreements_.empty() || agreements_.back()->digest != agreement.digest) {
    agreements_.push_back(std::make_unique<const AgreementInForce>(agreement));
  }
}

const AgreementInForce* Engine::agreement() const {
  const std::lock_guard lock(state_mutex_);
  return agreements_.empty() ? nullptr : agreements_.back().get();
}

Engine::State Engine::state() const {
  const std::lock_guard lock(state_mutex_);
  return state_;
}

// An admitted entry, or else a void one: what came too early must not hide what stands.
Result<std::optional<LeafIndex>> Engine::find(const Digest& digest,
                                              const std::function<bool(const Record&)>& is_it) {
  const std::lock_guard lock(reader_mutex_);
  if (!reader_) return no_rows();
  Statement select = TRY(reader_->prepare(located_sql));
  std::optional<LeafIndex> found;
  for (const LeafIndex index : TRY(located(select, digest))) {
    const StoredEntry row = TRY(reader_store_->entry(index));
    const auto record = parse_record(row.entry);
    if (!record.ok() || !is_it(*record)) continue;
    if (!row.voided) return std::optional(index);
    if (!found) found = index;
  }
  return found;
}

Result<std::optional<LeafIndex>> Engine::find_record(const Digest& id) {
  return find(id, [&](const Record& record) { return record.id == id; });
}

Result<std::optional<LeafIndex>> Engine::find_body(const Digest& digest) {
  return find(digest, [&](const Record& record) {
    return record.header.body.digest == digest && record.header.body.form == BodyForm::open;
  });
}

}  // namespace armistice
