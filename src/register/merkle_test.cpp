// SPDX-License-Identifier: Apache-2.0
#include "register/merkle.h"

#include <gtest/gtest.h>

#include "base/json.h"
#include "crypto/hash.h"
#include "register/checkpoint.h"
#include "register/proof.h"
#include "register/tree.h"
#include "support/shared_data.h"

namespace armistice {
namespace {

Digest from_text(std::string_view hex) { return parse_digest_hex(hex).value(); }

// A published hash. One of another length than 32 bytes can fit nowhere; only whether two of them
// are the same matters.
Digest published_digest(const Json* json) {
  const std::string* text = json == nullptr ? nullptr : json->as_text();
  const auto bytes = text == nullptr ? Result<Bytes>(Bytes()) : from_base64(*text);
  const auto digest = bytes.ok() ? read_digest(*bytes) : Result<Digest>(bytes.error());
  return digest.ok() ? *digest : sha256("of another length: ", text == nullptr ? "" : *text);
}

std::vector<Digest> published_proof(const Json& one) {
  std::vector<Digest> proof;
  if (const Json::Array* list = one.find("proof")->as_array()) {
    for (const Json& hash : *list) proof.push_back(published_digest(&hash));
  }
  return proof;
}

std::uint64_t published_count(const Json& one, std::string_view key) {
  return static_cast<std::uint64_t>(*one.find(key)->as_integer());
}

Result<void> check_published_inclusion(const Json& one) {
  if (one.find("root")->as_text()->size() != 44) return Error{Errc::malformed, "no root"};
  return verify_inclusion(published_digest(one.find("leafHash")),
                          LeafIndex{published_count(one, "leafIdx")},
                          TreeSize{published_count(one, "treeSize")}, published_proof(one),
                          published_digest(one.find("root")));
}

Result<void> check_published_consistency(const Json& one) {
  return verify_consistency(TreeSize{published_count(one, "size1")},
                            published_digest(one.find("root1")),
                            TreeSize{published_count(one, "size2")},
                            published_digest(one.find("root2")), published_proof(one));
}

TEST(Merkle, HashesAsRfc6962) {
  EXPECT_EQ(to_hex(leaf_hash("").view()).substr(0, 16), "6e340b9cffb37a98");
  EXPECT_EQ(to_hex(leaf_hash("L123456").view()).substr(0, 16), "395aa064aa4c29f7");
  EXPECT_EQ(to_hex(empty_root().view()).substr(0, 8), "e3b0c442");
}

// The known-answer test of the log formats, made with Go's x/mod: three entries, one witness.
TEST(Merkle, KnownAnswer) {
  const NamedKey log{"register.armistice.example/joint", KeyType::ed25519,
                     SecretKey::from_seed(Bytes(32, '\1'))};
  const NamedKey witness{"observer.example/sweden", KeyType::cosignature,
                         SecretKey::from_seed(Bytes(32, '\2'))};
  EXPECT_EQ(to_text(log.verifier()),
            "register.armistice.example/joint+1d4162aa+"
            "AYqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c");
  EXPECT_EQ(to_text(witness.verifier()),
            "observer.example/sweden+fb672137+BIE5dw6ofRdfVqNUZsNMfszLjYqRtO43ol32D1uPybOU");

  Tree tree([](const TileId&) { return Result<Bytes>(Error{Errc::not_found, "no tile"}); });
  Bytes bundle;
  for (const char* entry : {"cable 1", "cable 2", "cable 3"}) {
    tree.append(leaf_hash(entry));
    append_to_bundle(bundle, entry);
  }
  EXPECT_EQ(to_hex(bundle), "00076361626c65203100076361626c65203200076361626c652033");
  EXPECT_EQ(to_base64(tree.root_at(TreeSize{1})->view()),
            "r4VQyAztmaohUL7e797DvN90c9FxSwU35N3m7ZwlWWE=");
  EXPECT_EQ(to_base64(tree.root_at(TreeSize{2})->view()),
            "7RiFy58OVg+jGHsZ2LVBiu+u1n4zzX706tkXLyBfPqI=");
  const Digest leaf2 =
      from_text("dc0ecdfca94ec0a1c410c56347b915cbc9092179b47d4d278c7cbb1945a8c789");
  EXPECT_EQ(*tree.inclusion(LeafIndex{1}, TreeSize{3}),
            (std::vector<Digest>{*tree.root_at(TreeSize{1}), leaf2}));
  EXPECT_EQ(*tree.consistency(TreeSize{2}, TreeSize{3}), std::vector<Digest>{leaf2});
  EXPECT_EQ(tree.tile({0, 0, 3})->size(), 96U);

  const Checkpoint checkpoint{log.name, TreeSize{3}, *tree.root_at(TreeSize{3})};
  const std::array lines = {cosign(witness, to_text(checkpoint), UtcSeconds{1'700'000'000})};
  EXPECT_EQ(add_lines(sign_checkpoint(log, checkpoint), lines),
            "register.armistice.example/joint\n3\n"
            "9kQbZsRSPF+EjILwWFDC9ecsBuVrf8xNvmkMFFBvcDA=\n\n"
            "— register.armistice.example/joint HUFiqs52Xjr+BxnRzLqPGSYbjHQ8OvkA+ZIXjCSeup/yQ/"
            "bCsrEtGHoG2VoWUOsUfbrRMoOtkiYxsf/FpaYYCmj+2w8=\n"
            "— observer.example/sweden +2chNwAAAABlU/EA3wSZ4Ghw/6VLUGGEMbcxQkM3zgmvBac02qIUliZOw5yx"
            "bxA5HAvrxSXBntg1b2NQbY0GsmiaSLGnMhAktjOoDA==\n");
}

void expect_published(const Path& folder, Result<void> (*check)(const Json&)) {
  const auto files = testing::files_below(folder);
  EXPECT_EQ(files.size(), 98U);
  for (const Path& path : files) {
    Bytes text = real_env().read_file(path, 1 << 20).value();
    // Six vectors have an index of 2^64 - 1, which our JSON refuses; any index past the tree will
    // do.
    const auto huge = text.find("18446744073709551615");
    if (huge != Bytes::npos) text.replace(huge, 20, "9007199254740991");
    const auto one = parse_json(text);
    ASSERT_TRUE(one.ok()) << path << one.error().text();
    EXPECT_EQ(!check(*one).ok(), *one->find("wantErr")->as_bool()) << path;
  }
}

TEST(Merkle, PublishedInclusionProofs) {
  const auto folder = testing::shared_data("vectors/merkle/inclusion");
  if (!folder) GTEST_SKIP() << "no published vectors";
  expect_published(*folder, check_published_inclusion);
}

TEST(Merkle, PublishedConsistencyProofs) {
  const auto folder = testing::shared_data("vectors/merkle/consistency");
  if (!folder) GTEST_SKIP() << "no published vectors";
  expect_published(*folder, check_published_consistency);
}

// Every leaf of every size up to past two tiles, and every pair of sizes: the tree's own proofs,
// checked by the verifier that knows nothing of tiles.
TEST(Tree, ProvesEveryLeafOfEverySize) {
  constexpr std::uint64_t size_max = 530;
  std::map<TileId, Bytes> shelf;
  Tree tree([&](const TileId& id) { return Result<Bytes>(shelf.at(id)); });
  std::vector<Digest> leaves;
  std::vector<Digest> roots = {empty_root()};
  for (std::uint64_t i = 0; i < size_max; ++i) {
    leaves.push_back(leaf_hash(fmt::format("entry {}", i)));
    tree.append(leaves.back());
    for (const FullTile& tile : tree.take_completed()) {
      shelf[tile.id] = tile.hashes;
      tree.release(tile.id);
    }
    roots.push_back(tree.root_at(tree.size()).value());
  }
  for (std::uint64_t size = 1; size <= size_max; size += size < 300 ? 1 : 37) {
    EXPECT_EQ(tree.root_at(TreeSize{size}).value(), roots[size]);
    for (std::uint64_t i = 0; i < size; i += size < 40 ? 1 : 13) {
      const auto proof = tree.inclusion(LeafIndex{i}, TreeSize{size}).value();
      EXPECT_TRUE(verify_inclusion(leaves[i], {i}, {size}, proof, roots[size]).ok());
      EXPECT_FALSE(verify_inclusion(leaves[i], {i}, {size}, proof, roots[size - 1]).ok());
    }
    for (std::uint64_t first = 0; first <= size; first += size < 40 ? 1 : 17) {
      const auto proof = tree.consistency({first}, {size}).value();
      if (first == 0) continue;
      EXPECT_TRUE(verify_consistency({first}, roots[first], {size}, roots[size], proof).ok());
      if (first < size) {
        EXPECT_FALSE(
            verify_consistency({first}, roots[first - 1], {size}, roots[size], proof).ok());
      }
    }
  }
}

TEST(Tree, LoadsWhereItStood) {
  std::map<TileId, Bytes> shelf;
  const auto reader = [&](const TileId& id) { return Result<Bytes>(shelf.at(id)); };
  Tree tree(reader);
  std::vector<Digest> leaves;
  for (std::uint64_t i = 0; i < 70'000; ++i) {
    leaves.push_back(leaf_hash(fmt::format("{}", i)));
    tree.append(leaves.back());
    for (const FullTile& tile : tree.take_completed()) {
      shelf[tile.id] = tile.hashes;
      tree.release(tile.id);
    }
  }
  const std::span<const Digest> tail(leaves.begin() + 70'000 / 256 * 256, leaves.end());
  auto loaded = Tree::load(TreeSize{70'000}, tail, reader);
  ASSERT_TRUE(loaded.ok()) << loaded.error().text();
  EXPECT_EQ(loaded->root_at({70'000}).value(), tree.root_at({70'000}).value());
  EXPECT_EQ(loaded->tile({1, 1, 17}).value(), tree.tile({1, 1, 17}).value());
  EXPECT_EQ(loaded->tile({2, 0, 1}).value().size(), 32U);
  loaded->append(leaf_hash("more"));
  tree.append(leaf_hash("more"));
  EXPECT_EQ(loaded->root_at({70'001}).value(), tree.root_at({70'001}).value());
}

TEST(TilePath, HasOneSpelling) {
  EXPECT_EQ(to_path({0, 1'234'067, 256}), "tile/0/x001/x234/067");
  EXPECT_EQ(to_path({TileId::entries, 5, 112}), "tile/entries/005.p/112");
  for (const char* path : {"tile/0/x001/x234/067", "tile/entries/000.p/1", "tile/63/999"}) {
    EXPECT_EQ(to_path(parse_tile_path(path).value()), path);
  }
  for (const char* path :
       {"tile/64/000", "tile/0/00", "tile/0/x000/001", "tile/0/001/002", "tile/0/000.p/0",
        "tile/0/000.p/256", "tile/0/000.p/01", "tile/00/000", "tile/-1/000", "tile/0/x001",
        "tile/0/", "tile/entries/000/", "tile/0/000.p/", "tile/x/000", "/tile/0/000"}) {
    EXPECT_FALSE(parse_tile_path(path).ok()) << path;
  }
}

TEST(TilePath, SizesOfTheSpecification) {
  const TreeSize size{70'000};
  EXPECT_TRUE(has_tile(size, {0, 272, 256}));
  EXPECT_TRUE(has_tile(size, {0, 273, 112}));
  EXPECT_FALSE(has_tile(size, {0, 273, 111}));
  EXPECT_TRUE(has_tile(size, {1, 0, 256}));
  EXPECT_TRUE(has_tile(size, {1, 1, 17}));
  EXPECT_TRUE(has_tile(size, {2, 0, 1}));
  EXPECT_FALSE(has_tile(size, {3, 0, 1}));
  EXPECT_FALSE(has_tile(size, {63, 0, 1}));
}

TEST(Bundle, SplitsWhatItJoined) {
  Bytes bundle;
  append_to_bundle(bundle, "");
  append_to_bundle(bundle, Bytes(65'535, 'x'));
  const auto entries = split_bundle(bundle);
  ASSERT_TRUE(entries.ok());
  EXPECT_EQ(entries->size(), 2U);
  EXPECT_EQ((*entries)[1].size(), 65'535U);
  EXPECT_FALSE(split_bundle(ByteView(bundle).substr(0, bundle.size() - 1)).ok());
  EXPECT_FALSE(split_bundle(Bytes(514, '\0')).ok());
}

TEST(Proof, ComesBack) {
  const NamedKey log{"log.example", KeyType::ed25519, SecretKey::from_seed(Bytes(32, '\1'))};
  const TlogProof proof{{0}, {}, sign_checkpoint(log, {log.name, {1}, leaf_hash("entry")})};
  EXPECT_EQ(parse_proof(to_bytes(proof)).value(), proof);
  EXPECT_TRUE(check_proof(proof, "entry").ok());
  EXPECT_EQ(check_proof(proof, "other").error().code, Errc::proof_mismatch);
  for (const std::string& bad : {std::string("c2sp.org/tlog-proof@v2\n"),
                                 "c2sp.org/tlog-proof@v1\nindex 01\n\n" + proof.checkpoint,
                                 "c2sp.org/tlog-proof@v1\nindex 0\nAAAA\n\n" + proof.checkpoint,
                                 std::string("c2sp.org/tlog-proof@v1\nindex 0\n\n")}) {
    EXPECT_FALSE(parse_proof(bad).ok()) << bad;
  }
}

}  // namespace
}  // namespace armistice
