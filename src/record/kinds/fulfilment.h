// SPDX-License-Identifier: Apache-2.0
// fulfilment/1: we have done what that term asks of us. Spec: kinds/fulfilment.md.
#pragma once

#include "record/kinds/field_list.h"

namespace armistice {

struct Fulfilment {
  static constexpr std::string_view kind = "fulfilment/1";
  Salt salt;
  std::string term;
  std::string occasion;  // the day of a duty that recurs, as `due` names it; empty: done once
  StatedTime at;         // when it was done, by its author's word
  std::string text;
  friend bool operator==(const Fulfilment&, const Fulfilment&) = default;
};

/// Errors: `malformed`, `too_large`, `out_of_range`.
Result<Fulfilment> read_fulfilment(const Json& body);
Json to_json(const Fulfilment& fulfilment);

}  // namespace armistice
