// SPDX-License-Identifier: Apache-2.0
#include "targets.h"

#include "base/json.h"
#include "base/limits.h"
#include "base/text.h"
#include "geo/ground.h"
#include "http_target.h"
#include "record/kinds/body.h"
#include "record/manifest.h"
#include "record/record.h"
#include "register/checkpoint.h"
#include "register/proof.h"
#include "register/submission.h"
#include "register/tile.h"
#include "terms/agreement.h"
#include "track/fix_reader.h"

namespace armistice::fuzz {
namespace {

void fuzz_record(ByteView bytes) {
  const auto record = parse_record(Bytes(bytes));
  if (!record.ok()) return;
  ASSERT(to_text(record->header) == record->text());
  ASSERT(record->entry == bytes && record->text_bytes <= limits::text_bytes_max);
  ASSERT(record->line_keys.size() == record->signatures.size());
  ASSERT(parse_header(record->text()).value() == record->header);
}

void fuzz_note(ByteView bytes) {
  const auto note = parse_note(bytes);
  if (!note.ok()) return;
  Bytes again = Bytes(note->text) + "\n";
  for (const SignatureLine& line : note->lines) {
    again += signature_line(line.name, line.key, line.payload);
  }
  ASSERT(again == bytes);
  const auto checkpoint = parse_checkpoint(note->text);
  if (checkpoint.ok()) ASSERT(to_text(*checkpoint) == note->text);
}

void fuzz_json(ByteView bytes) {
  const auto json = parse_json(bytes);
  if (!json.ok()) return;
  ASSERT(parse_json(to_text(*json)).value() == *json);
}

// The first byte chooses the kind, the rest is the body.
void fuzz_body(ByteView bytes) {
  constexpr std::array kinds = {Genesis::kind, Key::kind,        Clock::kind,
                                Note::kind,    Retraction::kind, Withdrawal::kind};
  if (bytes.empty()) return;
  const auto kind = kinds[static_cast<std::uint8_t>(bytes[0]) % kinds.size()];
  const auto body = parse_body(kind, bytes.substr(1));
  if (!body.ok()) return;
  ASSERT(kind_of(*body) == kind);
  ASSERT(parse_body(kind, to_bytes(*body)).value() == *body);
}

void fuzz_tile(ByteView bytes) {
  const auto id = parse_tile_path(bytes);
  if (id.ok()) ASSERT(to_path(*id) == bytes);
  const auto entries = split_bundle(bytes);
  if (!entries.ok()) return;
  Bytes again;
  for (const ByteView entry : *entries) append_to_bundle(again, entry);
  ASSERT(again == bytes);
}

void fuzz_proof(ByteView bytes) {
  const auto proof = parse_proof(bytes);
  if (!proof.ok()) return;
  ASSERT(parse_proof(to_bytes(*proof)).value() == *proof);
  static_cast<void>(check_proof(*proof, bytes));
}

void fuzz_submission(ByteView bytes) {
  const auto submission = parse_submission(bytes);
  if (submission.ok()) ASSERT(to_bytes(*submission) == bytes);
}

void fuzz_vkey(ByteView bytes) {
  const auto vkey = parse_vkey(bytes);
  if (vkey.ok()) ASSERT(to_text(*vkey) == bytes);
  const auto key = parse_key_file(bytes);
  if (key.ok()) ASSERT(to_key_file(*key) == bytes);
}

void fuzz_manifest(ByteView bytes) { static_cast<void>(parse_manifest(bytes)); }

void fuzz_agreement(ByteView bytes) { static_cast<void>(parse_agreement(bytes)); }

void fuzz_fixes(ByteView bytes) {
  FixFormat format;
  format.offset_s = 32'400;
  const auto file = read_fixes(bytes, format);
  if (!file.ok()) return;
  ASSERT(file->rejected.size() <= file->rejected_count);
  for (const Fix& fix : file->fixes) {
    ASSERT(!fix.track.empty() && fix.error_mm >= 0 && fix.line > 0);
    ASSERT(parse_latitude(degrees_text(fix.at.latitude_e7)).value() == fix.at.latitude_e7);
    ASSERT(parse_longitude(degrees_text(fix.at.longitude_e7)).value() == fix.at.longitude_e7);
  }
}

void fuzz_zones(ByteView bytes) {
  const auto ground = Ground::read_zones(bytes);
  if (!ground.ok()) return;
  ASSERT(ground->read({0, 0}, 0).size() == ground->zones().size());
}

constexpr std::array all = {
    Target{"record", fuzz_record},
    Target{"note", fuzz_note},
    Target{"json", fuzz_json},
    Target{"body", fuzz_body},
    Target{"tile", fuzz_tile},
    Target{"proof", fuzz_proof},
    Target{"submission", fuzz_submission},
    Target{"vkey", fuzz_vkey},
    Target{"manifest", fuzz_manifest},
    Target{"agreement", fuzz_agreement},
    Target{"http", fuzz_http},
    Target{"fixes", fuzz_fixes},
    Target{"zones", fuzz_zones},
};

}  // namespace

std::span<const Target> targets() { return all; }

void canary(ByteView bytes) { ASSERT(bytes.find("canary") == ByteView::npos); }

}  // namespace armistice::fuzz
