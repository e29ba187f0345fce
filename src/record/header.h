// SPDX-License-Identifier: Apache-2.0
// The text of a record, line by line. Spec: record.md §2.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/ids.h"
#include "base/time.h"
#include "record/vkey.h"

namespace armistice {

enum class BodyForm : std::uint8_t { open, sealed };

/// What the text says of the body, which lies elsewhere.
struct BodyRef {
  Digest digest;
  std::uint64_t bytes = 0;
  BodyForm form = BodyForm::open;
  friend bool operator==(const BodyRef&, const BodyRef&) = default;
};

/// The last counted head that the author had checked; size 0 before the first.
struct Seen {
  TreeSize size;
  Digest root;
  friend bool operator==(const Seen&, const Seen&) = default;
};

struct Header {
  std::optional<Digest> circle;  // nothing in genesis alone
  std::string kind;              // with its version: `note/1`
  std::string author;            // a joint organ when `signers` is not empty
  KeyId key;                     // one author only
  std::vector<std::string> signers;
  std::optional<CivilTime> until;  // joint, except genesis
  std::uint64_t number = 0;
  std::optional<Digest> previous;
  Seen seen;
  CivilTime written;
  BodyRef body;
  std::vector<Digest> refers;  // strictly ascending

  bool is_joint() const { return !signers.empty(); }
  bool is_genesis() const { return kind.starts_with("genesis/"); }
  friend bool operator==(const Header&, const Header&) = default;
};

/// Reads a whole text, refusing every spelling but one.
/// Errors: `malformed`, `too_large`, `out_of_range`, `unsupported` (another version of the form).
/// Guarantees: to_text(parse_header(text)) == text.
Result<Header> parse_header(std::string_view text);

/// The text of a header. Where the header breaks a rule, parse_header says which.
std::string to_text(const Header& header);

}  // namespace armistice
