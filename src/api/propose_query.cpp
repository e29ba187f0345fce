// SPDX-License-Identifier: Apache-2.0
// What `watch` does, for whoever sits at a desk: fixes come in the call, are judged by the line on
// record, and are forgotten with the answer.
#include "api/queries.h"
#include "api/watched.h"

namespace armistice {
namespace {

Result<Json> fields_of(const WatchedFixes& from, const Event& event) {
  Json::Object fields = *to_json(TRY(observation_of(from, event))).as_object();
  // The salt is made where the record is signed.
  std::erase_if(fields, [](const auto& field) { return field.first == "salt"; });
  return Json(std::move(fields));
}

}  // namespace

Result<Json> observation_propose(Node& node, const Arguments& arguments) {
  const FixFormat format = TRY(fix_format(arguments));
  const WatchRules rules = TRY(watch_rules(arguments));
  const RegisterLayout layout = node.layout().reg(Node::register_name);
  Ground ground = TRY(read_line_on_record(node.env(), layout, node.genesis().agreement));
  FixFile file = TRY(read_fixes(arguments.text("fixes"), format));
  Watched watched = watch(ground, file.fixes, rules);
  const WatchedFixes from{std::move(ground), "the agreement on record", std::move(file),
                          std::move(watched)};
  Json::Array observations;
  for (const Event& event : from.watched.events) {
    observations.push_back(TRY(fields_of(from, event)));
  }
  return Json::Object{{"watched", watched_json(from)}, {"observations", std::move(observations)}};
}

}  // namespace armistice
