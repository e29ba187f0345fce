// SPDX-License-Identifier: Apache-2.0
// Admission: which entries count, judged by lines, roster, chain and clock alone and never by what
// is said. A pure function of the entries in order and of the open bodies of genesis, key and clock
// records, so that every node, and the browser, comes to the same verdicts. Spec: register.md §3.
//
// Two stages, so that the costly one can run on every core: check_entry() reads an entry and
// verifies its lines under a roster that may be a little old; Admission, on one thread and in
// register order, judges it and lets it act.
#pragma once

#include <memory>
#include <optional>
#include <set>

#include "base/json.h"
#include "record/kinds/clock.h"
#include "record/record.h"
#include "register/numbers.h"
#include "register/quorum.h"
#include "register/roster.h"

namespace armistice {

/// An entry as far as it can be judged by itself.
struct CheckedEntry {
  Result<Record> record;
  /// [line]: whether it verifies; nothing if the roster given did not know the key.
  std::vector<std::optional<bool>> verified;
};

/// Reads the entry and verifies its lines. Cost: about 50 µs a line.
CheckedEntry check_entry(Bytes entry, const Roster& roster);

/// What a record that was admitted did to roster or clock.
struct Effect {
  /// A key or clock record that does not act, and why.
  std::optional<Error> inert;
  /// The head that a clock record put on record.
  std::optional<Head> clock_head;
};

class Admission {
 public:
  /// Starts a circle from record 0, verifying it. Errors: `wrong_circle` (no genesis), those of
  /// parse_body, `digest_mismatch` (body), `wrong_signers`, `bad_signature`.
  static Result<Admission> start(const Record& record, ByteView body);

  /// The state as it stood after state_json() was taken. REQUIRES: the same genesis.
  Result<void> restore(const Json& state);
  /// Roster, chains, joint ids, withdrawals and clock at next(): canonical, so that digests of it
  /// can be compared. Cost: a few hundred bytes a key.
  Json state_json() const;

  const Digest& circle() const { return circle_; }
  const Genesis& genesis() const { return *genesis_; }
  /// Immutable; replaced when a key record acts.
  std::shared_ptr<const Roster> roster() const { return roster_; }
  /// The index that is judged next.
  LeafIndex next() const { return next_; }

  /// The verdict on the entry at next(); a register.md §3 error when it is not admissible.
  Result<void> judge(const CheckedEntry& entry) const;

  /// The verdict if all its lines verify: for entries whose lines were verified before. Errors:
  /// those of judge() but `bad_signature`.
  Result<void> judge_verified(const Record& record) const;

  /// Takes the entry at next() in. REQUIRES: judge(entry) is good. `body` is needed if
  /// is_register_kind(kind). Errors: `incomplete` (the body is missing: nothing changed).
  Result<Effect> admit(const Record& record, std::optional<ByteView> body);

  /// Passes over the void entry at next().
  void pass() { ++next_.value; }

  std::optional<UtcSeconds> clock() const { return clock_; }
  /// The clock plus the scenario's offset.
  std::optional<UtcSeconds> circle_time() const;
  /// The mode of the last head on record; nothing before the first.
  std::optional<Mode> mode() const { return mode_; }
  TreeSize clock_size() const { return clock_size_; }
  /// The numbers used by the key of a roster slot.
  const NumberSet& numbers(std::size_t slot) const;

 private:
  Admission(Digest circle, Genesis genesis);
  Result<const RosterKey*> signing_key(const Record& record, std::size_t line) const;
  Result<std::vector<const RosterKey*>> signing_keys(const Record& record) const;
  Result<void> judge_chain(const Record& record) const;
  Result<void> judge_joint(const Record& record) const;
  Result<void> act_key(const Record& record, const Key& key);
  Result<Head> act_clock(const Record& record, const Clock& clock);
  std::size_t slot_of(const Record& record) const;
  Result<void> restore_keys(const Json& state);
  Result<void> restore_joint(const Json& state);
  Result<void> restore_clock(const Json& state);

  Digest circle_;
  std::shared_ptr<const Genesis> genesis_;
  std::shared_ptr<const Roster> roster_;
  LeafIndex next_;
  std::vector<NumberSet> numbers_;  // [slot]
  std::set<Digest> joint_ids_;
  std::set<std::pair<Digest, std::string>> withdrawn_;  // draft, signer
  std::optional<UtcSeconds> clock_;
  std::optional<Mode> mode_;
  TreeSize clock_size_;
};

}  // namespace armistice
