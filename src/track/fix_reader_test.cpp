// SPDX-License-Identifier: Apache-2.0
#include "track/fix_reader.h"

#include <gtest/gtest.h>

#include "support/shared_data.h"
#include "track/csv.h"
#include "track/fix_time.h"

namespace armistice {
namespace {

constexpr std::string_view heading = "time,track,latitude,longitude\n";
constexpr std::string_view good = "1953-08-01T10:00:00+09:00,a,38.1,127.2";

FixFile read(std::string_view text, const FixFormat& format = {}) {
  return read_fixes(text, format).value();
}

// The one line that is rejected.
std::string rejected(std::string_view text, const FixFormat& format = {}) {
  const FixFile file = read(text, format);
  EXPECT_EQ(file.rejected_count, 1U);
  const RejectedLine& line = file.rejected.at(0);
  return fmt::format("{}|{}|{}", line.line, line.column, line.what);
}

std::string with(std::string_view row) { return std::string(heading) + std::string(row) + "\n"; }

TEST(FixReader, ReadsCsv) {
  const FixFile file = read(
      "\xef\xbb\xbftrack,kind,time,longitude,latitude,uncertainty_m,affiliation,speed\r\n"
      "\"a, \"\"b\"\"\",truck,1953-08-01T10:00:00.25+09:00,127.25,38.1234567,12.5,kpa-cpv by "
      "unc,3\r\n"
      "\r\n"
      "c,,1953-08-01 01:00:00Z,-1,-2,,,");
  ASSERT_EQ(file.fixes.size(), 2U);
  EXPECT_EQ(file.rejected_count, 0U);
  const Fix& first = file.fixes[0];
  EXPECT_EQ(first.track, "a, \"b\"");
  EXPECT_EQ(first.at, (LatLng{381'234'567, 1'272'500'000}));
  EXPECT_EQ(first.error_mm, 12'500);
  EXPECT_FALSE(first.error_assumed);
  EXPECT_EQ(first.affiliation, "kpa-cpv by unc");
  EXPECT_EQ(first.kind, "truck");
  EXPECT_EQ(first.offset_s, 9 * 3600);
  EXPECT_EQ(first.line, 2U);
  const Fix& second = file.fixes[1];
  EXPECT_EQ(first.time_ms - second.time_ms, 250);
  EXPECT_EQ(second.error_mm, 30'000);
  EXPECT_TRUE(second.error_assumed);
  EXPECT_EQ(second.line, 4U);
}

TEST(FixReader, ReadsNdjson) {
  const FixFile file = read(
      "{\"time\":\"1953-08-01T10:00:00Z\",\"track\":\"a\",\"latitude\":38.5,\"longitude\":127,"
      "\"uncertainty_m\":4,\"extra\":[1.5]}\n\n"
      "{\"track\":\"b\",\"time\":\"1953-08-01T10:00:00Z\",\"latitude\":1e1,\"longitude\":-0.5,"
      "\"kind\":null}\n");
  ASSERT_EQ(file.fixes.size(), 2U);
  EXPECT_EQ(file.rejected_count, 0U);
  EXPECT_EQ(file.fixes[0].at, (LatLng{385'000'000, 1'270'000'000}));
  EXPECT_EQ(file.fixes[0].error_mm, 4'000);
  EXPECT_EQ(file.fixes[1].at, (LatLng{100'000'000, -5'000'000}));
  EXPECT_EQ(file.fixes[1].line, 3U);
}

TEST(FixReader, NamesLineAndColumnAndWhatWouldBeRight) {
  EXPECT_EQ(rejected(with("1953-08-01T10:00:00+09:00,a,91,127")),
            "2|3 latitude|91 is no latitude: decimal degrees from -90 to 90");
  EXPECT_EQ(rejected(with("1953-08-01T10:00:00+09:00,a,38,\"127,5\"")),
            "2|4 longitude|\"127,5\" is no decimal number such as 38.1234567");
  EXPECT_EQ(rejected(with("1953-08-01T10:00:00,a,38,127")),
            "2|1 time|\"1953-08-01T10:00:00\" has no offset; give the file's by --offset; a time "
            "is written 1953-08-01T10:00:00+09:00");
  EXPECT_EQ(rejected(with("1953-02-30T10:00:00Z,a,38,127")).find("2|1 time|\"1953-02-30"), 0U);
  EXPECT_EQ(rejected(with("1953-08-01T10:00:00Z,,38,127")), "2|2 track|nothing stands here");
  EXPECT_EQ(rejected(with("1953-08-01T10:00:00Z,a,38")), "2||3 columns, the heading has 4");
  EXPECT_EQ(rejected(with("1953-08-01T10:00:00Z,\"a,38,127")),
            "2||column 2: a quote that does not end on its line");
  EXPECT_EQ(rejected(with("1953-08-01T10:00:00Z,a\"b,38,127")),
            "2||column 2: a quote within a cell; quote the whole cell");
  EXPECT_EQ(rejected(with("1953-08-01T10:00:00Z,a\x01,38,127")).substr(0, 10), "2|2 track|");
  EXPECT_EQ(rejected(with("1953-08-01T10:00:00Z,a\xff,38,127")).substr(0, 10), "2|2 track|");
  EXPECT_EQ(
      rejected(with("1953-08-01T10:00:00Z," + std::string(129, 'a') + ",38,127")).substr(0, 10),
      "2|2 track|");
  EXPECT_EQ(rejected("time,track,latitude,longitude,uncertainty_m\n" + std::string(good) + ",-3\n"),
            "2|5 uncertainty_m|-3 lies not within 0 and 10000000 metres");
}

TEST(FixReader, NamesWhatIsWrongInAnObject) {
  const std::string begin = R"({"time":"1953-08-01T10:00:00Z","track":"a",)";
  EXPECT_EQ(rejected(begin + R"("latitude":"38","longitude":127})"), "1|latitude|a number is due");
  EXPECT_EQ(rejected(begin + R"("latitude":38})"), "1|longitude|nothing stands here");
  EXPECT_EQ(rejected(begin + R"("latitude":38,"longitude":127,"kind":7})"), "1|kind|a text is due");
  EXPECT_EQ(rejected(begin + R"("latitude":38,"latitude":39,"longitude":127})").substr(0, 3),
            "1||");
  EXPECT_EQ(rejected("{\n"), "1||not JSON at byte 2; one object a line is due");
}

TEST(FixReader, OneBadLineLeavesTheOthers) {
  const FixFile file = read(with(std::string(good) + "\nrubbish\n" + std::string(good)));
  EXPECT_EQ(file.fixes.size(), 2U);
  EXPECT_EQ(file.rejected_count, 1U);
  std::string many(heading);
  for (int i = 0; i < 1'000; ++i) many += "rubbish\n";
  EXPECT_EQ(read(many).rejected_count, 1'000U);
  EXPECT_EQ(read(many).rejected.size(), limits::rejected_lines_kept_max);
  EXPECT_EQ(rejected(with(std::string(70'000, 'a'))), "2||70000 bytes, at most 65536");
}

TEST(FixReader, WhatAFileSaysDoesNotTakeOverATerminal) {
  EXPECT_EQ(rejected(with("1953-08-01T10:00:00Z,a,\x1b[2J\x9b,127")),
            "2|3 latitude|\"?[2J?\" is no decimal number such as 38.1234567");
  EXPECT_EQ(rejected(with("1953-08-01T10:00:00Z,a,서울,127")),
            "2|3 latitude|\"서울\" is no decimal number such as 38.1234567");
}

TEST(FixReader, NeedsAHeading) {
  const auto what = [](std::string_view text, FixFormat format = {}) {
    return read_fixes(text, format).error().text();
  };
  EXPECT_EQ(what(""), "malformed: the file is empty");
  EXPECT_EQ(what("DateTime,track,latitude,longitude\n"),
            "malformed: line 1: no column time; the headings are "
            "DateTime,track,latitude,longitude. Name yours by --columns time=HEADING");
  EXPECT_EQ(what("time,track,latitude,longitude,time\n"), "malformed: line 1: two columns time");
  EXPECT_EQ(what("time,\"track\n"),
            "malformed: line 1: column 2: a quote that does not end on its line");
  FixFormat format;
  format.columns = {{"kind", "what"}};
  EXPECT_EQ(what(heading, format).substr(0, 33), "malformed: line 1: no column what");
}

TEST(FixReader, MapsForeignHeadings) {
  FixFormat format;
  format.columns =
      parse_columns({"time=When", "track=id", "latitude=lat", "longitude=lng"}).value();
  format.offset_s = 3600;
  format.error_mm_assumed = 500'000;
  const FixFile file = read("id,When,lat,lng,time\n7,2022-03-31,50.5,36,x\n", format);
  ASSERT_EQ(file.fixes.size(), 1U);
  EXPECT_EQ(file.fixes[0].track, "7");
  EXPECT_EQ(file.fixes[0].error_mm, 500'000);
  EXPECT_EQ(to_text(to_civil(file.fixes[0].time_ms, 3600)), "2022-03-31T00:00:00+01:00");
  for (const auto& item : {"time", "time=", "when=x", "=x", ""}) {
    EXPECT_EQ(parse_columns({item}).error().code, Errc::usage) << item;
  }
  EXPECT_EQ(parse_columns({"time=a", "time=b"}).error().code, Errc::usage);
}

TEST(FixTime, ReadsRfc3339) {
  const auto ms = [](std::string_view text) { return parse_fix_time(text, {}).value().time_ms; };
  EXPECT_EQ(ms("1970-01-01T00:00:01Z"), 1'000);
  EXPECT_EQ(ms("1970-01-01t00:00:01.5z"), 1'500);
  EXPECT_EQ(ms("1970-01-01 01:00:00.123456789+01:00"), 123);
  EXPECT_EQ(ms("1969-12-31T23:59:59.750Z"), -250);
  EXPECT_EQ(to_civil(-250, 0).utc.value, -1);
  for (const auto& text : {"", "1953", "1953-08-01", "1953-08-01T10:00Z", "1953-08-01T10:00:00+9",
                           "1953-08-01T24:00:00Z", "1953-08-01T10:00:60Z", "1953-08-01T10:00:00.Z",
                           "1899-12-31T00:00:00Z", "2199-12-31T23:59:59Z", "01/08/1953 10:00:00",
                           "1953-08-01T10:00:00 Z"}) {
    EXPECT_FALSE(parse_fix_time(text, {}).ok()) << text;
  }
}

TEST(FixReader, ReadsTheTracksOfOthers) {
  const auto path = testing::shared_data("tracks/gps_bus_liverpool_bods.csv");
  if (!path) GTEST_SKIP() << "no tracks beside the checkout";
  FixFormat format;
  format.columns = parse_columns({"time=timestamp", "track=vehicle_id"}).value();
  format.offset_s = 0;
  const FixFile file = read(real_env().read_file(*path, 1 << 24).value(), format);
  EXPECT_GT(file.fixes.size(), 1'000U);
  EXPECT_EQ(file.rejected_count, 0U) << file.rejected.at(0).what;
}

}  // namespace
}  // namespace armistice
