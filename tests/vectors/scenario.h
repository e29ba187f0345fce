// SPDX-License-Identifier: Apache-2.0
// A history as admission reads it: entries in order, each with the verdict it must get. Verdicts
// and the state at the end are said by hand.
#pragma once

#include <string>
#include <vector>

#include "register/quorum.h"
#include "support/circle.h"
#include "vectors/vectors.h"

namespace armistice::vectors {

using testing::Author;

inline const std::vector<std::string> everybody = {"unc",         "kpa-cpv", "sweden",
                                                   "switzerland", "poland",  "czechoslovakia"};
inline const std::vector<std::string> one_side = {"kpa-cpv", "sweden", "switzerland", "poland"};

class Scenario {
 public:
  Scenario(std::string name, std::string why, Genesis genesis = testing::example_genesis());

  /// Puts an entry behind the last, with what must be said of it; its index.
  std::uint64_t admitted(const Submission& entry) { return put(entry, "admitted", {}); }
  std::uint64_t acts(const Submission& entry) { return put(entry, "admitted", true); }
  std::uint64_t inert(const Submission& entry) { return put(entry, "admitted", false); }
  std::uint64_t refused(const Submission& entry, Errc word);
  std::uint64_t refused(Bytes entry, Errc word) {
    return refused(Submission{std::move(entry), std::nullopt}, word);
  }

  /// An author with its chain. The first call makes it; it need not be enrolled.
  Author& author(const std::string& name);
  Author& root(const std::string& party) { return author(party + "/root"); }
  Author& secretary() { return author(genesis_.secretary.name); }
  /// The author says something, and it is admitted.
  Submission says(const std::string& name, const std::string& text);
  /// The root of its party enrols the author, and the record acts; it may author from the next
  /// index.
  void enrol(const std::string& name);
  /// The same, without anything being said of `from` at the end.
  Submission enrolment_of(const std::string& name);

  /// A clock record over the first `size` entries, cosigned by these at this time.
  Submission clock(std::uint64_t size, const std::vector<std::string>& parties, std::int64_t time);
  Submission clock(const Bytes& checkpoint);
  Submission joint(const std::vector<std::string>& signers, std::int64_t until,
                   const std::string& text, const std::string& organ = "joint/mac");

  std::uint64_t size() const { return leaves_.size(); }
  Checkpoint head(std::uint64_t size) const;
  const Genesis& genesis() const { return genesis_; }
  const Digest& circle() const { return circle_; }

  /// What stands at the end. Keys enrolled by enrol() are expected by themselves.
  void ends_with_clock(std::int64_t clock, Mode mode, std::uint64_t clock_size);
  void ends_with_key(const VerifierKey& key, std::uint64_t enrolled_at,
                     std::optional<std::uint64_t> from);

  VectorFile file() const;

 private:
  std::uint64_t put(const Submission& entry, std::string_view verdict, std::optional<bool> acts);

  std::string name_;
  std::string why_;
  Genesis genesis_;
  Submission first_;
  Digest circle_;
  std::map<std::string, Author> authors_;
  std::vector<Digest> leaves_;
  Json::Array entries_;
  std::map<std::uint64_t, Json> enrolled_;  // by the index of the key record
  Json clock_;
  Json mode_;
  std::uint64_t clock_size_ = 0;
};

/// The histories, by what they try.
std::vector<Scenario> chain_scenarios();
std::vector<Scenario> key_scenarios();
std::vector<Scenario> clock_scenarios();
std::vector<Scenario> joint_scenarios();

}  // namespace armistice::vectors
