// SPDX-License-Identifier: Apache-2.0
// arrangement-step/1: what became of an arrangement.
// Spec: kinds/arrangement-step.md.
#pragma once

#include "record/kinds/field_list.h"

namespace armistice {

enum class Arranged : std::uint8_t {
  granted,
  refused,
  received,
  done,
  not_done,
  certified,
  disputed
};
inline constexpr std::array<std::string_view, 7> arranged_words = {
    "granted", "refused", "received", "done", "not_done", "certified", "disputed"};

struct ArrangementStep {
  static constexpr std::string_view kind = "arrangement-step/1";
  Salt salt;
  Digest arrangement;
  Arranged step = Arranged::granted;
  StatedTime at;
  std::int64_t quantity = 0;
  std::optional<Digest> about;  // what came of it, such as the translation
  std::string text;
  friend bool operator==(const ArrangementStep&, const ArrangementStep&) = default;
};

/// Errors: `malformed`, `too_large`, `out_of_range`.
Result<ArrangementStep> read_arrangement_step(const Json& body);
Json to_json(const ArrangementStep& arrangement_step);

}  // namespace armistice
