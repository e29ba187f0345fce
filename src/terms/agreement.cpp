// SPDX-License-Identifier: Apache-2.0
#include "terms/agreement.h"

#include <set>

#include "base/text.h"
#include "terms/kinds.h"
#include "terms/toml_table.h"

namespace armistice {
namespace {

Result<AgreementParty> read_party(TomlTable table) {
  AgreementParty party;
  party.name = TRY(table.name("name"));
  party.title = TRY(table.text("title"));
  constexpr std::array<std::string_view, 2> groups = {"sides", "neutrals"};
  party.group = TRY(table.one_of("group", groups)) == 0 ? Group::sides : Group::neutrals;
  party.territory = TRY(table.text_or("territory", ""));
  for (const std::string& desk : TRY(table.texts("desks"))) {
    const std::string name = party.name + "/" + desk;
    if (!is_name(name)) return table.wrong("desks", "holds no name: " + desk);
    party.desks.push_back(name);
  }
  TRY(table.closed());
  return party;
}

Result<AgreementOrgan> read_organ(TomlTable table) {
  AgreementOrgan organ;
  organ.name = TRY(table.name("name"));
  organ.title = TRY(table.text("title"));
  organ.members = TRY(table.texts("members"));
  TRY(table.closed());
  return organ;
}

Result<void> check_names(const Agreement& agreement) {
  std::set<std::string> names;
  const auto add = [&](const std::string& name) -> Result<void> {
    if (names.insert(name).second) return {};
    return Error{Errc::exists, "agreement.toml: " + name + " stands twice"};
  };
  for (const AgreementParty& party : agreement.parties) {
    TRY(add(party.name));
    for (const std::string& desk : party.desks) TRY(add(desk));
  }
  for (const AgreementOrgan& organ : agreement.organs) TRY(add(organ.name));
  for (const std::string& zone : agreement.zones) {
    if (zone == in_no_zone) {
      return Error{Errc::malformed, "agreement.toml: elsewhere is the word for none of the zones"};
    }
    TRY(add(zone));
  }
  return {};
}

Result<Agreement> read_agreement(TomlTable table) {
  Agreement agreement;
  agreement.name = TRY(table.name("name"));
  agreement.title = TRY(table.text("title"));
  agreement.languages = TRY(table.texts("languages"));
  if (table.has("units")) agreement.units = TRY(table.texts("units"));
  // One from before zones had names of their own knows these two.
  agreement.zones = {"demilitarized-zone", "han-river-estuary"};
  if (table.has("zones")) agreement.zones = TRY(table.names_or_none("zones"));
  agreement.effective = TRY(table.time("effective"));
  agreement.civil_offsets = TRY(table.texts("civil_offsets"));
  TomlTable exercise = TRY(table.table("exercise"));
  agreement.exercise_begins = TRY(exercise.time("begins"));
  TRY(exercise.closed());
  TomlTable reg = TRY(table.table("register"));
  agreement.origin = TRY(reg.name("origin"));
  TRY(reg.closed());
  TomlTable quorum = TRY(table.table("quorum"));
  agreement.neutrals_quorum = TRY(quorum.integer("neutrals"));
  TRY(quorum.closed());
  for (TomlTable& party : TRY(table.tables("party"))) {
    agreement.parties.push_back(TRY(read_party(std::move(party))));
  }
  for (TomlTable& organ : TRY(table.tables("organ"))) {
    agreement.organs.push_back(TRY(read_organ(std::move(organ))));
  }
  TRY(table.closed());
  TRY(check_names(agreement));
  return agreement;
}

}  // namespace

const AgreementParty* Agreement::party(std::string_view wanted) const {
  for (const AgreementParty& one : parties) {
    if (one.name == wanted) return &one;
  }
  return nullptr;
}

Result<Agreement> parse_agreement(ByteView text) {
  const TomlValue document = TRY(parse_toml("agreement.toml", text));
  return read_agreement(TomlTable(document, "agreement"));
}

Result<Agreement> agreement_of(const std::vector<BundleFile>& bundle) {
  for (const BundleFile& file : bundle) {
    if (file.path == "agreement.toml") return parse_agreement(file.bytes);
  }
  return Error{Errc::not_found, "the agreement's folder holds no agreement.toml"};
}

}  // namespace armistice
