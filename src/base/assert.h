// SPDX-License-Identifier: Apache-2.0
// A broken promise between two pieces of our own code. Always on, in every build: a register that
// goes on after one is worse than a register that stops. Input is never asserted; it gets an Error.
#pragma once

namespace armistice {

/// Prints the condition with its place and ends the process.
[[noreturn]] void assertion_failed(const char* condition, const char* file, int line);

}  // namespace armistice

#define ASSERT(condition)             \
  ((condition) ? static_cast<void>(0) \
               : ::armistice::assertion_failed(#condition, __FILE__, __LINE__))
