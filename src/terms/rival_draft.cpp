// SPDX-License-Identifier: Apache-2.0
#include "terms/rival_draft.h"

#include "terms/has.h"

namespace armistice {
namespace {

Result<Paragraph> read_paragraph(TomlTable& table) {
  Paragraph paragraph;
  paragraph.place = table.place();
  paragraph.number = TRY(table.text("number"));
  if (!is_paragraph(paragraph.number)) return table.wrong("number", "is such as 13 or 13a");
  paragraph.text = TRY(table.text("text"));
  TRY(table.closed());
  return paragraph;
}

Result<TeamGroup> read_group(TomlTable& table) {
  TeamGroup group;
  group.name = TRY(table.name("name"));
  group.teams = TRY(table.names("teams"));
  TRY(table.closed());
  return group;
}

Result<BodyChange> read_body(TomlTable& table) {
  BodyChange body;
  body.name = TRY(table.name("name"));
  body.seats = TRY(read_seats(table));
  body.members = TRY(table.names_or_none("members"));
  TRY(table.closed());
  return body;
}

}  // namespace

bool RivalDraft::knows(std::string_view wanted) const {
  const auto is_it = [&](const Place& place) { return place.name == wanted; };
  return has(names, wanted) || std::any_of(places.begin(), places.end(), is_it);
}

Result<RivalDraft> read_rival_draft(std::string_view file, ByteView text) {
  const TomlValue document = TRY(parse_toml(file, text));
  TomlTable table(document, "file");
  RivalDraft draft;
  draft.name = TRY(table.name("name"));
  draft.title = TRY(table.text("title"));
  draft.by = TRY(table.name("by"));
  draft.source = TRY(table.text("source"));
  draft.leaves_out = TRY(table.names_or_none("leaves_out"));
  if (table.has("keeps")) draft.keeps = TRY(table.names("keeps"));
  draft.names = TRY(table.names_or_none("names"));
  for (TomlTable& one : TRY(table.tables_or_none("paragraph"))) {
    draft.paragraphs.push_back(TRY(read_paragraph(one)));
  }
  for (TomlTable& one : TRY(table.tables_or_none("teams"))) {
    draft.team_groups.push_back(TRY(read_group(one)));
  }
  for (TomlTable& one : TRY(table.tables_or_none("body"))) {
    draft.bodies.push_back(TRY(read_body(one)));
  }
  for (TomlTable& one : TRY(table.tables_or_none("place"))) {
    draft.places.push_back(TRY(read_place(std::move(one))));
  }
  for (TomlTable& one : TRY(table.tables_or_none("term"))) {
    draft.terms.push_back(TRY(read_term(std::move(one))));
  }
  TRY(table.closed());
  return draft;
}

}  // namespace armistice
