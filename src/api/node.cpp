// SPDX-License-Identifier: Apache-2.0
#include "api/node.h"

#include <fmt/format.h>

#include "base/limits.h"
#include "crypto/hash.h"
#include "record/kinds/body.h"

namespace armistice {
namespace {

// A head that nothing has followed for so long is quiet, and worth six signatures.
constexpr auto fold_again_after = std::chrono::milliseconds(50);
constexpr auto quiet_after = std::chrono::milliseconds(20);
constexpr auto look_again_after = std::chrono::seconds(1);
constexpr std::size_t troubles_max = 100;

}  // namespace

Result<std::unique_ptr<Node>> Node::open(Env& env, const Options& options) {
  const NodeLayout layout{options.data};
  const RegisterLayout reg = layout.reg(register_name);
  if (!env.exists(reg.database())) {
    return Error{Errc::not_found,
                 fmt::format("{} holds no register; `armistice init {}` makes an exercise",
                             options.data.string(), options.data.string())};
  }
  Keyring keyring = TRY(Keyring::open(env, layout.keys(), options.key_files));
  std::unique_ptr<Node> node(new Node(env, layout, std::move(keyring)));
  Store peek = TRY(Store::open(env, reg.database(), DatabaseMode::read));
  const Genesis genesis = TRY(start_admission(env, reg, peek)).genesis();
  node->register_ = TRY(Register::open(env, reg, TRY(node->keyring_.load(genesis.log.name))));
  node->agreement_ = TRY(read_agreement_in_force(env, reg, genesis.agreement));
  node->agreement_.own_side = genesis.own_side();
  if (genesis.own_side().empty()) node->ask_own_ = options.ask_own;
  node->engine_ = TRY(Engine::open(env, reg, layout.views()));
  node->secretariat_ = TRY(Secretariat::open(env, *node->register_, node->keyring_));
  node->serving_ = options.serving;
  node->after_change();
  if (!options.serving) {
    TRY(node->catch_up());
    return node;
  }
  Node* raw = node.get();
  node->register_->on_commit([raw] { raw->wake(); });
  node->folder_ = std::jthread([raw](const std::stop_token& stop) { raw->fold_loop(stop); });
  node->secretary_ =
      std::jthread([raw](const std::stop_token& stop) { raw->secretary_loop(stop); });
  return node;
}

Node::~Node() {
  folder_.request_stop();
  secretary_.request_stop();
  changed_.notify_all();
  folder_ = {};
  secretary_ = {};
  register_.reset();
}

const AgreementInForce& Node::agreement() const {
  const AgreementInForce* folded = engine_ ? engine_->agreement() : nullptr;
  return folded == nullptr ? agreement_ : *folded;
}

Result<void> Node::renew_clock_for(const Submission& submission) {
  if (!TRY(register_->waits_for_clock(submission))) return {};
  return with_secretariat([&](Secretariat& secretariat) -> Result<void> {
    // Those who waited here together share one clock.
    if (TRY(register_->waits_for_clock(submission))) TRY(secretariat.write_clock());
    return {};
  });
}

void Node::submit(Submission submission, Register::Done done) {
  const auto renewed = renew_clock_for(submission);
  if (!renewed.ok()) return done(renewed.error());
  register_->submit(std::move(submission), std::move(done));
}

Result<Receipt> Node::append(Submission submission) {
  TRY(renew_clock_for(submission));
  Result<Receipt> result = register_->append(std::move(submission));
  if (!serving_) TRY(catch_up());
  return result;
}

Result<Receipt> Node::write_as_root(const std::string& name, const Body& body) {
  const std::lock_guard lock(root_mutex_);
  Signer root = TRY(keyring_.signer(name));
  if (const auto& waiting = root.unreceipted()) {
    TRY(append({waiting->entry, waiting->body}));
    TRY(root.receipted());
  }
  const Bytes bytes = to_bytes(body);
  Header header;
  header.circle = register_->circle();
  header.kind = kind_of(body);
  header.seen = TRY(newest_seen(*register_));
  header.written = circle_now(env_, genesis());
  header.body = {sha256(bytes), bytes.size(), BodyForm::open};
  const Bytes entry = TRY(root.sign(std::move(header), bytes));
  Receipt receipt = TRY(append({entry, bytes}));
  TRY(root.receipted());
  return receipt;
}

Result<void> Node::catch_up() {
  const std::lock_guard lock(fold_mutex_);
  return engine_->catch_up(register_->state().size);
}

Result<void> Node::follow() {
  const std::lock_guard lock(fold_mutex_);
  return engine_->follow(register_->state().size);
}

// Whoever waits for rows does not wait for this.
Result<void> Node::tidy() {
  const std::lock_guard lock(fold_mutex_);
  return engine_->tidy();
}

void Node::fold_tail() {
  const Engine::State folded = engine_->state();
  const TreeSize size = register_->state().size;
  if (folded.incomplete || folded.position >= size) return;
  if (size.value - folded.position.value > limits::entries_folded_to_answer) return;
  const auto followed = follow();
  if (!followed.ok()) trouble(followed.error().within("views"));
}

Result<void> Node::rebuild(const Engine::Progress& progress) {
  const std::lock_guard lock(fold_mutex_);
  return engine_->rebuild(register_->state().size, progress);
}

void Node::wake() {
  {
    const std::lock_guard lock(change_mutex_);
    ++changes_;
  }
  changed_.notify_all();
}

bool Node::wait_for_change(const std::stop_token& stop, std::uint64_t& seen_change) {
  std::unique_lock lock(change_mutex_);
  changed_.wait_for(lock, stop, look_again_after, [&] { return changes_ != seen_change; });
  const bool came = changes_ != seen_change;
  seen_change = changes_;
  return came;
}

void Node::fold_loop(const std::stop_token& stop) {
  std::uint64_t seen = ~0ULL;
  while (!stop.stop_requested()) {
    if (!wait_for_change(stop, seen)) continue;
    const auto folded = follow();
    if (!folded.ok()) trouble(folded.error().within("views"));
    after_change();
    const auto tidied = tidy();
    if (!tidied.ok()) trouble(tidied.error().within("views"));
    // A record alone is folded at once; of a stream, what came meanwhile goes into one transaction.
    std::unique_lock lock(change_mutex_);
    changed_.wait_for(lock, stop, fold_again_after, [] { return false; });
  }
}

void Node::secretary_loop(const std::stop_token& stop) {
  std::uint64_t seen = ~0ULL;
  while (!stop.stop_requested()) {
    wait_for_change(stop, seen);
    bool quiet = false;
    while (!quiet && !stop.stop_requested()) {
      {
        std::unique_lock lock(change_mutex_);
        quiet = !changed_.wait_for(lock, stop, quiet_after, [&] { return changes_ != seen; });
        seen = changes_;
      }
      const auto stepped = secretary_step(quiet);
      if (!stepped.ok()) {
        trouble(stepped.error().within("secretariat"));
        break;
      }
    }
  }
}

// Whether the last hour of a draft on record has passed, and the register's clock does not say so
// yet (rule 14).
bool Node::draft_lapses() {
  // The clock record that says so may lie on the register and not be folded.
  if (engine_->state().position < register_->state().size) return false;
  const auto until = engine_->with_rows([](Database& database) -> Result<std::int64_t> {
    Statement select =
        TRY(database.prepare("SELECT min(until_utc) FROM docket_draft WHERE state='waits'"));
    const bool any = TRY(select.next()) && !select.is_null(0);
    return any ? select.integer(0) : limits::json_integer_max;
  });
  return until.ok() && *until <= env_.now().value + genesis().scenario_offset_s;
}

Result<void> Node::secretary_step(bool quiet) {
  const bool lapses = draft_lapses();
  return with_secretariat([&](Secretariat& secretariat) -> Result<void> {
    const TreeSize size = register_->state().size;
    const bool many = size.value - state().counted.value >= limits::clock_records_between;
    if (secretariat.behind() && (quiet || many)) TRY(secretariat.cosign());
    if (secretariat.clock_due() || lapses) {
      TRY(secretariat.write_clock());
      if (quiet) TRY(secretariat.cosign());
    }
    return {};
  });
}

void Node::after_change() {
  {
    const std::lock_guard lock(counted_mutex_);
    for (const Mode mode : {Mode::settled, Mode::unwitnessed, Mode::contested}) {
      const auto largest =
          register_->with_store([&](Store& store) { return store.largest_counted(mode); });
      if (largest.ok()) counted_[static_cast<std::size_t>(mode)] = *largest;
    }
  }
  const NodeState now = state();
  const std::lock_guard lock(listeners_mutex_);
  if (told_ == now) return;
  told_ = now;
  for (const auto& [number, listener] : listeners_) listener(now);
}

NodeState Node::state() {
  NodeState now;
  now.size = register_->state().size;
  if (engine_) now.folded = engine_->state().position;
  const std::lock_guard lock(counted_mutex_);
  for (const Mode mode : {Mode::settled, Mode::unwitnessed, Mode::contested}) {
    const TreeSize largest = counted_[static_cast<std::size_t>(mode)];
    if (largest <= now.counted) continue;
    now.counted = largest;
    now.mode = mode;
  }
  return now;
}

std::optional<Mode> Node::mode_of(LeafIndex index) {
  const std::lock_guard lock(counted_mutex_);
  for (const Mode mode : {Mode::settled, Mode::unwitnessed, Mode::contested}) {
    if (covers(counted_[static_cast<std::size_t>(mode)], index)) return mode;
  }
  return std::nullopt;
}

std::size_t Node::listen(std::function<void(const NodeState&)> listener) {
  const std::lock_guard lock(listeners_mutex_);
  listeners_.emplace(next_listener_, std::move(listener));
  return next_listener_++;
}

void Node::unlisten(std::size_t number) {
  const std::lock_guard lock(listeners_mutex_);
  listeners_.erase(number);
}

void Node::trouble(const Error& error) {
  const std::lock_guard lock(listeners_mutex_);
  if (!troubles_.empty() && troubles_.back() == error.text()) return;
  if (troubles_.size() < troubles_max) troubles_.push_back(error.text());
  std::fprintf(stderr, "armistice: %s\n", error.text().c_str());
}

std::vector<std::string> Node::troubles() const {
  const std::lock_guard lock(listeners_mutex_);
  return troubles_;
}

}  // namespace armistice
