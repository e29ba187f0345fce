// SPDX-License-Identifier: Apache-2.0
#include "record/kinds/fields.h"

#include <fmt/format.h>

#include "base/env.h"
#include "base/text.h"

namespace armistice {

Salt Salt::generate(Env& env) {
  Salt salt;
  env.fill_random(salt.bytes);
  return salt;
}

std::string Salt::text() const {
  return to_hex({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

Result<Fields> Fields::of_body(const Json& json) {
  Fields fields = TRY(of_object(json, "body"));
  const Json::Object& object = *fields.object_;
  if (object.empty() || object.front().first != "salt" ||
      object.front().second.as_text() == nullptr) {
    return Error{Errc::malformed, "body: the first field is salt"};
  }
  TRY(from_hex(*object.front().second.as_text(), fields.salt_.bytes).within("salt"));
  fields.asked_ = 1;
  return fields;
}

Result<Fields> Fields::of_object(const Json& json, std::string_view where) {
  const Json::Object* object = json.as_object();
  if (object == nullptr) return Error{Errc::malformed, fmt::format("{}: not an object", where)};
  return Fields(*object, std::string(where));
}

Result<const Json*> Fields::find(std::string_view key) {
  for (const Json::Field& field : *object_) {
    if (field.first != key) continue;
    ++asked_;
    return &field.second;
  }
  return Error{Errc::malformed, fmt::format("{}: the field {} is missing", where_, key)};
}

Result<std::string> Fields::text(std::string_view key, std::size_t bytes_max) {
  const std::string* value = TRY(find(key))->as_text();
  if (value == nullptr) return Error{Errc::malformed, fmt::format("{}: {} is a text", where_, key)};
  if (value->size() > bytes_max) {
    return Error{Errc::too_large, fmt::format("{}: {} has {} bytes, at most {}", where_, key,
                                              value->size(), bytes_max)};
  }
  return *value;
}

Result<std::string> Fields::name(std::string_view key) {
  std::string value = TRY(text(key, 255));
  if (!is_name(value)) {
    return Error{Errc::malformed, fmt::format("{}: {} is [a-z0-9/.-]{{1,64}}", where_, key)};
  }
  return value;
}

Result<std::int64_t> Fields::integer(std::string_view key) {
  const std::int64_t* value = TRY(find(key))->as_integer();
  if (value == nullptr) {
    return Error{Errc::malformed, fmt::format("{}: {} is an integer", where_, key)};
  }
  return *value;
}

Result<Digest> Fields::digest(std::string_view key) {
  return parse_digest(TRY(text(key, 71))).within(fmt::format("{}: {}", where_, key));
}

Result<const Json::Array*> Fields::array(std::string_view key) {
  const Json::Array* value = TRY(find(key))->as_array();
  if (value == nullptr) return Error{Errc::malformed, fmt::format("{}: {} is a list", where_, key)};
  return value;
}

Result<void> Fields::closed() const {
  if (asked_ == object_->size()) return {};
  return Error{Errc::malformed,
               fmt::format("{}: {} fields, {} of them known", where_, object_->size(), asked_)};
}

}  // namespace armistice
