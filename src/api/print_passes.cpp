// SPDX-License-Identifier: Apache-2.0
#include "api/print_passes.h"

#include <fmt/format.h>

#include "api/print.h"

namespace armistice {
namespace {

std::string print_side(const Json& side) {
  const bool limited = !side.find("persons_max")->is_null();
  std::string out =
      fmt::format("{} in {}: {} authorized{}, ", text_in(side, "side"), text_in(side, "zone"),
                  or_dash(side.find("authorized")),
                  limited ? fmt::format(" of at most {} ({})", or_dash(side.find("persons_max")),
                                        text_in(side, "paragraph"))
                          : "");
  if (side.find("inside")->is_null()) return out + "no gate log\n";
  return out + fmt::format("{} inside as of {} (record {})\n", or_dash(side.find("inside")),
                           or_dash(side.find("inside_at")), or_dash(side.find("log")));
}

}  // namespace

std::string print_passes(const Json& answer) {
  std::string out = fmt::format("At {}\n", text_in(answer, "at"));
  for (const Json& side : list_in(answer, "sides")) out += print_side(side);
  const auto section = [&](std::string_view title, std::string_view key,
                           std::span<const std::string_view> keys) {
    out += print_titled(title, list_in(answer, key), keys);
  };
  constexpr std::array<std::string_view, 8> passes = {"index", "side", "number", "person",
                                                      "sort",  "arms", "from",   "to"};
  constexpr std::array<std::string_view, 10> logs = {
      "index", "gate", "side", "from", "to", "went_in", "went_out", "stated", "inside", "most"};
  constexpr std::array<std::string_view, 3> notices = {"index", "word", "detail"};
  constexpr std::array<std::string_view, 4> findings = {"index", "paragraph", "term", "because"};
  section("Passes in force", "passes", passes);
  section("Gate logs", "logs", logs);
  section("Noticed", "notices", notices);
  section("Findings", "findings", findings);
  return out;
}

}  // namespace armistice
