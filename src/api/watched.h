// SPDX-License-Identifier: Apache-2.0
// A file of fixes as `watch` judges it: what the arguments say, the answer as JSON, and each event
// as the observation that somebody may sign. Nothing here reads a clock or signs. Spec: ground.md
// §5 to §7, api.md §6, §7.
#pragma once

#include <string>

#include "api/command.h"
#include "record/kinds/observation.h"
#include "register/layout.h"
#include "track/fix_reader.h"
#include "track/watch.h"

namespace armistice {

/// Fixes as read, the ground they were judged against, and what happened.
struct WatchedFixes {
  Ground ground;
  std::string source;  // where line or zones come from
  FixFile file;
  Watched watched;
};

/// How the file is to be read: `columns`, `offset`, `uncertainty`. Errors: `usage`.
Result<FixFormat> fix_format(const Arguments& arguments);

/// What is a gap and what a halt: `gap`, `halt`, in seconds. Errors: `usage`.
Result<WatchRules> watch_rules(const Arguments& arguments);

/// The line of the agreement on record, from the node's own bodies. Errors: `incomplete`,
/// `not_found` (the agreement has no line), those of Ground::read_line.
Result<Ground> read_line_on_record(Env& env, const RegisterLayout& layout, const Digest& agreement);

/// The shape `Watched`.
Json watched_json(const WatchedFixes& from);

/// An event as an observation, with the fixes it rests on, thinned evenly if there are more than a
/// record holds; whose it is and who claims that, as the fixes have it. Salt and `text` are left to
/// whoever signs it, and `claimed_by` where the fixes name nobody. REQUIRES: the event is
/// one of `from`. Errors: `not_found` (no fix).
Result<Observation> observation_of(const WatchedFixes& from, const Event& event);

}  // namespace armistice
