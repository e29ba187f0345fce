// SPDX-License-Identifier: Apache-2.0
// Who may be in a zone, and who is: the part of the view of ground that folds passes and gate logs,
// and holds each against the number that a paragraph sets. Spec: views.md §7.
#pragma once

#include "views/ground/gate_book.h"
#include "views/judged.h"

namespace armistice {

class ZoneFold {
 public:
  explicit ZoneFold(const AgreementInForce& agreement) : agreement_(agreement) {}

  void take(const Pass& said, const Folded& entry, Irregularities& notices, Rows& rows);
  void take(const GateLog& said, const Folded& entry, Irregularities& notices, Rows& rows);
  void take_back(const Folded& entry, Rows& rows);

  Json save_passes() const { return passes_.save(); }
  Json save_gates() const { return gates_.save(); }
  /// Errors: `damaged`.
  Result<void> load(const Json& passes, const Json& gates);

 private:
  void check_zone(const std::string& zone, Irregularities& notices) const;
  bool may_grant(const Pass& said, const Folded& entry, Irregularities& notices) const;
  bool may_log(const GateLog& said, const Folded& entry, Irregularities& notices) const;
  void check_numbers(const Pass& said, Irregularities& notices) const;
  void check_entries(const GateLog& said, const ReckonedLog& log, Irregularities& notices) const;
  void judge(const Pass& said, const Folded& entry, Rows& rows) const;
  void judge(const GateLog& said, const Folded& entry, const ReckonedLog& log, Rows& rows) const;
  static void put_course(const ZoneOf& of, const std::vector<Inside>& course, Rows& rows);
  void put_count(const ZoneOf& of, Rows& rows) const;

  const AgreementInForce& agreement_;
  PassBook passes_;
  GateBook gates_;
};

}  // namespace armistice
