// SPDX-License-Identifier: Apache-2.0
#include "views/traffic/traffic.h"

#include <gtest/gtest.h>

#include "crypto/hash.h"
#include "support/folding.h"

namespace armistice {
namespace {

using testing::Author;
using testing::key_of;
using testing::Node;
using testing::note;
using testing::retraction;
using testing::to_text;

using Words = std::vector<std::string>;

constexpr CivilTime until{UtcSeconds{5'000}, 0};

class Traffic : public ::testing::Test {
 protected:
  // Each test puts what it needs and then asks; the whole node is folded for each question.
  Words words(LeafIndex index) { return words_at(*fold_all(node).rows, index); }
  std::vector<std::string> rows(const std::string& table) {
    std::vector<std::string> lines;
    for (const std::string& line : fold_all(node).rows->lines()) {
      if (line.starts_with(table + " ")) lines.push_back(line.substr(table.size() + 1));
    }
    return lines;
  }
  // A header that says nothing yet but its number.
  static Header header(const std::string& kind, std::uint64_t number, const Bytes& body) {
    Header out;
    out.kind = kind;
    out.number = number;
    if (number > 1) out.previous = sha256("previous");
    out.body = {sha256(body), body.size(), BodyForm::open};
    return out;
  }
  // A joint record of the two seniors, who are enrolled, and the clock that it needs.
  Submission joint(const Body& body, std::vector<Digest> refers = {}) {
    return testing::write_joint("joint/mac", {"unc/senior-member", "kpa-cpv/senior-member"}, until,
                                node.circle(), body, std::move(refers));
  }

  Node node;
  Author unc = node.enrol("unc/delegation");
  Author kpa = node.enrol("kpa-cpv/delegation");
};

TEST_F(Traffic, NoticesNothingInOrdinaryTraffic) {
  for (int i = 0; i < 3; ++i) {
    unc.seen = {node.size(), node.root_at(node.size())};
    node.put(unc.write(note("good morning")));
  }
  EXPECT_EQ(rows("irregularity"), Words());
  EXPECT_EQ(rows("gap"), Words());
  const auto chain = rows("chain");
  ASSERT_EQ(chain.size(), 3U);  // two roots, and the delegation
  EXPECT_EQ(chain[1], fmt::format("'unc/delegation' '{}' 3 3 0 0 5", to_text(unc.verifier().id())));
}

TEST_F(Traffic, NoticesVoidEntries) {
  const LeafIndex garbage = node.put("no record at all");
  const LeafIndex empty = node.put("");
  const LeafIndex stranger = node.put(Author("unc/stranger", node.circle()).write(note("hello")));
  EXPECT_EQ(words(garbage), Words{"void"});
  EXPECT_EQ(words(empty), Words{"void"});
  EXPECT_EQ(words(stranger), Words{"void"});
  const auto noticed = rows("irregularity");
  EXPECT_EQ(noticed[0], "3 0 'void' null 'malformed'");
  EXPECT_EQ(noticed[2], "5 0 'void' null 'unknown_key'");
  EXPECT_EQ(rows("record")[3],
            "3 null null null null null null null null null null null 'malformed' null");
}

TEST_F(Traffic, TellsAForkFromARepetition) {
  const Submission first = unc.write(note("we accept"));
  const Submission other = unc.write_as(1, std::nullopt, note("we refuse"));
  node.put(first);
  const LeafIndex again = node.put(first);
  const LeafIndex fork = node.put(other);
  const LeafIndex fork_again = node.put(other);
  EXPECT_EQ(words(again), (Words{"void", "repeated"}));
  EXPECT_EQ(words(fork), (Words{"void", "fork"}));
  EXPECT_EQ(words(fork_again), (Words{"void", "fork"})) << "what stands is another text still";
  EXPECT_TRUE(rows("chain")[1].ends_with(" 1 1 0 2 3")) << rows("chain")[1];
}

// A secretary could let the second text in too early, as a void entry, so that it looks familiar.
TEST_F(Traffic, AVoidCopyDoesNotHideAFork) {
  Author late("unc/late", node.circle());
  const Submission other = late.write_as(1, std::nullopt, note("we refuse"));
  EXPECT_EQ(words(node.put(other)), Words{"void"});
  late = node.enrol("unc/late");
  node.put(late.write(note("we accept")));
  EXPECT_EQ(words(node.put(other)), (Words{"void", "fork"}));
}

TEST_F(Traffic, NoticesGapsAndWhatFillsThem) {
  const Submission first = unc.write(note("1"));
  std::vector<Submission> said = {first};
  for (const char* text : {"2", "3", "4", "5"}) said.push_back(unc.write(note(text)));
  node.put(said[0]);
  const LeafIndex jump = node.put(said[4]);
  const std::string key = fmt::format("'unc/delegation' '{}'", to_text(unc.verifier().id()));
  EXPECT_EQ(words(jump), Words{"gap"});
  EXPECT_EQ(rows("irregularity").back(), "4 0 'gap' null 'numbers 2 to 4 are missing'");
  EXPECT_EQ(rows("gap"), Words{key + " 2 4 4"});
  const LeafIndex middle = node.put(said[2]);
  EXPECT_EQ(words(middle), Words{"late_fill"});
  EXPECT_EQ(rows("gap"), (Words{key + " 2 2 4", key + " 4 4 4"}));
  EXPECT_EQ(words(node.put(said[1])), Words{"late_fill"});
  EXPECT_EQ(words(node.put(said[3])), Words{"late_fill"});
  EXPECT_EQ(rows("gap"), Words());
}

TEST_F(Traffic, NoticesNeighboursThatDoNotNameEachOther) {
  node.put(unc.write(note("1")));
  const LeafIndex denies = node.put(unc.write_as(2, sha256("another 1"), note("2")));
  EXPECT_EQ(words(denies), Words{"previous_differs"});
  // A late fill that is not what its successor names, although it follows its predecessor.
  Author honest("kpa-cpv/delegation", node.circle());
  const Submission one = honest.write(note("1"));
  const Submission two = honest.write(note("2"));
  const Submission three = honest.write(note("3"));
  node.put(one);
  node.put(three);
  const Submission false_two = honest.write_as(2, testing::id_of(one), note("not what was said"));
  EXPECT_EQ(words(node.put(false_two)), (Words{"late_fill", "previous_differs"}));
  EXPECT_EQ(words(node.put(two)), (Words{"void", "fork"}));
}

TEST_F(Traffic, HoldsSeenAgainstTheTree) {
  unc.seen = {node.size(), node.root_at(node.size())};
  EXPECT_EQ(words(node.put(unc.write(note("all that stands")))), Words());
  unc.seen = {TreeSize{node.size().value + 1}, sha256("future")};
  EXPECT_EQ(words(node.put(unc.write(note("more than stands")))), Words{"seen_ahead"});
  unc.seen = {TreeSize{2}, node.root_at(TreeSize{2})};
  EXPECT_EQ(words(node.put(unc.write(note("less")))), Words());
  unc.seen = {TreeSize{2}, sha256("another history")};
  EXPECT_EQ(words(node.put(unc.write(note("another")))), Words{"seen_elsewhere"});
}

TEST_F(Traffic, NoticesClocksThatDoNotActOrStandElsewhere) {
  const LeafIndex good = node.put_clock(Node::everybody(), 1'000);
  EXPECT_EQ(words(good), Words());
  EXPECT_EQ(rows("clock"), Words{"3 3 'settled' 1000"});
  const Bytes nobody = testing::cosigned_head(node.genesis(), node.head(), {}, UtcSeconds{2'000});
  EXPECT_EQ(words(node.put_clock(nobody)), Words{"clock_inert"});
  EXPECT_EQ(rows("irregularity").back(), "4 0 'clock_inert' null 'unquorate'");
  const Checkpoint elsewhere{node.genesis().origin, node.size(), sha256("another tree")};
  const Bytes split =
      testing::cosigned_head(node.genesis(), elsewhere, Node::everybody(), UtcSeconds{3'000});
  EXPECT_EQ(words(node.put_clock(split)), Words{"clock_elsewhere"});
  EXPECT_EQ(rows("clock").size(), 2U);
}

TEST_F(Traffic, NoticesKeyRecordsThatDoNotAct) {
  const auto good = testing::enrolment(key_of("unc/second").verifier());
  EXPECT_EQ(words(node.put(node.root("unc").write(good))), Words());
  EXPECT_EQ(words(node.put(node.root("unc").write(good))), Words{"key_inert"});
  EXPECT_EQ(rows("irregularity").back(), "4 0 'key_inert' null 'exists'");
}

TEST_F(Traffic, NoticesWhatARootKeyMayNotAuthor) {
  Author& root = node.root("unc");
  EXPECT_EQ(words(node.put(root.write(note("a root speaks")))), Words{"root_key_used"});
  EXPECT_EQ(words(node.put(root.write(Clock{Salt{}, "no checkpoint"}))),
            (Words{"root_key_used", "clock_inert"}));
  EXPECT_EQ(words(node.put(root.sign_as_is(header("pamphlet/1", 9, "{}"), "{}"))),
            (Words{"gap", "unknown_kind", "root_key_used"}));
  EXPECT_EQ(words(node.put(root.sign_as_is(header("note/1", 10, "{}"), "{}"))),
            (Words{"previous_differs", "bad_body", "root_key_used"}));
}

TEST_F(Traffic, NoticesKindsWithoutForceAndBadBodies) {
  EXPECT_EQ(words(node.put(unc.sign_as_is(header("note/2", 1, "{}"), "{}"))),
            Words{"unknown_kind"});
  const LeafIndex bad = node.put(kpa.sign_as_is(header("note/1", 1, "{}"), "{}"));
  EXPECT_EQ(words(bad), Words{"bad_body"});
  EXPECT_EQ(rows("irregularity").back(), "4 0 'bad_body' null 'malformed'");
}

// What must be open is read by everybody; a note may be sealed.
TEST_F(Traffic, NoticesBodiesThatMustBeOpen) {
  Header sealed = header("note/1", 1, "sealed");
  sealed.body.form = BodyForm::sealed;
  EXPECT_EQ(words(node.put({unc.sign_as_is(sealed, "sealed").entry, std::nullopt})), Words());
  sealed.kind = "retraction/1";
  EXPECT_EQ(words(node.put({kpa.sign_as_is(sealed, "sealed").entry, std::nullopt})),
            Words{"bad_body"});
}

TEST_F(Traffic, RetractsWhatTheSamePartySaid) {
  const Submission said = unc.write(note("the bridge is ours"));
  const LeafIndex index = node.put(said);
  Author colleague = node.enrol("unc/press");
  const LeafIndex back = node.put(colleague.write(retraction("an error"), {testing::id_of(said)}));
  EXPECT_EQ(words(back), Words());
  const std::string target = to_text(testing::id_of(said));
  EXPECT_EQ(rows("retraction"),
            Words{fmt::format("{} {} {} 'whole' 'acts'", back.value, target, index.value)});
  EXPECT_EQ(words(node.put(kpa.write(retraction("theirs"), {testing::id_of(said)}))),
            Words{"not_the_author"});
  EXPECT_EQ(words(node.put(unc.write(retraction("what"), {sha256("nothing")}))),
            Words{"refers_to_nothing"});
  EXPECT_EQ(words(node.put(unc.write(retraction("nothing at all")))), Words{"refers_to_nothing"});
}

TEST_F(Traffic, RootKeysRetractNothing) {
  const Submission said = unc.write(note("the bridge is ours"));
  node.put(said);
  EXPECT_EQ(words(node.put(node.root("unc").write(retraction("by root"), {testing::id_of(said)}))),
            Words{"root_key_used"});
  EXPECT_TRUE(rows("retraction").front().ends_with("'root_key_used'"));
}

TEST_F(Traffic, RegisterRecordsCannotBeRetracted) {
  const Submission key =
      node.root("unc").write(testing::enrolment(key_of("unc/second").verifier()));
  node.put(key);
  EXPECT_EQ(words(node.put(unc.write(retraction("key"), {testing::id_of(key)}))),
            Words{"not_retractable"});
  const Submission withdrawal = unc.write(Withdrawal{Salt{}, "doubts"}, {sha256("a draft")});
  node.put(withdrawal);
  EXPECT_EQ(words(node.put(unc.write(retraction("withdrawal"), {testing::id_of(withdrawal)}))),
            Words{"not_retractable"});
  EXPECT_EQ(words(node.put(unc.write(retraction("genesis"), {node.circle()}))),
            Words{"not_retractable"});
}

// A text that came too early stands void; the same text, later admitted, is what is retracted.
TEST_F(Traffic, RetractsTheCopyThatStands) {
  Author late("unc/late", node.circle());
  const Submission said = late.write(note("too early"));
  node.put(said);
  EXPECT_EQ(words(node.put(unc.write(retraction("void still"), {testing::id_of(said)}))),
            Words{"refers_to_nothing"});
  late = node.enrol("unc/late");
  const LeafIndex stands = node.put(said);
  EXPECT_EQ(words(node.put(unc.write(retraction("now"), {testing::id_of(said)}))), Words());
  EXPECT_TRUE(rows("retraction").back().ends_with(fmt::format(" {} 'whole' 'acts'", stands.value)));
}

TEST_F(Traffic, JointRecordsAreRetractedJointly) {
  node.enrol("unc/senior-member");
  node.enrol("kpa-cpv/senior-member");
  node.put_clock(Node::everybody(), 1'000);
  const Submission agreed = joint(note("agreed"));
  const LeafIndex index = node.put(agreed);
  EXPECT_EQ(words(index), Words());
  EXPECT_EQ(rows("signer"),
            (Words{"0 0 'unc/root'", "0 1 'kpa-cpv/root'", "0 2 'sweden/root'",
                   "0 3 'switzerland/root'", "0 4 'poland/root'", "0 5 'czechoslovakia/root'",
                   "6 0 'unc/senior-member'", "6 1 'kpa-cpv/senior-member'"}));
  EXPECT_EQ(words(node.put(unc.write(retraction("alone"), {testing::id_of(agreed)}))),
            Words{"not_the_author"});
  EXPECT_EQ(words(node.put(joint(retraction("together"), {testing::id_of(agreed)}))), Words());
  EXPECT_EQ(words(node.put(agreed)), (Words{"void", "repeated"}));
}

TEST_F(Traffic, NoticesWithdrawalsThatComeTooLate) {
  Author senior = node.enrol("unc/senior-member");
  node.enrol("kpa-cpv/senior-member");
  const Submission early = joint(note("before any clock"));
  EXPECT_EQ(words(node.put(early)), Words{"void"});
  EXPECT_EQ(words(node.put(senior.write(Withdrawal{Salt{}, "?"}, {sha256("some draft")}))),
            Words());
  node.put_clock(Node::everybody(), 1'000);
  const LeafIndex stands = node.put(early);  // the same text, admitted now
  EXPECT_EQ(words(node.put(senior.write(Withdrawal{Salt{}, "no"}, {testing::id_of(early)}))),
            Words{"too_late"});
  EXPECT_EQ(rows("irregularity").back(),
            fmt::format("9 0 'too_late' {} 'the record stands already, at {}'",
                        to_text(testing::id_of(early)), stands.value));
}

}  // namespace
}  // namespace armistice
