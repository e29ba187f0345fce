// SPDX-License-Identifier: Apache-2.0
// A body as fields that a case may bend: each a key and the JSON text of its value, put together by
// hand and not by our own writer.
#pragma once

#include <string>
#include <vector>

#include "vectors/vectors.h"

namespace armistice::vectors {

struct FieldTexts {
  std::vector<std::pair<std::string, std::string>> fields;

  std::string& at(const std::string& key);
  FieldTexts with(const std::string& key, const std::string& json) const;
  FieldTexts without(const std::string& key) const;
  FieldTexts and_then(const std::string& key, const std::string& json) const;  // one more, last
  std::string text() const;
};

/// A JSON string of plain characters.
std::string in_quotes(std::string_view text);
/// A list of the items' texts.
std::string list_of(const std::vector<std::string>& items);

/// The genesis of the example circle, and one of its parties.
FieldTexts genesis_fields();
FieldTexts party_fields(const std::string& name, const std::string& group);

/// The cases of spec/vectors/kinds for genesis/1; the others stand in kinds_cases.cpp.
std::vector<Case> genesis_body_cases();

}  // namespace armistice::vectors
