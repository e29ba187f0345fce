// SPDX-License-Identifier: Apache-2.0
#include "record/kinds/disposition_list.h"

#include <gtest/gtest.h>

#include "base/limits.h"

namespace armistice {
namespace {

const std::string salt = "00112233445566778899aabbccddeeff\n";

std::string wrong_with(const std::string& list) {
  const auto units = read_disposition_list(list);
  return units.ok() ? "" : units.error().what;
}

TEST(DispositionList, IsSaltAndAUnitALine) {
  const auto units = read_disposition_list(salt + "1st Division;munsan;20500\nKMC;Kimpo;0\n");
  ASSERT_TRUE(units.ok());
  const std::vector<ListedUnit> wanted = {{"1st Division", "munsan", 20'500}, {"KMC", "Kimpo", 0}};
  EXPECT_EQ(*units, wanted);
  EXPECT_EQ(*read_units("1st Division;munsan;20500\nKMC;Kimpo;0\n"), wanted);
}

TEST(DispositionList, SaysWhichLineIsWrongAndHow) {
  EXPECT_EQ(wrong_with(""), "line 1: the salt, 32 hexadecimal digits in lower case");
  EXPECT_EQ(wrong_with("00112233445566778899AABBCCDDEEFF\na;b;1\n"),
            "line 1: the salt, 32 hexadecimal digits in lower case");
  EXPECT_EQ(wrong_with(salt), "names one unit at least");
  EXPECT_EQ(wrong_with(salt + "a;b;1"), "line 2: does not end");
  EXPECT_EQ(wrong_with(salt + "a;b;1\na;b\n"), "line 3: a line is: unit;place;strength");
  EXPECT_EQ(wrong_with(salt + "a;b;1;c\n"), "line 2: a line is: unit;place;strength");
  EXPECT_EQ(wrong_with(salt + ";b;1\n"), "line 2: unit: 1 to 128 bytes");
  EXPECT_EQ(wrong_with(salt + "a; b;1\n"), "line 2: place: 1 to 128 bytes");
  EXPECT_EQ(wrong_with(salt + "a\r;b;1\n"), "line 2: unit: 1 to 128 bytes");
  for (const char* bad : {"-1", "1.5", "01", "", " 1"}) {
    EXPECT_EQ(wrong_with(salt + "a;b;" + bad + "\n"), "line 2: strength: a number of persons");
  }
  EXPECT_EQ(wrong_with(salt + "a;b;1000000001\n"), "line 2: strength: at most 1000000000");
  EXPECT_EQ(wrong_with(salt + "a;b;1\na;c;1\na;b;2\n"), "line 4: stands twice");
}

TEST(DispositionList, HoldsSoManyUnitsAndNoMore) {
  std::string list = salt;
  for (std::size_t i = 0; i < limits::listed_units_max; ++i) {
    list += std::to_string(i) + ";p;1\n";
  }
  EXPECT_TRUE(read_disposition_list(list).ok());
  EXPECT_EQ(wrong_with(list + "one;p;1\n"), "line 4098: at most 4096 units");
}

}  // namespace
}  // namespace armistice
