// SPDX-License-Identifier: Apache-2.0
// How rows of the table of commands are written. table.cpp gathers them all; a subject whose rows
// are many has them in a file of its own and is declared here.
#pragma once

#include "api/command.h"

namespace armistice::table_rows {

inline constexpr auto text = ArgumentType::text;
inline constexpr auto integer = ArgumentType::integer;
inline constexpr auto flag = ArgumentType::flag;
inline constexpr auto list = ArgumentType::list;

inline Argument optional(const char* name, ArgumentType type, const char* help,
                         const char* fallback = "") {
  return {name, type, false, false, fallback, help};
}

inline Argument required(const char* name, ArgumentType type, const char* help) {
  return {name, type, true, false, "", help};
}

inline Argument positional(const char* name, const char* help) {
  return {name, text, true, true, "", help};
}

inline Argument which_register() {
  return optional("register", text, "the register's name", "joint");
}
inline Argument by_author() { return optional("author", text, "only records of this name"); }
inline Argument a_record() { return positional("record", "its index, or its sha256:… id"); }

inline Command query(const char* group, const char* verb, const char* help,
                     std::vector<Argument> arguments, const char* answer,
                     Result<Json> (*run)(Node&, const Arguments&),
                     std::string (*print)(const Json&)) {
  arguments.insert(arguments.begin(), which_register());
  return {group, verb, help, Runs::query, std::move(arguments), answer, run, nullptr, print};
}

inline Command act(const char* group, const char* verb, const char* help,
                   std::vector<Argument> arguments, const char* answer,
                   Result<Json> (*run)(Node&, const Arguments&),
                   std::string (*print)(const Json&)) {
  arguments.insert(arguments.begin(), which_register());
  return {group, verb, help, Runs::act, std::move(arguments), answer, run, nullptr, print};
}

inline Command local(const char* group, const char* verb, const char* help,
                     std::vector<Argument> arguments, const char* answer,
                     Result<Json> (*run)(Client&, const Arguments&),
                     std::string (*print)(const Json&)) {
  return {group, verb, help, Runs::client, std::move(arguments), answer, nullptr, run, print};
}
inline std::vector<Argument> with(std::vector<Argument> first, const std::vector<Argument>& more) {
  first.insert(first.end(), more.begin(), more.end());
  return first;
}

// What is screened for what no inspection may study is handed in all the same.
inline Argument anyway() {
  return optional("anyway", flag, "even if it speaks of what no inspection may study");
}
inline Argument said() { return optional("text", text, "what is said"); }

// Subjects with a file of their own: <subject>_table.cpp.
std::vector<Command> arrangement_rows();
std::vector<Command> sighting_rows();
std::vector<Command> holding_rows();
std::vector<Command> conference_rows();
std::vector<Command> own_rows();

}  // namespace armistice::table_rows
