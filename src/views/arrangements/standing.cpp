// SPDX-License-Identifier: Apache-2.0
#include "views/arrangements/standing.h"

#include <map>

#include "base/text.h"
#include "terms/has.h"
#include "views/saved_row.h"

namespace armistice {
namespace {

constexpr const char* view = "arrangements";

bool is_answer(Arranged word) {
  return word == Arranged::granted || word == Arranged::refused || word == Arranged::received;
}

bool is_word_on_it(Arranged word) {
  return word == Arranged::certified || word == Arranged::disputed;
}

// A commission's record is its own word, not that of a party called `joint`.
std::string word_of_whom(const std::string& author) {
  return author.starts_with("joint/") ? author : std::string(party_of(author));
}

void take_answer(const StepTaken& step, bool& granted, CameTo& came) {
  for (const std::string& name : step.answers_for) std::erase(came.waiting, name);
  granted = granted || step.word == Arranged::granted;
  came.refused = came.refused || step.word == Arranged::refused;
  if (came.answered || (!came.refused && !came.waiting.empty())) return;
  came.answered = step.clock;
  came.answered_at = step.index;
}

// Each party's last word counts; one that disputes is enough.
std::string_view words_on_it(const AskedFor& one) {
  std::map<std::string, Arranged> said;
  for (const StepTaken& step : one.steps) {
    if (is_word_on_it(step.word)) said[word_of_whom(step.author)] = step.word;
  }
  for (const auto& [party, word] : said) {
    if (word == Arranged::disputed) return "disputed";
  }
  return said.empty() ? "" : "certified";
}

Json names(const std::vector<std::string>& list) { return Json::Array(list.begin(), list.end()); }

Result<std::vector<std::string>> read_names(SavedRow& row) {
  std::vector<std::string> out;
  for (const Json& name : *TRY(row.list())) {
    if (name.as_text() == nullptr) return row.bad();
    out.push_back(*name.as_text());
  }
  return out;
}

Json or_empty(const std::optional<Digest>& id) { return id ? to_text(*id) : std::string(); }

Result<std::optional<Digest>> read_digest(SavedRow& row) {
  const std::string text = TRY(row.text());
  if (text.empty()) return std::optional<Digest>();
  return std::optional<Digest>(TRY(parse_digest(text)));
}

// -1: there is none.
std::int64_t or_none(const std::optional<LeafIndex>& index) {
  return index ? static_cast<std::int64_t>(index->value) : -1;
}

Result<std::optional<LeafIndex>> read_index(SavedRow& row) {
  const std::int64_t index = TRY(row.integer());
  if (index < 0) return std::optional<LeafIndex>();
  return std::optional(LeafIndex{static_cast<std::uint64_t>(index)});
}

Result<StepTaken> read_step(const Json& saved) {
  SavedRow row = TRY(SavedRow::of(saved, 8, view));
  StepTaken step;
  step.index = TRY(row.index());
  step.author = TRY(row.text());
  const auto word = static_cast<std::uint64_t>(TRY(row.integer()));
  if (word >= arranged_words.size()) return row.bad();
  step.word = static_cast<Arranged>(word);
  step.at.value = TRY(row.integer());
  step.clock.value = TRY(row.integer());
  step.quantity = TRY(row.integer());
  step.about = TRY(read_index(row));
  step.answers_for = TRY(read_names(row));
  return step;
}

}  // namespace

CameTo came_to(const AskedFor& one) {
  CameTo came;
  came.waiting = one.to;
  bool granted = false;
  for (const StepTaken& step : one.steps) {
    if (is_answer(step.word)) take_answer(step, granted, came);
    if (step.word == Arranged::not_done) came.not_done = true;
    if (step.word != Arranged::done) continue;
    came.done = step.clock;
    came.done_at = step.index;
    came.given = step.quantity;
    came.came = step.about;
  }
  const std::string_view on_it = words_on_it(one);
  if (one.withdrawn) {
    came.state = "withdrawn";
  } else if (came.refused) {
    came.state = "refused";
  } else if (came.not_done) {
    came.state = "not_done";
  } else if (!on_it.empty()) {
    came.state = on_it;
  } else if (came.done) {
    came.state = "done";
  } else if (came.answered) {
    came.state = granted ? "granted" : "received";
  }
  return came;
}

std::vector<std::string> answers_for(const AskedFor& one, const Speaks& speaks) {
  const CameTo came = came_to(one);
  std::vector<std::string> out;
  for (const std::string& name : speaks.for_asked) {
    const auto& waiting = came.waiting;
    if (has(waiting, name)) out.push_back(name);
  }
  return out;
}

std::string_view why_inert(const AskedFor& one, Arranged step, const Speaks& speaks) {
  const CameTo came = came_to(one);
  if (is_answer(step)) {
    if (speaks.for_asked.empty()) return "may_not_answer";
    // What was done is received by those to whom it came.
    const bool receipt = step == Arranged::received && came.done && !one.withdrawn;
    if (came.is_closed(one.withdrawn) && !receipt) return "closed_already";
    return answers_for(one, speaks).empty() ? "answered_already" : "";
  }
  if (!speaks.for_asker && speaks.for_asked.empty()) return "of_neither";
  if (!is_word_on_it(step)) return came.is_closed(one.withdrawn) ? "closed_already" : "";
  const bool open_to_words = came.done || (came.answered && !came.refused);
  return !open_to_words || came.not_done || one.withdrawn ? "not_made" : "";
}

Json AskedFor::save() const {
  Json::Array saved_steps;
  for (const StepTaken& step : steps) {
    saved_steps.push_back(Json::Array{
        step.index.value, step.author, static_cast<std::int64_t>(step.word), step.at.value,
        step.clock.value, step.quantity, or_none(step.about), names(step.answers_for)});
  }
  return Json::Array{index.value,
                     to_text(id),
                     sort,
                     number,
                     by,
                     names(to),
                     or_empty(about),
                     or_none(about_index),
                     place,
                     language,
                     from.value,
                     until.value,
                     asked.value,
                     quantity,
                     unit,
                     std::int64_t{withdrawn},
                     std::move(saved_steps)};
}

Result<AskedFor> AskedFor::load(const Json& saved) {
  SavedRow row = TRY(SavedRow::of(saved, 17, view));
  AskedFor one;
  one.index = TRY(row.index());
  one.id = TRY(parse_digest(TRY(row.text())));
  one.sort = TRY(row.text());
  one.number = TRY(row.text());
  one.by = TRY(row.text());
  one.to = TRY(read_names(row));
  one.about = TRY(read_digest(row));
  one.about_index = TRY(read_index(row));
  one.place = TRY(row.text());
  one.language = TRY(row.text());
  one.from.value = TRY(row.integer());
  one.until.value = TRY(row.integer());
  one.asked.value = TRY(row.integer());
  one.quantity = TRY(row.integer());
  one.unit = TRY(row.text());
  one.withdrawn = TRY(row.integer()) != 0;
  for (const Json& step : *TRY(row.list())) one.steps.push_back(TRY(read_step(step)));
  return one;
}

}  // namespace armistice
