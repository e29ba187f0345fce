// SPDX-License-Identifier: Apache-2.0
// Whether something is one of several.
#pragma once

#include <algorithm>

namespace armistice {

/// Whether `value` stands in `list`, such as a name among those of a term.
template <typename List, typename Value>
bool has(const List& list, const Value& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

}  // namespace armistice
