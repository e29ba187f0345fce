// SPDX-License-Identifier: Apache-2.0
#include "record/kinds/genesis.h"

#include <fmt/format.h>

#include <set>

#include "base/limits.h"
#include "base/text.h"
#include "base/time.h"

namespace armistice {
namespace {

constexpr std::size_t vkey_bytes_max = 160;

Result<VerifierKey> parse_vkey_of(KeyType type, std::string_view text, std::string_view field) {
  VerifierKey vkey = TRY(parse_vkey(text).within(field));
  if (vkey.type != type) {
    return Error{Errc::unsupported, fmt::format("{}: a key of another type", field)};
  }
  return vkey;
}

Result<VerifierKey> read_vkey(Fields& fields, std::string_view field, KeyType type) {
  return parse_vkey_of(type, TRY(fields.text(field, vkey_bytes_max)), field);
}

Result<Party> read_party(const Json& json, std::size_t at) {
  Fields fields = TRY(Fields::of_object(json, fmt::format("party {}", at + 1)));
  Party party;
  party.name = TRY(fields.name("name"));
  const std::string group = TRY(fields.text("group", 16));
  if (group != "sides" && group != "neutrals") {
    return Error{Errc::malformed, party.name + ": group is sides or neutrals"};
  }
  party.group = group == "sides" ? Group::sides : Group::neutrals;
  party.root = TRY(read_vkey(fields, "root", KeyType::ed25519));
  party.root_next = TRY(fields.digest("root_next"));
  party.cosigner = TRY(read_vkey(fields, "cosigner", KeyType::cosignature));
  party.cosigner_next = TRY(fields.digest("cosigner_next"));
  party.own_register = TRY(fields.text("own_register", vkey_bytes_max));
  TRY(fields.closed());
  if (party.name.find('/') != std::string::npos) {
    return Error{Errc::malformed, party.name + ": a party's name is one segment"};
  }
  for (const VerifierKey* key : {&party.root, &party.cosigner}) {
    if (!is_below(key->name, party.name)) {
      return Error{Errc::malformed, key->name + ": a party's keys are named below it"};
    }
  }
  return party;
}

Result<Organ> read_organ(const Json& json, std::size_t at) {
  Fields fields = TRY(Fields::of_object(json, fmt::format("organ {}", at + 1)));
  Organ organ;
  organ.name = TRY(fields.name("name"));
  for (const Json& member : *TRY(fields.array("members"))) {
    const std::string* name = member.as_text();
    if (name == nullptr || !is_name(*name)) {
      return Error{Errc::malformed, organ.name + ": a member is a name"};
    }
    if (std::find(organ.members.begin(), organ.members.end(), *name) != organ.members.end()) {
      return Error{Errc::exists, organ.name + ": " + *name + " stands twice"};
    }
    organ.members.push_back(*name);
  }
  TRY(fields.closed());
  if (organ.members.size() < 2 || organ.members.size() > limits::signature_lines_max) {
    return Error{Errc::out_of_range, organ.name + ": an organ has 2 to 16 members"};
  }
  return organ;
}

// All names differ, all public keys differ, and joint names stay clear of the parties'.
Result<void> check_distinct(const Genesis& genesis) {
  std::set<std::string> names;
  std::set<PublicKey> keys;
  const auto add = [&](const VerifierKey& key) -> Result<void> {
    if (!names.insert(key.name).second) return Error{Errc::exists, key.name + " stands twice"};
    if (!keys.insert(key.key).second) {
      return Error{Errc::exists, key.name + ": one key has one role, and stands once"};
    }
    return {};
  };
  TRY(add(genesis.log));
  TRY(add(genesis.secretary));
  std::set<std::string_view> parties;
  for (const Party& party : genesis.parties) {
    if (!parties.insert(party.name).second) return Error{Errc::exists, party.name};
    TRY(add(party.root));
    TRY(add(party.cosigner));
    if (party.own_register.empty()) continue;
    TRY(add(TRY(parse_vkey_of(KeyType::ed25519, party.own_register, "own_register"))));
  }
  for (const Organ& organ : genesis.organs) {
    if (!names.insert(organ.name).second) return Error{Errc::exists, organ.name + " stands twice"};
  }
  for (const std::string& name : names) {
    const bool of_party = parties.contains(party_of(name));
    const bool is_joint =
        name == genesis.origin || name == genesis.secretary.name || genesis.organ(name) != nullptr;
    if (of_party && is_joint) {
      return Error{Errc::malformed, name + ": a joint name does not lie below a party's"};
    }
  }
  return {};
}

Result<void> check_origin(const Genesis& genesis) {
  for (const std::string_view prefix : {"armistice/", "cosignature/"}) {
    if (genesis.origin.starts_with(prefix)) {
      return Error{Errc::malformed, "an origin does not begin with armistice/ or cosignature/"};
    }
  }
  if (genesis.log.name != genesis.origin) {
    return Error{Errc::malformed, "the log's key is named as its origin"};
  }
  return {};
}

Result<void> check_quorum(const Genesis& genesis) {
  if (genesis.parties.size() > limits::parties_max) {
    return Error{Errc::out_of_range, fmt::format("at most {} parties", limits::parties_max)};
  }
  if (genesis.count(Group::sides) < 2 && genesis.own_side().empty()) {
    return Error{Errc::out_of_range, "at least two sides, or one side alone: its own register"};
  }
  const auto neutrals = static_cast<std::int64_t>(genesis.count(Group::neutrals));
  const std::int64_t least = neutrals == 0 ? 0 : 1;
  if (genesis.neutrals_quorum < least || genesis.neutrals_quorum > neutrals) {
    return Error{Errc::out_of_range,
                 fmt::format("neutrals_quorum lies within {} and {}", least, neutrals)};
  }
  return {};
}

Result<void> read_civil_offsets(Fields& fields, Genesis& genesis) {
  for (const Json& item : *TRY(fields.array("civil_offsets"))) {
    const std::string* text = item.as_text();
    if (text == nullptr) return Error{Errc::malformed, "civil_offsets: texts such as +09:00"};
    TRY(parse_offset(*text).within("civil_offsets"));
    genesis.civil_offsets.push_back(*text);
  }
  if (genesis.civil_offsets.empty() || genesis.civil_offsets.size() > 16) {
    return Error{Errc::out_of_range, "civil_offsets: 1 to 16"};
  }
  return {};
}

}  // namespace

std::string_view word(Conduct conduct) {
  return conduct == Conduct::exercise ? "exercise" : "live";
}

std::string_view word(Group group) { return group == Group::sides ? "sides" : "neutrals"; }

std::size_t Genesis::count(Group group) const {
  return static_cast<std::size_t>(std::count_if(
      parties.begin(), parties.end(), [&](const Party& party) { return party.group == group; }));
}

const Party* Genesis::party(std::string_view name) const {
  for (const Party& one : parties) {
    if (one.name == name) return &one;
  }
  return nullptr;
}

std::string Genesis::own_side() const {
  const bool alone = parties.size() == 1 && parties.front().group == Group::sides;
  return alone ? parties.front().name : std::string();
}

const Organ* Genesis::organ(std::string_view name) const {
  for (const Organ& one : organs) {
    if (one.name == name) return &one;
  }
  return nullptr;
}

Result<Genesis> read_genesis(const Json& body) {
  Fields fields = TRY(Fields::of_body(body));
  Genesis genesis;
  genesis.salt = fields.salt();
  const std::string conduct = TRY(fields.text("conduct", 16));
  if (conduct != "exercise" && conduct != "live") {
    return Error{Errc::malformed, "conduct is exercise or live"};
  }
  genesis.conduct = conduct == "live" ? Conduct::live : Conduct::exercise;
  genesis.scenario_offset_s = TRY(fields.integer("scenario_offset_s"));
  if (genesis.conduct == Conduct::live && genesis.scenario_offset_s != 0) {
    return Error{Errc::out_of_range, "scenario_offset_s is 0 when live"};
  }
  genesis.origin = TRY(fields.name("origin"));
  genesis.log = TRY(read_vkey(fields, "log", KeyType::ed25519));
  genesis.secretary = TRY(read_vkey(fields, "secretary", KeyType::ed25519));
  for (const Json& json : *TRY(fields.array("parties"))) {
    genesis.parties.push_back(TRY(read_party(json, genesis.parties.size())));
  }
  genesis.neutrals_quorum = TRY(fields.integer("neutrals_quorum"));
  for (const Json& json : *TRY(fields.array("organs"))) {
    genesis.organs.push_back(TRY(read_organ(json, genesis.organs.size())));
  }
  TRY(read_civil_offsets(fields, genesis));
  genesis.agreement = TRY(fields.digest("agreement"));
  genesis.spec = TRY(fields.digest("spec"));
  TRY(fields.closed());
  TRY(check_origin(genesis));
  TRY(check_quorum(genesis));
  TRY(check_distinct(genesis));
  return genesis;
}

Json to_json(const Genesis& genesis) {
  Json::Array parties;
  for (const Party& party : genesis.parties) {
    parties.push_back(Json::Object{{"name", party.name},
                                   {"group", word(party.group)},
                                   {"root", to_text(party.root)},
                                   {"root_next", to_text(party.root_next)},
                                   {"cosigner", to_text(party.cosigner)},
                                   {"cosigner_next", to_text(party.cosigner_next)},
                                   {"own_register", party.own_register}});
  }
  Json::Array organs;
  for (const Organ& organ : genesis.organs) {
    organs.push_back(
        Json::Object{{"name", organ.name},
                     {"members", Json::Array(organ.members.begin(), organ.members.end())}});
  }
  return Json::Object{
      {"salt", genesis.salt.text()},
      {"conduct", word(genesis.conduct)},
      {"scenario_offset_s", genesis.scenario_offset_s},
      {"origin", genesis.origin},
      {"log", to_text(genesis.log)},
      {"secretary", to_text(genesis.secretary)},
      {"parties", std::move(parties)},
      {"neutrals_quorum", genesis.neutrals_quorum},
      {"organs", std::move(organs)},
      {"civil_offsets", Json::Array(genesis.civil_offsets.begin(), genesis.civil_offsets.end())},
      {"agreement", to_text(genesis.agreement)},
      {"spec", to_text(genesis.spec)}};
}

}  // namespace armistice
