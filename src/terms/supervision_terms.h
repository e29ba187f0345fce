// SPDX-License-Identifier: Apache-2.0
// How the terms of supervision_kinds.h are read and told. Errors: `malformed`, `out_of_range`, with
// line and column. Spec: agreement.md §4, §7.
#pragma once

#include "terms/term_readers.h"

namespace armistice {

Result<void> read(TomlTable& table, Parity& kind);
Result<void> read(TomlTable& table, Establishment& kind);
Result<void> read(TomlTable& table, PointArea& kind);
Result<void> read(TomlTable& table, NoStudy& kind);
Result<void> read(TomlTable& table, Promptness& kind);
Result<void> read(TomlTable& table, AnswersTo& kind);

std::vector<std::string> names_of(const Parity& kind);
std::vector<std::string> names_of(const Establishment& kind);
std::vector<std::string> names_of(const PointArea& kind);
std::vector<std::string> names_of(const NoStudy& kind);
std::vector<std::string> names_of(const Promptness& kind);
std::vector<std::string> names_of(const AnswersTo& kind);

Result<Facts> read_facts(TomlTable& table, const Bodies& bodies, const Parity& kind);
Result<Facts> read_facts(TomlTable& table, const Bodies& bodies, const Establishment& kind);
Result<Facts> read_facts(TomlTable& table, const Bodies& bodies, const PointArea& kind);
Result<Facts> read_facts(TomlTable& table, const Bodies& bodies, const NoStudy& kind);
Result<Facts> read_facts(TomlTable& table, const Bodies& bodies, const Promptness& kind);
Result<Facts> read_facts(TomlTable& table, const Bodies& bodies, const AnswersTo& kind);

using Described = std::vector<std::pair<std::string, std::string>>;
Described described(const Parity& kind);
Described described(const Establishment& kind);
Described described(const PointArea& kind);
Described described(const NoStudy& kind);
Described described(const Promptness& kind);
Described described(const AnswersTo& kind);

}  // namespace armistice
