// SPDX-License-Identifier: Apache-2.0
// From a request to an answer: the tiles, the table of commands, the desks. Knows nothing of
// sockets. Spec: api.md, register.md §2.
#pragma once

#include <functional>

#include "api/node.h"
#include "server/guard.h"
#include "server/request.h"

namespace armistice {

class Routes {
 public:
  using Respond = std::function<void(Response)>;

  Routes(Node& node, const Guard& guard) : node_(node), guard_(guard) {}

  /// Whether the request may be answered, said from its head alone: before anything is read or done
  /// for it. Errors: those of Guard::admit, `usage` (the feed by another method).
  Result<void> admit(const Request& head) const;

  /// How many bytes of body a request with this head may bring.
  static std::uint64_t body_bytes_max(const Request& head);

  /// Whether the request is answered at once or by the writer, without waiting for a disk.
  static bool is_quick(const Request& request);

  /// Answers once, from this thread or another. May block unless is_quick(request).
  /// REQUIRES: admit(request) is good.
  void handle(const Request& request, Respond respond);

  /// The answer to a request that is not handled.
  static Response refusal(const Error& error);

  /// The head of the answer whose body is the feed's events.
  static Response feed_head();

  /// One event of the feed.
  static std::string feed_event(const NodeState& state);

 private:
  Result<Response> answer(const Request& request);
  Result<Response> answer_command(const Request& request);
  Result<Response> answer_register(const Request& request, std::string_view below);
  Result<Response> answer_body(std::string_view hex);
  Result<Bytes> open_body(const Digest& digest);
  Result<bool> is_named_by_genesis(const Digest& digest);
  Result<Response> answer_page(const Request& request);
  void submit(const Request& request, const Respond& respond);

  Node& node_;
  const Guard& guard_;
};

}  // namespace armistice
