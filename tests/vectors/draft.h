// SPDX-License-Identifier: Apache-2.0
// A record's text as lines that a case may bend, and the names that sign it. Nothing here reads a
// record: the texts are put together by hand.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "vectors/vectors.h"

namespace armistice::vectors {

struct Draft {
  std::vector<std::string> lines;  // each without its newline
  std::vector<std::string> signers;

  std::string text() const;
  Bytes entry() const;
  /// `— name base64`, with its newline, by each signer.
  std::vector<Bytes> signatures() const;
};

/// One author at number 2; a commission's two seniors; the six roots of a genesis.
Draft one_author();
Draft joint();
Draft genesis();

/// The draft with `line` in the place of the first line of the same word.
Draft with(Draft draft, const std::string& line);
/// With another first line.
Draft headed(Draft draft, const std::string& version);
Draft without(Draft draft, const std::string& word);
/// With `line` put before the first line of `word`, or behind all lines if there is none.
Draft before(Draft draft, const std::string& word, const std::string& line);
Draft behind(Draft draft, const std::string& line);
/// By another author, with the key line that goes with it.
Draft by(Draft draft, const std::string& author);
/// Jointly signed by these.
Draft jointly(Draft draft, const std::vector<std::string>& signers);

/// `sha256:` and 64 digits, made of a word.
std::string id_of(std::string_view word);
/// 44 characters of base64.
std::string root_of(std::string_view word);

Case ok(std::string name, std::string why, const Draft& draft);
Case bad(std::string name, std::string why, const Draft& draft, Errc error = Errc::malformed);
Case bad_bytes(std::string name, std::string why, Bytes entry, Errc error = Errc::malformed);

/// The tables, by what they bend.
std::vector<Case> good_records();
std::vector<Case> bad_head_lines();   // version, circle, kind, author, key
std::vector<Case> bad_joint_lines();  // signer, until, and genesis
std::vector<Case> bad_chain_lines();  // number, previous, seen
std::vector<Case> bad_claim_lines();  // written, body, refers
std::vector<Case> bad_note_forms();   // bytes, line ends, sizes
std::vector<Case> bad_signature_lines();

}  // namespace armistice::vectors
