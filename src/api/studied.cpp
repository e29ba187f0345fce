// SPDX-License-Identifier: Apache-2.0
#include "api/studied.h"

#include <fmt/format.h>

namespace armistice {

Result<void> stop_studied(Client& client, const Reporter& by, std::string_view text) {
  if (text.empty()) return {};
  Json asked = Json::Object{{"register", std::string("joint")}};
  if (!by.team.empty()) asked.add("team", by.team);
  if (!by.author.empty()) asked.add("as", by.author);
  asked.add("text", std::string(text));
  const Json found = TRY(client.ask("report screen", std::move(asked)));
  if (found.as_array()->empty()) return {};
  const Json& first = found.as_array()->front();
  return Error{Errc::usage,
               fmt::format("this speaks of “{}”, and {} ({}) lets no team study it: write it "
                           "otherwise, or hand it in with --anyway",
                           *first.find("word")->as_text(), *first.find("term")->as_text(),
                           *first.find("paragraph")->as_text())};
}

}  // namespace armistice
