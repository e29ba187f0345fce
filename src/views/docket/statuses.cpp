// SPDX-License-Identifier: Apache-2.0
// Where a case stands besides its way: who may say so, and of what. Spec: kinds/case-status.md.
#include "views/docket/turn.h"
#include "views/entitled.h"

namespace armistice {

// Whether the author may say so, and of what it says it. Spec: kinds/case-status.md.
bool DocketView::may_mark(const DocketCase& one, const CaseStatus& body, Turn& turn) const {
  const Header& header = turn.header();
  const bool determiner = has(determiners(agreement_), header.author);
  const bool commission = is_act_of(agreement_, header, header.author);
  bool may = determiner || commission;
  const CaseStatusWord status = body.status;
  if (status == CaseStatusWord::attributed || status == CaseStatusWord::not_attributable) {
    may = is_act_of(agreement_, header, neutral_commission(agreement_));
    if (one.last("evaluated") == nullptr) {
      turn.notices.add("no_evaluation", std::string(word_of(status, case_status_words)));
      may = false;
    }
  }
  if (status == CaseStatusWord::closed_without_agreement) {
    const Names all = determiners(agreement_);
    const Names present = turn.present();
    may = std::all_of(present.begin(), present.end(),
                      [&](const std::string& name) { return has(all, name); });
  }
  if (status == CaseStatusWord::disputed) {
    may = is_side(agreement_, party_of(header.author)) && !header.is_joint();
  }
  if (!may) turn.notices.add("may_not_mark", header.author);
  return may;
}

void DocketView::take(const CaseStatus& body, Turn& turn) {
  DocketCase* one = case_of(body.case_id, turn);
  if (one == nullptr) return;
  if (body.status == CaseStatusWord::recurring) {
    const auto earlier = cases_.find(*body.about);
    if (earlier == cases_.end() || earlier->second.index >= one->index) {
      return turn.notices.add("no_earlier_case", to_text(*body.about));
    }
  }
  if (body.status == CaseStatusWord::disputed) {
    const bool known = std::any_of(one->steps.begin(), one->steps.end(), [&](const CaseStep& step) {
      return step.id == *body.about && step.stands();
    });
    if (!known) return turn.notices.add("not_of_the_case", to_text(*body.about));
  }
  const bool may = may_mark(*one, body, turn);
  const bool attributed = body.status == CaseStatusWord::attributed;
  add_step(*one, turn, word_of(body.status, case_status_words),
           {body.about, attributed ? body.party : body.number, turn.present(), may});
}

}  // namespace armistice
