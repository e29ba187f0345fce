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

// An agreement as it is named: its folder, or a file of its drafts/.
struct NamedAgreement {
  std::string name;
  AgreementFolder folder;
};

Result<NamedAgreement> named(Client& client, const std::string& text) {
  const Path path = text;
  const bool is_draft = path.extension() == ".toml" && path.parent_path().filename() == "drafts";
  const Path folder = is_draft ? path.parent_path().parent_path() : path;
  const auto bundle = TRY(read_bundle(client.env(), folder).within(folder.string()));
  FolderReading reading = read_agreement_folder(bundle);
  if (!reading.wrong.empty()) return reading.wrong.front().within(folder.string());
  if (!is_draft) return NamedAgreement{reading.folder.agreement.name, std::move(reading.folder)};
  const RivalDraft* draft = reading.folder.draft(path.stem().string());
  if (draft == nullptr) {
    return Error{Errc::not_found,
                 fmt::format("{} holds no draft {}", folder.string(), path.stem().string())};
  }
  const std::string name = draft->name;
  return NamedAgreement{name, under(reading.folder, *draft)};
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
  const Path folder = arguments.text("folder");
  const auto bundle = TRY(read_bundle(client.env(), folder).within(folder.string()));
  FolderReading reading = read_agreement_folder(bundle);
  const std::string text = arguments.text("text");
  if (!text.empty() && reading.wrong.empty()) {
    const Bytes agreed =
        TRY(client.env().read_file(text, limits::agreed_text_bytes_max).within(text));
    reading.wrong = misquoted_in(reading.folder, agreed);
  }
  Json::Array wrong;
  for (const Error& error : reading.wrong) wrong.push_back(error.text());
  Json::Array cases;
  std::int64_t failed = 0;
  if (reading.wrong.empty()) {
    for (const CaseRun& run : run_cases(reading.folder)) {
      cases.push_back(case_json(run));
      failed += run.good ? 0 : 1;
    }
  }
  std::int64_t paragraphs = 0;
  for (const Article& article : reading.folder.articles) {
    paragraphs += static_cast<std::int64_t>(article.paragraphs.size());
  }
  return Json::Object{{"agreement", reading.folder.agreement.name},
                      {"paragraphs", paragraphs},
                      {"terms", std::int64_t(reading.folder.terms.size())},
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
