// SPDX-License-Identifier: Apache-2.0
#include "mixed_corpus.h"

#include <fmt/format.h>

#include <thread>

#include "crypto/hash.h"
#include "mixed_names.h"

namespace armistice::bench {
namespace {

const Names acts = {
    "shelling",         "small-arms-fire", "explosion",       "air-incursion",
    "artillery",        "mortar",          "armored-vehicle", "ground-incursion",
    "machine-gun-fire", "uav-flight",      "flare",           "obstruction-of-body"};
const Names places = {"demilitarized-zone", "conference-site", "pusan", "sinuiju"};
const Names south = {"inchon", "taegu", "pusan", "kangnung", "kunsan"};
const Names north = {"sinuiju", "chongjin", "hungnam", "manpo", "sinanju"};
const Names sorts = {"journey", "supplies", "transport", "security", "personnel", "translation"};

const Names& ports_of(const std::string& side) { return side == "unc" ? south : north; }

}  // namespace

MixedWriter::MixedWriter(Corpus corpus, std::vector<NamedKey> desks, GroundTable ground,
                         Digest ground_digest, std::uint64_t seed)
    : corpus_(std::move(corpus)),
      ground_(std::move(ground)),
      ground_digest_(ground_digest),
      state_(seed) {
  for (NamedKey& key : desks) {
    desks_[key.name] = corpus_.authors.size();
    corpus_.authors.push_back(std::move(key));
    corpus_.numbers.push_back(0);
    corpus_.previous.emplace_back();
  }
}

void MixedWriter::continue_chain(std::size_t author, std::uint64_t number, const Digest& previous) {
  corpus_.numbers[author] = number;
  corpus_.previous[author] = previous;
}

std::uint64_t MixedWriter::random(std::uint64_t below) {
  state_ = state_ * 6'364'136'223'846'793'005U + 1'442'695'040'888'963'407U;
  return (state_ >> 33) % below;
}

// Of the seed, and so no secret.
void MixedWriter::salt(Body& body) {
  std::visit(
      [&](auto& one) {
        for (auto& byte : one.salt.bytes) byte = static_cast<std::uint8_t>(random(256));
      },
      body);
}

StatedTime MixedWriter::at(std::int64_t day, std::int64_t second) const {
  const CivilTime time{{day * day_s - offset_s + second}, offset_s};
  return {to_text(time), time.utc};
}

Digest MixedWriter::say(const std::string& author, Body body, std::vector<Digest> refers) {
  const auto desk = desks_.find(author);
  const std::size_t who = desk == desks_.end() ? std::stoul(author) : desk->second;
  const NamedKey& key = corpus_.authors[who];
  salt(body);
  Header header;
  header.circle = corpus_.circle;
  header.kind = kind_of(body);
  header.author = key.name;
  header.key = key.verifier().id();
  header.number = ++corpus_.numbers[who];
  header.previous = corpus_.previous[who];
  header.written = {at(day_, day_s - 60).utc, offset_s};
  std::sort(refers.begin(), refers.end());
  header.refers = std::move(refers);
  Bytes bytes = to_bytes(body);
  header.body = {sha256(bytes), bytes.size(), BodyForm::open};
  std::string text = to_text(header);
  const Digest id = sha256(text);
  corpus_.previous[who] = id;
  said_.push_back({std::move(text), std::move(bytes), {&key}});
  return id;
}

Digest MixedWriter::say_together(const std::string& organ, const Names& signers, Body body,
                                 std::vector<Digest> refers) {
  salt(body);
  Header header;
  header.circle = corpus_.circle;
  header.kind = kind_of(body);
  header.author = organ;
  header.signers = signers;
  header.until = CivilTime{at(day_ + 2, 0).utc, offset_s};
  header.written = {at(day_, day_s - 60).utc, offset_s};
  std::sort(refers.begin(), refers.end());
  header.refers = std::move(refers);
  Bytes bytes = to_bytes(body);
  header.body = {sha256(bytes), bytes.size(), BodyForm::open};
  std::string text = to_text(header);
  const Digest id = sha256(text);
  std::vector<const NamedKey*> keys;
  for (const std::string& name : signers) keys.push_back(&corpus_.authors[desks_.at(name)]);
  said_.push_back({std::move(text), std::move(bytes), std::move(keys)});
  return id;
}

// Half of them say whose; a third lies where the agreement names a place.
void MixedWriter::sighting() {
  Sighting said;
  said.what = acts[random(acts.size())];
  said.number = 1 + static_cast<std::int64_t>(random(40));
  said.means = static_cast<Means>(random(3));
  said.perceived = static_cast<Perceived>(random(2));
  said.certainty = static_cast<Certainty>(random(4));
  said.bearing = static_cast<Bearing>(random(4));
  if (random(2) == 0) said.side = side();
  const std::uint64_t place = random(12);
  said.place = place < places.size() ? places[place] : fmt::format("post-{}", random(200));
  said.latitude_e7 = 378'000'000 + static_cast<std::int64_t>(random(8'000'000));
  said.longitude_e7 = 1'267'000'000 + static_cast<std::int64_t>(random(15'000'000));
  said.error_mm = 100'000;
  const auto second = static_cast<std::int64_t>(random(day_s - 400));
  said.from = at(day_ - 1, second);
  said.until = at(day_ - 1, second + 300);
  said.text = "Seen from the post on the ridge.";
  const Digest id = say(fmt::format("{}", random(observers)), said);
  if (random(50) == 0) retractable_.push_back(id);
}

// A side's own report of the day, and what neutrals counted at its ports.
void MixedWriter::movements() {
  for (const std::string side : {"unc", "kpa-cpv"}) {
    for (std::size_t who = 0; who <= neutrals.size(); ++who) {
      Movement said;
      said.side = side;
      said.basis = who == 0 ? CountBasis::reported : CountBasis::inspected;
      said.day = day_of(day_ - 1);
      for (const std::string& port : ports_of(side)) {
        const auto persons = static_cast<std::int64_t>(200 + random(100));
        const bool arriving = random(2) == 0;
        said.counts.push_back({port, arriving ? Direction::arriving : Direction::departing,
                               static_cast<MovementSort>(random(3)), "", persons});
        (arriving ? said.arrived : said.departed) += persons;
      }
      say(who == 0 ? side + "/delegation" : officers[who - 1], said);
    }
  }
}

void MixedWriter::shipments() {
  const std::string of = side();
  Shipment said;
  said.side = of;
  said.shipment = fmt::format("{}", ++number_);
  said.point = random(20) == 0 ? "wonsan" : ports_of(of)[random(5)];
  said.direction = random(3) == 0 ? Direction::departing : Direction::arriving;
  said.at = at(day_ - 1, static_cast<std::int64_t>(random(day_s)));
  const auto quantity = static_cast<std::int64_t>(1 + random(30));
  said.items = {{static_cast<Materiel>(random(4)), "M-24", quantity, "M-24",
                 quantity - static_cast<std::int64_t>(random(10) == 0), Disposition::worn_out}};
  say(of + "/delegation", said);
  said.basis = CountBasis::inspected;
  say(officers[random(officers.size())], said);
}

void MixedWriter::pass() {
  Pass said;
  said.zone = "demilitarized-zone";
  said.side = side();
  said.from = at(day_, 0);
  said.to = at(day_ + static_cast<std::int64_t>(random(60)), day_s - 1);
  for (std::uint64_t i = 0; i <= random(4); ++i) {
    const std::string number = fmt::format("{}", ++number_);
    said.holders.push_back({number, "Person " + number, "civil-administration", Arms::unarmed});
    std::vector<std::string>& shown = passes_[said.side];
    shown.push_back(number);
    if (shown.size() > 100) shown.erase(shown.begin());
  }
  say(said.side + "/delegation", said);
}

void MixedWriter::gate_log(std::size_t gate) {
  GateLog said;
  said.gate = fmt::format("gate-{}", gate);
  said.zone = "demilitarized-zone";
  said.side = gate % 2 == 0 ? "unc" : "kpa-cpv";
  said.from = at(day_ - 1, 0);
  said.to = at(day_ - 1, day_s - 1);
  const auto begin = static_cast<std::int64_t>(21'600 + random(1'000));
  for (std::int64_t i = 0; i < 6; ++i) {
    const std::vector<std::string>& shown = passes_[said.side];
    const std::size_t pass = gate * 8 + static_cast<std::size_t>(i % 3);
    const std::string number = pass < shown.size() ? shown[pass] : std::string();
    said.entries.push_back({at(day_ - 1, begin + i * 7'200), i < 3 ? Passing::in : Passing::out,
                            number, static_cast<std::int64_t>(1)});
  }
  say(gate % 4 < 2 ? said.side + "/situation-room" : officers[gate % officers.size()], said);
}

void MixedWriter::observation() {
  Observation said;
  said.event = random(2) == 0 ? ObservedEvent::crossing : ObservedEvent::first_inside;
  said.track = fmt::format("T-{}", ++number_);
  said.sort = "vehicle";
  said.affiliation = side();
  said.claimed_by = "the observer";
  said.ground = ground_digest_;
  const bool line = said.event == ObservedEvent::crossing;
  said.boundary = line ? "line" : "zone";
  said.from = line ? "south" : "outside";
  said.to = line ? "north" : "inside";
  const LatLng vertex = ground_.vertices[random(ground_.vertices.size())];
  const auto second = static_cast<std::int64_t>(random(day_s - 60));
  for (std::int64_t i = 0; i < 2; ++i) {
    said.fixes.push_back({at(day_ - 1, second + 30 * i), vertex.latitude_e7 + 9'000 * i,
                          vertex.longitude_e7, 5'000});
  }
  const auto stand = ground_.stand({static_cast<std::int32_t>(said.fixes.back().latitude_e7),
                                    static_cast<std::int32_t>(said.fixes.back().longitude_e7)});
  said.edge_distance_mm =
      line ? stand.distance_mm : std::llabs(stand.distance_mm - ground_.zone_mm);
  said.fix_error_mm = 5'000;
  said.edge_error_mm = ground_.error_mm[stand.edge];
  said.basis = "map";
  said.earliest = said.fixes.front().time;
  said.latest = said.fixes.back().time;
  say(fmt::format("{}", random(observers)), said);
}

// Some cover what was observed, and come after it.
void MixedWriter::permit() {
  Permit said;
  said.act = static_cast<PermitAct>(random(3));
  said.holder = fmt::format("T-{}", number_ - static_cast<std::int64_t>(random(40)));
  const bool entering = said.act == PermitAct::entering_territory;
  if (entering) said.territory = "unc";
  said.from = at(day_ - 2, 0);
  said.to = at(day_ + 2, 0);
  said.text = "Escort of a team.";
  if (entering) {
    say("unc/commander", said);
  } else {
    say_together("joint/mac", seniors, said);
  }
}

void MixedWriter::ask() {
  Arrangement said;
  said.sort = sorts[random(sorts.size())];
  said.number = fmt::format("{}", ++number_);
  const std::string of = side();
  said.by = said.sort == "translation" ? other(of) : fmt::format("nnit/mobile-{}", 1 + random(10));
  said.to = {said.sort == "translation" ? std::string("joint/nnsc") : of};
  said.place = ports_of(of)[random(5)];
  said.from = at(day_ + 1, 0);
  said.until = at(day_ + 1 + static_cast<std::int64_t>(random(5)), 0);
  said.quantity = 10;
  said.unit = "vehicles";
  if (said.sort == "translation") said.language = "ko";
  const std::string by = said.sort == "translation" ? other(of) + "/delegation" : officers[0];
  Open one;
  one.next_day = day_ + 1;
  one.side = said.sort == "translation" ? members[0] : of + "/delegation";
  one.team = by;
  one.id = say(by, said);
  open_.push_back(one);
}

// Granted, done in full or in part, certified; one in sixteen is never answered.
void MixedWriter::take_arrangement_on(Open& one) {
  ArrangementStep said;
  said.arrangement = one.id;
  said.at = at(day_ - 1, 40'000);
  if (one.step == 0 && random(16) == 0) one.step = 9;
  if (one.step == 9) return;
  const bool refused = one.step == 0 && random(20) == 0;
  const Arranged steps[] = {refused ? Arranged::refused : Arranged::granted, Arranged::done,
                            Arranged::certified};
  said.step = steps[one.step];
  if (said.step == Arranged::done) said.quantity = random(10) == 0 ? 8 : 10;
  say(one.step == 2 ? one.team : one.side, said, {one.id});
  one.step = refused || one.step == 2 ? 9 : one.step + 1;
  one.next_day = day_ + 1 + static_cast<std::int64_t>(random(6));
}

void MixedWriter::count() {
  StatedCount said;
  said.of = random(4) == 0 ? "prisoners-handed-over" : "garrison";
  said.side = side();
  said.place = said.of == "garrison" ? fmt::format("camp-{}", random(200)) : "";
  said.at = at(day_ - 1, 3'600);
  const auto number = static_cast<std::int64_t>(random(50));
  said.lines = {{"prisoners", "korean", number}, {"prisoners", "chinese", 3}};
  said.total = number + 3;
  say(said.side + "/delegation", said);
}

// A list lodged unread, and one in two opened at once.
void MixedWriter::lists() {
  const std::string of = side();
  Opening opened;
  opened.list = fmt::format("{:032x}\n1st Division;hill-{};20500\n", random(1U << 30), random(900));
  Commitment said;
  said.subject = "deployment";
  said.as_of = day_of(day_ - 1);
  said.slot = 1 + static_cast<std::int64_t>(random(1'000));
  said.slots = 1'000;
  said.list = sha256(opened.list);
  said.bytes = static_cast<std::int64_t>(opened.list.size());
  opened.commitment = say(of + "/delegation", said);
  if (random(2) == 0) say(of + "/delegation", opened, {opened.commitment});
}

void MixedWriter::site_check() {
  SiteCheck said;
  said.side = side();
  said.site = ports_of(said.side)[random(5)];
  said.at = at(day_ - 1, 50'000);
  said.access = random(10) == 0 ? SiteAccess::partial : SiteAccess::given;
  said.items = {{"howitzer", 12, 11 + static_cast<std::int64_t>(random(2)), Serials::matched, ""}};
  say(officers[random(officers.size())], said);
}

// The neutral states are invited, accept and appoint, once.
void MixedWriter::seat() {
  for (std::size_t i = 0; i < neutrals.size(); ++i) {
    Invitation invited;
    invited.body = "joint/nnsc";
    invited.state = neutrals[i];
    invited.seat = members[i];
    Reply reply;
    reply.invitation = say(i < 2 ? "unc/delegation" : "kpa-cpv/delegation", invited);
    say(members[i], reply, {reply.invitation});
    Appointment appointed;
    appointed.body = "joint/nnsc";
    appointed.seat = members[i];
    appointed.person = "General " + neutrals[i];
    appointed.nationality = neutrals[i];
    appointed.rank = "Major General";
    appointed.from = at(day_ - 1, 0);
    say(members[i], appointed);
  }
}

// Every ten days from the twentieth on: data of prisoners, by both.
void MixedWriter::fulfil() {
  if ((day_ - first_day) % 10 != 9 || day_ - first_day < 19) return;
  for (const std::string of : {"unc", "kpa-cpv"}) {
    Fulfilment said;
    said.term = "prisoners.data-supplement";
    said.occasion = day_of(day_).text;
    said.at = at(day_ - 1, 70'000);
    say(of + (of == "unc" ? "/commander" : "/kpa-commander"), said);
  }
}

// What the commission writes is kept in three languages, or one.
void MixedWriter::keep_minutes() {
  Arrangement said;
  said.sort = "proceedings";
  said.number = fmt::format("{}", ++number_);
  said.by = "joint/nnsc";
  said.to = {"joint/mac"};
  said.from = at(day_, 0);
  said.until = said.from;
  said.language = "en";
  say(members[0], said);
}

// The neutral commission meets and moves something on which all vote.
void MixedWriter::meeting() {
  Session said;
  said.body = "joint/nnsc";
  said.number = day_ - first_day + 1;
  said.opened = at(day_ - 1, 36'000);
  said.closed = at(day_ - 1, 40'000);
  said.present = members;
  said.next = day_of(day_ + static_cast<std::int64_t>(random(12)));
  say(members[0], said);
  Motion motion;
  motion.body = random(2) == 0 ? "joint/nnsc" : "joint/mac";
  motion.text = "That the reserve of teams stays where it is.";
  const Names& voters = motion.body == "joint/nnsc" ? members : seniors;
  MotionBallot ballot;
  ballot.motion = say(voters[0], motion);
  for (const std::string& voter : voters) {
    ballot.vote = random(5) == 0 ? Vote::against : Vote::in_favour;
    ballot.dissent = ballot.vote == Vote::against ? "The north is not covered." : "";
    say(voter, ballot, {ballot.motion});
  }
}

void MixedWriter::retraction() {
  if (retractable_.empty()) return;
  Retraction said;
  said.reason = "The post was misread.";
  say("0", said, {retractable_.back()});
  retractable_.pop_back();
}

std::vector<Unsigned> MixedWriter::day(std::int64_t day) {
  day_ = day;
  said_.clear();
  if (day == first_day + 1) seat();
  movements();
  meeting();
  keep_minutes();
  fulfil();
  for (std::size_t gate = 0; gate < 12; ++gate) gate_log(gate);
  for (int i = 0; i < 10; ++i) {
    shipments();
    for (int j = 0; j < 11; ++j) sighting();
    ask();
    observation();
    if (i < 8) pass();
    if (i < 4) permit();
    if (i < 3) allege();
    if (i < 6) count();
    if (i < 2) lists();
    if (i < 4) site_check();
  }
  retraction();
  for (std::size_t i = 0; i < open_.size(); ++i) {
    Open one = open_[i];
    if (one.next_day > day_) continue;
    if (one.is_case) take_case_on(one);
    if (!one.is_case) take_arrangement_on(one);
    open_[i] = one;
  }
  std::erase_if(open_, [](const Open& one) { return one.step == 9; });
  return std::move(said_);
}

std::vector<Unsigned> MixedWriter::one_more(std::int64_t day) {
  day_ = day;
  said_.clear();
  switch (random(8)) {
    case 0:
      shipments();
      break;
    case 1:
      pass();
      break;
    case 2:
      observation();
      break;
    case 3:
      count();
      break;
    case 4:
      ask();
      break;
    case 5:
      site_check();
      break;
    case 6:
      allege();
      break;
    default:
      sighting();
      break;
  }
  return std::move(said_);
}

std::vector<Submission> sign_all(const std::vector<Unsigned>& records) {
  std::vector<Submission> out(records.size());
  const auto sign = [&](std::size_t first) {
    for (std::size_t i = first; i < records.size(); i += 2) {
      std::vector<Bytes> lines;
      for (const NamedKey* key : records[i].keys) lines.push_back(sign_text(*key, records[i].text));
      out[i] = {join_entry(records[i].text, lines), records[i].body};
    }
  };
  std::jthread other_half([&] { sign(1); });
  sign(0);
  other_half.join();
  return out;
}

}  // namespace armistice::bench
