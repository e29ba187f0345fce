// SPDX-License-Identifier: Apache-2.0
#include "record/kinds/note.h"

#include "base/limits.h"
#include "base/text.h"

namespace armistice {
Result<Note> read_note(const Json& body) {
  Fields fields = TRY(Fields::of_body(body));
  Note note;
  note.salt = fields.salt();
  note.language = TRY(fields.text("language", 8));
  if (!is_language(note.language)) {
    return Error{Errc::malformed, "language: two or three letters of ISO 639, such as en or ko"};
  }
  note.text = TRY(fields.text("text", limits::note_text_bytes_max));
  TRY(fields.closed());
  if (note.text.empty()) return Error{Errc::malformed, "text: a note says something"};
  return note;
}

Json to_json(const Note& note) {
  return Json::Object{{"salt", note.salt.text()}, {"language", note.language}, {"text", note.text}};
}

}  // namespace armistice
