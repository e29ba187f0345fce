// SPDX-License-Identifier: Apache-2.0
#include "api/schema.h"

#include <fmt/format.h>

#include "api/command.h"
#include "api/shape.h"

namespace armistice {
namespace {

std::string_view json_type(ArgumentType type) {
  switch (type) {
    case ArgumentType::text:
      return "string";
    case ArgumentType::integer:
      return "integer";
    case ArgumentType::flag:
      return "boolean";
    case ArgumentType::list:
      return "array";
  }
  return "";
}

std::string_view typescript_type(ArgumentType type) {
  switch (type) {
    case ArgumentType::text:
      return "string";
    case ArgumentType::integer:
      return "number";
    case ArgumentType::flag:
      return "boolean";
    case ArgumentType::list:
      return "readonly string[]";
  }
  return "";
}

std::string_view word(Runs runs) {
  switch (runs) {
    case Runs::query:
      return "query";
    case Runs::act:
      return "act";
    case Runs::client:
      return "client";
  }
  return "";
}

// `record list` as it stands in a path.
std::string route(const Command& command) {
  std::string name = command.name();
  std::replace(name.begin(), name.end(), ' ', '/');
  return name;
}

std::string option(const Argument& argument) {
  std::string name = argument.name;
  std::replace(name.begin(), name.end(), '_', '-');
  if (argument.positional) {
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    return name;
  }
  return argument.type == ArgumentType::flag ? "--" + name : "--" + name + " VALUE";
}

// roff reads a leading dot or apostrophe as a request, and a dash as a hyphen.
std::string roff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
  }
  return out.starts_with('.') || out.starts_with('\'') ? "\\&" + out : out;
}

}  // namespace

Json schema_json() {
  Json defs = Json::Object{};
  for (const Shape& shape : all_shapes()) {
    Json properties = Json::Object{};
    Json::Array required;
    for (const Field& field : shape.fields) {
      Json type = schema_of_type(field.type);
      if (*field.help != '\0') type.add("description", field.help);
      properties.add(field.name, std::move(type));
      required.push_back(field.name);
    }
    defs.add(shape.name, Json::Object{{"type", "object"},
                                      {"properties", std::move(properties)},
                                      {"required", std::move(required)},
                                      {"additionalProperties", false}});
  }
  Json table = Json::Object{};
  for (const Command& command : commands()) {
    Json arguments = Json::Object{};
    Json::Array required;
    for (const Argument& argument : command.arguments) {
      arguments.add(argument.name, Json::Object{{"type", json_type(argument.type)},
                                                {"description", argument.help}});
      if (argument.required) required.push_back(argument.name);
    }
    table.add(route(command),
              Json::Object{{"description", command.help},
                           {"runs", word(command.runs)},
                           {"arguments", Json::Object{{"type", "object"},
                                                      {"properties", std::move(arguments)},
                                                      {"required", std::move(required)},
                                                      {"additionalProperties", false}}},
                           {"answer", schema_of_type(command.answer)}});
  }
  return Json::Object{{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                      {"title", "Armistice"},
                      {"$defs", std::move(defs)},
                      {"commands", std::move(table)}};
}

std::string schema_typescript() {
  std::string out =
      "// Made from the table of commands by `armistice schema --form typescript`. Not edited.\n\n";
  for (const Shape& shape : all_shapes()) {
    out += fmt::format("export interface {} {{\n", shape.name);
    for (const Field& field : shape.fields) {
      if (*field.help != '\0') out += fmt::format("  /** {} */\n", field.help);
      out += fmt::format("  readonly {}: {};\n", field.name, typescript_type(field.type));
    }
    out += "}\n\n";
  }
  out +=
      "/** Every command that a node answers, by its path below /api/. */\nexport interface "
      "Commands {\n";
  for (const Command& command : commands()) {
    if (command.runs == Runs::client) continue;
    out += fmt::format(
        "  /** {} */\n  readonly '{}': {{\n    readonly method: '{}';\n"
        "    readonly arguments: {{",
        command.help, route(command), command.runs == Runs::query ? "GET" : "POST");
    for (const Argument& argument : command.arguments) {
      out += fmt::format(" readonly {}{}: {};", argument.name, argument.required ? "" : "?",
                         typescript_type(argument.type));
    }
    out += fmt::format(" }};\n    readonly answer: {};\n  }};\n", typescript_type(command.answer));
  }
  return out + "}\n";
}

std::string man_page() {
  std::string out =
      ".TH ARMISTICE 1\n.SH NAME\narmistice \\- a ceasefire that both sides can verify\n"
      ".SH SYNOPSIS\n.B armistice\n[\\-\\-data DIR] [\\-\\-key FILE] [\\-\\-own DIR] [\\-\\-json] "
      "COMMAND "
      "[ARGUMENTS]\n"
      ".SH DESCRIPTION\nEvery command answers as text for people, or with \\-\\-json as JSON. A "
      "command "
      "on a folder that is being served goes through its server.\n.SH COMMANDS\n";
  for (const Command& command : commands()) {
    out += fmt::format(".SS {}\n{}.\n", roff(command.name()), roff(command.help));
    for (const Argument& argument : command.arguments) {
      out += fmt::format(".TP\n.B {}\n{}", roff(option(argument)), roff(argument.help));
      if (*argument.fallback != '\0') out += fmt::format(" (default: {})", roff(argument.fallback));
      out += argument.required ? ". Required.\n" : ".\n";
    }
  }
  return out + ".SH EXIT STATUS\n0 good, 1 refused or wrong, 2 usage.\n";
}

}  // namespace armistice
