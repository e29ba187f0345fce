// SPDX-License-Identifier: Apache-2.0
// Making and opening a register: every way in which what is on disk can be refused stands here.
#include <fmt/format.h>

#include "base/limits.h"
#include "register/bodies.h"
#include "register/counted.h"
#include "register/merkle.h"
#include "register/register_check.h"
#include "register/register_parts.h"
#include "register/replay.h"

namespace armistice {
namespace {

Result<void> check_log_key(const Genesis& genesis, const NamedKey& log) {
  if (log.verifier() == genesis.log) return {};
  return Error{Errc::unknown_key, "the log's key in genesis is " + to_text(genesis.log)};
}

// A process that was killed, or whose sync failed, leaves bytes and names that can be read and are
// on no disk; the next power cut would take them. Nothing may be promised on their strength: so
// what SQLite will read from its log is written again and synced before it is opened, and so are
// the names.
Result<void> settle(Env& env, const RegisterLayout& layout) {
  Path log_path = layout.database();
  log_path += "-wal";
  if (env.exists(log_path)) {
    constexpr std::size_t piece_bytes = 1U << 20;
    const auto log = TRY(env.open(log_path, OpenMode::read_write));
    for (std::uint64_t at = 0;; at += piece_bytes) {
      const Bytes piece = TRY(log->read(at, piece_bytes));
      if (piece.empty()) break;
      TRY(log->write(at, piece));
    }
    TRY(log->sync());
  }
  const Path registers = layout.directory().parent_path();
  for (const Path& directory : {layout.directory(), registers, layout.node}) {
    TRY(env.sync_directory(directory));
  }
  return {};
}

// The head that the database ends with, held against its own `head` file.
struct LastHead {
  StoredHead stored;
  Checkpoint checkpoint;
  std::optional<std::size_t> slot;  // of the newest good head in `head`
};

Result<LastHead> read_last_head(Env& env, const RegisterLayout& layout, const Genesis& genesis,
                                Store& store, std::vector<std::string>& notices) {
  LastHead last{TRY(store.last_head()), {}, std::nullopt};
  const auto newest = read_head(genesis, last.stored.note);
  const bool is_head = newest.ok() && newest->checkpoint.size == last.stored.size &&
                       last.stored.note.size() <= HeadFile::slot_bytes;
  if (!is_head) {
    return Error{
        Errc::damaged,
        fmt::format("register.db: its last head, of size {}, is not one: {}",
                    last.stored.size.value, newest.ok() ? "another size" : newest.error().text())};
  }
  last.checkpoint = newest->checkpoint;
  auto read = HeadFile::read(env, layout.head(), genesis);
  // The register of genesis alone may have been made without a whole `head`: no receipt rests on
  // it.
  const bool whole = read.ok() && read->last().has_value();
  const bool readable = read.ok() || read.error().code != Errc::io;
  if (!whole && readable && last.checkpoint.size.value == 1) {
    notices.push_back("head: not whole yet; a crash came while the register was made");
    return last;
  }
  if (!read.ok() && read.error().code == Errc::not_found) {
    return Error{Errc::damaged, "head: it is gone; an older copy of register.db could not be told"};
  }
  const HeadSlots slots = TRY(std::move(read));
  const auto undamaged = slots.undamaged();
  if (!undamaged.ok()) notices.push_back(undamaged.error().what + "; it is written anew");
  last.slot = slots.last();
  if (!last.slot) return Error{Errc::damaged, "head: neither slot holds a head"};
  const Checkpoint& second = **slots.slots[*last.slot];
  if (second.size > last.checkpoint.size) {
    return Error{
        Errc::rolled_back,
        fmt::format("register.db ends at {}, but `head` is at {}: an older copy was put back",
                    last.checkpoint.size.value, second.size.value)};
  }
  const auto same_size = store.head(second.size);
  if (!same_size.ok() || same_size->note != slots.notes[*last.slot]) {
    return Error{Errc::inconsistent,
                 fmt::format("register.db and `head` differ at size {}", second.size.value)};
  }
  return last;
}

// How many records other than clock records stand after the last clock record, as far as it
// matters.
Result<std::uint64_t> count_since_clock(Store& store, TreeSize size) {
  const std::uint64_t reach = std::min(size.value, limits::clock_records_between);
  std::uint64_t since = 0;
  TRY(store.entries({size.value - reach}, {size.value}, [&](StoredEntry row) -> Result<void> {
    const auto record = parse_record(std::move(row.entry));
    const bool is_clock = record.ok() && record->header.kind == Clock::kind;
    since = is_clock ? 0 : since + 1;
    return {};
  }));
  return since;
}

}  // namespace

Result<void> Register::create(Env& env, const RegisterLayout& layout, const Submission& genesis,
                              const NamedKey& log) {
  const Record record = TRY(parse_record(genesis.entry).within("genesis"));
  if (!genesis.body) return Error{Errc::incomplete, "genesis comes with its body"};
  const Admission admission = TRY(Admission::start(record, *genesis.body).within("genesis"));
  TRY(check_log_key(admission.genesis(), log));
  TRY(env.make_directories(layout.directory()));
  const auto lock = TRY(env.lock(layout.lock()));
  TRY(settle(env, layout));
  Store store = TRY(Store::open(env, layout.database(), DatabaseMode::write));
  // A crash before record 0 was committed leaves a database without entries: it is used.
  if (TRY(store.size()).value > 0) {
    return Error{Errc::exists, layout.directory().string() + ": there is a register already"};
  }
  const Checkpoint checkpoint{log.name, TreeSize{1}, leaf_hash(record.entry)};
  const Bytes note = sign_checkpoint(log, checkpoint);
  const bool in_row = genesis.body->size() <= limits::body_inline_bytes_max;
  if (!in_row) TRY(put_body_file(env, layout, *genesis.body));
  auto transaction = TRY(Transaction::begin(store.database()));
  TRY(store.put_entry(
      {LeafIndex{0}, record.entry, in_row ? genesis.body : std::nullopt, std::nullopt}));
  TRY(store.put_head({checkpoint.size, note}));
  TRY(transaction.commit());
  // A crash from here on: there is a register, and open() makes what `head` lacks.
  HeadFile head = TRY(HeadFile::open(env, layout.head(), std::nullopt));
  TRY(head.write(note));
  return env.sync_directory(layout.directory());
}

Result<std::unique_ptr<Register>> Register::open(Env& env, RegisterLayout layout, NamedKey log) {
  if (!env.exists(layout.database())) {
    return Error{Errc::not_found, layout.directory().string() + ": no register here"};
  }
  Parts parts;
  parts.lock = TRY(env.lock(layout.lock()));
  TRY(settle(env, layout));
  parts.log = std::make_unique<const NamedKey>(std::move(log));
  const auto open_store = [&](DatabaseMode mode) {
    return Store::open(env, layout.database(), mode);
  };
  Store writer = TRY(open_store(DatabaseMode::write));
  const TreeSize size = TRY(writer.size());
  if (size.value == 0) {
    return Error{Errc::not_found, layout.directory().string() +
                                      ": no register here; a crash came while it was made"};
  }
  parts.reader = std::make_unique<Store>(TRY(open_store(DatabaseMode::read)));
  parts.counted = std::make_unique<Store>(TRY(open_store(DatabaseMode::write)));
  parts.files = std::make_unique<TileFiles>(env, layout, TRY(open_store(DatabaseMode::read)));
  parts.shelver =
      std::make_unique<Database>(TRY(Database::open(env, layout.database(), DatabaseMode::write)));

  const auto started = start_admission(env, layout, writer);
  if (!started.ok() && started.error().code != Errc::io &&
      started.error().code != Errc::incomplete) {
    return Error{Errc::damaged, "register.db: " + started.error().text()};
  }
  const Genesis genesis = TRY(started).genesis();
  TRY(check_log_key(genesis, *parts.log));
  const LastHead last = TRY(read_last_head(env, layout, genesis, writer, parts.notices));
  if (size != last.checkpoint.size) {
    return Error{Errc::damaged, fmt::format("register.db: {} entries, its last head says {}",
                                            size.value, last.checkpoint.size.value)};
  }
  parts.tree = std::make_unique<SharedTree>(
      TRY(load_checked_tree(writer, *parts.files, last.checkpoint, parts.notices)));
  TailCheck tail(*parts.reader, parts.tree->tree, parts.notices);
  TRY(tail.check_genesis());
  Admission admission =
      TRY(load_admission(env, layout, writer, size, [&](const Replayed& item, const Admission& at) {
        return tail.look(item, at);
      }));
  TRY(tail.check_heads(genesis));
  TRY(tail.check_files(*parts.files));
  TRY(mend_counted(*parts.counted, genesis, parts.notices));
  const std::uint64_t since_clock = TRY(count_since_clock(writer, size));
  HeadFile head = TRY(HeadFile::open(env, layout.head(), last.slot));
  // `head` may lie one batch behind, or hold a slot that a power cut tore: bring it up to date.
  TRY(head.write(last.stored.note));
  parts.batch_writer = std::make_unique<BatchWriter>(
      env, *parts.log, std::move(writer), std::move(admission), std::move(head), *parts.tree);
  parts.batch_writer->set_last_head(last.stored.note, since_clock);
  return std::unique_ptr<Register>(new Register(env, std::move(layout), std::move(parts)));
}

}  // namespace armistice
