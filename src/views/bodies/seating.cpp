// SPDX-License-Identifier: Apache-2.0
#include "views/bodies/seating.h"

#include <fmt/format.h>

#include "base/limits.h"
#include "base/text.h"
#include "terms/has.h"
#include "views/bodies/tables.h"
#include "views/entitled.h"
#include "views/saved_row.h"

namespace armistice {
namespace {

constexpr Table seat_table{"seat", 6, 1, "seat"};
constexpr Table appointment_table{"appointment", 9, 1, "leaf_index"};
constexpr Table ended_table{"appointment_ended", 2, 1, "leaf_index"};
constexpr const char* view = "bodies";

std::string_view word_of(Part part) { return part_words[static_cast<std::size_t>(part)]; }

bool is_one_alone(Part part) { return part == Part::member || part == Part::alternate; }

bool has_seat_for(const TreatyBody& body, std::string_view party) {
  return std::any_of(body.seats.begin(), body.seats.end(),
                     [&](const Seats& one) { return one.from == party; });
}

bool invites(const TreatyBody& body, std::string_view side) {
  return std::any_of(body.seats.begin(), body.seats.end(),
                     [&](const Seats& one) { return one.nominated_by == side; });
}

}  // namespace

std::string_view Seating::Seat::status() const {
  if (objected) return "objected";
  if (answer == "accepts") return "accepted";
  return answer == "declines" ? "declined" : "invited";
}

void Seating::put_seat(const std::string& name, LeafIndex since, Rows& rows) const {
  const Seat& seat = seats_.at(name);
  rows.put(seat_table, name, seat.body, seat.state, seat.invited_by, seat.status(), since);
}

void Seating::take(const Invitation& said, const Folded& entry, Irregularities& notices,
                   Rows& rows) {
  const TreatyBody* body = agreement_.folder.bodies.body(said.body);
  const std::string side(party_of(entry.record->header.author));
  if (body == nullptr) return notices.add("unknown_body", said.body);
  if (!invites(*body, side)) return notices.add("may_not_invite", side);
  if (!has_seat_for(*body, said.state)) notices.add("no_seat", said.state);
  if (party_of(said.seat) != said.state) notices.add("seat_of_another", said.seat);
  Seat& seat = seats_[said.seat];
  seat = Seat{};
  seat.body = said.body;
  seat.state = said.state;
  seat.invited_by = side;
  seat.invited_at = entry.index;
  seat.invitation = entry.record->id;
  put_seat(said.seat, entry.index, rows);
  const auto of_body = [&](const Eligibility& term) { return term.of == said.body; };
  put_judged(bodies::judgements, {entry.index, entry.record->id, std::nullopt}, entry.index,
             agreement_.term<Eligibility>(of_body), InvitedState{said.state}, rows);
}

void Seating::take(const Reply& said, const Folded& entry, Irregularities& notices, Rows& rows) {
  const auto found = std::find_if(seats_.begin(), seats_.end(), [&](const auto& one) {
    return one.second.invitation == said.invitation;
  });
  if (found == seats_.end()) return notices.add("no_invitation", to_text(said.invitation));
  Seat& seat = found->second;
  const std::string party(party_of(entry.record->header.author));
  const bool of_state = said.reply == ReplyWord::accepts || said.reply == ReplyWord::declines;
  // A state that is no party has no key: its answer is what the side tells that invited it.
  const bool told = of_state && party == seat.invited_by &&
                    agreement_.folder.agreement.party(seat.state) == nullptr;
  const bool may = of_state ? party == seat.state || told
                            : is_side(agreement_, party) && party != seat.invited_by;
  if (!may) return notices.add("may_not_reply", party);
  if (told) notices.add("told_by_inviter", seat.state);
  if (of_state) {
    seat.answer = reply_words[static_cast<std::size_t>(said.reply)];
    seat.answered_at = entry.index;
  } else {
    seat.objected = said.reply == ReplyWord::objects;
    seat.objected_at = entry.index;
  }
  put_seat(found->first, entry.index, rows);
}

const Seating::Holder* Seating::holder_of(std::string_view body, std::string_view seat,
                                          Part part) const {
  const auto found = std::find_if(holders_.begin(), holders_.end(), [&](const Holder& one) {
    return one.body == body && one.seat == seat && one.part == part;
  });
  return found == holders_.end() ? nullptr : &*found;
}

std::string Seating::votes_as(std::string_view body, const std::string& name) const {
  const auto members = members_of(agreement_, body);
  if (has(members, name)) return name;
  if (holder_of(body, name, Part::alternate) == nullptr) return {};
  const auto principal = std::find_if(members.begin(), members.end(), [&](const auto& one) {
    return party_of(one) == party_of(name);
  });
  return principal == members.end() ? std::string() : *principal;
}

Graded Seating::graded(const std::vector<SeatHeld>& seats, Grade floor) const {
  Graded found;
  std::map<std::string, std::int64_t> by_side;
  for (const auto& [seat, holder] : seats) {
    std::int64_t& count = by_side[agreement_.side_of(seat)];
    if (holder == nullptr) {
      ++found.unknown;
    } else {
      (holder->grade <= floor ? count : found.below) += 1;
      found.below_general += holder->grade == Grade::general_or_flag ? 0 : 1;
    }
  }
  found.by_side.assign(by_side.begin(), by_side.end());
  return found;
}

Graded Seating::graded_team(std::string_view team, const std::vector<std::string>& seats,
                            Grade floor) const {
  std::vector<SeatHeld> held;
  for (const std::string& seat : seats) {
    const auto holder = std::find_if(holders_.rbegin(), holders_.rend(), [&](const Holder& one) {
      return one.body == team && one.seat == seat;
    });
    held.emplace_back(seat, holder == holders_.rend() ? nullptr : &*holder);
  }
  return graded(held, floor);
}

bool Seating::sits(std::string_view body, const std::string& name) const {
  if (name == body) return true;
  const auto members = members_of(agreement_, body);
  if (has(members, name)) return true;
  return std::any_of(holders_.begin(), holders_.end(), [&](const Holder& one) {
    return one.body == body && one.seat == name && is_one_alone(one.part);
  });
}

bool Seating::may_appoint(const Appointment& said, const Header& header,
                          Irregularities& notices) const {
  const bool known = agreement_.folder.bodies.body(said.body) != nullptr ||
                     agreement_.group_of(said.body) != nullptr;
  const bool own = party_of(header.author) == party_of(said.seat);
  const bool room = holders_.size() < limits::holders_max;
  if (!known) notices.add("unknown_body", said.body);
  if (!own) notices.add("may_not_appoint", said.seat);
  if (!room) notices.add("bodies_full", fmt::format("{} parts are held", holders_.size()));
  return known && own && room;
}

// What is doubtful about an appointment that acts all the same.
void Seating::notice(const Appointment& said, Irregularities& notices) const {
  const TreatyBody* body = agreement_.folder.bodies.body(said.body);
  if (body != nullptr && !has_seat_for(*body, party_of(said.seat))) {
    notices.add("no_seat", said.seat);
  }
  const auto seat = seats_.find(said.seat);
  if (seat != seats_.end() && seat->second.status() != "accepted") {
    notices.add("not_accepted", seat->second.status());
  }
  for (const Holder& one : holders_) {
    // An assistant may be the alternate (38); a member is not its own.
    const bool may =
        one.body == said.body && one.seat == said.seat &&
        (one.part == said.part || (one.part != Part::member && said.part != Part::member));
    if (one.person != said.person || may) continue;
    return notices.add("appointed_twice", fmt::format("record {}, {}", one.index.value, one.seat));
  }
}

// Makes room for who comes; who is there still, and is not replaced, is noticed.
void Seating::replace(const Appointment& said, LeafIndex at, Irregularities& notices, Rows& rows) {
  const auto leaves = [&](const Holder& one) {
    return one.body == said.body && one.seat == said.seat && one.part == said.part &&
           one.person == said.replaces;
  };
  bool left = false;
  for (const Holder& one : holders_) {
    if (said.replaces.empty() || !leaves(one)) continue;
    rows.put(ended_table, one.index, at);
    left = true;
  }
  if (left) std::erase_if(holders_, leaves);
  if (!left && !said.replaces.empty()) notices.add("replaces_nobody", said.replaces);
  const Holder* there = holder_of(said.body, said.seat, said.part);
  if (is_one_alone(said.part) && there != nullptr) {
    notices.add("seat_taken", fmt::format("{}, record {}", there->person, there->index.value));
  }
}

// Of several assistants one of another nationality than the member's, if there is any.
void Seating::judge_nationality(const Holder& holder, const Subject& subject, Rows& rows) const {
  const Holder* member = holder_of(holder.body, holder.seat, Part::member);
  if (member == nullptr) return;
  for (const Term* term : agreement_.terms<SameNationality>()) {
    const auto& kind = std::get<SameNationality>(term->kind);
    if (kind.of != holder.body) continue;
    if (holder.part != Part::member && holder.part != kind.part) continue;
    const Holder* whom = holder.part == kind.part ? &holder : nullptr;
    for (const Holder& one : holders_) {
      const bool of_seat =
          one.body == holder.body && one.seat == holder.seat && one.part == kind.part;
      if (!of_seat || holder.part == kind.part) continue;
      if (whom == nullptr || one.nationality != member->nationality) whom = &one;
    }
    if (whom == nullptr) continue;
    put_judged(bodies::judgements, subject, subject.index, term,
               AlternateOf{whom->nationality, member->nationality}, rows);
  }
}

void Seating::judge_appointed(const Holder& holder, const Subject& subject, Rows& rows) const {
  for (const Term* term : agreement_.terms<AppointedBy>()) {
    if (std::get<AppointedBy>(term->kind).of != holder.body) continue;
    put_judged(bodies::judgements, subject, subject.index, term,
               AppointedMember{std::string(party_of(holder.seat)), holder.nationality}, rows);
  }
}

// A member's alternates are its state's: they sign by names of their own.
void Seating::judge_alternates(const TreatyBody& body, const Subject& subject, Rows& rows) const {
  AlternatesNamed all;
  for (const Seats& seats : body.seats) {
    StateAlternates& of = all.by_state.emplace_back(StateAlternates{seats.from, 0, 0});
    for (const Holder& one : holders_) {
      if (one.body != body.name || party_of(one.seat) != seats.from) continue;
      if (one.part == Part::member) ++of.members;
      if (one.part == Part::alternate) ++of.alternates;
    }
  }
  for (const Term* term : agreement_.terms<Alternates>()) {
    if (std::get<Alternates>(term->kind).of != body.name) continue;
    put_judged(bodies::judgements, subject, subject.index, term, all, rows);
  }
}

bool Seating::is_full(const TreatyBody& body) const {
  return std::all_of(body.seats.begin(), body.seats.end(), [&](const Seats& seats) {
    const auto sitting = std::count_if(holders_.begin(), holders_.end(), [&](const Holder& one) {
      return one.body == body.name && one.part == Part::member && party_of(one.seat) == seats.from;
    });
    return sitting >= seats.members;
  });
}

// Only once every seat is filled: until then it is no breach that somebody is missing.
void Seating::judge_members(const std::string& name, const Subject& subject, Rows& rows) const {
  const TreatyBody* body = agreement_.folder.bodies.body(name);
  if (body == nullptr || !is_full(*body)) return;
  std::vector<std::string> seats;
  for (const Holder& one : holders_) {
    if (one.body == name && one.part == Part::member) seats.push_back(one.seat);
  }
  put_judged(bodies::judgements, subject, subject.index,
             agreement_.term<Composition>([&](const Composition& term) { return term.of == name; }),
             agreement_.members(seats), rows);
  judge_grades(name, subject, rows);
}

void Seating::judge_grades(const std::string& name, const Subject& subject, Rows& rows) const {
  for (const Term* term : agreement_.terms<GradeFloor>()) {
    const auto& floor = std::get<GradeFloor>(term->kind);
    if (floor.of != name) continue;
    std::vector<SeatHeld> held;
    for (const Holder& one : holders_) {
      if (one.body == name && one.part == Part::member) held.emplace_back(one.seat, &one);
    }
    put_judged(bodies::judgements, subject, subject.index, term, graded(held, floor.grade), rows);
  }
}

void Seating::take(const Appointment& said, const Folded& entry, Irregularities& notices,
                   Rows& rows) {
  if (!may_appoint(said, entry.record->header, notices)) return;
  notice(said, notices);
  replace(said, entry.index, notices, rows);
  rows.put(appointment_table, entry.index, said.body, said.seat, word_of(said.part), said.person,
           said.nationality, grade_words[static_cast<std::size_t>(said.grade)], said.rank,
           said.from.utc);
  holders_.push_back(
      {entry.index, said.body, said.seat, said.part, said.person, said.nationality, said.grade});
  const Subject subject{entry.index, entry.record->id, std::nullopt};
  judge_nationality(holders_.back(), subject, rows);
  if (said.part == Part::member) {
    judge_appointed(holders_.back(), subject, rows);
    judge_members(said.body, subject, rows);
  }
  const TreatyBody* body = agreement_.folder.bodies.body(said.body);
  const bool counts = said.part == Part::member || said.part == Part::alternate;
  // Until every seat is filled nobody is missing yet.
  if (counts && body != nullptr && is_full(*body)) judge_alternates(*body, subject, rows);
}

void Seating::take_back(LeafIndex index, const Folded& entry, Rows& rows) {
  for (const Holder& one : holders_) {
    if (one.index == index) rows.put(ended_table, index, entry.index);
  }
  std::erase_if(holders_, [&](const Holder& one) { return one.index == index; });
  for (auto seat = seats_.begin(); seat != seats_.end();) {
    Seat& one = seat->second;
    if (one.invited_at == index) {
      rows.erase(seat_table, seat->first);
      seat = seats_.erase(seat);
      continue;
    }
    const bool answer = !one.answer.empty() && one.answered_at == index;
    const bool objection = one.objected && one.objected_at == index;
    if (answer) one.answer.clear();
    if (objection) one.objected = false;
    if (answer || objection) put_seat(seat->first, entry.index, rows);
    ++seat;
  }
}

Json Seating::save() const {
  Json::Array seats;
  for (const auto& [name, one] : seats_) {
    seats.push_back(Json::Array{name, one.body, one.state, one.invited_by, one.invited_at.value,
                                to_text(one.invitation), one.answer, one.answered_at.value,
                                std::int64_t{one.objected}, one.objected_at.value});
  }
  Json::Array holders;
  for (const Holder& one : holders_) {
    holders.push_back(Json::Array{one.index.value, one.body, one.seat,
                                  static_cast<std::int64_t>(one.part), one.person, one.nationality,
                                  static_cast<std::int64_t>(one.grade)});
  }
  return Json::Array{std::move(seats), std::move(holders)};
}

Result<void> Seating::load(const Json& state) {
  SavedRow whole = TRY(SavedRow::of(state, 2, view));
  TRY(load_seats(*TRY(whole.list())));
  return load_holders(*TRY(whole.list()));
}

Result<void> Seating::load_seats(const Json::Array& saved) {
  seats_.clear();
  for (const Json& saved_row : saved) {
    SavedRow row = TRY(SavedRow::of(saved_row, 10, view));
    Seat& one = seats_[TRY(row.text())];
    one.body = TRY(row.text());
    one.state = TRY(row.text());
    one.invited_by = TRY(row.text());
    one.invited_at = TRY(row.index());
    one.invitation = TRY(parse_digest(TRY(row.text())));
    one.answer = TRY(row.text());
    one.answered_at = TRY(row.index());
    one.objected = TRY(row.integer()) != 0;
    one.objected_at = TRY(row.index());
  }
  return {};
}

Result<void> Seating::load_holders(const Json::Array& saved) {
  holders_.clear();
  for (const Json& saved_row : saved) {
    SavedRow row = TRY(SavedRow::of(saved_row, 7, view));
    Holder one;
    one.index = TRY(row.index());
    one.body = TRY(row.text());
    one.seat = TRY(row.text());
    const auto part = static_cast<std::uint64_t>(TRY(row.integer()));
    one.person = TRY(row.text());
    one.nationality = TRY(row.text());
    const auto grade = static_cast<std::uint64_t>(TRY(row.integer()));
    if (part >= part_words.size() || grade >= grade_words.size()) return row.bad();
    one.part = static_cast<Part>(part);
    one.grade = static_cast<Grade>(grade);
    holders_.push_back(std::move(one));
  }
  return {};
}

}  // namespace armistice
