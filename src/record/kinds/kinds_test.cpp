// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "base/limits.h"
#include "crypto/hash.h"
#include "record/kinds/body.h"
#include "support/circle.h"

namespace armistice {
namespace {

using testing::example_genesis;
using testing::key_of;

Errc refusal(std::string_view kind, ByteView bytes) {
  const auto body = parse_body(kind, bytes);
  EXPECT_FALSE(body.ok()) << bytes;
  return body.ok() ? Errc::usage : body.error().code;
}

Errc refusal(const Body& body) { return refusal(kind_of(body), to_bytes(body)); }

// The bytes of a body with one piece of text in place of another.
Bytes with(const Body& body, std::string_view old_text, std::string_view new_text) {
  Bytes bytes = to_bytes(body);
  const auto at = bytes.find(old_text);
  EXPECT_NE(at, Bytes::npos) << old_text;
  if (at != Bytes::npos) bytes.replace(at, old_text.size(), new_text);
  return bytes;
}

std::vector<Body> one_of_each_until_fulfilment() {
  Retraction passage = testing::retraction("a slip of the pen");
  passage.scope = RetractionScope::passage;
  passage.passage = "good morning";
  const StatedTime time{"1953-07-28T08:00:00+09:00", {-518'490'000}};
  const Digest id = sha256("a case");
  const Digest other = sha256("another record");
  return {
      Body(example_genesis()),
      Body(testing::enrolment(key_of("unc/delegation").verifier())),
      Body(Clock{Salt{}, "a checkpoint"}),
      Body(testing::note("good morning")),
      Body(passage),
      Body(Withdrawal{Salt{}, "second thoughts"}),
      Body(Observation{Salt{},
                       ObservedEvent::halt,
                       "lorry",
                       "truck",
                       "unc",
                       "a post",
                       id,
                       "zone",
                       "inside",
                       "outside",
                       time,
                       time,
                       6'000'000,
                       15'000,
                       300'000,
                       "buffer",
                       {{time, 382'526'000, 1'272'500'000, 15'000}},
                       "seen from a hill"}),
      Body(Permit{Salt{}, PermitAct::entering_territory, "lorry", "unc", time, time, "relief"}),
      Body(Allegation{Salt{}, "territory.entry", "8", other, "unc", "they were here"}),
      Body(InspectionRequest{Salt{}, id, "joint/nnsc", 1, -2, "a hill", "look there"}),
      Body(Tasking{Salt{}, id, std::nullopt, "nnit/mobile-1", {"sweden/officer"}, "go"}),
      Body(TeamStep{Salt{}, id, "nnit/mobile-1", TeamProgress::access_denied, time, "a gate"}),
      Body(Report{Salt{}, id, "nnit/mobile-1", "en", Outcome::confirmed, "tracks"}),
      Body(Ballot{Salt{}, id, other, Vote::against, "a tractor's"}),
      Body(Forwarding{Salt{}, id, other, ForwardingStep::notified, {"unc/commander"}, "ko", ""}),
      Body(Acknowledgement{Salt{}, id, other, "received"}),
      Body(Evaluation{Salt{}, id, other, Outcome::undetermined, "unclear"}),
      Body(Draft{Salt{}, id, "a text", "lines", "{}"}),
      Body(Determination{Salt{}, id, other, Determined::corrected, "8", "unc", "done"}),
      Body(Movement{Salt{},
                    "unc",
                    CountBasis::inspected,
                    day_of(-5'993),
                    {{"pusan", Direction::departing, MovementSort::leave, "Turkey", 12}},
                    0,
                    12,
                    "a troopship"}),
      Body(Shipment{Salt{},
                    "unc",
                    CountBasis::reported,
                    "S-17",
                    "pusan",
                    Direction::arriving,
                    time,
                    {{Materiel::weapon, "M1", 3, "M1", 4, Disposition::used_up}},
                    "crates"}),
      Body(Fulfilment{Salt{}, "prisoners.data", "1953-08-16", time, "a list"})};
}

// Of bodies, passes and lists that were lodged.
std::vector<Body> one_of_each_other() {
  const StatedTime time{"1953-07-28T08:00:00+09:00", {-518'490'000}};
  const Digest id = sha256("another record");
  return {
      Body(Pass{Salt{}, "zone", "unc", time, time, {{"C-17", "Kim", "relief", Arms::armed}}, ""}),
      Body(GateLog{
          Salt{}, "gate-3", "zone", "unc", time, time, {{time, Passing::out, "", 2}}, 5, ""}),
      Body(Commitment{Salt{}, "units", "zone.units", day_of(-5'993), 1, 3, id, 64, "one of three"}),
      Body(Opening{Salt{}, id, "a list", "as lodged"}),
      Body(Invitation{Salt{}, "joint/nnsc", "sweden", "sweden/member", "come"}),
      Body(Reply{Salt{}, id, ReplyWord::objects, "its forces took part"}),
      Body(Appointment{Salt{}, "joint/nnsc", "sweden/member", Part::alternate, "Colonel Berg",
                       "Sweden", Grade::field, "colonel", time, "Colonel Lund", "ill"}),
      Body(Session{Salt{}, "joint/nnsc", 3, time, time, {"sweden/member"}, day_of(-5'993), "met"}),
      Body(Motion{Salt{}, "joint/nnsc", "a team goes"}),
      Body(MotionBallot{Salt{}, id, Vote::against, "too far"})};
}

// Of what is arranged, counted, checked, sighted and amended.
std::vector<Body> one_of_each_of_supervision() {
  const StatedTime time{"1953-07-28T08:00:00+09:00", {-518'490'000}};
  const Digest id = sha256("another record");
  return {Body(CaseStatus{Salt{}, id, CaseStatusWord::attributed, "unc", {}, "53/114", "theirs"}),
          Body(Arrangement{Salt{},
                           "journey",
                           "J-4",
                           "nnit/mobile-1",
                           {"unc"},
                           id,
                           "to Pusan",
                           time,
                           time,
                           3,
                           "vehicles",
                           "en",
                           "by road"}),
          Body(ArrangementStep{Salt{}, id, Arranged::done, time, 2, id, "one broke down"}),
          Body(StatedCount{Salt{},
                           "prisoners-held",
                           "unc",
                           "Koje",
                           CountBasis::inspected,
                           time,
                           {{"prisoners", "China", 20}},
                           20,
                           "counted"}),
          Body(SiteCheck{Salt{},
                         "site-3",
                         "unc",
                         time,
                         SiteAccess::partial,
                         SiteCriteria::not_met,
                         {{"howitzer", 6, 4, Serials::differ, "parade"}},
                         "a gate was shut"}),
          Body(Sighting{Salt{}, "explosion", 2, Means::uav, Perceived::heard, Certainty::assessed,
                        Bearing::outgoing, "unc", "zone", 379'461'000, 1'266'642'000, 500'000,
                        1'200'000, time, time, "twice"}),
          Body(Amendment{Salt{}, 2, id, time, "Fewer teams", "name = \"fewer\"", "agreed"})};
}

// Of a conference.
std::vector<Body> one_of_each_of_conference() {
  const StatedTime time{"1953-07-28T08:00:00+09:00", {-518'490'000}};
  const StatedDay day = day_of(-5'993);
  const Digest id = sha256("another record");
  return {Body(Sitting{Salt{},
                       "plenary",
                       3,
                       "Panmunjom",
                       time,
                       time,
                       SittingEnd::recessed,
                       {{"unc", "", "correspondent", 20, Admitted::declined}},
                       "at 1300",
                       "none armed",
                       "21726, page 4",
                       "a tent"}),
          Body(Utterance{Salt{}, id, 7, "unc", "Joy", time, UtteranceSort::postponement,
                         Wording::abridged, "en", id, "agenda", "21726", "after the recess"}),
          Body(Agenda{Salt{},
                      "kpa-cpv",
                      2,
                      day,
                      {{2, "line", "a line"}, {5, "withdrawal", "all go"}},
                      "21726",
                      "five points"}),
          Body(AgendaAnswer{Salt{}, id, 5, "unc", PointAnswer::beyond_mandate, day,
                            "the Governments", "21726", "not military"}),
          Body(Proposal{Salt{}, "ports", "unc", ProposalAct::defines, day, id, 2, "6 ports",
                        "if all are open", "rotation", "22834", "[six] ports"}),
          Body(AgreedPoint{Salt{}, "prisoners", 1, 3, day, "All go home", "All shall go home.",
                           "51", "16008", "as read out"})};
}

// Of a side's own register.
std::vector<Body> one_of_each_of_own() {
  const StatedDay day = day_of(-5'993);
  const Digest id = sha256("another record");
  return {Body(InstructionRequest{Salt{},
                                  "line",
                                  "Go on?",
                                  {{"yes", "time is won"}, {"no", ""}},
                                  day,
                                  "22834, point 3",
                                  "urgent"}),
          Body(Instruction{Salt{}, id, "line", 2, "the centre", day, "22834", "Hold."}),
          Body(Ladder{Salt{},
                      "line",
                      day,
                      {{"here", "", ""}, {"there", "over there", "once they move"}},
                      "22834",
                      "two rungs"}),
          Body(RungRelease{Salt{}, id, 2, "the centre", day, "25025", "they moved"}),
          Body(Guidance{
              Salt{}, "zone", "the centre", day, {{"a gift", "an offer"}}, "25025", "not yet"}),
          Body(PressItem{Salt{}, day, "a paper", "unc", "zone", "No gift.", "25025", "evidence"}),
          Body(OwnDeadline{Salt{}, "line", day, "the statement", "22834", "for tomorrow"}),
          Body(Linkage{Salt{}, "airfields", "prisoners", day, "one for the other", "16008", "so"})};
}

std::vector<Body> one_of_each() {
  std::vector<Body> all = one_of_each_until_fulfilment();
  for (Body& body : one_of_each_other()) all.push_back(std::move(body));
  for (Body& body : one_of_each_of_supervision()) all.push_back(std::move(body));
  for (Body& body : one_of_each_of_conference()) all.push_back(std::move(body));
  for (Body& body : one_of_each_of_own()) all.push_back(std::move(body));
  return all;
}

TEST(Kinds, EveryBodyComesBack) {
  ASSERT_EQ(one_of_each().size(), std::variant_size_v<Body>);
  for (const Body& body : one_of_each()) {
    const auto back = parse_body(kind_of(body), to_bytes(body));
    ASSERT_TRUE(back.ok()) << back.error().text();
    EXPECT_EQ(*back, body);
    EXPECT_TRUE(is_known_kind(kind_of(body)));
  }
  EXPECT_EQ(refusal("note/2", "{}"), Errc::unsupported);
  EXPECT_FALSE(is_known_kind("note/2"));
  EXPECT_FALSE(is_known_kind("genesis"));
}

// Salt first, no field more, none less: in every kind.
TEST(Kinds, EveryBodyIsAClosedStruct) {
  for (const Body& body : one_of_each()) {
    const std::string_view kind = kind_of(body);
    const Json whole = parse_json(to_bytes(body)).value();
    const Json::Object& fields = *whole.as_object();
    for (std::size_t i = 0; i < fields.size(); ++i) {
      Json::Object without = fields;
      without.erase(without.begin() + static_cast<std::ptrdiff_t>(i));
      EXPECT_EQ(refusal(kind, to_text(Json(without))), Errc::malformed) << fields[i].first;
      Json::Object null = fields;
      null[i].second = Json();
      EXPECT_EQ(refusal(kind, to_text(Json(null))), Errc::malformed) << fields[i].first;
    }
    Json::Object more = fields;
    more.emplace_back("more", Json(1));
    EXPECT_EQ(refusal(kind, to_text(Json(more))), Errc::malformed) << kind;
    Json::Object turned(fields.rbegin(), fields.rend());
    EXPECT_EQ(refusal(kind, to_text(Json(turned))), Errc::malformed) << "salt first";
    std::swap(turned.front(), turned.back());
    EXPECT_TRUE(parse_body(kind, to_text(Json(turned))).ok()) << "the others in any order";
    for (const char* other : {"[]", "null", "\"salt\"", "{}", ""}) {
      EXPECT_EQ(refusal(kind, other), Errc::malformed) << kind << other;
    }
  }
}

TEST(Kinds, TextsStopAtTheirLimits) {
  Note note = testing::note(std::string(limits::note_text_bytes_max, 'a'));
  EXPECT_TRUE(parse_body(Note::kind, to_bytes(note)).ok());
  note.text += 'a';
  EXPECT_EQ(refusal(note), Errc::too_large);
  Withdrawal withdrawal{Salt{}, std::string(limits::reason_bytes_max, 'a')};
  EXPECT_TRUE(parse_body(Withdrawal::kind, to_bytes(withdrawal)).ok());
  withdrawal.reason += 'a';
  EXPECT_EQ(refusal(withdrawal), Errc::too_large);
  EXPECT_EQ(refusal(Note::kind, Bytes(limits::json_body_bytes_max + 1, ' ')), Errc::too_large);
}

TEST(Genesis, KeepsOneRoleAKey) {
  Genesis genesis = example_genesis();
  genesis.parties[1].cosigner.key = genesis.parties[0].root.key;
  EXPECT_EQ(refusal(genesis), Errc::exists);
  genesis = example_genesis();
  genesis.parties[0].own_register = to_text(key_of("register.unc.example/own").verifier());
  EXPECT_TRUE(parse_body(Genesis::kind, to_bytes(genesis)).ok());
  // A party's own log under a key that has a role here already.
  VerifierKey own = genesis.parties[1].root;
  own.name = "register.unc.example/own";
  genesis.parties[0].own_register = to_text(own);
  EXPECT_EQ(refusal(genesis), Errc::exists);
  genesis.parties[0].own_register =
      to_text(key_of("register.unc.example/own", KeyType::cosignature).verifier());
  EXPECT_EQ(refusal(genesis), Errc::unsupported);
}

TEST(Genesis, NamesKeysBelowTheirParty) {
  for (const char* name : {"unc", "unc/", "uncle/root", "kpa-cpv/second", "root"}) {
    Genesis genesis = example_genesis();
    genesis.parties[0].root = key_of(name).verifier();
    EXPECT_EQ(refusal(genesis), Errc::malformed) << name;
  }
  for (const char* name : {"unc/clock", "unc", "sweden/register"}) {
    Genesis genesis = example_genesis();
    genesis.secretary = key_of(name).verifier();
    EXPECT_EQ(refusal(genesis), Errc::malformed) << name;
  }
}

// A head bears the log's line and one of each party, and a note has 16 lines at most.
TEST(Genesis, HasAsManyPartiesAsAHeadHasLines) {
  Genesis genesis = example_genesis();
  while (genesis.parties.size() < limits::parties_max) {
    const std::string name = fmt::format("observer-{}", genesis.parties.size());
    Party party = genesis.parties.back();
    party.name = name;
    party.root = key_of(name + "/root").verifier();
    party.cosigner = key_of(name + "/cosigner", KeyType::cosignature).verifier();
    genesis.parties.push_back(party);
  }
  EXPECT_TRUE(parse_body(Genesis::kind, to_bytes(genesis)).ok());
  std::vector<std::string> names;
  for (const Party& party : genesis.parties) names.push_back(party.name);
  const Bytes note = testing::cosigned_head(genesis, {genesis.origin, TreeSize{1}, sha256("root")},
                                            names, UtcSeconds{1});
  const auto head = read_head(genesis, note);
  ASSERT_TRUE(head.ok()) << head.error().text();
  EXPECT_EQ(head->mode, Mode::settled);
  Party one_more = genesis.parties.back();
  one_more.name = "finland";
  one_more.root = key_of("finland/root").verifier();
  one_more.cosigner = key_of("finland/cosigner", KeyType::cosignature).verifier();
  genesis.parties.push_back(one_more);
  EXPECT_EQ(refusal(genesis), Errc::out_of_range);
}

TEST(Genesis, HasAQuorumThatCanBeReached) {
  for (const std::int64_t quorum : {-1, 0, 5}) {
    Genesis genesis = example_genesis();
    genesis.neutrals_quorum = quorum;
    EXPECT_EQ(refusal(genesis), Errc::out_of_range) << quorum;
  }
  Genesis sides_only = example_genesis();
  sides_only.parties.resize(2);
  EXPECT_EQ(refusal(sides_only), Errc::out_of_range);
  sides_only.neutrals_quorum = 0;
  EXPECT_TRUE(parse_body(Genesis::kind, to_bytes(sides_only)).ok());
}

TEST(Genesis, OfOneSideAloneIsItsOwnRegister) {
  Genesis genesis = example_genesis();
  EXPECT_EQ(genesis.own_side(), "");
  const Party neutral = genesis.parties.back();
  genesis.parties.resize(1);
  genesis.neutrals_quorum = 0;
  EXPECT_TRUE(parse_body(Genesis::kind, to_bytes(genesis)).ok());
  EXPECT_EQ(genesis.own_side(), "unc");
  genesis.parties.push_back(neutral);
  genesis.neutrals_quorum = 1;
  EXPECT_EQ(refusal(genesis), Errc::out_of_range);
  EXPECT_EQ(genesis.own_side(), "");
  genesis.parties = {neutral};
  EXPECT_EQ(refusal(genesis), Errc::out_of_range);
  EXPECT_EQ(genesis.own_side(), "");
}

TEST(Genesis, IsOfAnExerciseOrLive) {
  const Genesis genesis = example_genesis();
  EXPECT_EQ(refusal(Genesis::kind, with(genesis, R"("exercise")", R"("drill")")), Errc::malformed);
  EXPECT_TRUE(parse_body(Genesis::kind, with(genesis, R"("exercise")", R"("live")")).ok());
  Genesis moved = genesis;
  moved.scenario_offset_s = -2'316'000'000;
  EXPECT_TRUE(parse_body(Genesis::kind, to_bytes(moved)).ok());
  moved.conduct = Conduct::live;
  EXPECT_EQ(refusal(moved), Errc::out_of_range);
}

TEST(Key, HasTheFieldsOfItsAction) {
  Key key = testing::enrolment(key_of("unc/delegation").verifier());
  key.action = KeyAction::rotate;
  EXPECT_EQ(refusal(key), Errc::malformed) << "a rotation replaces a key";
  key.replaces = "unc/delegation+9d4a07c1";
  EXPECT_TRUE(parse_body(Key::kind, to_bytes(key)).ok());
  key.last_number = 3;
  EXPECT_EQ(refusal(key), Errc::malformed) << "with its last record";
  key.last_id = sha256("last");
  EXPECT_TRUE(parse_body(Key::kind, to_bytes(key)).ok());
  key.action = KeyAction::revoke;
  key.replaces.clear();
  EXPECT_EQ(refusal(key), Errc::malformed) << "nothing follows a revoked key";
  key.next.reset();
  key.stolen_since = "1953-07-27T22:00:00+09:00";
  EXPECT_TRUE(parse_body(Key::kind, to_bytes(key)).ok());
  key.stolen_since = "1953-02-29T22:00:00+09:00";
  EXPECT_EQ(refusal(key), Errc::out_of_range);
}

}  // namespace
}  // namespace armistice
