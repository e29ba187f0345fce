// SPDX-License-Identifier: Apache-2.0
// What is asked before a line is put under anything: whether it may stand in this register at all,
// and, where a side's own register is named, whether it says more than that side says. Before, and
// not at the register's door: there the words would have left, and a number would be used.
// Spec: api.md §14.
#pragma once

#include "api/client.h"

namespace armistice {

/// From where it is asked, the ways to the register that a body is for, and to the side's own.
struct BothRegisters {
  const Genesis& genesis;  // of the register that it is for
  AskNode shared;
  AskNode own;  // empty: none is named
};

/// What holds a body back from the lines of `names`: `{"stopped", "remarks"}` as OwnScreened has
/// them, both empty where no own register is named. The command line and the browser's desk ask
/// nothing else. Errors: `unsupported` (a kind of a side's own register, for another), those of
/// asking either register. `accepted` is the value of the proposal that the body accepts, where
/// that is not on record yet; else it is read there.
Result<Json> held_back(const BothRegisters& both, std::span<const std::string> names,
                       std::string_view kind, ByteView body,
                       std::optional<std::string> accepted = {});

/// Errors: those of held_back, so that what could not be asked is not signed; `usage` (it gives
/// away more than is released, or says what is not to be said), naming what is stopped and why.
Result<void> may_be_signed(Client& client, std::span<const std::string> names,
                           std::string_view kind, ByteView body,
                           std::optional<std::string> accepted = {});

/// A stop of an OwnScreened answer as a sentence.
std::string stop_sentence(const Json& stop);

}  // namespace armistice
