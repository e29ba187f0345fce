// SPDX-License-Identifier: Apache-2.0
// The roster: which keys may sign for whom, and from which index on. Folded from genesis and key
// records alone. Spec: register.md §3, kinds/key.md.
#pragma once

#include <optional>
#include <set>
#include <unordered_map>
#include <vector>

#include "base/ids.h"
#include "record/header.h"
#include "record/kinds/genesis.h"
#include "record/kinds/key.h"

namespace armistice {

struct RosterKey {
  VerifierKey vkey;
  KeyRole role = KeyRole::author;
  LeafIndex enrolled_at;
  /// The first index at which it may author; nothing while a contested register holds it back.
  std::optional<LeafIndex> from;

  /// Whether a key of this role signs such records at all, from whatever index.
  bool signs(const Header& header) const {
    return role == KeyRole::author || (role == KeyRole::root && !header.is_joint());
  }
};

class Roster {
 public:
  /// The keys of genesis. Slot numbers follow the order: log, secretary, then each party's root and
  /// cosigner; then enrolments in register order.
  explicit Roster(const Genesis& genesis);

  /// The key of a name and id, of whatever role; nothing if it was never enrolled.
  const RosterKey* find(std::string_view name, KeyId id) const;
  std::optional<std::size_t> slot(std::string_view name, KeyId id) const;
  const std::vector<RosterKey>& keys() const { return keys_; }

  /// Whether `key`, as a key record by `author` at `index`, acts. Errors: `unknown_key` (not by the
  /// party's root), `unsupported` (no enrolment of an author), `wrong_signers` (a name outside the
  /// root's party), `exists` (a key or a name and id that was enrolled before).
  Result<void> may_enrol(const RosterKey& author, const Key& key) const;

  /// REQUIRES: may_enrol.
  void enrol(const Key& key, LeafIndex index, std::optional<LeafIndex> from);

  /// Whether some key enrolled before `covered` is held back.
  bool holds_back(TreeSize covered) const;

  /// Lets keys held back that were enrolled before `covered` author from `from` on.
  void release(TreeSize covered, LeafIndex from);

  /// Puts a key back as it was saved.
  void restore(RosterKey key);

 private:
  void add(RosterKey key);

  std::vector<RosterKey> keys_;  // [slot]
  std::unordered_multimap<std::uint32_t, std::size_t> by_id_;
  std::set<PublicKey> public_keys_;
};

}  // namespace armistice
