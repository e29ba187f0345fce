// SPDX-License-Identifier: Apache-2.0
#include "api/client.h"

#include "api/queries.h"

namespace armistice {

Result<std::unique_ptr<LocalAccess>> LocalAccess::open(Env& env, const Path& data,
                                                       const std::vector<Path>& key_files,
                                                       AskNode ask_own) {
  auto node = TRY(Node::open(env, {data, key_files, false, std::move(ask_own)}));
  return std::unique_ptr<LocalAccess>(new LocalAccess(std::move(node)));
}

Result<Json> LocalAccess::ask(const Command& command, const Json& arguments) {
  return run_in_node(command, *node_, arguments);
}

Result<Json> LocalAccess::submit(const Submission& submission) {
  const Record record = TRY(parse_record(submission.entry));
  return submitted_json(TRY(node_->append(submission)), record.id);
}

Result<NodeAccess*> Client::node() {
  if (!node_) node_ = TRY(options_.open_node());
  return node_.get();
}

Result<Keyring> Client::keyring() {
  return Keyring::open(env_, layout().keys(), options_.key_files);
}

Result<Json> Client::ask(std::string_view name, const Json& arguments) {
  const Command* command = find_command(name);
  ASSERT(command != nullptr && command->in_node != nullptr);
  return TRY(node())->ask(*command, arguments);
}

Result<Json> Client::ask_own(std::string_view name, const Json& arguments) {
  const Command* command = find_command(name);
  ASSERT(command != nullptr && command->in_node != nullptr);
  ASSERT(names_own());
  if (!own_) own_ = TRY(options_.open_own().within("own register"));
  return own_->ask(*command, arguments);
}

void Client::progress(std::string_view text) const {
  if (options_.progress) options_.progress(text);
}

Result<const Admission*> Client::circle() {
  if (!circle_) {
    const RegisterLayout reg = layout().reg(Node::register_name);
    if (!env_.exists(reg.database())) {
      return Error{Errc::not_found, data().string() + " holds no register"};
    }
    Store store = TRY(Store::open(env_, reg.database(), DatabaseMode::read));
    circle_.emplace(TRY(start_admission(env_, reg, store)));
  }
  return &*circle_;
}

Result<Json> run_for_client(const Command& command, Client& client, const Json& arguments) {
  if (command.runs != Runs::client) return TRY(client.node())->ask(command, arguments);
  const Arguments checked = TRY(Arguments::of(command.arguments, arguments));
  ASSERT(command.in_client != nullptr);
  return command.in_client(client, checked);
}

}  // namespace armistice
