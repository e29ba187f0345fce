// SPDX-License-Identifier: Apache-2.0
#include "register/register.h"

#include <gtest/gtest.h>

#include <future>

#include "base/limits.h"
#include "crypto/hash.h"
#include "register/merkle.h"
#include "support/sim_env.h"
#include "support/world.h"

namespace armistice {
namespace {

using testing::Author;
using testing::Desks;
using testing::id_of;
using testing::key_of;
using testing::note;
using testing::SimDisk;
using testing::SimEnv;
using testing::World;

class RegisterTest : public ::testing::Test {
 protected:
  RegisterTest() { reg_ = world_.start(env_).value(); }

  void restart() {
    reg_.reset();
    reg_ = world_.start(env_).value();
  }
  void enrol() { ASSERT_TRUE(world_.hand_in(*reg_, desks_.enrolments).ok()); }
  Errc refusal(const Submission& record) {
    const auto got = reg_->append(record);
    EXPECT_FALSE(got.ok());
    return got.ok() ? Errc::usage : got.error().code;
  }
  std::vector<Evidence> evidence() {
    return reg_->with_store([](Store& store) { return store.evidence(10); }).value();
  }
  // The lines of these parties on the newest head.
  Result<Head> cosign_by(const std::vector<std::string>& parties) {
    const Checkpoint head = read_head(world_.genesis, reg_->state().head).value().checkpoint;
    return reg_->add_cosignatures(
        testing::cosigned_head(world_.genesis, head, parties, env_.now()));
  }

