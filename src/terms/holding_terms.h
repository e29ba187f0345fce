// SPDX-License-Identifier: Apache-2.0
// The terms of holding_kinds.h as an agreement's files say them; see term_readers.h. Spec:
// agreement.md §4, §6.
#pragma once

#include "terms/term_readers.h"

namespace armistice {

/// Errors of all readers: `malformed`.
Result<void> read(TomlTable& table, DeclaredDispositions& kind);
Result<void> read(TomlTable& table, NoConcentration& kind);
Result<void> read(TomlTable& table, ConstructionLimit& kind);
Result<void> read(TomlTable& table, Handover& kind);
Result<void> read(TomlTable& table, Quota& kind);
Result<void> read(TomlTable& table, CountDue& kind);
Result<void> read(TomlTable& table, CostShare& kind);
Result<void> read(TomlTable& table, Stored& kind);

std::vector<std::string> names_of(const DeclaredDispositions& kind);
std::vector<std::string> names_of(const NoConcentration& kind);
std::vector<std::string> names_of(const ConstructionLimit& kind);
std::vector<std::string> names_of(const Handover& kind);
std::vector<std::string> names_of(const Quota& kind);
std::vector<std::string> names_of(const CountDue& kind);
std::vector<std::string> names_of(const CostShare& kind);
std::vector<std::string> names_of(const Stored& kind);

Result<Facts> read_facts(TomlTable& table, const Bodies& bodies, const DeclaredDispositions& kind);
Result<Facts> read_facts(TomlTable& table, const Bodies& bodies, const NoConcentration& kind);
Result<Facts> read_facts(TomlTable& table, const Bodies& bodies, const ConstructionLimit& kind);
Result<Facts> read_facts(TomlTable& table, const Bodies& bodies, const Handover& kind);
Result<Facts> read_facts(TomlTable& table, const Bodies& bodies, const Quota& kind);
Result<Facts> read_facts(TomlTable& table, const Bodies& bodies, const CountDue& kind);
Result<Facts> read_facts(TomlTable& table, const Bodies& bodies, const CostShare& kind);
Result<Facts> read_facts(TomlTable& table, const Bodies& bodies, const Stored& kind);

using Described = std::vector<std::pair<std::string, std::string>>;
Described described(const DeclaredDispositions& kind);
Described described(const NoConcentration& kind);
Described described(const ConstructionLimit& kind);
Described described(const Handover& kind);
Described described(const Quota& kind);
Described described(const CountDue& kind);
Described described(const CostShare& kind);
Described described(const Stored& kind);

/// What would make a finding of these good.
std::string cure_in(const DeclaredDispositions& kind);
std::string cure_in(const NoConcentration& kind);
std::string cure_in(const ConstructionLimit& kind);
std::string cure_in(const Handover& kind);
std::string cure_in(const Quota& kind);
std::string cure_in(const CountDue& kind);
std::string cure_in(const CostShare& kind);
std::string cure_in(const Stored& kind);

}  // namespace armistice
