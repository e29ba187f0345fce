// SPDX-License-Identifier: Apache-2.0
#include "record/signed_note.h"
#include "support/circle.h"
#include "vectors/draft.h"

namespace armistice::vectors {
namespace {

constexpr Errc wrong = Errc::wrong_signers;

Bytes with_lines(const Draft& draft, const std::vector<Bytes>& lines) {
  Bytes entry = draft.text() + "\n";
  for (const Bytes& line : lines) entry += line;
  return entry;
}

Bytes replaced(Bytes bytes, std::string_view old_text, std::string_view new_text) {
  std::size_t at = 0;
  while ((at = bytes.find(old_text, at)) != Bytes::npos) {
    bytes.replace(at, old_text.size(), new_text);
    at += new_text.size();
  }
  return bytes;
}

// The line with another name, or with other base64.
Bytes line_of(std::string_view name, std::string_view base64) {
  return fmt::format("\xe2\x80\x94 {} {}\n", name, base64);
}

std::string base64_of(const Bytes& line) {
  const auto last = line.rfind(' ');
  return line.substr(last + 1, line.size() - last - 2);
}

std::vector<Case> byte_cases() {
  const Draft draft = one_author();
  const Bytes good = draft.entry();
  const Bytes text = draft.text();
  const std::string grammar = "§2: ASCII lines, each ended by one newline";
  const auto in_author = [&](std::string_view author) {
    Draft bent = with(draft, "author " + std::string(author));
    return bent.entry();
  };
  return {
      bad_bytes("bytes-none", "§1: an entry is a note", ""),
      bad_bytes("bytes-text-alone", "§1: an empty line and signature lines", text),
      bad_bytes("bytes-text-and-empty-line", "§1: 1 to 16 signature lines", text + "\n"),
      bad_bytes("bytes-lines-alone", "§1: a text", "\n" + draft.signatures()[0]),
      bad_bytes("bytes-empty-text", "§2: the version line", "\n\n" + draft.signatures()[0],
                Errc::malformed),
      bad_bytes("bytes-crlf", grammar, replaced(good, "\n", "\r\n")),
      bad_bytes("bytes-crlf-in-one-line", grammar, replaced(good, "note/1\n", "note/1\r\n")),
      bad_bytes("bytes-cr-alone", grammar, replaced(good, "note/1\n", "note/1\r")),
      bad_bytes("bytes-bom", grammar, "\xef\xbb\xbf" + good),
      bad_bytes("bytes-nul", grammar, in_author(std::string_view("kpa-cpv/\0delegation", 19))),
      bad_bytes("bytes-tab", grammar, in_author("kpa-cpv/\tdelegation")),
      bad_bytes("bytes-umlaut", grammar, in_author("\xc3\xb6sterreich/delegation")),
      bad_bytes("bytes-fullwidth-digit", grammar,
                replaced(good, "number 2\n", "number \xef\xbc\x92\n")),
      bad_bytes("bytes-no-utf8", grammar, in_author("kpa-cpv/\xff")),
      bad_bytes("bytes-no-break-space", grammar, replaced(good, "number ", "number\xc2\xa0")),
      bad_bytes("bytes-no-newline-at-the-end", "§1: each line ends with a newline",
                good.substr(0, good.size() - 1)),
      bad_bytes("bytes-newline-too-many", "§1: nothing behind the lines", good + "\n"),
      bad_bytes("bytes-text-behind", "§1: nothing behind the lines", good + "regards\n"),
      bad_bytes("bytes-two-empty-lines", "§1: one empty line",
                text + "\n\n" + draft.signatures()[0]),
      bad_bytes("bytes-no-empty-line", "§1: an empty line", text + draft.signatures()[0]),
      bad_bytes("bytes-space-in-the-empty-line", "§1: an empty line",
                text + " \n" + draft.signatures()[0]),
      bad_bytes("bytes-space-before", grammar, " " + good),
      bad_bytes("bytes-newline-before", grammar, "\n" + good),
      bad_bytes("bytes-two-entries", "§1: one entry", good + "\n" + good),
  };
}

std::vector<Case> size_cases() {
  const Bytes line = one_author().signatures()[0];
  const auto text_of = [&](std::size_t bytes) {
    const std::string first = "armistice/record/v1\n";
    return first + std::string(bytes - first.size() - 1, 'a') + "\n\n" + line;
  };
  return {
      bad_bytes("size-text-at-its-limit", "§1: a text of 16,384 bytes is read, and this is none",
                text_of(16'384)),
      bad_bytes("size-text-over-its-limit", "§1: a text has at most 16,384 bytes", text_of(16'385),
                Errc::too_large),
      bad_bytes("size-text-over-its-limit-of-another-version",
                "§1: the size of the text comes before its lines",
                "armistice/record/v2\n" + text_of(16'385).substr(20), Errc::too_large),
      bad_bytes("size-entry-at-its-limit", "§1: an entry of 65,535 bytes is read, and this is none",
                Bytes(65'535, 'a')),
      bad_bytes("size-entry-over-its-limit", "§1: an entry has at most 65,535 bytes",
                Bytes(65'536, 'a'), Errc::too_large),
  };
}

std::vector<Case> line_form_cases() {
  const Draft draft = one_author();
  const Bytes line = draft.signatures()[0];
  const std::string name = draft.signers[0];
  const std::string base64 = base64_of(line);
  const auto lines = [&](std::vector<Bytes> all) { return with_lines(draft, all); };
  const std::string form = "§3: — NAME BASE64";
  return {
      bad_bytes("line-hyphen", form, lines({replaced(line, "\xe2\x80\x94", "-")})),
      bad_bytes("line-en-dash", form, lines({replaced(line, "\xe2\x80\x94", "\xe2\x80\x93")})),
      bad_bytes("line-horizontal-bar", form,
                lines({replaced(line, "\xe2\x80\x94", "\xe2\x80\x95")})),
      bad_bytes("line-without-dash", form, lines({line.substr(4)})),
      bad_bytes("line-space-before", form, lines({" " + line})),
      bad_bytes("line-two-spaces-behind-dash", form, lines({replaced(line, "\x94 ", "\x94  ")})),
      bad_bytes("line-two-spaces-behind-name", form, lines({replaced(line, name, name + " ")})),
      bad_bytes("line-tab-behind-name", form, lines({replaced(line, name + " ", name + "\t")})),
      bad_bytes("line-space-at-the-end", form, lines({line_of(name, base64 + " ")})),
      bad_bytes("line-without-base64", form, lines({line_of(name, "")})),
      bad_bytes("line-without-name", form, lines({line_of("", base64)})),
      bad_bytes("line-base64-without-padding", "§2 BASE64: with its padding",
                lines({line_of(name, base64.substr(0, base64.size() - 1))})),
      bad_bytes("line-base64-bits-left-over", "§2 BASE64: no bits left over",
                lines({line_of(name, base64.substr(0, base64.size() - 2) + "B=")})),
      bad_bytes("line-base64-url-alphabet", "§2 BASE64: RFC 4648 §4",
                lines({line_of(name, "_" + base64.substr(1))})),
      bad_bytes("line-base64-broken", "§2 BASE64: in one piece",
                lines({line_of(name, base64.substr(0, 40) + "\n" + base64.substr(40))})),
      bad_bytes("line-67-bytes", "§3: 68 bytes",
                lines({signature_line(name, KeyId{1}, Bytes(63, '\1'))})),
      bad_bytes("line-69-bytes", "§3: 68 bytes",
                lines({signature_line(name, KeyId{1}, Bytes(65, '\1'))})),
      bad_bytes("line-of-a-cosignature", "§3: 68 bytes",
                lines({signature_line(name, KeyId{1}, Bytes(72, '\1'))})),
      bad_bytes("line-key-id-alone", "§3: 68 bytes", lines({signature_line(name, KeyId{1}, "")})),
      bad_bytes("line-bad-and-text-of-another-version", "register.md §3: lines before the text",
                with_lines(headed(draft, "armistice/record/v2"),
                           {signature_line(name, KeyId{1}, Bytes(63, '\1'))})),
      bad_bytes("lines-17", "§1: 1 to 16 signature lines", lines(std::vector<Bytes>(17, line))),
      bad_bytes("lines-empty-line-between", "§1: nothing between the lines",
                lines({line, "\n", line})),
  };
}

std::vector<Case> line_name_cases() {
  const Draft draft = one_author();
  const std::string base64 = base64_of(draft.signatures()[0]);
  std::vector<Case> cases;
  const auto add = [&](const std::string& name, const std::string& why, std::string_view by,
                       Errc error) {
    cases.push_back(bad_bytes("line-name-" + name, "§3: " + why,
                              with_lines(draft, {line_of(by, base64)}), error));
  };
  const std::string not_it = "a name, and not the right one";
  const std::string no_name = "NAME is UTF-8 without + or white space";
  add("capital", not_it, "KPA-CPV/delegation", wrong);
  add("umlaut", not_it, "\xc3\xb6sterreich/delegation", wrong);
  add("delete", not_it, "kpa-cpv/delegation\x7f", wrong);
  add("bom", "U+FEFF is no white space", "\xef\xbb\xbfkpa-cpv/delegation", wrong);
  add("255-bytes", not_it, std::string(255, 'x'), wrong);
  add("256-bytes", "255 bytes at most", std::string(256, 'x'), Errc::malformed);
  add("plus", no_name, "kpa-cpv+delegation", Errc::malformed);
  add("control", "no character below U+0020", "kpa-cpv\x01", Errc::malformed);
  add("no-break-space", no_name, "kpa-cpv\xc2\xa0", Errc::malformed);
  add("next-line", no_name, "kpa-cpv\xc2\x85", Errc::malformed);
  add("ideographic-space", no_name, "\xe3\x80\x80kpa-cpv", Errc::malformed);
  add("no-utf8", no_name, "kpa-cpv\xff", Errc::malformed);
  add("surrogate", no_name, "kpa-cpv\xed\xa0\x80", Errc::malformed);
  return cases;
}

std::vector<Case> wrong_signer_cases() {
  const Draft draft = one_author();
  const Bytes line = draft.signatures()[0];
  const Bytes foreign = sign_text(testing::key_of("unc/delegation"), draft.text());
  const Draft both = joint();
  const std::vector<Bytes> two = both.signatures();
  const Bytes third = sign_text(testing::key_of("sweden/senior"), both.text());
  const NamedKey other_key{draft.signers[0], KeyType::ed25519,
                           SecretKey::from_seed(Bytes(32, '\7'))};
  const std::string one = "§3: exactly one line by the author";
  const std::string order = "§3: exactly one by each signer, in order";
  return {
      bad_bytes("signers-foreign", one, with_lines(draft, {foreign}), wrong),
      bad_bytes("signers-foreign-behind", one, with_lines(draft, {line, foreign}), wrong),
      bad_bytes("signers-foreign-before", one, with_lines(draft, {foreign, line}), wrong),
      bad_bytes("signers-doubled", one, with_lines(draft, {line, line}), wrong),
      bad_bytes("signers-16-lines", one, with_lines(draft, std::vector<Bytes>(16, line)), wrong),
      bad_bytes("signers-other-key", "§3: the key id of its key line",
                with_lines(draft, {sign_text(other_key, draft.text())}), wrong),
      bad_bytes("signers-joint-turned", order, with_lines(both, {two[1], two[0]}), wrong),
      bad_bytes("signers-joint-first-alone", order, with_lines(both, {two[0]}), wrong),
      bad_bytes("signers-joint-second-alone", order, with_lines(both, {two[1]}), wrong),
      bad_bytes("signers-joint-one-twice", order, with_lines(both, {two[0], two[0]}), wrong),
      bad_bytes("signers-joint-one-more", order, with_lines(both, {two[0], two[1], third}), wrong),
      bad_bytes("signers-joint-other", order, with_lines(both, {two[0], third}), wrong),
      bad_bytes("signers-joint-by-the-organ", order,
                with_lines(both, {sign_text(testing::key_of("joint/mac"), both.text())}), wrong),
      bad_bytes("signers-wrong-and-text-malformed", "register.md §3: the text before the signers",
                with_lines(with(draft, "number 02"), {foreign})),
  };
}

}  // namespace

std::vector<Case> bad_note_forms() {
  std::vector<Case> all = byte_cases();
  for (Case& one : size_cases()) all.push_back(std::move(one));
  return all;
}

std::vector<Case> bad_signature_lines() {
  std::vector<Case> all = line_form_cases();
  for (const auto table : {line_name_cases, wrong_signer_cases}) {
    for (Case& one : table()) all.push_back(std::move(one));
  }
  return all;
}

}  // namespace armistice::vectors
