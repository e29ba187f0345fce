// SPDX-License-Identifier: Apache-2.0
#include "api/said.h"

#include "register/bodies.h"

namespace armistice {
namespace {

Result<std::optional<Bytes>> open_body(Node& node, const StoredEntry& stored, const BodyRef& body) {
  if (body.form == BodyForm::sealed) return std::optional<Bytes>();
  if (stored.body) return stored.body;
  auto file = read_body_file(node.env(), node.reg().layout(), body.digest);
  if (file.ok()) return std::optional<Bytes>(*std::move(file));
  if (file.error().code == Errc::not_found) return std::optional<Bytes>();
  return file.error();
}

}  // namespace

Result<Said> said_at(Node& node, LeafIndex index) {
  const auto stored = TRY(node.reg().with_store([&](Store& store) { return store.entry(index); }));
  Said said;
  said.entry = stored.entry;
  auto record = parse_record(stored.entry);
  if (!record.ok()) return said;
  said.record = *std::move(record);
  said.bytes = TRY(open_body(node, stored, said.record->header.body));
  if (!said.bytes) return said;
  auto body = parse_body(said.record->header.kind, *said.bytes);
  if (body.ok()) said.body = *std::move(body);
  return said;
}

std::string words_of(const Body& body) {
  return std::visit(
      [](const auto& one) -> std::string {
        if constexpr (requires { one.text; }) return one.text;
        if constexpr (requires { one.reason; }) return one.reason;
        if constexpr (requires { one.dissent; }) return one.dissent;
        return {};
      },
      body);
}

}  // namespace armistice
