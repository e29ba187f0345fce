// SPDX-License-Identifier: Apache-2.0
#include "server/guard.h"

#include <fmt/format.h>

#include "base/bytes.h"

namespace armistice {

Guard::Guard(Env& env, std::uint16_t port)
    : address_(fmt::format("http://127.0.0.1:{}", port)),
      hosts_{fmt::format("127.0.0.1:{}", port), fmt::format("localhost:{}", port)} {
  std::array<std::uint8_t, 24> bytes{};
  env.fill_random(bytes);
  token_ = to_hex({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

Result<void> Guard::admit(const Request& request) const {
  const auto ours = [&](std::string_view host) { return host == hosts_[0] || host == hosts_[1]; };
  // A name that somebody's DNS points at loopback would otherwise read this server.
  if (!ours(request.host)) {
    return Error{Errc::forbidden, "Host is not the address that this server listens on"};
  }
  constexpr std::string_view scheme = "http://";
  if (!request.origin.empty() && (!request.origin.starts_with(scheme) ||
                                  !ours(std::string_view(request.origin).substr(scheme.size())))) {
    return Error{Errc::forbidden, "Origin is another site"};
  }
  if (!request.fetch_site.empty() && request.fetch_site != "same-origin" &&
      request.fetch_site != "none") {
    return Error{Errc::forbidden, "the request comes from another site"};
  }
  if (request.method == Method::post && !equal_constant_time(request.token, token_)) {
    return Error{Errc::forbidden, "X-Armistice-Token is not that of this start; reload the page"};
  }
  return {};
}

}  // namespace armistice
