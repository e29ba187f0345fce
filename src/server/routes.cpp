// SPDX-License-Identifier: Apache-2.0
#include "server/routes.h"

#include <fmt/format.h>

#include "api/queries.h"
#include "base/limits.h"
#include "record/manifest.h"
#include "register/bodies.h"
#include "server/assets.h"

namespace armistice {
namespace {

constexpr std::string_view api_prefix = "/api/";
constexpr std::string_view submit_path = "/api/record/submit";
constexpr std::string_view feed_path = "/api/feed";
constexpr std::string_view content_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "worker-src 'self'; img-src 'self' data: blob:; font-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; "
    "trusted-types armistice-worker";

std::string register_prefix() { return fmt::format("/register/{}/", Node::register_name); }

// The arguments of a call: a query's pairs, or the object in the body.
Result<Json> arguments_of(const Request& request) {
  if (request.method != Method::post) {
    Json arguments = Json::Object{};
    for (const auto& [name, value] : request.query) arguments.add(name, value);
    return arguments;
  }
  if (!request.query.empty()) return Error{Errc::usage, "a POST has its arguments in its body"};
  if (request.body.empty()) return Json(Json::Object{});
  if (!request.content_type.starts_with("application/json")) {
    return Error{Errc::usage, "arguments are sent as application/json"};
  }
  return parse_json(request.body);
}

Result<void> check_register(const Json& arguments) {
  const Json* named = arguments.find("register");
  if (named == nullptr || *named == Json(Node::register_name)) return {};
  return Error{Errc::not_found, "no such register; /api/registers lists them"};
}

Response bytes_response(std::string bytes, std::string_view type, std::string_view cache) {
  return {200, std::string(type), {{"Cache-Control", std::string(cache)}}, std::move(bytes)};
}

void add_security(Response& response) {
  auto& headers = response.headers;
  headers.emplace_back("X-Content-Type-Options", "nosniff");
  headers.emplace_back("Referrer-Policy", "no-referrer");
  headers.emplace_back("Cross-Origin-Resource-Policy", "same-origin");
  headers.emplace_back("Cross-Origin-Opener-Policy", "same-origin");
  const bool has_policy = std::any_of(headers.begin(), headers.end(), [](const auto& header) {
    return header.first == "Content-Security-Policy";
  });
  if (!has_policy) headers.emplace_back("Content-Security-Policy", content_policy);
}

// Before a joint record is taken a clock record may be due, which takes cosigners and disks.
bool is_joint(ByteView submitted) {
  const auto submission = parse_submission(submitted);
  return submission.ok() && is_joint_entry(submission->entry);
}

}  // namespace

Result<void> Routes::admit(const Request& head) const {
  TRY(guard_.admit(head));
  if (head.path != feed_path || head.method == Method::get) return {};
  return Error{Errc::usage, "the feed is read by GET"};
}

std::uint64_t Routes::body_bytes_max(const Request& head) {
  if (head.method != Method::post) return 0;
  if (head.path == submit_path) return 4 + limits::entry_bytes_max + limits::body_bytes_max;
  return limits::json_body_bytes_max;
}

bool Routes::is_quick(const Request& request) {
  return request.path == submit_path && request.body.size() <= limits::body_inline_bytes_max &&
         !is_joint(request.body);
}

void Routes::handle(const Request& request, Respond respond) {
  const Respond secured = [respond = std::move(respond)](Response response) {
    add_security(response);
    respond(std::move(response));
  };
  if (request.path == submit_path && request.method == Method::post)
    return submit(request, secured);
  auto answered = answer(request);
  secured(answered.ok() ? *std::move(answered) : error_response(answered.error()));
}

Response Routes::refusal(const Error& error) {
  Response response = error_response(error);
  add_security(response);
  return response;
}

Response Routes::feed_head() {
  Response response = bytes_response("", "text/event-stream", "no-store");
  add_security(response);
  return response;
}

std::string Routes::feed_event(const NodeState& state) {
  const Json data = Json::Object{{"register", Node::register_name},
                                 {"size", state.size.value},
                                 {"counted", state.counted.value},
                                 {"mode", state.mode ? Json(word(*state.mode)) : Json()},
                                 {"folded", state.folded.value}};
  return fmt::format("event: state\ndata: {}\n\n", to_text(data));
}

void Routes::submit(const Request& request, const Respond& respond) {
  for (const auto& [name, value] : request.query) {
    if (name == "register" && value == Node::register_name) continue;
    return respond(error_response({Errc::usage, "the register is named, and nothing else"}));
  }
  auto submission = parse_submission(request.body);
  if (!submission.ok()) return respond(error_response(submission.error()));
  const auto note = parse_note(submission->entry);
  const auto header = note.ok() ? parse_header(note->text) : Result<Header>(note.error());
  const auto record =
      header.ok() ? parse_record(submission->entry) : Result<Record>(header.error());
  if (!record.ok()) return respond(error_response(record.error()));
  node_.submit(*std::move(submission), [id = record->id, respond](const Result<Receipt>& receipt) {
    respond(receipt.ok() ? json_response(submitted_json(*receipt, id))
                         : error_response(receipt.error()));
  });
}

Result<Response> Routes::answer(const Request& request) {
  if (request.path == "/api/registers") {
    return json_response(TRY(register_list(node_, TRY(Arguments::of({}, Json::Object{})))));
  }
  if (request.is_below(api_prefix)) return answer_command(request);
  if (request.method == Method::post) return Error{Errc::not_found, "nothing is posted here"};
  if (request.is_below(register_prefix())) {
    return answer_register(request,
                           std::string_view(request.path).substr(register_prefix().size()));
  }
  return answer_page(request);
}

Result<Response> Routes::answer_command(const Request& request) {
  std::string name = request.path.substr(api_prefix.size());
  std::replace(name.begin(), name.end(), '/', ' ');
  const Command* command = find_command(name);
  if (command == nullptr || command->in_node == nullptr) {
    return Error{Errc::not_found, "no such command; `armistice schema` prints them"};
  }
  if ((command->runs == Runs::act) != (request.method == Method::post)) {
    return Error{Errc::usage,
                 command->runs == Runs::act ? "this command is a POST" : "this command is a GET"};
  }
  const Json arguments = TRY(arguments_of(request));
  TRY(check_register(arguments));
  return json_response(TRY(run_in_node(*command, node_, arguments)));
}

Result<Response> Routes::answer_register(const Request& request, std::string_view below) {
  if (!request.query.empty()) return Error{Errc::usage, "these paths take no query"};
  if (below == "checkpoint") {
    const auto head =
        TRY(node_.reg().with_store([](Store& store) { return store.last_counted(); }));
    return bytes_response(head.note, "text/plain; charset=utf-8", "no-store");
  }
  if (below.starts_with("body/")) return answer_body(below.substr(5));
  const TileId id = TRY(parse_tile_path(below));
  return bytes_response(TRY(node_.reg().tile(id)), "application/octet-stream",
                        id.is_full() ? "public, max-age=31536000, immutable" : "no-store");
}

// A digest in genesis stands for a manifest, and that for the files that it names.
Result<bool> Routes::is_named_by_genesis(const Digest& digest) {
  for (const Digest& named : {node_.genesis().agreement, node_.genesis().spec}) {
    if (digest == named) return true;
    const auto manifest = read_body_file(node_.env(), node_.reg().layout(), named);
    if (!manifest.ok()) continue;
    const std::vector<ManifestLine> lines = TRY(parse_manifest(*manifest));
    if (std::any_of(lines.begin(), lines.end(),
                    [&](const ManifestLine& line) { return line.digest == digest; })) {
      return true;
    }
  }
  return false;
}

// Only what a record in the tree says openly, and what genesis names: in bodies/ lie sealed bodies,
// too, and those of records that were refused in the end.
Result<Bytes> Routes::open_body(const Digest& digest) {
  auto index = TRY(node_.engine().find_body(digest));
  if (!index && !TRY(is_named_by_genesis(digest))) {
    const Engine::State folded = node_.engine().state();
    if (!folded.incomplete && folded.position < node_.reg().state().size) {
      TRY(node_.follow());  // its record may be the newest
      index = TRY(node_.engine().find_body(digest));
    }
    if (!index) return Error{Errc::not_found, "no open body of that digest here"};
  }
  if (index) {
    auto row = TRY(node_.reg().with_store([&](Store& store) { return store.entry(*index); }));
    if (row.body) return *std::move(row.body);
  }
  auto file = read_body_file(node_.env(), node_.reg().layout(), digest);
  if (file.ok() || file.error().code != Errc::not_found) return file;
  return Error{Errc::not_found, "that body is not here"};
}

Result<Response> Routes::answer_body(std::string_view hex) {
  const Digest digest = TRY(parse_digest_hex(hex));
  Response response = bytes_response(TRY(open_body(digest)), "application/octet-stream",
                                     "public, max-age=31536000, immutable");
  // What somebody said is never shown as a page of this site.
  response.headers.emplace_back("Content-Security-Policy", "sandbox; default-src 'none'");
  response.headers.emplace_back("Content-Disposition", "attachment");
  return response;
}

Result<Response> Routes::answer_page(const Request& request) {
  const std::string path = request.path == "/" ? "index.html" : request.path.substr(1);
  const auto asset = find_asset(path);
  if (!asset) {
    if (path != "index.html") return Error{Errc::not_found, "no such page"};
    return Error{Errc::not_found, "this build carries no web desks; ./run builds them"};
  }
  std::string bytes(asset->bytes);
  if (path != "index.html") {
    return bytes_response(std::move(bytes), content_type_of(path),
                          "public, max-age=31536000, immutable");
  }
  constexpr std::string_view slot = "name=\"armistice-token\" content=\"";
  const auto at = bytes.find(slot);
  if (at == std::string::npos) return Error{Errc::damaged, "index.html has no place for the token"};
  bytes.insert(at + slot.size(), guard_.token());
  return bytes_response(std::move(bytes), content_type_of(path), "no-store");
}

}  // namespace armistice
