// SPDX-License-Identifier: Apache-2.0
#include "record/header.h"

#include <fmt/format.h>

#include "base/limits.h"
#include "base/text.h"

namespace armistice {
namespace {

constexpr std::string_view version_line = "armistice/record/v1";
constexpr std::string_view version_prefix = "armistice/record/v";

bool is_kind(std::string_view kind) {
  const auto slash = kind.find('/');
  if (slash == std::string_view::npos || slash == 0 || slash > 32) return false;
  const auto word = kind.substr(0, slash);
  const auto version = kind.substr(slash + 1);
  if (word[0] < 'a' || word[0] > 'z') return false;
  for (const char c : word) {
    if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')) return false;
  }
  return version.size() <= 4 && version != "0" && parse_decimal(version).ok();
}

// Reads lines one after the other; each read says which line it expected. Within a line the form
// comes before the range (`malformed` before `out_of_range`), as in a reader made of anchored
// expressions.
class Lines {
 public:
  explicit Lines(std::string_view text) : rest_(text) {}

  bool at(std::string_view word) const {
    return rest_.starts_with(word) && rest_.size() > word.size() && rest_[word.size()] == ' ';
  }
  bool done() const { return rest_.empty(); }

  /// What stands after `word` and a space on the next line.
  Result<std::string_view> value(std::string_view word) {
    if (!at(word)) {
      return Error{Errc::malformed, fmt::format("line {}: `{}` is due here", number_ + 1, word)};
    }
    const auto line = take_line(rest_);
    if (!line) return Error{Errc::malformed, "the last line has no newline"};
    ++number_;
    return line->substr(word.size() + 1);
  }

  Result<void> version() {
    const auto line = take_line(rest_);
    ++number_;
    if (line == version_line) return {};
    if (line && line->starts_with(version_prefix)) {
      return Error{Errc::unsupported, "another version of the record"};
    }
    return Error{Errc::malformed, fmt::format("the first line is `{}`", version_line)};
  }

  /// Reads the line `word` by `reader`, and puts the word before its error.
  template <typename Reader>
  auto read(std::string_view word, Reader reader) -> decltype(reader(std::string_view())) {
    const auto text = TRY(value(word));
    return reader(text).within(word);
  }

