// SPDX-License-Identifier: Apache-2.0
#include "property/generators.h"

#include "base/text.h"
#include "crypto/hash.h"

namespace armistice::property {
namespace {

rc::Gen<std::string> text_of(const std::string& letters, std::size_t least, std::size_t most) {
  return rc::gen::exec([=] {
    const auto length = *rc::gen::inRange(least, most + 1);
    std::string out;
    for (std::size_t i = 0; i < length; ++i) out += *rc::gen::elementOf(letters);
    return out;
  });
}

const std::string lower = "abcdefghijklmnopqrstuvwxyz";

std::uint64_t any_number() {
  return *rc::gen::oneOf(rc::gen::inRange<std::uint64_t>(1, 20),
                         rc::gen::inRange<std::uint64_t>(1, std::uint64_t{1} << 40),
                         rc::gen::just((std::uint64_t{1} << 63) - 1));
}

void fill_in_authors(Header& header, bool is_genesis, bool is_joint) {
  if (is_genesis) {
    header.kind = "genesis/1";
    header.author = "circle";
    header.circle.reset();
  }
  if (!is_joint) {
    header.key = KeyId{*rc::gen::arbitrary<std::uint32_t>()};
    header.number = any_number();
    if (header.number > 1) header.previous = *digests();
    return;
  }
  const auto signers = *rc::gen::inRange<std::size_t>(2, 6);
  while (header.signers.size() < signers) {
    const std::string name = *names() + std::to_string(header.signers.size());
    header.signers.push_back(name.substr(name.size() > 64 ? name.size() - 64 : 0));
  }
  if (!is_genesis) header.until = *times();
}

}  // namespace

rc::Gen<Digest> digests() {
  return rc::gen::map(rc::gen::inRange(0, 1'000'000),
                      [](int n) { return sha256("property ", std::to_string(n)); });
}

rc::Gen<Bytes> any_bytes(std::size_t bytes_max) {
  return rc::gen::exec([=] {
    const auto length = *rc::gen::inRange<std::size_t>(0, bytes_max + 1);
    Bytes out;
    for (std::size_t i = 0; i < length; ++i) out += *rc::gen::arbitrary<char>();
    return out;
  });
}

rc::Gen<std::string> names() { return text_of(lower + "0123456789/.-", 1, 62); }

rc::Gen<CivilTime> times() {
  // 1900-01-02 to 2199-12-30, so that no offset leaves the years that have a text.
  return rc::gen::exec([] {
    const auto utc = *rc::gen::inRange<std::int64_t>(-2'208'902'400, 7'258'032'000);
    return CivilTime{UtcSeconds{utc}, *rc::gen::inRange(-840, 841) * 60};
  });
}

rc::Gen<Header> headers() {
  return rc::gen::exec([] {
    Header header;
    header.circle = *digests();
    header.kind = *rc::gen::elementOf(lower) + *text_of(lower + "0123456789-", 0, 31) + "/" +
                  std::to_string(*rc::gen::inRange(1, 10'000));
    if (header.is_genesis()) header.kind = "note/1";
    header.author = *names();
    if (header.author == "circle") header.author = "x";
    const bool is_genesis = *rc::gen::inRange(0, 8) == 0;
    fill_in_authors(header, is_genesis, is_genesis || *rc::gen::inRange(0, 3) == 0);
    if (!is_genesis && *rc::gen::arbitrary<bool>()) {
      header.seen = {TreeSize{any_number()}, *digests()};
    }
    header.written = *times();
    header.body = {*digests(), *rc::gen::inRange<std::uint64_t>(0, 67'108'865),
                   is_genesis || *rc::gen::arbitrary<bool>() ? BodyForm::open : BodyForm::sealed};
    header.refers =
        *rc::gen::container<std::vector<Digest>>(*rc::gen::inRange<std::size_t>(0, 5), digests());
    std::sort(header.refers.begin(), header.refers.end());
    header.refers.erase(std::unique(header.refers.begin(), header.refers.end()),
                        header.refers.end());
    return header;
  });
}

rc::Gen<Json> jsons(int depth) {
  return rc::gen::exec([=] {
    constexpr std::int64_t most = limits::json_integer_max;
    const int choice = *rc::gen::inRange(0, depth > 0 ? 6 : 4);
    if (choice == 0) return Json();
    if (choice == 1) return Json(*rc::gen::arbitrary<bool>());
    if (choice == 2) {
      return Json(*rc::gen::oneOf(rc::gen::inRange<std::int64_t>(-most, most), rc::gen::just(most),
                                  rc::gen::just(-most), rc::gen::inRange<std::int64_t>(-9, 9)));
    }
    const auto text = [] {
      std::string out;
      const auto pieces = *rc::gen::inRange(0, 6);
      const std::vector<std::string> some = {
          "a",    "\"", "\\",   "\n",       "\t",           "\x01",
          "\x1f", "/",  "\x7f", "\xc3\xa9", "\xed\x95\x9c", "\xf0\x9f\x95\x8a"};
      for (int i = 0; i < pieces; ++i) out += *rc::gen::elementOf(some);
      return out;
    };
    if (choice == 3) return Json(text());
    const auto count = *rc::gen::inRange(0, 4);
    if (choice == 4) {
      Json::Array list;
      for (int i = 0; i < count; ++i) list.push_back(*jsons(depth - 1));
      return Json(std::move(list));
    }
    Json::Object object;
    for (int i = 0; i < count; ++i) {
      object.emplace_back(text() + std::to_string(i), *jsons(depth - 1));
    }
    return Json(std::move(object));
  });
}

rc::Gen<std::string> bent(const std::string& text) {
  return rc::gen::exec([=] {
    std::string out = text;
    const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
    const char byte =
        *rc::gen::oneOf(rc::gen::elementOf(std::string(" \n-+:/.=09azAF\t\r\0\xc3", 19)),
                        rc::gen::arbitrary<char>());
    std::vector<std::string> lines;
    for (const auto line : split(text, '\n')) lines.emplace_back(line);
    const auto line = *rc::gen::inRange<std::size_t>(0, lines.size());
    switch (*rc::gen::inRange(0, 7)) {
      case 0:
        out[at] = byte;
        return out;
      case 1:
        out.insert(at, 1, byte);
        return out;
      case 2:
        out.erase(at, 1);
        return out;
      case 3:
        lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(line), lines[line]);
        break;
      case 4:
        lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(line));
        break;
      case 5:
        std::swap(lines[line], lines[*rc::gen::inRange<std::size_t>(0, lines.size())]);
        break;
      default:
        lines[line] += *rc::gen::elementOf(std::vector<std::string>{
            "0", "99999999999999999999", " ", "x", "/1", "=", "-", " open"});
    }
    out.clear();
    for (std::size_t i = 0; i < lines.size(); ++i) out += (i > 0 ? "\n" : "") + lines[i];
    return out;
  });
}

}  // namespace armistice::property
