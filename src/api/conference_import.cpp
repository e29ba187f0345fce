// SPDX-License-Identifier: Apache-2.0
#include "api/conference_import.h"

#include <fmt/format.h>

#include "api/author.h"
#include "api/facts_file.h"
#include "api/keyed.h"
#include "api/may_be_signed.h"
#include "base/limits.h"

namespace armistice {
namespace {

struct ConferenceFacts {
  std::vector<std::string> signers;
  std::vector<Fact<Sitting>> sittings;
  std::vector<Fact<Utterance>> statements;
  std::vector<Fact<Agenda>> agendas;
  std::vector<Fact<AgendaAnswer>> answers;
  std::vector<Fact<Proposal>> proposals;
  std::vector<Fact<AgreedPoint>> agreed;
};

Result<Fact<Sitting>> read_sitting_fact(TomlTable& table) {
  Fact<Sitting> fact = TRY(begin<Sitting>(table));
  Sitting& one = fact.body;
  one.forum = TRY(table.name("forum"));
  one.number = TRY(table.count("number"));
  one.place = TRY(table.text_or("place", ""));
  one.opened = TRY(time_at(table, "opened"));
  one.closed = TRY(time_at(table, "closed"));
  one.end = TRY(enum_of<SittingEnd>(table, "end", sitting_end_words));
  one.resumes = TRY(table.text_or("resumes", ""));
  one.conditions = TRY(table.text_or("conditions", ""));
  for (TomlTable& there : TRY(table.tables("present"))) {
    PersonsPresent& present = one.present.emplace_back();
    present.side = TRY(there.name("side"));
    present.person = TRY(there.text_or("person", ""));
    present.role = TRY(there.text_or("role", ""));
    present.number = TRY(there.count_or("number", 1));
    if (there.has("standing")) {
      present.standing = TRY(enum_of<Admitted>(there, "standing", admitted_words));
    }
    TRY(there.closed());
  }
  return fact;
}

Result<Fact<Utterance>> read_statement_fact(TomlTable& table) {
  Fact<Utterance> fact = TRY(begin<Utterance>(table));
  fact.of = TRY(table.text("sitting"));
  fact.reply = TRY(table.text_or("reply_to", ""));
  Utterance& one = fact.body;
  one.number = TRY(table.count("number"));
  one.side = TRY(table.text_or("side", ""));
  one.speaker = TRY(table.text_or("speaker", ""));
  one.at = TRY(time_at(table, "at"));
  one.sort = TRY(enum_of<UtteranceSort>(table, "sort", utterance_sort_words));
  one.wording = Wording::abridged;
  if (table.has("wording")) one.wording = TRY(enum_of<Wording>(table, "wording", wording_words));
  one.language = TRY(table.text_or("language", ""));
  one.issue = TRY(table.text_or("issue", ""));
  return fact;
}

Result<Fact<Agenda>> read_agenda_fact(TomlTable& table) {
  Fact<Agenda> fact = TRY(begin<Agenda>(table));
  fact.body.side = TRY(table.name("side"));
  fact.body.version = TRY(table.count("version"));
  fact.body.day = TRY(day_at(table, "day"));
  for (TomlTable& one : TRY(table.tables("items"))) {
    AgendaItem& item = fact.body.items.emplace_back();
    item.number = TRY(one.count("number"));
    item.issue = TRY(one.name("issue"));
    item.wording = TRY(one.text("wording"));
    TRY(one.closed());
  }
  return fact;
}

Result<Fact<AgendaAnswer>> read_answer_fact(TomlTable& table) {
  Fact<AgendaAnswer> fact = TRY(begin<AgendaAnswer>(table));
  fact.of = TRY(table.text("agenda"));
  fact.body.number = TRY(table.count("number"));
  fact.body.side = TRY(table.name("side"));
  fact.body.answer = TRY(enum_of<PointAnswer>(table, "answer", point_answer_words));
  fact.body.day = TRY(day_at(table, "day"));
  fact.body.referred_to = TRY(table.text_or("referred_to", ""));
  return fact;
}

Result<Fact<Proposal>> read_proposal_fact(TomlTable& table) {
  Fact<Proposal> fact = TRY(begin<Proposal>(table));
  fact.of = TRY(table.text_or("of", ""));
  Proposal& one = fact.body;
  one.issue = TRY(table.name("issue"));
  one.side = TRY(table.name("side"));
  one.act = TRY(enum_of<ProposalAct>(table, "act", proposal_act_words));
  one.day = TRY(day_at(table, "day"));
  one.alternative = TRY(table.count_or("alternative", 0));
  one.value = TRY(table.text("value"));
  one.condition = TRY(table.text_or("condition", ""));
  one.linked = TRY(table.text_or("linked", ""));
  return fact;
}

// One point, or all of an issue at once where nothing but their number is known.
Result<void> read_agreed_facts(TomlTable& table, std::vector<Fact<AgreedPoint>>& all) {
  Fact<AgreedPoint> fact = TRY(begin<AgreedPoint>(table));
  AgreedPoint& one = fact.body;
  one.issue = TRY(table.name("issue"));
  one.points = TRY(table.count("points"));
  one.number = TRY(table.count_or("number", 0));
  one.day = TRY(day_at(table, "day"));
  one.title = TRY(table.text("title"));
  one.wording = TRY(table.text_or("wording", ""));
  one.paragraph = TRY(table.text_or("paragraph", ""));
  TRY(table.closed());
  const bool every = one.number == 0;
  if (every) one.number = 1;
  TRY(parse_body(AgreedPoint::kind, to_bytes(one)).within(table.place().text()));
  if (!every) {
    all.push_back(std::move(fact));
    return {};
  }
  if (one.points > static_cast<std::int64_t>(limits::ledger_lines_max)) {
    return table.wrong("points", "is too many");
  }
  for (one.number = 1; one.number <= one.points; ++one.number) all.push_back(fact);
  return {};
}

Result<ConferenceFacts> read_facts_file(std::string_view name, ByteView text) {
  const TomlValue document = TRY(parse_toml(name, text));
  TomlTable file(document, "file");
  ConferenceFacts facts;
  facts.signers = TRY(file.names_or_none("signers"));
  TRY(read_all(file, "sitting", facts.sittings, read_sitting_fact));
  TRY(read_all(file, "agenda", facts.agendas, read_agenda_fact));
  TRY(read_all(file, "statement", facts.statements, read_statement_fact));
  TRY(read_all(file, "point", facts.answers, read_answer_fact));
  TRY(read_all(file, "proposal", facts.proposals, read_proposal_fact));
  for (TomlTable& table : TRY(file.tables_or_none("agreed"))) {
    TRY(read_agreed_facts(table, facts.agreed));
  }
  TRY(file.closed());
  return facts;
}

template <typename T>
Result<void> check(const std::vector<Fact<T>>& all, std::string_view sort, std::string_view of,
                   Keys& keys) {
  for (const Fact<T>& fact : all) {
    TRY(keys.needs(fact.place, fact.of, of));
    TRY(keys.needs(fact.place, fact.reply, "statement"));
    TRY(keys.add(fact.place, fact.key, sort));
  }
  return {};
}

Result<void> check_keys(const ConferenceFacts& facts, Keys& keys) {
  TRY(check(facts.sittings, "sitting", "", keys));
  TRY(check(facts.agendas, "agenda", "", keys));
  TRY(check(facts.statements, "statement", "sitting", keys));
  TRY(check(facts.answers, "point", "agenda", keys));
  return check(facts.proposals, "proposal", "proposal", keys);
}

// Who speaks for both delegations; empty: nothing in the file is agreed.
Result<std::string> organ_of(Client& client, const ConferenceFacts& facts) {
  if (facts.agreed.empty()) return std::string();
  const Organ* organ = TRY(organ_with(client, facts.signers));
  if (organ != nullptr && facts.signers.size() > 1) return organ->name;
  return Error{Errc::usage,
               "no joint organ has all `signers` as members: what is agreed is signed "
               "by both delegations together"};
}

class Importer {
 public:
  Importer(Client& client, std::string author, Keys keys)
      : client_(client), author_(std::move(author)), keys_(std::move(keys)) {}

