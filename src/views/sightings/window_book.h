// SPDX-License-Identifier: Apache-2.0
// The arrangements that sightings are held against: windows of silence that were granted, and those
// that wait for days of quiet, each with the steps that were taken. The newest `held_max` of them
// are kept. Spec: views.md §12.
#pragma once

#include <map>
#include <optional>

#include "base/ids.h"
#include "base/json.h"
#include "record/kinds/arrangement.h"
#include "record/kinds/arrangement_step.h"

namespace armistice {

class WindowBook {
 public:
  static constexpr std::size_t held_max = 1'024;

  struct Window {
    LeafIndex index;
    Digest id;
    std::string sort;
    std::string by;
    std::vector<std::string> to;
    std::string place;
    UtcSeconds from;
    UtcSeconds until;
    std::map<std::string, LeafIndex> granted;  // by whom of `to`, with which step
    std::optional<LeafIndex> done;             // the step that said so first

    bool is_granted() const { return granted.size() == to.size(); }
  };

  void add(LeafIndex index, const Digest& id, const Arrangement& said);

  /// Takes a step by its author. Granted, refused: by one of those asked, or their party's desk.
  /// Done: by one of them, or by whom it was asked. Gives what was moved; nothing if nothing was.
  const Window* take(LeafIndex index, const std::string& author, const ArrangementStep& said);

  /// An arrangement that is taken back is gone; a step is undone. Gives the arrangement's index.
  std::optional<LeafIndex> take_back(LeafIndex index);

  const std::vector<Window>& windows() const { return windows_; }

  Json save() const;
  /// Errors: `damaged`.
  Result<void> load(const Json& state);

 private:
  std::vector<Window> windows_;  // in the order of the register
};

/// Which of the names an author speaks for: itself, or its party; empty: none.
std::string spoken_for(const std::vector<std::string>& names, const std::string& author);

}  // namespace armistice
