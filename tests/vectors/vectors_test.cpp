// SPDX-License-Identifier: Apache-2.0
// Runs every vector of spec/vectors through the readers, and holds the files against the tables
// that make them.
#include "vectors/vectors.h"

#include <gtest/gtest.h>
#include <openssl/evp.h>
#include <sodium.h>

#include <cstdlib>
#include <set>

#include "record/kinds/body.h"
#include "record/record.h"
#include "register/admission.h"
#include "register/proof.h"
#include "support/circle.h"
#include "support/shared_data.h"
#include "support/temp.h"

namespace armistice {
namespace {

using vectors::read_case;
using vectors::ReadCase;

const Path vectors_folder = "spec/vectors";

std::vector<Path> files_in(const std::string& folder, std::string_view ending) {
  std::vector<Path> files;
  for (const Path& path : testing::files_below(vectors_folder / folder)) {
    if (path.extension() == ending) files.push_back(path);
  }
  return files;
}

Bytes read(const Path& path) { return real_env().read_file(path, 16U << 20).value(); }

// Calls `check` for each case of a folder, and expects the word that the case names.
template <typename Check>
void run_cases(const std::string& folder, std::size_t least, Check check) {
  const auto files = files_in(folder, ".txt");
  EXPECT_GE(files.size(), least);
  for (const Path& path : files) {
    SCOPED_TRACE(path.string());
    const ReadCase one = read_case(read(path));
    ASSERT_TRUE(one.header.contains("why"));
    const std::string expected = one.header.at("expect");
    const std::optional<Error> error = check(one);
    EXPECT_EQ(error ? std::string(errc_word(error->code)) : "ok", expected)
        << (error ? error->what : "");
  }
}

template <typename T>
std::optional<Error> error_of(const Result<T>& result) {
  return result.ok() ? std::nullopt : std::optional(result.error());
}

TEST(Vectors, AreWhatTheTablesMake) {
  const char* update = std::getenv("ARMISTICE_UPDATE");
  if (update != nullptr && *update != '\0') vectors::write_vectors(vectors_folder);
  const testing::TempFolder folder;
  vectors::write_vectors(folder.path());
  std::set<Path> made;
  for (const Path& path : testing::files_below(folder.path())) {
    const Path below = std::filesystem::relative(path, folder.path());
    made.insert(below);
    const auto committed = real_env().read_file(vectors_folder / below, 16U << 20);
    ASSERT_TRUE(committed.ok()) << below << " is not committed";
    EXPECT_TRUE(*committed == read(path)) << below << " is not what its table makes";
  }
  for (const Path& path : testing::files_below(vectors_folder)) {
    const Path below = std::filesystem::relative(path, vectors_folder);
    EXPECT_TRUE(made.contains(below) || below == "README.md") << below << " is made by no table";
  }
}

// The same questions to other implementations than the ones we use: SHA-256 of libsodium, Ed25519
// of OpenSSL.
void check_with_others(const Record& record, const std::string& id) {
  std::array<std::uint8_t, 32> digest{};
  const std::string_view text = record.text();
  crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(text.data()),
                     text.size());
  EXPECT_EQ("sha256:" + to_hex({reinterpret_cast<const char*>(digest.data()), 32}), id);
  for (std::size_t i = 0; i < record.signatures.size(); ++i) {
    const PublicKey key = testing::key_of(record.line_name(i)).verifier().key;
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> pkey(
        EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, key.bytes.data(), 32),
        EVP_PKEY_free);
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                          EVP_MD_CTX_free);
    ASSERT_EQ(EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, pkey.get()), 1);
    EXPECT_EQ(EVP_DigestVerify(context.get(), record.signatures[i].bytes.data(), 64,
                               reinterpret_cast<const unsigned char*>(text.data()), text.size()),
              1);
  }
}

