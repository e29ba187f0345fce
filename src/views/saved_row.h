// SPDX-License-Identifier: Apache-2.0
// A row of a view's saved state, read back column by column. Spec: views.md §2.
#pragma once

#include "base/ids.h"
#include "base/json.h"

namespace armistice {

class SavedRow {
 public:
  /// A list of so many columns. Errors of all of these: `damaged`, naming the view.
  static Result<SavedRow> of(const Json& row, std::size_t columns, const char* view);

  // The next column. REQUIRES: no more of these calls than columns.
  Result<std::string> text();
  Result<std::int64_t> integer();
  Result<LeafIndex> index();
  Result<const Json::Array*> list();

  Error bad() const;

 private:
  SavedRow(const Json::Array& row, const char* view) : row_(&row), view_(view) {}
  const Json::Array* row_;
  const char* view_;
  std::size_t at_ = 0;
};

/// The error of a saved state that cannot be read.
Error bad_state_of(const char* view);

}  // namespace armistice
