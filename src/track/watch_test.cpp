// SPDX-License-Identifier: Apache-2.0
#include "track/watch.h"

#include <gtest/gtest.h>

namespace armistice {
namespace {

// A straight line along a parallel with a zone of 2 km; its edges are sure to 10 m.
const Ground& parallel() {
  static const Ground ground = Ground::read_line(R"({"type":"FeatureCollection",
    "sides":["north","south"],"zone_m":2000,"features":[{"type":"Feature","properties":
    {"basis":"survey","error_m":10},"geometry":{"type":"LineString",
    "coordinates":[[127,38],[127.1,38],[127.2,38],[127.3,38]]}}]})")
                                   .value();
  return ground;
}

constexpr double degree_m = 110'996;  // of latitude, at 38°

// A fix so many metres north of the line, after so many seconds.
Fix fix(std::int64_t after_s, double north_m, std::int64_t error_mm = 5'000,
        double longitude = 127.15) {
  Fix out;
  out.time_ms = after_s * 1000;
  out.track = "a";
  out.at = {static_cast<std::int32_t>(std::llround((38 + north_m / degree_m) * 1e7)),
            static_cast<std::int32_t>(std::llround(longitude * 1e7))};
  out.error_mm = error_mm;
  out.line = static_cast<std::uint64_t>(after_s);
  return out;
}

std::string told(const Watched& watched) {
  std::string out;
  for (const Event& event : watched.events) {
    const Boundary& boundary = parallel().boundaries()[event.boundary];
    out += fmt::format("{} {} {}\n", word(event.kind), boundary.name, boundary.word(event.to));
  }
  return out;
}

TEST(Watch, ASegmentThatJumpsTheZoneIsSeen) {
  const Watched watched = watch(parallel(), {fix(0, 6'000), fix(60, -6'000)}, {});
  EXPECT_EQ(told(watched), "entry zone inside\ncrossing line south\nleaving zone outside\n");
  const Event& crossing = watched.events[1];
  EXPECT_NEAR(static_cast<double>(crossing.about_ms), 30'000, 100);
  // 15 m of both errors are 0.075 s at 200 m/s; steps of 10 m add as much.
  EXPECT_LT(crossing.earliest_ms, crossing.about_ms);
  EXPECT_GT(crossing.latest_ms, crossing.about_ms);
  EXPECT_NEAR(static_cast<double>(crossing.earliest_ms), 29'925, 110);
  EXPECT_NEAR(static_cast<double>(crossing.latest_ms), 30'075, 110);
  EXPECT_EQ(crossing.first_line, 0U);
  EXPECT_EQ(crossing.last_line, 60U);
  EXPECT_LT(crossing.reading.edge_m, 15);
  const Event& entry = watched.events[0];
  EXPECT_NEAR(static_cast<double>(entry.about_ms), 20'000, 100);
}

TEST(Watch, NearTheEdgeNothingIsSure) {
  const Watched watched = watch(parallel(), {fix(0, 2'500, 600'000), fix(60, 2'400, 600'000)}, {});
  EXPECT_EQ(told(watched), "undecidable zone undecidable\n");
  EXPECT_EQ(watched.counts[1].undecidable, 2U);
  EXPECT_EQ(watched.events[0].latest_ms, 60'000);
}

TEST(Watch, ComingNearAndGoingAgainIsNoCrossing) {
  const Watched watched = watch(
      parallel(), {fix(0, 1'000), fix(60, 12), fix(120, -3), fix(180, 11), fix(240, 1'000)}, {});
  EXPECT_EQ(told(watched), "first_inside zone inside\nundecidable line undecidable\n");
  EXPECT_LE(watched.events[1].reading.edge_m, 3.1);
}

TEST(Watch, AGapIsNotFollowed) {
  const Watched watched = watch(parallel(), {fix(0, 6'000), fix(7'200, -6'000)}, {});
  EXPECT_EQ(told(watched), "crossing line south\n");
  EXPECT_FALSE(watched.events[0].observed);
  EXPECT_EQ(watched.events[0].earliest_ms, 0);
  EXPECT_EQ(watched.events[0].latest_ms, 7'200'000);
  EXPECT_EQ(watched.gaps, 1U);
  // Nor is what would be faster than anything that moves here.
  EXPECT_EQ(watch(parallel(), {fix(0, 6'000), fix(1, -6'000)}, {}).gaps, 1U);
}

TEST(Watch, AroundTheEndIsNoCrossing) {
  const Watched watched = watch(parallel(),
                                {fix(0, 6'000, 5'000, 127.29), fix(100, 6'000, 5'000, 127.4),
                                 fix(200, -6'000, 5'000, 127.4), fix(300, -6'000, 5'000, 127.29)},
                                {});
  EXPECT_EQ(told(watched), "");
  EXPECT_EQ(watched.counts[0].beyond, 2U);
}

TEST(Watch, AHaltPastTheLineIsTold) {
  std::vector<Fix> fixes = {fix(0, 3'000), fix(300, 500), fix(600, -8'000)};
  for (int i = 1; i <= 12; ++i) fixes.push_back(fix(600 + i * 60, -8'000 - i % 2));
  fixes.push_back(fix(1'800, -9'000));
  const Watched watched = watch(parallel(), fixes, {});
  EXPECT_EQ(told(watched),
            "entry zone inside\ncrossing line south\nleaving zone outside\nhalt zone outside\n");
  EXPECT_NEAR(watched.events[3].reading.edge_m, 6'000, 2);
  EXPECT_EQ(watched.events[3].latest_ms, 1'320'000);
}

TEST(Watch, AHaltInTheZoneIsTold) {
  EXPECT_EQ(told(watch(parallel(), {fix(0, 1'000), fix(700, 1'001)}, {})),
            "first_inside zone inside\nhalt zone inside\n");
  EXPECT_EQ(told(watch(parallel(), {fix(0, 5'000), fix(700, 5'001)}, {})), "");
}

TEST(Watch, TracksAreJudgedByThemselvesInTheOrderOfTime) {
  Fix other = fix(30, -1'000);
  other.track = "b";
  const Watched watched = watch(parallel(), {fix(60, -6'000), other, fix(0, 6'000)}, {});
  EXPECT_EQ(watched.tracks, 2U);
  EXPECT_EQ(told(watched),
            "entry zone inside\ncrossing line south\nleaving zone outside\n"
            "first_inside zone inside\n");
}

TEST(Watch, NothingToWatch) {
  EXPECT_EQ(watch(parallel(), {}, {}).events.size(), 0U);
  EXPECT_EQ(told(watch(parallel(), {fix(0, 9'000), fix(0, 9'000)}, {})), "");
}

}  // namespace
}  // namespace armistice
