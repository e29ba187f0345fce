// SPDX-License-Identifier: Apache-2.0
// Every parser that reads what a stranger sent, as a function of bytes that must neither crash nor
// break its own promise. One list: the fuzzers are built from it, and its corpus is replayed by the
// ordinary tests.
#pragma once

#include <span>

#include "base/bytes.h"

namespace armistice::fuzz {

struct Target {
  const char* name;
  void (*run)(ByteView bytes);
};

std::span<const Target> targets();

/// Must fail on its one seed: it shows that a failure would be seen.
void canary(ByteView bytes);

}  // namespace armistice::fuzz
