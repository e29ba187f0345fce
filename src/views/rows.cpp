// SPDX-License-Identifier: Apache-2.0
#include "views/rows.h"

#include <bit>
#include <cstring>

namespace armistice {
namespace {

std::uint64_t most_significant_first(std::uint64_t value) {
  return std::endian::native == std::endian::little ? __builtin_bswap64(value) : value;
}

void put_text(Bytes& out, char tag, std::string_view text) {
  append_tagged(out, tag, text.size());
  out += text;
}

void put_value(Bytes& out, const Value& value) {
  if (const auto* integer = std::get_if<std::int64_t>(&value)) {
    append_tagged(out, 'i', static_cast<std::uint64_t>(*integer));
  } else if (const auto* text = std::get_if<std::string>(&value)) {
    put_text(out, 'b', *text);
  } else if (const auto* digest = std::get_if<Digest>(&value)) {
    put_text(out, 'b', digest->view());
  } else {
    out += 'n';
  }
}

}  // namespace

void append_integer(Bytes& out, std::uint64_t value) {
  std::array<char, 8> bytes;
  const std::uint64_t first = most_significant_first(value);
  std::memcpy(bytes.data(), &first, bytes.size());
  out.append(bytes.data(), bytes.size());
}

// Built in registers and stored at once: this runs for every column of every row.
void append_tagged(Bytes& out, char tag, std::uint64_t value) {
  std::array<char, 9> bytes;
  const std::uint64_t first = most_significant_first(value);
  bytes[0] = tag;
  std::memcpy(bytes.data() + 1, &first, sizeof first);
  out.append(bytes.data(), bytes.size());
}

void append_canonical(Bytes& out, const std::vector<Change>& changes) {
  for (const Change& change : changes) {
    put_text(out, change.erases ? '-' : '+', change.table->name);
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
