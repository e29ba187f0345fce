// SPDX-License-Identifier: Apache-2.0
#include "register/checkpoint.h"

#include <fmt/format.h>

#include "base/text.h"

namespace armistice {
namespace {

std::string cosigned_text(std::string_view checkpoint_text, std::uint64_t time_s) {
  return fmt::format("cosignature/v1\ntime {}\n{}", time_s, checkpoint_text);
}

}  // namespace

std::string to_text(const Checkpoint& checkpoint) {
  return fmt::format("{}\n{}\n{}\n", checkpoint.origin, checkpoint.size.value,
                     to_base64(checkpoint.root.view()));
}

Result<Checkpoint> parse_checkpoint(std::string_view text) {
  std::string_view rest = text;
  const auto origin = take_line(rest);
  const auto size = take_line(rest);
  const auto root = take_line(rest);
  if (!origin || !size || !root || !rest.empty()) {
    return Error{Errc::malformed, "a checkpoint is three lines: origin, size, root"};
  }
  if (!is_name(*origin)) return Error{Errc::malformed, "an origin is [a-z0-9/.-]{1,64}"};
  Checkpoint checkpoint{std::string(*origin), {}, {}};
  checkpoint.size = {TRY(parse_decimal(*size))};
  checkpoint.root = TRY(read_digest(TRY(from_base64(*root))).within("root"));
  return checkpoint;
}

Bytes sign_checkpoint(const NamedKey& log, const Checkpoint& checkpoint) {
  const std::string text = to_text(checkpoint);
  return text + "\n" + sign_text(log, text);
}

Bytes cosign(const NamedKey& cosigner, std::string_view checkpoint_text, UtcSeconds time) {
  ASSERT(cosigner.type == KeyType::cosignature && time.value >= 0);
  const auto time_s = static_cast<std::uint64_t>(time.value);
  Bytes payload;
  for (int shift = 56; shift >= 0; shift -= 8) payload += static_cast<char>(time_s >> shift);
  payload += cosigner.secret.sign(cosigned_text(checkpoint_text, time_s)).view();
  return signature_line(cosigner.name, cosigner.verifier().id(), payload);
}

std::optional<UtcSeconds> verify_cosignature(const PublicKey& key, std::string_view checkpoint_text,
                                             ByteView payload) {
  Signature signature;
  if (payload.size() != 8 + signature.bytes.size()) return std::nullopt;
  std::uint64_t time_s = 0;
  for (int i = 0; i < 8; ++i) time_s = time_s << 8 | static_cast<std::uint8_t>(payload[i]);
  // A time past this would not fit the register's clock; no honest clock shows it.
  constexpr std::uint64_t time_s_max = 1ULL << 53;
  if (time_s > time_s_max) return std::nullopt;
  std::memcpy(signature.bytes.data(), payload.data() + 8, signature.bytes.size());
  if (!verify(key, cosigned_text(checkpoint_text, time_s), signature)) return std::nullopt;
  return UtcSeconds{static_cast<std::int64_t>(time_s)};
}

Bytes add_lines(ByteView note, std::span<const Bytes> lines) {
  Bytes out(note);
  for (const Bytes& line : lines) out += line;
  return out;
}

}  // namespace armistice
