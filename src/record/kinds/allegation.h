// SPDX-License-Identifier: Apache-2.0
// allegation/1: we say that a paragraph was broken. It opens a case, which bears its id.
// Spec: kinds/allegation.md.
#pragma once

#include "record/kinds/field_list.h"

namespace armistice {

struct Allegation {
  static constexpr std::string_view kind = "allegation/1";
  Salt salt;
  std::string term;               // of the agreement: `line.crossing`
  std::string paragraph;          // `7`
  std::optional<Digest> finding;  // that it rests on
  std::string against;            // a party; or empty: not known
  std::string text;
  friend bool operator==(const Allegation&, const Allegation&) = default;
};

/// Errors: `malformed`, `too_large`, `out_of_range`.
Result<Allegation> read_allegation(const Json& body);
Json to_json(const Allegation& allegation);

}  // namespace armistice
