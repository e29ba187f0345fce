// SPDX-License-Identifier: Apache-2.0
// The key files at hand: those in an exercise's keys/, and those named by --key. A key file lies on
// its owner's machine and is read there; nothing here goes over a wire.
#pragma once

#include <vector>

#include "base/env.h"
#include "record/signer.h"
#include "record/vkey.h"

namespace armistice {

struct KeyPlace {
  Path file;
  VerifierKey vkey;
};

/// A new key written into a folder, with the key that may follow it beside it.
struct NewKey {
  Path file;
  VerifierKey vkey;
  Digest next;  // SHA-256 of the next public key
};

class Keyring {
 public:
  /// Reads the key files of a folder, if it is there, and the files named.
  /// Errors: `not_found` (a file named), `malformed`, `io`.
  static Result<Keyring> open(Env& env, const Path& folder, const std::vector<Path>& files);

  const std::vector<KeyPlace>& keys() const { return keys_; }

  /// The newest key of a name and type. Errors: `not_found`, naming which there are.
  Result<KeyPlace> find(std::string_view name, KeyType type = KeyType::ed25519) const;

  /// Errors: `not_found`, `io`.
  Result<NamedKey> load(std::string_view name, KeyType type = KeyType::ed25519) const;
  Result<Signer> signer(std::string_view name) const;

 private:
  explicit Keyring(Env& env) : env_(&env) {}
  Env* env_;
  std::vector<KeyPlace> keys_;
};

/// What stands in genesis or a key record for the key that may follow: SHA-256 of its public key.
Digest next_digest(const NamedKey& successor);

/// Makes a key and its successor, readable by the owner alone. Errors: `io`.
Result<NewKey> make_key(Env& env, const Path& folder, const std::string& name, KeyType type);

}  // namespace armistice
