// SPDX-License-Identifier: Apache-2.0
#include "api/command.h"

#include <fmt/format.h>

#include "api/node.h"
#include "api/shape.h"
#include "base/text.h"

namespace armistice {
namespace {

bool is_of_type(const Json& value, ArgumentType type) {
  switch (type) {
    case ArgumentType::text:
      return value.as_text() != nullptr;
    case ArgumentType::integer:
      return value.as_integer() != nullptr;
    case ArgumentType::flag:
      return value.as_bool() != nullptr;
    case ArgumentType::list:
      return value.as_array() != nullptr;
  }
  return false;
}

std::string_view word(ArgumentType type) {
  switch (type) {
    case ArgumentType::text:
      return "a text";
    case ArgumentType::integer:
      return "an integer";
    case ArgumentType::flag:
      return "true or false";
    case ArgumentType::list:
      return "a list of texts";
  }
  return "";
}

// What HTTP gives as text becomes what the row wants.
Result<Json> as_type(const Json& value, const Argument& row) {
  if (is_of_type(value, row.type)) {
    if (const auto* items = value.as_array()) {
      for (const Json& item : *items) {
        if (item.as_text() == nullptr) {
          return Error{Errc::usage, fmt::format("{} is a list of texts", row.name)};
        }
      }
    }
    return value;
  }
  const std::string* text = value.as_text();
  if (text != nullptr && row.type == ArgumentType::integer) {
    const auto number = parse_decimal(*text);
    if (number.ok()) return Json(*number);
  }
  if (text != nullptr && row.type == ArgumentType::flag && (*text == "true" || *text == "false")) {
    return Json(*text == "true");
  }
  if (text != nullptr && row.type == ArgumentType::list) return Json(Json::Array{*text});
  return Error{Errc::usage, fmt::format("{} is {}", row.name, word(row.type))};
}

}  // namespace

Result<Arguments> Arguments::of(std::span<const Argument> rows, const Json& values) {
  const Json::Object* given = values.as_object();
  if (given == nullptr) return Error{Errc::usage, "arguments are an object"};
  Arguments out;
  for (const auto& [name, value] : *given) {
    const auto row = std::find_if(rows.begin(), rows.end(),
                                  [&](const Argument& one) { return name == one.name; });
    if (row == rows.end()) return Error{Errc::usage, fmt::format("no argument is called {}", name)};
    out.values_.add(name, TRY(as_type(value, *row)));
  }
  for (const Argument& row : rows) {
    if (row.required && !out.has(row.name)) {
      return Error{Errc::usage, fmt::format("{} is missing: {}", row.name, row.help)};
    }
  }
  return out;
}

bool Arguments::has(std::string_view name) const { return values_.find(name) != nullptr; }

std::string Arguments::text(std::string_view name, std::string_view otherwise) const {
  const Json* value = values_.find(name);
  return value == nullptr ? std::string(otherwise) : *value->as_text();
}

std::int64_t Arguments::integer(std::string_view name, std::int64_t otherwise) const {
  const Json* value = values_.find(name);
  return value == nullptr ? otherwise : *value->as_integer();
}

bool Arguments::flag(std::string_view name) const {
  const Json* value = values_.find(name);
  return value != nullptr && *value->as_bool();
}

std::vector<std::string> Arguments::list(std::string_view name) const {
  std::vector<std::string> out;
  if (const Json* value = values_.find(name)) {
    for (const Json& item : *value->as_array()) out.push_back(*item.as_text());
  }
  return out;
}

std::string Command::name() const {
  return *group == '\0' ? std::string(verb) : fmt::format("{} {}", group, verb);
}

const Command* find_command(std::string_view name) {
  for (const Command& command : commands()) {
    if (command.name() == name) return &command;
  }
  return nullptr;
}

Result<Json> run_in_node(const Command& command, Node& node, const Json& values) {
  ASSERT(command.in_node != nullptr);
  const Arguments arguments = TRY(Arguments::of(command.arguments, values));
  node.fold_tail();
  Json answer = TRY(command.in_node(node, arguments));
#ifndef NDEBUG
  const auto shaped = conforms(answer, command.answer);
  if (!shaped.ok())
    std::fprintf(stderr, "%s: %s\n", command.name().c_str(), shaped.error().what.c_str());
  ASSERT(shaped.ok());
#endif
  return answer;
}

}  // namespace armistice
