// SPDX-License-Identifier: Apache-2.0
// The command line: a thin face of the table of commands. It reads arguments, finds the node or its
// server, prints the answer, and exits 0 (good), 1 (refused or wrong) or 2 (usage).
#include <fmt/format.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <mutex>

#include "api/client.h"
#include "base/text.h"
#include "cli/http_access.h"
#include "server/serve.h"

namespace armistice {
namespace {

constexpr int exit_good = 0;
constexpr int exit_refused = 1;
constexpr int exit_usage = 2;

// What CLI11 fills for one command; the addresses must not move.
struct Given {
  const Command* command = nullptr;
  CLI::App* app = nullptr;
  std::map<std::string, std::string> texts;
  std::map<std::string, std::int64_t> integers;
  std::map<std::string, bool> flags;
  std::map<std::string, std::vector<std::string>> lists;
  std::map<std::string, CLI::Option*> options;
  std::string folder;
};

struct Globals {
  std::string data = "data";
  std::string own;  // a side's own register, against which drafts are held; empty: none
  std::vector<std::string> keys;
  bool json = false;
};

// Commands about a folder take it as their first word, too: `armistice verify DIR`.
bool takes_folder(const Command& command) {
  const std::string name = command.name();
  const bool of_conference = name.starts_with("conference ") && command.runs == Runs::query;
  const bool of_own = name.starts_with("own ") && command.runs == Runs::query;
  return of_conference || of_own || name == "own init" || name == "own check" || name == "init" ||
         name == "serve" || name == "verify" || name == "rebuild";
}

std::string option_name(const Argument& argument) {
  std::string name = argument.name;
  std::replace(name.begin(), name.end(), '_', '-');
  return argument.positional ? name : "--" + name;
}

void add_argument(Given& given, const Argument& argument) {
  const std::string name = option_name(argument);
  CLI::Option* option = nullptr;
  switch (argument.type) {
    case ArgumentType::text:
      option = given.app->add_option(name, given.texts[argument.name], argument.help);
      break;
    case ArgumentType::integer:
      option = given.app->add_option(name, given.integers[argument.name], argument.help);
      break;
    case ArgumentType::flag:
      option = given.app->add_flag(name, given.flags[argument.name], argument.help);
      break;
    case ArgumentType::list:
      option = given.app->add_option(name, given.lists[argument.name], argument.help);
      option->delimiter(',');
      break;
  }
  if (argument.required) option->required();
  if (*argument.fallback != '\0') option->default_str(argument.fallback);
  given.options[argument.name] = option;
}

std::vector<std::unique_ptr<Given>> add_commands(CLI::App& app) {
  std::vector<std::unique_ptr<Given>> all;
  std::map<std::string, CLI::App*> groups;
  for (const Command& command : commands()) {
    CLI::App* parent = &app;
    if (*command.group != '\0') {
      CLI::App*& group = groups[command.group];
      if (group == nullptr) {
        group = app.add_subcommand(command.group);
        group->require_subcommand(1);
      }
      parent = group;
    }
    auto given = std::make_unique<Given>();
    given->command = &command;
    given->app = parent->add_subcommand(command.verb, command.help);
    if (takes_folder(command)) {
      given->app->add_option("dir", given->folder, "the node's folder, instead of --data");
    }
    for (const Argument& argument : command.arguments) add_argument(*given, argument);
    all.push_back(std::move(given));
  }
  for (auto& [name, group] : groups) {
    std::string verbs;
    for (const CLI::App* verb : group->get_subcommands({})) {
      verbs += (verbs.empty() ? "" : ", ") + verb->get_name();
    }
    group->description(verbs);
  }
  return all;
}

Json arguments_of(const Given& given) {
  Json out = Json::Object{};
  for (const Argument& argument : given.command->arguments) {
    if (given.options.at(argument.name)->count() == 0) continue;
    switch (argument.type) {
      case ArgumentType::text:
        out.add(argument.name, given.texts.at(argument.name));
        break;
      case ArgumentType::integer:
        out.add(argument.name, given.integers.at(argument.name));
        break;
      case ArgumentType::flag:
        out.add(argument.name, given.flags.at(argument.name));
        break;
      case ArgumentType::list: {
        const auto& list = given.lists.at(argument.name);
        out.add(argument.name, Json::Array(list.begin(), list.end()));
        break;
      }
    }
  }
  return out;
}

// One line on a terminal that the next replaces; nothing into a pipe.
void show_progress(std::string_view text) {
  if (isatty(STDERR_FILENO) != 0) fmt::print(stderr, "\r\x1b[K{}", text);
}

// A server holds its register's lock while it lives. One that was killed leaves `serving` behind,
// and by now its port may be another node's.
bool is_served(const Path& data) {
  const auto lock = real_env().lock(NodeLayout{data}.reg(Node::register_name).lock());
  return !lock.ok() && lock.error().code == Errc::busy;
}

Result<std::unique_ptr<NodeAccess>> open_node(const Path& data, const std::vector<Path>& keys,
                                              const AskNode& ask_own) {
  const auto serving = read_serving(real_env(), {data});
  if (serving.ok() && is_served(data)) {
    auto access = open_http_access(*serving);
    if (access.ok() || access.error().code != Errc::not_found) return access;
  }
  return std::unique_ptr<NodeAccess>(TRY(LocalAccess::open(real_env(), data, keys, ask_own)));
}

// A side's own register, opened for each question and left with its answer: its desk and its
// commands have it in between.
AskNode own_register(const Path& own) {
  if (own.empty()) return {};
  return [own, one_at_a_time = std::make_shared<std::mutex>()](
             std::string_view name, const Json& arguments) -> Result<Json> {
    const std::lock_guard lock(*one_at_a_time);
    const Command* command = find_command(name);
    ASSERT(command != nullptr && command->in_node != nullptr);
    return TRY(open_node(own, {}, {}))->ask(*command, arguments);
  };
}

Client::Options client_options(const Globals& globals) {
  Client::Options options;
  options.data = globals.data;
  for (const std::string& key : globals.keys) options.key_files.emplace_back(key);
  options.progress = show_progress;
  options.open_node = [data = options.data, keys = options.key_files,
                       ask_own = own_register(globals.own)] {
    return open_node(data, keys, ask_own);
  };
  if (!globals.own.empty()) {
    options.open_own = [own = Path(globals.own)] { return open_node(own, {}, {}); };
  }
  return options;
}

int fail(const Error& error, bool json) {
  if (json) {
    fmt::print("{}\n",
               to_indented_text(Json::Object{{"error", Json::Object{{"code", errc_word(error.code)},
                                                                    {"what", error.what}}}}));
  } else {
    fmt::print(stderr, "armistice: {}\n", error.text());
  }
  return error.code == Errc::usage ? exit_usage : exit_refused;
}

// Before anybody relies on it: an own register that is not to be asked is said at the start.
Result<void> check_own(const Node& node, const std::string& own) {
  const Json list = TRY(node.ask_own()("register list", Json::Object{}));
  const std::string side = *list.as_array()->front().find("own_side")->as_text();
  if (side.empty()) {
    return Error{Errc::unsupported, own + " holds a shared register, and no side's own"};
  }
  if (node.genesis().party(side) != nullptr) return {};
  return Error{Errc::unsupported, own + " is of a side that is no party here"};
}

Result<void> run_server(const Globals& globals, const Json& arguments) {
  Node::Options options{globals.data, {}, true, own_register(globals.own)};
  for (const std::string& key : globals.keys) options.key_files.emplace_back(key);
  ServeOptions serve_options;
  if (const Json* port = arguments.find("port")) {
    if (*port->as_integer() < 0 || *port->as_integer() > 65'535) {
      return Error{Errc::usage, "port lies within 0 and 65535"};
    }
    serve_options.port = static_cast<std::uint16_t>(*port->as_integer());
  }
  const auto node = TRY(Node::open(real_env(), options));
  for (const std::string& notice : node->reg().notices()) {
    fmt::print(stderr, "armistice: {}\n", notice);
  }
  if (node->ask_own()) TRY(check_own(*node, globals.own).within("--own"));
  serve_options.listening = [&](const std::string& address) {
    fmt::print("circle {}\nArmistice serves {} at {}\n", to_text(node->reg().circle()),
               globals.data, address);
    std::fflush(stdout);
  };
  return serve(*node, serve_options);
}

int run(const Given& given, Globals globals) {
  if (!given.folder.empty()) globals.data = given.folder;
  const Json arguments = arguments_of(given);
  if (given.command->name() == "serve") {
    const auto served = run_server(globals, arguments);
    return served.ok() ? exit_good : fail(served.error(), globals.json);
  }
  Client client(real_env(), client_options(globals));
  const auto answer = run_for_client(*given.command, client, arguments);
  show_progress("");
  if (!answer.ok()) return fail(answer.error(), globals.json);
  const std::string out =
      globals.json ? to_indented_text(*answer) + "\n" : given.command->print(*answer);
  std::fwrite(out.data(), 1, out.size(), stdout);
  // `verify` answers with what is wrong; that is no good exit.
  const Json* good = answer->find("good");
  return good != nullptr && *good == Json(false) ? exit_refused : exit_good;
}

// CLI11 says only that a command is required: this names the word that is none, and those that are.
std::string usage_error(const CLI::App& app, const CLI::ParseError& error) {
  const CLI::App* last = &app;
  while (!last->get_subcommands().empty()) last = last->get_subcommands().front();
  std::string known;
  for (const CLI::App* command : last->get_subcommands([](const CLI::App*) { return true; })) {
    known += (known.empty() ? "" : ", ") + command->get_name();
  }
  if (known.empty()) return fmt::format("{} (see --help)", error.what());
  const std::vector<std::string> rest = app.remaining(true);
  const std::string before = last == &app ? "" : last->get_name() + " ";
  return rest.empty()
             ? fmt::format("{}a command is due; there are: {}", before, known)
             : fmt::format("no command is called {}{}; there are: {}", before, rest.front(), known);
}

int main_of(int count, char** words) {
  CLI::App app("Armistice: a ceasefire that both sides can verify", "armistice");
  app.require_subcommand(1);
  app.set_version_flag("--version", ARMISTICE_VERSION);
  Globals globals;
  app.add_option("--data", globals.data, "the node's folder")->capture_default_str();
  app.add_option("--key", globals.keys, "a key file to use besides those in the folder");
  app.add_option("--own", globals.own, "a side's own register: what is signed is held against it")
      ->envname("ARMISTICE_OWN");
  app.add_flag("--json", globals.json, "answer as JSON");
  app.fallthrough();
  const auto all = add_commands(app);
  try {
    app.parse(count, words);
  } catch (const CLI::ParseError& error) {         // CLI11 has no other way to say it
    const bool good = error.get_exit_code() == 0;  // --help, --version
    if (good) return app.exit(error);
    return fail({Errc::usage, usage_error(app, error)}, globals.json);
  }
  for (const auto& given : all) {
    if (given->app->parsed()) return run(*given, globals);
  }
  return exit_usage;
}

}  // namespace
}  // namespace armistice

int main(int count, char** words) { return armistice::main_of(count, words); }
