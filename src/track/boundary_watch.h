// SPDX-License-Identifier: Apache-2.0
// One track at one boundary: what was last sure, and what has been unsure since. Spec: ground.md
// §6.
#pragma once

#include "track/watch.h"

namespace armistice {

/// A place of the track at a moment, on a fix or between two.
struct Moment {
  std::int64_t time_ms = 0;
  LatLng at;
  std::uint64_t first_line = 0;  // the fix before it, or on it
  std::uint64_t last_line = 0;   // the fix after it, or on it
  bool observed = true;          // false: across a gap
};

class BoundaryWatch {
 public:
  BoundaryWatch(const Boundary& boundary, std::size_t number)
      : boundary_(&boundary), number_(number) {}

  /// Takes the next moment of the track; an event that it completes goes to `events`.
  void take(const Moment& moment, const Reading& reading, std::vector<Event>& events);

  /// The track ends: a stretch that is still undecidable is an event.
  void finish(std::vector<Event>& events);

  /// The last sure answer; beyond: none.
  Answer sure() const { return sure_; }
  /// Whether a sure answer ever changed.
  bool changed() const { return changed_; }
  std::size_t number() const { return number_; }
  bool is_line() const { return boundary_->is_line; }

 private:
  struct Seen {
    Moment moment;
    Reading reading;
  };
  void take_sure(const Seen& seen, std::vector<Event>& events);
  Event event(EventKind kind, const Seen& about) const;
  void end_stretch(const Moment& until, std::vector<Event>& events);

  const Boundary* boundary_;
  std::size_t number_;
  Answer sure_ = Answer::beyond;
  bool changed_ = false;
  Moment sure_at_;
  std::optional<Seen> flipped_;  // where the answer without errors first became another
  std::optional<Seen> unsure_;   // where it was nearest to the edge since it was last sure
  std::optional<Moment> unsure_from_;
  Moment last_;
};

}  // namespace armistice
