// SPDX-License-Identifier: Apache-2.0
#include "record/kinds/clock.h"

#include "base/limits.h"

namespace armistice {

Result<Clock> read_clock(const Json& body) {
  Fields fields = TRY(Fields::of_body(body));
  Clock clock{fields.salt(), TRY(fields.text("checkpoint", limits::checkpoint_bytes_max))};
  TRY(fields.closed());
  return clock;
}

Json to_json(const Clock& clock) {
  return Json::Object{{"salt", clock.salt.text()}, {"checkpoint", clock.checkpoint}};
}

}  // namespace armistice
