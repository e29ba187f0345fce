// SPDX-License-Identifier: Apache-2.0
#include "base/errc.h"

#include <array>

#include "base/assert.h"

namespace armistice {
namespace {

struct Row {
  Errc code;
  std::string_view word;
  std::string_view meaning;
};

constexpr std::array rows = {
    Row{Errc::usage, "usage", "the command or request is not of the form its help states"},
    Row{Errc::not_found, "not_found", "nothing here has that name, number or digest"},
    Row{Errc::exists, "exists", "it is there already and may not be made twice"},
    Row{Errc::forbidden, "forbidden", "this request may not do this"},
    Row{Errc::unsupported, "unsupported", "a version, kind or algorithm that has no force here"},
    Row{Errc::malformed, "malformed", "the bytes do not follow their grammar"},
    Row{Errc::too_large, "too_large", "over a stated limit"},
    Row{Errc::out_of_range, "out_of_range", "a number outside what it counts"},
    Row{Errc::wrong_circle, "wrong_circle", "the record names another circle"},
    Row{Errc::unknown_key, "unknown_key", "no such key is enrolled for this"},
    Row{Errc::wrong_signers, "wrong_signers", "the lines are not exactly those the text requires"},
    Row{Errc::bad_signature, "bad_signature", "a signature does not verify under the strict rule"},
    Row{Errc::number_taken, "number_taken", "another text of this key and number stands before"},
    Row{Errc::expired, "expired", "the register's clock is not before `until`"},
    Row{Errc::withdrawn, "withdrawn", "a signer withdrew before the record came"},
    Row{Errc::digest_mismatch, "digest_mismatch", "the bytes are not those of the stated digest"},
    Row{Errc::proof_mismatch, "proof_mismatch", "a Merkle proof does not lead to the root"},
    Row{Errc::unquorate, "unquorate", "a head's lines reach no mode of the quorum"},
    Row{Errc::inconsistent, "inconsistent", "two signed statements that cannot both be true"},
    Row{Errc::rolled_back, "rolled_back", "a head smaller than one already seen"},
    Row{Errc::damaged, "damaged", "stored bytes are not what was stored"},
    Row{Errc::incomplete, "incomplete", "an open body is missing, so the common fold stops"},
    Row{Errc::busy, "busy", "another process or a full queue is in the way"},
    Row{Errc::closed, "closed", "a write failed earlier; nothing is accepted until a restart"},
    Row{Errc::io, "io", "the system refused to read or write"},
};

constexpr auto codes = [] {
  std::array<Errc, rows.size()> list{};
  for (std::size_t i = 0; i < rows.size(); ++i) list[i] = rows[i].code;
  return list;
}();

const Row& row_of(Errc code) {
  const auto at = static_cast<std::size_t>(code);
  ASSERT(at < rows.size() && rows[at].code == code);
  return rows[at];
}

}  // namespace

std::string_view errc_word(Errc code) { return row_of(code).word; }

std::string_view errc_meaning(Errc code) { return row_of(code).meaning; }

std::optional<Errc> errc_from_word(std::string_view word) {
  for (const Row& row : rows) {
    if (row.word == word) return row.code;
  }
  return std::nullopt;
}

std::span<const Errc> all_errcs() { return codes; }

}  // namespace armistice
