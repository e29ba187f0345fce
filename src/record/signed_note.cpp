// SPDX-License-Identifier: Apache-2.0
#include "record/signed_note.h"

#include <fmt/format.h>

#include "base/limits.h"
#include "base/text.h"

namespace armistice {
namespace {

constexpr std::string_view dash = "\xe2\x80\x94 ";  // U+2014 and a space

// C2SP: names are not empty and hold neither `+` nor Unicode white space. Ours are narrower still,
// but a checkpoint may bear lines of strangers, which are read and ignored.
bool is_key_name(std::string_view name) {
  if (name.empty() || name.size() > 255 || !is_utf8(name)) return false;
  return name.find_first_of(std::string_view("+ \t\n\v\f\r\0", 8)) == std::string_view::npos;
}

Result<SignatureLine> parse_line(std::string_view line) {
  if (!line.starts_with(dash)) {
    return Error{Errc::malformed, "a signature line starts with an em dash and a space"};
  }
  line.remove_prefix(dash.size());
  const auto space = line.find(' ');
  if (space == std::string_view::npos || !is_key_name(line.substr(0, space))) {
    return Error{Errc::malformed, "a signature line is — name base64"};
  }
  const Bytes bytes = TRY(from_base64(line.substr(space + 1)));
  if (bytes.size() < 5) return Error{Errc::malformed, "a signature holds a key id and more"};
  const auto byte = [&](std::size_t i) {
    return static_cast<std::uint32_t>(static_cast<std::uint8_t>(bytes[i]));
  };
  return SignatureLine{line.substr(0, space),
                       KeyId{byte(0) << 24 | byte(1) << 16 | byte(2) << 8 | byte(3)},
                       bytes.substr(4)};
}

}  // namespace

Result<SignedNote> parse_note(ByteView note) {
  if (note.size() > limits::entry_bytes_max) {
    return Error{Errc::too_large, fmt::format("a note of {} bytes, at most {}", note.size(),
                                              limits::entry_bytes_max)};
  }
  const auto split_at = note.rfind("\n\n");
  if (split_at == ByteView::npos) {
    return Error{Errc::malformed, "no empty line between text and signatures"};
  }
  SignedNote out{note.substr(0, split_at + 1), {}};
  ByteView rest = note.substr(split_at + 2);
  while (!rest.empty()) {
    const auto line = take_line(rest);
    if (!line) return Error{Errc::malformed, "the last line has no newline"};
    if (out.lines.size() == limits::signature_lines_max) {
      return Error{Errc::malformed,
                   fmt::format("more than {} signature lines", limits::signature_lines_max)};
    }
    auto read = parse_line(*line).within(fmt::format("signature line {}", out.lines.size() + 1));
    out.lines.push_back(TRY(std::move(read)));
  }
  if (out.lines.empty()) return Error{Errc::malformed, "no signature line"};
  return out;
}

Bytes signature_line(std::string_view name, KeyId id, ByteView payload) {
  Bytes bytes;
  for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(id.value >> shift);
  bytes += payload;
  return fmt::format("{}{} {}\n", dash, name, to_base64(bytes));
}

Bytes sign_text(const NamedKey& key, ByteView text) {
  ASSERT(key.type == KeyType::ed25519);
  return signature_line(key.name, key.verifier().id(), key.secret.sign(text).view());
}

}  // namespace armistice
