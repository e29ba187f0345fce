// SPDX-License-Identifier: Apache-2.0
// Two agreements, or an agreement and a rival draft of it, side by side by paragraph. Pure.
// Spec: agreement.md §9.
#pragma once

#include "terms/folder.h"

namespace armistice {

/// One difference. A side that has nothing there is empty.
struct Difference {
  std::string paragraph;
  std::string term;  // empty: of the paragraph's text, or of the teams that it sets up
  std::string what;  // `text`, `teams`, `term`, `kind`, a parameter, an option
  std::string a;
  std::string b;
};

/// By which paragraphs ascend: `13` before `13a` before `14`. REQUIRES: is_paragraph(number).
std::pair<std::uint64_t, std::string> paragraph_order(const std::string& number);

/// The parameters of a term as they stand in its file, each as one text; options with their
/// default.
std::vector<std::pair<std::string, std::string>> parameters_of(const Term& term);

/// In the order of the paragraphs.
std::vector<Difference> compare(const AgreementFolder& a, const AgreementFolder& b);

}  // namespace armistice
