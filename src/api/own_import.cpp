// SPDX-License-Identifier: Apache-2.0
// A file of what a side keeps to itself, put into its own register fact by fact.
#include <fmt/format.h>

#include "api/author.h"
#include "api/facts_file.h"
#include "api/own_commands.h"
#include "base/limits.h"

namespace armistice {
namespace {

struct OwnFacts {
  std::vector<Fact<InstructionRequest>> requests;
  std::vector<Fact<Instruction>> instructions;
  std::vector<Fact<Ladder>> ladders;
  std::vector<Fact<RungRelease>> releases;
  std::vector<Fact<Guidance>> guidance;
  std::vector<Fact<PressItem>> press;
  std::vector<Fact<OwnDeadline>> deadlines;
  std::vector<Fact<Linkage>> linkages;

  std::size_t count() const {
    return requests.size() + instructions.size() + ladders.size() + releases.size() +
           guidance.size() + press.size() + deadlines.size() + linkages.size();
  }
};

Result<Fact<InstructionRequest>> read_request_fact(TomlTable& table) {
  Fact<InstructionRequest> fact = TRY(begin<InstructionRequest>(table));
  fact.body.issue = TRY(table.name("issue"));
  fact.body.question = TRY(table.text("question"));
  fact.body.due = TRY(day_at(table, "due"));
  for (TomlTable& one : TRY(table.tables("options"))) {
    RequestOption& option = fact.body.options.emplace_back();
    option.option = TRY(one.text("option"));
    option.arguments = TRY(one.text_or("arguments", ""));
    TRY(one.closed());
  }
  return fact;
}

// Without its request's id, which is known only once that is written, it has no option either.
Result<Fact<Instruction>> read_instruction_fact(TomlTable& table) {
  Fact<Instruction> fact = TRY(begin<Instruction>(table));
  fact.of = TRY(table.text_or("request", ""));
  if (!fact.of.empty()) fact.body.request = Digest{};
  fact.body.issue = TRY(table.name("issue"));
  fact.body.option = TRY(table.count_or("option", 0));
  fact.body.by = TRY(table.text("by"));
  fact.body.day = TRY(day_at(table, "day"));
  return fact;
}

Result<Fact<Ladder>> read_ladder_fact(TomlTable& table) {
  Fact<Ladder> fact = TRY(begin<Ladder>(table));
  fact.body.issue = TRY(table.name("issue"));
  fact.body.day = TRY(day_at(table, "day"));
  for (TomlTable& one : TRY(table.tables("rungs"))) {
    Rung& rung = fact.body.rungs.emplace_back();
    rung.position = TRY(one.text("position"));
    rung.also = TRY(one.text_or("also", ""));
    rung.condition = TRY(one.text_or("condition", ""));
    TRY(one.closed());
  }
  return fact;
}

Result<Fact<RungRelease>> read_release_fact(TomlTable& table) {
  Fact<RungRelease> fact = TRY(begin<RungRelease>(table));
  fact.of = TRY(table.text("ladder"));
  fact.body.rung = TRY(table.count("rung"));
  fact.body.by = TRY(table.text("by"));
  fact.body.day = TRY(day_at(table, "day"));
  return fact;
}

Result<Fact<Guidance>> read_guidance_fact(TomlTable& table) {
  Fact<Guidance> fact = TRY(begin<Guidance>(table));
  fact.body.issue = TRY(table.text_or("issue", ""));
  fact.body.by = TRY(table.text("by"));
  fact.body.day = TRY(day_at(table, "day"));
  for (TomlTable& one : TRY(table.tables("unsaid"))) {
    UnsaidWords& unsaid = fact.body.unsaid.emplace_back();
    unsaid.words = TRY(one.text("words"));
    unsaid.instead = TRY(one.text_or("instead", ""));
    TRY(one.closed());
  }
  return fact;
}

Result<Fact<PressItem>> read_press_fact(TomlTable& table) {
  Fact<PressItem> fact = TRY(begin<PressItem>(table));
  fact.body.day = TRY(day_at(table, "day"));
  fact.body.outlet = TRY(table.text("outlet"));
  fact.body.side = TRY(table.name("side"));
  fact.body.issue = TRY(table.text_or("issue", ""));
  fact.body.quoted = TRY(table.text("quoted"));
  return fact;
}

Result<Fact<OwnDeadline>> read_deadline_fact(TomlTable& table) {
  Fact<OwnDeadline> fact = TRY(begin<OwnDeadline>(table));
  fact.body.issue = TRY(table.text_or("issue", ""));
  fact.body.due = TRY(day_at(table, "due"));
  fact.body.what = TRY(table.text("what"));
  return fact;
}

Result<Fact<Linkage>> read_linkage_fact(TomlTable& table) {
  Fact<Linkage> fact = TRY(begin<Linkage>(table));
  fact.body.issue = TRY(table.name("issue"));
  fact.body.against = TRY(table.name("against"));
  fact.body.day = TRY(day_at(table, "day"));
  fact.body.terms = TRY(table.text("terms"));
  return fact;
}

Result<OwnFacts> read_own_facts(std::string_view name, ByteView text) {
  const TomlValue document = TRY(parse_toml(name, text));
  TomlTable file(document, "file");
  OwnFacts facts;
  TRY(read_all(file, "request", facts.requests, read_request_fact));
  TRY(read_all(file, "ladder", facts.ladders, read_ladder_fact));
  TRY(read_all(file, "instruction", facts.instructions, read_instruction_fact));
  TRY(read_all(file, "release", facts.releases, read_release_fact));
  TRY(read_all(file, "guidance", facts.guidance, read_guidance_fact));
  TRY(read_all(file, "press", facts.press, read_press_fact));
  TRY(read_all(file, "deadline", facts.deadlines, read_deadline_fact));
  TRY(read_all(file, "linkage", facts.linkages, read_linkage_fact));
  TRY(file.closed());
  return facts;
}

// Requests and ladders stand before what names them.
Result<void> check_keys(const OwnFacts& facts, Keys& keys) {
  for (const auto& fact : facts.requests) TRY(keys.add(fact.place, fact.key, "request"));
  for (const auto& fact : facts.ladders) TRY(keys.add(fact.place, fact.key, "ladder"));
  for (const auto& fact : facts.instructions) TRY(keys.needs(fact.place, fact.of, "request"));
  for (const auto& fact : facts.releases) TRY(keys.needs(fact.place, fact.of, "ladder"));
  return {};
}

class OwnImporter {
 public:
  OwnImporter(Client& client, std::string author, Keys keys)
      : client_(client), author_(std::move(author)), keys_(std::move(keys)) {}

