// SPDX-License-Identifier: Apache-2.0
// Reads a stretch of the register back and checks it on every core, handing the entries on in
// order. The cosigners, `verify`, `rebuild` and every start use this one way in.
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "base/env.h"
#include "record/kinds/body.h"
#include "register/admission.h"
#include "register/layout.h"
#include "register/store.h"

namespace armistice {

enum class BodyState : std::uint8_t {
  held,      // here, and it is what the text names
  withheld,  // sealed, and not here
  missing,   // open, and not here
  other,     // here, and not what the text names
};

struct Replayed {
  LeafIndex index;
  Digest leaf;
  CheckedEntry entry;          // lines verified only if asked
  std::optional<Errc> voided;  // the verdict on disk
  BodyState body_state = BodyState::missing;
  std::optional<Bytes> body;           // when held
  std::optional<Result<Body>> parsed;  // when held, open, of a known kind, and asked
};

struct ReplayOptions {
  bool verify_lines = true;
  bool parse_bodies = false;
  unsigned workers = 2;
};

/// Hands the entries [first, last) to `take` in order, on the calling thread, until it fails.
/// `roster`, asked on the calling thread, gives the newest roster known.
/// REQUIRES: nobody else uses `store` meanwhile.
/// Errors: `damaged` (an entry that is missing), `io`, and what `take` returns.
Result<void> replay(Env& env, const RegisterLayout& layout, Store& store, LeafIndex first,
                    LeafIndex last, const ReplayOptions& options,
                    const std::function<std::shared_ptr<const Roster>()>& roster,
                    const std::function<Result<void>(const Replayed&)>& take);

/// Reads record 0 and starts admission from it. Errors: those of Admission::start, `not_found`,
/// `incomplete` (its body is missing).
Result<Admission> start_admission(Env& env, const RegisterLayout& layout, Store& store);

/// Looks at an entry that admission has taken in or passed over.
using Look = std::function<Result<void>(const Replayed&, const Admission&)>;

/// Brings admission up to `size`, from the newest saved state that can be read, and verifying what
/// came after it. Errors: as replay(), `incomplete`, `damaged` (a verdict other than written down),
/// and what `look` returns.
Result<Admission> load_admission(Env& env, const RegisterLayout& layout, Store& store,
                                 TreeSize size, const Look& look = {});

}  // namespace armistice
