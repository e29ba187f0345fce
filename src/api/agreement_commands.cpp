// SPDX-License-Identifier: Apache-2.0
#include "api/agreement_commands.h"

#include <fmt/format.h>

#include "record/manifest.h"
#include "terms/compared.h"
#include "terms/folder.h"
#include "terms/limits.h"
#include "terms/quotation.h"

namespace armistice {
namespace {

Json case_json(const CaseRun& run) {
  return Json::Object{{"id", run.of->id},
                      {"term", run.of->term},
                      {"file", run.of->place.file},
                      {"line", std::int64_t{run.of->place.line}},
                      {"expected", word(run.of->expect)},
                      {"expected_paragraph", run.of->paragraph},
                      {"verdict", word(run.finding.verdict)},
                      {"paragraph", run.finding.paragraph},
                      {"because", run.finding.because},
                      {"good", run.good}};
}

std::string text_of(const Json& row, std::string_view name) { return *row.find(name)->as_text(); }

std::int64_t integer_of(const Json& row, std::string_view name) {
  return *row.find(name)->as_integer();
}

// Whether a path names a file of drafts/, and the folder of the agreement whose draft it is.
struct DraftPath {
  bool is_draft = false;
  Path folder;
};

DraftPath draft_path(const Path& path) {
  const bool is_draft = path.extension() == ".toml" && path.parent_path().filename() == "drafts";
  return {is_draft, is_draft ? path.parent_path().parent_path() : path};
}

Error no_draft(const Path& folder, const Path& path) {
  return {Errc::not_found,
          fmt::format("{} holds no draft {}", folder.string(), path.stem().string())};
}

// An agreement as it is named: its folder, or a file of its drafts/.
struct NamedAgreement {
  std::string name;
  AgreementFolder folder;
};

Result<NamedAgreement> named(Client& client, const std::string& text) {
  const Path path = text;
  const auto [is_draft, folder] = draft_path(path);
  const auto bundle = TRY(read_bundle(client.env(), folder).within(folder.string()));
  FolderReading reading = read_agreement_folder(bundle);
  if (!reading.wrong.empty()) return reading.wrong.front().within(folder.string());
  if (!is_draft) return NamedAgreement{reading.folder.agreement.name, std::move(reading.folder)};
  const RivalDraft* draft = reading.folder.draft(path.stem().string());
  if (draft == nullptr) return no_draft(folder, path);
  const std::string name = draft->name;
  return NamedAgreement{name, under(reading.folder, *draft)};
}

// What is quoted and not there: by the draft or else the agreement of `--text`, by the changes of
// `--changes` of themselves.
Result<std::vector<Error>> misquoted(Client& client, const Arguments& arguments,
                                     const AgreementFolder& folder, const RivalDraft* draft) {
  std::vector<Error> wrong;
  const std::string text = arguments.text("text");
  if (!text.empty()) {
    const Bytes words =
        TRY(client.env().read_file(text, limits::agreed_text_bytes_max).within(text));
    wrong = draft != nullptr ? misquoted_in(*draft, words) : misquoted_in(folder, words);
  }
  const std::string file = arguments.text("changes");
  if (file.empty()) return wrong;
  const Bytes bytes =
      TRY(client.env().read_file(file, limits::agreement_file_bytes_max).within(file));
  const AgreementFolder changed = draft != nullptr ? under(folder, *draft) : folder;
  const auto changes = read_changes(changed, bytes);
  if (!changes.ok()) {
    wrong.push_back(changes.error());
    return wrong;
  }
  for (Error& one : misquoted_by(changed, *changes)) wrong.push_back(std::move(one));
  return wrong;
}

}  // namespace

Result<Json> agreement_compare(Client& client, const Arguments& arguments) {
  const NamedAgreement a = TRY(named(client, arguments.text("a")));
  const NamedAgreement b = TRY(named(client, arguments.text("b")));
  Json::Array rows;
  for (const Difference& one : compare(a.folder, b.folder)) {
    rows.push_back(Json::Object{{"paragraph", one.paragraph},
                                {"term", one.term},
                                {"what", one.what},
                                {"a", one.a},
                                {"b", one.b}});
  }
  return Json::Object{{"a", a.name}, {"b", b.name}, {"differences", std::move(rows)}};
}

std::string print_agreement_compared(const Json& answer) {
  const Json::Array& rows = *answer.find("differences")->as_array();
  const std::string a = text_of(answer, "a");
  const std::string b = text_of(answer, "b");
  if (rows.empty()) return fmt::format("{} and {} say the same\n", a, b);
  std::string out;
  std::string paragraph;
  for (const Json& row : rows) {
    if (text_of(row, "paragraph") != paragraph) {
      paragraph = text_of(row, "paragraph");
      out += fmt::format("{}§{}\n", out.empty() ? "" : "\n", paragraph);
    }
    const std::string term = text_of(row, "term");
    const auto side = [&](std::string_view key) {
      const std::string text = text_of(row, key);
      return text.empty() ? std::string("-") : text;
    };
    out += fmt::format("  {}{}{}\n    {}: {}\n    {}: {}\n", term, term.empty() ? "" : ", ",
                       text_of(row, "what"), a, side("a"), b, side("b"));
  }
  return out;
}

Result<Json> agreement_check(Client& client, const Arguments& arguments) {
  const Path path = arguments.text("folder");
  const auto [is_draft, folder] = draft_path(path);
  const auto bundle = TRY(read_bundle(client.env(), folder).within(folder.string()));
  FolderReading reading = read_agreement_folder(bundle);
  const RivalDraft* draft = is_draft ? reading.folder.draft(path.stem().string()) : nullptr;
  // A draft that cannot be read is among what is wrong.
  if (is_draft && draft == nullptr && reading.wrong.empty()) return no_draft(folder, path);
  if (reading.wrong.empty())
    reading.wrong = TRY(misquoted(client, arguments, reading.folder, draft));
  Json::Array cases;
  std::int64_t failed = 0;
  // The cases are the agreement's.
  if (reading.wrong.empty() && draft == nullptr) {
    for (const CaseRun& run : run_cases(reading.folder)) {
      cases.push_back(case_json(run));
      failed += run.good ? 0 : 1;
    }
  }
  std::size_t paragraphs = draft != nullptr ? draft->paragraphs.size() : 0;
  if (draft == nullptr) {
    for (const Article& article : reading.folder.articles) paragraphs += article.paragraphs.size();
  }
  Json::Array wrong;
  for (const Error& error : reading.wrong) wrong.push_back(error.text());
  const auto& terms = draft != nullptr ? draft->terms : reading.folder.terms;
  return Json::Object{{"agreement", draft != nullptr ? draft->name : reading.folder.agreement.name},
                      {"paragraphs", static_cast<std::int64_t>(paragraphs)},
                      {"terms", static_cast<std::int64_t>(terms.size())},
                      {"cases", std::move(cases)},
                      {"failed", failed},
                      {"wrong", std::move(wrong)},
                      {"good", failed == 0 && reading.wrong.empty()}};
}

std::string print_agreement_checked(const Json& answer) {
  std::string out;
  for (const Json& row : *answer.find("cases")->as_array()) {
    const bool good = *row.find("good")->as_bool();
    out += fmt::format("{}  {}: {} (§{}): {}\n", good ? "good " : "WRONG", text_of(row, "id"),
                       text_of(row, "verdict"), text_of(row, "paragraph"), text_of(row, "because"));
    if (good) continue;
    out += fmt::format("       {} line {}: {} should say {} (§{})\n", text_of(row, "file"),
                       integer_of(row, "line"), text_of(row, "term"), text_of(row, "expected"),
                       text_of(row, "expected_paragraph"));
  }
  const Json::Array& wrong = *answer.find("wrong")->as_array();
  for (const Json& one : wrong) out += "WRONG  " + *one.as_text() + "\n";
  if (!wrong.empty()) {
    return out + fmt::format("{} wrong; no case was run\n", wrong.size());
  }
  return out + fmt::format("{}: {} paragraphs, {} terms, {} cases, {} failed\n",
                           text_of(answer, "agreement"), integer_of(answer, "paragraphs"),
                           integer_of(answer, "terms"), answer.find("cases")->as_array()->size(),
                           integer_of(answer, "failed"));
}

}  // namespace armistice
