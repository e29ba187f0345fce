// SPDX-License-Identifier: Apache-2.0
#include "views/fold.h"

#include <fmt/format.h>

#include "crypto/hash.h"
#include "register/bodies.h"
#include "register/merkle.h"
#include "views/spec.h"

namespace armistice {
namespace {

class MemorySink final : public FoldSink {
 public:
  Result<void> apply(const std::vector<Change>&) override { return {}; }
  Result<void> locate(const Digest& digest, LeafIndex index) override {
    places_.emplace(std::hash<Digest>()(digest), index);
    return {};
  }
  Result<std::vector<LeafIndex>> candidates(const Digest& digest) override {
    std::vector<LeafIndex> found;
    const auto [first, last] = places_.equal_range(std::hash<Digest>()(digest));
    for (auto it = first; it != last; ++it) found.push_back(it->second);
    std::sort(found.begin(), found.end());
    return found;
  }

 private:
  std::unordered_multimap<std::size_t, LeafIndex> places_;
};

Error bad_state() { return Error{Errc::damaged, "views.db: the saved state cannot be read"}; }

}  // namespace

std::unique_ptr<FoldSink> make_memory_sink() { return std::make_unique<MemorySink>(); }

class Fold::PastOfFold final : public Past {
 public:
  explicit PastOfFold(Fold& fold) : fold_(fold) {}

  Result<std::optional<LeafIndex>> find(const Digest& id) override {
    for (const LeafIndex index : TRY(fold_.sink_.candidates(id))) {
      // Of a tail that is folded again the sink knows more than has come.
      if (index.value + 1 >= fold_.position().value) break;
      StoredEntry there = TRY(fold_.store_.entry(index));
      if (there.voided) continue;
      const auto found = parse_record(std::move(there.entry));
      if (found.ok() && found->id == id) return std::optional(index);
    }
    return std::optional<LeafIndex>();
  }

  Result<Record> record(LeafIndex index) override {
    return parse_record(TRY(fold_.store_.entry(index)).entry);
  }

  Result<Body> body(LeafIndex index) override {
    StoredEntry there = TRY(fold_.store_.entry(index));
    const Record record = TRY(parse_record(std::move(there.entry)));
    if (!there.body) {
      auto file = read_body_file(fold_.env_, fold_.layout_, record.header.body.digest);
      if (!file.ok()) return Error{Errc::incomplete, "a body that was folded is not here"};
      there.body = *std::move(file);
    }
    return parse_body(record.header.kind, *there.body);
  }

  Result<Digest> root_at(TreeSize size) override {
    if (last_size_ != size) {
      last_root_ = TRY(fold_.tree_->root_at(size));
      last_size_ = size;
    }
    return last_root_;
  }

