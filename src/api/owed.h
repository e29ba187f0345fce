// SPDX-License-Identifier: Apache-2.0
// What has begun and must follow: a team that was asked for and is not sent, a report not passed
// on, those not told of a determination (42f, 47, 29), a shipment that was seen and is not reported
// (13d). Rows of docket and movements as answers. Spec: api.md §9.
#pragma once

#include "api/node.h"

namespace armistice {

/// Which of it is asked for.
struct OwedSpan {
  std::int64_t first_utc = 0;  // circle time: due at this second or later
  std::int64_t end_utc = 0;    // and before this one
  bool all_readings = false;
};

/// Rows of the shape DueOwed by their hour, at most limits::page_rows_max of each view, the oldest
/// first. Errors: those of the database.
Result<Json> owed_rows(Node& node, const OwedSpan& span);

}  // namespace armistice
