// SPDX-License-Identifier: Apache-2.0
// The hand-written reader of a text against the anchored expressions of record.md §2.
#include <gtest/gtest.h>

#include <regex>

#include "base/text.h"
#include "property/generators.h"

namespace armistice {
namespace {

// A reader made of the page's expressions and nothing else of ours but times and base64.
class PageReader {
 public:
  // The word for the text; nothing: it is one.
  static std::optional<Errc> judge(const std::string& text) {
    if (text.size() > 16'384) return Errc::too_large;
    PageReader reader(text);
    return reader.read();
  }

 private:
  explicit PageReader(const std::string& text) {
    for (const auto line : split(text, '\n')) lines_.emplace_back(line);
    ends_ = !lines_.empty() && lines_.back().empty();
    if (ends_) lines_.pop_back();
  }

  bool starts(const std::string& word) const {
    return at_ < lines_.size() && lines_[at_].starts_with(word + " ");
  }

  // Takes the line if it matches; a line that is not ended is none.
  bool take(const char* expression) {
    if (at_ >= lines_.size() || (!ends_ && at_ + 1 == lines_.size())) return false;
    const std::string& line = lines_[at_];
    if (line.find_first_of(std::string_view("\r\0\v\f", 4)) != std::string::npos) return false;
    if (!std::regex_match(line, found_, std::regex(expression))) return false;
    ++at_;
    return true;
  }

  static bool above(const std::string& digits, std::uint64_t most) {
    const std::string limit = std::to_string(most);
    return digits.size() != limit.size() ? digits.size() > limit.size() : digits > limit;
  }

  std::optional<Errc> time(const char* expression) {
    if (!take(expression)) return Errc::malformed;
    const auto time = parse_civil_time(found_[1].str());
    return time.ok() ? std::nullopt : std::optional(time.error().code);
  }

  std::optional<Errc> read() {
    constexpr Errc bad = Errc::malformed;
    if (lines_.empty() || (!ends_ && lines_.size() == 1)) return bad;
    if (lines_[0] != "armistice/record/v1") {
      return lines_[0].starts_with("armistice/record/v") ? Errc::unsupported : bad;
    }
    at_ = 1;
    if (!take("circle (-|sha256:[0-9a-f]{64})")) return bad;
    const bool no_circle = found_[1] == "-";
    if (!take("kind ([a-z][a-z0-9-]{0,31})/[1-9][0-9]{0,3}")) return bad;
    const bool genesis = found_[1] == "genesis";
    if (!take("author ([a-z0-9/.-]{1,64})")) return bad;
    const bool by_circle = found_[1] == "circle";
    const bool joint = starts("signer");
    if (const auto wrong = joint ? signers(genesis) : key()) return wrong;
    if (const auto wrong = chain()) return wrong;
    if (const auto wrong = claims()) return wrong;
    if (no_circle != genesis || by_circle != genesis) return bad;
    if (genesis && (!joint || !unseen_ || !open_)) return bad;
    if (joint != (number_ == "0")) return bad;
    return dash_ == (number_ == "0" || number_ == "1") ? std::nullopt : std::optional(bad);
  }

  std::optional<Errc> key() {
    return take("key [0-9a-f]{8}") ? std::nullopt : std::optional(Errc::malformed);
  }

  std::optional<Errc> signers(bool genesis) {
    std::set<std::string> names;
    while (starts("signer")) {
      if (!take("signer ([a-z0-9/.-]{1,64})") || !names.insert(found_[1]).second) {
        return Errc::malformed;
      }
    }
    const std::size_t least = genesis ? 1 : 2;
    if (names.size() < least || names.size() > 16) return Errc::malformed;
    return genesis ? std::nullopt : time("until (.{25})");
  }

  std::optional<Errc> chain() {
    if (!take("number (0|[1-9][0-9]*)")) return Errc::malformed;
    number_ = found_[1];
    if (above(number_, (1ULL << 63) - 1)) return Errc::out_of_range;
    if (!take("previous (-|sha256:[0-9a-f]{64})")) return Errc::malformed;
    dash_ = found_[1] == "-";
    if (take("seen 0 -")) {
      unseen_ = true;
      return std::nullopt;
    }
    if (!take("seen ([1-9][0-9]*) ([A-Za-z0-9+/]{43}=)")) return Errc::malformed;
    if (!from_base64(found_[2].str()).ok()) return Errc::malformed;
    return above(found_[1], (1ULL << 63) - 1) ? std::optional(Errc::out_of_range) : std::nullopt;
  }

  std::optional<Errc> claims() {
    if (const auto wrong = time("written (.{25})")) return wrong;
    if (!take("body sha256:[0-9a-f]{64} (0|[1-9][0-9]*) (open|sealed)")) return Errc::malformed;
    open_ = found_[2] == "open";
    if (above(found_[1], 67'108'864)) return Errc::out_of_range;
    std::string last;
    for (std::size_t count = 0; at_ < lines_.size(); ++count) {
      if (!take("refers sha256:([0-9a-f]{64})") || found_[1] <= last || count == 32) {
        return Errc::malformed;
      }
      last = found_[1];
    }
    return ends_ ? std::nullopt : std::optional(Errc::malformed);
  }

  std::vector<std::string> lines_;
  bool ends_ = false;
  std::size_t at_ = 0;
  std::smatch found_;
  std::string number_;
  bool dash_ = false;
  bool unseen_ = false;
  bool open_ = false;
};

std::string word_of(const std::optional<Errc>& code) {
  return code ? std::string(errc_word(*code)) : "ok";
}

RC_GTEST_PROP(HeaderProperty, ComesBack, ()) {
  const Header header = *property::headers();
  const std::string text = to_text(header);
  const auto read = parse_header(text);
  RC_ASSERT(read.ok());
  RC_ASSERT(*read == header);
  RC_ASSERT(!PageReader::judge(text).has_value());
}

RC_GTEST_PROP(HeaderProperty, AgreesWithThePageOnBentTexts, ()) {
  const std::string good = to_text(*property::headers());
  for (int i = 0; i < 10; ++i) {
    std::string text = *property::bent(good);
    if (i >= 7 && !text.empty()) text = *property::bent(text);  // two things wrong
    const auto read = parse_header(text);
    const auto word = read.ok() ? std::optional<Errc>() : read.error().code;
    RC_LOG() << text;
    RC_ASSERT(word_of(word) == word_of(PageReader::judge(text)));
    if (read.ok()) RC_ASSERT(to_text(*read) == text);
  }
}

}  // namespace
}  // namespace armistice
