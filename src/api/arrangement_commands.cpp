// SPDX-License-Identifier: Apache-2.0
#include "api/arrangement_commands.h"

#include "api/keyed.h"
#include "base/text.h"

namespace armistice {
namespace {

// The record that an argument names, if it is given.
Result<std::optional<Digest>> id_if_given(Client& client, const Arguments& arguments,
                                          std::string_view key) {
  if (!arguments.has(key)) return std::optional<Digest>();
  return std::optional<Digest>(TRY(id_of(client, arguments, key)));
}

}  // namespace

Result<Json> arrange_ask(Client& client, const Arguments& arguments) {
  Arrangement body;
  body.salt = Salt::generate(client.env());
  body.sort = arguments.text("sort");
  body.number = arguments.text("number");
  body.by = arguments.text("by", std::string(party_of(arguments.text("as"))));
  body.to = arguments.list("to");
  body.about = TRY(id_if_given(client, arguments, "about"));
  body.place = arguments.text("place");
  body.from = TRY(time_in(client, arguments, "from"));
  const bool has_end = arguments.has("until");
  body.until = has_end ? TRY(time_in(client, arguments, "until")) : body.from;
  body.quantity = arguments.integer("quantity", 0);
  body.unit = arguments.text("unit");
  body.language = arguments.text("language");
  body.text = arguments.text("text");
  std::vector<Digest> refers;
  if (body.about) refers.push_back(*body.about);
  return write_checked(client, arguments, body, std::move(refers));
}

Result<Json> arrange_answer(Client& client, const Arguments& arguments) {
  ArrangementStep body;
  body.salt = Salt::generate(client.env());
  body.arrangement = TRY(id_of(client, arguments, "arrangement"));
  body.step = TRY(word_of<Arranged>("step", arguments.text("step"), arranged_words));
  body.at = TRY(time_in(client, arguments, "at"));
  body.quantity = arguments.integer("quantity", 0);
  body.about = TRY(id_if_given(client, arguments, "about"));
  body.text = arguments.text("text");
  std::vector<Digest> refers = {body.arrangement};
  if (body.about && *body.about != body.arrangement) refers.push_back(*body.about);
  std::sort(refers.begin(), refers.end());  // as a record's text lists them
  return write_checked(client, arguments, body, std::move(refers));
}

}  // namespace armistice
