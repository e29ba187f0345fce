// SPDX-License-Identifier: Apache-2.0
// Requests and answers as the routes see them. The HTTP library stays in listener.cpp.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/json.h"
#include "base/result.h"

namespace armistice {

enum class Method : std::uint8_t { get, head, post };

struct Request {
  Method method = Method::get;
  std::string path;                                        // decoded, without the query
  std::vector<std::pair<std::string, std::string>> query;  // decoded, in order
  std::string host;
  std::string origin;      // empty: none was sent
  std::string fetch_site;  // Sec-Fetch-Site
  std::string token;       // X-Armistice-Token
  std::string content_type;
  std::string body;

  /// Whether it goes by the path of `prefix` or below it.
  bool is_below(std::string_view prefix) const { return path.starts_with(prefix); }
};

struct Response {
  int status = 200;
  std::string content_type;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
};

/// Splits and decodes a request's target: a path of `/` and printable ASCII, `%hh` escapes, a query
/// of `name=value` pairs. No `..`, no empty name, no name twice, no control character after
/// decoding. Errors: `malformed`, `too_large` (over limits::http_target_bytes_max).
Result<void> parse_target(std::string_view target, Request& request);

Response json_response(const Json& json);
Response error_response(const Error& error);

/// The status of an error. Spec: api.md §2.
int status_of(Errc code);

}  // namespace armistice
