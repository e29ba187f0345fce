// SPDX-License-Identifier: Apache-2.0
// Clock records: which act, and what clock and mode they set.
#include "crypto/hash.h"
#include "vectors/scenario.h"

namespace armistice::vectors {
namespace {

using testing::key_of;
using testing::note;

// A note over the first `size` entries whose cosigners give the times by themselves.
Bytes head_with_times(const Scenario& s, std::uint64_t size,
                      const std::vector<std::pair<std::string, std::int64_t>>& times) {
  const Checkpoint head = s.head(size);
  Bytes out = sign_checkpoint(key_of(head.origin), head);
  for (const auto& [party, time] : times) {
    out +=
        cosign(key_of(party + "/cosigner", KeyType::cosignature), to_text(head), UtcSeconds{time});
  }
  return out;
}

Scenario must_grow() {
  Scenario s("clock-must-grow", "kinds/clock.md: its size is larger than that of the last");
  s.says("secretariat/clock", "one");
  s.says("secretariat/clock", "two");
  s.acts(s.clock(2, everybody, 1'000));
  s.inert(s.clock(2, everybody, 2'000));
  s.inert(s.clock(1, everybody, 3'000));
  s.inert(s.clock(0, everybody, 4'000));
  s.acts(s.clock(3, everybody, 5'000));
  s.ends_with_clock(5'000, Mode::settled, 3);
  return s;
}

Scenario not_ahead() {
  Scenario s("clock-not-ahead", "kinds/clock.md: its size is not larger than the record's index");
  const auto of_size = [&](std::uint64_t size) {
    return testing::cosigned_head(s.genesis(), {s.genesis().origin, TreeSize{size}, sha256("x")},
                                  everybody, UtcSeconds{1'000});
  };
  s.inert(s.clock(of_size(2)));  // stands at index 1
  s.inert(s.clock(of_size(1'000'000)));
  s.acts(s.clock(3, everybody, 1'000));  // stands at index 3
  s.ends_with_clock(1'000, Mode::settled, 3);
  return s;
}

Scenario by_others() {
  Scenario s("clock-not-by-the-secretary", "kinds/clock.md: the author's key is the secretary's");
  s.enrol("unc/delegation");
  const Bytes head = testing::cosigned_head(s.genesis(), s.head(2), everybody, UtcSeconds{1'000});
  s.inert(s.author("unc/delegation").write(Clock{Salt{}, head}));
  s.inert(s.root("unc").write(Clock{Salt{}, head}));
  s.refused(Author("unc/stranger", s.circle()).write(Clock{Salt{}, head}), Errc::unknown_key);
  return s;
}

Scenario must_count() {
  Scenario s("clock-must-count", "kinds/clock.md: it verifies, and its lines reach a mode");
  const Checkpoint head = s.head(1);
  const Bytes log_alone = sign_checkpoint(key_of(head.origin), head);
  s.inert(s.clock(log_alone));
  s.inert(s.clock(1, {"unc", "sweden", "switzerland"}, 1'000));
  s.inert(s.clock(1, {"sweden", "switzerland", "poland", "czechoslovakia"}, 1'000));
  const Bytes lines = testing::cosigned_head(s.genesis(), head, everybody, UtcSeconds{1'000});
  const auto log_line = lines.find("\n\n") + 2;
  const auto second = lines.find('\n', log_line) + 1;
  s.inert(s.clock(lines.substr(0, log_line) + lines.substr(second)));  // without the log's line
  Bytes forged = lines;
  forged[forged.size() - 20] = forged[forged.size() - 20] == 'A' ? 'B' : 'A';
  s.inert(s.clock(forged));
  s.inert(s.clock("no checkpoint"));
  const Checkpoint other{"register.other.example/joint", head.size, head.root};
  s.inert(s.clock(sign_checkpoint(key_of(other.origin), other)));
  s.acts(s.clock(lines));
  s.ends_with_clock(1'000, Mode::settled, 1);
  return s;
}

// Whether the root is this tree's is noticed by the view; admission looks at lines.
Scenario elsewhere() {
  Scenario s("clock-of-another-root", "kinds/clock.md: acts by its lines, whatever its root");
  s.acts(s.clock(testing::cosigned_head(s.genesis(),
                                        {s.genesis().origin, TreeSize{1}, sha256("another tree")},
                                        everybody, UtcSeconds{1'000})));
  s.ends_with_clock(1'000, Mode::settled, 1);
  return s;
}

Scenario bodies() {
  Scenario s("clock-bodies", "kinds/clock.md: the body is open and as the page says");
  const Bytes good = to_bytes(Body(
      Clock{Salt{}, testing::cosigned_head(s.genesis(), s.head(1), everybody, UtcSeconds{1'000})}));
  const auto put = [&](const Bytes& body, BodyForm form, std::uint64_t number) {
    Header header;
    header.kind = Clock::kind;
    header.number = number;
    if (number > 1) header.previous = sha256("whatever");
    header.body = {sha256(body), body.size(), form};
    return s.secretary().sign_as_is(header, body);
  };
  s.inert(put(good, BodyForm::sealed, 1));
  s.inert(put(good + Bytes("\0", 1), BodyForm::open, 2));
  s.inert(put("{}", BodyForm::open, 3));
  s.acts(put(good, BodyForm::open, 4));
  s.ends_with_clock(1'000, Mode::settled, 1);
  return s;
}

Scenario running_maximum() {
  Scenario s("clock-running-maximum",
             "register.md §7: the clock never goes back; the mode is the last");
  s.acts(s.clock(1, everybody, 2'000));
  s.acts(s.clock(2, {"unc", "kpa-cpv"}, 1'000));
  s.ends_with_clock(2'000, Mode::unwitnessed, 2);
  return s;
}

Scenario median_of_four() {
  Scenario s("clock-lower-median-of-4", "register.md §7: of n times, number (n-1)/2 from 0");
  s.acts(s.clock(
      head_with_times(s, 1, {{"unc", 40}, {"sweden", 10}, {"poland", 30}, {"switzerland", 20}})));
  s.ends_with_clock(20, Mode::contested, 1);
  return s;
}

Scenario median_of_five() {
  Scenario s("clock-lower-median-of-5", "register.md §7: of n times, number (n-1)/2 from 0");
  s.acts(s.clock(head_with_times(s, 1,
                                 {{"unc", 50},
                                  {"kpa-cpv", 9'007'199'254'740'991},
                                  {"sweden", 0},
                                  {"poland", 30},
                                  {"switzerland", 20}})));
  s.ends_with_clock(30, Mode::settled, 1);
  return s;
}

Scenario twice_cosigned() {
  Scenario s("clock-cosigner-twice", "register.md §5: each cosigner once, with its first line");
  s.acts(s.clock(head_with_times(s, 1, {{"unc", 100}, {"kpa-cpv", 200}, {"unc", 900}})));
  s.ends_with_clock(100, Mode::unwitnessed, 1);
  return s;
}

Scenario no_neutrals() {
  Genesis genesis = testing::example_genesis();
  genesis.parties.resize(2);
  genesis.neutrals_quorum = 0;
  Scenario s("clock-without-neutrals", "register.md §6: every side is settled, less is not counted",
             genesis);
  s.inert(s.clock(1, {"unc"}, 1'000));
  s.acts(s.clock(1, {"unc", "kpa-cpv"}, 2'000));
  s.ends_with_clock(2'000, Mode::settled, 1);
  return s;
}

}  // namespace

std::vector<Scenario> clock_scenarios() {
  std::vector<Scenario> all;
  for (const auto make :
       {must_grow, not_ahead, by_others, must_count, elsewhere, bodies, running_maximum,
        median_of_four, median_of_five, twice_cosigned, no_neutrals}) {
    all.push_back(make());
  }
  return all;
}

}  // namespace armistice::vectors
