// SPDX-License-Identifier: Apache-2.0
#include "register/proof.h"

#include <fmt/format.h>

#include "base/limits.h"
#include "base/text.h"
#include "register/checkpoint.h"
#include "register/merkle.h"

namespace armistice {
namespace {

constexpr std::string_view first_line = "c2sp.org/tlog-proof@v1";

}  // namespace

Bytes to_bytes(const TlogProof& proof) {
  Bytes out = fmt::format("{}\nindex {}\n", first_line, proof.index.value);
  for (const Digest& hash : proof.hashes) {
    out += to_base64(hash.view());
    out += '\n';
  }
  return out + "\n" + proof.checkpoint;
}

Result<TlogProof> parse_proof(ByteView bytes) {
  ByteView rest = bytes;
  if (take_line(rest) != first_line) {
    return Error{Errc::malformed, fmt::format("a proof starts with {}", first_line)};
  }
  auto line = take_line(rest);
  if (line && line->starts_with("extra ")) {
    TRY(from_base64(line->substr(6)).within("extra"));
    line = take_line(rest);
  }
  if (!line || !line->starts_with("index ")) return Error{Errc::malformed, "`index` is due here"};
  TlogProof proof{{TRY(parse_decimal(line->substr(6)))}, {}, {}};
  while (true) {
    line = take_line(rest);
    if (!line) return Error{Errc::malformed, "a proof has an empty line before its checkpoint"};
    if (line->empty()) break;
    if (proof.hashes.size() == limits::proof_hashes_max) {
      return Error{Errc::out_of_range, "a proof has at most 63 hashes"};
    }
    proof.hashes.push_back(TRY(read_digest(TRY(from_base64(*line)))));
  }
  TRY(parse_note(rest));
  proof.checkpoint = Bytes(rest);
  return proof;
}

Result<void> check_proof(const TlogProof& proof, ByteView entry) {
  const SignedNote note = TRY(parse_note(proof.checkpoint));
  const Checkpoint checkpoint = TRY(parse_checkpoint(note.text));
  return verify_inclusion(leaf_hash(entry), proof.index, checkpoint.size, proof.hashes,
                          checkpoint.root);
}

}  // namespace armistice
