// SPDX-License-Identifier: Apache-2.0
#include "register/roster.h"

#include "base/text.h"

namespace armistice {
namespace {

bool is_held_back(const RosterKey& key, TreeSize covered) {
  return key.role == KeyRole::author && !key.from && covers(covered, key.enrolled_at);
}

}  // namespace

Roster::Roster(const Genesis& genesis) {
  const LeafIndex genesis_at{0};
  const LeafIndex first{1};
  add({genesis.log, KeyRole::log, genesis_at, std::nullopt});
  add({genesis.secretary, KeyRole::author, genesis_at, first});
  for (const Party& party : genesis.parties) {
    add({party.root, KeyRole::root, genesis_at, first});
    add({party.cosigner, KeyRole::cosigner, genesis_at, std::nullopt});
    // It signs nothing here, and has its role all the same.
    const auto own = parse_vkey(party.own_register);
    if (own.ok()) public_keys_.insert(own->key);
  }
}

std::optional<std::size_t> Roster::slot(std::string_view name, KeyId id) const {
  const auto [first, last] = by_id_.equal_range(id.value);
  for (auto it = first; it != last; ++it) {
    if (keys_[it->second].vkey.name == name) return it->second;
  }
  return std::nullopt;
}

const RosterKey* Roster::find(std::string_view name, KeyId id) const {
  const auto at = slot(name, id);
  return at ? &keys_[*at] : nullptr;
}

Result<void> Roster::may_enrol(const RosterKey& author, const Key& key) const {
  if (author.role != KeyRole::root) {
    return Error{Errc::unknown_key, "only a party's root key enrols keys"};
  }
  if (key.action != KeyAction::enrol || key.role != KeyRole::author ||
      key.vkey.type != KeyType::ed25519) {
    return Error{Errc::unsupported, "only the enrolment of an author has force"};
  }
  if (!is_below(key.vkey.name, party_of(author.vkey.name))) {
    return Error{Errc::wrong_signers, "a root enrols names below its own party"};
  }
  if (public_keys_.contains(key.vkey.key) || find(key.vkey.name, key.vkey.id()) != nullptr) {
    return Error{Errc::exists, "a key is enrolled once, in one role"};
  }
  return {};
}

void Roster::enrol(const Key& key, LeafIndex index, std::optional<LeafIndex> from) {
  add({key.vkey, KeyRole::author, index, from});
}

bool Roster::holds_back(TreeSize covered) const {
  return std::any_of(keys_.begin(), keys_.end(),
                     [&](const RosterKey& key) { return is_held_back(key, covered); });
}

void Roster::release(TreeSize covered, LeafIndex from) {
  for (RosterKey& key : keys_) {
    if (is_held_back(key, covered)) key.from = from;
  }
}

void Roster::restore(RosterKey key) { add(std::move(key)); }

void Roster::add(RosterKey key) {
  by_id_.emplace(key.vkey.id().value, keys_.size());
  public_keys_.insert(key.vkey.key);
  keys_.push_back(std::move(key));
}

}  // namespace armistice
