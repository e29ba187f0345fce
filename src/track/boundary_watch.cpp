// SPDX-License-Identifier: Apache-2.0
#include "track/boundary_watch.h"

namespace armistice {

void BoundaryWatch::take(const Moment& moment, const Reading& reading, std::vector<Event>& events) {
  const Seen seen{moment, reading};
  switch (reading.answer) {
    case Answer::beyond:
      // Around the end of a line one gets to the other side without crossing it.
      if (unsure_from_) end_stretch(moment, events);
      sure_ = Answer::beyond;
      flipped_.reset();
      break;
    case Answer::undecidable:
      if (!unsure_from_) unsure_from_ = moment;
      if (!unsure_ || reading.edge_m < unsure_->reading.edge_m) unsure_ = seen;
      if (!flipped_ && sure_ != Answer::beyond && reading.nominal != (sure_ == Answer::yes)) {
        flipped_ = seen;
      }
      break;
    case Answer::yes:
    case Answer::no:
      take_sure(seen, events);
      break;
  }
  last_ = moment;
}

void BoundaryWatch::take_sure(const Seen& seen, std::vector<Event>& events) {
  const Answer answer = seen.reading.answer;
  if (sure_ != Answer::beyond && sure_ != answer) {
    const EventKind kind = boundary_->is_line      ? EventKind::crossing
                           : answer == Answer::yes ? EventKind::entry
                                                   : EventKind::leaving;
    Event happened = event(kind, flipped_.value_or(seen));
    happened.from = sure_;
    happened.to = answer;
    happened.earliest_ms = sure_at_.time_ms;
    happened.latest_ms = seen.moment.time_ms;
    happened.first_line = sure_at_.first_line;
    happened.last_line = seen.moment.last_line;
    happened.observed = happened.observed && seen.moment.observed;
    events.push_back(std::move(happened));
    changed_ = true;
  } else if (unsure_from_) {
    end_stretch(seen.moment, events);
  }
  if (sure_ == Answer::beyond && answer == Answer::yes && !boundary_->is_line && !changed_) {
    Event found = event(EventKind::first_inside, seen);
    found.to = answer;
    events.push_back(std::move(found));
  }
  sure_ = answer;
  sure_at_ = seen.moment;
  flipped_.reset();
  unsure_.reset();
  unsure_from_.reset();
}

void BoundaryWatch::finish(std::vector<Event>& events) {
  if (unsure_from_) end_stretch(last_, events);
}

Event BoundaryWatch::event(EventKind kind, const Seen& about) const {
  Event out;
  out.kind = kind;
  out.boundary = number_;
  out.earliest_ms = out.about_ms = out.latest_ms = about.moment.time_ms;
  out.at = about.moment.at;
  out.reading = about.reading;
  out.observed = about.moment.observed;
  out.first_line = about.moment.first_line;
  out.last_line = about.moment.last_line;
  return out;
}

void BoundaryWatch::end_stretch(const Moment& until, std::vector<Event>& events) {
  Event stretch = event(EventKind::undecidable, *unsure_);
  stretch.from = sure_;
  stretch.to = Answer::undecidable;
  stretch.earliest_ms = unsure_from_->time_ms;
  stretch.latest_ms = until.time_ms;
  stretch.first_line = unsure_from_->first_line;
  stretch.last_line = until.last_line;
  events.push_back(std::move(stretch));
  unsure_.reset();
  unsure_from_.reset();
}

}  // namespace armistice
