// SPDX-License-Identifier: Apache-2.0
#include "api/screened_draft.h"

#include <algorithm>

#include "base/words.h"

namespace armistice {
namespace {

// Every text that a reader of the record would read, salt apart.
void gather_texts(const Json& json, std::vector<std::string>& texts) {
  if (json.as_text() != nullptr) texts.push_back(as_words(*json.as_text()));
  if (json.as_array() != nullptr) {
    for (const Json& one : *json.as_array()) gather_texts(one, texts);
  }
  if (json.as_object() == nullptr) return;
  for (const auto& [key, value] : *json.as_object()) {
    if (key != "salt") gather_texts(value, texts);
  }
}

class Screen {
 public:
  Screen(const KeptPositions& kept, const Body& draft, const std::optional<std::string>& accepted)
      : kept_(kept), draft_(draft), about_(about(draft)), accepted_(accepted) {
    std::visit([&](const auto& one) { gather_texts(to_json(one), texts_); }, draft);
  }

  std::vector<DraftStop> stops() {
    if (!about_.side.empty() && about_.side != kept_.side) return {};
    for (const KeptUnsaid& one : kept_.unsaid) {
      const bool of_it = one.issue.empty() || about_.issue.empty() || one.issue == about_.issue;
      if (of_it && says(one.words)) {
        stops_.push_back({StopWhy::unsaid, one.issue, one.words, {}, "", one.instead, one.record});
      }
    }
    if (says_of_theirs()) return std::move(stops_);
    for (const KeptLadder& ladder : kept_.ladders) hold_against(ladder);
    return std::move(stops_);
  }

  std::vector<DraftStop> named() {
    const bool its_own = about_.side.empty() || about_.side == kept_.side;
    if (!its_own || !says_of_theirs()) return {};
    for (const KeptLadder& ladder : kept_.ladders) stop_at_closed(ladder);
    return std::move(stops_);
  }

 private:
  // What it says of the other's position, or of a word, is no position of its own.
  bool says_of_theirs() const {
    const auto* proposal = std::get_if<Proposal>(&draft_);
    return proposal != nullptr &&
           (proposal->act == ProposalAct::refuses || proposal->act == ProposalAct::defines);
  }

  // Under whatever issue it is said: a ladder's words give it away under another name as well.
  bool stop_at_closed(const KeptLadder& ladder) {
    for (const KeptRung& rung : ladder.rungs) {
      if (rung.number <= ladder.lowest || !names(rung)) continue;
      stop(ladder, StopWhy::not_released, rung.position, rung);
      return true;
    }
    return false;
  }

  void hold_against(const KeptLadder& ladder) {
    if (stop_at_closed(ladder)) return;
    if (!about_.issue.empty() && about_.issue != ladder.issue) return;
    if (const auto* proposal = std::get_if<Proposal>(&draft_)) {
      return hold_position(ladder, *proposal);
    }
    const auto* agreed = std::get_if<AgreedPoint>(&draft_);
    if (agreed == nullptr) return;
    // The words are what binds; a title stands for them only where there are none.
    const std::string& binding = agreed->wording.empty() ? agreed->title : agreed->wording;
    const bool on_a_rung =
        std::any_of(ladder.rungs.begin(), ladder.rungs.end(), [&](const KeptRung& rung) {
          return has_words(binding, rung.position) || has_words(binding, rung.also);
        });
    if (!on_a_rung) stop(ladder, StopWhy::on_no_rung, binding, std::nullopt);
  }

  void hold_position(const KeptLadder& ladder, const Proposal& proposal) {
    const bool accepts = proposal.act == ProposalAct::accepts;
    if (accepts && !accepted_ && proposal.of) {
      return stop(ladder, StopWhy::unread, proposal.value, std::nullopt);
    }
    const std::string& taken = accepts && accepted_ ? *accepted_ : proposal.value;
    const std::string value = as_words(taken);
    for (const KeptRung& rung : ladder.rungs) {
      const bool same =
          value == as_words(rung.position) || (!rung.also.empty() && value == as_words(rung.also));
      if (!same) continue;
      if (rung.number > ladder.lowest) return stop(ladder, StopWhy::not_released, taken, rung);
      const bool last = rung.number == ladder.lowest;
      if (proposal.act != ProposalAct::drops || !last) return;
      return stop(ladder, StopWhy::gives_up, proposal.value, rung);
    }
    stop(ladder, StopWhy::on_no_rung, taken, std::nullopt);
  }

  void stop(const KeptLadder& ladder, StopWhy why, const std::string& words,
            std::optional<KeptRung> rung) {
    std::string offer;
    for (const KeptRung& one : ladder.rungs) {
      if (one.number == ladder.lowest) offer = one.position;
    }
    stops_.push_back(
        {why, ladder.issue, words, std::move(rung), std::move(offer), "", ladder.record});
  }

  bool names(const KeptRung& rung) const { return says(rung.position) || says(rung.also); }

  bool says(std::string_view words) const {
    const std::string wanted = as_words(words);
    if (wanted == " ") return false;
    return std::any_of(texts_.begin(), texts_.end(), [&](const std::string& text) {
      return text.find(wanted) != std::string::npos;
    });
  }

  const KeptPositions& kept_;
  const Body& draft_;
  const DraftAbout about_;
  const std::optional<std::string>& accepted_;
  std::vector<std::string> texts_;
  std::vector<DraftStop> stops_;
};

}  // namespace

DraftAbout about(const Body& body) {
  return std::visit(
      [](const auto& one) {
        DraftAbout found;
        if constexpr (requires { found.issue = one.issue; }) found.issue = one.issue;
        // Of other kinds, a side is whom they are about, and their author speaks.
        using Said = std::remove_cvref_t<decltype(one)>;
        constexpr bool speaks = std::is_same_v<Said, Proposal> || std::is_same_v<Said, Utterance> ||
                                std::is_same_v<Said, Agenda> || std::is_same_v<Said, AgendaAnswer>;
        if constexpr (speaks) found.side = one.side;
        return found;
      },
      body);
}

bool has_words(std::string_view text, std::string_view words) {
  const std::string wanted = as_words(words);
  return wanted != " " && as_words(text).find(wanted) != std::string::npos;
}

std::vector<DraftStop> stops_in(const KeptPositions& kept, const Body& draft,
                                const std::optional<std::string>& accepted) {
  return Screen(kept, draft, accepted).stops();
}

std::vector<DraftStop> named_in(const KeptPositions& kept, const Body& draft) {
  const std::optional<std::string> nothing;
  return Screen(kept, draft, nothing).named();
}

}  // namespace armistice
