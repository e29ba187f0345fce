// SPDX-License-Identifier: Apache-2.0
#include "api/node_commands.h"

#include <fmt/format.h>

#include "api/init.h"
#include "api/schema.h"
#include "api/verification.h"
#include "base/text.h"

namespace armistice {
namespace {

Json texts(const std::vector<std::string>& list) { return Json::Array(list.begin(), list.end()); }

Json verified_json(const Verified& found, const Digest& circle, std::int64_t seconds) {
  return Json::Object{{"circle", to_text(circle)},
                      {"size", found.size.value},
                      {"good", !found.wrong.has_value()},
                      {"wrong", found.wrong ? Json(found.wrong->text()) : Json()},
                      {"counted", found.counted.value},
                      {"mode", found.mode ? Json(word(*found.mode)) : Json()},
                      {"void", found.voids},
                      {"withheld", found.withheld},
                      {"irregular", found.irregular},
                      {"lines", texts(found.digest_lines)},
                      {"notices", texts(found.notices)},
                      {"seconds", seconds}};
}

}  // namespace

Result<Json> init_node(Client& client, const Arguments& arguments) {
  const NodeMade made = TRY(make_exercise(client.env(), client.data(),
                                          arguments.text("agreement", "agreements/korea-1953")));
  return Json::Object{{"data", client.data().string()}, {"circle", to_text(made.circle)},
                      {"origin", made.origin},          {"vkey", to_text(made.log)},
                      {"records", made.size.value},     {"keys", texts(made.desks)}};
}

Result<Json> verify_folder(Client& client, const Arguments& arguments) {
  const Digest circle = TRY(parse_digest(arguments.text("circle")).within("circle"));
  const std::int64_t started_us = client.env().monotonic_us();
  const Verified found = TRY(
      verify_node(client.env(), client.data(), circle, [&](std::uint64_t done, std::uint64_t all) {
        client.progress(fmt::format("{} of {} entries", done, all));
      }));
  return verified_json(found, circle, (client.env().monotonic_us() - started_us) / 1'000'000);
}

Result<Json> key_new(Client& client, const Arguments& arguments) {
  const std::string name = arguments.text("name");
  if (!is_name(name)) return Error{Errc::usage, "a name is [a-z0-9/.-]{1,64}"};
  const std::string role = arguments.text("role", "author");
  if (role != "author" && role != "cosigner" && role != "root" && role != "log") {
    return Error{Errc::usage, "role is author, cosigner, root or log"};
  }
  const Path folder = arguments.text("folder", client.layout().keys().string());
  const NewKey key = TRY(make_key(client.env(), folder, name,
                                  role == "cosigner" ? KeyType::cosignature : KeyType::ed25519));
  return Json::Object{
      {"file", key.file.string()}, {"vkey", to_text(key.vkey)}, {"next", to_text(key.next)}};
}

Result<Json> key_show(Client& client, const Arguments& arguments) {
  const Keyring keyring = TRY(client.keyring());
  const std::string name = arguments.text("name");
  const auto author = keyring.find(name);
  const KeyPlace place = author.ok() ? *author : TRY(keyring.find(name, KeyType::cosignature));
  Path next = place.file;
  next += ".next";
  const NamedKey successor =
      TRY(parse_key_file(TRY(client.env().read_file(next, 1'024))).within(next.string()));
  return Json::Object{{"file", place.file.string()},
                      {"vkey", to_text(place.vkey)},
                      {"next", to_text(next_digest(successor))}};
}

Result<Json> print_schema(Client&, const Arguments& arguments) {
  const std::string form = arguments.text("form", "json");
  if (form == "json") return Json::Object{{"text", to_indented_text(schema_json()) + "\n"}};
  if (form == "typescript") return Json::Object{{"text", schema_typescript()}};
  if (form == "man") return Json::Object{{"text", man_page()}};
  return Error{Errc::usage, "form is json, typescript or man"};
}

}  // namespace armistice
