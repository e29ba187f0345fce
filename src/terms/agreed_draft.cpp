// SPDX-License-Identifier: Apache-2.0
#include "terms/agreed_draft.h"

#include <fmt/format.h>

#include "terms/has.h"
#include "terms/quotation.h"

namespace armistice {
namespace {

// A basic string of TOML: what JSON escapes is escaped there alike, and one character more.
std::string toml_text(std::string_view text) {
  std::string out;
  for (const char c : to_text(Json(std::string(text)))) {
    if (c == '\x7f') {
      out += "\\u007f";
    } else {
      out += c;
    }
  }
  return out;
}

std::string toml_list(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& one : texts) out += (out.empty() ? "" : ", ") + toml_text(one);
  return fmt::format("[{}]", out);
}

}  // namespace

RivalDraft agreed_draft(const AgreementFolder& agreement, std::string_view name,
                        std::string_view by, const std::vector<AgreedWords>& points) {
  RivalDraft draft;
  draft.name = name;
  draft.by = by;
  for (const AgreedWords& point : points) {
    if (point.wording.empty() || point.paragraph.empty()) continue;
    const auto held = std::find_if(draft.paragraphs.begin(), draft.paragraphs.end(),
                                   [&](const auto& one) { return one.number == point.paragraph; });
    if (held == draft.paragraphs.end()) {
      draft.paragraphs.push_back({{}, point.paragraph, point.wording});
    } else {
      held->text += "\n" + point.wording;
    }
  }
  draft.keeps.emplace();
  for (const Term& term : agreement.terms) {
    const bool carried =
        std::any_of(draft.paragraphs.begin(), draft.paragraphs.end(), [&](const auto& one) {
          return is_part_of(one.number, term.paragraph) && is_quoted(term.phrase, one.text);
        });
    if (carried) draft.keeps->push_back(term.id);
  }
  return draft;
}

std::string to_toml(const RivalDraft& draft) {
  std::string out = fmt::format("name = {}\ntitle = {}\nby = {}\nsource = {}\nkeeps = {}\n",
                                toml_text(draft.name), toml_text(draft.title), toml_text(draft.by),
                                toml_text(draft.source), toml_list(*draft.keeps));
  for (const Paragraph& one : draft.paragraphs) {
    out += fmt::format("\n[[paragraph]]\nnumber = {}\ntext = {}\n", toml_text(one.number),
                       toml_text(one.text));
  }
  return out;
}

}  // namespace armistice
