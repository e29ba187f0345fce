// SPDX-License-Identifier: Apache-2.0
#include "terms/folder.h"

#include <fmt/format.h>

#include <map>
#include <set>

#include "base/text.h"
#include "terms/contradiction.h"
#include "terms/has.h"
#include "terms/quotation.h"

namespace armistice {
namespace {

bool is_zone(const AgreementFolder& folder, const std::string& name) {
  return name == in_no_zone || has(folder.agreement.zones, name);
}

// Whether the agreement has a party, a desk, an organ, a body, teams or a place of that name.
bool is_known(const AgreementFolder& folder, const std::string& name) {
  const Agreement& agreement = folder.agreement;
  for (const AgreementParty& party : agreement.parties) {
    if (party.name == name) return true;
    for (const std::string& desk : party.desks) {
      if (desk == name) return true;
    }
  }
  for (const AgreementOrgan& organ : agreement.organs) {
    if (organ.name == name) return true;
  }
  const Bodies& bodies = folder.bodies;
  return bodies.has(name) || bodies.place(name) != nullptr ||
         std::any_of(bodies.ports.begin(), bodies.ports.end(),
                     [&](const Port& port) { return port.name == name; });
}

// The zones that a term names and the agreement does not have.
std::vector<Error> unknown_zones(const AgreementFolder& folder, const Term& term) {
  std::vector<Error> wrong;
  for (const std::string& zone : zones_in(term.kind)) {
    if (is_zone(folder, zone)) continue;
    wrong.push_back(
        malformed_at(term.place, fmt::format("{}: agreement.toml has no zone {}", term.id, zone)));
  }
  return wrong;
}

// Terms that rule one thing in two ways, each named at the later one's place.
std::vector<Error> contradictions(const std::vector<Term>& terms) {
  std::vector<Error> wrong;
  for (std::size_t later = 0; later < terms.size(); ++later) {
    for (std::size_t before = 0; before < later; ++before) {
      const std::string what = contradiction_of(terms[before], terms[later]);
      if (what.empty()) continue;
      wrong.push_back(malformed_at(
          terms[later].place,
          fmt::format("{} contradicts {} in {}", terms[later].id, terms[before].id, what)));
    }
  }
  return wrong;
}

// What a draft changes must be there, and what it names must be known to it or the agreement.
std::vector<Error> wrong_with(const AgreementFolder& folder, const RivalDraft& draft) {
  std::vector<Error> wrong;
  const auto bad = [&](std::string_view what) {
    wrong.push_back({Errc::malformed, fmt::format("drafts/{}.toml: {}", draft.name, what)});
  };
  const auto is_organ = [&](const std::string& name) {
    const auto& organs = folder.agreement.organs;
    return std::any_of(organs.begin(), organs.end(),
                       [&](const auto& one) { return one.name == name; });
  };
  if (folder.agreement.party(draft.by) == nullptr && !is_organ(draft.by)) {
    bad("agreement.toml has no party or organ " + draft.by);
  }
  for (const std::string& id : draft.leaves_out) {
    if (folder.term(id) == nullptr) bad("leaves out a term that there is not: " + id);
  }
  for (const std::string& id : draft.keeps.value_or(std::vector<std::string>())) {
    if (folder.term(id) == nullptr) bad("keeps a term that there is not: " + id);
  }
  for (const TeamGroup& group : draft.team_groups) {
    if (folder.bodies.group(group.name) == nullptr) bad("no such teams: " + group.name);
  }
  for (const BodyChange& change : draft.bodies) {
    if (folder.bodies.body(change.name) == nullptr) bad("no such body: " + change.name);
    if (!change.members.empty() && !is_organ(change.name))
      bad(change.name + " is no organ: nobody speaks for it");
    for (const std::string& member : change.members) {
      const bool seated =
          std::any_of(change.seats.begin(), change.seats.end(),
                      [&](const auto& one) { return one.from == party_of(member); });
      if (!seated) bad(fmt::format("{}: {} has no seat", change.name, member));
    }
    for (const Seats& seats : change.seats) {
      const bool known = folder.agreement.party(seats.from) != nullptr || draft.knows(seats.from);
      if (!known) bad(fmt::format("{}: no party and none of `names`: {}", change.name, seats.from));
      if (seats.nominated_by.empty()) continue;
      if (folder.agreement.party(seats.nominated_by) == nullptr) {
        bad(fmt::format("{}: agreement.toml has no party {}", change.name, seats.nominated_by));
      }
    }
  }
  for (const Place& place : draft.places) {
    if (is_known(folder, place.name)) bad("the agreement has a " + place.name);
    const bool nobody = place.side.empty();
    if (!nobody && folder.agreement.party(place.side) == nullptr) {
      bad(fmt::format("{}: agreement.toml has no party {}", place.name, place.side));
    }
  }
  const AgreementFolder read = under(folder, draft);
  // What the agreement itself contradicts is said once, of the agreement.
  if (contradictions(folder.terms).empty()) {
    for (Error& one : contradictions(read.terms)) wrong.push_back(std::move(one));
  }
  for (const Term& term : draft.terms) {
    if (read.paragraph(term.paragraph) == nullptr) {
      wrong.push_back(malformed_at(
          term.place, fmt::format("{}: nothing restates §{}", term.id, term.paragraph)));
    }
    for (Error& one : unknown_zones(folder, term)) wrong.push_back(std::move(one));
    for (const std::string& name : names_in(term.kind)) {
      if (is_known(folder, name) || draft.knows(name)) continue;
      wrong.push_back(malformed_at(
          term.place,
          fmt::format("{}: neither the agreement nor `names` has a {}", term.id, name)));
    }
  }
  return wrong;
}

class FolderReader {
 public:
  explicit FolderReader(const std::vector<BundleFile>& bundle) : bundle_(bundle) {}

