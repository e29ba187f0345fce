// SPDX-License-Identifier: Apache-2.0
// The signature checks of a node's entries and nothing else, on every core: reading, parsing and
// hashing lie outside of the time. What `verify` is measured against.
#include <fmt/format.h>

#include "measure.h"
#include "register/replay.h"

namespace armistice::bench {
namespace {

constexpr std::uint64_t slice = 65'536;

struct Line {
  Record record;
  PublicKey key;
};

std::int64_t time_us(const std::vector<Line>& lines) {
  const unsigned threads = std::max(1U, std::thread::hardware_concurrency());
  std::atomic<std::size_t> next = 0;
  std::atomic<bool> good = true;
  const std::int64_t started_us = now_us();
  {
    std::vector<std::jthread> all;
    for (unsigned i = 0; i < threads; ++i) {
      all.emplace_back([&] {
        for (std::size_t at = next++; at < lines.size(); at = next++) {
          if (!verify_line(lines[at].record, 0, lines[at].key)) good = false;
        }
      });
    }
  }
  if (!good) std::abort();
  return now_us() - started_us;
}

Result<double> bare_s(Env& env, const RegisterLayout& layout) {
  Store store = TRY(Store::open(env, layout.database(), DatabaseMode::read));
  const TreeSize size = TRY(store.size());
  const Admission admission = TRY(load_admission(env, layout, store, size));
  std::int64_t total_us = 0;
  for (std::uint64_t first = 1; first < size.value; first += slice) {
    std::vector<Line> lines;
    for (std::uint64_t i = first; i < std::min(size.value, first + slice); ++i) {
      const StoredEntry row = TRY(store.entry(LeafIndex{i}));
      Record record = TRY(parse_record(row.entry));
      const RosterKey* key = admission.roster()->find(record.line_name(0), record.line_keys[0]);
      if (key != nullptr) lines.push_back({std::move(record), key->vkey.key});
    }
    total_us += time_us(lines);
  }
  return static_cast<double>(total_us) / 1e6;
}

}  // namespace
}  // namespace armistice::bench

int main(int count, char** words) {
  if (count != 2) {
    fmt::print(stderr, "bench_bare FOLDER\n");
    return 2;
  }
  const auto seconds = armistice::bench::bare_s(armistice::real_env(), {words[1], "joint"});
  if (!seconds.ok()) {
    fmt::print(stderr, "bench: {}\n", seconds.error().text());
    return 1;
  }
  fmt::print("{:.2f}\n", *seconds);
  return 0;
}
