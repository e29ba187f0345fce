// SPDX-License-Identifier: Apache-2.0
// The same records through HTTP, to a server that is another process, over connections that stay
// open. Client and server share the two cores.
//   bench_http make FOLDER          a node with the writers enrolled
//   bench_http load FOLDER RECORDS  hands them in to the server that serves FOLDER
#include <fmt/format.h>

#include <boost/asio.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

#include "corpus.h"
#include "measure.h"
#include "server/serve.h"

namespace armistice::bench {
namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;

constexpr std::size_t keys = 64;
constexpr std::size_t connections = 128;

struct Load {
  std::vector<std::string> requests;  // whole, as they go over the wire
  std::vector<std::int64_t> times_us;
  std::size_t next = 0;
};

std::string request_of(const Submission& record, const Serving& serving) {
  const Bytes body = to_bytes(record);
  return fmt::format(
             "POST /api/record/submit?register=joint HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n"
             "X-Armistice-Token: {}\r\nContent-Type: application/octet-stream\r\n"
             "Content-Length: {}\r\n\r\n",
             serving.port, serving.token, body.size()) +
         body;
}

asio::awaitable<void> converse(Load& load, std::uint16_t port) {
  boost::beast::tcp_stream stream(co_await asio::this_coro::executor);
  co_await stream.async_connect(asio::ip::tcp::endpoint(asio::ip::address_v4::loopback(), port),
                                asio::use_awaitable);
  stream.socket().set_option(asio::ip::tcp::no_delay(true));
  boost::beast::flat_buffer buffer;
  while (load.next < load.requests.size()) {
    const std::size_t i = load.next++;
    const std::int64_t sent_us = now_us();
    co_await asio::async_write(stream, asio::buffer(load.requests[i]), asio::use_awaitable);
    http::response<http::string_body> answer;
    co_await http::async_read(stream, buffer, answer, asio::use_awaitable);
    if (answer.result() != http::status::ok) {
      fmt::print(stderr, "bench: {}\n", answer.body());
      std::exit(1);
    }
    load.times_us[i] = now_us() - sent_us;
  }
}

int run_load(const Path& data, std::size_t count) {
  const auto serving = read_serving(real_env(), {data});
  if (!serving.ok()) {
    fmt::print(stderr, "bench: {}\n", serving.error().text());
    return 1;
  }
  Corpus corpus = load_corpus(real_env(), data, keys);
  Load load;
  for (const Submission& record : next_records(corpus, count)) {
    load.requests.push_back(request_of(record, *serving));
  }
  load.times_us.resize(count);
  const std::int64_t started_us = now_us();
  asio::io_context io(1);
  for (std::size_t i = 0; i < connections; ++i) {
    asio::co_spawn(io, converse(load, serving->port), asio::detached);
  }
  io.run();
  const double seconds = static_cast<double>(now_us() - started_us) / 1e6;
  const double per_s = static_cast<double>(count) / seconds;
  const Quantiles to_receipt = quantiles(load.times_us);
  print("HTTP, 128 connections", per_s, "/s", fmt::format("aim 5000: {:.2f} times", per_s / 5'000));
  print("HTTP, p50 to a receipt", to_receipt.p50_ms, "ms");
  print("HTTP, p99 to a receipt", to_receipt.p99_ms, "ms");
  return 0;
}

}  // namespace
}  // namespace armistice::bench

int main(int count, char** words) {
  const std::string_view verb = count > 1 ? words[1] : "";
  if (verb == "make" && count == 3) {
    armistice::bench::make_corpus(armistice::real_env(), words[2], armistice::bench::keys);
    return 0;
  }
  if (verb == "load" && count == 4)
    return armistice::bench::run_load(words[2], std::stoul(words[3]));
  fmt::print(stderr, "bench_http make FOLDER | load FOLDER RECORDS\n");
  return 2;
}
