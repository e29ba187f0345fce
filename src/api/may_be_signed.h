// SPDX-License-Identifier: Apache-2.0
// What is asked before a line is put under anything: whether it may stand in this register at all,
// and, where a side's own register is named, whether it says more than that side says. Before, and
// not at the register's door: there the words would have left, and a number would be used.
// Spec: api.md §14.
#pragma once

#include "api/client.h"

namespace armistice {

/// Errors: `unsupported` (a kind of a side's own register, for another), `usage` (it gives away
/// more than is released, or says what is not to be said), naming what is stopped and why; those of
/// asking the own register, if one is named: what could not be asked is not signed. `accepted` is
/// the value of the proposal that the body accepts, where that is not on record yet; else it is
/// read there.
Result<void> may_be_signed(Client& client, std::span<const std::string> names,
                           std::string_view kind, ByteView body,
                           std::optional<std::string> accepted = {});

/// A stop of an OwnScreened answer as a sentence.
std::string stop_sentence(const Json& stop);

}  // namespace armistice
