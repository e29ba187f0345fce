// SPDX-License-Identifier: Apache-2.0
#include "server/request.h"

#include <fmt/format.h>

#include "base/limits.h"
#include "base/text.h"

namespace armistice {
namespace {

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

Result<std::string> decode(std::string_view text, bool plus_is_space) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '%') {
      const int high = i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
      const int low = i + 2 < text.size() ? hex_value(text[i + 2]) : -1;
      if (high < 0 || low < 0) return Error{Errc::malformed, "a % is followed by two digits"};
      c = static_cast<char>(high * 16 + low);
      i += 2;
    } else if (c == '+' && plus_is_space) {
      c = ' ';
    } else if (static_cast<std::uint8_t>(c) <= 0x20 || static_cast<std::uint8_t>(c) >= 0x7f) {
      return Error{Errc::malformed, "a target is printable ASCII"};
    }
    if (static_cast<std::uint8_t>(c) < 0x20 || c == 0x7f) {
      return Error{Errc::malformed, "a target holds no control characters"};
    }
    out += c;
  }
  if (!is_utf8(out)) return Error{Errc::malformed, "a target decodes to UTF-8"};
  return out;
}

Result<void> parse_query(std::string_view query, Request& request) {
  for (const auto pair : split(query, '&')) {
    const auto equals = pair.find('=');
    if (equals == std::string_view::npos || equals == 0) {
      return Error{Errc::malformed, "a query is name=value, joined by &"};
    }
    std::string name = TRY(decode(pair.substr(0, equals), true));
    for (const auto& [seen, value] : request.query) {
      if (seen == name) return Error{Errc::malformed, name + " stands twice in the query"};
    }
    if (request.query.size() == limits::json_fields_max) {
      return Error{Errc::too_large, "too many names in the query"};
    }
    request.query.emplace_back(std::move(name), TRY(decode(pair.substr(equals + 1), true)));
  }
  return {};
}

}  // namespace

Result<void> parse_target(std::string_view target, Request& request) {
  if (target.size() > limits::http_target_bytes_max) {
    return Error{Errc::too_large,
                 fmt::format("a target of at most {} bytes", limits::http_target_bytes_max)};
  }
  const auto mark = target.find('?');
  request.path = TRY(decode(target.substr(0, mark), false));
  if (!request.path.starts_with('/')) return Error{Errc::malformed, "a path starts with a slash"};
  for (const auto part : split(request.path, '/')) {
    if (part == "." || part == "..") return Error{Errc::malformed, "a path does not climb"};
  }
  if (mark == std::string_view::npos) return {};
  return parse_query(target.substr(mark + 1), request);
}

int status_of(Errc code) {
  switch (code) {
    case Errc::forbidden:
      return 403;
    case Errc::not_found:
      return 404;
    case Errc::exists:
    case Errc::number_taken:
    case Errc::expired:
    case Errc::withdrawn:
    case Errc::inconsistent:
    case Errc::rolled_back:
      return 409;
    case Errc::too_large:
      return 413;
    case Errc::busy:
    case Errc::closed:
      return 503;
    case Errc::damaged:
    case Errc::io:
      return 500;
    case Errc::usage:
    case Errc::unsupported:
    case Errc::malformed:
    case Errc::out_of_range:
    case Errc::wrong_circle:
    case Errc::unknown_key:
    case Errc::wrong_signers:
    case Errc::bad_signature:
    case Errc::digest_mismatch:
    case Errc::proof_mismatch:
    case Errc::unquorate:
    case Errc::incomplete:
      return 400;
  }
  ASSERT(false);
}

Response json_response(const Json& json) {
  return {200, "application/json", {{"Cache-Control", "no-store"}}, to_text(json) + "\n"};
}

Response error_response(const Error& error) {
  Response response = json_response(
      Json::Object{{"error", Json::Object{{"code", errc_word(error.code)}, {"what", error.what}}}});
  response.status = status_of(error.code);
  return response;
}

}  // namespace armistice
