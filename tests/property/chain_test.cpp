// SPDX-License-Identifier: Apache-2.0
// Numbers and chains against plain models that remember everything.
#include "views/traffic/chain.h"

#include <gtest/gtest.h>

#include "crypto/hash.h"
#include "property/generators.h"
#include "register/numbers.h"

namespace armistice {
namespace {

std::vector<std::uint64_t> some_numbers() {
  const auto numbers = *rc::gen::container<std::vector<std::uint64_t>>(
      *rc::gen::inRange<std::size_t>(0, 30), rc::gen::inRange<std::uint64_t>(1, 40));
  std::vector<std::uint64_t> once;
  for (const auto number : numbers) {
    if (std::find(once.begin(), once.end(), number) == once.end()) once.push_back(number);
  }
  return once;
}

RC_GTEST_PROP(NumbersProperty, AreTheSetThatWasAdded, ()) {
  NumberSet numbers;
  std::set<std::uint64_t> model;
  for (const std::uint64_t number : some_numbers()) {
    numbers.add(number);
    model.insert(number);
    RC_ASSERT(numbers.largest() == *model.rbegin());
    std::set<std::uint64_t> listed;
    for (std::size_t i = 0; i < numbers.ranges().size(); ++i) {
      const auto& range = numbers.ranges()[i];
      RC_ASSERT((i == 0 || numbers.ranges()[i - 1].last + 1 < range.first));  // apart, ascending
      for (std::uint64_t one = range.first; one <= range.last; ++one) listed.insert(one);
    }
    RC_ASSERT(listed == model);
    for (std::uint64_t one = 0; one <= 41; ++one) {
      RC_ASSERT(numbers.contains(one) == model.contains(one));
    }
  }
}

// All records of a key that came, and where.
struct ChainModel {
  struct Came {
    Digest id;
    std::optional<Digest> previous;
  };
  std::map<std::uint64_t, Came> came;
  std::map<std::uint64_t, std::uint64_t> missed_at;  // number: the index that jumped over it

  std::uint64_t largest() const { return came.empty() ? 0 : came.rbegin()->first; }
  bool differs(std::uint64_t number) const {
    const Came& one = came.at(number);
    const auto before = came.find(number - 1);
    const auto after = came.find(number + 1);
    return (before != came.end() && one.previous != before->second.id) ||
           (after != came.end() && after->second.previous != one.id);
  }
  void add(std::uint64_t number, const Came& one, std::uint64_t index) {
    for (std::uint64_t n = largest() + 1; n < number; ++n) missed_at[n] = index;
    missed_at.erase(number);
    came[number] = one;
  }
};

void check_gaps(const std::map<std::uint64_t, Chain::Gap>& gaps, const ChainModel& model) {
  std::map<std::uint64_t, std::uint64_t> listed;
  for (const auto& [first, gap] : gaps) {
    RC_ASSERT(!listed.contains(gap.first - 1));  // two gaps never touch
    for (std::uint64_t n = gap.first; n <= gap.last; ++n) listed[n] = gap.noticed_at.value;
  }
  RC_ASSERT(listed == model.missed_at);
}

// Now and then an author names another previous than the one that stands, and now and then the
// chain is saved and loaded, as at a start.
RC_GTEST_PROP(ChainProperty, NoticesWhatAModelThatForgetsNothingNotices, ()) {
  Chain chain;
  ChainModel model;
  std::map<std::uint64_t, Chain::Gap> gaps;
  std::uint64_t index = 10;
  for (const std::uint64_t number : some_numbers()) {
    const bool lies = *rc::gen::inRange(0, 4) == 0;
    Header header;
    header.number = number;
    const auto text_id = [](std::uint64_t n) { return sha256("text ", std::to_string(n)); };
    if (number > 1) header.previous = lies ? sha256("a lie") : text_id(number - 1);
    const bool other_text = *rc::gen::inRange(0, 6) == 0;
    const Digest id = other_text ? sha256("another") : text_id(number);
    const std::uint64_t before = model.largest();
    model.add(number, {id, header.previous}, ++index);
    const Chain::Added added = chain.add(header, id, LeafIndex{index});
    RC_ASSERT(added.jumped == (number > before + 1));
    RC_ASSERT(added.filled == (number < before));
    RC_ASSERT(added.previous_differs == model.differs(number));
    if (added.closed) RC_ASSERT(gaps.erase(*added.closed) == 1U);
    for (const Chain::Gap& gap : added.opened) gaps.emplace(gap.first, gap);
    check_gaps(gaps, model);
    RC_ASSERT(chain.records() == model.came.size());
    RC_ASSERT(chain.largest() == model.largest());
    RC_ASSERT(chain.missing() == model.missed_at.size());
    if (*rc::gen::inRange(0, 3) == 0) {
      const Json saved = parse_json(to_text(chain.save())).value();
      chain = Chain::load(saved).value();
      RC_ASSERT(chain.save() == saved);
    }
  }
}

}  // namespace
}  // namespace armistice
