// SPDX-License-Identifier: Apache-2.0
// How the kinds of arrangement_kinds.h are read and described; term_readers.h says what each of
// these is. Spec: agreement.md §4, §6.
#pragma once

#include "terms/term_readers.h"

namespace armistice {

Result<void> read(TomlTable& table, ArrangementOwed& kind);
Result<void> read(TomlTable& table, Languages& kind);
Result<void> read(TomlTable& table, CoLocation& kind);

std::vector<std::string> names_of(const ArrangementOwed& kind);
std::vector<std::string> names_of(const Languages& kind);
std::vector<std::string> names_of(const CoLocation& kind);

Result<Facts> read_facts(TomlTable& table, const Bodies& bodies, const ArrangementOwed& kind);
Result<Facts> read_facts(TomlTable& table, const Bodies& bodies, const Languages& kind);
Result<Facts> read_facts(TomlTable& table, const Bodies& bodies, const CoLocation& kind);

std::vector<std::pair<std::string, std::string>> described(const ArrangementOwed& kind);
std::vector<std::pair<std::string, std::string>> described(const Languages& kind);
std::vector<std::pair<std::string, std::string>> described(const CoLocation& kind);

}  // namespace armistice
