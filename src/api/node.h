// SPDX-License-Identifier: Apache-2.0
// A node: one folder with a register, the views folded from it, and, in an exercise, everybody's
// keys. This is what the commands of the table run on, in the CLI's process or in the server's.
// Threads: every function may be called from any thread.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <thread>

#include "api/keyring.h"
#include "api/secretariat.h"
#include "base/json.h"
#include "register/register.h"
#include "views/agreement_in_force.h"
#include "views/engine.h"

namespace armistice {

/// Where things lie in a node's folder. Spec: register.md §8.
struct NodeLayout {
  Path data;
  RegisterLayout reg(std::string_view name) const { return {data, std::string(name)}; }
  Path keys() const { return data / "keys"; }
  Path views() const { return data / "views.db"; }
  /// Written while a server runs: its address and token.
  Path serving() const { return data / "serving"; }
};

/// A way to put a command of the table to a node: this one, or a side's own.
using AskNode = std::function<Result<Json>(std::string_view command, const Json& arguments)>;

struct NodeState {
  TreeSize size;     // accepted
  TreeSize counted;  // of the newest counted head
  std::optional<Mode> mode;
  TreeSize folded;
  friend bool operator==(const NodeState&, const NodeState&) = default;
};

class Node {
 public:
  static constexpr std::string_view register_name = "joint";

  struct Options {
    Path data;
    std::vector<Path> key_files;
    /// Cosign, write clock records and fold by themselves, on threads; else only when asked.
    bool serving = false;
    /// Asks a side's own register, against which what is written at this node's desk is held before
    /// it is signed; empty: none is named. May be called from any thread.
    AskNode ask_own = {};
  };

  /// Opens the register and brings the views up to date. Errors: those of Register::open and
  /// Engine::open.
  static Result<std::unique_ptr<Node>> open(Env& env, const Options& options);
  ~Node();

  Env& env() { return env_; }
  const NodeLayout& layout() const { return layout_; }
  Register& reg() { return *register_; }
  const Genesis& genesis() const { return register_->genesis(); }
  Engine& engine() { return *engine_; }
  /// The agreement in force, as far as the views are folded. Stays where it is.
  const AgreementInForce& agreement() const;
  /// The agreement that genesis names, before any amendment.
  const AgreementInForce& first_agreement() const { return agreement_; }
  const Keyring& keyring() const { return keyring_; }
  /// Options::ask_own; always empty where this is a side's own register itself.
  const AskNode& ask_own() const { return ask_own_; }

  /// Hands a record in, for `done` to be called with its receipt. A joint record that is good but
  /// for the clock gets a fresh one first, for which the caller waits; any other record is not
  /// waited for. Errors: those of Register::submit and Secretariat::write_clock.
  void submit(Submission submission, Register::Done done);
  /// submit(), waiting for the receipt.
  Result<Receipt> append(Submission submission);

  /// Runs `act` on the secretariat, alone. Errors: what it returns.
  template <typename Act>
  auto with_secretariat(Act act) -> decltype(act(std::declval<Secretariat&>())) {
    const std::lock_guard lock(secretariat_mutex_);
    auto result = act(*secretariat_);
    after_change();
    return result;
  }

  /// Signs with a root key at hand, alone. Errors: `not_found`, `busy`, those of append.
  Result<Receipt> write_as_root(const std::string& name, const Body& body);

  /// Folds what has come; at once when not serving, else the folder's thread does it.
  Result<void> catch_up();
  /// The same in two, as Engine has it: what rows wait for, and what may wait.
  Result<void> follow();
  Result<void> tidy();
  /// Before a question is answered: folds what the register took before this call, so that who has
  /// a receipt finds the record in every view. Of more entries than
  /// limits::entries_folded_to_answer (a start, a stream) it leaves the folding to the folder's
  /// thread, and an error too.
  void fold_tail();
  Result<void> rebuild(const Engine::Progress& progress);

  NodeState state();
  /// The best mode of a head that covers the leaf; nothing: accepted only.
  std::optional<Mode> mode_of(LeafIndex index);

  /// Called when the state has changed, from inner threads. Returns a number for unlisten().
  std::size_t listen(std::function<void(const NodeState&)> listener);
  void unlisten(std::size_t number);

  /// Tells the operator, once, what went wrong where nobody waits for an answer.
  void trouble(const Error& error);
  /// What went wrong on an inner thread since the start, newest last; for the operator.
  std::vector<std::string> troubles() const;

 private:
  Node(Env& env, NodeLayout layout, Keyring keyring)
      : env_(env), layout_(std::move(layout)), keyring_(std::move(keyring)) {}
  Result<void> renew_clock_for(const Submission& submission);
  void fold_loop(const std::stop_token& stop);
  void secretary_loop(const std::stop_token& stop);
  Result<void> secretary_step(bool quiet);
  bool draft_lapses();
  void after_change();
  void wake();
  bool wait_for_change(const std::stop_token& stop, std::uint64_t& seen_change);

  Env& env_;
  const NodeLayout layout_;
  const Keyring keyring_;
  bool serving_ = false;
  AskNode ask_own_;
  std::unique_ptr<Register> register_;
  std::unique_ptr<Engine> engine_;
  AgreementInForce agreement_;

  std::mutex secretariat_mutex_;
  std::unique_ptr<Secretariat> secretariat_;
  std::mutex fold_mutex_;  // the engine's folding side
  std::mutex root_mutex_;

  std::mutex counted_mutex_;
  std::array<TreeSize, 3> counted_{};  // [mode]: the largest head of that mode

  std::mutex change_mutex_;
  std::condition_variable_any changed_;
  std::uint64_t changes_ = 0;

  mutable std::mutex listeners_mutex_;
  std::map<std::size_t, std::function<void(const NodeState&)>> listeners_;
  std::size_t next_listener_ = 0;
  std::optional<NodeState> told_;  // what listeners heard last
  std::vector<std::string> troubles_;

  std::jthread folder_;
  std::jthread secretary_;
};

}  // namespace armistice
