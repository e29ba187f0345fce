// SPDX-License-Identifier: Apache-2.0
#include "views/saved_row.h"

#include <fmt/format.h>

namespace armistice {

Error bad_state_of(const char* view) {
  return {Errc::damaged, fmt::format("the saved state of {} cannot be read", view)};
}

Error SavedRow::bad() const { return bad_state_of(view_); }

Result<SavedRow> SavedRow::of(const Json& row, std::size_t columns, const char* view) {
  const Json::Array* list = row.as_array();
  if (list == nullptr || list->size() != columns) return bad_state_of(view);
  return SavedRow(*list, view);
}

Result<std::string> SavedRow::text() {
  const std::string* value = (*row_)[at_++].as_text();
  if (value == nullptr) return bad();
  return *value;
}

Result<std::int64_t> SavedRow::integer() {
  const std::int64_t* value = (*row_)[at_++].as_integer();
  if (value == nullptr) return bad();
  return *value;
}

Result<LeafIndex> SavedRow::index() {
  return LeafIndex{static_cast<std::uint64_t>(TRY(integer()))};
}

Result<const Json::Array*> SavedRow::list() {
  const Json::Array* value = (*row_)[at_++].as_array();
  if (value == nullptr) return bad();
  return value;
}

}  // namespace armistice
