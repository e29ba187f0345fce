// SPDX-License-Identifier: Apache-2.0
// A draft for the shared record, held against what a side keeps to itself: whether it gives away
// more than is released, or says what is not to be said. Pure. Spec: api.md §14.
//
// Words are compared as words, whatever stands beside and between them: base/words.h.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "record/kinds/body.h"

namespace armistice {

struct KeptRung {
  std::int64_t number = 0;
  std::string position;
  std::string also;
  std::string condition;
};

struct KeptLadder {
  std::int64_t record = 0;
  std::string issue;
  std::int64_t lowest = 0;  // that may be offered
  std::vector<KeptRung> rungs;
};

struct KeptUnsaid {
  std::int64_t record = 0;
  std::string issue;  // empty: of all
  std::string words;
  std::string instead;
};

/// What a side's own register holds, as far as drafts are held against it.
struct KeptPositions {
  std::string side;
  std::vector<KeptLadder> ladders;
  std::vector<KeptUnsaid> unsaid;
};

enum class StopWhy : std::uint8_t {
  not_released,  // names a rung that may not be offered
  on_no_rung,    // takes a position that the ladder does not have
  gives_up,      // drops all that is released
  unsaid,        // words that are not said
  unread,        // accepts what is not known here
};
inline constexpr std::array<std::string_view, 5> stop_why_words = {"not_released", "on_no_rung",
                                                                   "gives_up", "unsaid", "unread"};

struct DraftStop {
  StopWhy why = StopWhy::unsaid;
  std::string issue;
  std::string words;             // of the draft, or those that it says
  std::optional<KeptRung> rung;  // that it names
  std::string offer;             // what may be offered; of a ladder
  std::string instead;           // of guidance
  std::int64_t record = 0;       // the ladder or the guidance
};

/// What a body is about, and whether the side itself speaks in it.
struct DraftAbout {
  std::string issue;  // empty: of none alone
  std::string side;   // empty: it names none
};
DraftAbout about(const Body& body);

/// What stops a draft; empty: nothing. What it tells of another side is not held against anything.
/// `accepted` is the `value` of the proposal that it accepts: whoever accepts takes that position,
/// whatever the draft calls it.
std::vector<DraftStop> stops_in(const KeptPositions& kept, const Body& draft,
                                const std::optional<std::string>& accepted = {});

/// Rungs that are not released and that a refusal or a definition names, which may have to: not
/// stopped, but to be read again.
std::vector<DraftStop> named_in(const KeptPositions& kept, const Body& draft);

/// Whether a text has these words, one after the other. Exposed for tests.
bool has_words(std::string_view text, std::string_view words);

}  // namespace armistice
