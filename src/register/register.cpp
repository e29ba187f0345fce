// SPDX-License-Identifier: Apache-2.0
#include "register/register.h"

#include <fmt/format.h>

#include <future>

#include "base/limits.h"
#include "record/kinds/body.h"
#include "register/bodies.h"
#include "register/merkle.h"
#include "register/register_parts.h"

namespace armistice {
namespace {

// Past this many pages the writer itself finishes emptying the log, so that it cannot grow for ever
// under a load that never pauses: 32,768 pages of 4 KiB.
constexpr std::int64_t wal_pages_max = 32'768;

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
      shelver_(*tree_, *files_, std::move(*parts.shelver)),
      reader_(std::move(*parts.reader)),
      counted_(std::move(*parts.counted)) {
  publish_state();
  writer_ = std::thread([this] { write_loop(); });
}

Register::~Register() {
  queue_.stop();
  writer_.join();
}

Result<Pending> Register::check(Submission submission) const {
  const State now = state();
  Pending pending{check_entry(std::move(submission.entry), *now.roster), {}, {}, {}};
  const Record& record = TRY(pending.checked.record);
  const Header& header = record.header;
  if (header.circle != circle_) {
    return Error{Errc::wrong_circle, "the circle here is " + to_text(circle_)};
  }
  for (std::size_t i = 0; i < pending.checked.verified.size(); ++i) {
    const auto& verified = pending.checked.verified[i];
    if (!verified) {
      return Error{Errc::unknown_key, fmt::format("{} {} is not enrolled", record.line_name(i),
                                                  to_text(record.line_keys[i]))};
    }
    if (!*verified) {
      return Error{Errc::bad_signature, record.line_name(i) + ": its line does not verify"};
    }
  }
  const bool open = header.body.form == BodyForm::open;
  if (open && !submission.body) return Error{Errc::incomplete, "an open body comes with its record"};
  if (submission.body) TRY(check_body(header.body, *submission.body));
  // The clock that stands before a joint record is young enough, or the secretary renews it first.
  if (header.is_joint() &&
      (!now.clock || env_.now().value - now.clock->value > limits::clock_age_s_max)) {
    return Error{Errc::busy, "a joint record waits for a clock record less than 60 s old"};
  }
  if (submission.body && submission.body->size() > limits::body_inline_bytes_max) {
    TRY(put_body_file(env_, layout_, *submission.body));
  }
  pending.leaf = leaf_hash(record.entry);
  pending.body = std::move(submission.body);
  return pending;
}

void Register::submit(Submission submission, Done done) {
  if (closed_) return done(Error{Errc::closed, "a write failed; nothing is accepted until a restart"});
  auto pending = check(std::move(submission));
  if (!pending.ok()) return done(pending.error());
  pending->done = std::move(done);
  auto back = queue_.push(*std::move(pending));
  if (back) back->done(Error{Errc::busy, "too many records wait; try again"});
}

Result<Receipt> Register::append(Submission submission) {
  std::promise<Result<Receipt>> promise;
  auto receipt = promise.get_future();
  submit(std::move(submission), [&](Result<Receipt> result) { promise.set_value(std::move(result)); });
  return receipt.get();
}

void Register::write_loop() {
  while (true) {
    const std::vector<Pending> batch = queue_.take();
    if (batch.empty()) return;
    auto committed = closed_ ? Result<std::vector<Result<Receipt>>>(Error{
                                   Errc::closed, "a write failed; nothing is accepted until a restart"})
                             : batch_writer_.commit(batch);
    if (!committed.ok()) {
      // What is on disk is unknown now. A second try could succeed in memory and lie on disk.
      closed_ = true;
      for (const Pending& one : batch) one.done(committed.error().within("register"));
      continue;
    }
    publish_state();
    shelver_.wake();
    for (std::size_t i = 0; i < batch.size(); ++i) batch[i].done(std::move((*committed)[i]));
    if (listener_) listener_();
    if (batch_writer_.store().database().wal_pages() > wal_pages_max) {
      const auto emptied = batch_writer_.store().database().checkpoint_and_restart();
      if (!emptied.ok() && emptied.error().code != Errc::busy) closed_ = true;
    }
  }
}

void Register::publish_state() {
  const Admission& admission = batch_writer_.admission();
  State next{TreeSize{admission.next().value}, batch_writer_.last_head(), admission.roster(),
             admission.clock(),                admission.clock_size(),    batch_writer_.since_clock(),
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
  const std::lock_guard lock(counted_mutex_);
  const auto stored = counted_.head(checkpoint.size);
  const SignedNote note = TRY(parse_note(bytes));
  if (!stored.ok() || !stored->note.starts_with(Bytes(note.text) + "\n")) {
    return Error{Errc::inconsistent, fmt::format("no head of this register has size {} and root {}",
                                                 checkpoint.size.value,
                                                 to_base64(checkpoint.root.view()))};
  }
  auto transaction = TRY(Transaction::begin(counted_.database()));
  for (const Cosigned& one : offered.cosigned) {
    const VerifierKey& key = genesis_->party(one.party)->cosigner;
    for (const SignatureLine& line : note.lines) {
      if (line.name != key.name || line.key != key.id()) continue;
      TRY(counted_.put_cosignature(checkpoint.size, one.party,
                                   signature_line(line.name, line.key, line.payload)));
      break;
    }
  }
  const Bytes whole = add_lines(stored->note, TRY(counted_.cosignatures(checkpoint.size)));
  Head head = TRY(read_head(*genesis_, whole));
  if (head.mode) TRY(counted_.put_counted({checkpoint.size, whole}, *head.mode));
  TRY(transaction.commit());
  return head;
}

Result<Bytes> Register::tile(const TileId& id) {
  const TreeSize size = state().size;
  const std::uint64_t hashes = hashes_at(size, id.level);
  const bool there = id.n < hashes / tile_width ||
                     (id.n == hashes / tile_width && id.width <= hashes % tile_width);
  if (!there) return Error{Errc::not_found, to_path(id) + ": the register is smaller"};
  if (id.level == TileId::entries) return id.is_full() ? files_->read(id) : files_->make(id);
  const std::lock_guard lock(tree_->mutex);
  return tree_->tree.tile(id);
}

Result<TlogProof> Register::prove(LeafIndex index, const StoredHead& head) {
  const std::lock_guard lock(tree_->mutex);
  return TlogProof{index, TRY(tree_->tree.inclusion(index, head.size)), head.note};
}

Result<std::vector<Digest>> Register::consistency(TreeSize first, TreeSize second) {
  const std::lock_guard lock(tree_->mutex);
  return tree_->tree.consistency(first, second);
}

Result<Digest> Register::root_at(TreeSize size) {
  const std::lock_guard lock(tree_->mutex);
  return tree_->tree.root_at(size);
}

}  // namespace armistice
