// SPDX-License-Identifier: Apache-2.0
#include "api/selected.h"

#include "base/text.h"

namespace armistice {
namespace {

Json value_of(const Statement& row, int at, const Column& column) {
  if (row.is_null(at)) return {};
  switch (column.type) {
    case Column::integer:
      return row.integer(at);
    case Column::text:
      return row.bytes(at);
    case Column::boolean:
      return row.integer(at) != 0;
    case Column::digest: {
      const auto digest = read_digest(row.bytes(at));
      return digest.ok() ? Json(to_text(*digest)) : Json();
    }
    case Column::names: {
      Json::Array names;
      for (const std::string_view name : split(row.bytes(at), ' ')) {
        if (!name.empty()) names.push_back(name);
      }
      return names;
    }
  }
  return {};
}

}  // namespace

Json row_json(const Statement& row, std::span<const Column> columns) {
  Json out = Json::Object{};
  for (std::size_t i = 0; i < columns.size(); ++i) {
    out.add(columns[i].name, value_of(row, static_cast<int>(i), columns[i]));
  }
  return out;
}

Result<Json> rows_json(Statement& select, std::span<const Column> columns) {
  Json::Array rows;
  while (TRY(select.next())) rows.push_back(row_json(select, columns));
  return rows;
}

}  // namespace armistice
