// SPDX-License-Identifier: Apache-2.0
// Every seed and every finding of the fuzzers, replayed; and a canary that must fail.
#include <gtest/gtest.h>

#include "base/env.h"
#include "support/shared_data.h"
#include "targets.h"

namespace armistice::fuzz {
namespace {

const Path corpus = "tests/fuzz/corpus";

class Replay : public ::testing::TestWithParam<Target> {};

TEST_P(Replay, Corpus) {
  const Path folder = corpus / GetParam().name;
  ASSERT_TRUE(real_env().exists(folder)) << folder << " has no seed";
  std::size_t seeds = 0;
  for (const Path& path : armistice::testing::files_below(folder)) {
    const Bytes bytes = real_env().read_file(path, 1U << 22).value();
    GetParam().run(bytes);
    // Every beginning of it, and it with each of some bytes changed.
    for (std::size_t i = 0; i < bytes.size(); i += 1 + bytes.size() / 64) {
      GetParam().run(ByteView(bytes).substr(0, i));
      Bytes changed = bytes;
      changed[i] = static_cast<char>(changed[i] ^ 1);
      GetParam().run(changed);
    }
    ++seeds;
  }
  EXPECT_GT(seeds, 0U);
}

INSTANTIATE_TEST_SUITE_P(Fuzz, Replay, ::testing::ValuesIn(targets().begin(), targets().end()),
                         [](const auto& target) { return std::string(target.param.name); });

TEST(FuzzCanary, MustFail) { EXPECT_DEATH(canary("a canary"), "broken promise"); }

}  // namespace
}  // namespace armistice::fuzz
