// SPDX-License-Identifier: Apache-2.0
// genesis/1: these parties share a register under this agreement. Spec: kinds/genesis.md.
#pragma once

#include <string>
#include <vector>

#include "record/kinds/fields.h"
#include "record/vkey.h"

namespace armistice {

enum class Conduct : std::uint8_t { exercise, live };
enum class Group : std::uint8_t { sides, neutrals };

struct Party {
  std::string name;
  Group group = Group::sides;
  VerifierKey root;
  Digest root_next;
  VerifierKey cosigner;
  Digest cosigner_next;
  std::string own_register;  // a vkey, or empty
  friend bool operator==(const Party&, const Party&) = default;
};

/// A joint author, and the names that may sit in it.
struct Organ {
  std::string name;
  std::vector<std::string> members;
  friend bool operator==(const Organ&, const Organ&) = default;
};

struct Genesis {
  static constexpr std::string_view kind = "genesis/1";
  Salt salt;
  Conduct conduct = Conduct::exercise;
  std::int64_t scenario_offset_s = 0;
  std::string origin;
  VerifierKey log;
  VerifierKey secretary;
  std::vector<Party> parties;
  std::int64_t neutrals_quorum = 0;
  std::vector<Organ> organs;
  std::vector<std::string> civil_offsets;
  Digest agreement;
  Digest spec;

  std::size_t count(Group group) const;
  const Party* party(std::string_view name) const;
  /// Whose own register this is, if one side alone has made it; else empty.
  std::string own_side() const;
  const Organ* organ(std::string_view name) const;
  friend bool operator==(const Genesis&, const Genesis&) = default;
};

std::string_view word(Conduct conduct);
std::string_view word(Group group);

/// Reads the body and checks every rule of its page that the body alone can break.
/// Errors: `malformed`, `too_large`, `out_of_range`, `unsupported`, `bad_signature` (a key that may
/// not be enrolled), `exists` (a name or key that stands twice).
Result<Genesis> read_genesis(const Json& body);
Json to_json(const Genesis& genesis);

}  // namespace armistice
