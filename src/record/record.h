// SPDX-License-Identifier: Apache-2.0
// A record: what is said, by whom. The bytes are kept as received; header, id and lines are
// readings of them. Spec: record.md.
#pragma once

#include "base/bytes.h"
#include "record/header.h"
#include "record/signed_note.h"

namespace armistice {

struct Record {
  Bytes entry;             // text, empty line, signature lines
  std::size_t text_bytes;  // the text is the first so many
  Header header;
  Digest id;                     // SHA-256 of the text
  std::vector<KeyId> line_keys;  // line i is by author or signers[i], under this key
  std::vector<Signature> signatures;

  std::string_view text() const { return std::string_view(entry).substr(0, text_bytes); }
  /// Who signs line i.
  const std::string& line_name(std::size_t i) const {
    return header.is_joint() ? header.signers[i] : header.author;
  }
};

/// Reads an entry and holds its lines against its text. Verifies no signature: whose key a line
/// needs is known to the roster (register/roster.h).
/// Errors: those of parse_note and parse_header, and `wrong_signers`. Cost: about 3 µs.
Result<Record> parse_record(Bytes entry);

/// Whether an entry reads as a joint record; of one that does not read, parse_record() says what is
/// wrong. Cost: about 2 µs.
bool is_joint_entry(ByteView entry);

/// Whether line i of the record verifies under `key`. Cost: about 45 µs.
bool verify_line(const Record& record, std::size_t i, const PublicKey& key);

/// The entry of a text with its lines, each with its newline.
Bytes join_entry(std::string_view text, std::span<const Bytes> lines);

}  // namespace armistice
