// SPDX-License-Identifier: Apache-2.0
// A proof that a record stands in a register: the form in which receipts and printed annexes leave
// the house, so that a stranger can check one record with one file. Spec: register.md §4; C2SP
// tlog-proof v1.
#pragma once

#include <vector>

#include "base/bytes.h"
#include "base/ids.h"
#include "base/result.h"

namespace armistice {

struct TlogProof {
  LeafIndex index;
  std::vector<Digest> hashes;
  Bytes checkpoint;  // a note, verbatim
  friend bool operator==(const TlogProof&, const TlogProof&) = default;
};

Bytes to_bytes(const TlogProof& proof);

/// Reads a proof; an `extra` line is read over, since nothing vouches for it.
/// Errors: `malformed`, `out_of_range` (over limits::proof_hashes_max hashes).
Result<TlogProof> parse_proof(ByteView bytes);

/// Checks that `entry` stands at proof.index under the root of proof.checkpoint. Whether that
/// checkpoint counts is for read_head(). Errors: `malformed`, `out_of_range`, `proof_mismatch`.
Result<void> check_proof(const TlogProof& proof, ByteView entry);

}  // namespace armistice
