// SPDX-License-Identifier: Apache-2.0
#include "register/batch_writer.h"

#include <fmt/format.h>

#include "base/limits.h"
#include "record/kinds/body.h"
#include "register/proof.h"

namespace armistice {

BatchWriter::BatchWriter(Env& env, const NamedKey& log, Store store, Admission admission,
                         HeadFile head, SharedTree& tree)
    : env_(env),
      log_(log),
      store_(std::move(store)),
      admission_(std::move(admission)),
      head_(std::move(head)),
      tree_(tree) {
  const auto saved = store_.state_at(admission_.next());
  if (saved.ok()) state_saved_at_ = saved->position;
}

void BatchWriter::set_last_head(Bytes note, std::uint64_t since_clock) {
  last_head_ = std::move(note);
  since_clock_ = since_clock;
}

Result<std::vector<Result<Receipt>>> BatchWriter::commit(std::span<const Pending> batch) {
  ASSERT(batch.size() <= limits::batch_records_max);
  std::vector<Place> places;
  const LeafIndex before = admission_.next();
  {
    auto begun = Transaction::begin(store_.database());
    if (!begun.ok() && begun.error().code == Errc::busy) {
      return std::vector<Result<Receipt>>(batch.size(), begun.error());
    }
    auto transaction = TRY(std::move(begun));
    for (const Pending& pending : batch) places.push_back(TRY(place(pending)));
    const bool grown = admission_.next() != before;
    if (grown) {
      TRY(put_head());
      TRY(save_state());
    }
    // A crash before this returns: none of the batch was ever there, and nobody has a receipt.
    TRY(transaction.commit());
    // A crash here: the records are on disk without receipts. Their authors hand them in again and
    // get the receipts that they would have got now. `head` lies one batch behind, which is
    // allowed.
    if (grown) TRY(head_.write(last_head_));
  }
  fresh_from_ = {before.value};
  {
    const std::lock_guard lock(tree_.mutex);
    tree_.committed = tree_.tree.size();
  }
  // A crash from here on: every receipt that leaves is covered by both copies of the head.
  std::vector<Result<Receipt>> receipts;
  for (const Place& one : places) {
    receipts.push_back(one.refused ? Result<Receipt>(*one.refused) : receipt(one));
  }
  return receipts;
}

Result<BatchWriter::Place> BatchWriter::place(const Pending& pending) {
  const auto verdict = admission_.judge(pending.checked);
  if (verdict.ok()) return place_admitted(pending);
  if (verdict.error().code == Errc::number_taken) {
    return place_taken(*pending.checked.record, verdict.error());
  }
  return Place{verdict.error(), {}, false};
}

Result<BatchWriter::Place> BatchWriter::place_admitted(const Pending& pending) {
  const Record& record = *pending.checked.record;
  const Header& header = record.header;
  const LeafIndex index = admission_.next();
  const bool in_row = pending.body && pending.body->size() <= limits::body_inline_bytes_max;
  TRY(store_.put_entry({index, record.entry, in_row ? pending.body : std::nullopt, std::nullopt}));
  if (header.is_joint()) {
    TRY(store_.put_joint(record.id, index));
  } else {
    const auto slot = admission_.roster()->slot(header.author, header.key);
    TRY(store_.put_number(*slot, header.number, index));
  }
  TRY(admission_.admit(record,
                       pending.body ? std::optional<ByteView>(*pending.body) : std::nullopt));
  since_clock_ = header.kind == Clock::kind ? 0 : since_clock_ + 1;
  const std::lock_guard lock(tree_.mutex);
  tree_.tree.append(pending.leaf);
  return Place{std::nullopt, index, false};
}

// The number stands: by the same text, whose receipt is given again, or by another, and then the
// text that came second is kept as evidence of a fork.
Result<BatchWriter::Place> BatchWriter::place_taken(const Record& record, const Error& refusal) {
  const Header& header = record.header;
  const LeafIndex stands =
      header.is_joint() ? TRY(store_.joint(record.id))
                        : TRY(store_.number(*admission_.roster()->slot(header.author, header.key),
                                            header.number));
  const Record there = TRY(parse_record(TRY(store_.entry(stands)).entry));
  if (there.id == record.id) return Place{std::nullopt, stands, true};
  TRY(store_.put_evidence({stands, record.id, record.entry, env_.now()}));
  return Place{refusal, stands, false};
}

Result<void> BatchWriter::put_head() {
  Checkpoint checkpoint{admission_.genesis().origin, {}, {}};
  {
    const std::lock_guard lock(tree_.mutex);
    checkpoint.size = tree_.tree.size();
    checkpoint.root = TRY(tree_.tree.root_at(checkpoint.size));
  }
  last_head_ = sign_checkpoint(log_, checkpoint);
  return store_.put_head({checkpoint.size, last_head_});
}

Result<void> BatchWriter::save_state() {
  const LeafIndex next = admission_.next();
  if (next.value - state_saved_at_.value < limits::state_records_between) return {};
  state_saved_at_ = next;
  return store_.put_state(next, to_text(admission_.state_json()));
}

// The first stored head that covers a record. One that was read back is held against the tree: a
// receipt that a flipped bit made false must not leave.
Result<StoredHead> BatchWriter::receipt_head(LeafIndex index) {
  if (index.value >= fresh_from_.value) return StoredHead{{admission_.next().value}, last_head_};
  StoredHead head = TRY(store_.head_covering(index));
  const auto read = read_head(admission_.genesis(), head.note);
  const std::lock_guard lock(tree_.mutex);
  const bool good = read.ok() && read->checkpoint.size == head.size &&
                    head.size <= tree_.tree.size() &&
                    TRY(tree_.tree.root_at(head.size)) == read->checkpoint.root;
  if (good) return head;
  return Error{Errc::damaged, fmt::format("register.db: the head of size {}", head.size.value)};
}

Result<Receipt> BatchWriter::receipt(const Place& place) {
  const StoredHead head = TRY(receipt_head(place.index));
  const std::lock_guard lock(tree_.mutex);
  TlogProof proof{place.index, TRY(tree_.tree.inclusion(place.index, head.size)), head.note};
  return Receipt{place.index, to_bytes(proof), place.repeated};
}

}  // namespace armistice
