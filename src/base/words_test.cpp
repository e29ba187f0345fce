// SPDX-License-Identifier: Apache-2.0
#include "base/words.h"

#include <gtest/gtest.h>

namespace armistice {
namespace {

bool says(std::string_view text, std::string_view words) {
  return as_words(text).find(as_words(words)) != std::string::npos;
}

TEST(Words, AreLettersAndDigitsWithoutTheirCase) {
  EXPECT_EQ(as_words("The 38th-Parallel."), " the 38th parallel ");
  EXPECT_EQ(as_words(""), " ");
  EXPECT_EQ(as_words(" - "), " ");
  EXPECT_FALSE(says("the 138th parallel", "38th parallel"));
  EXPECT_FALSE(says("überconstruction", "construction"));
  EXPECT_TRUE(says("ARRÊTÉ", "arrêté"));
}

// Whatever a word processor puts beside a word, and whatever a reader does not see in it.
TEST(Words, AreFoundWhateverStandsBesideThem) {
  for (const char* text :
       {"a “great concession”", "great concession…", "a great concession—so",
        "great\u00a0concession", "great con\u00adcession", "great\u200b concession",
        "„great concession“", "ｇｒｅａｔ　ｃｏｎｃｅｓｓｉｏｎ", "그것은 great concession이다",
        "这是great concession。"}) {
    EXPECT_TRUE(says(text, "great concession")) << text;
  }
}

TEST(Words, OfScriptsWithoutGapsAreFoundWithinOthers) {
  EXPECT_TRUE(says("我们作出了伟大让步", "伟大让步"));
  EXPECT_TRUE(says("위대한 양보를 했다", "위대한 양보"));
  EXPECT_TRUE(says("С ХАРАКТЕРИСТИКАМИ", "характеристика"));
  EXPECT_FALSE(says("我们作出了让步", "伟大让步"));
}

TEST(Words, TakeBytesThatAreNoTextAsTheyAre) {
  EXPECT_EQ(as_words("a\xff b\xe4\xbc"), " a\xff b\xe4\xbc ");
}

}  // namespace
}  // namespace armistice
