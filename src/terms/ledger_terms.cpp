// SPDX-License-Identifier: Apache-2.0
#include "terms/ledger_terms.h"

#include "terms/limits.h"

namespace armistice {

Result<void> read(TomlTable& table, ShipmentReport& kind) {
  kind.by = TRY(some_names(table, "by"));
  kind.to = TRY(some_names(table, "to"));
  kind.within_hours = TRY(table.count("within_hours"));
  if (kind.within_hours > 24 * limits::duty_days_max) {
    return table.wrong("within_hours", fmt::format("is at most {}", 24 * limits::duty_days_max));
  }
  return {};
}

std::vector<std::string> names_of(const ShipmentReport& kind) {
  std::vector<std::string> all = kind.by;
  all.insert(all.end(), kind.to.begin(), kind.to.end());
  return all;
}

Result<Facts> read_facts(TomlTable& table, const Bodies&, const ShipmentReport&) {
  Duty duty;
  duty.effective = TRY(table.time("arrived"));
  if (table.has("done")) duty.done = TRY(table.time("done")).utc;
  duty.asked = TRY(table.time("asked")).utc;
  return duty;
}

std::vector<std::pair<std::string, std::string>> described(const ShipmentReport& kind) {
  return {{"by", fmt::format("{}", fmt::join(kind.by, ", "))},
          {"to", fmt::format("{}", fmt::join(kind.to, ", "))},
          {"within_hours", fmt::format("{}", kind.within_hours)}};
}

std::string cure_in(const ShipmentReport&) { return "its side's report, late as it is"; }

}  // namespace armistice
