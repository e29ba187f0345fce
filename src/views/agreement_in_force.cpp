// SPDX-License-Identifier: Apache-2.0
#include "views/agreement_in_force.h"

#include "base/text.h"
#include "crypto/hash.h"
#include "register/bodies.h"
#include "terms/has.h"

namespace armistice {
namespace {

Result<Bytes> held(Env& env, const RegisterLayout& layout, const Digest& digest,
                   std::string_view what) {
  auto bytes = read_body_file(env, layout, digest).within(what);
  if (bytes.ok() || bytes.error().code != Errc::not_found) return bytes;
  return Error{Errc::incomplete, std::string(what) + " is not here"};
}

}  // namespace

const AgreementOrgan* AgreementInForce::organ(std::string_view name) const {
  for (const AgreementOrgan& organ : folder.agreement.organs) {
    if (organ.name == name) return &organ;
  }
  return nullptr;
}

const TeamGroup* AgreementInForce::group_of(std::string_view team) const {
  for (const TeamGroup& group : folder.bodies.team_groups) {
    if (has(group.teams, team)) return &group;
  }
  return nullptr;
}

std::string AgreementInForce::side_of(std::string_view author) const {
  return folder.bodies.side_of(party_of(author));
}

Members AgreementInForce::members(const std::vector<std::string>& names) const {
  Members members;
  for (const std::string& name : names) members.members.push_back({name, side_of(name)});
  return members;
}

Result<AgreementInForce> read_agreement_in_force(Env& env, const RegisterLayout& layout,
                                                 const Digest& manifest) {
  AgreementInForce agreement;
  agreement.digest = manifest;
  if (manifest == sha256("")) return agreement;
  std::vector<BundleFile> bundle;
  const Bytes lines = TRY(held(env, layout, manifest, "the agreement's manifest"));
  for (const ManifestLine& line : TRY(parse_manifest(lines))) {
    bundle.push_back({line.path, TRY(held(env, layout, line.digest, line.path))});
    if (line.path != ground_table_path) continue;
    auto table = parse_ground_table(bundle.back().bytes);
    if (!table.ok()) continue;  // alike on every node: then nothing is judged by it
    agreement.table = *std::move(table);
    agreement.ground = line.digest;
  }
  FolderReading reading = read_agreement_folder(bundle);
  if (reading.wrong.empty()) {
    agreement.folder = std::move(reading.folder);
  } else if (std::none_of(bundle.begin(), bundle.end(),
                          [](const auto& file) { return file.path.starts_with("terms/"); })) {
    // Of a side's own register, which judges nothing: who the sides are.
    agreement.folder.agreement = std::move(reading.folder.agreement);
  }
  return agreement;
}

}  // namespace armistice
