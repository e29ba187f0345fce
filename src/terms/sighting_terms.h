// SPDX-License-Identifier: Apache-2.0
// Reads the kinds of sighting_kinds.h and the facts of their cases. What each function gives is
// said in term_readers.h. Spec: agreement.md §4, §6.
#pragma once

#include "terms/term_readers.h"

namespace armistice {

/// Errors: `malformed`.
Result<void> read(TomlTable& table, ProhibitedAct& kind);
Result<void> read(TomlTable& table, WithdrawalLine& kind);
Result<void> read(TomlTable& table, Silence& kind);
Result<void> read(TomlTable& table, AfterQuiet& kind);

std::vector<std::string> names_of(const ProhibitedAct& kind);
std::vector<std::string> names_of(const WithdrawalLine& kind);
std::vector<std::string> names_of(const Silence& kind);
std::vector<std::string> names_of(const AfterQuiet& kind);

/// Errors: `malformed`.
Result<Facts> read_facts(TomlTable& table, const Bodies& bodies, const ProhibitedAct& kind);
Result<Facts> read_facts(TomlTable& table, const Bodies& bodies, const WithdrawalLine& kind);
Result<Facts> read_facts(TomlTable& table, const Bodies& bodies, const Silence& kind);
Result<Facts> read_facts(TomlTable& table, const Bodies& bodies, const AfterQuiet& kind);

std::vector<std::pair<std::string, std::string>> described(const ProhibitedAct& kind);
std::vector<std::pair<std::string, std::string>> described(const WithdrawalLine& kind);
std::vector<std::pair<std::string, std::string>> described(const Silence& kind);
std::vector<std::pair<std::string, std::string>> described(const AfterQuiet& kind);

}  // namespace armistice
