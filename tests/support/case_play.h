// SPDX-License-Identifier: Apache-2.0
// A case that an allegation opened, and short words for every step that may be taken in it.
#pragma once

#include <gtest/gtest.h>

#include "crypto/hash.h"
#include "support/play.h"

namespace armistice::testing {

using Words = std::vector<std::string>;

inline const Words officers = {"sweden/officer", "switzerland/officer", "poland/officer",
                               "czechoslovakia/officer"};
inline const Words members = {"sweden/member", "switzerland/member", "poland/member",
                              "czechoslovakia/member"};
inline const Words seniors = {"unc/senior-member", "kpa-cpv/senior-member"};

class CasePlay : public ::testing::Test {
 protected:
  CasePlay() {
    Allegation body;
    body.term = "territory.entry";
    body.paragraph = "8";
    body.against = "kpa-cpv";
    body.text = "A lorry stood in our territory.";
    index_ = play_.next();
    id_ = play_.say("unc/delegation", body);
  }

  template <typename B>
  B of_case(B body) const {
    body.case_id = id_;
    return body;
  }
  Digest request(std::int64_t latitude_e7, const std::string& to = "joint/nnsc") {
    auto body = of_case(InspectionRequest{});
    body.to = to;
    body.latitude_e7 = latitude_e7;
    body.longitude_e7 = 1'272'500'000;
    return play_.say("unc/senior-member", body, {id_});
  }
  Digest task(const Words& team, const Words& by = members,
              const std::string& name = "nnit/mobile-1",
              std::optional<Digest> request = std::nullopt) {
    auto body = of_case(Tasking{});
    body.team = name;
    body.members = team;
    body.request = request;
    return play_.say_jointly("joint/nnsc", by, body, {id_});
  }
  Digest report(const std::string& by = officers[0]) {
    auto body = of_case(Report{});
    body.team = "nnit/mobile-1";
    body.language = "en";
    body.outcome = Outcome::confirmed;
    return play_.say(by, body, {id_});
  }
  void vote(const std::string& by, const Digest& on, Vote vote) {
    auto body = of_case(Ballot{});
    body.report = on;
    body.vote = vote;
    play_.say(by, body, {id_});
  }
  Digest forward(const Digest& passed, ForwardingStep step, Words to = {"joint/mac"}) {
    auto body = of_case(Forwarding{});
    body.passed = passed;
    body.step = step;
    body.to = std::move(to);
    body.language = "en";
    const bool notice = step == ForwardingStep::notified;
    return play_.say(notice ? "unc/senior-member" : "sweden/member", body, {id_});
  }
  void evaluate(const Digest& report, const Words& by = members) {
    auto body = of_case(Evaluation{});
    body.report = report;
    play_.say_jointly("joint/nnsc", by, body, {id_});
  }
  Determination determination() const {
    auto body = of_case(Determination{});
    body.paragraph = "8";
    return body;
  }
  // status, next, next_by
  Words standing() const {
    const Words row = play_.row("docket_case", to_value(index_));
    return {row.at(6), row.at(7), row.at(8)};
  }
  // What is to be done without delay, and is not done yet.
  Words owed() const {
    Words what;
    for (const auto& row : play_.rows().rows("docket_owed")) {
      what.push_back(std::get<std::string>(row[1]));
    }
    return what;
  }
  Words noticed() const { return play_.noticed("docket_irregularity", last()); }
  Words verdicts() const { return play_.verdicts_on(last()); }
  LeafIndex last() const { return {play_.next().value - 1}; }

  Play play_;
  LeafIndex index_;
  Digest id_;
};

inline constexpr std::int64_t past_the_zone = 382'526'000;
inline constexpr std::int64_t in_the_zone = 383'300'000;

}  // namespace armistice::testing
