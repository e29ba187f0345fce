// SPDX-License-Identifier: Apache-2.0
// So many sightings by 1,000 observers over 180 days, 200 places and 10 sorts: how long the views
// fold them, and how long a page of them takes under every filter. Most places are none of the
// agreement's, so that each such sighting makes a row more than it would.
#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <thread>

#include "api/command.h"
#include "api/secretariat.h"
#include "corpus.h"
#include "measure.h"
#include "record/kinds/sighting.h"

namespace armistice::bench {
namespace {

constexpr std::size_t observers = 1'000;
constexpr std::size_t slice = 16'384;
constexpr std::int64_t effective_s = -518'526'000;  // 1953-07-27T22:00:00+09:00
constexpr std::int64_t span_s = 180 * 86'400;
constexpr std::array<const char*, 10> sorts = {
    "explosion", "shelling", "small-arms-fire", "machine-gun-fire", "uav-flight",
    "artillery", "mortar",   "armored-vehicle", "projectile",       "flare"};
constexpr std::array<const char*, 4> named = {"demilitarized-zone", "conference-site", "pusan",
                                              "sinuiju"};

// One generator for all: the same sightings on every machine.
std::uint64_t random_of(std::uint64_t& state) {
  state = state * 6'364'136'223'846'793'005U + 1'442'695'040'888'963'407U;
  return state >> 33;
}

StatedTime stated(std::int64_t utc) {
  const CivilTime time{{utc}, 9 * 3'600};
  return {to_text(time), time.utc};
}

std::string place_of(std::uint64_t n) {
  return n < named.size() ? named[n] : fmt::format("post-{}", n);
}

// Nine of ten say nobody's; times run on with the records, days back from the effective hour.
Sighting sighting(Env& env, std::size_t number, std::size_t count) {
  std::uint64_t state = number;
  random_of(state);
  Sighting said;
  said.salt = Salt::generate(env);
  said.what = sorts[random_of(state) % sorts.size()];
  said.number = 1 + static_cast<std::int64_t>(random_of(state) % 40);
  said.means = static_cast<Means>(random_of(state) % 3);
  said.perceived = static_cast<Perceived>(random_of(state) % 2);
  said.certainty = static_cast<Certainty>(random_of(state) % 4);
  said.bearing = static_cast<Bearing>(random_of(state) % 4);
  if (random_of(state) % 10 == 0) said.side = random_of(state) % 2 == 0 ? "unc" : "kpa-cpv";
  said.place = place_of(random_of(state) % 200);
  said.latitude_e7 = 382'000'000 + static_cast<std::int64_t>(random_of(state) % 2'000'000);
  said.longitude_e7 = 1'268'000'000 + static_cast<std::int64_t>(random_of(state) % 14'000'000);
  said.error_mm = 100'000;
  const auto into =
      static_cast<std::int64_t>(static_cast<double>(number) / static_cast<double>(count) * span_s);
  const std::int64_t at =
      effective_s - span_s + into - static_cast<std::int64_t>(random_of(state) % 86'400);
  said.from = stated(at);
  said.until = stated(at + 300);
  said.text = "Seen from the post on the ridge.";
  return said;
}

std::vector<Submission> records_of(Env& env, Corpus& corpus, std::size_t first, std::size_t count,
                                   std::size_t all) {
  std::vector<Submission> records(count);
  // An author's records stay with one thread, in order.
  const auto sign = [&](std::size_t half) {
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t author = (first + i) % observers;
      if (author % 2 != half) continue;
      records[i] = next_record_of(corpus, author, Body(sighting(env, first + i, all)));
    }
  };
  std::jthread other([&] { sign(1); });
  sign(0);
  other.join();
  return records;
}

bool fill(Env& env, const Path& data, std::size_t count) {
  Corpus corpus = make_corpus(env, data, observers);
  const auto node = Node::open(env, {data, {}, false});
  if (!node.ok()) return false;
  for (std::size_t done = 0; done < count; done += slice) {
    const std::size_t now = std::min(slice, count - done);
    append_all((*node)->reg(), records_of(env, corpus, done, now, count), 4'096);
    const auto clocked =
        (*node)->with_secretariat([](Secretariat& all) { return all.write_clock(); });
    if (!clocked.ok()) return false;
    fmt::print(stderr, "\r{} of {}", done + now, count);
  }
  const auto cosigned = (*node)->with_secretariat([](Secretariat& all) { return all.cosign(); });
  return cosigned.ok() && (*node)->reg().flush_tiles().ok() && (*node)->catch_up().ok();
}

// The questions that the desk asks: no filter, each filter, two and three of them, and older pages.
Json question(std::uint64_t& state, std::size_t count) {
  Json asked = Json::Object{{"register", "joint"}, {"until", "1953-07-26"}, {"days", 90}};
  const std::uint64_t which = random_of(state) % 32;
  if ((which & 1U) != 0) asked.add("place", place_of(random_of(state) % 200));
  if ((which & 2U) != 0) asked.add("what", sorts[random_of(state) % sorts.size()]);
  if ((which & 4U) != 0) asked.add("side", random_of(state) % 2 == 0 ? "unc" : "kpa-cpv");
  if ((which & 8U) != 0) {
    asked.add("certainty", std::string(certainty_words[random_of(state) % 4]));
  }
  if ((which & 16U) != 0) {
    asked.add("before", static_cast<std::int64_t>(random_of(state) % count + 2'000));
  }
  return asked;
}

int ask(Node& node, std::size_t count, int times) {
  const Command* command = find_command("sightings");
  std::uint64_t state = 7;
  std::vector<std::int64_t> times_us;
  for (int i = 0; i < times; ++i) {
    const Json asked = question(state, count);
    const std::int64_t before_us = now_us();
    const auto answer = run_in_node(*command, node, asked);
    times_us.push_back(now_us() - before_us);
    if (!answer.ok()) {
      fmt::print(stderr, "bench: {}\n", answer.error().text());
      return 1;
    }
  }
  std::sort(times_us.begin(), times_us.end());
  const auto at = [&](double part) {
    return static_cast<double>(times_us[static_cast<std::size_t>(part * (times - 1))]) / 1'000;
  };
  print("a page of sightings, p50", at(0.5), "ms");
  print("a page of sightings, p95", at(0.95), "ms", "limit 100");
  print("a page of sightings, the slowest", at(1.0), "ms");
  return 0;
}

int run(const Path& data, std::size_t count) {
  Env& env = real_env();
  if (!fill(env, data, count)) {
    fmt::print(stderr, "bench: the node cannot be filled\n");
    return 1;
  }
  const auto node = Node::open(env, {data, {}, false});
  if (!node.ok()) return 1;
  const std::int64_t started_us = now_us();
  const std::clock_t before = std::clock();
  if (!(*node)->engine().rebuild((*node)->reg().state().size).ok()) return 1;
  print(fmt::format("{} sightings by {} observers, folded again by every view", count, observers),
        static_cast<double>(now_us() - started_us) / 1e6, "s", "limit 60");
  print("the same, processor on all cores",
        static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC, "s");
  return ask(**node, count, 400);
}

}  // namespace
}  // namespace armistice::bench

int main(int count, char** words) {
  if (count != 3) {
    fmt::print(stderr, "bench_sightings FOLDER RECORDS\n");
    return 2;
  }
  return armistice::bench::run(words[1], std::stoul(words[2]));
}
