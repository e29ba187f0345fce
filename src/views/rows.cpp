// SPDX-License-Identifier: Apache-2.0
#include "views/rows.h"

#include <bit>
#include <cstring>

namespace armistice {
namespace {

void put_text(Bytes& out, std::string_view text) {
  append_integer(out, text.size());
  out += text;
}

void put_value(Bytes& out, const Value& value) {
  if (const auto* integer = std::get_if<std::int64_t>(&value)) {
    out += 'i';
    append_integer(out, static_cast<std::uint64_t>(*integer));
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

void append_integer(Bytes& out, std::uint64_t value) {
  // Built in a register and stored at once: this runs for every column of every row.
  std::array<char, 8> bytes;
  const std::uint64_t first =
      std::endian::native == std::endian::little ? __builtin_bswap64(value) : value;
  std::memcpy(bytes.data(), &first, bytes.size());
  out.append(bytes.data(), bytes.size());
}

void append_canonical(Bytes& out, const std::vector<Change>& changes) {
  for (const Change& change : changes) {
    out += change.erases ? '-' : '+';
    put_text(out, change.table->name);
    append_integer(out, change.values.size());
    for (const Value& value : change.values) put_value(out, value);
  }
}

Bytes canonical_bytes(const std::vector<Change>& changes) {
  Bytes out;
  append_canonical(out, changes);
  return out;
}

}  // namespace armistice