  FolderReading read() {
    sort_files();
    read_file("agreement.toml", [&](ByteView text) -> Result<void> {
      reading_.folder.agreement = TRY(parse_agreement(text));
      return {};
    });
    read_file("bodies.toml", [&](ByteView text) -> Result<void> {
      reading_.folder.bodies = TRY(read_bodies(text));
      return {};
    });
    for (const BundleFile* file : articles_) {
      keep(reading_.folder.articles, read_article(file->path, file->bytes));
    }
    for (const BundleFile* file : terms_) {
      keep_all(reading_.folder.terms, read_terms(file->path, file->bytes));
    }
    for (const BundleFile* file : drafts_) {
      keep(reading_.folder.drafts, read_rival_draft(file->path, file->bytes));
    }
    const bool terms_good = reading_.wrong.empty();
    // A case of a term that could not be read would only be a second error for the same mistake.
    if (terms_good) {
      for (const BundleFile* file : cases_) {
        keep_all(reading_.folder.cases, read_cases(file->path, file->bytes, reading_.folder.terms,
                                                   reading_.folder.bodies));
      }
      check_paragraphs();
      check_names();
      for (Error& one : misquoted(reading_.folder)) reading_.wrong.push_back(std::move(one));
      for (Error& one : contradictions(reading_.folder.terms)) {
        reading_.wrong.push_back(std::move(one));
      }
      for (const RivalDraft& draft : reading_.folder.drafts) check_draft(draft);
    }
    if (reading_.wrong.empty()) check_cases();
    return std::move(reading_);
  }

 private:
  void sort_files() {
    const std::array<std::pair<std::string_view, std::vector<const BundleFile*>*>, 4> folders = {
        {{"articles/", &articles_},
         {"terms/", &terms_},
         {"cases/", &cases_},
         {"drafts/", &drafts_}}};
    for (const BundleFile& file : bundle_) {
      bool known = file.path == "agreement.toml" || file.path == "bodies.toml";
      for (const auto& [prefix, files] : folders) {
        if (!file.path.starts_with(prefix)) continue;
        known =
            file.path.ends_with(".toml") && file.path.find('/', prefix.size()) == std::string::npos;
        if (known) files->push_back(&file);
        if (!known) wrong(file.path + ": this folder holds .toml files only");
        known = true;
      }
      const bool at_top = file.path.find('/') == std::string::npos;
      if (!known && at_top && file.path.ends_with(".toml")) {
        wrong(file.path + ": no such file; there are agreement.toml, bodies.toml");
      }
    }
    for (const auto& [prefix, files] : folders) {
      if (files->empty() && files != &drafts_) wrong(fmt::format("{} holds no .toml file", prefix));
      std::sort(files->begin(), files->end(),
                [](const BundleFile* a, const BundleFile* b) { return a->path < b->path; });
    }
  }