TEST(Vectors, Records) {
  run_cases("record", 250, [](const ReadCase& one) {
    const auto record = parse_record(one.bytes);
    if (record.ok() && one.header.contains("id")) {
      EXPECT_EQ(to_text(record->id), one.header.at("id"));
      EXPECT_EQ(to_text(record->header), record->text());
      EXPECT_EQ(record->entry, one.bytes);
      check_with_others(*record, one.header.at("id"));
    }
    return error_of(record);
  });
}

TEST(Vectors, Keys) {
  run_cases("vkey", 35, [](const ReadCase& one) {
    const auto key = parse_vkey(one.bytes);
    if (key.ok()) {
      EXPECT_EQ(to_text(*key), one.bytes);
    }
    return error_of(key);
  });
}

TEST(Vectors, Json) {
  run_cases("json", 75, [](const ReadCase& one) {
    const auto json = parse_json(one.bytes);
    if (json.ok()) {
      EXPECT_EQ(parse_json(to_text(*json)).value(), *json);
    }
    return error_of(json);
  });
}

TEST(Vectors, Kinds) {
  run_cases("kinds", 180, [](const ReadCase& one) {
    const std::string& kind = one.header.at("kind");
    const auto body = parse_body(kind, one.bytes);
    if (body.ok()) {
      EXPECT_EQ(parse_body(kind, to_bytes(*body)).value(), *body);
    }
    return error_of(body);
  });
}

std::string names_of(const Head& head) {
  std::string names;
  for (const Cosigned& one : head.cosigned) names += (names.empty() ? "" : " ") + one.party;
  return names.empty() ? "-" : names;
}

TEST(Vectors, Heads) {
  const auto body = parse_body(Genesis::kind, read(vectors_folder / "checkpoint/genesis.json"));
  ASSERT_TRUE(body.ok()) << body.error().text();
  const Genesis& genesis = std::get<Genesis>(*body);
  run_cases("checkpoint", 45, [&](const ReadCase& one) {
    const auto head = read_head(genesis, one.bytes);
    if (head.ok() && one.header.at("expect") == "ok") {
      EXPECT_EQ(head->mode ? word(*head->mode) : "none", one.header.at("mode"));
      EXPECT_EQ(names_of(*head), one.header.at("cosigned"));
      EXPECT_EQ(head->cosigned.empty() ? "-" : std::to_string(head->lower_median().value),
                one.header.at("median"));
    }
    return error_of(head);
  });
}

TEST(Vectors, Proofs) {
  run_cases("proof", 20, [](const ReadCase& one) {
    const Bytes entry = from_base64(one.header.at("entry")).value();
    const auto proof = parse_proof(one.bytes);
    return proof.ok() ? error_of(check_proof(*proof, entry)) : error_of(proof);
  });
}

std::string text_at(const Json& json, std::string_view key) { return *json.find(key)->as_text(); }

Bytes bytes_at(const Json& json, std::string_view key) {
  return from_base64(text_at(json, key)).value();
}

TEST(Vectors, Starts) {
  const auto files = files_in("genesis", ".json");
  EXPECT_GE(files.size(), 14U);
  for (const Path& path : files) {
    SCOPED_TRACE(path.string());
    const Json one = parse_json(read(path)).value();
    const auto record = parse_record(bytes_at(one, "entry"));
    const auto started = record.ok() ? Admission::start(*record, bytes_at(one, "body"))
                                     : Result<Admission>(record.error());
    EXPECT_EQ(started.ok() ? "ok" : errc_word(started.error().code), text_at(one, "expect"))
        << (started.ok() ? "" : started.error().what);
    if (started.ok()) {
      EXPECT_EQ(to_text(started->circle()), text_at(one, "circle"));
    }
  }
}

