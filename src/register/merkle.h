// SPDX-License-Identifier: Apache-2.0
// Merkle tree hashing and the checking of proofs. Source: RFC 6962 §2.1 for the hashing, RFC 9162
// §2.1.3.2 and §2.1.4.2 for the two verifications, whose names are kept.
#pragma once

#include <span>
#include <vector>

#include "base/bytes.h"
#include "base/ids.h"
#include "base/result.h"

namespace armistice {

Digest leaf_hash(ByteView entry);                           // SHA-256(0x00 ‖ entry)
Digest node_hash(const Digest& left, const Digest& right);  // SHA-256(0x01 ‖ left ‖ right)
Digest empty_root();                                        // SHA-256("")

/// Checks that `leaf` is number `index` of the `size` leaves under `root`.
/// Errors: `out_of_range` (no such leaf), `proof_mismatch`.
Result<void> verify_inclusion(const Digest& leaf, LeafIndex index, TreeSize size,
                              std::span<const Digest> proof, const Digest& root);

/// Checks that the tree of `second` leaves under `second_root` continues that of `first` leaves
/// under `first_root`. From the empty tree there is nothing to prove: that is an error, too.
/// Errors: `out_of_range` (first > second, or first is 0), `proof_mismatch`.
Result<void> verify_consistency(TreeSize first, const Digest& first_root, TreeSize second,
                                const Digest& second_root, std::span<const Digest> proof);

}  // namespace armistice
