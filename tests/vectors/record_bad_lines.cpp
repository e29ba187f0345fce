// SPDX-License-Identifier: Apache-2.0
#include "vectors/draft.h"

namespace armistice::vectors {
namespace {

constexpr Errc range = Errc::out_of_range;

std::string upper(std::string text) {
  for (char& c : text) {
    if (c >= 'a' && c <= 'f') c = static_cast<char>(c - 'a' + 'A');
  }
  return text;
}

// Each line is needed, once, where it stands.
std::vector<Case> order_cases(const std::string& prefix, const Draft& base) {
  std::vector<Case> cases;
  for (std::size_t i = 0; i + 1 < base.lines.size(); ++i) {
    const std::string word = base.lines[i].substr(0, base.lines[i].find_first_of(" /"));
    if (word == "signer" || word == "refers") continue;
    Draft without_it = base;
    without_it.lines.erase(without_it.lines.begin() + static_cast<std::ptrdiff_t>(i));
    cases.push_back(bad(prefix + "-without-" + word, "§2: every line is needed", without_it));
    Draft twice = base;
    twice.lines.insert(twice.lines.begin() + static_cast<std::ptrdiff_t>(i), base.lines[i]);
    cases.push_back(bad(prefix + "-" + word + "-twice", "§2: each line stands once", twice));
    if (base.lines[i + 1].starts_with("refers")) continue;
    Draft swapped = base;
    std::swap(swapped.lines[i], swapped.lines[i + 1]);
    cases.push_back(bad(prefix + "-" + word + "-too-late", "§2: lines stand in order", swapped));
  }
  return cases;
}

std::vector<Case> version_and_circle_cases() {
  const Draft base = one_author();
  const std::string hex(64, 'a');
  return {
      bad("version-2", "§2: another version is unsupported", headed(base, "armistice/record/v2"),
          Errc::unsupported),
      bad("version-10", "§2: another version is unsupported", headed(base, "armistice/record/v10"),
          Errc::unsupported),
      bad("version-with-more", "§2: armistice/record/v and anything else is unsupported",
          headed(base, "armistice/record/v1+x"), Errc::unsupported),
      bad("version-missing-v", "§2: armistice/record/v1", headed(base, "armistice/record/1")),
      bad("version-of-a-telegram", "§7: first lines differ", headed(base, "armistice/telegram/v1")),
      bad("version-capital", "§2: armistice/record/v1", headed(base, "Armistice/record/v1")),
      bad("circle-dash", "§2: circle - in genesis alone", with(base, "circle -")),
      bad("circle-capital-digits", "§2: lower-case hexadecimal",
          with(base, "circle sha256:" + upper(hex))),
      bad("circle-short", "§2: 64 digits", with(base, "circle sha256:" + hex.substr(1))),
      bad("circle-long", "§2: 64 digits", with(base, "circle sha256:a" + hex)),
      bad("circle-other-digest", "§2: sha256:", with(base, "circle sha512:" + hex)),
      bad("circle-without-algorithm", "§2: sha256:", with(base, "circle " + hex)),
      bad("circle-two-spaces", "§2: one space between words", with(base, "circle  sha256:" + hex)),
      bad("circle-space-behind", "§2: anchored at both ends",
          with(base, "circle sha256:" + hex + " ")),
      bad("circle-tab", "§2: one space between words",
          before(without(base, "circle"), "kind", "circle\tsha256:" + hex)),
      bad("circle-empty", "§2: a circle or -", with(base, "circle ")),
  };
}

std::vector<Case> kind_cases() {
  const Draft base = one_author();
  return {
      bad("kind-without-version", "§2: a kind has a version", with(base, "kind note")),
      bad("kind-version-0", "§2: [1-9][0-9]{0,3}", with(base, "kind note/0")),
      bad("kind-version-leading-zero", "§2: [1-9][0-9]{0,3}", with(base, "kind note/01")),
      bad("kind-version-5-digits", "§2: [1-9][0-9]{0,3}", with(base, "kind note/10000")),
      bad("kind-version-huge", "§2: [1-9][0-9]{0,3}", with(base, "kind note/99999999999999999999")),
      bad("kind-two-slashes", "§2: one slash", with(base, "kind note/1/1")),
      bad("kind-capital", "§2: [a-z][a-z0-9-]{0,31}", with(base, "kind Note/1")),
      bad("kind-begins-with-a-digit", "§2: [a-z][a-z0-9-]{0,31}", with(base, "kind 1note/1")),
      bad("kind-begins-with-a-dash", "§2: [a-z][a-z0-9-]{0,31}", with(base, "kind -note/1")),
      bad("kind-dot", "§2: [a-z][a-z0-9-]{0,31}", with(base, "kind no.te/1")),
      bad("kind-33-characters", "§2: [a-z][a-z0-9-]{0,31}",
          with(base, "kind a23456789012345678901234567890123/1")),
      bad("kind-empty-word", "§2: [a-z][a-z0-9-]{0,31}", with(base, "kind /1")),
  };
}

std::vector<Case> author_cases() {
  const Draft base = one_author();
  return {
      bad("author-empty", "§2: [a-z0-9/.-]{1,64}", with(base, "author ")),
      bad("author-65-characters", "§2: [a-z0-9/.-]{1,64}",
          with(base, "author " + std::string(65, 'x'))),
      bad("author-capital", "§2: [a-z0-9/.-]{1,64}", with(base, "author KPA-CPV/delegation")),
      bad("author-underscore", "§2: [a-z0-9/.-]{1,64}", with(base, "author kpa_cpv/delegation")),
      bad("author-space", "§2: [a-z0-9/.-]{1,64}", with(base, "author kpa-cpv delegation")),
      bad("author-plus", "§2: [a-z0-9/.-]{1,64}", with(base, "author kpa-cpv+delegation")),
      bad("author-circle", "§2: circle is the author of genesis alone", by(base, "circle")),
      bad("key-short", "§2: 8 digits", with(base, "key 9d4a07c")),
      bad("key-long", "§2: 8 digits", with(base, "key 9d4a07c10")),
      bad("key-capital", "§2: lower-case hexadecimal", with(base, "key 9D4A07C1")),
      bad("key-no-digit", "§2: hexadecimal", with(base, "key 9d4a07g1")),
      bad("key-0x", "§2: 8 digits", with(base, "key 0x9d4a07")),
      bad("key-of-another-key", "§3: the line has the key id of the key line",
          with(base, "key 00000000"), Errc::wrong_signers),
  };
}

std::vector<Case> other_line_cases() {
  const Draft base = one_author();
  return {
      bad("line-unknown", "§2: no other line", behind(base, "note x")),
      bad("line-unknown-inside", "§2: no other line", before(base, "written", "place Panmunjom")),
      bad("line-empty-inside", "§2: no empty line", before(base, "written", "")),
      bad("line-empty-behind", "§2: no empty line", behind(base, "")),
      bad("line-with-space-before", "§2: anchored at both ends",
          before(without(base, "number"), "previous", " number 2")),
  };
}

}  // namespace

std::vector<Case> bad_head_lines() {
  std::vector<Case> cases = version_and_circle_cases();
  for (const auto table : {kind_cases, author_cases, other_line_cases}) {
    for (Case& one : table()) cases.push_back(std::move(one));
  }
  for (const auto& [prefix, draft] : {std::pair<std::string, Draft>{"one-author", one_author()},
                                      {"joint", joint()},
                                      {"genesis", genesis()}}) {
    for (Case& one : order_cases(prefix, draft)) cases.push_back(std::move(one));
  }
  return cases;
}
std::vector<Case> bad_chain_lines() {
  const Draft base = one_author();
  const std::string root = root_of("10452");
  const std::string huge = "99999999999999999999";
  const std::string bits_left = root.substr(0, 42) + "B=";
  return {
      bad("number-0-by-one-author", "§2: number counts from 1", with(base, "number 0")),
      bad("number-negative", "§2: (0|[1-9][0-9]*)", with(base, "number -1")),
      bad("number-plus", "§2: (0|[1-9][0-9]*)", with(base, "number +2")),
      bad("number-leading-zero", "§2: no leading zeros", with(base, "number 02")),
      bad("number-hexadecimal", "§2: decimal", with(base, "number 0x2")),
      bad("number-empty", "§2: a digit at least", with(base, "number ")),
      bad("number-comma", "§2: digits alone", with(base, "number 1,000")),
      bad("number-2-63", "§2: at most 2^63 - 1", with(base, "number 9223372036854775808"), range),
      bad("number-2-64", "§2: at most 2^63 - 1", with(base, "number 18446744073709551616"), range),
      bad("number-huge", "§2: at most 2^63 - 1", with(base, "number " + huge + huge), range),
      bad("number-huge-and-malformed", "§2: the form comes before the range",
          with(base, "number " + huge + "x")),
      bad("previous-dash-at-2", "§2: - exactly at 0 and 1", with(base, "previous -")),
      bad("previous-at-1", "§2: - exactly at 0 and 1", with(base, "number 1")),
      bad("previous-none", "§2: a digest or -", with(base, "previous none")),
      bad("previous-dash-and-space", "§2: anchored", with(base, "previous - ")),
      bad("previous-capital", "§2: lower-case hexadecimal",
          with(base, "previous sha256:" + std::string(64, 'A'))),
      bad("seen-0-with-a-root", "§2: 0 - before the first head", with(base, "seen 0 " + root)),
      bad("seen-without-root", "§2: a size and a root", with(base, "seen 10452")),
      bad("seen-dash-at-a-size", "§2: 0 - alone", with(base, "seen 10452 -")),
      bad("seen-0-without-dash", "§2: 0 -", with(base, "seen 0")),
      bad("seen-leading-zero", "§2: [1-9][0-9]*", with(base, "seen 010452 " + root)),
      bad("seen-hexadecimal-root", "§2: the root is base64",
          with(base, "seen 10452 " + std::string(64, 'a'))),
      bad("seen-root-without-padding", "§2: 44 characters",
          with(base, "seen 10452 " + root.substr(0, 43))),
      bad("seen-root-bits-left-over", "§2 BASE64: no bits left over",
          with(base, "seen 10452 " + bits_left)),
      bad("seen-root-url-alphabet", "§2 BASE64: RFC 4648 §4",
          with(base, "seen 10452 " + std::string(42, '_') + "w=")),
      bad("seen-root-31-bytes", "§2: 44 characters",
          with(base, "seen 10452 " + std::string(42, 'A') + "==")),
      bad("seen-root-33-bytes", "§2: 32 bytes", with(base, "seen 10452 " + std::string(44, 'A'))),
      bad("seen-two-spaces", "§2: one space", with(base, "seen 10452  " + root)),
      bad("seen-more", "§2: anchored", with(base, "seen 10452 " + root + " x")),
      bad("seen-huge", "§2: at most 2^63 - 1", with(base, "seen " + huge + " " + root), range),
      bad("seen-huge-and-malformed", "§2: the form comes before the range",
          with(base, "seen " + huge + " root")),
      bad("seen-huge-and-bits-left-over", "§2: the form, base64 included, comes before the range",
          with(base, "seen " + huge + " " + bits_left)),
  };
}

}  // namespace armistice::vectors
