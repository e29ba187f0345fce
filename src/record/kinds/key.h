// SPDX-License-Identifier: Apache-2.0
// key/1: this key is ours. Spec: kinds/key.md.
#pragma once

#include <optional>
#include <string>

#include "record/kinds/fields.h"
#include "record/vkey.h"

namespace armistice {

enum class KeyAction : std::uint8_t { enrol, rotate, revoke };
enum class KeyRole : std::uint8_t { author, cosigner, log, root };

struct Key {
  static constexpr std::string_view kind = "key/1";
  Salt salt;
  KeyAction action = KeyAction::enrol;
  KeyRole role = KeyRole::author;
  VerifierKey vkey;
  std::optional<Digest> next;     // not when revoking
  std::string replaces;           // `name+9d4a07c1` when rotating, else empty
  std::int64_t last_number = 0;   // not when enrolling
  std::optional<Digest> last_id;  // not when enrolling
  std::string stolen_since;       // a time when revoking, or empty
  friend bool operator==(const Key&, const Key&) = default;
};

std::string_view word(KeyAction action);
std::string_view word(KeyRole role);

/// Errors: `malformed`, `too_large`, `unsupported`, `bad_signature`, `out_of_range`.
Result<Key> read_key(const Json& body);
Json to_json(const Key& key);

}  // namespace armistice
