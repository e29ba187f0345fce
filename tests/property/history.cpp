// SPDX-License-Identifier: Apache-2.0
#include "property/history.h"

#include "crypto/hash.h"

namespace armistice::property {

using testing::Author;
using testing::note;

namespace {

const std::vector<std::string> desks = {"unc/delegation", "unc/senior-member", "kpa-cpv/delegation",
                                        "kpa-cpv/senior-member", "sweden/delegation"};

const std::vector<std::vector<std::string>> cosigners = {
    {"unc", "kpa-cpv", "sweden", "switzerland", "poland"},
    {"unc", "kpa-cpv"},
    {"kpa-cpv", "sweden", "switzerland", "poland"},
    {"unc", "sweden"}};

std::string words() { return std::to_string(*rc::gen::inRange(0, 1'000'000)); }

}  // namespace

Author& History::author(const std::string& name) {
  return authors_.try_emplace(name, name, node_.circle()).first->second;
}

Author& History::someone() { return author(*rc::gen::elementOf(desks)); }

Digest History::any_id() {
  if (drawn_.empty() || *rc::gen::inRange(0, 5) == 0) return *digests();
  const auto record = parse_record((*rc::gen::elementOf(drawn_)).entry);
  return record.ok() ? record->id : *digests();
}

Submission History::say() {
  Author& author = someone();
  const auto seen = *rc::gen::inRange<std::uint64_t>(0, node_.size().value + 2);
  author.seen = {};
  if (seen > 0) {
    const bool there = seen <= node_.size().value && *rc::gen::inRange(0, 4) > 0;
    author.seen = {TreeSize{seen}, there ? node_.root_at(TreeSize{seen}) : *digests()};
  }
  return author.write(note(words()));
}

// A number that is taken, or jumps, or fills a gap; sometimes with a previous that is a lie.
Submission History::out_of_turn() {
  const auto number = *rc::gen::inRange<std::uint64_t>(1, 8);
  const auto previous = number > 1 ? std::optional(any_id()) : std::nullopt;
  return someone().write_as(number, previous, note(words()));
}

Submission History::refer() {
  const auto ids = *rc::gen::inRange<std::size_t>(0, 3);
  std::set<Digest> refers;
  while (refers.size() < ids) refers.insert(any_id());
  const std::vector<Digest> list(refers.begin(), refers.end());
  if (*rc::gen::arbitrary<bool>()) return someone().write(Withdrawal{Salt{}, words()}, list);
  return someone().write(testing::retraction(words()), list);
}

Submission History::enrol(const std::string& name) {
  const std::string own = name.substr(0, name.find('/'));
  const std::string party = *rc::gen::inRange(0, 8) == 0 ? "poland" : own;
  return node_.root(party).write(testing::enrolment(testing::key_of(name).verifier()));
}

Submission History::clock(std::uint64_t size, const std::vector<std::string>& parties) {
  time_s_ += *rc::gen::inRange(-50, 200);
  const Checkpoint head = size <= node_.size().value
                              ? node_.head(TreeSize{size})
                              : Checkpoint{node_.genesis().origin, TreeSize{size}, *digests()};
  return node_.secretary().write(
      Clock{Salt{}, testing::cosigned_head(node_.genesis(), head, parties, UtcSeconds{time_s_})});
}

// A new draft, or one that was made before; or one is withdrawn before it is handed in.
Submission History::joint() {
  if (!drafts_.empty() && *rc::gen::arbitrary<bool>()) return *rc::gen::elementOf(drafts_);
  const std::vector<std::string> seniors = {"unc/senior-member", "kpa-cpv/senior-member"};
  const CivilTime until{UtcSeconds{time_s_ + *rc::gen::inRange(-100, 400)}, 0};
  drafts_.push_back(
      testing::write_joint("joint/mac", seniors, until, node_.circle(), note(words())));
  if (*rc::gen::arbitrary<bool>()) return drafts_.back();
  return author(*rc::gen::elementOf(seniors))
      .write(Withdrawal{Salt{}, words()}, {testing::id_of(drafts_.back())});
}

// An entry with one thing changed, or another signature of the same form.
Submission History::broken() {
  if (drawn_.empty()) return {*any_bytes(50), std::nullopt};
  Submission other = *rc::gen::elementOf(drawn_);
  if (other.entry.size() < 100) return other;
  if (*rc::gen::arbitrary<bool>()) return {*bent(other.entry), other.body};
  char& digit = other.entry[other.entry.size() - 20];
  digit = digit == 'A' ? 'B' : 'A';
  return other;
}

Submission History::draw() {
  // Most histories begin with four keys and a clock, so that much of the rest is admitted.
  if (drawn_.size() < 4 && ordinary_) return enrol(desks[drawn_.size()]);
  if (drawn_.size() == 4 && ordinary_) return clock(node_.size().value, cosigners[0]);
  switch (*rc::gen::inRange(0, 16)) {
    case 0:
      return enrol(*rc::gen::elementOf(desks));
    case 1:
    case 2:
      return clock(*rc::gen::inRange<std::uint64_t>(0, node_.size().value + 2),
                   *rc::gen::elementOf(cosigners));
    case 3:
    case 4:
    case 5:
      return joint();
    case 6:
      return refer();
    case 7:
    case 8:
      return out_of_turn();
    case 9:
    case 10:
      return broken();
    case 11:
      if (drawn_.empty()) return say();
      return *rc::gen::elementOf(drawn_);  // once more, or at last in time
    case 12:
      return node_.root("unc").write(note(words()));
    default:
      return say();
  }
}

void History::put(std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    drawn_.push_back(draw());
    node_.put(drawn_.back());
  }
}

}  // namespace armistice::property
