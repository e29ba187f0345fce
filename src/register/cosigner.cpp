// SPDX-License-Identifier: Apache-2.0
#include "register/cosigner.h"

#include <fmt/format.h>

#include "base/limits.h"
#include "register/merkle.h"

namespace armistice {

Cosigner::Cosigner(Env& env, RegisterLayout layout, Store store, std::unique_ptr<TileFiles> files,
                   Admission admission, Tree tree)
    : env_(env),
      layout_(std::move(layout)),
      store_(std::move(store)),
      files_(std::move(files)),
      admission_(std::move(admission)),
      tree_(std::move(tree)) {}

Result<std::unique_ptr<Cosigner>> Cosigner::open(Env& env, RegisterLayout layout,
                                                 std::optional<Checkpoint> trusted) {
  Store store = TRY(Store::open(env, layout.database(), DatabaseMode::read));
  auto files = std::make_unique<TileFiles>(
      env, layout, TRY(Store::open(env, layout.database(), DatabaseMode::read)));
  // The tree starts at the trusted head, whose root is checked against the tiles it starts from.
  const TreeSize size = trusted ? trusted->size : TreeSize{1};
  Admission admission = TRY(load_admission(env, layout, store, size));
  Tree tree = TRY(load_tree(store, *files, size));
  if (trusted && TRY(tree.root_at(size)) != trusted->root) {
    return Error{Errc::inconsistent, "the tiles on disk do not lead to the last counted head"};
  }
  return std::unique_ptr<Cosigner>(new Cosigner(env, std::move(layout), std::move(store),
                                                std::move(files), std::move(admission),
                                                std::move(tree)));
}

Result<void> Cosigner::check(const Checkpoint& head) {
  if (head.size < tree_.size()) {
    const auto root = tree_.root_at(head.size);
    const bool same = root.ok() && *root == head.root;
    return same ? Result<void>()
                : Error{Errc::rolled_back,
                        "a head smaller than one that was checked, with "
                        "another root"};
  }
  ReplayOptions options;
  TRY(replay(
      env_, layout_, store_, admission_.next(), {head.size.value}, options,
      [this] { return admission_.roster(); }, [this](const Replayed& item) { return take(item); }));
  if (TRY(tree_.root_at(head.size)) != head.root) {
    return Error{Errc::inconsistent,
                 fmt::format("the entries on disk lead to another root at {}", head.size.value)};
  }
  return {};
}

Result<void> Cosigner::take(const Replayed& item) {
  const auto verdict = admission_.judge(item.entry);
  if (!verdict.ok()) {
    admission_.pass();
    ++voids_;
  } else {
    if (item.body_state == BodyState::missing) {
      return Error{Errc::incomplete,
                   fmt::format("entry {}: its open body is not here", item.index.value)};
    }
    if (item.body_state == BodyState::other) {
      return Error{
          Errc::digest_mismatch,
          fmt::format("entry {}: its body is another than its text names", item.index.value)};
    }
    TRY(admission_.admit(*item.entry.record, item.body));
  }
  tree_.append(item.leaf);
  // The register's own shelver stores tiles; this tree reads them back when it needs them.
  for (const FullTile& tile : tree_.take_completed()) tree_.release(tile.id);
  return {};
}

Result<CosignerKey> CosignerKey::open(Env& env, NamedKey key, Path memory) {
  if (key.type != KeyType::cosignature) {
    return Error{Errc::unsupported, key.name + " is not a cosigner's key"};
  }
  Path lock_path = memory;
  lock_path += ".lock";
  auto lock = TRY(env.lock(lock_path));
  CosignerKey cosigner(env, std::move(key), std::move(memory), std::move(lock));
  TRY(cosigner.load());
  return cosigner;
}

Result<void> CosignerKey::load() {
  const auto bytes = env_->read_file(memory_, limits::checkpoint_bytes_max);
  if (!bytes.ok()) {
    if (bytes.error().code == Errc::not_found) return {};
    return bytes.error();
  }
  const auto note = parse_note(*bytes);
  const auto head = note.ok() ? parse_checkpoint(note->text) : Result<Checkpoint>(note.error());
  const bool good =
      head.ok() && note->lines.size() == 1 && note->lines[0].name == key_.name &&
      note->lines[0].key == key_.verifier().id() &&
      verify_cosignature(key_.secret.public_key(), note->text, note->lines[0].payload).has_value();
  if (!good) return Error{Errc::damaged, memory_.string() + ": this key did not sign it"};
  last_ = *head;
  return {};
}

Result<Bytes> CosignerKey::sign(const Checkpoint& head) {
  if (last_ && head.size < last_->size) {
    return Error{Errc::rolled_back,
                 fmt::format("{} has cosigned {} already", key_.name, last_->size.value)};
  }
  if (last_ && head.size == last_->size && head.root != last_->root) {
    return Error{Errc::inconsistent,
                 fmt::format("{} has cosigned another root at {}", key_.name, head.size.value)};
  }
  const UtcSeconds now = env_->now();
  if (now.value < 0) return Error{Errc::out_of_range, "this machine's clock is before 1970"};
  const std::string text = to_text(head);
  const Bytes line = cosign(key_, text, now);
  // What a process before this one wrote may be readable and on no disk: its first line is written
  // down again, whatever the memory says.
  if (!written_ || last_ != head) {
    TRY(env_->write_file(memory_, text + "\n" + line));
    last_ = head;
    written_ = true;
  }
  return line;
}

}  // namespace armistice