 private:
  std::string_view rest_;
  int number_ = 0;
};

Result<std::optional<Digest>> parse_digest_or_dash(std::string_view text) {
  if (text == "-") return std::optional<Digest>();
  return std::optional<Digest>(TRY(parse_digest(text)));
}

Result<std::string> parse_name(std::string_view text) {
  if (!is_name(text)) return Error{Errc::malformed, "a name is [a-z0-9/.-]{1,64}"};
  return std::string(text);
}

Result<std::string> parse_kind(std::string_view text) {
  if (!is_kind(text)) return Error{Errc::malformed, "a kind is a word, a slash and its version"};
  return std::string(text);
}

Result<Seen> parse_seen(std::string_view text) {
  if (text == "0 -") return Seen{};
  const auto words = split(text, ' ');
  if (words.size() != 2) return Error{Errc::malformed, "seen is a size and a root, or `0 -`"};
  const Digest root = TRY(read_digest(TRY(from_base64(words[1]))).within("root"));
  const auto size = TRY(parse_decimal(words[0]));
  if (size == 0) return Error{Errc::malformed, "before the first head, seen is `0 -`"};
  return Seen{TreeSize{size}, root};
}

Result<BodyRef> parse_body_ref(std::string_view text) {
  const auto words = split(text, ' ');
  if (words.size() != 3) return Error{Errc::malformed, "a digest, a length, and open or sealed"};
  BodyRef body;
  body.digest = TRY(parse_digest(words[0]));
  if (words[2] != "open" && words[2] != "sealed") {
    return Error{Errc::malformed, "a body is open or sealed"};
  }
  body.form = words[2] == "open" ? BodyForm::open : BodyForm::sealed;
  body.bytes = TRY(parse_decimal(words[1]));
  if (body.bytes > limits::body_bytes_max) {
    return Error{Errc::out_of_range, fmt::format("at most {} bytes", limits::body_bytes_max)};
  }
  return body;
}

Result<void> read_signers(Lines& lines, Header& header) {
  while (lines.at("signer")) {
    std::string name = TRY(lines.read("signer", parse_name));
    if (std::find(header.signers.begin(), header.signers.end(), name) != header.signers.end()) {
      return Error{Errc::malformed, "signer: " + name + " stands twice"};
    }
    if (header.signers.size() == limits::signature_lines_max) {
      return Error{Errc::malformed, "signer: at most 16"};
    }
    header.signers.push_back(std::move(name));
  }
  // A side's own register is begun by one root alone; nothing else that is joint has one signer.
  if (header.signers.size() < 2 && !header.is_genesis()) {
    return Error{Errc::malformed, "a joint record has two signers"};
  }
  if (!header.is_genesis()) header.until = TRY(lines.read("until", parse_civil_time));
  return {};
}

Result<void> read_refers(Lines& lines, Header& header) {
  while (!lines.done()) {
    const Digest id = TRY(lines.read("refers", parse_digest));
    if (!header.refers.empty() && !(header.refers.back() < id)) {
      return Error{Errc::malformed, "refers: ids stand in ascending order, none twice"};
    }
    if (header.refers.size() == limits::refers_max) {
      return Error{Errc::malformed, fmt::format("refers: at most {}", limits::refers_max)};
    }
    header.refers.push_back(id);
  }
  return {};
}

// What one line allows and another forbids.
Result<void> check_together(const Header& header) {
  const bool genesis = header.is_genesis();
  if (header.circle.has_value() == genesis) {
    return Error{Errc::malformed, "circle is `-` in genesis, and there alone"};
  }
  if ((header.author == "circle") != genesis) {
    return Error{Errc::malformed, "the author of genesis, and of nothing else, is `circle`"};
  }
  if (genesis && !header.is_joint())
    return Error{Errc::malformed, "genesis is signed by all roots"};
  if (genesis && (header.seen.size.value != 0 || header.body.form != BodyForm::open)) {
    return Error{Errc::malformed, "genesis has seen nothing, and its body is open"};
  }
  if (header.is_joint() != (header.number == 0)) {
    return Error{Errc::malformed, "number counts from 1; it is 0 when the record is joint"};
  }
  if (header.previous.has_value() != (header.number > 1)) {
    return Error{Errc::malformed, "previous is `-` at number 1 and when joint, and only then"};
  }
  return {};
}

std::string digest_or_dash(const std::optional<Digest>& digest) {
  return digest ? to_text(*digest) : "-";
}

}  // namespace

Result<Header> parse_header(std::string_view text) {
  if (text.size() > limits::text_bytes_max) {
    return Error{Errc::too_large, fmt::format("a text of {} bytes, at most {}", text.size(),
                                              limits::text_bytes_max)};
  }
  Lines lines(text);
  Header header;
  TRY(lines.version());
  header.circle = TRY(lines.read("circle", parse_digest_or_dash));
  header.kind = TRY(lines.read("kind", parse_kind));
  header.author = TRY(lines.read("author", parse_name));
  if (lines.at("signer")) {
    TRY(read_signers(lines, header));
  } else {
    header.key = TRY(lines.read("key", parse_key_id));
  }
  header.number = TRY(lines.read("number", parse_decimal));
  header.previous = TRY(lines.read("previous", parse_digest_or_dash));
  header.seen = TRY(lines.read("seen", parse_seen));
  header.written = TRY(lines.read("written", parse_civil_time));
  header.body = TRY(lines.read("body", parse_body_ref));
  TRY(read_refers(lines, header));
  TRY(check_together(header));
  return header;
}

std::string to_text(const Header& header) {
  std::string out = fmt::format("{}\ncircle {}\nkind {}\nauthor {}\n", version_line,
                                digest_or_dash(header.circle), header.kind, header.author);
  if (!header.is_joint()) out += fmt::format("key {}\n", to_text(header.key));
  for (const std::string& signer : header.signers) out += fmt::format("signer {}\n", signer);
  if (header.until) out += fmt::format("until {}\n", to_text(*header.until));
  out += fmt::format("number {}\nprevious {}\n", header.number, digest_or_dash(header.previous));
  if (header.seen.size.value == 0) {
    out += "seen 0 -\n";
  } else {
    out += fmt::format("seen {} {}\n", header.seen.size.value, to_base64(header.seen.root.view()));
  }
  out += fmt::format("written {}\nbody {} {} {}\n", to_text(header.written),
                     to_text(header.body.digest), header.body.bytes,
                     header.body.form == BodyForm::open ? "open" : "sealed");
  for (const Digest& id : header.refers) out += fmt::format("refers {}\n", to_text(id));
  return out;
}

}  // namespace armistice
