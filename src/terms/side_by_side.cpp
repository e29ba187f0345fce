// SPDX-License-Identifier: Apache-2.0
#include "terms/side_by_side.h"

#include <fmt/format.h>

#include <map>

#include "terms/compared.h"

namespace armistice {
namespace {

using Pairs = std::map<std::pair<std::uint64_t, std::string>, ParagraphPair>;

ParagraphPair& at(Pairs& pairs, const std::string& number) {
  ParagraphPair& pair = pairs[paragraph_order(number)];
  pair.number = number;
  return pair;
}

void put_texts(const AgreementFolder& folder, std::string SayingPair::* side, Pairs& pairs) {
  for (const Article& article : folder.articles) {
    for (const Paragraph& paragraph : article.paragraphs) {
      ParagraphPair& pair = at(pairs, paragraph.number);
      pair.text.name = article.number;
      pair.text.*side = paragraph.text;
    }
  }
}

std::string teams_text(const TeamGroup* group) {
  return group == nullptr ? std::string() : fmt::format("{} teams", group->teams.size());
}

void put_teams(const AgreementFolder& a, const AgreementFolder& b, Pairs& pairs) {
  for (const TeamGroup& group : a.bodies.team_groups) {
    at(pairs, group.paragraph)
        .teams.push_back({group.title, teams_text(&group), teams_text(b.bodies.group(group.name))});
  }
  for (const TeamGroup& group : b.bodies.team_groups) {
    if (a.bodies.group(group.name) != nullptr) continue;
    at(pairs, group.paragraph).teams.push_back({group.title, "", teams_text(&group)});
  }
}

// Who sits in a body is shown where it is not the same: paragraphs of bodies are many, changes few.
void put_seats(const AgreementFolder& a, const AgreementFolder& b, Pairs& pairs) {
  for (const TreatyBody& body : a.bodies.bodies) {
    const TreatyBody* there = b.bodies.body(body.name);
    const std::string right = there == nullptr ? std::string() : seats_text(there->seats);
    const std::string left = seats_text(body.seats);
    if (left != right) at(pairs, body.paragraph).teams.push_back({body.title, left, right});
  }
}

Standing standing_of(const SayingPair& one) {
  if (one.a == one.b) return Standing::same;
  if (one.b.empty()) return Standing::only_a;
  return one.a.empty() ? Standing::only_b : Standing::differs;
}

// The standing of parts, each of which may have one of its own.
class Together {
 public:
  void add(Standing one) {
    if (all_ && *all_ != one) one = Standing::differs;
    all_ = one;
  }
  Standing all() const { return all_.value_or(Standing::same); }

 private:
  std::optional<Standing> all_;
};

void put_side(const Term* term, std::string SayingPair::* side, TermPair& pair) {
  if (term == nullptr) return;
  pair.id = term->id;
  pair.kind.*side = kind_word(term->kind);
  pair.phrase.*side = term->phrase;
  for (const auto& [name, value] : parameters_of(*term)) {
    const auto held = std::find_if(pair.parameters.begin(), pair.parameters.end(),
                                   [&](const SayingPair& one) { return one.name == name; });
    if (held == pair.parameters.end()) {
      pair.parameters.push_back({name, "", ""});
      pair.parameters.back().*side = value;
    } else {
      (*held).*side = value;
    }
  }
}

TermPair pair_of(const Term* a, const Term* b) {
  TermPair pair;
  put_side(a, &SayingPair::a, pair);
  put_side(b, &SayingPair::b, pair);
  if (a == nullptr || b == nullptr) {
    pair.standing = b == nullptr ? Standing::only_a : Standing::only_b;
    return pair;
  }
  const auto same = [](const SayingPair& one) { return one.a == one.b; };
  const bool all = same(pair.kind) && same(pair.phrase) &&
                   std::all_of(pair.parameters.begin(), pair.parameters.end(), same);
  pair.standing = all ? Standing::same : Standing::differs;
  return pair;
}

Standing standing_of(const ParagraphPair& pair) {
  Together together;
  if (!pair.text.a.empty() || !pair.text.b.empty()) together.add(standing_of(pair.text));
  for (const SayingPair& one : pair.teams) together.add(standing_of(one));
  for (const TermPair& one : pair.terms) together.add(one.standing);
  return together.all();
}

}  // namespace

std::vector<ParagraphPair> side_by_side(const AgreementFolder& a, const AgreementFolder& b) {
  Pairs pairs;
  put_texts(b, &SayingPair::b, pairs);
  put_texts(a, &SayingPair::a, pairs);
  put_teams(a, b, pairs);
  put_seats(a, b, pairs);
  for (const Term& term : a.terms) {
    at(pairs, term.paragraph).terms.push_back(pair_of(&term, b.term(term.id)));
  }
  for (const Term& term : b.terms) {
    if (a.term(term.id) != nullptr) continue;
    at(pairs, term.paragraph).terms.push_back(pair_of(nullptr, &term));
  }
  std::vector<ParagraphPair> out;
  for (auto& [order, pair] : pairs) {
    pair.standing = standing_of(pair);
    out.push_back(std::move(pair));
  }
  return out;
}

}  // namespace armistice
