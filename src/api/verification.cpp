// SPDX-License-Identifier: Apache-2.0
#include "api/verification.h"

#include <fmt/format.h>

#include "api/verify_heads.h"
#include "api/verify_rows.h"
#include "api/verify_tiles.h"
#include "crypto/hash.h"
#include "record/manifest.h"
#include "register/bodies.h"
#include "register/merkle.h"

namespace armistice {
namespace {

constexpr std::uint64_t progress_every = 4'096;

// What views.db says that it has folded.
struct ViewsClaim {
  TreeSize position;
  std::vector<std::string> digests;  // as text, one a view
};

Error unreadable_views() { return Error{Errc::damaged, "views.db: its state cannot be read"}; }

Result<std::optional<ViewsClaim>> read_views_claim(Env& env, const Path& path) {
  if (!env.exists(path)) return std::optional<ViewsClaim>();
  Database database = TRY(Database::open(env, path, DatabaseMode::read).within("views.db"));
  Statement state = TRY(database.prepare("SELECT state, digest FROM fold").within("views.db"));
  while (TRY(state.next().within("views.db"))) {
    if (sha256(state.bytes(0)).view() != state.bytes(1)) return unreadable_views();
  }
  Statement select =
      TRY(database.prepare("SELECT position, digests FROM standing").within("views.db"));
  if (!TRY(select.next().within("views.db"))) return unreadable_views();
  ViewsClaim claim{{static_cast<std::uint64_t>(select.integer(0))}, {}};
  std::string_view rest = select.bytes(1);
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    claim.digests.emplace_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return std::optional(std::move(claim));
}

Result<void> check_bundle(Env& env, const RegisterLayout& layout, const Digest& manifest_digest,
                          std::string_view name) {
  const auto manifest = read_body_file(env, layout, manifest_digest);
  if (!manifest.ok()) return manifest.error().within(fmt::format("the manifest of {}", name));
  for (const ManifestLine& line : TRY(parse_manifest(*manifest).within(name))) {
    const auto file = read_body_file(env, layout, line.digest);
    if (!file.ok()) return file.error().within(fmt::format("{}: {}", name, line.path));
    if (file->size() != line.bytes) {
      return Error{Errc::damaged, fmt::format("{}: {} has {} bytes, its manifest says {}", name,
                                              line.path, file->size(), line.bytes)};
    }
  }
  return {};
}

// Counts what the fold notices, and forgets its rows.
class CountingSink final : public FoldSink {
 public:
  std::uint64_t irregular = 0;

  Result<void> apply(const std::vector<Change>& changes) override {
    for (const Change& change : changes) {
      if (change.table->name.ends_with("irregularity")) ++irregular;
    }
    return {};
  }
  Result<void> locate(const Digest& digest, LeafIndex index) override {
    return memory_->locate(digest, index);
  }
  Result<std::vector<LeafIndex>> candidates(const Digest& digest) override {
    return memory_->candidates(digest);
  }

 private:
  std::unique_ptr<FoldSink> memory_ = make_memory_sink();
};

class Verification {
 public:
  Verification(Env& env, const Path& data, const Digest& circle, const VerifyProgress& progress)
      : env_(env),
        node_{data},
        layout_(node_.reg(Node::register_name)),
        circle_(circle),
        progress_(progress) {}

  Result<Verified> run() {
    if (!env_.exists(layout_.database())) {
      return Error{Errc::not_found, node_.data.string() + " holds no register"};
    }
    const auto good = check();
    if (!good.ok()) found_.wrong = good.error();
    return std::move(found_);
  }

 private:
  Result<void> check() {
    // The claims first, then `head`, the register last: a server that runs on only ever adds to it,
    // and to the register before it writes `head`.
    claim_ = TRY(read_views_claim(env_, node_.views()));
    store_.emplace(TRY(Store::open(env_, layout_.database(), DatabaseMode::read)));
    const Admission start = TRY(start_admission(env_, layout_, *store_));
    if (start.circle() != circle_) {
      return Error{Errc::wrong_circle, "genesis names the circle " + to_text(start.circle())};
    }
    const HeadSlots slots = TRY(read_slots(start.genesis()));
    const auto snapshot = TRY(Transaction::begin_reading(store_->database()));
    const StoredHead last = TRY(store_->last_head().within("register.db"));
    TRY(check_against_slots(last, slots));
    TRY(check_bundle(env_, layout_, start.genesis().agreement, "agreement"));
    TRY(check_bundle(env_, layout_, start.genesis().spec, "spec"));
    found_.size = last.size;
    return check_entries(start.genesis());
  }

  // A slot that a server is writing just now reads as damaged, and a moment later as good.
  Result<HeadSlots> read_slots(const Genesis& genesis) const {
    HeadSlots slots = TRY(HeadFile::read(env_, layout_.head(), genesis));
    for (int again = 0; again < 100 && !slots.undamaged().ok(); ++again) {
      slots = TRY(HeadFile::read(env_, layout_.head(), genesis));
    }
    TRY(slots.undamaged());
    return slots;
  }

