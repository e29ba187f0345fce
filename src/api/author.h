// SPDX-License-Identifier: Apache-2.0
// What an author does at its own desk: writes, signs, hands in, and checks the receipt against the
// circle's keys before it believes it. The handlers of the table's client commands about records.
#pragma once

#include "api/client.h"

namespace armistice {

/// Signs a record by `name` with its key at hand and hands it in. A record of the same key that
/// still waits for its receipt is handed in first. Errors: `not_found` (key), `unknown_key` (not
/// enrolled), `busy`, those of Register::submit, `bad_signature` or `proof_mismatch` (a receipt
/// that does not hold).
Result<Json> write_record(Client& client, const std::string& name, const Body& body,
                          std::vector<Digest> refers);

// Handlers.
Result<Json> record_write(Client& client, const Arguments& arguments);
Result<Json> record_draft(Client& client, const Arguments& arguments);
Result<Json> record_sign(Client& client, const Arguments& arguments);
Result<Json> record_submit(Client& client, const Arguments& arguments);
Result<Json> retract(Client& client, const Arguments& arguments);
Result<Json> withdraw(Client& client, const Arguments& arguments);

}  // namespace armistice
