// SPDX-License-Identifier: Apache-2.0
// Reads the fields of a closed struct from strict JSON: each field once, none unknown, salt first.
// Spec: record.md §6.
#pragma once

#include <string>

#include "base/bytes.h"
#include "base/env.h"
#include "base/json.h"

namespace armistice {

/// 128 random bits, so that a withheld body cannot be guessed from its digest.
struct Salt {
  std::array<std::uint8_t, 16> bytes{};
  static Salt generate(Env& env);
  std::string text() const;
  friend bool operator==(const Salt&, const Salt&) = default;
};

class Fields {
 public:
  /// The fields of an object that starts with a salt. Errors: `malformed`.
  static Result<Fields> of_body(const Json& json);
  /// The fields of an object inside a body. Errors: `malformed`.
  static Result<Fields> of_object(const Json& json, std::string_view where);

  Salt salt() const { return salt_; }
  /// Each names the field in its error: `malformed` (absent, another type), `too_large`.
  Result<std::string> text(std::string_view key, std::size_t bytes_max);
  Result<std::string> name(std::string_view key);
  Result<std::int64_t> integer(std::string_view key);
  Result<Digest> digest(std::string_view key);
  Result<const Json::Array*> array(std::string_view key);

  /// Call last. Errors: `malformed` if a field stands there that nobody asked for.
  Result<void> closed() const;

 private:
  Fields(const Json::Object& object, std::string where)
      : object_(&object), where_(std::move(where)) {}
  Result<const Json*> find(std::string_view key);

  const Json::Object* object_;
  std::string where_;
  Salt salt_;
  std::size_t asked_ = 0;
};

}  // namespace armistice
