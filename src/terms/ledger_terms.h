// SPDX-License-Identifier: Apache-2.0
// Terms of ledger_kinds.h as an agreement's files say them, as far as term.cpp does not read them
// itself; see term_readers.h. Spec: agreement.md §4, §6.
#pragma once

#include "terms/term_readers.h"

namespace armistice {

/// Errors of all readers: `malformed`.
Result<void> read(TomlTable& table, ShipmentReport& kind);

std::vector<std::string> names_of(const ShipmentReport& kind);

/// `arrived` stands for the hour from which it is counted.
Result<Facts> read_facts(TomlTable& table, const Bodies& bodies, const ShipmentReport& kind);

std::vector<std::pair<std::string, std::string>> described(const ShipmentReport& kind);

/// What would make a finding of these good.
std::string cure_in(const ShipmentReport& kind);

}  // namespace armistice
