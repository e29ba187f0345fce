// SPDX-License-Identifier: Apache-2.0
#include "api/selected.h"

#include <map>

#include "api/told_time.h"
#include "base/text.h"
#include "record/kinds/field_list.h"

namespace armistice {
namespace {

Json value_of(const Statement& row, int at, const Column& column, std::int32_t offset_s) {
  if (row.is_null(at)) return {};
  switch (column.type) {
    case Column::integer:
      return row.integer(at);
    case Column::text:
      return row.bytes(at);
    case Column::boolean:
      return row.integer(at) != 0;
    case Column::moment:
      return told_time(row.integer(at), offset_s);
    case Column::day:
      return day_of(row.integer(at)).text;
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

Json row_json(const Statement& row, std::span<const Column> columns, std::int32_t offset_s) {
  Json out = Json::Object{};
  for (std::size_t i = 0; i < columns.size(); ++i) {
    out.add(columns[i].name, value_of(row, static_cast<int>(i), columns[i], offset_s));
  }
  return out;
}

void bind_mark(Statement& select, int position, const Mark& mark) {
  if (const auto* text = std::get_if<std::string>(&mark)) return select.bind_text(position, *text);
  if (const auto* number = std::get_if<std::int64_t>(&mark)) return select.bind(position, *number);
  select.bind(position, nullptr);
}

}  // namespace

Result<Json> select_rows(Node& node, std::string_view sql, std::span<const Column> columns,
                         const std::vector<Mark>& marks) {
  const std::int32_t offset_s = told_offset_s(node);
  return node.engine().with_rows([&](Database& database) -> Result<Json> {
    return select_rows(database, sql, columns, marks, offset_s);
  });
}

Result<Json> select_rows(Database& database, std::string_view sql, std::span<const Column> columns,
                         const std::vector<Mark>& marks, std::int32_t offset_s) {
  Statement select = TRY(database.prepare(sql));
  int position = 0;
  for (const Mark& mark : marks) bind_mark(select, ++position, mark);
  Json::Array rows;
  while (TRY(select.next())) rows.push_back(row_json(select, columns, offset_s));
  return rows;
}

std::int32_t told_offset_s(Node& node) {
  return node.agreement().folder.agreement.effective.offset_s;
}

void set_field(Json& row, std::string_view key, const Json& value) {
  Json::Object changed = *row.as_object();
  for (auto& [name, held] : changed) {
    if (name == key) held = value;
  }
  row = std::move(changed);
}

LeafIndex index_in(const Json& row, std::string_view key) {
  return {static_cast<std::uint64_t>(*row.find(key)->as_integer())};
}

Json with_parts(Json rows, const Json& parts, std::string_view key) {
  std::map<LeafIndex, Json::Array> of;
  for (const Json& part : *parts.as_array()) {
    Json::Object fields = *part.as_object();
    fields.erase(fields.begin());
    of[index_in(part)].push_back(Json(std::move(fields)));
  }
  for (Json& row : *rows.as_array()) row.add(std::string(key), std::move(of[index_in(row)]));
  return rows;
}

}  // namespace armistice
