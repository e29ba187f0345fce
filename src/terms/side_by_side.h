// SPDX-License-Identifier: Apache-2.0
// Two agreements, or an agreement and a rival draft of it, whole and side by side: every paragraph
// with its terms, the same ones too, where compared.h has the differences alone. Pure.
// Spec: agreement.md §9.
#pragma once

#include "terms/folder.h"

namespace armistice {

enum class Standing : std::uint8_t { same, differs, only_a, only_b };
inline constexpr std::array<std::string_view, 4> standing_words = {"same", "differs", "only_a",
                                                                   "only_b"};

/// What both say of one thing. Empty: that side says nothing of it.
struct SayingPair {
  std::string name;
  std::string a;
  std::string b;
};

/// A term of one id in either; empty throughout where a side has none.
struct TermPair {
  std::string id;
  SayingPair kind;
  SayingPair phrase;
  std::vector<SayingPair> parameters;  // in the order of a's, then those of b alone
  Standing standing = Standing::same;
};

struct ParagraphPair {
  std::string number;
  SayingPair text;
  std::vector<SayingPair> teams;  // of the groups that it sets up, how many
  std::vector<TermPair> terms;    // that stand against it, a's first
  Standing standing = Standing::same;
};

/// Every paragraph of either, ascending. A term that both have stands where a has it.
std::vector<ParagraphPair> side_by_side(const AgreementFolder& a, const AgreementFolder& b);

}  // namespace armistice
