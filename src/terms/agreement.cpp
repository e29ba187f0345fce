// SPDX-License-Identifier: Apache-2.0
#include "terms/agreement.h"

#include <fmt/format.h>

#include <set>

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include "base/text.h"

namespace armistice {
namespace {

Error malformed(const toml::node* node, std::string_view what) {
  if (node == nullptr) return Error{Errc::malformed, fmt::format("agreement.toml: {}", what)};
  const auto at = node->source().begin;
  return Error{Errc::malformed,
               fmt::format("agreement.toml line {} column {}: {}", at.line, at.column, what)};
}

// A table that knows where it stands and which of its keys were asked for.
class TomlTable {
 public:
  TomlTable(const toml::table& table, std::string where)
      : table_(table), where_(std::move(where)) {}

  Result<std::string> text(std::string_view key) {
    const toml::node* node = TRY(find(key));
    const auto value = node->value_exact<std::string>();
    if (!value || value->empty()) return malformed(node, fmt::format("{} is a text", key));
    return *value;
  }

  Result<std::string> name(std::string_view key) {
    std::string value = TRY(text(key));
    if (!is_name(value))
      return malformed(table_.get(key), fmt::format("{} is [a-z0-9/.-]{{1,64}}", key));
    return value;
  }

  Result<std::int64_t> integer(std::string_view key) {
    const toml::node* node = TRY(find(key));
    const auto value = node->value_exact<std::int64_t>();
    if (!value) return malformed(node, fmt::format("{} is an integer", key));
    return *value;
  }

  Result<CivilTime> time(std::string_view key) {
    const toml::node* node = TRY(find(key));
    const auto value = node->value_exact<toml::date_time>();
    if (!value || !value->offset || value->time.nanosecond != 0) {
      return malformed(node, fmt::format("{} is a time in whole seconds with an offset", key));
    }
    const int minutes = value->offset->minutes;
    return parse_civil_time(fmt::format(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{}{:02}:{:02}", value->date.year, value->date.month,
        value->date.day, value->time.hour, value->time.minute, value->time.second,
        minutes < 0 ? '-' : '+', std::abs(minutes) / 60, std::abs(minutes) % 60));
  }

  Result<std::vector<std::string>> texts(std::string_view key) {
    const toml::node* node = TRY(find(key));
    std::vector<std::string> out;
    if (node->as_array() == nullptr)
      return malformed(node, fmt::format("{} is a list of texts", key));
    for (const toml::node& item : *node->as_array()) {
      const auto value = item.value_exact<std::string>();
      if (!value) return malformed(&item, fmt::format("{} is a list of texts", key));
      out.push_back(*value);
    }
    return out;
  }

  Result<TomlTable> table(std::string_view key) {
    const toml::node* node = TRY(find(key));
    if (node->as_table() == nullptr) return malformed(node, fmt::format("{} is a table", key));
    return TomlTable(*node->as_table(), std::string(key));
  }

  Result<std::vector<TomlTable>> tables(std::string_view key) {
    const toml::node* node = TRY(find(key));
    std::vector<TomlTable> out;
    if (node->as_array() == nullptr) return malformed(node, fmt::format("[[{}]] is a list", key));
    for (const toml::node& item : *node->as_array()) {
      if (item.as_table() == nullptr)
        return malformed(&item, fmt::format("[[{}]] is a table", key));
      out.emplace_back(*item.as_table(), fmt::format("{} {}", key, out.size() + 1));
    }
    return out;
  }

  Result<void> closed() const {
    for (const auto& [key, node] : table_) {
      if (!asked_.contains(std::string(key.str()))) {
        return malformed(&node, fmt::format("{}: no such field, {}", where_, key.str()));
      }
    }
    return {};
  }

 private:
  Result<const toml::node*> find(std::string_view key) {
    asked_.insert(std::string(key));
    const toml::node* node = table_.get(key);
    if (node == nullptr) return malformed(&table_, fmt::format("{}: {} is missing", where_, key));
    return node;
  }

  const toml::table& table_;
  std::string where_;
  std::set<std::string> asked_;
};

Result<AgreementParty> read_party(TomlTable table) {
  AgreementParty party;
  party.name = TRY(table.name("name"));
  party.title = TRY(table.text("title"));
  const std::string group = TRY(table.text("group"));
  if (group != "sides" && group != "neutrals") {
    return malformed(nullptr, party.name + ": group is sides or neutrals");
  }
  party.group = group == "sides" ? Group::sides : Group::neutrals;
  for (const std::string& desk : TRY(table.texts("desks"))) {
    const std::string name = party.name + "/" + desk;
    if (!is_name(name)) return malformed(nullptr, name + " is no name");
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
  return {};
}

Result<Agreement> read_agreement(TomlTable table) {
  Agreement agreement;
  agreement.name = TRY(table.name("name"));
  agreement.title = TRY(table.text("title"));
  agreement.languages = TRY(table.texts("languages"));
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
  if (!is_utf8(text)) return Error{Errc::malformed, "agreement.toml: not UTF-8"};
  const toml::parse_result parsed = toml::parse(text);
  if (!parsed) {
    const auto& error = parsed.error();
    return Error{Errc::malformed,
                 fmt::format("agreement.toml line {} column {}: {}", error.source().begin.line,
                             error.source().begin.column, error.description())};
  }
  return read_agreement(TomlTable(parsed.table(), "agreement"));
}

Result<Agreement> agreement_of(const std::vector<BundleFile>& bundle) {
  for (const BundleFile& file : bundle) {
    if (file.path == "agreement.toml") return parse_agreement(file.bytes);
  }
  return Error{Errc::not_found, "the agreement's folder holds no agreement.toml"};
}

}  // namespace armistice