  SimDisk disk_;
  SimEnv env_{disk_};
  World world_;
  Desks desks_{world_.circle, 10};
  std::unique_ptr<Register> reg_;
};

TEST_F(RegisterTest, StartsWithGenesis) {
  EXPECT_EQ(reg_->state().size.value, 1U);
  EXPECT_EQ(reg_->circle(), world_.circle);
  EXPECT_EQ(reg_->root_at(TreeSize{1}).value(), leaf_hash(world_.genesis_record.entry));
  EXPECT_EQ(
      Register::create(env_, world_.layout, world_.genesis_record, key_of(world_.genesis.origin))
          .error()
          .code,
      Errc::busy);
  reg_.reset();
  EXPECT_EQ(
      Register::create(env_, world_.layout, world_.genesis_record, key_of(world_.genesis.origin))
          .error()
          .code,
      Errc::exists);
  EXPECT_EQ(Register::open(env_, world_.layout, key_of("another.example/log")).error().code,
            Errc::unknown_key);
}

TEST_F(RegisterTest, GivesAReceiptThatProvesTheRecord) {
  enrol();
  const auto got = reg_->append(desks_.records[0]);
  ASSERT_TRUE(got.ok()) << got.error().text();
  EXPECT_EQ(got->index.value, 4U);
  EXPECT_FALSE(got->repeated);
  const TlogProof proof = parse_proof(got->proof).value();
  EXPECT_TRUE(check_proof(proof, desks_.records[0].entry).ok());
  const Head head = read_head(world_.genesis, proof.checkpoint).value();
  EXPECT_EQ(head.checkpoint.size.value, 5U);
  EXPECT_FALSE(head.mode.has_value()) << "accepted, not counted";
}

TEST_F(RegisterTest, TheSameIdGetsTheSameReceiptForEver) {
  enrol();
  const auto first = reg_->append(desks_.records[0]).value();
  ASSERT_TRUE(world_.hand_in(*reg_, desks_.some(1, 9)).ok());
  for (int start = 0; start < 2; ++start) {
    const auto again = reg_->append(desks_.records[0]).value();
    EXPECT_TRUE(again.repeated);
    EXPECT_EQ(again.proof, first.proof);
    EXPECT_EQ(again.index, first.index);
    restart();
  }
}

TEST_F(RegisterTest, TwiceInOneBatchIsOneRecord) {
  enrol();
  std::vector<std::future<Result<Receipt>>> waiting;
  for (int i = 0; i < 20; ++i) {
    auto promise = std::make_shared<std::promise<Result<Receipt>>>();
    waiting.push_back(promise->get_future());
    reg_->submit(desks_.records[0], [promise](Result<Receipt> got) { promise->set_value(got); });
  }
  const Bytes proof = waiting[0].get().value().proof;
  for (std::size_t i = 1; i < waiting.size(); ++i) EXPECT_EQ(waiting[i].get()->proof, proof);
  EXPECT_EQ(reg_->state().size.value, 5U);
}

TEST_F(RegisterTest, RefusesAForkAndKeepsItAsEvidence) {
  enrol();
  const Submission stands = desks_.records[0];
  ASSERT_TRUE(reg_->append(stands).ok());
  Author twofaced("unc/delegation", world_.circle);
  const Submission fork = twofaced.write(note("never said"));
  EXPECT_EQ(refusal(fork), Errc::number_taken);
  EXPECT_EQ(refusal(fork), Errc::number_taken);
  ASSERT_EQ(evidence().size(), 1U) << "kept once";
  EXPECT_EQ(evidence()[0].entry, fork.entry);
  EXPECT_EQ(evidence()[0].stands.value, 4U);
  EXPECT_EQ(reg_->state().size.value, 5U) << "not in the tree";
  EXPECT_TRUE(reg_->append(stands).ok());
}

TEST_F(RegisterTest, RefusesWhatItShould) {
  EXPECT_EQ(refusal(desks_.records[0]), Errc::unknown_key) << "not enrolled yet";
  enrol();
  EXPECT_EQ(refusal(Author("unc/delegation", sha256("another")).write(note("a"))),
            Errc::wrong_circle);
  Submission forged = desks_.records[0];
  const auto line = forged.entry.rfind("\n— ");
  forged.entry.replace(line, std::string::npos,
                       "\n" + sign_text(key_of("unc/delegation"), "another text\n"));
  EXPECT_EQ(refusal(forged), Errc::bad_signature);
  Submission bodiless = desks_.records[0];
  bodiless.body.reset();
  EXPECT_EQ(refusal(bodiless), Errc::incomplete);
  Submission other = desks_.records[0];
  other.body = *desks_.records[1].body;
  EXPECT_EQ(refusal(other), Errc::digest_mismatch);
  EXPECT_EQ(refusal({"no note", "body"}), Errc::malformed);
  const Linkage own{Salt{}, "line", "zone", day_of(0), "one for the other", "", ""};
  EXPECT_EQ(refusal(Author("unc/delegation", world_.circle).write(own)), Errc::unsupported);
  EXPECT_EQ(refusal(world_.genesis_record), Errc::wrong_circle) << "genesis stands once";
  EXPECT_EQ(reg_->state().size.value, 4U);
  EXPECT_FALSE(reg_->failure().has_value());
}

TEST_F(RegisterTest, ASealedBodyMayBeLodgedElsewhere) {
  enrol();
  Header header;
  header.circle = world_.circle;
  header.kind = "telegram/1";
  header.author = "unc/delegation";
  header.key = key_of("unc/delegation").verifier().id();
  header.number = 1;
  header.written = parse_civil_time("1951-07-12T01:30:00+09:00").value();
  header.body = {sha256("sealed"), 6, BodyForm::sealed};
  const std::string text = to_text(header);
  const std::array lines = {sign_text(key_of("unc/delegation"), text)};
  const Submission record{join_entry(text, lines), std::nullopt};
  ASSERT_TRUE(reg_->append(record).ok());
  EXPECT_FALSE(reg_->with_store([](Store& s) { return s.entry(LeafIndex{4}); })->body.has_value());
  restart();
  EXPECT_TRUE(reg_->notices().empty()) << "withheld is not missing";
}

TEST_F(RegisterTest, ALargeBodyIsAFile) {
  enrol();
  const Submission large = Author("kpa-cpv/root", world_.circle)
                               .write_as(2, id_of(desks_.enrolments[1]), note(Bytes(70'000, 'x')));
  ASSERT_TRUE(reg_->append(large).ok());
  EXPECT_FALSE(reg_->with_store([](Store& s) { return s.entry(LeafIndex{4}); })->body.has_value());
  EXPECT_TRUE(disk_.bytes(world_.layout.body(sha256(*large.body))) == *large.body);
}

TEST_F(RegisterTest, CountsAHeadByItsLines) {
  enrol();
  EXPECT_EQ(cosign_by({"unc"})->mode, std::nullopt);
  EXPECT_EQ(reg_->with_store([](Store& s) { return s.last_counted(); }).error().code,
            Errc::not_found);
  EXPECT_EQ(cosign_by({"sweden", "switzerland", "poland"})->mode, Mode::contested);
  EXPECT_EQ(cosign_by({"kpa-cpv"})->mode, Mode::settled) << "lines come in one by one";
  const auto counted = reg_->with_store([](Store& s) { return s.last_counted(); }).value();
  EXPECT_EQ(counted.size.value, 4U);
  const Head head = read_head(world_.genesis, counted.note).value();
  EXPECT_EQ(head.cosigned.size(), 5U);
  EXPECT_EQ(head.mode, Mode::settled);
  const TlogProof proof = reg_->prove(LeafIndex{2}, counted).value();
  EXPECT_TRUE(check_proof(proof, desks_.enrolments[1].entry).ok());
}

TEST_F(RegisterTest, TakesNoLinesUnderAnotherHead) {
  enrol();
  const Checkpoint other{world_.genesis.origin, TreeSize{4}, leaf_hash("other")};
  const Bytes lie = testing::cosigned_head(world_.genesis, other, {"unc", "kpa-cpv"}, env_.now());
  EXPECT_EQ(reg_->add_cosignatures(lie).error().code, Errc::inconsistent);
  Bytes bad = testing::cosigned_head(world_.genesis, other, {"unc"}, env_.now());
  bad[bad.size() - 10] = bad[bad.size() - 10] == 'A' ? 'B' : 'A';
  EXPECT_EQ(reg_->add_cosignatures(bad).error().code, Errc::bad_signature);
  EXPECT_FALSE(reg_->failure().has_value()) << "what others say wrong closes nothing";
}

TEST_F(RegisterTest, AFullQueueIsBusyAndLosesNothing) {
  enrol();
  std::atomic<int> done = 0;
  std::atomic<int> busy = 0;
  std::promise<void> go;
  const std::shared_future<void> gate = go.get_future().share();
  // The first answer holds the writer's thread until the queue has run over.
  reg_->submit(desks_.records[0], [&, gate](Result<Receipt>) {
    gate.wait();
    ++done;
  });
  const Submission large = Author("kpa-cpv/root", world_.circle)
                               .write_as(2, id_of(desks_.enrolments[1]), note(Bytes(60'000, 'x')));
  const int more = static_cast<int>(limits::queue_bytes_max / 60'000) + 50;
  for (int i = 0; i < more; ++i) {
    reg_->submit(large, [&](Result<Receipt> got) {
      if (!got.ok() && got.error().code == Errc::busy) ++busy;
      ++done;
    });
  }
  EXPECT_GE(busy, 1);
  go.set_value();
  reg_.reset();  // what waits is answered before it ends
  EXPECT_EQ(done, more + 1);
}

TEST_F(RegisterTest, ServesTilesAndBundlesOfAllWidths) {
  enrol();
  const Desks many(world_.circle, 90);
  ASSERT_TRUE(world_.hand_in(*reg_, many.some(0, 270)).ok());
  ASSERT_TRUE(reg_->flush_tiles().ok());
  Bytes bundle;
  Bytes hashes;
  const std::uint64_t size = reg_->state().size.value;
  ASSERT_EQ(size, 274U);
  for (std::uint64_t i = 0; i < size; ++i) {
    const Bytes entry = reg_->with_store([&](Store& s) { return s.entry({i}); })->entry;
    append_to_bundle(bundle, entry);
    hashes += leaf_hash(entry).view();
    const std::uint64_t width = i % tile_width + 1;
    EXPECT_EQ(reg_->tile({0, i / tile_width, width}).value(), hashes) << i;
    EXPECT_EQ(reg_->tile({TileId::entries, i / tile_width, width}).value(), bundle) << i;
    if (width < tile_width) continue;
    EXPECT_EQ(disk_.bytes(world_.layout.tile({0, 0, tile_width})), hashes);
    EXPECT_EQ(disk_.bytes(world_.layout.tile({TileId::entries, 0, tile_width})), bundle);
    EXPECT_EQ(reg_->tile({1, 0, 1}).value(), ExpandedTile(hashes).node(tile_height, 0).view());
    hashes.clear();
    bundle.clear();
  }
  for (const TileId& none : {TileId{0, 1, 19}, TileId{0, 2, 1}, TileId{1, 0, 2}, TileId{2, 0, 1},
                             TileId{TileId::entries, 1, 19}, TileId{0, 1, tile_width}}) {
    EXPECT_EQ(reg_->tile(none).error().code, Errc::not_found) << to_path(none);
  }
}

TEST_F(RegisterTest, AnswersForCommittedSizesAlone) {
  enrol();
  EXPECT_EQ(reg_->root_at(TreeSize{5}).error().code, Errc::out_of_range);
  EXPECT_EQ(reg_->consistency(TreeSize{1}, TreeSize{5}).error().code, Errc::out_of_range);
  const auto proof = reg_->consistency(TreeSize{2}, TreeSize{4}).value();
  EXPECT_TRUE(verify_consistency(TreeSize{2}, reg_->root_at(TreeSize{2}).value(), TreeSize{4},
                                 reg_->root_at(TreeSize{4}).value(), proof)
                  .ok());
}

TEST_F(RegisterTest, ReopensAtAnySize) {
  std::uint64_t random = 5;
  std::vector<Submission> records = desks_.enrolments;
  const Desks many(world_.circle, 100);
  records.insert(records.end(), many.records.begin(), many.records.end());
  std::vector<Digest> roots;
  for (std::size_t first = 0; first < records.size();) {
    const std::size_t step = first < 3 ? 3 : testing::next_random(random) % 60 + 1;
    const std::size_t last = std::min(first + step, records.size());
    ASSERT_TRUE(world_
                    .hand_in(*reg_, {records.begin() + static_cast<std::ptrdiff_t>(first),
                                     records.begin() + static_cast<std::ptrdiff_t>(last)})
                    .ok());
    first = last;
    const auto before = reg_->state();
    const Digest root = reg_->root_at(before.size).value();
    restart();
    EXPECT_TRUE(reg_->notices().empty());
    EXPECT_EQ(reg_->state().head, before.head);
    EXPECT_EQ(reg_->state().since_clock, std::min<std::uint64_t>(before.since_clock, 256));
    EXPECT_EQ(reg_->root_at(before.size).value(), root);
  }
  world_.check(*reg_);
}

}  // namespace
}  // namespace armistice
