// SPDX-License-Identifier: Apache-2.0
// The caller's side of the table: it has the keys, and reaches the node in its own process or, when
// the folder is being served, through the server. Keys never go over to the node.
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "api/command.h"
#include "api/keyring.h"
#include "api/node.h"

namespace armistice {

/// The node, wherever it runs.
class NodeAccess {
 public:
  virtual ~NodeAccess() = default;
  /// Runs a query or act of the table. Errors: the handler's; `io` when the server is gone.
  virtual Result<Json> ask(const Command& command, const Json& arguments) = 0;
  /// Hands a record in; the answer has the shape Submitted.
  virtual Result<Json> submit(const Submission& submission) = 0;
};

/// A node opened in this process.
class LocalAccess final : public NodeAccess {
 public:
  static Result<std::unique_ptr<LocalAccess>> open(Env& env, const Path& data,
                                                   const std::vector<Path>& key_files,
                                                   AskNode ask_own = {});
  Result<Json> ask(const Command& command, const Json& arguments) override;
  Result<Json> submit(const Submission& submission) override;

 private:
  explicit LocalAccess(std::unique_ptr<Node> node) : node_(std::move(node)) {}
  std::unique_ptr<Node> node_;
};

class Client {
 public:
  struct Options {
    Path data;
    std::vector<Path> key_files;
    /// Opens the way to the node; called at most once, when a command first needs it.
    std::function<Result<std::unique_ptr<NodeAccess>>()> open_node;
    /// Opens the way to a side's own register, against which what is written is held before it is
    /// signed; empty: none is named.
    std::function<Result<std::unique_ptr<NodeAccess>>()> open_own;
    /// Where progress of long work is shown; may be empty.
    std::function<void(std::string_view)> progress;
  };

  Client(Env& env, Options options) : env_(env), options_(std::move(options)) {}

  Env& env() { return env_; }
  const Path& data() const { return options_.data; }
  NodeLayout layout() const { return {options_.data}; }
  Result<NodeAccess*> node();
  /// The keys at hand. Errors: those of Keyring::open.
  Result<Keyring> keyring();
  Result<Json> ask(std::string_view command, const Json& arguments);
  bool names_own() const { return static_cast<bool>(options_.open_own); }
  /// Asks the side's own register. REQUIRES: names_own().
  Result<Json> ask_own(std::string_view command, const Json& arguments);
  void progress(std::string_view text) const;

  /// The circle as record 0 in the folder says, verified. Errors: `not_found`, those of
  /// start_admission.
  Result<const Admission*> circle();

 private:
  Env& env_;
  Options options_;
  std::unique_ptr<NodeAccess> node_;
  std::unique_ptr<NodeAccess> own_;
  std::optional<Admission> circle_;
};

/// Runs a command of the table for a caller: here, or at the node. Errors: `usage`, the handler's.
Result<Json> run_for_client(const Command& command, Client& client, const Json& arguments);

}  // namespace armistice