// Judges the entries of a history one after the other, as every node does.
void run_history(Admission& admission, const Json::Array& entries) {
  for (std::size_t i = 0; i < entries.size(); ++i) {
    SCOPED_TRACE("entry " + std::to_string(i + 1));
    const Json& one = entries[i];
    const CheckedEntry checked = check_entry(bytes_at(one, "entry"), *admission.roster());
    const auto verdict = admission.judge(checked);
    EXPECT_EQ(verdict.ok() ? "admitted" : errc_word(verdict.error().code), text_at(one, "verdict"));
    if (!verdict.ok()) {
      admission.pass();
      continue;
    }
    const bool withheld = one.find("body")->is_null();
    const auto body = withheld ? std::nullopt : std::optional(bytes_at(one, "body"));
    const auto effect = admission.admit(*checked.record, body);
    ASSERT_TRUE(effect.ok()) << effect.error().text();
    const bool* acts = one.find("acts")->as_bool();
    const std::string& kind = checked.record->header.kind;
    EXPECT_EQ(acts != nullptr, kind == Key::kind || kind == Clock::kind);
    if (acts != nullptr) {
      EXPECT_EQ(*acts, !effect->inert) << (effect->inert ? effect->inert->text() : "");
    }
  }
}

Json roster_of(const Admission& admission) {
  Json::Array keys;
  for (const RosterKey& key : admission.roster()->keys()) {
    keys.push_back(Json::Object{{"name", key.vkey.name},
                                {"key", to_text(key.vkey.id())},
                                {"role", word(key.role)},
                                {"from", key.from ? Json(key.from->value) : Json()}});
  }
  return keys;
}

TEST(Vectors, Histories) {
  const auto files = files_in("admission", ".json");
  EXPECT_GE(files.size(), 38U);
  for (const Path& path : files) {
    SCOPED_TRACE(path.string());
    const Json one = parse_json(read(path)).value();
    const Json& genesis = *one.find("genesis");
    const Record record = parse_record(bytes_at(genesis, "entry")).value();
    auto started = Admission::start(record, bytes_at(genesis, "body"));
    ASSERT_TRUE(started.ok()) << started.error().text();
    Admission& admission = *started;
    EXPECT_EQ(to_text(admission.circle()), text_at(one, "circle"));
    run_history(admission, *one.find("entries")->as_array());
    const Json& end = *one.find("end");
    EXPECT_EQ(admission.clock() ? Json(admission.clock()->value) : Json(), *end.find("clock"));
    EXPECT_EQ(admission.mode() ? Json(word(*admission.mode())) : Json(), *end.find("mode"));
    EXPECT_EQ(Json(admission.clock_size().value), *end.find("clock_size"));
    EXPECT_EQ(to_text(roster_of(admission)), to_text(*end.find("keys")));
  }
}

// Rule 9: a signature over one kind of text is never one over another, since their first lines
// differ.
TEST(FirstLines, OfSignedTextsAreDisjoint) {
  const std::string record = "armistice/record/v1";
  const std::string telegram = "armistice/telegram/v1";
  const std::string cosignature = "cosignature/v1";
  const std::set<std::string> all = {record, telegram, cosignature};
  EXPECT_EQ(all.size(), 3U);
  // What our writers sign begins so.
  testing::Author author("unc/delegation", Digest{});
  EXPECT_TRUE(author.write(testing::note("x")).entry.starts_with(record + "\n"));
  // No origin of a circle is one of them, so no checkpoint's first line is.
  for (const std::string& line : all) {
    Genesis genesis = testing::example_genesis();
    genesis.origin = line;
    genesis.log = testing::key_of(line).verifier();
    const auto body = parse_body(Genesis::kind, to_bytes(genesis));
    ASSERT_FALSE(body.ok()) << line;
    EXPECT_EQ(body.error().code, Errc::malformed);
  }
  // And no reader takes one text for another.
  const Checkpoint head{"register.example/joint", TreeSize{1}, Digest{}};
  EXPECT_FALSE(parse_header(to_text(head)).ok());
  EXPECT_FALSE(parse_header("cosignature/v1\ntime 1\n" + to_text(head)).ok());
  EXPECT_FALSE(parse_header(telegram + "\n").ok());
  EXPECT_FALSE(parse_checkpoint("cosignature/v1\ntime 1\n" + to_text(head)).ok());
  EXPECT_FALSE(parse_checkpoint(parse_record(author.write(testing::note("y")).entry)->text()).ok());
}

}  // namespace
}  // namespace armistice
