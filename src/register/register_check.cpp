// SPDX-License-Identifier: Apache-2.0
#include "register/register_check.h"

#include <fmt/format.h>

#include "base/limits.h"
#include "register/merkle.h"

namespace armistice {
namespace {

Error damaged(std::string what) { return Error{Errc::damaged, "register.db: " + std::move(what)}; }

}  // namespace

Result<Tree> load_checked_tree(Store& store, TileFiles& files, const Checkpoint& last,
                               std::vector<std::string>& notices) {
  auto tree = load_tree(store, files, last.size);
  if (tree.ok() && tree->root_at(last.size).ok() && *tree->root_at(last.size) == last.root) {
    return tree;
  }
  for (const TileId& id : full_tiles(last.size)) {
    const Bytes made = TRY(files.make(id));
    const auto there = files.read(id);
    if (there.ok() && *there == made) continue;
    TRY(files.write(id, made));
    notices.push_back(to_path(id) + ": it was damaged; written anew");
  }
  Tree made = TRY(load_tree(store, files, last.size));
  if (TRY(made.root_at(last.size)) != last.root) {
    return damaged("its entries do not lead to the root of its last head");
  }
  return made;
}

std::uint64_t TailCheck::first_checked() const {
  const std::uint64_t size = tree_.size().value;
  return size - std::min(size, limits::state_records_between);
}

Result<void> TailCheck::check_genesis() {
  const StoredEntry genesis = TRY(store_.entry(LeafIndex{0}));
  if (TRY(tree_.leaf(LeafIndex{0})) == leaf_hash(genesis.entry)) return {};
  return damaged("entry 0 is not the one that the tree was made from");
}

Result<void> TailCheck::look(const Replayed& item, const Admission& admission) {
  const std::uint64_t index = item.index.value;
  if (TRY(tree_.leaf(item.index)) != item.leaf) {
    return damaged(fmt::format("entry {} is not the one that the tree was made from", index));
  }
  if (!item.entry.record.ok() || item.voided) return {};
  if (item.body_state == BodyState::missing) {
    notices_.push_back(fmt::format("entry {}: its open body is missing", index));
  }
  if (item.body_state == BodyState::other) {
    notices_.push_back(fmt::format("entry {}: its body is damaged, {}", index,
                                   to_text(item.entry.record->header.body.digest)));
  }
  return check_chain(item, admission);
}

// By these rows a record that comes again is told from a fork.
Result<void> TailCheck::check_chain(const Replayed& item, const Admission& admission) {
  const Record& record = *item.entry.record;
  const Header& header = record.header;
  auto row = header.is_joint() ? store_.joint(record.id)
                               : store_.number(*admission.roster()->slot(header.author, header.key),
                                               header.number);
  if (!row.ok() && row.error().code != Errc::not_found) return row.error();
  if (row.ok() && *row == item.index) return {};
  return damaged(fmt::format("entry {} is number {} of {}, and its chain says otherwise",
                             item.index.value, header.number, header.author));
}

Result<void> TailCheck::check_heads(const Genesis& genesis) {
  constexpr std::size_t heads_a_read = 1'000;
  TreeSize next{first_checked()};
  while (true) {
    const auto heads = TRY(store_.heads_from(next, heads_a_read));
    for (const StoredHead& head : heads) {
      const auto read = read_head(genesis, head.note);
      const bool good = read.ok() && read->checkpoint.size == head.size &&
                        head.size <= tree_.size() &&
                        TRY(tree_.root_at(head.size)) == read->checkpoint.root;
      if (!good) {
        return damaged(fmt::format("the head of size {}: {}", head.size.value,
                                   read.ok() ? "another size or root" : read.error().text()));
      }
    }
    if (heads.size() < heads_a_read) return {};
    next = {heads.back().size.value + 1};
  }
}

Result<void> TailCheck::check_files(TileFiles& files) {
  const std::uint64_t first = first_checked() / tile_width;
  for (const TileId& id : full_tiles(tree_.size())) {
    if (files.has_file(id) && (id.level > 0 || id.n < first)) continue;
    const bool is_bundle = id.level == TileId::entries;
    const Bytes hashes = TRY(tree_.tile({std::max(id.level, 0), id.n, tile_width}));
    if (files.has_file(id)) {
      const auto there = files.read(id);
      if (there.ok() && (is_bundle ? is_bundle_of(*there, hashes) : *there == hashes)) continue;
      notices_.push_back(to_path(id) + ": it was damaged; written anew");
    }
    const Bytes made = is_bundle ? TRY(files.make(id)) : hashes;
    if (is_bundle && !is_bundle_of(made, hashes)) {
      return damaged(fmt::format("entries of bundle {} are not those of the tree", id.n));
    }
    TRY(files.write(id, made));
  }
  return {};
}

}  // namespace armistice
