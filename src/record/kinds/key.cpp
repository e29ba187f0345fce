// SPDX-License-Identifier: Apache-2.0
#include "record/kinds/key.h"

#include <fmt/format.h>

#include "base/text.h"
#include "base/time.h"

namespace armistice {
namespace {

constexpr std::array actions = {KeyAction::enrol, KeyAction::rotate, KeyAction::revoke};
constexpr std::array roles = {KeyRole::author, KeyRole::cosigner, KeyRole::log, KeyRole::root};

template <typename Words>
auto parse_word(std::string_view text, const Words& words, std::string_view field)
    -> Result<typename Words::value_type> {
  for (const auto value : words) {
    if (word(value) == text) return value;
  }
  return Error{Errc::malformed, fmt::format("{}: no such word, \"{}\"", field, text)};
}

Result<std::optional<Digest>> read_digest_or_empty(Fields& fields, std::string_view key) {
  const std::string text = TRY(fields.text(key, 71));
  if (text.empty()) return std::optional<Digest>();
  return std::optional<Digest>(TRY(parse_digest(text).within(key)));
}

Result<void> check_key_reference(std::string_view text) {
  const auto plus = text.find('+');
  if (plus == std::string_view::npos || !is_name(text.substr(0, plus))) {
    return Error{Errc::malformed, "replaces: name+9d4a07c1"};
  }
  TRY(parse_key_id(text.substr(plus + 1)));
  return {};
}

// Which fields are empty is fixed by the action.
Result<void> check_by_action(const Key& key) {
  const bool enrols = key.action == KeyAction::enrol;
  const bool revokes = key.action == KeyAction::revoke;
  if (key.next.has_value() == revokes) {
    return Error{Errc::malformed, "next: empty when revoking, and only then"};
  }
  if (key.replaces.empty() == (key.action == KeyAction::rotate)) {
    return Error{Errc::malformed, "replaces: empty unless rotating"};
  }
  if (enrols && (key.last_number != 0 || key.last_id)) {
    return Error{Errc::malformed, "last_number and last_id: 0 and empty when enrolling"};
  }
  if (key.last_number < 0) return Error{Errc::out_of_range, "last_number: from 0"};
  if ((key.last_number > 0) != key.last_id.has_value()) {
    return Error{Errc::malformed, "last_id: the id of the record last_number, if there is one"};
  }
  if (!key.stolen_since.empty() && !revokes) {
    return Error{Errc::malformed, "stolen_since: empty unless revoking"};
  }
  return {};
}

}  // namespace

std::string_view word(KeyAction action) {
  switch (action) {
    case KeyAction::enrol:
      return "enrol";
    case KeyAction::rotate:
      return "rotate";
    case KeyAction::revoke:
      return "revoke";
  }
  ASSERT(false);
}

std::string_view word(KeyRole role) {
  switch (role) {
    case KeyRole::author:
      return "author";
    case KeyRole::cosigner:
      return "cosigner";
    case KeyRole::log:
      return "log";
    case KeyRole::root:
      return "root";
  }
  ASSERT(false);
}

Result<Key> read_key(const Json& body) {
  Fields fields = TRY(Fields::of_body(body));
  Key key;
  key.salt = fields.salt();
  key.action = TRY(parse_word(TRY(fields.text("action", 16)), actions, "action"));
  key.role = TRY(parse_word(TRY(fields.text("role", 16)), roles, "role"));
  key.vkey = TRY(parse_vkey(TRY(fields.text("vkey", 160))).within("vkey"));
  key.next = TRY(read_digest_or_empty(fields, "next"));
  key.replaces = TRY(fields.text("replaces", 80));
  if (!key.replaces.empty()) TRY(check_key_reference(key.replaces));
  key.last_number = TRY(fields.integer("last_number"));
  key.last_id = TRY(read_digest_or_empty(fields, "last_id"));
  key.stolen_since = TRY(fields.text("stolen_since", 25));
  if (!key.stolen_since.empty()) TRY(parse_civil_time(key.stolen_since).within("stolen_since"));
  TRY(fields.closed());
  TRY(check_by_action(key));
  return key;
}

Json to_json(const Key& key) {
  return Json::Object{{"salt", key.salt.text()},
                      {"action", word(key.action)},
                      {"role", word(key.role)},
                      {"vkey", to_text(key.vkey)},
                      {"next", key.next ? to_text(*key.next) : ""},
                      {"replaces", key.replaces},
                      {"last_number", key.last_number},
                      {"last_id", key.last_id ? to_text(*key.last_id) : ""},
                      {"stolen_since", key.stolen_since}};
}

}  // namespace armistice
