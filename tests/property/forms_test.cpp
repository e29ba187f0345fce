// SPDX-License-Identifier: Apache-2.0
// Every form comes back from its text, and no value has two texts.
#include <gtest/gtest.h>

#include "property/generators.h"
#include "record/record.h"
#include "register/proof.h"
#include "register/submission.h"
#include "register/tile.h"
#include "support/circle.h"

namespace armistice {
namespace {

using property::any_bytes;
using property::bent;

RC_GTEST_PROP(FormProperty, Base64ComesBackAndHasOneSpelling, ()) {
  const Bytes bytes = *any_bytes(80);
  const std::string text = to_base64(bytes);
  RC_ASSERT(from_base64(text).value() == bytes);
  if (text.empty()) return;
  const std::string other = *bent(text);
  const auto read = from_base64(other);
  if (read.ok()) RC_ASSERT(to_base64(*read) == other);
}

RC_GTEST_PROP(FormProperty, HexComesBackAndHasOneSpelling, ()) {
  const Digest digest = *property::digests();
  const std::string text = to_text(digest);
  RC_ASSERT(parse_digest(text).value() == digest);
  const std::string other = *bent(text);
  const auto read = parse_digest(other);
  if (read.ok()) RC_ASSERT(to_text(*read) == other);
}

RC_GTEST_PROP(FormProperty, JsonComesBack, ()) {
  const Json json = *property::jsons(3);
  RC_ASSERT(parse_json(to_text(json)).value() == json);
  RC_ASSERT(parse_json(to_indented_text(json)).value() == json);
}

// What is refused stays refused; what is read means one thing.
RC_GTEST_PROP(FormProperty, BentJsonIsRefusedOrReadAsItStands, ()) {
  const std::string text = *bent(to_text(*property::jsons(3)) + " ");
  const auto json = parse_json(text);
  if (json.ok()) RC_ASSERT(parse_json(to_text(*json)).value() == *json);
}

RC_GTEST_PROP(FormProperty, TimesComeBackAndHaveOneSpelling, ()) {
  const CivilTime time = *property::times();
  const std::string text = to_text(time);
  RC_ASSERT(parse_civil_time(text).value() == time);
  const std::string other = *bent(text);
  const auto read = parse_civil_time(other);
  if (read.ok()) RC_ASSERT(to_text(*read) == other);
}

RC_GTEST_PROP(FormProperty, KeysComeBackAndHaveOneSpelling, ()) {
  const VerifierKey key =
      testing::key_of(*property::names(), *rc::gen::elementOf(std::vector<KeyType>{
                                              KeyType::ed25519, KeyType::cosignature}))
          .verifier();
  const std::string text = to_text(key);
  RC_ASSERT(parse_vkey(text).value() == key);
  const auto read = parse_vkey(*bent(text));
  RC_ASSERT((!read.ok() || *read == key));  // the id binds every byte
}

RC_GTEST_PROP(FormProperty, TilePathsComeBackAndHaveOneSpelling, ()) {
  TileId tile;
  tile.level = *rc::gen::inRange(-1, 64);
  tile.n = *rc::gen::inRange<std::uint64_t>(0, 1'000'000'000'000);
  tile.width = *rc::gen::inRange<std::uint64_t>(1, 257);
  const std::string path = to_path(tile);
  RC_ASSERT(parse_tile_path(path).value() == tile);
  const std::string other = *bent(path);
  const auto read = parse_tile_path(other);
  if (read.ok()) RC_ASSERT(to_path(*read) == other);
}

RC_GTEST_PROP(FormProperty, SubmissionsComeBack, ()) {
  const Bytes body = *any_bytes(200);
  testing::Author author("unc/delegation", Digest{});
  Header header;
  header.kind = "note/1";
  header.number = 1;
  header.body = {Digest{}, body.size(), BodyForm::open};
  const Submission said = author.sign_as_is(header, body);
  const auto back = parse_submission(to_bytes(said));
  RC_ASSERT(back.ok());
  RC_ASSERT(back->entry == said.entry);
  RC_ASSERT(back->body == said.body);
}

RC_GTEST_PROP(FormProperty, AnyBytesAreReadOrRefused, ()) {
  const Bytes bytes = *any_bytes(300);
  static_cast<void>(parse_submission(bytes));
  static_cast<void>(parse_record(bytes));
  static_cast<void>(parse_proof(bytes));
  static_cast<void>(split_bundle(bytes));
  static_cast<void>(parse_json(bytes));
}

// An entry that is read is exactly what its parts make: nothing in it goes unread.
RC_GTEST_PROP(FormProperty, NothingInAnEntryGoesUnread, ()) {
  Header header = *property::headers();
  const std::string text = to_text(header);
  std::vector<Bytes> lines;
  const std::vector<std::string> by =
      header.is_joint() ? header.signers : std::vector<std::string>{header.author};
  for (const std::string& name : by) {
    lines.push_back(signature_line(name, header.key, Bytes(64, '\1')));
  }
  const Bytes entry = *bent(join_entry(text, lines));
  const auto record = parse_record(entry);
  if (!record.ok()) return;
  std::vector<Bytes> again;
  for (std::size_t i = 0; i < record->signatures.size(); ++i) {
    again.push_back(
        signature_line(record->line_name(i), record->line_keys[i], record->signatures[i].view()));
  }
  RC_ASSERT(join_entry(to_text(record->header), again) == entry);
}

}  // namespace
}  // namespace armistice
