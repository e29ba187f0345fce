// SPDX-License-Identifier: Apache-2.0
#include "cli/http_access.h"

#include <fmt/format.h>

#include <boost/asio.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

#include "base/limits.h"

namespace armistice {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;

constexpr auto answer_within = std::chrono::seconds(600);  // `rebuild` of a large register
constexpr std::uint64_t answer_bytes_max = 256U << 20;
constexpr int version = 11;

std::string encoded(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '.' || c == '_';
    out += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<std::uint8_t>(c));
  }
  return out;
}

std::string query_of(const Json& arguments) {
  std::string query;
  for (const auto& [name, value] : *arguments.as_object()) {
    const std::string* text = value.as_text();
    query += fmt::format("{}{}={}", query.empty() ? "?" : "&", encoded(name),
                         encoded(text != nullptr ? *text : to_text(value)));
  }
  return query;
}

// What an answer says: its JSON, or the error in it.
Result<Json> read_answer(int status, const std::string& body) {
  auto parsed = parse_json(body, answer_bytes_max);
  // Not the record's fault: an error of its own would say that it is refused for good.
  if (!parsed.ok()) return Error{Errc::io, "the server's answer is no JSON"};
  Json json = *std::move(parsed);
  if (status == 200) return json;
  const Json* error = json.find("error");
  const Json* code = error == nullptr ? nullptr : error->find("code");
  const Json* what = error == nullptr ? nullptr : error->find("what");
  if (code == nullptr || what == nullptr || code->as_text() == nullptr ||
      what->as_text() == nullptr) {
    return Error{Errc::io, fmt::format("the server answers {}", status)};
  }
  return Error{errc_from_word(*code->as_text()).value_or(Errc::io), *what->as_text()};
}

class HttpAccess final : public NodeAccess {
 public:
  HttpAccess(std::uint16_t port, std::string token)
      : host_(fmt::format("127.0.0.1:{}", port)),
        endpoint_(asio::ip::address_v4::loopback(), port),
        token_(std::move(token)) {}

  // Whether somebody answers there.
  Result<void> probe() {
    TRY(exchange(http::verb::get, "/api/registers", "", ""));
    return {};
  }

  Result<Json> ask(const Command& command, const Json& arguments) override {
    std::string path = command.name();
    std::replace(path.begin(), path.end(), ' ', '/');
    if (command.runs == Runs::query) {
      return exchange(http::verb::get, "/api/" + path + query_of(arguments), "", "");
    }
    return exchange(http::verb::post, "/api/" + path, "application/json", to_text(arguments));
  }

  Result<Json> submit(const Submission& submission) override {
    return exchange(http::verb::post,
                    fmt::format("/api/record/submit?register={}", Node::register_name),
                    "application/octet-stream", to_bytes(submission));
  }

 private:
  Result<Json> exchange(http::verb verb, const std::string& target, std::string_view type,
                        std::string body) {
    asio::io_context io;
    beast::tcp_stream stream(io);
    http::request<http::string_body> request{verb, target, version};
    request.set(http::field::host, host_);
    request.keep_alive(false);
    if (verb == http::verb::post) {
      request.set("X-Armistice-Token", token_);
      request.set(http::field::content_type, type);
      request.body() = std::move(body);
      request.prepare_payload();
    }
    beast::flat_buffer buffer;
    http::response_parser<http::string_body> parser;
    parser.body_limit(answer_bytes_max);
    beast::error_code error;
    const auto keep = [&](beast::error_code ec, std::size_t = 0) { error = ec; };
    const auto step = [&](auto start) {
      stream.expires_after(answer_within);
      start();
      io.restart();
      io.run();
      return !error;
    };
    const bool done =
        step([&] { stream.async_connect(endpoint_, [&](beast::error_code ec) { keep(ec); }); }) &&
        step([&] { http::async_write(stream, request, keep); }) &&
        step([&] { http::async_read(stream, buffer, parser, keep); });
    if (!done) {
      const bool nobody = error == asio::error::connection_refused;
      return Error{nobody ? Errc::not_found : Errc::io,
                   fmt::format("{}: {}", host_, error.message())};
    }
    return read_answer(static_cast<int>(parser.get().result_int()), parser.get().body());
  }

  std::string host_;
  asio::ip::tcp::endpoint endpoint_;
  std::string token_;
};

}  // namespace

Result<std::unique_ptr<NodeAccess>> open_http_access(const Serving& serving) {
  auto access = std::make_unique<HttpAccess>(serving.port, serving.token);
  TRY(access->probe());
  return std::unique_ptr<NodeAccess>(std::move(access));
}

}  // namespace armistice
