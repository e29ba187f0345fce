// SPDX-License-Identifier: Apache-2.0
// Records of 2 KB from many writers to a receipt, in process; cosigning timed apart.
// The limit: 22,000 verifications a second a core, and a commit every 256 records costs two syncs.
// So with two cores and 0.3 ms a sync, about 30,000/s.
#include <fmt/format.h>

#include "api/secretariat.h"
#include "corpus.h"
#include "measure.h"

namespace armistice::bench {
namespace {

constexpr std::size_t keys = 64;

// A writer hands its next record in when it has the receipt of the last.
struct Run {
  double records_per_s = 0;
  Quantiles to_receipt;
};

Run time_append(Register& reg, std::vector<Submission> records, std::size_t writers) {
  const std::size_t count = records.size();
  const std::int64_t started_us = now_us();
  auto times_us = append_all(reg, std::move(records), writers);
  const double seconds = static_cast<double>(now_us() - started_us) / 1e6;
  return {static_cast<double>(count) / seconds, quantiles(std::move(times_us))};
}

int run(const std::string& folder, std::size_t count) {
  Env& env = real_env();
  const Quantiles sync = bare_sync(folder, 2'000);
  const double verifications = bare_verifications_per_s(1);
  print("bare fdatasync p50", sync.p50_ms, "ms");
  print("bare fdatasync p99", sync.p99_ms, "ms");
  print("bare Ed25519 verifications, one core", verifications, "/s");

  const Path data = Path(folder) / "append";
  Corpus corpus = make_corpus(env, data, keys);
  const auto node = Node::open(env, {data, {}, false});
  if (!node.ok()) return 1;
  Register& reg = (*node)->reg();
  append_all(reg, next_records(corpus, count / 10), 64);  // warm
  for (const std::size_t writers : {1, 16, 64, 256}) {
    const std::size_t records = writers == 1 ? count / 20 : count;
    const Run done = time_append(reg, next_records(corpus, records), writers);
    const double limit_ms = std::max(25.0, 10 * sync.p99_ms);
    print(
        fmt::format("append, {} writers", writers), done.records_per_s, "/s",
        writers == 256 ? fmt::format("aim 10000: {:.2f} times", done.records_per_s / 10'000) : "");
    print(fmt::format("append, {} writers, p50 to a receipt", writers), done.to_receipt.p50_ms,
          "ms");
    print(fmt::format("append, {} writers, p99 to a receipt", writers), done.to_receipt.p99_ms,
          "ms", fmt::format("limit {:.1f}", limit_ms));
  }
  const std::int64_t started_us = now_us();
  const std::uint64_t before = (*node)->state().counted.value;
  const auto head = (*node)->with_secretariat([](Secretariat& all) { return all.cosign(); });
  if (!head.ok()) return 1;
  const double cosign_s = static_cast<double>(now_us() - started_us) / 1e6;
  const auto covered = static_cast<double>(head->checkpoint.size.value - before);
  print("cosigning: entries recomputed", covered / cosign_s, "/s");
  std::vector<std::int64_t> heads_us;
  for (int i = 0; i < 200; ++i) {
    append_all(reg, next_records(corpus, 1), 1);
    const std::int64_t head_us = now_us();
    const auto cosigned = (*node)->with_secretariat([](Secretariat& all) { return all.cosign(); });
    if (!cosigned.ok()) return 1;
    heads_us.push_back(now_us() - head_us);
  }
  const Quantiles cosigned = quantiles(heads_us);
  print("cosigned head, six parties, p50", cosigned.p50_ms, "ms");
  print("cosigned head, six parties, p99", cosigned.p99_ms, "ms", "aim 250");
  return 0;
}

}  // namespace
}  // namespace armistice::bench

int main(int count, char** words) {
  if (count != 3) {
    fmt::print(stderr, "bench_append FOLDER RECORDS\n");
    return 2;
  }
  return armistice::bench::run(words[1], std::stoul(words[2]));
}
