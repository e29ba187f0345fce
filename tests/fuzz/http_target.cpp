// SPDX-License-Identifier: Apache-2.0
#include "http_target.h"

#include "base/limits.h"
#include "base/text.h"
#include "server/http_head.h"

namespace armistice::fuzz {

// Bytes as they come from a socket, through the same parser with the same limits.
void fuzz_http(ByteView bytes) {
  boost::beast::http::request_parser<boost::beast::http::string_body> parser;
  parser.header_limit(limits::http_head_bytes_max);
  parser.body_limit(limits::json_body_bytes_max);
  boost::beast::error_code error;
  parser.put(boost::asio::buffer(bytes.data(), bytes.size()), error);
  if (!parser.is_header_done()) return;
  const auto request = read_http_head(parser.get());
  if (!request.ok()) return;
  ASSERT(request->path.starts_with('/') && is_utf8(request->path));
  for (const auto part : split(request->path, '/')) ASSERT(part != "..");
}

}  // namespace armistice::fuzz
