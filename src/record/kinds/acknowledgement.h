// SPDX-License-Identifier: Apache-2.0
// acknowledgement/1: we have received what was passed on to us.
// Spec: kinds/acknowledgement.md.
#pragma once

#include "record/kinds/field_list.h"

namespace armistice {

struct Acknowledgement {
  static constexpr std::string_view kind = "acknowledgement/1";
  Salt salt;
  Digest case_id;
  Digest received;  // the forwarding
  std::string text;
  friend bool operator==(const Acknowledgement&, const Acknowledgement&) = default;
};

/// Errors: `malformed`, `too_large`, `out_of_range`.
Result<Acknowledgement> read_acknowledgement(const Json& body);
Json to_json(const Acknowledgement& acknowledgement);

}  // namespace armistice
