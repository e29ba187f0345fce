// SPDX-License-Identifier: Apache-2.0
// Keys as texts, and strict JSON.
#include "crypto/hash.h"
#include "support/circle.h"
#include "vectors/vectors.h"

namespace armistice::vectors {
namespace {

using testing::key_of;

constexpr Errc form = Errc::malformed;
constexpr Errc range = Errc::out_of_range;
constexpr Errc large = Errc::too_large;

// `name+id+base64(type ‖ bytes)` with the id that belongs to it.
std::string vkey_of(const std::string& name, char type, ByteView bytes) {
  const Digest digest = sha256(name + "\n" + type, bytes);
  return fmt::format("{}+{}+{}", name, to_hex(digest.view().substr(0, 4)),
                     to_base64(std::string(1, type) + Bytes(bytes)));
}

Bytes from_hex_text(std::string_view hex) {
  Bytes bytes(hex.size() / 2, '\0');
  from_hex(hex, {reinterpret_cast<std::uint8_t*>(bytes.data()), bytes.size()}).value();
  return bytes;
}

// The public keys that record.md §5 refuses: points of small order and other spellings.
std::vector<Case> refused_keys() {
  const std::vector<std::pair<std::string, std::string>> points = {
      {"order-1", "01" + std::string(62, '0')},
      {"order-1-with-sign", "01" + std::string(60, '0') + "80"},
      {"order-2", "ec" + std::string(60, 'f') + "7f"},
      {"order-4", std::string(64, '0')},
      {"order-4-with-sign", std::string(62, '0') + "80"},
      {"order-8", "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"},
      {"order-8-with-sign", "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85"},
      {"order-8-other", "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"},
      {"order-8-other-with-sign",
       "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa"},
      {"y-is-p", "ed" + std::string(60, 'f') + "7f"},
      {"y-is-p-plus-1", "ee" + std::string(60, 'f') + "7f"},
      {"y-is-p-plus-4", "f1" + std::string(60, 'f') + "7f"},
      {"y-is-2-255-minus-1", std::string(62, 'f') + "7f"},
      {"y-is-2-256-minus-1", std::string(64, 'f')},
  };
  std::vector<Case> cases;
  for (const auto& [name, hex] : points) {
    cases.push_back({"point-" + name, "record.md §5: a key is canonical and not of small order",
                     Errc::bad_signature, vkey_of("unc/delegation", 1, from_hex_text(hex))});
  }
  return cases;
}

std::vector<Case> vkey_forms() {
  const Bytes key(key_of("unc/delegation").verifier().key.view());
  const std::string good = vkey_of("unc/delegation", 1, key);
  const auto plus = good.find('+');
  const std::string id = good.substr(plus, 10);  // with both its signs
  const std::string base64 = good.substr(plus + 10);
  const std::string why = "record.md §4: name+hhhhhhhh+BASE64";
  return {
      {"good-author", why, std::nullopt, good},
      {"good-cosigner", "record.md §4: type 0x04", std::nullopt, vkey_of("unc/cosigner", 4, key)},
      {"good-largest-canonical-y", "record.md §5: y below 2^255 - 19", std::nullopt,
       vkey_of("unc/delegation", 1, from_hex_text("eb" + std::string(60, 'f') + "7f"))},
      {"without-id", why, form, good.substr(0, plus) + "+" + base64},
      {"without-base64", why, form, good.substr(0, plus) + id},
      {"name-alone", why, form, "unc/delegation"},
      {"empty", why, form, ""},
      {"name-empty", why, form, vkey_of("", 1, key)},
      {"name-capital", why, form, vkey_of("UNC/delegation", 1, key)},
      {"name-65-characters", why, form, vkey_of(std::string(65, 'x'), 1, key)},
      {"id-of-another-key", "record.md §4: an id that is not the key's", form,
       good.substr(0, plus) + "+00000000+" + base64},
      {"id-of-another-name", "record.md §4: an id that is not the key's", form,
       "unc/press" + good.substr(plus)},
      {"id-short", why, form, good.substr(0, plus) + id.substr(0, 8) + "+" + base64},
      {"id-capital", why, form, "unc/delegation+ABCDEF01+" + base64},
      {"space-behind", why, form, good + " "},
      {"newline-behind", why, form, good + "\n"},
      {"base64-bits-left-over", "record.md §2 BASE64", form,
       good.substr(0, plus) + id + to_base64(Bytes(31, '\1')).substr(0, 42) + "B="},
      {"base64-url-alphabet", "record.md §2 BASE64", form,
       good.substr(0, plus) + id + "_" + base64.substr(1)},
      {"31-bytes", "record.md §4: a key has 32 bytes", form,
       vkey_of("unc/delegation", 1, key.substr(1))},
      {"33-bytes", "record.md §4: a key has 32 bytes", form,
       vkey_of("unc/delegation", 1, key + "x")},
      {"type-alone", "record.md §4: a key has 32 bytes", form, vkey_of("unc/delegation", 1, "")},
      {"type-0", "record.md §4: 0x01 and 0x04", Errc::unsupported,
       vkey_of("unc/delegation", 0, key)},
      {"type-2", "record.md §4: 0x01 and 0x04", Errc::unsupported,
       vkey_of("unc/delegation", 2, key)},
      {"type-255", "record.md §4: 0x01 and 0x04", Errc::unsupported,
       vkey_of("unc/delegation", '\xff', key)},
  };
}

struct JsonCase {
  const char* name;
  std::string_view text;
};

// Each table has one answer.
std::vector<Case> json_cases(const std::string& prefix, const std::string& why,
                             std::optional<Errc> error, const std::vector<JsonCase>& table) {
  std::vector<Case> cases;
  for (const JsonCase& one : table) {
    cases.push_back({prefix + "-" + one.name, "record.md §6: " + why, error, Bytes(one.text)});
  }
  return cases;
}

using std::string_view_literals::operator""sv;

std::vector<Case> good_json() {
  return json_cases("good", "one strict JSON value", std::nullopt,
                    {{"object", R"({"salt":"00","n":1})"},
                     {"any-value", "null"},
                     {"white-space", " \t\r\n{ \"a\" : [ 1 , true , false ] } \n"},
                     {"largest-integer", "9007199254740991"},
                     {"smallest-integer", "-9007199254740991"},
                     {"minus-zero-is-zero", "-0"},
                     {"escapes", R"("\"\\\/\b\f\n\r\t\u0041\ud83d\udd4a")"},
                     {"utf-8", "\"\xed\x95\x9c \xf0\x9f\x95\x8a\""},
                     {"noncharacter", R"("\uffff")"},
                     {"bom-inside-a-string", "\"\xef\xbb\xbf\""},
                     {"empty-key", R"({"":0})"},
                     {"keys-that-differ-in-case", R"({"a":1,"A":2})"},
                     {"keys-that-look-alike", "{\"\xc3\xa9\":1,\"e\xcc\x81\":2}"},
                     {"depth-16", "[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]"}});
}

std::vector<Case> bad_json_syntax() {
  return json_cases("syntax", "strict JSON, one value filling the text", form,
                    {{"nothing", ""},
                     {"white-space-alone", "  \n"},
                     {"two-values", "{}{}"},
                     {"more-behind", "{} x"},
                     {"nul-behind", "{}\0"sv},
                     {"nul-and-more-behind", "{}\0{}"sv},
                     {"trailing-comma", "[1,]"},
                     {"trailing-comma-in-object", R"({"a":1,})"},
                     {"single-quotes", "{'a':1}"},
                     {"bare-key", "{a:1}"},
                     {"comment", "/**/{}"},
                     {"line-comment", "{} // x"},
                     {"nan", "NaN"},
                     {"infinity", "-Infinity"},
                     {"capital-true", "True"},
                     {"leading-zero", "01"},
                     {"minus-leading-zero", "-01"},
                     {"plus", "+1"},
                     {"minus-alone", "-"},
                     {"point-alone", "1."},
                     {"point-first", ".5"},
                     {"hexadecimal", "0x10"},
                     {"unclosed-object", R"({"a":1)"},
                     {"unclosed-string", R"("a)"},
                     {"newline-in-string", "\"a\nb\""},
                     {"tab-in-string", "\"a\tb\""},
                     {"unknown-escape", R"("\x41")"},
                     {"short-escape", R"("\u41")"},
                     {"no-break-space", "\xc2\xa0{}"},
                     {"vertical-tab", "\v{}"}});
}

std::vector<Case> bad_json_text() {
  return json_cases("text", "UTF-8 without BOM, no U+0000, no lone surrogate", form,
                    {{"bom", "\xef\xbb\xbf{}"},
                     {"no-utf8", "\"\xff\""},
                     {"overlong", "\"\xc0\xaf\""},
                     {"surrogate-in-utf8", "\"\xed\xa0\x80\""},
                     {"above-10ffff", "\"\xf4\x90\x80\x80\""},
                     {"cut-short", "\"\xed\x95\""},
                     {"utf-16", "\xff\xfe{\0}\0"sv},
                     {"nul-escaped", R"("\u0000")"},
                     {"nul-in-a-key", R"({"\u0000":1})"},
                     {"nul-raw", "\"\0\""sv},
                     {"high-surrogate-alone", R"("\ud800")"},
                     {"low-surrogate-alone", R"("\udc00")"},
                     {"surrogates-turned", R"("\udc00\ud800")"},
                     {"high-surrogate-then-letter", R"("\ud800a")"}});
}

std::vector<Case> bad_json_values() {
  const auto keys = json_cases("keys", "no key twice in an object", form,
                               {{"twice", R"({"a":1,"a":1})"},
                                {"twice-by-an-escape", R"({"a":1,"\u0061":2})"},
                                {"twice-inside", R"([{"b":{"a":1,"c":2,"a":3}}])"}});
  const std::string digits(400, '9');
  const auto numbers = json_cases("number", "integers within ±(2^53 - 1)", range,
                                  {{"fraction", "1.5"},
                                   {"fraction-of-zero", "1.0"},
                                   {"exponent", "1e2"},
                                   {"capital-exponent", "1E2"},
                                   {"exponent-of-zero", "0e0"},
                                   {"huge-exponent", "1e400"},
                                   {"tiny-exponent", "1e-400"},
                                   {"2-53", "9007199254740992"},
                                   {"minus-2-53", "-9007199254740992"},
                                   {"2-63", "9223372036854775808"},
                                   {"2-64", "18446744073709551616"},
                                   {"400-digits", digits},
                                   {"inside", R"({"a":[1,2.5]})"}});
  std::string wide = "{";
  for (int i = 0; i < 257; ++i) wide += fmt::format("\"{}\":1,", i);
  wide.back() = '}';
  const auto sizes =
      json_cases("size", "nesting at most 16, at most 256 fields an object", large,
                 {{"depth-17", "[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]"},
                  {"depth-17-of-objects", R"([[[[[[[[[[[[[[[[{"a":1}]]]]]]]]]]]]]]]])"},
                  {"257-fields", wide}});
  std::vector<Case> all = keys;
  all.insert(all.end(), numbers.begin(), numbers.end());
  all.insert(all.end(), sizes.begin(), sizes.end());
  return all;
}

}  // namespace

VectorFiles vkey_vectors() {
  std::vector<Case> all = vkey_forms();
  for (Case& one : refused_keys()) all.push_back(std::move(one));
  return to_files("vkey", all);
}

VectorFiles json_vectors() {
  std::vector<Case> all = good_json();
  std::string wide = "{";
  for (int i = 0; i < 256; ++i) wide += fmt::format("\"{}\":1,", i);
  wide.back() = '}';
  all.push_back({"good-256-fields", "record.md §6: at most 256 fields an object", {}, wide});
  for (const auto table : {bad_json_syntax, bad_json_text, bad_json_values}) {
    for (Case& one : table()) all.push_back(std::move(one));
  }
  return to_files("json", all);
}

}  // namespace armistice::vectors
