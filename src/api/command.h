// SPDX-License-Identifier: Apache-2.0
// One row of the table of commands: what it is called, what it takes, what it answers, and who runs
// it. CLI, HTTP routes, help, man page, JSON schema and TypeScript types are made from these rows.
// Spec: api.md §1.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/result.h"

namespace armistice {

class Node;
class Client;

enum class ArgumentType : std::uint8_t { text, integer, flag, list };

struct Argument {
  const char* name;  // snake_case; `--name` on the command line, with dashes
  ArgumentType type;
  bool required;
  bool positional;
  const char* fallback;  // when it is left out: for the help
  const char* help;
};

/// The arguments of one call, checked against the row: present if required, of the right type,
/// none unknown.
class Arguments {
 public:
  /// Errors: `usage`, naming the argument and what would be right.
  static Result<Arguments> of(std::span<const Argument> rows, const Json& values);

  bool has(std::string_view name) const;
  /// The text, or `otherwise` when it is left out.
  std::string text(std::string_view name, std::string_view otherwise = "") const;
  std::int64_t integer(std::string_view name, std::int64_t otherwise) const;
  bool flag(std::string_view name) const;
  std::vector<std::string> list(std::string_view name) const;

 private:
  Json values_ = Json::Object{};
};

enum class Runs : std::uint8_t {
  query,   // in the process that has the node open; changes nothing
  act,     // in the process that has the node open
  client,  // in the caller's own process, where the keys are; has no HTTP route
};

struct Command {
  const char* group;  // empty: a command of one word
  const char* verb;
  const char* help;
  Runs runs;
  std::vector<Argument> arguments;
  const char* answer;  // a type of shape.h
  Result<Json> (*in_node)(Node&, const Arguments&) = nullptr;
  Result<Json> (*in_client)(Client&, const Arguments&) = nullptr;
  /// How a person reads the answer on a terminal.
  std::string (*print)(const Json&) = nullptr;

  /// `record list`, or `verify`.
  std::string name() const;
};

/// Every command there is, in the order of the help.
const std::vector<Command>& commands();

/// The command of a name; nothing if there is none.
const Command* find_command(std::string_view name);

/// Runs a query or act on an open node; in debug builds the answer is held against its shape.
/// Errors: `usage`, and the handler's.
Result<Json> run_in_node(const Command& command, Node& node, const Json& arguments);

}  // namespace armistice
