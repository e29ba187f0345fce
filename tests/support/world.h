// SPDX-License-Identifier: Apache-2.0
// The world outside a node: the authors, what they handed in, and every promise that they were
// given for it. It survives every crash of the node, and holds the node to its word afterwards.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "register/cosigner.h"
#include "register/register.h"
#include "support/circle.h"

namespace armistice::testing {

class World {
 public:
  explicit World(Path node = "/node");
  /// A world with the same memories and no node of its own yet.
  World(const World& other);

  const RegisterLayout layout;
  const Genesis genesis;
  const Submission genesis_record;
  const Digest circle;

  /// Starts the node: makes its register if there is none, and opens it.
  Result<std::unique_ptr<Register>> start(Env& env);

  /// Hands records in all at once, waits, and remembers the receipts. The first refusal is the
  /// answer; `io` or `closed` says that the node failed.
  Result<void> hand_in(Register& reg, const std::vector<Submission>& records);
  Result<void> hand_in(Register& reg, const Submission& record) {
    return hand_in(reg, std::vector{record});
  }

  /// All parties check the newest head, sign it, and hand their lines in.
  Result<void> cosign(Env& env, Register& reg);

  /// The secretary puts the newest counted head on record; a text that was written once is handed
  /// in again and not written anew.
  Result<void> put_clock(Register& reg, const std::string& which);

  /// The oracle: every promise is kept, no two heads differ at one size, every record handed in
  /// gets a receipt that holds. Reports through gtest.
  void check(Register& reg);

  /// A receipt that somebody else was given for a record.
  void was_promised(const Submission& record, const Receipt& receipt);

  struct Handed {
    Submission record;
    std::optional<Receipt> receipt;
  };
  const std::vector<Handed>& handed() const { return handed_; }
  std::size_t receipts() const;

  /// A head that somebody was shown. Reports a second root of one size through gtest.
  void saw_head(ByteView note);

 private:
  void check_receipt(Register& reg, const Handed& one);
  void check_resubmission(Register& reg);
  Handed& remember(const Submission& record);
  void check_stored_heads(Register& reg);

  std::vector<Handed> handed_;            // in the order in which they were handed in first
  std::map<Digest, std::size_t> places_;  // in handed_, by id
  std::map<std::uint64_t, Digest> roots_;
  std::map<std::string, Checkpoint> cosigned_;  // the last head that each party let a line out for
  std::vector<std::pair<std::string, Submission>> clocks_;
};

/// What three desks have to say: the enrolments of their keys by their roots, then their records in
/// turn. Signed once, always the same.
struct Desks {
  std::vector<Submission> enrolments;
  std::vector<Submission> records;
  Desks(const Digest& circle, int records_each);

  /// The records [first, last).
  std::vector<Submission> some(std::size_t first, std::size_t last) const {
    return {records.begin() + static_cast<std::ptrdiff_t>(first),
            records.begin() + static_cast<std::ptrdiff_t>(last)};
  }
};

}  // namespace armistice::testing