  template <typename Reader>
  void read_file(std::string_view path, Reader reader) {
    for (const BundleFile& file : bundle_) {
      if (file.path != path) continue;
      const Result<void> read = reader(file.bytes);
      if (!read.ok()) reading_.wrong.push_back(read.error());
      return;
    }
    reading_.wrong.push_back({Errc::not_found, fmt::format("{} is missing", path)});
  }

  template <typename T>
  void keep(std::vector<T>& all, Result<T> one) {
    if (!one.ok()) return reading_.wrong.push_back(one.error());
    all.push_back(*std::move(one));
  }

  template <typename T>
  void keep_all(std::vector<T>& all, Result<std::vector<T>> more) {
    if (!more.ok()) return reading_.wrong.push_back(more.error());
    for (T& one : *more) all.push_back(std::move(one));
  }

  void wrong(std::string what) { reading_.wrong.push_back({Errc::malformed, std::move(what)}); }
  void wrong(const FilePlace& place, std::string_view what) {
    reading_.wrong.push_back(malformed_at(place, what));
  }

  void check_paragraphs() {
    std::set<std::string> numbers;
    for (const Article& article : reading_.folder.articles) {
      for (const Paragraph& paragraph : article.paragraphs) {
        if (!numbers.insert(paragraph.number).second) {
          wrong(paragraph.place, fmt::format("§{} stands in two articles", paragraph.number));
        }
      }
    }
    std::set<std::string> ids;
    for (const Term& term : reading_.folder.terms) {
      if (!ids.insert(term.id).second) wrong(term.place, term.id + " stands twice");
      if (!numbers.contains(term.paragraph)) {
        wrong(term.place,
              fmt::format("{}: articles/ does not restate §{}", term.id, term.paragraph));
      }
    }
  }

  void check_names() {
    const Bodies& bodies = reading_.folder.bodies;
    const auto party = [&](const std::string& body, const std::string& name) {
      if (reading_.folder.agreement.party(name) != nullptr) return;
      wrong(fmt::format("bodies.toml: {}: agreement.toml has no party {}", body, name));
    };
    for (const TreatyBody& body : bodies.bodies) {
      for (const Seats& seats : body.seats) {
        party(body.name, seats.from);
        if (!seats.nominated_by.empty()) party(body.name, seats.nominated_by);
      }
    }
    for (const Port& port : bodies.ports) party(port.name, port.side);
    for (const Place& place : bodies.places) {
      if (!place.side.empty()) party(place.name, place.side);
    }
    for (const Term& term : reading_.folder.terms) {
      for (Error& one : unknown_zones(reading_.folder, term)) {
        reading_.wrong.push_back(std::move(one));
      }
      for (const std::string& name : names_in(term.kind)) {
        if (is_known(reading_.folder, name)) continue;
        wrong(term.place,
              fmt::format("{}: neither agreement.toml nor bodies.toml has a {}", term.id, name));
      }
    }
  }

  void check_draft(const RivalDraft& draft) {
    std::vector<Error> found = wrong_with(reading_.folder, draft);
    for (Error& one : found) reading_.wrong.push_back(std::move(one));
  }

  // A term that no case has ever broken has not been tried.
  void check_cases() {
    std::map<std::string, std::pair<int, int>> tried;  // good, bad
    std::set<std::string> ids;
    for (const Case& one : reading_.folder.cases) {
      if (!ids.insert(one.id).second) wrong(one.place, one.id + " stands twice");
      const auto* action = std::get_if<Action>(&one.given);
      if (action != nullptr && !is_zone(reading_.folder, action->place)) {
        wrong(one.place, fmt::format("{}: agreement.toml has no zone {}", one.id, action->place));
      }
      auto& [good, bad] = tried[one.term];
      ++(is_good(one.expect) ? good : bad);
    }
    for (const Term& term : reading_.folder.terms) {
      const auto [good, bad] = tried[term.id];
      const auto* area = std::get_if<PointArea>(&term.kind);
      const bool never_good = area != nullptr && !area->map.empty();  // the map is not here
      if (good == 0 && !never_good)
        wrong(term.place, term.id + ": no case that it must let pass in cases/");
      if (bad == 0) wrong(term.place, term.id + ": no case that it must not let pass in cases/");
    }
  }

