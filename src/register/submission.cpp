// SPDX-License-Identifier: Apache-2.0
#include "register/submission.h"

#include <fmt/format.h>

#include "base/limits.h"
#include "record/record.h"

namespace armistice {

Bytes to_bytes(const Submission& submission) {
  Bytes out;
  const auto length = static_cast<std::uint32_t>(submission.entry.size());
  for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(length >> shift);
  return out + submission.entry + submission.body.value_or("");
}

Result<Submission> parse_submission(ByteView bytes) {
  if (bytes.size() < 4)
    return Error{Errc::malformed, "a submission starts with a length of 4 bytes"};
  std::size_t length = 0;
  for (int i = 0; i < 4; ++i) length = length << 8 | static_cast<std::uint8_t>(bytes[i]);
  bytes.remove_prefix(4);
  if (length > limits::entry_bytes_max) {
    return Error{Errc::too_large,
                 fmt::format("a note of {} bytes, at most {}", length, limits::entry_bytes_max)};
  }
  if (length > bytes.size()) return Error{Errc::malformed, "the note is shorter than its length"};
  const ByteView body = bytes.substr(length);
  if (body.size() > limits::body_bytes_max) {
    return Error{Errc::too_large, fmt::format("a body of {} bytes, at most {}", body.size(),
                                              limits::body_bytes_max)};
  }
  Submission submission{Bytes(bytes.substr(0, length)), Bytes(body)};
  if (!body.empty()) return submission;
  // No bytes: the body is empty if the text says so, and left out otherwise.
  const auto note = parse_note(submission.entry);
  const auto header = note.ok() ? parse_header(note->text) : Result<Header>(note.error());
  if (header.ok() && header->body.bytes > 0) submission.body.reset();
  return submission;
}

}  // namespace armistice
