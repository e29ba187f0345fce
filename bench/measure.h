// SPDX-License-Identifier: Apache-2.0
// Times, their quantiles, one way of printing them, and what must not fail.
#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "base/result.h"

namespace armistice::bench {

std::int64_t now_us();

struct Quantiles {
  double p50_ms = 0;
  double p99_ms = 0;
  double max_ms = 0;
};

/// REQUIRES: not empty.
Quantiles quantiles(std::vector<std::int64_t> times_us);

/// fdatasync of 4 KiB written in place, so many times, in a folder.
Quantiles bare_sync(const std::string& folder, int times);

/// Ed25519 verifications a second of texts of 700 bytes, on so many threads.
double bare_verifications_per_s(unsigned threads);

/// The value; an error ends the bench.
template <typename T>
T must(Result<T> result) {
  if (!result.ok()) {
    fmt::print(stderr, "bench: {}\n", result.error().text());
    std::exit(1);
  }
  if constexpr (!std::is_void_v<T>) return std::move(result).value();
}

/// `name: value unit  (limit …)`, one line a figure.
void print(const std::string& name, double value, const std::string& unit,
           const std::string& beside = "");

}  // namespace armistice::bench
