// SPDX-License-Identifier: Apache-2.0
// agenda/1: what a side wants to be discussed, in its own numbering.
// Spec: kinds/agenda.md.
#pragma once

#include "record/kinds/field_list.h"

namespace armistice {

struct AgendaItem {
  std::int64_t number = 0;  // the side's own
  std::string issue;        // one name for both sides
  std::string wording;
  friend bool operator==(const AgendaItem&, const AgendaItem&) = default;
};

struct Agenda {
  static constexpr std::string_view kind = "agenda/1";
  Salt salt;
  std::string side;
  std::int64_t version = 0;
  StatedDay day;
  std::vector<AgendaItem> items;
  std::string source;  // document, and place in it
  std::string text;
  friend bool operator==(const Agenda&, const Agenda&) = default;
};

/// Errors: `malformed`, `too_large`, `out_of_range`.
Result<Agenda> read_agenda(const Json& body);
Json to_json(const Agenda& agenda);

}  // namespace armistice
