// SPDX-License-Identifier: Apache-2.0
#include "views/fold.h"

#include <gtest/gtest.h>

#include "crypto/hash.h"
#include "support/folding.h"
#include "views/engine.h"

namespace armistice {
namespace {

using testing::Author;
using testing::Node;
using testing::note;
using testing::RowKeeper;

class FoldTest : public ::testing::Test {
 protected:
  FoldTest() {
    for (const char* text : {"one", "two", "three"}) node.put(unc.write(note(text)));
    node.put("void");
    node.put_clock(Node::everybody(), 1'000);
  }
  std::unique_ptr<Fold> start() { return Fold::start(real_env(), node.layout(), rows).value(); }
  Result<void> fold(Fold& fold, Verdicts verdicts) {
    return fold_to(node, fold, node.size(), verdicts);
  }
  void sql(const std::string& text) { node.store().database().execute(text).value(); }

  Node node;
  Author unc = node.enrol("unc/delegation");
  RowKeeper rows;
};

TEST_F(FoldTest, TrustedAndRecomputedVerdictsComeToTheSame) {
  const auto trusted = start();
  ASSERT_TRUE(fold(*trusted, Verdicts::stored).ok());
  const auto again = testing::fold_all(node);
  EXPECT_EQ(trusted->digest_lines(), again.fold->digest_lines());
  EXPECT_EQ(rows.lines(), again.rows->lines());
  EXPECT_EQ(trusted->voids(), 1U);
  EXPECT_EQ(trusted->position(), node.size());
}

TEST_F(FoldTest, GoesOnFromWhereItWasSaved) {
  const auto first = start();
  ASSERT_TRUE(fold_to(node, *first, TreeSize{4}, Verdicts::stored).ok());
  const Json saved = testing::saved_of(*first);
  const auto second = testing::restored(node, rows, saved);
  ASSERT_TRUE(second.ok()) << second.error().text();
  ASSERT_TRUE(fold(**second, Verdicts::stored).ok());
  EXPECT_EQ((*second)->digest_lines(), testing::fold_all(node).fold->digest_lines());
}

// The same circle and as many entries are not yet the same history.
TEST_F(FoldTest, DoesNotGoOnOverOtherEntries) {
  const auto first = start();
  ASSERT_TRUE(fold(*first, Verdicts::stored).ok());
  const Json saved = testing::saved_of(*first);
  sql("UPDATE entry SET entry=CAST('another' AS BLOB) WHERE leaf_index=5");
  const auto second = testing::restored(node, rows, saved);
  ASSERT_FALSE(second.ok());
  EXPECT_EQ(second.error().code, Errc::damaged);
}

// A verdict in register.db that cannot be is damage, not a reason to fall over.
TEST_F(FoldTest, RefusesVerdictsThatCannotBe) {
  for (const char* lie : {"UPDATE entry SET void=NULL WHERE leaf_index=5",
                          "UPDATE entry SET void='expired' WHERE leaf_index=5",
                          "UPDATE entry SET void='number_taken' WHERE leaf_index=3",
                          "UPDATE entry SET entry=(SELECT entry FROM entry WHERE leaf_index=2), "
                          "body=(SELECT body FROM entry WHERE leaf_index=2) WHERE leaf_index=3",
                          "UPDATE entry SET void='nonsense' WHERE leaf_index=3"}) {
    Node fresh;
    Author author = fresh.enrol("unc/delegation");
    for (const char* text : {"one", "two", "three"}) fresh.put(author.write(note(text)));
    fresh.put("void");
    fresh.store().database().execute(lie).value();
    for (const Verdicts verdicts : {Verdicts::stored, Verdicts::recomputed}) {
      RowKeeper kept;
      const auto started = Fold::start(real_env(), fresh.layout(), kept).value();
      const auto folded = fold_to(fresh, *started, fresh.size(), verdicts);
      ASSERT_FALSE(folded.ok()) << lie;
      EXPECT_EQ(folded.error().code, Errc::damaged) << lie;
    }
  }
}

TEST_F(FoldTest, StopsAtAMissingBodyAndStaysThere) {
  sql("UPDATE entry SET body=NULL WHERE leaf_index=3");
  const auto folding = start();
  const auto folded = fold(*folding, Verdicts::stored);
  ASSERT_FALSE(folded.ok());
  EXPECT_EQ(folded.error().code, Errc::incomplete);
  EXPECT_EQ(folding->position(), TreeSize{3});
  sql("UPDATE entry SET body=CAST('{}' AS BLOB) WHERE leaf_index=3");
  EXPECT_EQ(fold(*folding, Verdicts::stored).error().code, Errc::incomplete) << "another body";
}

TEST_F(FoldTest, ASealedBodyIsNotMissed) {
  Header header;
  header.kind = "note/1";
  header.number = 4;
  header.previous = sha256("three");
  header.body = {sha256("sealed"), 6, BodyForm::sealed};
  Submission sealed = unc.sign_as_is(header, "sealed");
  sealed.body.reset();
  node.put(sealed);
  const auto without = testing::fold_all(node);
  sql(fmt::format("UPDATE entry SET body=CAST('damaged' AS BLOB) WHERE leaf_index={}",
                  node.size().value - 1));
  EXPECT_EQ(testing::fold_all(node).fold->digest_lines(), without.fold->digest_lines());
}

class EngineOnNode : public FoldTest {
 protected:
  std::unique_ptr<Engine> open() {
    return Engine::open(real_env(), node.layout(), node.layout().node / "views.db").value();
  }
};

TEST_F(EngineOnNode, FoldsAndGoesOnAndRebuilds) {
  const auto whole = testing::fold_all(node).fold->digest_lines();
  {
    const auto engine = open();
    ASSERT_TRUE(engine->catch_up(TreeSize{4}).ok());
  }
  const auto engine = open();
  EXPECT_EQ(engine->state().position, TreeSize{4});
  ASSERT_TRUE(engine->catch_up(node.size()).ok());
  EXPECT_EQ(engine->state().digest_lines, whole);
  ASSERT_TRUE(engine->rebuild(node.size()).ok());
  EXPECT_EQ(engine->state().digest_lines, whole);
}

// So many that another thread writes their rows.
TEST_F(EngineOnNode, FoldsManyAtOnceAsOneByOne) {
  const std::uint64_t before = node.size().value;
  const auto slow = open();
  for (std::uint64_t i = before; i < 1'200; ++i) {
    if (i % 16 == 0) node.put(unc.write(note("another")));
    node.put("void");
    if (i % 64 == 0) {
      ASSERT_TRUE(slow->catch_up(node.size()).ok());
    }
  }
  ASSERT_TRUE(slow->catch_up(node.size()).ok());
  const auto fast = Engine::open(real_env(), node.layout(), node.layout().node / "fast.db").value();
  ASSERT_TRUE(fast->catch_up(node.size()).ok());
  EXPECT_EQ(fast->state().digest_lines, slow->state().digest_lines);
  const auto rows_of = [](Engine& engine) {
    return engine
        .with_rows([](Database& rows_there) -> Result<std::string> {
          std::string out;
          Statement select = TRY(rows_there.prepare(
              "SELECT leaf_index || ' ' || quote(id) || quote(author) || quote(void) FROM record "
              "UNION ALL SELECT author || ' ' || records || ' ' || last_index FROM chain "
              "UNION ALL SELECT prefix || ' ' || leaf_index FROM locator ORDER BY 1"));
          while (TRY(select.next())) out.append(select.bytes(0)).append("\n");
          return out;
        })
        .value();
  };
  EXPECT_EQ(rows_of(*fast), rows_of(*slow));
}

// Rows that were rolled back must not be lost to a fold that had gone ahead of them.
TEST_F(EngineOnNode, AfterAnErrorItGoesOnFromWhatIsOnDisk) {
  const auto engine = open();
  const auto count_records = [&] {
    return engine
        ->with_rows([](Database& rows_of) -> Result<std::int64_t> {
          Statement count = TRY(rows_of.prepare("SELECT count(*) FROM record"));
          EXPECT_TRUE(TRY(count.next()));
          return count.integer(0);
        })
        .value();
  };
  sql("UPDATE entry SET void=NULL WHERE leaf_index=5");
  const auto failed = engine->catch_up(node.size());
  ASSERT_FALSE(failed.ok());
  EXPECT_EQ(failed.error().code, Errc::damaged);
  EXPECT_EQ(count_records(), 1);
  sql("UPDATE entry SET void='malformed' WHERE leaf_index=5");
  ASSERT_TRUE(engine->catch_up(node.size()).ok());
  EXPECT_EQ(count_records(), static_cast<std::int64_t>(node.size().value));
  EXPECT_EQ(engine->state().digest_lines, testing::fold_all(node).fold->digest_lines());
}

TEST_F(EngineOnNode, FoldsAgainWhatWasFoldedFromOtherEntries) {
  open()->catch_up(node.size()).value();
  sql("UPDATE entry SET entry=CAST('another' AS BLOB) WHERE leaf_index=5");
  const auto engine = open();
  EXPECT_EQ(engine->state().position, TreeSize{1});
}

TEST_F(EngineOnNode, FindsTheCopyThatStands) {
  Author late("unc/late", node.circle());
  const Submission said = late.write(note("too early"));
  const LeafIndex too_early = node.put(said);
  {
    const auto engine = open();
    ASSERT_TRUE(engine->catch_up(node.size()).ok());
    EXPECT_EQ(engine->find_record(testing::id_of(said)).value(), too_early);
  }
  node.enrol("unc/late");
  const LeafIndex stands = node.put(said);
  const auto engine = open();
  ASSERT_TRUE(engine->catch_up(node.size()).ok());
  EXPECT_EQ(engine->find_record(testing::id_of(said)).value(), stands);
  EXPECT_EQ(engine->find_body(sha256(*said.body)).value(), stands);
  EXPECT_EQ(engine->find_record(sha256("nothing")).value(), std::nullopt);
}

TEST_F(EngineOnNode, FoldsAgainWhatCannotBeRead) {
  const Path path = node.layout().node / "views.db";
  {
    ASSERT_TRUE(open()->catch_up(node.size()).ok());
  }
  ASSERT_TRUE(real_env().write_file(path, "no database").ok());
  const auto engine = open();
  EXPECT_EQ(engine->state().position, TreeSize{1});
  ASSERT_TRUE(engine->catch_up(node.size()).ok());
  EXPECT_EQ(engine->state().digest_lines, testing::fold_all(node).fold->digest_lines());
}

}  // namespace
}  // namespace armistice
