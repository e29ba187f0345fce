// SPDX-License-Identifier: Apache-2.0
#include "record/kinds/withdrawal.h"

#include "base/limits.h"

namespace armistice {

Result<Withdrawal> read_withdrawal(const Json& body) {
  Fields fields = TRY(Fields::of_body(body));
  Withdrawal withdrawal{fields.salt(), TRY(fields.text("reason", limits::reason_bytes_max))};
  TRY(fields.closed());
  return withdrawal;
}

Json to_json(const Withdrawal& withdrawal) {
  return Json::Object{{"salt", withdrawal.salt.text()}, {"reason", withdrawal.reason}};
}

}  // namespace armistice
