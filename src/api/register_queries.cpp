// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "api/queries.h"
#include "base/text.h"

namespace armistice {
namespace {

Json head_json(const Head& head, ByteView note) {
  Json::Array cosigned;
  for (const Cosigned& one : head.cosigned) {
    cosigned.push_back(Json::Object{{"party", one.party}, {"time_utc", one.time.value}});
  }
  return Json::Object{{"size", head.checkpoint.size.value},
                      {"root", to_base64(head.checkpoint.root.view())},
                      {"mode", head.mode ? Json(word(*head.mode)) : Json()},
                      {"cosigned", std::move(cosigned)},
                      {"note", note}};
}

// The newest counted head's note; nothing before the first.
Result<std::optional<Bytes>> counted_note(Node& node) {
  auto head = node.reg().with_store([](Store& store) { return store.last_counted(); });
  if (head.ok()) return std::optional(head->note);
  if (head.error().code == Errc::not_found) return std::optional<Bytes>();
  return head.error();
}

Result<Json> head_answer(const Genesis& genesis, ByteView note) {
  return head_json(TRY(read_head(genesis, note)), note);
}

Result<TreeSize> size_argument(const Arguments& arguments, std::string_view name,
                               TreeSize otherwise) {
  const std::int64_t value = arguments.integer(name, static_cast<std::int64_t>(otherwise.value));
  if (value < 0) return Error{Errc::usage, fmt::format("{} counts from 0", name)};
  return TreeSize{static_cast<std::uint64_t>(value)};
}

}  // namespace

Result<LeafIndex> find_record(Node& node, std::string_view named) {
  if (named.starts_with("sha256:")) {
    const auto found = TRY(node.engine().find_record(TRY(parse_digest(named))));
    if (!found) return Error{Errc::not_found, fmt::format("no record {} here", named)};
    return *found;
  }
  const auto index = parse_decimal(named);
  if (!index.ok()) return Error{Errc::usage, "a record is named by its index or its sha256:… id"};
  if (!covers(node.reg().state().size, LeafIndex{*index})) {
    return Error{Errc::not_found,
                 fmt::format("no record {}; there are {}", *index, node.reg().state().size.value)};
  }
  return LeafIndex{*index};
}

Json submitted_json(const Receipt& receipt, const Digest& id) {
  return Json::Object{{"index", receipt.index.value},
                      {"id", to_text(id)},
                      {"repeated", receipt.repeated},
                      {"receipt", receipt.proof}};
}

Result<TlogProof> newest_proof(Node& node, LeafIndex index) {
  StoredHead head{{}, {}};
  const auto counted = node.reg().with_store([](Store& store) { return store.last_counted(); });
  if (counted.ok() && covers(counted->size, index)) {
    head = *counted;
  } else {
    head = TRY(node.reg().with_store([](Store& store) { return store.last_head(); }));
  }
  return node.reg().prove(index, head);
}

Result<Json> register_list(Node& node, const Arguments&) {
  const Genesis& genesis = node.genesis();
  Json::Array cosigners;
  Json::Array parties;
  Json::Array organs;
  for (const Party& party : genesis.parties) {
    cosigners.push_back(to_text(party.cosigner));
    parties.push_back(Json::Object{{"name", party.name},
                                   {"group", word(party.group)},
                                   {"root", to_text(party.root)},
                                   {"cosigner", to_text(party.cosigner)}});
  }
  for (const Organ& organ : genesis.organs) {
    organs.push_back(
        Json::Object{{"name", organ.name},
                     {"members", Json::Array(organ.members.begin(), organ.members.end())}});
  }
  return Json::Array{Json::Object{{"name", Node::register_name},
                                  {"origin", genesis.origin},
                                  {"vkey", to_text(genesis.log)},
                                  {"prefix", fmt::format("/register/{}", Node::register_name)},
                                  {"circle", to_text(node.reg().circle())},
                                  {"conduct", word(genesis.conduct)},
                                  {"scenario_offset_s", genesis.scenario_offset_s},
                                  {"civil_offset", genesis.civil_offsets.front()},
                                  {"cosigners", std::move(cosigners)},
                                  {"parties", std::move(parties)},
                                  {"organs", std::move(organs)},
                                  {"neutrals_quorum", genesis.neutrals_quorum},
                                  {"own_side", genesis.own_side()},
                                  {"held_against_own", static_cast<bool>(node.ask_own())}}};
}

Result<Json> register_head(Node& node, const Arguments&) {
  const Register::State state = node.reg().state();
  const auto counted = TRY(counted_note(node));
  Json clock;
  if (state.clock) {
    clock = Json::Object{{"utc", state.clock->value},
                         {"circle_time", to_text(circle_time(node.genesis(), *state.clock))},
                         {"size", state.clock_size.value}};
  }
  return Json::Object{{"accepted", TRY(head_answer(node.genesis(), state.head))},
                      {"counted", counted ? TRY(head_answer(node.genesis(), *counted)) : Json()},
                      {"clock", std::move(clock)}};
}

Result<Json> register_prove(Node& node, const Arguments& arguments) {
  const LeafIndex index = TRY(find_record(node, arguments.text("record")));
  const auto stored = TRY(node.reg().with_store([&](Store& store) { return store.entry(index); }));
  const Record record = TRY(parse_record(stored.entry));
  return Json::Object{{"index", index.value},
                      {"id", to_text(record.id)},
                      {"proof", to_bytes(TRY(newest_proof(node, index)))}};
}

Result<Json> register_consistency(Node& node, const Arguments& arguments) {
  const TreeSize size = node.reg().state().size;
  const TreeSize first = TRY(size_argument(arguments, "first", TreeSize{0}));
  const TreeSize second = TRY(size_argument(arguments, "second", size));
  Json::Array hashes;
  for (const Digest& hash : TRY(node.reg().consistency(first, second))) {
    hashes.push_back(to_base64(hash.view()));
  }
  return Json::Object{
      {"first", first.value}, {"second", second.value}, {"hashes", std::move(hashes)}};
}

Result<Json> register_checkpoint(Node& node, const Arguments& arguments) {
  if (arguments.flag("accepted")) return Json::Object{{"text", node.reg().state().head}};
  const auto counted = TRY(counted_note(node));
  if (!counted) return Error{Errc::not_found, "no head counts yet; `register cosign` cosigns one"};
  return Json::Object{{"text", *counted}};
}

Result<Json> register_policy(Node& node, const Arguments&) {
  return Json::Object{{"text", policy_text(node.genesis())}};
}

Result<Json> register_cosign(Node& node, const Arguments& arguments) {
  const std::string party = arguments.text("as");
  const Bytes accepted = node.reg().state().head;
  const Head head = TRY(node.with_secretariat([&](Secretariat& secretariat) {
    return party.empty() ? secretariat.cosign() : secretariat.cosign_as(party);
  }));
  const auto counted = TRY(counted_note(node));
  const bool shown = counted && counted->starts_with(to_text(head.checkpoint) + "\n");
  return head_json(head, shown ? *counted : accepted);
}

Result<Json> register_clock(Node& node, const Arguments&) {
  const Receipt receipt = TRY(
      node.with_secretariat([](Secretariat& secretariat) { return secretariat.write_clock(); }));
  TRY(node.catch_up());
  const auto stored =
      TRY(node.reg().with_store([&](Store& store) { return store.entry(receipt.index); }));
  return submitted_json(receipt, TRY(parse_record(stored.entry)).id);
}

Result<Json> key_list(Node& node, const Arguments&) {
  Json::Array rows;
  for (const RosterKey& key : node.reg().state().roster->keys()) {
    rows.push_back(Json::Object{{"name", key.vkey.name},
                                {"key", to_text(key.vkey.id())},
                                {"vkey", to_text(key.vkey)},
                                {"role", word(key.role)},
                                {"enrolled_at", key.enrolled_at.value},
                                {"from", key.from ? Json(key.from->value) : Json()}});
  }
  return rows;
}

Result<Json> key_enrol(Node& node, const Arguments& arguments) {
  Key key;
  key.salt = Salt::generate(node.env());
  key.vkey = TRY(parse_vkey(arguments.text("vkey")));
  key.next = TRY(parse_digest(arguments.text("next")).within("next"));
  const Party* party = node.genesis().party(party_of(key.vkey.name));
  if (party == nullptr) {
    return Error{Errc::unknown_key, key.vkey.name + " lies below no party of this circle"};
  }
  // The root would sign, and the register admit, a record that does not act: say so before.
  const auto roster = node.reg().state().roster;
  const RosterKey* root = roster->find(party->root.name, party->root.id());
  TRY(roster->may_enrol(*root, key));
  const Receipt receipt = TRY(node.write_as_root(party->root.name, key));
  const auto stored =
      TRY(node.reg().with_store([&](Store& store) { return store.entry(receipt.index); }));
  return submitted_json(receipt, TRY(parse_record(stored.entry)).id);
}

}  // namespace armistice
