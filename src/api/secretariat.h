// SPDX-License-Identifier: Apache-2.0
// The secretariat of an exercise: on one machine it does what the parties' nodes do apart, cosigns
// heads after they were recomputed, and puts the cosigned heads on record as the register's clock.
// Not for two threads at once. Spec: register.md §5, §7; rules 13, 14.
#pragma once

#include <memory>

#include "api/keyring.h"
#include "register/cosigner.h"
#include "register/register.h"

namespace armistice {

class Secretariat {
 public:
  /// Opens with the cosigners' and the secretary's keys that are at hand; with none, every call
  /// answers `not_found`. Errors: `damaged`, `io`.
  static Result<std::unique_ptr<Secretariat>> open(Env& env, Register& reg, const Keyring& keyring);

  /// Recomputes everything up to the newest accepted head and has it cosigned by all parties whose
  /// keys are here. Errors: those of Cosigner::check and CosignerKey::sign, `not_found`.
  Result<Head> cosign();

  /// The same by one party alone. Errors: as cosign(); `not_found` (no key of that party here).
  Result<Head> cosign_as(std::string_view party);

  /// Whether a clock record is due: 256 records after the last, or 60 s while records arrive, or an
  /// hour when idle.
  bool clock_due() const;

  /// Puts the newest counted head on record, cosigned anew by the parties whose keys are here, so
  /// that the clock is as late as it can be. Errors: `not_found` (no counted head, or no key of the
  /// secretary), those of cosign() and Register::append.
  Result<Receipt> write_clock();

  /// Whether the accepted head is not yet cosigned.
  bool behind() const;

  std::uint64_t voids() const { return cosigner_->voids(); }

 private:
  Secretariat(Env& env, Register& reg) : env_(env), register_(reg) {}
  Result<Head> cosign_with(std::span<CosignerKey*> keys);

  Env& env_;
  Register& register_;
  std::unique_ptr<Cosigner> cosigner_;
  std::vector<CosignerKey> keys_;
  std::optional<Signer> secretary_;
  TreeSize cosigned_;
  std::int64_t clock_written_us_ = 0;  // monotonic
};

/// The time that a clerk writes now: circle time in the first civil offset of genesis.
CivilTime circle_now(Env& env, const Genesis& genesis);

/// A moment of the register's clock as circle time in the first civil offset of genesis.
CivilTime circle_time(const Genesis& genesis, UtcSeconds clock);

/// What a record written now has seen: the newest counted head. Errors: `io`, `damaged`.
Result<Seen> newest_seen(Register& reg);

}  // namespace armistice
