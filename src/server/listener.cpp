// SPDX-License-Identifier: Apache-2.0
// The one file that knows Boost.Beast: it reads requests, writes answers, and keeps streams of the
// feed alive. Everything it decides by itself is a limit or a time.
#include <fmt/format.h>

#include <boost/asio.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

#include "base/limits.h"
#include "server/capacity.h"
#include "server/http_head.h"
#include "server/routes.h"
#include "server/serve.h"

namespace armistice {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using Tcp = asio::ip::tcp;
using Stream = beast::tcp_stream;
using Parser = http::request_parser<http::string_body>;

constexpr std::size_t io_threads = 2;
constexpr std::size_t blocking_threads = 4;
constexpr auto accept_pause = std::chrono::milliseconds(100);
constexpr auto linger_max = std::chrono::seconds(1);
constexpr auto idle_max = std::chrono::seconds(limits::http_idle_s);
constexpr auto feed_quiet_max = std::chrono::seconds(15);
constexpr auto no_throw = asio::as_tuple(asio::use_awaitable);

template <typename Body>
http::response<Body> head_of(const Response& response, bool keep_alive) {
  http::response<Body> out{static_cast<http::status>(response.status), 11};
  out.keep_alive(keep_alive);
  out.set(http::field::content_type, response.content_type);
  for (const auto& [name, value] : response.headers) out.set(name, value);
  return out;
}

http::response<http::string_body> to_http(Response response, bool keep_alive, bool head_only) {
  auto out = head_of<http::string_body>(response, keep_alive);
  out.content_length(response.body.size());
  if (!head_only) out.body() = std::move(response.body);
  return out;
}

// The streams of the feed, each woken when the state has changed.
class Feed {
 public:
  explicit Feed(Node& node) : node_(node) {
    listener_ = node_.listen([this](const NodeState& state) { publish(state); });
    publish(node_.state());
  }
  ~Feed() { node_.unlisten(listener_); }

  using Timer = std::shared_ptr<asio::steady_timer>;

  bool join(const Timer& timer) {
    const std::lock_guard lock(mutex_);
    if (timers_.size() >= limits::feed_streams_max) return false;
    timers_.insert(timer);
    return true;
  }
  void leave(const Timer& timer) {
    const std::lock_guard lock(mutex_);
    timers_.erase(timer);
  }
  std::string event() {
    const std::lock_guard lock(mutex_);
    return event_;
  }

 private:
  void publish(const NodeState& state) {
    const std::lock_guard lock(mutex_);
    event_ = Routes::feed_event(state);
    for (const Timer& timer : timers_) {
      asio::post(timer->get_executor(), [timer] { timer->cancel(); });
    }
  }

  Node& node_;
  std::size_t listener_ = 0;
  std::mutex mutex_;
  std::string event_;
  std::set<Timer> timers_;
};

class Server {
 public:
  /// The rooms outlive what runs: a connection that is cut off by the end gives its part back.
  Server(Node& node, const Guard& guard, Room& connections, Room& bodies)
      : node_(node),
        routes_(node, guard),
        feed_(node),
        blocking_(blocking_threads),
        connections_(connections),
        bodies_(bodies) {}

  Result<void> run(Tcp::acceptor acceptor, asio::io_context& io) {
    asio::co_spawn(io, accept(std::move(acceptor)), asio::detached);
    asio::signal_set signals(io, SIGINT, SIGTERM);
    signals.async_wait([&](const auto&, int) { io.stop(); });
    std::vector<std::jthread> threads;
    for (std::size_t i = 1; i < io_threads; ++i) threads.emplace_back([&] { io.run(); });
    io.run();
    threads.clear();
    blocking_.join();
    // The writer answers from its own thread: let it finish before what it answers to goes away.
    while (due_ > 0) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    return {};
  }

 private:
  asio::awaitable<void> accept(Tcp::acceptor acceptor) {
    asio::steady_timer pause(acceptor.get_executor());
    while (true) {
      auto [error, socket] =
          co_await acceptor.async_accept(asio::make_strand(acceptor.get_executor()), no_throw);
      if (error) {
        node_.trouble(Error{Errc::io, error.message()}.within("server: accept"));
        // What waits still waits, and would be tried again without a rest.
        pause.expires_after(accept_pause);
        co_await pause.async_wait(no_throw);
        continue;
      }
      auto place = connections_.take(1);
      if (!place) continue;        // the socket closes: come again
      beast::error_code no_delay;  // without it answers are only slower
      if (socket.set_option(Tcp::no_delay(true), no_delay)) no_delay.clear();
      const auto executor = socket.get_executor();
      asio::co_spawn(executor, converse(Stream(std::move(socket)), *std::move(place)),
                     asio::detached);
    }
  }

