// SPDX-License-Identifier: Apache-2.0
#include "server/routes.h"

#include <gtest/gtest.h>

#include "base/limits.h"
#include "register/submission.h"
#include "support/circle.h"

namespace armistice {
namespace {

using testing::Author;
using testing::note;

Request submit(const Submission& submission) {
  Request request;
  request.method = Method::post;
  request.path = "/api/record/submit";
  request.body = to_bytes(submission);
  return request;
}

TEST(RoutesTest, AnswersAtOnceOnlyWhatWaitsForNoDisk) {
  const Digest circle = testing::id_of(testing::sign_genesis(testing::example_genesis()));
  Author author("unc/root", circle);
  EXPECT_TRUE(Routes::is_quick(submit(author.write(note("short")))));
  EXPECT_TRUE(Routes::is_quick(submit({"no note", std::nullopt})));
  const std::string long_text(limits::body_inline_bytes_max, 'x');
  EXPECT_FALSE(Routes::is_quick(submit(author.write(note(long_text)))));
  // A clock may be due before it.
  EXPECT_FALSE(Routes::is_quick(submit(testing::write_joint(
      "joint/mac", {"unc/delegation", "kpa-cpv/delegation"},
      parse_civil_time("2100-01-01T00:00:00+00:00").value(), circle, note("agreed")))));
  Request query;
  query.path = "/api/record/list";
  EXPECT_FALSE(Routes::is_quick(query));
}

TEST(RoutesTest, LetsOnlyAPostBringABody) {
  Request request = submit({"", std::nullopt});
  EXPECT_GE(Routes::body_bytes_max(request), limits::entry_bytes_max + limits::body_bytes_max);
  request.path = "/api/key/enrol";
  EXPECT_EQ(Routes::body_bytes_max(request), limits::json_body_bytes_max);
  request.method = Method::get;
  EXPECT_EQ(Routes::body_bytes_max(request), 0);
}

}  // namespace
}  // namespace armistice
