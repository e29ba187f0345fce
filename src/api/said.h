// SPDX-License-Identifier: Apache-2.0
// What an entry of the register says: its text read, and its open body, as far as it is here.
#pragma once

#include "api/node.h"
#include "record/kinds/body.h"

namespace armistice {

struct Said {
  Bytes entry;
  std::optional<Record> record;  // nothing: the entry is none
  std::optional<Bytes> bytes;    // of the body; nothing: sealed or withheld
  std::optional<Body> body;      // read; nothing: not of a known kind, or not well formed
};

/// Reads the entry at an index. Errors: `not_found`, `damaged` (the body), `io`. Not to be called
/// while rows are read.
Result<Said> said_at(Node& node, LeafIndex index);

/// What it says in words: its `text`, `reason` or `dissent`; empty if it has none.
std::string words_of(const Body& body);

}  // namespace armistice
