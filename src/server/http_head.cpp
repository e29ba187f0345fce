// SPDX-License-Identifier: Apache-2.0
#include "server/http_head.h"

namespace armistice {
namespace {

namespace beast = boost::beast;
namespace http = beast::http;

std::optional<Method> method_of(http::verb verb) {
  if (verb == http::verb::get) return Method::get;
  if (verb == http::verb::head) return Method::head;
  if (verb == http::verb::post) return Method::post;
  return std::nullopt;
}

template <typename Fields>
std::string header_of(const Fields& fields, std::string_view name) {
  const auto value = fields[beast::string_view(name.data(), name.size())];
  return {value.data(), value.size()};
}

}  // namespace

Result<Request> read_http_head(const http::request_header<>& head) {
  Request request;
  const auto method = method_of(head.method());
  if (!method) return Error{Errc::usage, "GET, HEAD and POST are answered here"};
  request.method = *method;
  const auto target = head.target();
  TRY(parse_target({target.data(), target.size()}, request));
  request.host = header_of(head, "Host");
  request.origin = header_of(head, "Origin");
  request.fetch_site = header_of(head, "Sec-Fetch-Site");
  request.token = header_of(head, "X-Armistice-Token");
  request.content_type = header_of(head, "Content-Type");
  return request;
}

}  // namespace armistice
