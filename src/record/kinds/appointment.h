// SPDX-License-Identifier: Apache-2.0
// appointment/1: this person takes a part in a body from then on.
// Spec: kinds/appointment.md.
#pragma once

#include "record/kinds/field_list.h"

namespace armistice {

/// What somebody is in a body.
enum class Part : std::uint8_t { member, alternate, assistant, officer, secretary };
inline constexpr std::array<std::string_view, 5> part_words = {"member", "alternate", "assistant",
                                                               "officer", "secretary"};

/// Of an officer, as 20, 23 and 40 tell them apart.
enum class Grade : std::uint8_t { general_or_flag, field, junior };
inline constexpr std::array<std::string_view, 3> grade_words = {"general_or_flag", "field",
                                                                "junior"};

struct Appointment {
  static constexpr std::string_view kind = "appointment/1";
  Salt salt;
  std::string body;  // or a team
  std::string seat;  // by whose name it signs
  Part part = Part::member;
  std::string person;
  std::string nationality;
  Grade grade = Grade::general_or_flag;
  std::string rank;
  StatedTime from;
  std::string replaces;  // whom; empty: nobody
  std::string text;
  friend bool operator==(const Appointment&, const Appointment&) = default;
};

/// Errors: `malformed`, `too_large`, `out_of_range`.
Result<Appointment> read_appointment(const Json& body);
Json to_json(const Appointment& appointment);

}  // namespace armistice
