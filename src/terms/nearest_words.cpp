// SPDX-License-Identifier: Apache-2.0
#include "terms/nearest_words.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <compare>
#include <map>
#include <vector>

#include "base/text.h"

namespace armistice {
namespace {

// A word as it is compared: letters, digits and what is not ASCII; `Points,` is `points`.
std::string bare(std::string_view word) {
  std::string out;
  for (const char c : word) {
    const bool capital = c >= 'A' && c <= 'Z';
    const bool kept = capital || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                      static_cast<unsigned char>(c) >= 0x80;
    if (kept) out += capital ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out;
}

struct Words {
  std::vector<std::string> as_written;
  std::vector<std::string> compared;
};

Words words_in(std::string_view text) {
  Words words;
  const std::string line = one_line(text);
  for (const auto word : split(line, ' ')) {
    if (word.empty()) continue;
    words.as_written.emplace_back(word);
    words.compared.push_back(bare(word));
  }
  return words;
}

// How many words of a stretch are those of the phrase, each as often as it stands there, while the
// stretch moves along the text.
class Shared {
 public:
  explicit Shared(const std::vector<std::string>& phrase) {
    for (const std::string& word : phrase) ++wanted_[word].first;
  }

  void enters(const std::string& word) {
    const auto found = wanted_.find(word);
    if (found == wanted_.end()) return;
    auto& [wanted, held] = found->second;
    if (++held <= wanted) ++count_;
  }

  void leaves(const std::string& word) {
    const auto found = wanted_.find(word);
    if (found == wanted_.end()) return;
    auto& [wanted, held] = found->second;
    if (held-- <= wanted) --count_;
  }

  std::size_t count() const { return count_; }

 private:
  std::map<std::string, std::pair<std::int64_t, std::int64_t>, std::less<>> wanted_;
  std::size_t count_ = 0;
};

// The most words of the phrase that stand in the stretch in the phrase's order.
std::size_t in_order(const Words& phrase, const Words& text, std::size_t from) {
  const std::size_t length = phrase.compared.size();
  std::vector<std::size_t> before(length + 1);
  for (std::size_t i = 0; i < length; ++i) {
    std::vector<std::size_t> now(length + 1);
    for (std::size_t j = 0; j < length; ++j) {
      const bool same = phrase.compared[i] == text.compared[from + j];
      now[j + 1] = same ? before[j] + 1 : std::max(before[j + 1], now[j]);
    }
    before = std::move(now);
  }
  return before[length];
}

std::size_t in_place(const Words& phrase, const Words& text, std::size_t from) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < phrase.compared.size(); ++i) {
    if (phrase.compared[i] == text.compared[from + i]) ++count;
  }
  return count;
}

// How like the phrase a stretch is: what tells first, first.
struct Likeness {
  std::size_t shared = 0;
  std::size_t in_order = 0;
  std::size_t in_place = 0;
  auto operator<=>(const Likeness&) const = default;
};

}  // namespace

std::string without_no_break_spaces(std::string_view text) {
  constexpr std::string_view no_break = "\u00a0";
  std::string out;
  std::size_t from = 0;
  for (auto at = text.find(no_break); at != text.npos; at = text.find(no_break, from)) {
    out += text.substr(from, at - from);
    out += ' ';
    from = at + no_break.size();
  }
  out += text.substr(from);
  return out;
}

std::string one_line(std::string_view text) {
  std::string out;
  for (const char c : without_no_break_spaces(text)) {
    const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (space && (out.empty() || out.back() == ' ')) continue;
    out += space ? ' ' : c;
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string nearest_words(std::string_view phrase, std::string_view text) {
  const Words wanted = words_in(phrase);
  const Words there = words_in(text);
  const std::size_t length = wanted.compared.size();
  if (length == 0 || there.compared.size() < length) return {};
  Shared shared(wanted.compared);
  std::size_t best_from = 0;
  Likeness best;
  for (std::size_t end = 0; end < there.compared.size(); ++end) {
    shared.enters(there.compared[end]);
    if (end + 1 < length) continue;
    const std::size_t from = end + 1 - length;
    if (from > 0) shared.leaves(there.compared[from - 1]);
    if (shared.count() < best.shared || shared.count() == 0) continue;
    const Likeness now = {shared.count(), in_order(wanted, there, from),
                          in_place(wanted, there, from)};
    // Of the same words, moved along, the stretch that begins with them as the phrase does.
    const bool moved = now == best && from < best_from + length;
    if (now <= best && !moved) continue;
    best_from = from;
    best = now;
  }
  if (best.shared * 2 < length) return {};
  const auto begin = there.as_written.begin() + static_cast<std::ptrdiff_t>(best_from);
  return fmt::format("{}", fmt::join(begin, begin + static_cast<std::ptrdiff_t>(length), " "));
}

}  // namespace armistice
