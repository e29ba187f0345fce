// SPDX-License-Identifier: Apache-2.0
// The shapes of answers, declared once: the JSON schema and the TypeScript types are printed from
// them, and in debug builds every answer is held against its own. Spec: api.md §1.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/json.h"
#include "base/result.h"

namespace armistice {

/// A type is written: `text`, `integer`, `boolean`, `digest`, `time`, `=one|other` for one of some
/// words, the name of a shape, `[type]` for a list, or any of them with a `?` after it when it may
/// be null.
struct Field {
  const char* name;
  const char* type;
  const char* help;
};

struct Shape {
  const char* name;
  std::span<const Field> fields;
};

/// Every shape there is. shapes.cpp
std::span<const Shape> all_shapes();

/// Whether a value is of a type, field by field. Errors: `malformed`, naming the place.
Result<void> conforms(const Json& value, std::string_view type);

/// TypeScript's name of a type.
std::string typescript_type(std::string_view type);

/// The JSON schema (draft 2020-12) of a type, shapes as references into `$defs`.
Json schema_of_type(std::string_view type);

}  // namespace armistice
