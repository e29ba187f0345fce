// SPDX-License-Identifier: Apache-2.0
#include "api/init.h"

#include <fmt/format.h>

#include "crypto/hash.h"
#include "geo/ground.h"
#include "register/bodies.h"
#include "terms/folder.h"
#include "views/agreement_in_force.h"
#include "views/spec.h"

namespace armistice {
namespace {

constexpr std::string_view secretary_name = "secretariat/clock";
constexpr std::string_view own_origin = "own.armistice.example/";

struct Bundle {
  std::vector<BundleFile> files;
  Bytes manifest;
};

// The line, compiled: on record beside what it comes from, so that every node judges by the same
// integers and none of them computes a geodesic for it.
Result<void> add_ground_table(std::vector<BundleFile>& files) {
  for (const BundleFile& file : files) {
    if (file.path == ground_table_path) {
      return Error{Errc::exists, file.path + " is made from the line, not given"};
    }
  }
  for (const BundleFile& file : files) {
    if (file.path != "ground/line.geojson") continue;
    const Ground ground = TRY(Ground::read_line(file.bytes).within(file.path));
    files.push_back({std::string(ground_table_path), ground.compiled()});
    return {};
  }
  return {};
}

// Keeps a bundle's manifest and files as open bodies of the node.
Result<Digest> keep_bundle(Env& env, const RegisterLayout& layout, const Bundle& bundle) {
  for (const BundleFile& file : bundle.files) TRY(put_body_file(env, layout, file.bytes));
  TRY(put_body_file(env, layout, bundle.manifest));
  return sha256(bundle.manifest);
}

Result<Party> make_party(Env& env, const Path& keys, const AgreementParty& of) {
  const NewKey root = TRY(make_key(env, keys, of.name + "/root", KeyType::ed25519));
  const NewKey cosigner = TRY(make_key(env, keys, of.name + "/cosigner", KeyType::cosignature));
  return Party{of.name, of.group, root.vkey, root.next, cosigner.vkey, cosigner.next, ""};
}

Result<Genesis> make_genesis(Env& env, const NodeLayout& layout, const Agreement& agreement,
                             const Bundle& bundle) {
  const RegisterLayout reg = layout.reg(Node::register_name);
  Genesis genesis;
  genesis.salt = Salt::generate(env);
  genesis.conduct = Conduct::exercise;
  genesis.scenario_offset_s = agreement.exercise_begins.utc.value - env.now().value;
  genesis.origin = agreement.origin;
  genesis.log = TRY(make_key(env, layout.keys(), agreement.origin, KeyType::ed25519)).vkey;
  genesis.secretary =
      TRY(make_key(env, layout.keys(), std::string(secretary_name), KeyType::ed25519)).vkey;
  for (const AgreementParty& party : agreement.parties) {
    genesis.parties.push_back(TRY(make_party(env, layout.keys(), party)));
  }
  genesis.neutrals_quorum = agreement.neutrals_quorum;
  for (const AgreementOrgan& organ : agreement.organs) {
    genesis.organs.push_back({organ.name, organ.members});
  }
  genesis.civil_offsets = agreement.civil_offsets;
  genesis.agreement = TRY(keep_bundle(env, reg, bundle));
  genesis.spec = TRY(keep_bundle(env, reg, {spec_files(), spec_manifest()}));
  return genesis;
}

// Signed by every root, in the order of the parties.
Result<Submission> sign_genesis(Env& env, const Keyring& keyring, const Genesis& genesis) {
  const Bytes body = to_bytes(Body(genesis));
  TRY(parse_body(Genesis::kind, body));
  Header header;
  header.kind = Genesis::kind;
  header.author = "circle";
  header.written = circle_now(env, genesis);
  header.body = {sha256(body), body.size(), BodyForm::open};
  for (const Party& party : genesis.parties) header.signers.push_back(party.root.name);
  const std::string text = to_text(header);
  std::vector<Bytes> lines;
  for (const Party& party : genesis.parties) {
    const Signer root = TRY(keyring.signer(party.root.name));
    lines.push_back(TRY(root.sign_joint(text)));
  }
  return Submission{join_entry(text, lines), body};
}

Result<void> enrol_desk(Env& env, Node& node, const AgreementParty& party,
                        const std::string& desk) {
  const NewKey key = TRY(make_key(env, node.layout().keys(), desk, KeyType::ed25519));
  Key body;
  body.salt = Salt::generate(env);
  body.vkey = key.vkey;
  body.next = key.next;
  TRY(node.write_as_root(node.genesis().party(party.name)->root.name, body));
  return {};
}

// What is left of an agreement in the register of one side: who the sides are, and itself.
Result<Agreement> of_one_side(Agreement agreement, const std::string& side) {
  const AgreementParty* party = agreement.party(side);
  if (party == nullptr || party->group != Group::sides) {
    return Error{Errc::not_found, fmt::format("{} is no side of {}", side, agreement.name)};
  }
  agreement.parties = {AgreementParty(*party)};
  agreement.organs.clear();
  agreement.neutrals_quorum = 0;
  agreement.origin = fmt::format("{}{}", own_origin, side);
  return agreement;
}

// The node whole, in a folder that nobody looks at yet. `own_side` is empty: of all parties.
Result<NodeMade> make_node(Env& env, const Path& folder, const Path& agreement_folder,
                           const std::string& own_side) {
  const NodeLayout layout{folder};
  const RegisterLayout reg = layout.reg(Node::register_name);
  Bundle bundle{TRY(read_bundle(env, agreement_folder)), {}};
  if (!own_side.empty()) {
    std::erase_if(bundle.files, [](const auto& file) { return file.path != "agreement.toml"; });
  }
  // What genesis names can never be mended: terms that cannot be read would judge nothing for good.
  const bool has_terms = std::any_of(bundle.files.begin(), bundle.files.end(),
                                     [](const auto& f) { return f.path.starts_with("terms/"); });
  if (has_terms) {
    const FolderReading reading = read_agreement_folder(bundle.files);
    if (!reading.wrong.empty()) return reading.wrong.front().within(agreement_folder.string());
  }
  TRY(add_ground_table(bundle.files));
  bundle.manifest = manifest_of(bundle.files);
  Agreement agreement = TRY(agreement_of(bundle.files));
  if (!own_side.empty()) agreement = TRY(of_one_side(std::move(agreement), own_side));
  TRY(env.make_directories(reg.directory()));
  TRY(env.make_directories(layout.keys()));
  const Genesis genesis = TRY(make_genesis(env, layout, agreement, bundle));
  const Keyring keyring = TRY(Keyring::open(env, layout.keys(), {}));
  TRY(Register::create(env, reg, TRY(sign_genesis(env, keyring, genesis)),
                       TRY(keyring.load(genesis.log.name))));

  const auto node = TRY(Node::open(env, {folder, {}, false}));
  NodeMade made{node->reg().circle(), genesis.origin, genesis.log, {}, {}};
  for (const AgreementParty& party : agreement.parties) {
    for (const std::string& desk : party.desks) {
      TRY(enrol_desk(env, *node, party, desk));
      made.desks.push_back(desk);
    }
  }
  TRY(node->with_secretariat([](Secretariat& secretariat) -> Result<void> {
    TRY(secretariat.write_clock());
    TRY(secretariat.cosign());
    return {};
  }));
  TRY(node->catch_up());
  made.size = node->reg().state().size;
  return made;
}

Result<void> remove_tree(Env& env, const Path& path) {
  if (env.is_directory(path)) {
    for (const std::string& name : TRY(env.list(path))) TRY(remove_tree(env, path / name));
  }
  return env.remove(path);
}

Result<NodeMade> make_whole(Env& env, const Path& data, const Path& agreement_folder,
                            const std::string& own_side) {
  if (!env.is_directory(agreement_folder)) {
    return Error{Errc::not_found,
                 fmt::format("there is no agreement at {}; say where one is with --agreement",
                             agreement_folder.string())};
  }
  Path folder = std::filesystem::absolute(data).lexically_normal();
  if (!folder.has_filename()) folder = folder.parent_path();  // it was written with a `/` behind
  if (env.exists(folder) && !(env.is_directory(folder) && TRY(env.list(folder)).empty())) {
    return Error{Errc::exists, data.string() + ": there is something already"};
  }
  // Made beside, and moved when whole: whoever is interrupted finds nothing, and begins again.
  const Path unfinished =
      folder.parent_path() / fmt::format(".{}.unfinished", folder.filename().string());
  if (env.exists(unfinished)) TRY(remove_tree(env, unfinished));
  NodeMade made = TRY(make_node(env, unfinished, agreement_folder, own_side));
  TRY(env.make_directories(folder));
  TRY(env.rename(unfinished, folder));
  TRY(env.sync_directory(folder.parent_path()));
  return made;
}

}  // namespace

Result<NodeMade> make_exercise(Env& env, const Path& data, const Path& agreement_folder) {
  return make_whole(env, data, agreement_folder, "");
}

Result<NodeMade> make_own(Env& env, const Path& data, const Path& agreement_folder,
                          const std::string& side) {
  if (side.empty()) return Error{Errc::usage, "--side says whose register it is"};
  return make_whole(env, data, agreement_folder, side);
}

}  // namespace armistice
