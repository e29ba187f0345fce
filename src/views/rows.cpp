// SPDX-License-Identifier: Apache-2.0
#include "views/rows.h"

namespace armistice {
namespace {

void put_integer(Bytes& out, std::uint64_t value) {
  std::array<char, 8> bytes;
  for (int i = 0; i < 8; ++i)
    bytes[static_cast<std::size_t>(i)] = static_cast<char>(value >> (56 - 8 * i));
  out.append(bytes.data(), bytes.size());
}

void put_text(Bytes& out, std::string_view text) {
  put_integer(out, text.size());
  out += text;
}

void put_value(Bytes& out, const Value& value) {
  if (const auto* integer = std::get_if<std::int64_t>(&value)) {
    out += 'i';
    put_integer(out, static_cast<std::uint64_t>(*integer));
  } else if (const auto* text = std::get_if<std::string>(&value)) {
    out += 'b';
    put_text(out, *text);
  } else if (const auto* digest = std::get_if<Digest>(&value)) {
    out += 'b';
    put_text(out, digest->view());
  } else {
    out += 'n';
  }
}

}  // namespace

Bytes canonical_bytes(const std::vector<Change>& changes) {
  Bytes out;
  for (const Change& change : changes) {
    out += change.erases ? '-' : '+';
    put_text(out, change.table->name);
    put_integer(out, change.values.size());
    for (const Value& value : change.values) put_value(out, value);
  }
  return out;
}

}  // namespace armistice