  template <typename T>
  Result<std::int64_t> write(std::vector<Fact<T>>& all) {
    for (Fact<T>& fact : all) {
      std::vector<Digest> refers = link(fact);
      fact.body.salt = Salt::generate(client_.env());
      const Json written = TRY(
          write_record(client_, author_, fact.body, std::move(refers)).within(fact.place.text()));
      keys_.written(fact.key, TRY(parse_digest(*written.find("id")->as_text())));
    }
    return static_cast<std::int64_t>(all.size());
  }

 private:
  template <typename T>
  std::vector<Digest> link(Fact<T>&) {
    return {};
  }
  std::vector<Digest> link(Fact<Instruction>& fact) {
    if (fact.of.empty()) return {};
    fact.body.request = keys_.of(fact.of);
    return {*fact.body.request};
  }
  std::vector<Digest> link(Fact<RungRelease>& fact) {
    fact.body.ladder = keys_.of(fact.of);
    return {fact.body.ladder};
  }

  Client& client_;
  std::string author_;
  Keys keys_;
};

}  // namespace

Result<Json> own_import(Client& client, const Arguments& arguments) {
  const Path file = arguments.text("file");
  const Bytes text =
      TRY(client.env().read_file(file, limits::note_text_bytes_max).within(file.string()));
  OwnFacts facts = TRY(read_own_facts(file.filename().string(), text));
  Keys keys;
  TRY(check_keys(facts, keys));
  if (facts.count() > facts_max) {
    return Error{Errc::too_large, fmt::format("{} facts, at most {}", facts.count(), facts_max)};
  }
  OwnImporter importer(client, arguments.text("as"), std::move(keys));
  Json answer = Json::Object{{"requests", TRY(importer.write(facts.requests))}};
  const std::int64_t ladders = TRY(importer.write(facts.ladders));
  answer.add("instructions", TRY(importer.write(facts.instructions)));
  answer.add("ladders", ladders);
  answer.add("releases", TRY(importer.write(facts.releases)));
  answer.add("guidance", TRY(importer.write(facts.guidance)));
  answer.add("press", TRY(importer.write(facts.press)));
  answer.add("deadlines", TRY(importer.write(facts.deadlines)));
  answer.add("linkages", TRY(importer.write(facts.linkages)));
  return answer;
}

}  // namespace armistice
