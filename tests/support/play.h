// SPDX-License-Identifier: Apache-2.0
// Plays records through every view without register or signatures, under the shipped agreement: for
// tests of what views make of what is said.
#pragma once

#include "support/folding.h"
#include "views/view.h"

namespace armistice::testing {

/// The agreement of agreements/korea-1953 with its line compiled, as a node holds it.
const AgreementInForce& shipped_agreement();
/// The same of agreements/tarn-2031, the invented one.
const AgreementInForce& invented_agreement();

class Play final : public Past {
 public:
  /// Begins with genesis at the effective hour: circle time is the register's clock.
  explicit Play(const AgreementInForce& agreement = shipped_agreement());

  /// Folds one record of an author, or a joint one of an organ's signers; gives its id.
  Digest say(const std::string& author, const Body& body, std::vector<Digest> refers = {});
  Digest say_jointly(const std::string& organ, const std::vector<std::string>& signers,
                     const Body& body, std::vector<Digest> refers = {});
  /// Folds a prepared joint text, as when a draft is signed.
  void say_text(std::string_view text, const Body& body);
  /// A clock record that sets the clock.
  void clock(UtcSeconds to);

  /// As the records so far have amended it.
  const AgreementInForce& agreement() const { return agreement_; }
  LeafIndex next() const { return {records_.size()}; }
  UtcSeconds now() const { return clock_; }
  const RowKeeper& rows() const { return rows_; }
  /// A row's values as texts, from the table's row whose first value is `key`; empty: no such row.
  std::vector<std::string> row(const std::string& table, const Value& key) const;
  /// `term verdict` of each judgement on a record, under the reading in use.
  std::vector<std::string> verdicts_on(LeafIndex index) const;
  /// The words of a table of irregularities at an index.
  std::vector<std::string> noticed(const std::string& table, LeafIndex index) const;
  /// Saves every view and goes on with fresh ones that loaded what was saved.
  void restart();

  Result<std::optional<LeafIndex>> find(const Digest& id) override;
  Result<Record> record(LeafIndex index) override { return records_.at(index.value); }
  Result<Body> body(LeafIndex index) override { return bodies_.at(index.value); }
  Result<Digest> root_at(TreeSize) override { return Digest{}; }

 private:
  Header header_of(const Body& body, std::vector<Digest> refers);
  Digest fold(Header header, const Body& body, const std::string& text,
              std::optional<UtcSeconds> clock_set = std::nullopt);

  const AgreementInForce original_;
  AgreementInForce agreement_;  // amended by the records
  std::vector<std::unique_ptr<View>> views_;
  std::vector<Record> records_;
  std::vector<Body> bodies_;  // as open bodies are found again
  RowKeeper rows_;
  UtcSeconds clock_;
};

}  // namespace armistice::testing