  asio::awaitable<void> converse(Stream stream, Room::Share) {
    beast::flat_buffer buffer(limits::http_head_bytes_max + 65'536);
    while (co_await exchange(stream, buffer)) {
    }
    beast::error_code gone;
    if (stream.socket().shutdown(Tcp::socket::shutdown_send, gone)) co_return;
    // Who was refused and still sends would be told so by a reset, which can overtake the answer.
    stream.expires_after(linger_max);
    while (true) {
      buffer.clear();
      const auto [error, bytes] =
          co_await stream.async_read_some(buffer.prepare(limits::http_head_bytes_max), no_throw);
      if (error) co_return;
    }
  }

  // One request and its answer; false when the connection is done.
  asio::awaitable<bool> exchange(Stream& stream, beast::flat_buffer& buffer) {
    Parser parser;
    parser.header_limit(limits::http_head_bytes_max);
    parser.body_limit(boost::none);
    stream.expires_after(idle_max);
    const auto [head_error, head_bytes] =
        co_await http::async_read_header(stream, buffer, parser, no_throw);
    if (head_error == http::error::end_of_stream || head_error == beast::error::timeout) {
      co_return false;
    }
    if (head_error == http::error::header_limit) {
      co_return co_await refuse(stream, Errc::too_large, "the request's head is too large");
    }
    if (head_error) co_return co_await refuse(stream, Errc::malformed, "not an HTTP request");
    auto request = read_http_head(parser.get());
    if (!request.ok()) co_return co_await refuse(stream, request.error());
    const auto admitted = routes_.admit(*request);
    if (!admitted.ok()) co_return co_await refuse(stream, admitted.error());
    if (request->path == "/api/feed") co_return co_await stream_feed(stream);

    const auto room = make_room(*request, parser);
    if (!room.ok()) co_return co_await refuse(stream, room.error());
    if (!co_await read_body(stream, buffer, parser)) co_return false;
    const bool keep_alive = parser.get().keep_alive();
    request->body = std::move(parser.get().body());
    Response response = co_await answer(*request);
    const auto out = to_http(std::move(response), keep_alive, request->method == Method::head);
    stream.expires_after(idle_max);
    const auto [write_error, written] = co_await http::async_write(stream, out, no_throw);
    co_return !write_error && keep_alive;
  }

  // Takes the room for what the head announces, or for as much as may come if it does not say.
  Result<Room::Share> make_room(const Request& request, Parser& parser) {
    const std::uint64_t body_max = Routes::body_bytes_max(request);
    parser.body_limit(body_max);
    const std::uint64_t bytes = parser.chunked() ? body_max : parser.content_length().value_or(0);
    if (bytes > body_max) {
      return Error{Errc::too_large, fmt::format("a body of at most {} bytes", body_max)};
    }
    auto share = bodies_.take(bytes);
    if (!share) return Error{Errc::busy, "too many bodies are on their way; try again"};
    return *std::move(share);
  }

  asio::awaitable<bool> read_body(Stream& stream, beast::flat_buffer& buffer, Parser& parser) {
    if (beast::iequals(parser.get()[http::field::expect], "100-continue")) {
      const http::response<http::empty_body> go{http::status::continue_, 11};
      co_await http::async_write(stream, go, no_throw);
    }
    stream.expires_after(idle_max);
    const auto [error, bytes] = co_await http::async_read(stream, buffer, parser, no_throw);
    if (error == http::error::body_limit) {
      co_return co_await refuse(stream, Errc::too_large, "the request's body is too large");
    }
    co_return !error;
  }

  // Word by word: g++ 12 frees an aggregate that is made in the argument of a co_await twice, as
  // {Errc::busy, "…"} would be (GCC bug 104872).
  asio::awaitable<bool> refuse(Stream& stream, Errc code, const char* what) {
    const Error error{code, what};
    co_return co_await refuse(stream, error);
  }

  asio::awaitable<bool> refuse(Stream& stream, const Error& error) {
    const auto out = to_http(Routes::refusal(error), false, false);
    stream.expires_after(idle_max);
    co_await http::async_write(stream, out, no_throw);
    co_return false;
  }

  // Hands a request to the routes and waits for the answer, wherever it comes from.
  asio::awaitable<Response> answer(const Request& request) {
    const auto executor = co_await asio::this_coro::executor;
    const auto start = [&](auto handler) {
      auto shared = std::make_shared<decltype(handler)>(std::move(handler));
      ++due_;
      auto respond = [this, executor, shared](Response response) {
        asio::post(executor, [shared, response = std::move(response)]() mutable {
          std::move (*shared)(std::move(response));
        });
        --due_;
      };
      if (Routes::is_quick(request)) return routes_.handle(request, std::move(respond));
      asio::post(blocking_, [this, &request, respond = std::move(respond)]() mutable {
        routes_.handle(request, std::move(respond));
      });
    };
    co_return co_await asio::async_initiate<decltype(asio::use_awaitable), void(Response)>(
        start, asio::use_awaitable);
  }

  asio::awaitable<bool> stream_feed(Stream& stream) {
    const auto timer = std::make_shared<asio::steady_timer>(co_await asio::this_coro::executor);
    if (!feed_.join(timer)) {
      co_return co_await refuse(stream, Errc::busy, "too many streams are open");
    }
    const auto head = head_of<http::empty_body>(Routes::feed_head(), false);
    http::response_serializer<http::empty_body> serializer(head);
    stream.expires_never();
    auto [error, written] = co_await http::async_write_header(stream, serializer, no_throw);
    std::string last;
    while (!error) {
      // A change posts its cancel to this coroutine's own strand, so none falls between the reading
      // of the event and the wait for the next.
      timer->expires_after(feed_quiet_max);
      std::string event = feed_.event();
      if (event != last) {
        last = event;
      } else {
        co_await timer->async_wait(no_throw);
        event = feed_.event() != last ? "" : ": still here\n\n";
        if (event.empty()) continue;
      }
      std::tie(error, written) = co_await asio::async_write(stream, asio::buffer(event), no_throw);
    }
    feed_.leave(timer);
    co_return false;
  }

  Node& node_;
  Routes routes_;
  Feed feed_;
  asio::thread_pool blocking_;
  Room& connections_;
  Room& bodies_;
  std::atomic<std::size_t> due_ = 0;  // answers that somebody still has to give
};

Result<void> announce(Env& env, const NodeLayout& layout, const Guard& guard, std::uint16_t port) {
  // Made private while empty: the token is for its owner alone.
  TRY(env.open(layout.serving(), OpenMode::read_write));
  TRY(env.make_private(layout.serving()));
  const auto file = TRY(env.open(layout.serving(), OpenMode::read_write));
  TRY(file->truncate(0));
  return file->write(0, to_text(Json::Object{{"address", guard.address()},
                                             {"port", std::uint64_t{port}},
                                             {"token", guard.token()}}) +
                            "\n");
}

}  // namespace

Result<void> serve(Node& node, const ServeOptions& options) {
  Room connections(connections_max(raise_files_max()));
  Room bodies(bodies_bytes_max);
  asio::io_context io(static_cast<int>(io_threads));
  Tcp::acceptor acceptor(io);
  beast::error_code error;
  const Tcp::endpoint endpoint(asio::ip::address_v4::loopback(), options.port);
  const bool listens = !acceptor.open(endpoint.protocol(), error) &&
                       !acceptor.set_option(asio::socket_base::reuse_address(true), error) &&
                       !acceptor.bind(endpoint, error) &&
                       !acceptor.listen(asio::socket_base::max_listen_connections, error);
  if (!listens) {
    return Error{error == asio::error::address_in_use ? Errc::busy : Errc::io,
                 fmt::format("port {}: {}", options.port, error.message())};
  }
  const std::uint16_t port = acceptor.local_endpoint().port();
  const Guard guard(node.env(), port);
  TRY(announce(node.env(), node.layout(), guard, port));
  if (options.listening) options.listening(guard.address());
  auto served = Server(node, guard, connections, bodies).run(std::move(acceptor), io);
  TRY(node.env().remove(node.layout().serving()));
  return served;
}

}  // namespace armistice
