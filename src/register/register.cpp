// SPDX-License-Identifier: Apache-2.0
#include "register/register.h"

#include <fmt/format.h>

#include <future>

#include "base/limits.h"
#include "record/kinds/body.h"
#include "register/bodies.h"
#include "register/counted.h"
#include "register/merkle.h"
#include "register/register_parts.h"

namespace armistice {
namespace {

// Past this many pages the writer itself finishes emptying the log, so that it cannot grow for ever
// under a load that never pauses: 32,768 pages of 4 KiB. If a reader holds it, the writer comes
// back after so many more, and does not wait for that reader at every commit.
constexpr std::int64_t log_pages_max = 32'768;
constexpr std::int64_t log_pages_more = 8'192;

}  // namespace

Register::Register(Env& env, RegisterLayout layout, Parts parts)
    : env_(env),
      layout_(std::move(layout)),
      lock_(std::move(parts.lock)),
      log_(std::move(parts.log)),
      circle_(parts.batch_writer->admission().circle()),
      genesis_(std::make_shared<const Genesis>(parts.batch_writer->admission().genesis())),
      notices_(std::move(parts.notices)),
      tree_(std::move(parts.tree)),
      files_(std::move(parts.files)),
      batch_writer_(std::move(*parts.batch_writer)),
      shelver_(*tree_, *files_, std::move(*parts.shelver),
               [this](const Error& error) { close_for(error); }),
      reader_(std::move(*parts.reader)),
      counted_(std::move(*parts.counted)),
      log_pages_due_(log_pages_max) {
  publish_state();
  writer_ = std::thread([this] { write_loop(); });
}

// What waits is still committed and answered.
Register::~Register() {
  queue_.stop();
  writer_.join();
}

void Register::close_for(const Error& error) {
  const std::lock_guard lock(failure_mutex_);
  if (!failure_) failure_ = error;
  closed_ = true;
}

std::optional<Error> Register::failure() const {
  const std::lock_guard lock(failure_mutex_);
  return failure_;
}

Result<void> Register::is_open() const {
  if (!closed_) return {};
  return Error{Errc::closed, "a write failed; nothing is accepted until a restart"};
}

// All that can be asked before the record has its place, whatever the clock says: that its lines
// are of keys that sign such records, and its body is the one it names. A key that waits for the
// next clock record will do; admission asks for the rest.
Result<void> Register::check_submission(const CheckedEntry& entry, const std::optional<Bytes>& body,
                                        const Roster& roster) const {
  if (!entry.record.ok()) return entry.record.error();
  const Record& record = *entry.record;
  const Header& header = record.header;
  if (header.circle != circle_) {
    return Error{Errc::wrong_circle, "the circle here is " + to_text(circle_)};
  }
  // No verdict: one that stands is judged by its lines alone. Who sent it by mistake is spared that
  // it is kept and handed on.
  if (is_own_kind(header.kind) && genesis_->own_side().empty()) {
    return Error{Errc::unsupported, header.kind + " is for a side's own register"};
  }
  if (header.is_joint() && genesis_->organ(header.author) == nullptr) {
    return Error{Errc::unknown_key, header.author + " is no joint organ of this circle"};
  }
  for (std::size_t i = 0; i < record.line_keys.size(); ++i) {
    const std::string name = record.line_name(i);
    const RosterKey* key = roster.find(name, record.line_keys[i]);
    if (key == nullptr || !key->signs(header)) {
      return Error{Errc::unknown_key, fmt::format("{} {} is not enrolled to author", name,
                                                  to_text(record.line_keys[i]))};
    }
    if (!entry.verified[i].value_or(false)) {
      return Error{Errc::bad_signature, name + ": its line does not verify"};
    }
  }
  if (body) return check_body(header.body, *body);
  if (header.body.form != BodyForm::open) return {};
  return Error{Errc::incomplete, "an open body comes with its record"};
}

// The clock that stands before a joint record is a minute old at most.
bool Register::has_young_clock() const {
  const auto clock = state().clock;
  return clock && env_.now().value - clock->value <= limits::clock_age_s_max;
}

Result<bool> Register::waits_for_clock(const Submission& submission) const {
  if (has_young_clock() || !is_joint_entry(submission.entry)) return false;
  const auto roster = state().roster;
  TRY(check_submission(check_entry(submission.entry, *roster), submission.body, *roster));
  return true;
}

Result<Pending> Register::check(Submission submission) const {
  const auto roster = state().roster;
  Pending pending{check_entry(std::move(submission.entry), *roster), {}, {}, {}};
  TRY(check_submission(pending.checked, submission.body, *roster));
  const Record& record = *pending.checked.record;
  const Header& header = record.header;
  if (header.is_joint() && !has_young_clock()) {
    return Error{Errc::busy, "a joint record waits for a clock record less than 60 s old"};
  }
  if (submission.body && submission.body->size() > limits::body_inline_bytes_max) {
    TRY(put_body_file(env_, layout_, *submission.body));
  }
  pending.leaf = leaf_hash(record.entry);
  // A body that lies in its file and from which nothing is folded need not wait in memory.
  const bool stays = !submission.body || is_register_kind(header.kind) ||
                     submission.body->size() <= limits::body_inline_bytes_max;
  if (stays) pending.body = std::move(submission.body);
  return pending;
}

void Register::submit(Submission submission, Done done) {
  const auto open = is_open();
  if (!open.ok()) return done(open.error());
  auto pending = check(std::move(submission));
  if (!pending.ok()) return done(pending.error());
  pending->done = std::move(done);
  auto back = queue_.push(*std::move(pending));
  if (back) back->done(Error{Errc::busy, "too many records wait; try again"});
}

Result<Receipt> Register::append(Submission submission) {
  // Shared: the writer may still be inside set_value() when the value is here.
  const auto promise = std::make_shared<std::promise<Result<Receipt>>>();
  auto receipt = promise->get_future();
  submit(std::move(submission),
         [promise](Result<Receipt> result) { promise->set_value(std::move(result)); });
  return receipt.get();
}

void Register::write_loop() {
  while (true) {
    const std::vector<Pending> batch = queue_.take();
    if (batch.empty()) return;
    commit_batch(batch);
  }
}

void Register::commit_batch(const std::vector<Pending>& batch) {
  const auto open = is_open();
  auto committed =
      open.ok() ? batch_writer_.commit(batch) : Result<std::vector<Result<Receipt>>>(open.error());
  if (!committed.ok()) {
    // What is on disk is unknown now. A second try could succeed in memory and lie on disk.
    if (open.ok()) close_for(committed.error());
    for (const Pending& one : batch) one.done(committed.error().within("register"));
    return;
  }
  publish_state();
  for (std::size_t i = 0; i < batch.size(); ++i) batch[i].done(std::move((*committed)[i]));
  if (listener_) listener_();
  shelver_.wake(batch_writer_.store().database().wal_pages());
  restart_log();
}

void Register::restart_log() {
  Database& database = batch_writer_.store().database();
  if (database.wal_pages() < log_pages_due_) return;
  const auto emptied = database.checkpoint_and_restart();
  if (!emptied.ok() && emptied.error().code != Errc::busy) close_for(emptied.error());
  log_pages_due_ = emptied.ok() ? log_pages_max : database.wal_pages() + log_pages_more;
}

void Register::publish_state() {
  const Admission& admission = batch_writer_.admission();
  State next{TreeSize{admission.next().value},
             batch_writer_.last_head(),
             admission.roster(),
             admission.clock(),
             admission.clock_size(),
             batch_writer_.since_clock(),
             admission.mode()};
  const std::lock_guard lock(state_mutex_);
  state_ = std::move(next);
}

Register::State Register::state() const {
  const std::lock_guard lock(state_mutex_);
  return state_;
}

Result<Head> Register::add_cosignatures(ByteView bytes) {
  const Head offered = TRY(read_head(*genesis_, bytes));
  const Checkpoint& checkpoint = offered.checkpoint;
  TRY(is_open());
  const std::lock_guard lock(counted_mutex_);
  const auto stored = counted_.head(checkpoint.size);
  const SignedNote note = TRY(parse_note(bytes));
  if (!stored.ok() || !stored->note.starts_with(Bytes(note.text) + "\n")) {
    return Error{Errc::inconsistent,
                 fmt::format("no head of this register has size {} and root {}",
                             checkpoint.size.value, to_base64(checkpoint.root.view()))};
  }
  auto kept = keep_cosignatures(offered, note, *stored);
  if (!kept.ok() && kept.error().code != Errc::busy) close_for(kept.error());
  return kept;
}

Result<Head> Register::keep_cosignatures(const Head& offered, const SignedNote& note,
                                         const StoredHead& stored) {
  auto transaction = TRY(Transaction::begin(counted_.database()));
  for (const Cosigned& one : offered.cosigned) {
    const VerifierKey& key = genesis_->party(one.party)->cosigner;
    for (const SignatureLine& line : note.lines) {
      if (line.name != key.name || line.key != key.id()) continue;
      TRY(counted_.put_cosignature(stored.size, one.party,
                                   signature_line(line.name, line.key, line.payload)));
      break;
    }
  }
  Head head = TRY(count_head(counted_, *genesis_, stored));
  TRY(transaction.commit());
  return head;
}

Result<Bytes> Register::tile(const TileId& id) {
  const TreeSize size = state().size;
  const std::uint64_t hashes = hashes_at(size, id.level);
  const bool there = id.n < hashes / tile_width ||
                     (id.n == hashes / tile_width && id.width <= hashes % tile_width);
  if (!there) return Error{Errc::not_found, to_path(id) + ": the register is smaller"};
  if (id.level == TileId::entries) return bundle(id);
  const std::lock_guard lock(tree_->mutex);
  return tree_->tree.tile(id);
}

// A bundle goes out only if it holds what the tree was made from: mirrors copy it unseen.
Result<Bytes> Register::bundle(const TileId& id) {
  const Bytes hashes = TRY([&] {
    const std::lock_guard lock(tree_->mutex);
    return tree_->tree.tile({0, id.n, id.width});
  }());
  auto stored = id.is_full() ? files_->read(id) : files_->make(id);
  if (stored.ok() && is_bundle_of(*stored, hashes)) return stored;
  auto made = files_->make(id);
  if (made.ok() && !is_bundle_of(*made, hashes)) {
    return Error{Errc::damaged, to_path(id) + ": register.db holds other entries"};
  }
  return made;
}

Result<TlogProof> Register::prove(LeafIndex index, const StoredHead& head) {
  const Head read = TRY(read_head(*genesis_, head.note));
  const std::lock_guard lock(tree_->mutex);
  if (TRY(tree_->tree.root_at(read.checkpoint.size)) != read.checkpoint.root) {
    return Error{Errc::damaged, fmt::format("a head of size {} with another root than the tree's",
                                            read.checkpoint.size.value)};
  }
  return TlogProof{index, TRY(tree_->tree.inclusion(index, read.checkpoint.size)), head.note};
}

Result<std::vector<Digest>> Register::consistency(TreeSize first, TreeSize second) {
  const std::lock_guard lock(tree_->mutex);
  if (second > tree_->committed) return Error{Errc::out_of_range, "the register is smaller"};
  return tree_->tree.consistency(first, second);
}

Result<Digest> Register::root_at(TreeSize size) {
  const std::lock_guard lock(tree_->mutex);
  if (size > tree_->committed) return Error{Errc::out_of_range, "the register is smaller"};
  return tree_->tree.root_at(size);
}

}  // namespace armistice
