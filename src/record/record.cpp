// SPDX-License-Identifier: Apache-2.0
#include "record/record.h"

#include <fmt/format.h>

#include "crypto/hash.h"

namespace armistice {

Result<Record> parse_record(Bytes entry) {
  Record record{std::move(entry), 0, {}, {}, {}, {}};
  const SignedNote note = TRY(parse_note(record.entry));
  for (const SignatureLine& line : note.lines) {
    Signature signature;
    if (line.payload.size() != signature.bytes.size()) {
      return Error{Errc::malformed, "a record's signature line holds 68 bytes"};
    }
    std::memcpy(signature.bytes.data(), line.payload.data(), line.payload.size());
    record.line_keys.push_back(line.key);
    record.signatures.push_back(signature);
  }
  record.header = TRY(parse_header(note.text));
  record.text_bytes = note.text.size();
  const Header& header = record.header;
  const std::size_t due = header.is_joint() ? header.signers.size() : 1;
  if (note.lines.size() != due) {
    return Error{Errc::wrong_signers,
                 fmt::format("{} signature lines, {} required", note.lines.size(), due)};
  }
  for (std::size_t i = 0; i < due; ++i) {
    if (note.lines[i].name != record.line_name(i)) {
      return Error{Errc::wrong_signers, fmt::format("line {} is by {}, {} required", i + 1,
                                                    note.lines[i].name, record.line_name(i))};
    }
  }
  if (!header.is_joint() && record.line_keys[0] != header.key) {
    return Error{Errc::wrong_signers, "the line's key is not that of the `key` line"};
  }
  record.id = sha256(note.text);
  return record;
}

bool is_joint_entry(ByteView entry) {
  const auto note = parse_note(entry);
  const auto header = note.ok() ? parse_header(note->text) : Result<Header>(note.error());
  return header.ok() && header->is_joint();
}

bool verify_line(const Record& record, std::size_t i, const PublicKey& key) {
  return verify(key, record.text(), record.signatures[i]);
}

Bytes join_entry(std::string_view text, std::span<const Bytes> lines) {
  Bytes entry(text);
  entry += '\n';
  for (const Bytes& line : lines) entry += line;
  return entry;
}

}  // namespace armistice
