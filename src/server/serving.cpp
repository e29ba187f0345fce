// SPDX-License-Identifier: Apache-2.0
#include "base/json.h"
#include "server/serve.h"

namespace armistice {

Result<Serving> read_serving(Env& env, const NodeLayout& layout) {
  const Json json = TRY(parse_json(TRY(env.read_file(layout.serving(), 4'096))).within("serving"));
  const Json* port = json.find("port");
  const Json* token = json.find("token");
  if (port == nullptr || port->as_integer() == nullptr || *port->as_integer() < 1 ||
      *port->as_integer() > 65'535 || token == nullptr || token->as_text() == nullptr) {
    return Error{Errc::malformed, layout.serving().string() + " cannot be read"};
  }
  return Serving{static_cast<std::uint16_t>(*port->as_integer()), *token->as_text()};
}

}  // namespace armistice
