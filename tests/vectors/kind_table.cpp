// SPDX-License-Identifier: Apache-2.0
#include "vectors/kind_table.h"

#include <fmt/format.h>

#include "crypto/hash.h"

namespace armistice::vectors {

void Table::ok(const std::string& name, const std::string& why, const FieldTexts& body) {
  add(name, why, std::nullopt, body.text());
}

void Table::bad(const std::string& name, const std::string& why, const FieldTexts& body,
                Errc error) {
  add(name, why, error, body.text());
}

void Table::closed(const FieldTexts& base) {
  for (const auto& [key, value] : base.fields) {
    bad("without-" + key, "all fields", base.without(key));
    bad("null-" + key, "of its type", base.with(key, "null"));
  }
  bad("one-field-more", "no other field", base.and_then("more", "1"));
  bad("salt-last", "salt first", base.without("salt").and_then("salt", salt));
  bad("salt-31-digits", "32 digits", base.with("salt", in_quotes(std::string(31, '0'))));
  bad("salt-33-digits", "32 digits", base.with("salt", in_quotes(std::string(33, '0'))));
  bad("salt-capital", "lower case", base.with("salt", in_quotes(std::string(32, 'F'))));
  add("list", "an object", form, "[]");
  add("nul-behind", "JSON fills the body", form, base.text() + Bytes("\0", 1));
  add("white-space", "JSON may have white space", std::nullopt, " " + base.text() + "\n");
}

void Table::words(const FieldTexts& base, const std::string& key,
                  std::span<const char* const> words) {
  const std::string why = fmt::format("{}: one of {}", key, fmt::join(words, ", "));
  for (const char* word : words) {
    ok(fmt::format("{}-{}", key, word), why, base.with(key, in_quotes(word)));
  }
  bad(key + "-other", why, base.with(key, in_quotes("another")));
  bad(key + "-empty", why, base.with(key, in_quotes("")));
  std::string capital = words.front();
  capital[0] = static_cast<char>(capital[0] - 'a' + 'A');
  bad(key + "-capital", why, base.with(key, in_quotes(capital)));
  bad(key + "-number", why, base.with(key, "0"));
}

void Table::digest_forms(const FieldTexts& base, const std::string& key) {
  const std::string why = key + ": sha256: and 64 hexadecimal digits in lower case";
  bad(key + "-no-prefix", why, base.with(key, in_quotes(std::string(64, '0'))));
  bad(key + "-63-digits", why, base.with(key, in_quotes("sha256:" + std::string(63, '0'))));
  bad(key + "-capital", why, base.with(key, in_quotes("sha256:" + std::string(64, 'F'))));
  bad(key + "-number", why, base.with(key, "0"));
}

void Table::digest(const FieldTexts& base, const std::string& key) {
  digest_forms(base, key);
  bad(key + "-empty", key + ": an id", base.with(key, in_quotes("")));
}

void Table::digest_or_none(const FieldTexts& base, const std::string& key) {
  digest_forms(base, key);
  ok(key + "-empty", key + ": empty: none", base.with(key, in_quotes("")));
}

void Table::name_forms(const FieldTexts& base, const std::string& key) {
  const std::string why = key + ": [a-z0-9/.-]{1,64}";
  ok(key + "-64-bytes", why, base.with(key, in_quotes(std::string(64, 'a'))));
  bad(key + "-capital", why, base.with(key, in_quotes("UNC")));
  bad(key + "-space", why, base.with(key, in_quotes("unc senior-member")));
  bad(key + "-number", why, base.with(key, "0"));
}

void Table::name(const FieldTexts& base, const std::string& key) {
  name_forms(base, key);
  bad(key + "-empty", key + ": a name", base.with(key, in_quotes("")));
  bad(key + "-65-bytes", key + ": 64 characters at most",
      base.with(key, in_quotes(std::string(65, 'a'))));
}

void Table::name_or_none(const FieldTexts& base, const std::string& key) {
  name_forms(base, key);
  ok(key + "-empty", key + ": empty: none", base.with(key, in_quotes("")));
}

void Table::names(const FieldTexts& base, const std::string& key, std::size_t count_max) {
  const std::string why = fmt::format("{}: 1 to {} names, none twice", key, count_max);
  std::vector<std::string> many;
  for (std::size_t i = 0; i < count_max; ++i) many.push_back(in_quotes(fmt::format("name-{}", i)));
  ok(fmt::format("{}-{}", key, count_max), why, base.with(key, list_of(many)));
  many.push_back(in_quotes("one-more"));
  bad(fmt::format("{}-{}", key, count_max + 1), why, base.with(key, list_of(many)), large);
  bad(key + "-none", why, base.with(key, "[]"));
  bad(key + "-twice", why, base.with(key, R"(["unc","kpa-cpv","unc"])"));
  bad(key + "-capital", why, base.with(key, R"(["unc","KPA"])"));
  bad(key + "-empty", why, base.with(key, R"(["unc",""])"));
  bad(key + "-number", why, base.with(key, R"(["unc",1])"));
  bad(key + "-text", why, base.with(key, in_quotes("unc")));
}

void Table::integer(const FieldTexts& base, const std::string& key, const std::string& least,
                    const std::string& below, const std::string& most, const std::string& above) {
  const std::string why = fmt::format("{}: an integer from {} to {}", key, least, most);
  ok(key + "-least", why, base.with(key, least));
  ok(key + "-most", why, base.with(key, most));
  bad(key + "-below", why, base.with(key, below), range);
  bad(key + "-above", why, base.with(key, above), range);
  bad(key + "-fraction", why, base.with(key, "0.5"), range);
  bad(key + "-text", why, base.with(key, in_quotes("0")));
}

void Table::time(const FieldTexts& base, const std::string& key) {
  const std::string why = key + ": a time, as record.md §2 has it";
  bad(key + "-no-offset", why, base.with(key, in_quotes("1953-08-01T09:00:00")));
  bad(key + "-z", why, base.with(key, in_quotes("1953-08-01T09:00:00Z")));
  bad(key + "-date-alone", why, base.with(key, in_quotes("1953-08-01")));
  bad(key + "-empty", why, base.with(key, in_quotes("")));
  bad(key + "-no-such-date", why, base.with(key, in_quotes("1953-06-31T09:00:00+09:00")), range);
  bad(key + "-offset-15-hours", why, base.with(key, in_quotes("1953-08-01T09:00:00+15:00")), range);
  bad(key + "-number", why, base.with(key, "0"));
}

void Table::day(const FieldTexts& base, const std::string& key) {
  const std::string why = key + ": a day, as kinds/README.md has it";
  ok(key + "-leap", why, base.with(key, in_quotes("1956-02-29")));
  bad(key + "-no-such-date", why, base.with(key, in_quotes("1953-02-29")), range);
  bad(key + "-year-1899", why, base.with(key, in_quotes("1899-12-31")), range);
  bad(key + "-short", why, base.with(key, in_quotes("1953-8-5")));
  bad(key + "-turned", why, base.with(key, in_quotes("05-08-1953")));
  bad(key + "-empty", why, base.with(key, in_quotes("")));
  bad(key + "-time", why, base.with(key, in_quotes("1953-08-05T00:00:00+09:00")), large);
  bad(key + "-number", why, base.with(key, "19530805"));
}

void Table::one_item(const FieldTexts& base, const std::string& key, const FieldTexts& item) {
  const std::string prefix = key + "-item";
  for (const auto& [field, value] : item.fields) {
    bad(fmt::format("{}-without-{}", prefix, field), "all fields of an item",
        base.with(key, list_of({item.without(field).text()})));
    bad(fmt::format("{}-null-{}", prefix, field), "of its type",
        base.with(key, list_of({item.with(field, "null").text()})));
  }
  bad(prefix + "-one-field-more", "no other field in an item",
      base.with(key, list_of({item.and_then("more", "1").text()})));
  bad(prefix + "-list", "an item is an object", base.with(key, "[[]]"));
  bad(key + "-none", "one at least", base.with(key, "[]"));
  bad(key + "-text", "a list", base.with(key, in_quotes("none")));
}

void Table::closed_item(const FieldTexts& base, const std::string& key, const FieldTexts& item) {
  one_item(base, key, item);
  std::vector<std::string> many(256, item.text());
  ok(key + "-256", "1 to 256", base.with(key, list_of(many)));
  many.push_back(item.text());
  bad(key + "-257", "1 to 256", base.with(key, list_of(many)), large);
}

void Table::language(const FieldTexts& base) {
  ok("language-three-letters", "[a-z]{2,3}", base.with("language", in_quotes("kor")));
  bad("language-one-letter", "[a-z]{2,3}", base.with("language", in_quotes("e")));
  bad("language-capital", "[a-z]{2,3}", base.with("language", in_quotes("EN")));
  bad("language-empty", "[a-z]{2,3}", base.with("language", in_quotes("")));
  bad("language-four-letters", "3 bytes at most", base.with("language", in_quotes("engl")), large);
}

void Table::text(const FieldTexts& base, const std::string& key, std::size_t bytes_max) {
  const std::string why = fmt::format("{}: 0 to {} bytes", key, bytes_max);
  ok(key + "-empty", why, base.with(key, in_quotes("")));
  ok(fmt::format("{}-{}-bytes", key, bytes_max), why,
     base.with(key, in_quotes(std::string(bytes_max, 'x'))));
  bad(fmt::format("{}-{}-bytes-of-two", key, bytes_max + 1), why + ", not characters",
      base.with(key, in_quotes(std::string(bytes_max - 1, 'x') + "\xc3\xa9")), large);
  long_text(base, key, bytes_max);
}

void Table::long_text(const FieldTexts& base, const std::string& key, std::size_t bytes_max) {
  bad(fmt::format("{}-{}-bytes", key, bytes_max + 1),
      fmt::format("{}: 0 to {} bytes", key, bytes_max),
      base.with(key, in_quotes(std::string(bytes_max + 1, 'x'))), large);
}

void Table::add(const std::string& name, const std::string& why, std::optional<Errc> error,
                const Bytes& bytes) {
  const std::string word = kind_.substr(0, kind_.find('/'));
  cases.push_back(
      {word + "-" + name, "kinds/" + word + ".md: " + why, error, bytes, {{"kind", kind_}}});
}

std::string digest_json(std::string_view word) { return in_quotes(to_text(sha256(word))); }

}  // namespace armistice::vectors
