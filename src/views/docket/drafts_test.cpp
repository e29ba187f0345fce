// SPDX-License-Identifier: Apache-2.0
// Drafts: who lodges them, what ends them, and what is due then.
#include "support/case_play.h"

namespace armistice {
namespace {

using namespace testing;

class DraftTest : public CasePlay {
 protected:
  DraftTest() {
    Header header;
    header.circle = play_.record({0})->id;
    header.kind = Determination::kind;
    header.author = "joint/mac";
    header.signers = seniors;
    header.until = CivilTime{{play_.now().value + 3'600}, 9 * 3'600};
    header.written = {play_.now(), 9 * 3'600};
    const Bytes body = to_bytes(Body(determination()));
    header.body = {sha256(body), body.size(), BodyForm::open};
    header.refers = {id_};
    text_ = to_text(header);
    auto draft = of_case(Draft{});
    draft.draft = text_;
    draft.lines = "\xe2\x80\x94 unc/senior-member AAAA\n";
    draft.body = body;
    play_.say("unc/senior-member", draft, {id_});
  }
  std::string state() const { return play_.row("docket_draft", sha256(text_)).at(9); }
  std::string text_;
};

TEST_F(DraftTest, WaitsForTheOtherAndIsSigned) {
  EXPECT_EQ(noticed(), Words{});
  EXPECT_EQ(standing(), (Words{"draft_waits", "sign", "kpa-cpv/senior-member"}));
  EXPECT_EQ(state(), "waits");
  play_.restart();
  play_.say_text(text_, determination());
  EXPECT_EQ(state(), "signed");
  EXPECT_EQ(standing()[0], "determined");
}

TEST_F(DraftTest, LapsesByTheRegistersClockAndTheCaseStaysOpen) {
  play_.clock({play_.now().value + 3'599});
  EXPECT_EQ(state(), "waits");
  play_.restart();
  play_.clock({play_.now().value + 1});
  EXPECT_EQ(state(), "lapsed");
  EXPECT_EQ(standing()[0], "draft_lapsed");
  EXPECT_EQ(standing()[1], "request");  // what was due before it is due again
  play_.clock({play_.now().value + 1'000});
  EXPECT_EQ(play_.rows().rows("docket_step").size(), 3U);  // alleged, drafted, lapsed once
}

TEST_F(DraftTest, IsLodgedBySignersInItsOwnCaseAlone) {
  auto again = of_case(Draft{});
  again.draft = text_;
  again.body = to_bytes(Body(determination()));
  again.lines = "\xe2\x80\x94 kpa-cpv/senior-member AAAA\n";
  play_.say("sweden/member", again, {id_});
  EXPECT_EQ(noticed(), Words{"not_a_signer"});
  EXPECT_EQ(standing()[2], "kpa-cpv/senior-member");
  Allegation other;
  other.term = "territory.entry";
  other.paragraph = "8";
  const Digest elsewhere = play_.say("unc/delegation", other);
  again.case_id = elsewhere;
  play_.say("unc/senior-member", again, {elsewhere});
  EXPECT_EQ(noticed(), Words{"other_case"});
  // Lines add up, whoever lodges them last.
  again.case_id = id_;
  play_.say("kpa-cpv/senior-member", again, {id_});
  EXPECT_EQ(noticed(), Words{});
  EXPECT_EQ(play_.row("docket_draft", sha256(text_)).at(6),
            "unc/senior-member kpa-cpv/senior-member");
}

TEST_F(DraftTest, RestoresWhatWasDueWhenItsRecordIsNoStep) {
  EXPECT_EQ(standing()[0], "draft_waits");
  play_.say("unc/senior-member", Retraction{}, {play_.record({2})->id});
  EXPECT_EQ(state(), "withdrawn");
  EXPECT_EQ(standing(), (Words{"alleged", "request", "unc/senior-member kpa-cpv/senior-member"}));
}

TEST_F(DraftTest, IsClosedByASignersWithdrawalAlone) {
  play_.say("sweden/member", Withdrawal{}, {sha256(text_)});
  EXPECT_EQ(state(), "waits");
  play_.say("unc/senior-member", Withdrawal{}, {sha256(text_)});
  EXPECT_EQ(state(), "withdrawn");
  EXPECT_EQ(standing()[0], "draft_withdrawn");
}

TEST_F(DraftTest, IsNoDraftOnceTheRecordStandsOrWithAnotherBody) {
  auto draft = of_case(Draft{});
  draft.draft = text_;
  draft.body = "{}";
  play_.say("unc/senior-member", draft, {id_});
  EXPECT_EQ(noticed(), Words{"other_body"});
  play_.say_text(text_, determination());
  draft.body = to_bytes(Body(determination()));
  play_.say("unc/senior-member", draft, {id_});
  EXPECT_EQ(noticed(), Words{"stands_already"});
  EXPECT_EQ(standing()[0], "determined");
}

}  // namespace
}  // namespace armistice
