// SPDX-License-Identifier: Apache-2.0
// Whether a body may be signed at this node's desk, by the side's own register that the node was
// told of. The answer is yes or no: whoever reads it at the desk reads nothing of that register.
#include "api/may_be_signed.h"
#include "api/queries.h"

namespace armistice {
namespace {

// An error of the own register could quote it, so that none of its words is passed on.
AskNode without_words(const AskNode& ask_own) {
  return [&ask_own](std::string_view command, const Json& arguments) -> Result<Json> {
    Result<Json> answer = ask_own(command, arguments);
    if (answer.ok()) return answer;
    const bool busy = answer.error().code == Errc::busy;
    return Error{busy ? Errc::busy : Errc::io, "the side's own register could not be asked"};
  };
}

}  // namespace

Result<Json> record_screen(Node& node, const Arguments& arguments) {
  if (!node.ask_own()) {
    return Error{Errc::unsupported, "nothing is held against a side's own register here"};
  }
  const auto shared = [&](std::string_view name, const Json& asked) -> Result<Json> {
    const Command* command = find_command(name);
    ASSERT(command != nullptr);
    return run_in_node(*command, node, asked);
  };
  const std::string kind = arguments.text("kind");
  const std::string body = arguments.text("body");
  TRY(parse_body(kind, body).within("body"));
  const BothRegisters both{node.genesis(), shared, without_words(node.ask_own())};
  const Json held = TRY(held_back(both, arguments.list("as"), kind, body));
  return Json::Object{{"may_be_signed", held.find("stopped")->as_array()->empty()}};
}

}  // namespace armistice
