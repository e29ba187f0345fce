// SPDX-License-Identifier: Apache-2.0
#include "api/node.h"

#include <gtest/gtest.h>

#include "api/command.h"
#include "api/init.h"
#include "base/limits.h"
#include "crypto/hash.h"
#include "record/kinds/body.h"
#include "record/manifest.h"
#include "support/sim_env.h"

namespace armistice {
namespace {

using testing::SimDisk;
using testing::SimEnv;

// An exercise on a disk in memory, whose clock stands until it is moved.
class NodeTest : public ::testing::Test {
 protected:
  NodeTest() {
    const auto files = read_bundle(real_env(), "agreements/korea-1953").value();
    for (const BundleFile& file : files) {
      const Path path = Path("/agreement") / file.path;
      EXPECT_TRUE(env_.make_directories(path.parent_path()).ok());
      EXPECT_TRUE(env_.write_file(path, file.bytes).ok());
    }
    EXPECT_TRUE(make_exercise(env_, data_, "/agreement").ok());
    open();
  }

  void open(bool serving = false) {
    node_.reset();
    auto opened = Node::open(env_, {data_, {}, serving});
    ASSERT_TRUE(opened.ok()) << opened.error().text();
    node_ = std::move(opened).value();
  }
  void pass(std::int64_t seconds) { env_.set_now({env_.now().value + seconds}); }
  TreeSize size() const { return node_->reg().state().size; }

