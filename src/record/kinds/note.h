// SPDX-License-Identifier: Apache-2.0
// note/1: free text. Spec: kinds/note.md.
#pragma once

#include <string>

#include "record/kinds/fields.h"

namespace armistice {

struct Note {
  static constexpr std::string_view kind = "note/1";
  Salt salt;
  std::string language;  // ISO 639, two or three letters
  std::string text;
  friend bool operator==(const Note&, const Note&) = default;
};

/// Errors: `malformed`, `too_large`.
Result<Note> read_note(const Json& body);
Json to_json(const Note& note);

}  // namespace armistice
