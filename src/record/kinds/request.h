// SPDX-License-Identifier: Apache-2.0
// request/1: we ask a commission to have this place looked at.
// Spec: kinds/request.md.
#pragma once

#include "record/kinds/field_list.h"

namespace armistice {

struct InspectionRequest {
  static constexpr std::string_view kind = "request/1";
  Salt salt;
  Digest case_id;
  std::string to;  // the commission asked
  std::int64_t latitude_e7 = 0;
  std::int64_t longitude_e7 = 0;
  std::string place;  // its name, as the requester calls it; or empty
  std::string text;
  friend bool operator==(const InspectionRequest&, const InspectionRequest&) = default;
};

/// Errors: `malformed`, `too_large`, `out_of_range`.
Result<InspectionRequest> read_request(const Json& body);
Json to_json(const InspectionRequest& request);

}  // namespace armistice
