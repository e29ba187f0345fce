// SPDX-License-Identifier: Apache-2.0
#include "record/header.h"

#include <gtest/gtest.h>

#include "base/limits.h"
#include "base/text.h"

namespace armistice {
namespace {

const std::string id_a = "sha256:" + std::string(64, 'a');
const std::string id_b = "sha256:" + std::string(64, 'b');
const std::string root = std::string(43, 'A') + "=";

using Lines = std::vector<std::string>;

Lines one_author() {
  return {"armistice/record/v1",        "circle " + id_a, "kind note/1",
          "author unc/delegation",      "key 9d4a07c1",   "number 2",
          "previous " + id_b,           "seen 7 " + root, "written 1951-07-12T01:30:00+09:00",
          "body " + id_b + " 1834 open"};
}

Lines joint() {
  return {"armistice/record/v1",
          "circle " + id_a,
          "kind note/1",
          "author joint/mac",
          "signer unc/senior-member",
          "signer kpa-cpv/senior-member",
          "until 1953-07-27T22:00:00+09:00",
          "number 0",
          "previous -",
          "seen 0 -",
          "written 1953-07-27T10:00:00+09:00",
          "body " + id_b + " 0 sealed",
          "refers " + id_a,
          "refers " + id_b};
}

std::string text_of(const Lines& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

// The lines with the line `word …` in place of the one that starts so.
Lines with(Lines lines, const std::string& line) {
  const std::string word = line.substr(0, line.find(' ') + 1);
  for (std::string& one : lines) {
    if (one.starts_with(word)) {
      one = line;
      return lines;
    }
  }
  ADD_FAILURE() << "no such line: " << line;
  return lines;
}

Errc refusal(const Lines& lines) {
  const auto header = parse_header(text_of(lines));
  EXPECT_FALSE(header.ok()) << text_of(lines);
  return header.ok() ? Errc::usage : header.error().code;
}

TEST(Header, ReadsOneAuthor) {
  const std::string text = text_of(one_author());
  const auto header = parse_header(text);
  ASSERT_TRUE(header.ok()) << header.error().text();
  EXPECT_FALSE(header->is_joint());
  EXPECT_EQ(header->author, "unc/delegation");
  EXPECT_EQ(to_text(header->key), "9d4a07c1");
  EXPECT_EQ(header->number, 2U);
  EXPECT_EQ(header->seen.size, TreeSize{7});
  EXPECT_EQ(header->written, (CivilTime{UtcSeconds{-583'054'200}, 32'400}));
  EXPECT_EQ(header->body.bytes, 1'834U);
  EXPECT_EQ(to_text(*header), text);
}

TEST(Header, ReadsJoint) {
  const std::string text = text_of(joint());
  const auto header = parse_header(text);
  ASSERT_TRUE(header.ok()) << header.error().text();
  EXPECT_TRUE(header->is_joint());
  EXPECT_EQ(header->signers.size(), 2U);
  EXPECT_EQ(header->body.form, BodyForm::sealed);
  EXPECT_EQ(header->refers.size(), 2U);
  EXPECT_EQ(to_text(*header), text);
}

// Every line is needed, and none may stand twice or elsewhere.
TEST(Header, NeedsEveryLineOnceAndInOrder) {
  for (const Lines& good : {one_author(), joint()}) {
    for (std::size_t i = 0; i < good.size(); ++i) {
      if (good[i].starts_with("refers ")) continue;
      Lines without = good;
      without.erase(without.begin() + static_cast<std::ptrdiff_t>(i));
      EXPECT_EQ(refusal(without), Errc::malformed) << i;
      Lines doubled = good;
      doubled.insert(doubled.begin() + static_cast<std::ptrdiff_t>(i), good[i]);
      EXPECT_EQ(refusal(doubled), Errc::malformed) << i;
      if (i + 1 == good.size()) continue;
      Lines swapped = good;
      std::swap(swapped[i], swapped[i + 1]);
      if (good[i].starts_with("signer ") && good[i + 1].starts_with("signer ")) {
        EXPECT_TRUE(parse_header(text_of(swapped)).ok());
      } else {
        EXPECT_EQ(refusal(swapped), Errc::malformed) << i;
      }
    }
  }
}

// A line with both a foreign character and a number out of range is malformed in every reader.
TEST(Header, TheFormComesBeforeTheRange) {
  const std::string huge = "99999999999999999999";
  EXPECT_EQ(refusal(with(one_author(), "number " + huge)), Errc::out_of_range);
  EXPECT_EQ(refusal(with(one_author(), "number " + huge + "x")), Errc::malformed);
  EXPECT_EQ(refusal(with(one_author(), "seen " + huge + " " + root)), Errc::out_of_range);
  EXPECT_EQ(refusal(with(one_author(), "seen " + huge + " root")), Errc::malformed);
  EXPECT_EQ(refusal(with(one_author(), "seen " + huge + " " + std::string(43, 'B') + "=")),
            Errc::malformed);
  EXPECT_EQ(refusal(with(one_author(), "body " + id_b + " " + huge + " open")), Errc::out_of_range);
  EXPECT_EQ(refusal(with(one_author(), "body " + id_b + " " + huge + " shut")), Errc::malformed);
  EXPECT_EQ(refusal(with(one_author(), "written 2251-02-30T25:00:00-00:00")), Errc::malformed);
}

TEST(Header, TheFirstLineThatFailsGivesTheWord) {
  Lines lines = with(one_author(), "number 99999999999999999999");
  lines = with(lines, "written yesterday");
  EXPECT_EQ(refusal(lines), Errc::out_of_range);
  lines = with(one_author(), "written 1951-02-29T00:00:00+00:00");
  EXPECT_EQ(refusal(with(lines, "number 0")), Errc::out_of_range);  // across lines comes last
}

TEST(Header, AnotherVersionIsUnsupported) {
  Lines lines = one_author();
  lines[0] = "armistice/record/v2";
  EXPECT_EQ(refusal(lines), Errc::unsupported);
  lines[0] = "armistice/record/1";
  EXPECT_EQ(refusal(lines), Errc::malformed);
}

TEST(Header, StopsAtItsLimits) {
  EXPECT_EQ(refusal({std::string(limits::text_bytes_max, 'a')}), Errc::too_large);
  EXPECT_EQ(refusal({std::string(limits::text_bytes_max - 1, 'a')}), Errc::malformed);
  const auto bytes = std::to_string(limits::body_bytes_max);
  EXPECT_TRUE(
      parse_header(text_of(with(one_author(), "body " + id_b + " " + bytes + " open"))).ok());
  EXPECT_EQ(refusal(with(one_author(), "body " + id_b + " 67108865 open")), Errc::out_of_range);
}

TEST(Header, GenesisIsAllOrNothing) {
  Lines genesis = joint();
  genesis.erase(genesis.begin() + 6);  // until
  genesis = with(with(with(genesis, "circle -"), "kind genesis/1"), "author circle");
  genesis = with(genesis, "body " + id_b + " 10 open");
  EXPECT_TRUE(parse_header(text_of(genesis)).ok());
  EXPECT_EQ(refusal(with(genesis, "circle " + id_a)), Errc::malformed);
  EXPECT_EQ(refusal(with(genesis, "author joint/mac")), Errc::malformed);
  EXPECT_EQ(refusal(with(genesis, "seen 7 " + root)), Errc::malformed);
  EXPECT_EQ(refusal(with(genesis, "body " + id_b + " 10 sealed")), Errc::malformed);
  EXPECT_EQ(refusal(with(joint(), "circle -")), Errc::malformed);
  EXPECT_EQ(refusal(with(one_author(), "author circle")), Errc::malformed);
  EXPECT_EQ(refusal(with(one_author(), "kind genesis/1")), Errc::malformed);
}

}  // namespace
}  // namespace armistice