  template <typename T>
  Result<void> write(std::vector<Fact<T>>& all) {
    for (Fact<T>& fact : all) {
      std::vector<Digest> refers = link(fact);
      std::sort(refers.begin(), refers.end());
      refers.erase(std::unique(refers.begin(), refers.end()), refers.end());
      fact.body.salt = Salt::generate(client_.env());
      TRY(parse_body(T::kind, to_bytes(fact.body)).within(fact.place.text()));
      const Json written = TRY(
          write_record(client_, author_, fact.body, std::move(refers)).within(fact.place.text()));
      keys_.written(fact.key, TRY(parse_digest(*written.find("id")->as_text())));
    }
    return {};
  }

  Result<void> write_agreed(const ConferenceFacts& facts, const std::string& organ) {
    for (const Fact<AgreedPoint>& fact : facts.agreed) {
      AgreedPoint body = fact.body;
      body.salt = Salt::generate(client_.env());
      TRY(write_joint(client_, {organ, facts.signers, facts.signers, "", {}, std::nullopt}, body)
              .within(fact.place.text()));
    }
    return {};
  }

 private:
  std::vector<Digest> link(Fact<Sitting>&) { return {}; }
  std::vector<Digest> link(Fact<Agenda>&) { return {}; }
  std::vector<Digest> link(Fact<Utterance>& fact) {
    fact.body.sitting = keys_.of(fact.of);
    if (fact.reply.empty()) return {fact.body.sitting};
    fact.body.reply_to = keys_.of(fact.reply);
    return {fact.body.sitting, *fact.body.reply_to};
  }
  std::vector<Digest> link(Fact<AgendaAnswer>& fact) {
    fact.body.agenda = keys_.of(fact.of);
    return {fact.body.agenda};
  }
  std::vector<Digest> link(Fact<Proposal>& fact) {
    if (fact.of.empty()) return {};
    fact.body.of = keys_.of(fact.of);
    return {*fact.body.of};
  }