  const std::vector<BundleFile>& bundle_;
  std::vector<const BundleFile*> articles_;
  std::vector<const BundleFile*> terms_;
  std::vector<const BundleFile*> cases_;
  std::vector<const BundleFile*> drafts_;
  FolderReading reading_;
};

}  // namespace

const Term* AgreementFolder::term(std::string_view id) const {
  for (const Term& one : terms) {
    if (one.id == id) return &one;
  }
  return nullptr;
}

const Paragraph* AgreementFolder::paragraph(std::string_view number) const {
  for (const Article& article : articles) {
    for (const Paragraph& one : article.paragraphs) {
      if (one.number == number) return &one;
    }
  }
  return nullptr;
}

const RivalDraft* AgreementFolder::draft(std::string_view name) const {
  for (const RivalDraft& one : drafts) {
    if (one.name == name) return &one;
  }
  return nullptr;
}

Result<RivalDraft> read_changes(const AgreementFolder& folder, ByteView text) {
  RivalDraft changes = TRY(read_rival_draft("changes", text));
  const std::vector<Error> wrong = wrong_with(folder, changes);
  if (!wrong.empty()) return wrong.front();
  return changes;
}

AgreementFolder under(AgreementFolder folder, const RivalDraft& draft) {
  std::erase_if(folder.terms, [&](const Term& term) {
    return has(draft.leaves_out, term.id) || (draft.keeps && !has(*draft.keeps, term.id));
  });
  if (draft.keeps) {
    for (Article& article : folder.articles) {
      std::erase_if(article.paragraphs, [&](const Paragraph& held) {
        const auto is_it = [&](const Paragraph& one) { return one.number == held.number; };
        return std::none_of(draft.paragraphs.begin(), draft.paragraphs.end(), is_it);
      });
    }
  }
  for (const Term& term : draft.terms) {
    const auto held = std::find_if(folder.terms.begin(), folder.terms.end(),
                                   [&](const Term& one) { return one.id == term.id; });
    if (held != folder.terms.end()) {
      *held = term;
    } else {
      folder.terms.push_back(term);
    }
  }
  for (const TeamGroup& group : draft.team_groups) {
    for (TeamGroup& held : folder.bodies.team_groups) {
      if (held.name == group.name) held.teams = group.teams;
    }
  }
  for (const BodyChange& change : draft.bodies) {
    for (TreatyBody& held : folder.bodies.bodies) {
      if (held.name == change.name) held.seats = change.seats;
    }
    if (change.members.empty()) continue;
    for (AgreementOrgan& organ : folder.agreement.organs) {
      if (organ.name == change.name) organ.members = change.members;
    }
  }
  folder.bodies.places.insert(folder.bodies.places.end(), draft.places.begin(), draft.places.end());
  Article further{draft.name, draft.title, "en", ArticleWords::restated, {}};
  for (const Paragraph& paragraph : draft.paragraphs) {
    bool held = false;
    for (Article& article : folder.articles) {
      for (Paragraph& one : article.paragraphs) {
        if (one.number != paragraph.number) continue;
        one.text = paragraph.text;
        held = true;
      }
    }
    if (!held) further.paragraphs.push_back(paragraph);
  }
  if (!further.paragraphs.empty()) folder.articles.push_back(std::move(further));
  return folder;
}

FolderReading read_agreement_folder(const std::vector<BundleFile>& bundle) {
  return FolderReader(bundle).read();
}

std::vector<CaseRun> run_cases(const AgreementFolder& folder) {
  std::vector<CaseRun> runs;
  for (const Case& one : folder.cases) {
    const Term* term = folder.term(one.term);
    ASSERT(term != nullptr);
    runs.push_back(run_case(one, *term));
  }
  return runs;
}

}  // namespace armistice
