// SPDX-License-Identifier: Apache-2.0
// What an author does at its own desk: writes, signs, hands in, and checks the receipt against the
// circle's keys before it believes it. The handlers of the table's client commands about records.
#pragma once

#include "api/client.h"
#include "record/kinds/draft.h"

namespace armistice {

/// Signs a record by `name` with its key at hand and hands it in. A record of the same key that
/// still waits for its receipt is handed in first. Errors: `not_found` (key), `unknown_key` (not
/// enrolled), `busy`, those of Register::submit, `bad_signature` or `proof_mismatch` (a receipt
/// that does not hold).
Result<Json> write_record(Client& client, const std::string& name, const Body& body,
                          std::vector<Digest> refers);

/// A joint record as one desk writes it.
struct JointWriting {
  std::string organ;
  std::vector<std::string> signers;  // in order
  std::vector<std::string> at_hand;  // those of them whose keys are here
  std::string until;                 // empty: in an hour of circle time
  std::vector<Digest> refers;
  std::optional<Digest> case_id;  // where it is lodged as a draft while signatures are missing
};

/// The joint organ of the circle in which all of these sit; null: there is none.
Result<const Organ*> organ_with(Client& client, const std::vector<std::string>& names);

/// Signs a joint record with the keys at hand. With every line it is handed in; else it is lodged,
/// with the lines so far, as a draft by the first signer at hand. Errors: as write_record;
/// `wrong_signers` (nobody's key is at hand), `incomplete` (lines are missing, and no case).
Result<Json> write_joint(Client& client, const JointWriting& writing, const Body& body);

/// Signs a joint record that was lodged as a draft, and hands it in, or lodges it again. The caller
/// has read it. Errors: as write_joint, `digest_mismatch` (body).
Result<Json> sign_lodged(Client& client, const Draft& draft, const std::string& name);

// Handlers.
Result<Json> record_write(Client& client, const Arguments& arguments);
Result<Json> record_draft(Client& client, const Arguments& arguments);
Result<Json> record_sign(Client& client, const Arguments& arguments);
Result<Json> record_submit(Client& client, const Arguments& arguments);
Result<Json> retract(Client& client, const Arguments& arguments);
Result<Json> withdraw(Client& client, const Arguments& arguments);

}  // namespace armistice
