// SPDX-License-Identifier: Apache-2.0
// forwarding/1: a record is passed on: forwarded, translated, notified.
// Spec: kinds/forwarding.md.
#pragma once

#include "record/kinds/field_list.h"

namespace armistice {

enum class ForwardingStep : std::uint8_t { forwarded, translated, notified };
inline constexpr std::array<std::string_view, 3> forwarding_step_words = {"forwarded", "translated",
                                                                          "notified"};

struct Forwarding {
  static constexpr std::string_view kind = "forwarding/1";
  Salt salt;
  Digest case_id;
  Digest passed;  // the record passed on
  ForwardingStep step = ForwardingStep::forwarded;
  std::vector<std::string> to;
  std::string language;
  std::string text;  // the translation; or empty
  friend bool operator==(const Forwarding&, const Forwarding&) = default;
};

/// Errors: `malformed`, `too_large`, `out_of_range`.
Result<Forwarding> read_forwarding(const Json& body);
Json to_json(const Forwarding& forwarding);

}  // namespace armistice