 private:
  Fold& fold_;
  TreeSize last_size_{~0ULL};  // many records in a row have seen the same head
  Digest last_root_;
};

Fold::Fold(Env& env, const RegisterLayout& layout, FoldSink& sink, Store store, Admission admission,
           AgreementInForce agreement)
    : env_(env),
      layout_(layout),
      sink_(sink),
      store_(std::move(store)),
      admission_(std::move(admission)),
      agreement_(std::move(agreement)),
      views_(make_views(agreement_)),
      past_(std::make_unique<PastOfFold>(*this)) {
  for (const auto& view : views_) digests_.push_back(sha256(view->name()));
}

Fold::~Fold() = default;

Result<std::unique_ptr<Fold>> Fold::make(Env& env, const RegisterLayout& layout, FoldSink& sink,
                                         std::optional<AgreementInForce> under) {
  Store store = TRY(Store::open(env, layout.database(), DatabaseMode::read));
  Admission admission = TRY(start_admission(env, layout, store));
  if (!under) under = TRY(read_agreement_in_force(env, layout, admission.genesis().agreement));
  AgreementInForce agreement = *std::move(under);
  agreement.own_side = admission.genesis().own_side();
  std::unique_ptr<Fold> fold(
      new Fold(env, layout, sink, std::move(store), std::move(admission), std::move(agreement)));
  fold->files_ = std::make_unique<TileFiles>(
      env, layout, TRY(Store::open(env, layout.database(), DatabaseMode::read)));
  return fold;
}

Result<std::unique_ptr<Fold>> Fold::start(Env& env, const RegisterLayout& layout, FoldSink& sink) {
  auto fold = TRY(make(env, layout, sink));
  TRY(fold->fold_genesis());
  return fold;
}

Result<std::unique_ptr<Fold>> Fold::start_under(Env& env, const RegisterLayout& layout,
                                                FoldSink& sink, AgreementInForce agreement) {
  auto fold = TRY(make(env, layout, sink, std::move(agreement)));
  TRY(fold->fold_genesis());
  return fold;
}

Result<std::unique_ptr<Fold>> Fold::restore(Env& env, const RegisterLayout& layout, FoldSink& sink,
                                            const GetPart& get) {
  auto fold = TRY(make(env, layout, sink));
  TRY(fold->load(get));
  return fold;
}

Result<void> Fold::fold_genesis() {
  tree_ =
      std::make_unique<Tree>([files = files_.get()](const TileId& id) { return files->read(id); });
  tree_->on_damage(
      [files = files_.get()](const TileId& id) { return files->make_from_entries(id); });
  const Record genesis = TRY(parse_record(TRY(store_.entry(LeafIndex{0})).entry));
  const Result<Body> body(Body(admission_.genesis()));
  const Effect none;
  Folded entry;
  entry.record = &genesis;
  entry.body = &body;
  entry.effect = &none;
  TRY(fold_views(entry));
  tree_->append(leaf_hash(genesis.entry));
  return {};
}

// Judges the entry again. What the register wrote down is trusted as to signatures only: a verdict
// that cannot be is damage, and never acted on.
Result<std::optional<Error>> Fold::verdict_on(const Replayed& item, Verdicts verdicts) const {
  const bool again = verdicts == Verdicts::recomputed;
  const auto judged = admission_.judge(item.entry, again ? Lines::verify : Lines::trust);
  const auto word = judged.ok() ? std::optional<Errc>() : judged.error().code;
  const bool signature = !again && item.voided == Errc::bad_signature && item.entry.record.ok();
  if (word != item.voided && !signature) {
    return Error{Errc::damaged, fmt::format("entry {}: its verdict is {}, register.db says {}",
                                            item.index.value, word ? errc_word(*word) : "admitted",
                                            item.voided ? errc_word(*item.voided) : "admitted")};
  }
  if (!item.voided) return std::optional<Error>();
  return std::optional(Error{*item.voided, std::string(errc_meaning(*item.voided))});
}

Result<Effect> Fold::admit(const Replayed& item, Folded& entry) {
  const Header& header = entry.record->header;
  const bool open = header.body.form == BodyForm::open;
  if (open && item.body_state != BodyState::held) {
    return Error{Errc::incomplete, fmt::format("entry {}: its open body is {}", item.index.value,
                                               item.body_state == BodyState::missing
                                                   ? "missing"
                                                   : "not the one that its text names")};
  }
  if (!header.is_joint()) entry.role = admission_.roster()->find(header.author, header.key)->role;
  if (item.parsed) entry.body = &*item.parsed;
  return admission_.admit(*entry.record, item.body);
}

Result<void> Fold::take(const Replayed& item, Verdicts verdicts) {
  ASSERT(item.index == admission_.next());
  Folded entry;
  entry.index = item.index;
  if (item.entry.record.ok()) entry.record = &*item.entry.record;
  entry.refused = TRY(verdict_on(item, verdicts));
  Effect effect;
  entry.clock = admission_.clock();
  if (entry.refused) {
    ++voids_;
    admission_.pass();
  } else {
    effect = TRY(admit(item, entry));
    entry.effect = &effect;
    if (effect.clock_head) entry.clock_set = admission_.clock();
  }
  TRY(fold_views(entry));
  tree_->append(item.leaf);
  for (const FullTile& tile : tree_->take_completed()) tree_->release(tile.id);
  return {};
}

Result<void> Fold::fold_views(Folded& entry) {
  std::vector<Change> emitted;
  entry.emitted = &emitted;
  for (std::size_t i = 0; i < views_.size(); ++i) {
    Rows rows;
    TRY(views_[i]->fold(entry, *past_, rows));
    if (rows.changes().empty()) continue;
    canonical_.clear();
    append_integer(canonical_, entry.index.value);
    append_canonical(canonical_, rows.changes());
    digests_[i] = sha256(digests_[i].view(), canonical_);
    TRY(sink_.apply(rows.changes()));
    std::vector<Change> changes = std::move(rows).changes();
    emitted.insert(emitted.end(), std::move_iterator(changes.begin()),
                   std::move_iterator(changes.end()));
  }
  if (entry.record == nullptr) return {};
  TRY(sink_.locate(entry.record->id, entry.index));
  if (entry.record->header.body.form == BodyForm::open) {
    TRY(sink_.locate(entry.record->header.body.digest, entry.index));
  }
  return {};
}

std::vector<std::string> Fold::digest_lines() const {
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < views_.size(); ++i) {
    lines.push_back(fmt::format("{} {} {} {} {}", views_[i]->name(), position().value,
                                to_text(fold_digest()), to_text(agreement_.digest),
                                to_text(digests_[i])));
  }
  return lines;
}

Result<void> Fold::save(const PutPart& put) const {
  const Digest root = TRY(this->root());
  TRY(put("fold", Json::Object{{"fold", to_text(fold_digest())},
                               {"root", to_text(root)},
                               {"voids", voids_},
                               {"admission", admission_.state_json()}}));
  for (std::size_t i = 0; i < views_.size(); ++i) {
    TRY(put(views_[i]->name(),
            Json::Object{{"digest", to_text(digests_[i])}, {"state", views_[i]->save()}}));
  }
  return {};
}

Result<void> Fold::load(const GetPart& get) {
  const Json state = TRY(get("fold"));
  const Json* fold = state.find("fold");
  const Json* root = state.find("root");
  const Json* voids = state.find("voids");
  const Json* admission = state.find("admission");
  if (root == nullptr || fold == nullptr || voids == nullptr || admission == nullptr ||
      voids->as_integer() == nullptr) {
    return bad_state();
  }
  if (*fold != Json(to_text(fold_digest()))) {
    return Error{Errc::unsupported, "views.db was folded by another version"};
  }
  voids_ = static_cast<std::uint64_t>(*voids->as_integer());
  TRY(admission_.restore(*admission));
  TRY(load_views(get));
  tree_ = std::make_unique<Tree>(TRY(load_tree(store_, *files_, position())));
  // The same circle and size are not yet the same entries: another copy may have been put back.
  if (*root != Json(to_text(TRY(tree_->root_at(position()))))) {
    return Error{Errc::damaged, "views.db was folded from other entries"};
  }
  return {};
}

Result<void> Fold::load_views(const GetPart& get) {
  for (std::size_t i = 0; i < views_.size(); ++i) {
    const Json saved = TRY(get(views_[i]->name()));
    const Json* digest = saved.find("digest");
    const Json* state = saved.find("state");
    if (digest == nullptr || digest->as_text() == nullptr || state == nullptr) return bad_state();
    digests_[i] = TRY(parse_digest(*digest->as_text()));
    TRY(views_[i]->load(*state));
  }
  return {};
}

}  // namespace armistice