  Client& client_;
  std::string author_;
  Keys keys_;
};

// The value of the proposal of the file that a fact accepts.
template <typename T>
std::optional<std::string> accepted_in(const std::vector<Fact<T>>& all, const Fact<T>& fact) {
  if constexpr (std::is_same_v<T, Proposal>) {
    if (fact.body.act != ProposalAct::accepts || fact.of.empty()) return {};
    for (const Fact<T>& other : all) {
      if (other.key == fact.of) return other.body.value;
    }
  }
  return {};
}

// All of a file is held against the side's own register before any of it is signed.
template <typename T>
Result<void> screen(Client& client, const std::vector<Fact<T>>& all,
                    const std::vector<std::string>& names) {
  if (!client.names_own()) return {};
  for (const Fact<T>& fact : all) {
    TRY(may_be_signed(client, names, T::kind, to_bytes(fact.body), accepted_in(all, fact))
            .within(fact.place.text()));
  }
  return {};
}

Result<void> screen_all(Client& client, const ConferenceFacts& facts, const std::string& author) {
  const std::vector<std::string> alone = {author};
  TRY(screen(client, facts.sittings, alone));
  TRY(screen(client, facts.agendas, alone));
  TRY(screen(client, facts.statements, alone));
  TRY(screen(client, facts.answers, alone));
  TRY(screen(client, facts.proposals, alone));
  return screen(client, facts.agreed, facts.signers);
}

template <typename T>
void gather(const std::vector<Fact<T>>& all, std::vector<PlacedBody>& out) {
  for (const Fact<T>& fact : all) {
    out.push_back({fact.place.text(), Body(fact.body), accepted_in(all, fact)});
  }
}

}  // namespace

Result<std::vector<PlacedBody>> conference_bodies(const std::string& name, ByteView text) {
  const ConferenceFacts facts = TRY(read_facts_file(name, text));
  std::vector<PlacedBody> bodies;
  gather(facts.sittings, bodies);
  gather(facts.agendas, bodies);
  gather(facts.statements, bodies);
  gather(facts.answers, bodies);
  gather(facts.proposals, bodies);
  gather(facts.agreed, bodies);
  return bodies;
}

Result<Json> conference_import(Client& client, const Arguments& arguments) {
  const Path file = arguments.text("file");
  const Bytes text =
      TRY(client.env().read_file(file, limits::note_text_bytes_max).within(file.string()));
  ConferenceFacts facts = TRY(read_facts_file(file.filename().string(), text));
  Keys keys;
  TRY(check_keys(facts, keys));
  const std::size_t count = facts.sittings.size() + facts.statements.size() + facts.agendas.size() +
                            facts.answers.size() + facts.proposals.size() + facts.agreed.size();
  if (count > facts_max) {
    return Error{Errc::too_large, fmt::format("{} facts, at most {}", count, facts_max)};
  }
  const std::string organ = TRY(organ_of(client, facts));
  TRY(screen_all(client, facts, arguments.text("as")));
  Importer importer(client, arguments.text("as"), std::move(keys));
  TRY(importer.write(facts.sittings));
  TRY(importer.write(facts.agendas));
  TRY(importer.write(facts.statements));
  TRY(importer.write(facts.answers));
  TRY(importer.write(facts.proposals));
  TRY(importer.write_agreed(facts, organ));
  const auto size = [](const auto& all) { return static_cast<std::int64_t>(all.size()); };
  return Json::Object{{"sittings", size(facts.sittings)},   {"statements", size(facts.statements)},
                      {"agendas", size(facts.agendas)},     {"answers", size(facts.answers)},
                      {"proposals", size(facts.proposals)}, {"agreed", size(facts.agreed)}};
}

}  // namespace armistice
