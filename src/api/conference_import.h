// SPDX-License-Identifier: Apache-2.0
// A file of facts of a conference, put on record fact by fact, each signed by a key at hand: for
// the papers of a conference that went on before there was a register. Spec: api.md §13.
#pragma once

#include "api/client.h"
#include "record/kinds/body.h"

namespace armistice {

/// What a fact would put on record, and where it stands in its file.
struct PlacedBody {
  std::string place;
  Body body;
  std::optional<std::string> accepted;  // the value of the proposal of the file that it accepts
};

/// What a file of facts would put on record, in the order in which it would be written; ids that
/// are known only then are left out. Errors: of the file, as conference_import.
Result<std::vector<PlacedBody>> conference_bodies(const std::string& name, ByteView text);

/// Reads `file`, whole, before anything is written; then writes its sittings, agendas, statements,
/// answers, proposals and agreed points as `as`; what is agreed is signed by all of its `signers`
/// together. Where a side's own register is named, all of it is held against that first. Errors: of
/// the file `malformed` with line and column, naming a key that is not there;
/// those of write_record and write_joint. A file that was begun and broke off is gone on with by
/// hand: what stands, stands.
Result<Json> conference_import(Client& client, const Arguments& arguments);

}  // namespace armistice