  Result<void> check_against_slots(const StoredHead& last, const HeadSlots& slots) {
    const auto slot = slots.last();
    if (!slot) return Error{Errc::damaged, "head: neither slot holds a head"};
    const Checkpoint& head = **slots.slots[*slot];
    if (head.size > last.size) {
      return Error{
          Errc::rolled_back,
          fmt::format("register.db ends at {}, `head` is at {}: an older copy was put back",
                      last.size.value, head.size.value)};
    }
    const auto same = store_->head(head.size);
    if (same.ok() && same->note == slots.notes[*slot]) return {};
    return Error{Errc::inconsistent,
                 fmt::format("register.db and `head` differ at size {}", head.size.value)};
  }

  Result<void> check_entries(const Genesis& genesis) {
    CountingSink sink;
    const auto fold = TRY(Fold::start(env_, layout_, sink));
    HeadChecks heads(*store_, genesis);
    TileChecks tiles(env_, layout_);
    TRY(tiles.take(leaf_hash(TRY(store_->entry(LeafIndex{0})).entry)));
    TRY(heads.at_size(tiles.tree()));
    TRY(check_claims(*fold));
    Store rows = TRY(Store::open(env_, layout_.database(), DatabaseMode::read));
    ReplayOptions options;
    options.parse_bodies = true;
    const auto take = [&](const Replayed& item) -> Result<void> {
      if (item.body_state == BodyState::withheld) ++found_.withheld;
      TRY(check_body_state(item));
      TRY(fold->take(item, Verdicts::recomputed));
      TRY(check_number(item, fold->admission()));
      TRY(tiles.take(item.leaf));
      TRY(heads.at_size(tiles.tree()));
      TRY(check_claims(*fold));
      report(item.index);
      return {};
    };
    TRY(replay(
        env_, layout_, rows, LeafIndex{1}, {found_.size.value}, options,
        [&] { return fold->admission().roster(); }, take));
    if (claim_ && !claim_met_) {
      return Error{Errc::damaged, fmt::format("views.db: it has folded {} of {} entries",
                                              claim_->position.value, found_.size.value)};
    }
    TRY(heads.at_end(found_.size));
    TRY(check_rows(*store_, found_.size, counts_, fold->admission()));
    found_.counted = heads.counted();
    found_.mode = heads.mode();
    found_.voids = fold->voids();
    found_.irregular = sink.irregular;
    found_.digest_lines = fold->digest_lines();
    add_notices(tiles);
    return {};
  }

  static Result<void> check_body_state(const Replayed& item) {
    if (item.body_state != BodyState::other) return {};
    return Error{Errc::digest_mismatch,
                 fmt::format("entry {}: its body is damaged, not the one that its text names",
                             item.index.value)};
  }

  // The row that says where a number, or a joint id, stands: without it a record handed in again
  // would get no receipt.
  Result<void> check_number(const Replayed& item, const Admission& admission) {
    if (item.voided) return {};
    const Record& record = *item.entry.record;
    const Header& header = record.header;
    Result<LeafIndex> row = Error{Errc::not_found, ""};
    if (header.is_joint()) {
      ++counts_.joint;
      row = store_->joint(record.id);
    } else {
      ++counts_.numbers;
      const auto slot = admission.roster()->slot(header.author, header.key);
      row = store_->number(*slot, header.number);
    }
    if (row.ok() && *row == item.index) return {};
    return Error{Errc::damaged,
                 fmt::format("register.db: the row for number {} of {} does not lead to entry {}",
                             header.number, header.author, item.index.value)};
  }

  // What was written down of states on the way: admission's in register.db, the views' in views.db.
  Result<void> check_claims(const Fold& fold) {
    const TreeSize position = fold.position();
    const auto saved = store_->state_exactly_at(LeafIndex{position.value});
    if (saved.ok() && *saved != to_text(fold.admission().state_json())) {
      return Error{Errc::damaged,
                   fmt::format("register.db: the state saved at {} is another", position.value)};
    }
    if (!claim_ || claim_->position != position) return {};
    claim_met_ = true;
    for (std::size_t i = 0; i < fold.digests().size(); ++i) {
      if (i < claim_->digests.size() && claim_->digests[i] == to_text(fold.digests()[i])) continue;
      return Error{Errc::damaged, fmt::format("views.db: {} has another digest at {}",
                                              fold.views()[i]->name(), position.value)};
    }
    return {};
  }

  void report(LeafIndex index) const {
    if (progress_ && index.value % progress_every == 0) progress_(index.value, found_.size.value);
  }

  void add_notices(const TileChecks& tiles) {
    if (tiles.not_stored() > 0) {
      found_.notices.push_back(
          fmt::format("{} full tiles are no files; they can be made from "
                      "register.db",
                      tiles.not_stored()));
    }
    if (!claim_) found_.notices.push_back("views.db is not there; it can be folded again");
    if (found_.voids > 0) {
      found_.notices.push_back(
          fmt::format("{} entries are void: the secretary put them in against "
                      "the rules",
                      found_.voids));
    }
  }

  Env& env_;
  const NodeLayout node_;
  const RegisterLayout layout_;
  const Digest circle_;
  const VerifyProgress& progress_;
  std::optional<ViewsClaim> claim_;
  bool claim_met_ = false;
  std::optional<Store> store_;
  RowCounts counts_;
  Verified found_;
};

}  // namespace

Result<Verified> verify_node(Env& env, const Path& data, const Digest& circle,
                             const VerifyProgress& progress) {
  return Verification(env, data, circle, progress).run();
}

}  // namespace armistice
