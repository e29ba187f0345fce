// SPDX-License-Identifier: Apache-2.0
#include "register/merkle.h"

#include <bit>

#include "crypto/hash.h"

namespace armistice {
namespace {

Error mismatch(const char* what) { return Error{Errc::proof_mismatch, what}; }

}  // namespace

Digest leaf_hash(ByteView entry) { return sha256(ByteView("\0", 1), entry); }

Digest node_hash(const Digest& left, const Digest& right) {
  return sha256("\1", left.view(), right.view());
}

Digest empty_root() { return sha256(""); }

Result<void> verify_inclusion(const Digest& leaf, LeafIndex index, TreeSize size,
                              std::span<const Digest> proof, const Digest& root) {
  if (!covers(size, index)) return Error{Errc::out_of_range, "the leaf lies past the tree's size"};
  std::uint64_t fn = index.value;
  std::uint64_t sn = size.value - 1;
  Digest r = leaf;
  for (const Digest& p : proof) {
    if (sn == 0) return mismatch("inclusion: the proof is too long");
    const bool p_is_left = (fn & 1) != 0 || fn == sn;
    r = p_is_left ? node_hash(p, r) : node_hash(r, p);
    while (p_is_left && (fn & 1) == 0 && fn != 0) {
      fn >>= 1;
      sn >>= 1;
    }
    fn >>= 1;
    sn >>= 1;
  }
  if (sn != 0) return mismatch("inclusion: the proof is too short");
  if (r != root) return mismatch("inclusion: the proof leads to another root");
  return {};
}

Result<void> verify_consistency(TreeSize first, const Digest& first_root, TreeSize second,
                                const Digest& second_root, std::span<const Digest> proof) {
  if (first > second) return Error{Errc::out_of_range, "the first tree is the larger"};
  if (first.value == 0) return Error{Errc::out_of_range, "every tree continues the empty one"};
  if (first == second) {
    if (!proof.empty()) return mismatch("consistency: no proof is due here");
    return first_root == second_root ? Result<void>() : mismatch("consistency: the roots differ");
  }
  std::vector<Digest> path(proof.begin(), proof.end());
  if (std::has_single_bit(first.value)) path.insert(path.begin(), first_root);
  if (path.empty()) return mismatch("consistency: the proof is too short");
  std::uint64_t fn = first.value - 1;
  std::uint64_t sn = second.value - 1;
  while ((fn & 1) != 0) {
    fn >>= 1;
    sn >>= 1;
  }
  Digest fr = path[0];
  Digest sr = path[0];
  for (std::size_t i = 1; i < path.size(); ++i) {
    const Digest& c = path[i];
    if (sn == 0) return mismatch("consistency: the proof is too long");
    if ((fn & 1) != 0 || fn == sn) {
      fr = node_hash(c, fr);
      sr = node_hash(c, sr);
      while ((fn & 1) == 0 && fn != 0) {
        fn >>= 1;
        sn >>= 1;
      }
    } else {
      sr = node_hash(sr, c);
    }
    fn >>= 1;
    sn >>= 1;
  }
  if (sn != 0) return mismatch("consistency: the proof is too short");
  if (fr != first_root) return mismatch("consistency: the proof leads to another first root");
  if (sr != second_root) return mismatch("consistency: the proof leads to another second root");
  return {};
}

}  // namespace armistice
