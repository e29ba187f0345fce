// SPDX-License-Identifier: Apache-2.0
// A signer: a key with its chain. It takes number and previous from its own durable memory, never
// from a server, and writes a text down before it lets a line out, so that neither a crash nor a
// lying server makes it sign two texts of one number. Spec: record.md §2; rule 3.
#pragma once

#include <memory>
#include <optional>

#include "base/env.h"
#include "record/header.h"
#include "record/vkey.h"

namespace armistice {

/// The last text of a chain.
struct ChainEnd {
  std::uint64_t number = 0;  // 0: the chain has not begun
  std::optional<Digest> id;
  friend bool operator==(const ChainEnd&, const ChainEnd&) = default;
};

/// What was signed and may not have arrived: kept until a receipt comes.
struct Unreceipted {
  Bytes entry;
  Bytes body;
};

class Signer {
 public:
  /// Opens a key file; `<key file>.chain` and `<key file>.outbox` beside it are the memory, locked
  /// while this lives. Errors: `not_found`, `malformed`, `unsupported` (a cosigner's key), `busy`
  /// (another process signs with it), `damaged` (a chain that does not follow itself, is another
  /// key's, or does not fit the outbox), `io`.
  static Result<Signer> open(Env& env, const Path& key_file);

  /// Fills in author, key, number and previous, keeps text and body durably, and gives the entry.
  /// The text is parsed again before it is signed. Errors: those of parse_header, `busy` (an entry
  /// waits for its receipt: hand it in again first), `io`, and after that `closed`: what is on disk
  /// is unknown until the key is opened again.
  Result<Bytes> sign(Header header, ByteView body);

  /// The line under a joint text, which is parsed before it is signed. Joint records have no chain.
  /// Errors: those of parse_header, `wrong_signers` (this name is not among the signers).
  Result<Bytes> sign_joint(std::string_view text) const;

  /// The entry that waits for its receipt, if any.
  const std::optional<Unreceipted>& unreceipted() const { return outbox_; }

  /// The entry has its receipt, or is known to be refused for good. Errors: `io`.
  Result<void> receipted();

  const NamedKey& key() const { return key_; }
  const ChainEnd& end() const { return end_; }

 private:
  Signer(Env& env, NamedKey key, Path path, std::unique_ptr<FileLock> lock)
      : env_(&env), key_(std::move(key)), path_(std::move(path)), lock_(std::move(lock)) {}
  Path beside(std::string_view suffix) const;
  bool is_own(const Header& header) const;
  Result<void> load();
  Result<bool> load_chain();
  Result<void> load_outbox();
  Result<void> keep(std::string_view text, const Digest& id, std::uint64_t number, ByteView entry,
                    ByteView body);
  Result<void> append_to_chain(std::string_view text, std::uint64_t number, const Digest& id);

  Env* env_;
  NamedKey key_;
  Path path_;
  std::unique_ptr<FileLock> lock_;
  std::uint64_t chain_bytes_ = 0;  // of the chain file, up to its last whole text
  std::uint64_t last_bytes_ = 0;   // of which so many are that text
  ChainEnd end_;
  std::optional<Unreceipted> outbox_;
  bool failed_ = false;
};

}  // namespace armistice
