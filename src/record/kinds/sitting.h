// SPDX-License-Identifier: Apache-2.0
// sitting/1: the conference met, there and then, and these were present.
// Spec: kinds/sitting.md.
#pragma once

#include "record/kinds/field_list.h"

namespace armistice {

/// How a sitting ended, as far as its author says.
enum class SittingEnd : std::uint8_t { goes_on, adjourned, recessed, suspended, broken_off };
inline constexpr std::array<std::string_view, 5> sitting_end_words = {
    "goes_on", "adjourned", "recessed", "suspended", "broken_off"};

/// What became of people whom somebody brings or wants there.
enum class Admitted : std::uint8_t { present, offered, accepted, declined };
inline constexpr std::array<std::string_view, 4> admitted_words = {"present", "offered", "accepted",
                                                                   "declined"};

struct PersonsPresent {
  std::string side;
  std::string person;  // empty: so many of the role
  std::string role;    // `senior delegate`, `correspondent`
  std::int64_t number = 1;
  Admitted standing = Admitted::present;
  friend bool operator==(const PersonsPresent&, const PersonsPresent&) = default;
};

struct Sitting {
  static constexpr std::string_view kind = "sitting/1";
  Salt salt;
  std::string forum;  // `plenary`, `liaison-officers`
  std::int64_t number = 0;
  std::string place;
  StatedTime opened;
  StatedTime closed;  // when it opened, while it goes on
  SittingEnd end = SittingEnd::adjourned;
  std::vector<PersonsPresent> present;
  std::string resumes;     // when the next is to be; empty: not said
  std::string conditions;  // on which; empty: none
  std::string source;      // document, and place in it
  std::string text;
  friend bool operator==(const Sitting&, const Sitting&) = default;
};

/// Errors: `malformed`, `too_large`, `out_of_range`.
Result<Sitting> read_sitting(const Json& body);
Json to_json(const Sitting& sitting);

}  // namespace armistice
