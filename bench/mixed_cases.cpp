// SPDX-License-Identifier: Apache-2.0
// The corpus's cases, from allegation to the notice of a determination.
#include <fmt/format.h>

#include "mixed_corpus.h"
#include "mixed_names.h"

namespace armistice::bench {

void MixedWriter::allege() {
  Open one;
  one.is_case = true;
  one.side = side();
  one.team = fmt::format("nnit/mobile-{}", 1 + random(10));
  one.next_day = day_ + 1;
  Allegation said;
  const bool crossing = random(2) == 0;
  said.term = crossing ? "line.crossing" : "hostilities.cessation";
  said.paragraph = crossing ? "7" : "12";
  said.against = other(one.side);
  said.text = "As the observation shows.";
  one.id = say(one.side + "/delegation", said);
  open_.push_back(one);
}

// Registered, requested, tasked, dispatched, on site.
void MixedWriter::take_up(Open& one) {
  const std::vector<Digest> of = {one.id};
  CaseStatus status;
  status.case_id = one.id;
  status.number = fmt::format("{}", ++number_);
  say(one.side + "/senior-member", status, of);
  InspectionRequest request;
  request.case_id = one.id;
  request.to = "joint/nnsc";
  request.latitude_e7 = 351'000'000;
  request.longitude_e7 = 1'290'333'333;
  const Digest asked = say(one.side + "/senior-member", request, of);
  Tasking tasking;
  tasking.case_id = one.id;
  tasking.request = asked;
  tasking.team = one.team;
  tasking.members = officers;
  say_together("joint/nnsc", {members[0], members[2]}, tasking, of);
  TeamStep step;
  step.case_id = one.id;
  step.team = one.team;
  step.at = at(day_ - 1, 50'000);
  say(officers[0], step, of);
  step.step = random(10) == 0 ? TeamProgress::access_denied : TeamProgress::on_site;
  say(officers[0], step, of);
}

// The team's report with its ballots, passed on.
void MixedWriter::report_on(Open& one) {
  const std::vector<Digest> of = {one.id};
  Report report;
  report.case_id = one.id;
  report.team = one.team;
  report.language = "en";
  report.outcome = static_cast<Outcome>(random(3));
  report.text = "The team found tracks on both banks.";
  one.report = say(officers[0], report, of);
  for (const std::string& officer : officers) {
    Ballot ballot;
    ballot.case_id = one.id;
    ballot.report = one.report;
    ballot.vote = random(12) == 0 ? Vote::against : Vote::in_favour;
    ballot.dissent = ballot.vote == Vote::against ? "No access to the yard." : "";
    say(officer, ballot, of);
  }
  Forwarding passed;
  passed.case_id = one.id;
  passed.passed = one.report;
  passed.to = {"joint/mac", seniors[0], seniors[1]};
  passed.language = "en";
  const Digest sent = say(members[0], passed, of);
  for (const std::string& senior : seniors) {
    Acknowledgement received;
    received.case_id = one.id;
    received.received = sent;
    say(senior, received, of);
  }
  TeamStep back;
  back.case_id = one.id;
  back.team = one.team;
  back.step = TeamProgress::returned;
  back.at = at(day_ - 1, 80'000);
  say(officers[0], back, of);
}

void MixedWriter::decide(Open& one) {
  const std::vector<Digest> of = {one.id};
  Evaluation evaluation;
  evaluation.case_id = one.id;
  evaluation.report = one.report;
  evaluation.outcome = Outcome::confirmed;
  evaluation.text = "As the team reports.";
  const Digest evaluated = say_together("joint/nnsc", members, evaluation, of);
  Determination determined;
  determined.case_id = one.id;
  determined.evaluation = evaluated;
  determined.outcome = random(3) == 0 ? Determined::no_violation : Determined::violation;
  determined.paragraph = "7";
  if (determined.outcome == Determined::violation) determined.responsible = other(one.side);
  determined.text = "Both senior members agree.";
  const Digest final = say_together("joint/mac", seniors, determined, of);
  Forwarding notice;
  notice.case_id = one.id;
  notice.passed = final;
  notice.step = ForwardingStep::notified;
  notice.to = {"unc/commander", "kpa-cpv/kpa-commander", "kpa-cpv/cpv-commander"};
  notice.language = "en";
  say(seniors[0], notice, of);
}

// One case in five is never decided.
void MixedWriter::take_case_on(Open& one) {
  if (one.step == 0) take_up(one);
  if (one.step == 1) report_on(one);
  if (one.step == 2 && random(5) != 0) decide(one);
  one.step = one.step == 2 ? 9 : one.step + 1;
  one.next_day = day_ + 1 + static_cast<std::int64_t>(random(14));
}

}  // namespace armistice::bench
