// SPDX-License-Identifier: Apache-2.0
#include "views/sqlite_sink_block.h"

#include <algorithm>

namespace armistice {
namespace {

constexpr char null_tag = 'n';
constexpr char integer_tag = 'i';
constexpr char text_tag = 't';
constexpr char digest_tag = 'd';
constexpr std::uint64_t sign = 1ULL << 63;

void append(Bytes& out, const Value& value) {
  if (const auto* integer = std::get_if<std::int64_t>(&value)) {
    // Its bytes compare as the integer does.
    append_tagged(out, integer_tag, static_cast<std::uint64_t>(*integer) ^ sign);
  } else if (const auto* text = std::get_if<std::string>(&value)) {
    append_tagged(out, text_tag, text->size());
    out += *text;
  } else if (const auto* digest = std::get_if<Digest>(&value)) {
    out += digest_tag;
    out += digest->view();
  } else {
    out += null_tag;
  }
}

std::uint64_t integer_at(const char* bytes) {
  std::uint64_t value = 0;
  for (int i = 0; i < 8; ++i) value = value << 8 | static_cast<unsigned char>(bytes[i]);
  return value;
}

}  // namespace

void RowBlock::put(const Change& change) {
  Row row{change.table, change.erases, values_.size(), 0};
  const auto keys = static_cast<std::size_t>(change.table->key_columns);
  for (std::size_t i = 0; i < change.values.size(); ++i) {
    append(values_, change.values[i]);
    if (i + 1 == keys) row.key = values_.size() - row.at;
  }
  rows_.push_back(row);
}

void RowBlock::clear() {
  values_.clear();
  rows_.clear();
  places_.clear();
}

std::vector<RowBlock::Row> RowBlock::last_rows() const {
  std::vector<std::pair<const Table*, std::vector<Row>>> tables;
  std::map<const Table*, std::size_t> numbers;  // [table]: in `tables`
  for (const Row& row : rows_) {
    const auto [found, first] = numbers.emplace(row.table, tables.size());
    if (first) tables.emplace_back(row.table, std::vector<Row>());
    tables[found->second].second.push_back(row);
  }
  const auto before = [&](const Row& a, const Row& b) { return key_of(a) < key_of(b); };
  std::vector<Row> last;
  last.reserve(rows_.size());
  for (auto& [table, rows] : tables) {
    if (!std::is_sorted(rows.begin(), rows.end(), before)) {
      std::stable_sort(rows.begin(), rows.end(), before);
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (i + 1 < rows.size() && key_of(rows[i]) == key_of(rows[i + 1])) continue;
      last.push_back(rows[i]);
    }
  }
  return last;
}

const std::vector<std::pair<std::int64_t, LeafIndex>>& RowBlock::sorted_places() {
  std::sort(places_.begin(), places_.end());
  return places_;
}

void RowBlock::bind(const Row& row, Statement& statement) const {
  const int count = row.erases ? row.table->key_columns : row.table->columns;
  const char* at = values_.data() + row.at;
  for (int position = 1; position <= count; ++position) {
    const char tag = *at++;
    if (tag == integer_tag) {
      statement.bind(position, static_cast<std::int64_t>(integer_at(at) ^ sign));
      at += 8;
    } else if (tag == text_tag) {
      const auto size = static_cast<std::size_t>(integer_at(at));
      statement.bind_text(position, std::string_view(at + 8, size));
      at += 8 + size;
    } else if (tag == digest_tag) {
      statement.bind(position, std::string_view(at, sizeof(Digest::bytes)));
      at += sizeof(Digest::bytes);
    } else {
      statement.bind(position, nullptr);
    }
  }
}

}  // namespace armistice
