// SPDX-License-Identifier: Apache-2.0
// agenda-answer/1: what a side says to a point of an agenda.
// Spec: kinds/agenda-answer.md.
#pragma once

#include "record/kinds/field_list.h"

namespace armistice {

enum class PointAnswer : std::uint8_t {
  accepted,
  refused,
  reserved,
  postponed,
  beyond_mandate,  // referred upward
  withdrawn,       // by the side that proposed it
};
inline constexpr std::array<std::string_view, 6> point_answer_words = {
    "accepted", "refused", "reserved", "postponed", "beyond_mandate", "withdrawn"};

struct AgendaAnswer {
  static constexpr std::string_view kind = "agenda-answer/1";
  Salt salt;
  Digest agenda;
  std::int64_t number = 0;  // of its item
  std::string side;         // who answers
  PointAnswer answer = PointAnswer::accepted;
  StatedDay day;
  std::string referred_to;  // empty: to nobody
  std::string source;       // document, and place in it
  std::string text;
  friend bool operator==(const AgendaAnswer&, const AgendaAnswer&) = default;
};

/// Errors: `malformed`, `too_large`, `out_of_range`.
Result<AgendaAnswer> read_agenda_answer(const Json& body);
Json to_json(const AgendaAnswer& agenda_answer);

}  // namespace armistice
