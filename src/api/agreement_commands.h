// SPDX-License-Identifier: Apache-2.0
// The handlers of the table's commands about an agreement's folder. They run in the caller's
// process and need no node: who drafts an agreement has none yet.
#pragma once

#include "api/client.h"

namespace armistice {

/// Reads the folder and runs its cases, or holds one of its drafts to the document that it quotes.
/// What is wrong with either is part of the answer.
/// Errors: `not_found`, `too_large`, `io` (the folder itself, or a file named beside it).
Result<Json> agreement_check(Client& client, const Arguments& arguments);
std::string print_agreement_checked(const Json& answer);

/// Compares two agreements: folders, or files of a folder's drafts/. Errors: as agreement_check,
/// `malformed` (the first thing wrong with one of them).
Result<Json> agreement_compare(Client& client, const Arguments& arguments);
std::string print_agreement_compared(const Json& answer);

}  // namespace armistice
