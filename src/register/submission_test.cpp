// SPDX-License-Identifier: Apache-2.0
// The register's smaller forms: submissions, and the file `head`.
#include "register/submission.h"

#include <gtest/gtest.h>

#include "crypto/hash.h"
#include "register/head_file.h"
#include "support/circle.h"
#include "support/temp.h"

namespace armistice {
namespace {

using testing::example_genesis;
using testing::key_of;

TEST(SubmissionForm, ComesBack) {
  testing::Author author("unc/delegation", sha256("circle"));
  const Submission said = author.write(testing::note("good morning"));
  const auto back = parse_submission(to_bytes(said));
  ASSERT_TRUE(back.ok());
  EXPECT_EQ(back->entry, said.entry);
  EXPECT_EQ(back->body, said.body);
  // The body left out, and a body of no bytes.
  EXPECT_EQ(parse_submission(to_bytes({said.entry, std::nullopt}))->body, std::nullopt);
  Header header = parse_record(said.entry)->header;
  header.body = {sha256(""), 0, BodyForm::sealed};
  EXPECT_EQ(parse_submission(to_bytes(author.sign_as_is(header, "")))->body, Bytes());
}

TEST(SubmissionForm, RefusesWhatDoesNotFit) {
  EXPECT_EQ(parse_submission("").error().code, Errc::malformed);
  EXPECT_EQ(parse_submission(Bytes("\0\0\0", 3)).error().code, Errc::malformed);
  EXPECT_EQ(parse_submission(Bytes("\0\0\0\5four", 8)).error().code, Errc::malformed);
  EXPECT_TRUE(parse_submission(Bytes("\0\0\0\4four", 8)).ok());
  EXPECT_EQ(parse_submission(Bytes("\0\1\0\0", 4) + Bytes(65'536, 'a')).error().code,
            Errc::too_large);
  EXPECT_EQ(parse_submission(Bytes("\xff\xff\xff\xff", 4)).error().code, Errc::too_large);
}

class HeadFileTest : public ::testing::Test {
 protected:
  Bytes head(std::uint64_t size) {
    return sign_checkpoint(key_of(genesis.origin),
                           {genesis.origin, TreeSize{size}, sha256(std::to_string(size))});
  }
  HeadSlots read() { return HeadFile::read(real_env(), path, genesis).value(); }
  void overwrite(std::size_t at, ByteView bytes) {
    real_env().open(path, OpenMode::read_write).value()->write(at, bytes).value();
  }

  testing::TempFolder folder;
  const Path path = folder.path() / "head";
  const Genesis genesis = example_genesis();
};

TEST_F(HeadFileTest, WritesItsSlotsInTurn) {
  HeadFile file = HeadFile::open(real_env(), path, std::nullopt).value();
  EXPECT_EQ(read().last(), std::nullopt);
  for (std::uint64_t size = 1; size <= 3; ++size) {
    ASSERT_TRUE(file.write(head(size)).ok());
    const HeadSlots slots = read();
    ASSERT_TRUE(slots.undamaged().ok());
    ASSERT_TRUE(slots.last().has_value());
    EXPECT_EQ(slots.notes[*slots.last()], head(size));
    EXPECT_EQ(*slots.last(), (size + 1) % 2);
  }
}

TEST_F(HeadFileTest, ATornSlotLeavesTheOther) {
  HeadFile file = HeadFile::open(real_env(), path, std::nullopt).value();
  ASSERT_TRUE(file.write(head(1)).ok());
  ASSERT_TRUE(file.write(head(2)).ok());
  overwrite(HeadFile::slot_bytes + 40, "torn");
  const HeadSlots slots = read();
  EXPECT_EQ(slots.last(), 0U);
  ASSERT_FALSE(slots.undamaged().ok());
  EXPECT_EQ(slots.undamaged().error().code, Errc::damaged);
  // The next head goes over the torn slot, not over the good one.
  ASSERT_TRUE(HeadFile::open(real_env(), path, slots.last())->write(head(3)).ok());
  EXPECT_EQ(read().last(), 1U);
  EXPECT_TRUE(read().undamaged().ok());
}

TEST_F(HeadFileTest, AFileOfAnotherSizeIsDamage) {
  EXPECT_EQ(HeadFile::read(real_env(), path, genesis).error().code, Errc::not_found);
  for (const std::size_t bytes : {0, 4'096, 8'191, 8'193, 100'000}) {
    ASSERT_TRUE(real_env().write_file(path, Bytes(bytes, '\n')).ok());
    EXPECT_EQ(HeadFile::read(real_env(), path, genesis).error().code, Errc::damaged) << bytes;
  }
}

}  // namespace
}  // namespace armistice
