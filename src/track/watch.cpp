// SPDX-License-Identifier: Apache-2.0
#include "track/watch.h"

#include <cmath>
#include <limits>

#include "track/boundary_watch.h"

namespace armistice {
namespace {

constexpr double step_m_min = 10;
constexpr double steps_max = 10'000;  // of one segment; a way of 100 km still gets its 10 m

// Whoever stands at one place: since when, and where.
struct Halt {
  std::size_t first = 0;
  std::size_t last = 0;
};

class TrackWatch {
 public:
  TrackWatch(const Ground& ground, const WatchRules& rules, Watched& out)
      : ground_(ground), rules_(rules), out_(out) {
    for (std::size_t i = 0; i < ground.boundaries().size(); ++i) {
      watches_.emplace_back(ground.boundaries()[i], i);
    }
  }

  void run(std::span<const Fix> fixes) {
    fixes_ = fixes;
    const std::size_t events_before = out_.events.size();
    for (std::size_t i = 0; i < fixes.size(); ++i) {
      const bool observed = i == 0 || follow(fixes[i - 1], fixes[i]);
      take_fix(i, observed);
    }
    finish_halt();
    for (BoundaryWatch& watch : watches_) watch.finish(out_.events);
    for (std::size_t i = events_before; i < out_.events.size(); ++i) name(out_.events[i]);
  }

 private:
  // Judges what lies between two fixes. False: it was not observed.
  bool follow(const Fix& from, const Fix& to) {
    const std::int64_t lasts_ms = to.time_ms - from.time_ms;
    const Way way(from.at, to.at);
    const double fastest_m = rules_.speed_m_s_max * static_cast<double>(lasts_ms) / 1000;
    const double slack_m = static_cast<double>(from.error_mm + to.error_mm) / 1000;
    if (lasts_ms > rules_.gap_ms_max || way.length_m() > fastest_m + slack_m) {
      ++out_.gaps;
      return false;
    }
    const std::int64_t error_mm = std::max(from.error_mm, to.error_mm);
    const double step_m = std::max(step_m_min, way.length_m() / steps_max);
    double along_m = step_after(ground_.read(from.at, error_mm), step_m);
    while (along_m < way.length_m()) {
      const double share = along_m / way.length_m();
      const Moment moment{
          from.time_ms + static_cast<std::int64_t>(share * static_cast<double>(lasts_ms)),
          way.at(along_m), from.line, to.line, true};
      const auto readings = ground_.read(moment.at, error_mm);
      take(moment, readings);
      along_m += step_after(readings, step_m);
    }
    return true;
  }

  // As far as no answer can change, less 1 m: the last sure place before an edge is one to land on.
  static double step_after(const std::vector<Reading>& readings, double step_m) {
    double least_m = std::numeric_limits<double>::infinity();
    for (const Reading& reading : readings) least_m = std::min(least_m, reading.steady_m);
    return std::max(step_m, least_m - 1);
  }

  void take(const Moment& moment, const std::vector<Reading>& readings) {
    for (BoundaryWatch& watch : watches_) {
      watch.take(moment, readings[watch.number()], out_.events);
    }
  }

  void take_fix(std::size_t i, bool observed) {
    const Fix& fix = fixes_[i];
    const auto readings = ground_.read(fix.at, fix.error_mm);
    take_halt(i);
    const std::uint64_t before = observed || i == 0 ? fix.line : fixes_[i - 1].line;
    take({fix.time_ms, fix.at, before, fix.line, observed}, readings);
    for (std::size_t k = 0; k < readings.size(); ++k) count(readings[k], out_.counts[k]);
  }

  static void count(const Reading& reading, Watched::Count& counts) {
    switch (reading.answer) {
      case Answer::yes:
        ++counts.yes;
        break;
      case Answer::no:
        ++counts.no;
        break;
      case Answer::undecidable:
        ++counts.undecidable;
        break;
      case Answer::beyond:
        ++counts.beyond;
        break;
    }
  }

  void take_halt(std::size_t i) {
    const Fix& fix = fixes_[i];
    const Fix& anchor = fixes_[halt_.first];
    const double slack_m = static_cast<double>(fix.error_mm + anchor.error_mm) / 1000;
    const bool stands = distance_m(anchor.at, fix.at) <= rules_.halt_radius_m + slack_m;
    const bool gap = i > 0 && fix.time_ms - fixes_[halt_.last].time_ms > rules_.gap_ms_max;
    if (!stands || gap) {
      finish_halt();
      halt_.first = i;
    }
    halt_.last = i;
  }

  // A halt is told where somebody may ask about it: inside a zone, or past a line that was crossed.
  void finish_halt() {
    if (fixes_.empty()) return;
    const Fix& first = fixes_[halt_.first];
    const Fix& last = fixes_[halt_.last];
    if (last.time_ms - first.time_ms < rules_.halt_ms_min) return;
    bool crossed = false;
    for (const BoundaryWatch& watch : watches_) crossed |= watch.is_line() && watch.changed();
    const auto readings = ground_.read(first.at, first.error_mm);
    for (const BoundaryWatch& watch : watches_) {
      const Reading& reading = readings[watch.number()];
      if (watch.is_line() || (reading.answer != Answer::yes && !crossed)) continue;
      Event event;
      event.kind = EventKind::halt;
      event.boundary = watch.number();
      event.from = event.to = reading.answer;
      event.earliest_ms = event.about_ms = first.time_ms;
      event.latest_ms = last.time_ms;
      event.at = first.at;
      event.reading = reading;
      event.first_line = first.line;
      event.last_line = last.line;
      out_.events.push_back(std::move(event));
    }
  }

  void name(Event& event) const {
    event.track = fixes_.front().track;
    event.affiliation = fixes_.front().affiliation;
    event.offset_s = fixes_.front().offset_s;
  }

  const Ground& ground_;
  const WatchRules& rules_;
  Watched& out_;
  std::span<const Fix> fixes_;
  std::vector<BoundaryWatch> watches_;
  Halt halt_;
};

}  // namespace

std::string_view word(EventKind kind) {
  switch (kind) {
    case EventKind::crossing:
      return "crossing";
    case EventKind::entry:
      return "entry";
    case EventKind::leaving:
      return "leaving";
    case EventKind::first_inside:
      return "first_inside";
    case EventKind::undecidable:
      return "undecidable";
    case EventKind::halt:
      return "halt";
  }
  return "";
}

Watched watch(const Ground& ground, std::vector<Fix> fixes, const WatchRules& rules) {
  std::stable_sort(fixes.begin(), fixes.end(), [](const Fix& a, const Fix& b) {
    return std::tie(a.track, a.time_ms) < std::tie(b.track, b.time_ms);
  });
  Watched out;
  out.counts.resize(ground.boundaries().size());
  const std::span<const Fix> all(fixes);
  for (std::size_t from = 0; from < all.size();) {
    std::size_t until = from;
    while (until < all.size() && all[until].track == all[from].track) ++until;
    TrackWatch(ground, rules, out).run(all.subspan(from, until - from));
    ++out.tracks;
    from = until;
  }
  return out;
}

}  // namespace armistice