  // What both senior members sign.
  Submission write_joint() {
    const Bytes body = to_bytes(Body(Note{Salt{}, "en", "The line is agreed."}));
    Header header;
    header.circle = node_->reg().circle();
    header.kind = Note::kind;
    header.author = "joint/mac";
    header.signers = {"unc/senior-member", "kpa-cpv/senior-member"};
    header.until = circle_time(node_->genesis(), {env_.now().value + 86'400});
    header.written = circle_now(env_, node_->genesis());
    header.body = {sha256(body), body.size(), BodyForm::open};
    const std::string text = to_text(header);
    std::vector<Bytes> lines;
    for (const std::string& signer : header.signers) {
      lines.push_back(node_->keyring().signer(signer).value().sign_joint(text).value());
    }
    return {join_entry(text, lines), body};
  }

  const Path data_ = "/node";
  SimDisk disk_;
  SimEnv env_{disk_};
  std::unique_ptr<Node> node_;
};

TEST_F(NodeTest, GivesAGoodJointRecordAYoungerClock) {
  pass(limits::clock_age_s_max + 1);
  const TreeSize before = size();
  const auto receipt = node_->append(write_joint());
  ASSERT_TRUE(receipt.ok()) << receipt.error().text();
  EXPECT_EQ(size().value, before.value + 2);
  EXPECT_EQ(receipt->index.value, before.value + 1);
}

TEST_F(NodeTest, WritesNoClockForAJointRecordThatIsRefused) {
  pass(limits::clock_age_s_max + 1);
  const TreeSize before = size();
  const auto refused = [&](const Submission& submission) {
    std::optional<Errc> code;
    node_->submit(submission, [&](const Result<Receipt>& receipt) {
      if (!receipt.ok()) code = receipt.error().code;
    });
    return code;
  };
  const Submission good = write_joint();
  Submission forged = good;
  // The last line's payload is base64: another letter in its middle is another signature.
  char& letter = forged.entry[forged.entry.size() - 20];
  letter = letter == 'A' ? 'B' : 'A';
  EXPECT_EQ(refused(forged), Errc::bad_signature);
  Submission other_body = good;
  (*other_body.body)[0] ^= 1;
  EXPECT_EQ(refused(other_body), Errc::digest_mismatch);
  EXPECT_EQ(refused({good.entry, std::nullopt}), Errc::incomplete);
  EXPECT_EQ(size(), before);
}

TEST_F(NodeTest, RemembersTheAgeOfTheClockOverARestart) {
  const auto due = [&] {
    open();
    return node_->with_secretariat([](Secretariat& secretariat) {
      EXPECT_TRUE(secretariat.cosign().ok());
      return secretariat.clock_due();
    });
  };
  const std::string root = node_->genesis().parties.front().root.name;
  ASSERT_TRUE(node_->write_as_root(root, Note{Salt{}, "en", "Noted."}).ok());
  EXPECT_FALSE(due());
  pass(limits::clock_age_s_max);
  EXPECT_TRUE(due());
}

// Served, another thread folds; the question that follows a receipt must not outrun it.
TEST_F(NodeTest, AnswersWithWhatHasAReceipt) {
  open(true);
  const std::string root = node_->genesis().parties.front().root.name;
  const Command* list = find_command("record list");
  ASSERT_NE(list, nullptr);
  for (int i = 0; i < 20; ++i) {
    const auto receipt = node_->write_as_root(root, Note{Salt{}, "en", "Noted."});
    ASSERT_TRUE(receipt.ok()) << receipt.error().text();
    const auto answer = run_in_node(*list, *node_, Json::Object{{"count", 1}});
    ASSERT_TRUE(answer.ok()) << answer.error().text();
    EXPECT_GE(node_->engine().state().position.value, receipt->index.value + 1);
  }
}

// For ThreadSanitizer: the writer may touch nothing of a caller that has its receipt.
TEST_F(NodeTest, AppendsFromManyThreads) {
  open(true);
  const Submission joint = write_joint();
  std::vector<std::jthread> threads;
  std::atomic<int> receipts = 0;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      for (int j = 0; j < 25; ++j) receipts += node_->append(joint).ok();
    });
  }
  threads.clear();
  EXPECT_EQ(receipts, 100);
}

TEST_F(NodeTest, ItsDeskLearnsYesOrNoOfASidesOwnRegister) {
  const auto screen = [&](const std::string& kind, const std::string& body) {
    const Json asked =
        Json::Object{{"as", Json::Array{"kpa-cpv/delegation"}}, {"kind", kind}, {"body", body}};
    return run_in_node(*find_command("record screen"), *node_, asked);
  };
  const std::string note = to_bytes(Body(Note{Salt{}, "en", "We shall see."}));
  const auto unheld = screen("note/1", note);
  EXPECT_EQ(unheld.error().code, Errc::unsupported);

  Json::Array stopped;
  std::optional<Error> wrong;
  int times = 0;
  const AskNode own = [&](std::string_view command, const Json& asked) -> Result<Json> {
    ++times;
    EXPECT_EQ(command, "own screen");
    EXPECT_EQ(*asked.find("body"), Json(note));
    if (wrong) return *wrong;
    return Json(Json::Object{{"stopped", stopped}, {"remarks", Json::Array{}}});
  };
  node_.reset();
  node_ = Node::open(env_, {data_, {}, false, own}).value();
  const auto listed = run_in_node(*find_command("register list"), *node_, Json::Object{});
  EXPECT_EQ(*listed->as_array()->front().find("held_against_own"), Json(true));
  EXPECT_EQ(to_text(screen("note/1", note).value()), R"({"may_be_signed":true})");
  stopped.push_back(Json::Object{{"why", "unsaid"}, {"words", "Secret words"}});
  EXPECT_EQ(to_text(screen("note/1", note).value()), R"({"may_be_signed":false})");
  wrong = Error{Errc::damaged, "Secret words"};
  const auto failed = screen("note/1", note);
  EXPECT_EQ(failed.error().code, Errc::io);
  EXPECT_EQ(failed.error().text().find("Secret"), std::string::npos);
  wrong = Error{Errc::busy, "Secret words"};
  EXPECT_EQ(screen("note/1", note).error().code, Errc::busy);
  EXPECT_EQ(times, 4);
  EXPECT_EQ(screen("note/1", "{}").error().code, Errc::malformed);
  EXPECT_EQ(times, 4);
}

}  // namespace
}  // namespace armistice
