// SPDX-License-Identifier: Apache-2.0
// What `verify` says of damage, for the damage tests.
#pragma once

#include <gtest/gtest.h>

#include <string_view>

#include "api/verification.h"

namespace armistice::testing {

/// Expects that verifying the node finds damage, and that its text names `named`.
inline void expect_named_by_verify(Env& env, const Path& node, const Digest& circle,
                                   std::string_view named) {
  const auto verified = verify_node(env, node, circle);
  ASSERT_TRUE(verified.ok()) << verified.error().text();
  ASSERT_TRUE(verified->wrong.has_value()) << "verify finds nothing wrong, where " << named;
  EXPECT_NE(verified->wrong->text().find(named), std::string::npos) << verified->wrong->text();
}

}  // namespace armistice::testing
