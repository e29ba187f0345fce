// SPDX-License-Identifier: Apache-2.0
#include "measure.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <chrono>

#include "crypto/ed25519.h"

namespace armistice::bench {

std::int64_t now_us() {
  const auto since = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::microseconds>(since).count();
}

Quantiles quantiles(std::vector<std::int64_t> times_us) {
  std::sort(times_us.begin(), times_us.end());
  const auto at = [&](double share) {
    const auto index = static_cast<std::size_t>(share * static_cast<double>(times_us.size() - 1));
    return static_cast<double>(times_us[index]) / 1000.0;
  };
  return {at(0.5), at(0.99), at(1.0)};
}

Quantiles bare_sync(const std::string& folder, int times) {
  const std::string path = folder + "/bare-sync";
  const int file = ::open(path.c_str(), O_CREAT | O_RDWR | O_TRUNC, 0600);
  std::vector<char> page(4'096, 'x');
  std::vector<std::int64_t> times_us;
  for (int i = 0; i < times; ++i) {
    const std::int64_t started_us = now_us();
    const bool good = ::pwrite(file, page.data(), page.size(), (i % 2) * 4'096) == 4'096 &&
                      ::fdatasync(file) == 0;
    if (!good) std::abort();
    times_us.push_back(now_us() - started_us);
  }
  ::close(file);
  ::unlink(path.c_str());
  return quantiles(std::move(times_us));
}

double bare_verifications_per_s(unsigned threads) {
  constexpr int each = 20'000;
  const auto key = SecretKey::from_seed(std::string(32, 'k'));
  const std::string text(700, 't');
  const Signature signature = key.sign(text);
  const std::int64_t started_us = now_us();
  {
    std::vector<std::jthread> all;
    for (unsigned i = 0; i < threads; ++i) {
      all.emplace_back([&] {
        for (int n = 0; n < each; ++n) {
          if (!verify(key.public_key(), text, signature)) std::abort();
        }
      });
    }
  }
  return each * static_cast<double>(threads) * 1e6 / static_cast<double>(now_us() - started_us);
}

void print(const std::string& name, double value, const std::string& unit,
           const std::string& beside) {
  fmt::print("{:<44} {:>12.1f} {:<6} {}\n", name, value, unit, beside);
  std::fflush(stdout);
}

}  // namespace armistice::bench
