// SPDX-License-Identifier: Apache-2.0
// From the library's request to ours. For listener.cpp and its fuzzer alone: it brings Boost.Beast.
#pragma once

#include <boost/beast/http.hpp>

#include "server/request.h"

namespace armistice {

/// Errors: `usage` (another method), those of parse_target.
Result<Request> read_http_head(const boost::beast::http::request_header<>& head);

}  // namespace armistice
