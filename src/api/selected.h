// SPDX-License-Identifier: Apache-2.0
// Rows of the views as JSON, column by column.
#pragma once

#include <span>
#include <variant>

#include "api/node.h"
#include "base/database.h"
#include "base/json.h"

namespace armistice {

/// One column of an answer, in the order of the SELECT. Names are a list of the words of a text; a
/// moment, in Unix seconds, is told at the agreement's offset, the number of a day as its date.
struct Column {
  const char* name;
  enum : std::uint8_t { integer, text, digest, boolean, names, moment, day } type;
};

/// What stands for one of the marks of a SELECT.
using Mark = std::variant<std::nullptr_t, std::int64_t, std::string>;

/// The rows of a SELECT on the views, its marks bound in their order. Errors: `busy`, `io`.
Result<Json> select_rows(Node& node, std::string_view sql, std::span<const Column> columns,
                         const std::vector<Mark>& marks = {});

/// The same where several are read at once; moments are told at `offset_s`. Errors: `io`.
Result<Json> select_rows(Database& database, std::string_view sql, std::span<const Column> columns,
                         const std::vector<Mark>& marks = {}, std::int32_t offset_s = 0);

/// The offset at which moments are told: that of the agreement's hour of effect.
std::int32_t told_offset_s(Node& node);

/// The index of a record that a row names.
LeafIndex index_in(const Json& row, std::string_view key = "index");

/// Gives each row, as `key`, the parts that name its index in their first field, in their order.
Json with_parts(Json rows, const Json& parts, std::string_view key);

/// Gives a field of a row another value.
void set_field(Json& row, std::string_view key, const Json& value);

}  // namespace armistice
