// SPDX-License-Identifier: Apache-2.0
#include "base/words.h"

#include <array>
#include <cstdint>

namespace armistice {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

template <std::size_t N>
bool is_in(char32_t c, const std::array<Range, N>& ranges) {
  for (const Range& range : ranges) {
    if (range.first <= c && c <= range.last) return true;
  }
  return false;
}

// Blocks of the Unicode standard, version 15.
constexpr std::array<Range, 6> unseen = {{{0xad, 0xad},
                                          {0x300, 0x36f},
                                          {0x200b, 0x200f},
                                          {0x202a, 0x202e},
                                          {0x2060, 0x2064},
                                          {0xfeff, 0xfeff}}};
constexpr std::array<Range, 11> parting = {{{0x80, 0xbf},
                                            {0xd7, 0xd7},
                                            {0xf7, 0xf7},
                                            {0x2000, 0x206f},
                                            {0x2190, 0x2bff},
                                            {0x2e00, 0x2e7f},
                                            {0x3000, 0x303f},
                                            {0xfe10, 0xfe1f},
                                            {0xfe30, 0xfe6f},
                                            {0xff00, 0xff20},
                                            {0xff3b, 0xff65}}};
constexpr std::array<Range, 2> latin = {{{0xc0, 0x24f}, {0x1e00, 0x1eff}}};

struct Read {
  char32_t c = 0;
  std::size_t bytes = 1;
  bool whole = false;  // else the byte is none of UTF-8
};

Read read_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[at + i]); };
  const std::uint8_t lead = byte(0);
  const std::size_t bytes = lead < 0xc0 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  if (bytes == 1 || at + bytes > text.size()) return {lead, 1, lead < 0x80};
  char32_t c = lead & (0xffU >> (bytes + 1));
  for (std::size_t i = 1; i < bytes; ++i) {
    if ((byte(i) & 0xc0U) != 0x80) return {lead, 1, false};
    c = (c << 6U) | (byte(i) & 0x3fU);
  }
  return {c, bytes, true};
}

// Of a letter beyond ASCII.
void put(char32_t c, std::string& out) {
  if (c < 0x800) {
    out += static_cast<char>(0xc0U | (c >> 6U));
    out += static_cast<char>(0x80U | (c & 0x3fU));
  } else {
    if (c >= 0x10000) {
      out += static_cast<char>(0xf0U | (c >> 18U));
      out += static_cast<char>(0x80U | ((c >> 12U) & 0x3fU));
    } else {
      out += static_cast<char>(0xe0U | (c >> 12U));
    }
    out += static_cast<char>(0x80U | ((c >> 6U) & 0x3fU));
    out += static_cast<char>(0x80U | (c & 0x3fU));
  }
}

char32_t plain(char32_t c) {
  // Full-width digits and letters lie as those of ASCII do.
  const bool wide =
      (c >= 0xff10 && c <= 0xff19) || (c >= 0xff21 && c <= 0xff3a) || (c >= 0xff41 && c <= 0xff5a);
  if (wide) c -= 0xfee0;
  const bool small_by_32 =
      (c >= 'A' && c <= 'Z') || (c >= 0xc0 && c <= 0xde && c != 0xd7) || (c >= 0x410 && c <= 0x42f);
  if (small_by_32) return c + 0x20;
  return c >= 0x400 && c <= 0x40f ? c + 0x50 : c;
}

bool is_ascii_word(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

}  // namespace

std::string as_words(std::string_view text) {
  std::string out = " ";
  out.reserve(text.size() + 2);
  const auto part = [&] {
    if (out.back() != ' ') out += ' ';
  };
  for (std::size_t at = 0; at < text.size();) {
    const Read read = read_at(text, at);
    at += read.bytes;
    if (!read.whole) {
      out += static_cast<char>(read.c);
      continue;
    }
    const char32_t c = plain(read.c);
    if (is_ascii_word(c)) {
      out += static_cast<char>(c);
    } else if (is_in(c, unseen)) {
      continue;
    } else if (c < 0x80 || is_in(c, parting)) {
      part();
    } else if (is_in(c, latin)) {
      put(c, out);
    } else {
      part();
      put(c, out);
      out += ' ';
    }
  }
  part();
  return out;
}

}  // namespace armistice
