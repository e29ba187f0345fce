// SPDX-License-Identifier: Apache-2.0
// A million records of every kind that the terms of agreements/korea-1953 judge, by 1,000 observers
// and every desk over ten years: how long the views fold them, how long one record more takes to
// its findings, and how long each page of a desk takes.
#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <ctime>
#include <semaphore>

#include "api/keyring.h"
#include "api/secretariat.h"
#include "measure.h"
#include "mixed_corpus.h"
#include "moved_clock.h"
#include "views/engine.h"

namespace armistice::bench {
namespace {

// In order: who refers to what came before must not come before it.
void append_in_order(Register& reg, std::vector<Submission> records) {
  constexpr std::ptrdiff_t on_their_way = 2'048;
  std::counting_semaphore<> free(on_their_way);
  for (Submission& one : records) {
    free.acquire();
    reg.submit(std::move(one), [&](Result<Receipt> receipt) {
      must(std::move(receipt));
      free.release();
    });
  }
  for (std::ptrdiff_t i = 0; i < on_their_way; ++i) free.acquire();
}

void write_clock(Node& node) {
  must(node.with_secretariat([](Secretariat& all) { return all.write_clock(); }));
}

MixedWriter writer_of(Env& env, Node& node, const Path& data, std::uint64_t seed) {
  const Keyring keyring = must(Keyring::open(env, NodeLayout{data}.keys(), {}));
  std::vector<NamedKey> desks;
  for (const AgreementParty& party : node.agreement().folder.agreement.parties) {
    for (const std::string& desk : party.desks) desks.push_back(must(keyring.load(desk)));
  }
  const AgreementInForce& agreement = node.agreement();
  return {load_corpus(env, data, observers), std::move(desks), *agreement.table, agreement.ground,
          seed};
}

int make(const Path& data, std::size_t count) {
  MovedClock env;
  make_corpus(env, data, observers);
  const auto node = must(Node::open(env, {data, {}, false}));
  MixedWriter writer = writer_of(env, *node, data, 7);
  for (std::int64_t day = 0; node->reg().state().size.value < count; ++day) {
    env.move_to((day + 1) * 86'400);
    write_clock(*node);
    append_in_order(node->reg(), sign_all(writer.day(first_day + 1 + day)));
    if (day % 32 == 0) fmt::print(stderr, "\r{} of {}", node->reg().state().size.value, count);
  }
  write_clock(*node);
  must(node->with_secretariat([](Secretariat& all) { return all.cosign(); }));
  must(node->reg().flush_tiles());
  fmt::print("{}\n", to_text(node->reg().circle()));
  return 0;
}

// Apart from the signatures: another views.db of the same register, made as a node makes it whose
// own was deleted.
int fold(const Path& data) {
  Env& env = real_env();
  const RegisterLayout layout = NodeLayout{data}.reg(Node::register_name);
  const TreeSize size = must(must(Store::open(env, layout.database(), DatabaseMode::read)).size());
  const Path other = data / "again.db";
  const auto engine = must(Engine::open(env, layout, other));
  const std::int64_t started_us = now_us();
  const std::clock_t before = std::clock();
  must(engine->catch_up(size));
  print(fmt::format("{} mixed records folded by every view, signatures trusted", size.value),
        static_cast<double>(now_us() - started_us) / 1e6, "s");
  print("the same, processor on all cores",
        static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC, "s");
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  print("the same, most memory", static_cast<double>(used.ru_maxrss) / 1'024, "MiB");
  std::error_code ignored;
  for (const char* suffix : {"", "-wal", "-shm"}) {
    std::filesystem::remove(Path(other.string() + suffix), ignored);
  }
  return 0;
}

struct ChainEnd {
  std::uint64_t number = 0;
  Digest id;
};

Result<std::optional<ChainEnd>> chain_end(Database& rows, const std::string& author) {
  Statement select = TRY(rows.prepare(
      "SELECT number, id FROM record WHERE author=? AND key IS NOT NULL AND void IS NULL "
      "ORDER BY leaf_index DESC LIMIT 1"));
  select.bind_text(1, author);
  if (!TRY(select.next())) return std::optional<ChainEnd>();
  ChainEnd end{static_cast<std::uint64_t>(select.integer(0)), {}};
  std::copy_n(select.bytes(1).begin(), end.id.bytes.size(), end.id.bytes.begin());
  return std::optional(end);
}

void print_times(const std::string& what, const std::vector<std::int64_t>& times_us,
                 const std::string& limit) {
  const Quantiles found = quantiles(times_us);
  print(what + ", p50", found.p50_ms, "ms");
  print(what + ", p99", found.p99_ms, "ms", limit);
  print(what + ", the slowest", found.max_ms, "ms");
}

// The durable append is told apart from what follows it: fold, judgement, rows.
int one(const Path& data, int times) {
  MovedClock env;
  const std::int64_t opening_us = now_us();
  const auto node = must(Node::open(env, {data, {}, false}));
  print("opened, to its last record folded", static_cast<double>(now_us() - opening_us) / 1e6, "s");
  const Engine::State state = node->engine().state();
  const auto clock = must(node->engine().with_rows([](Database& rows) -> Result<std::int64_t> {
    Statement select = TRY(rows.prepare("SELECT max(clock_utc) FROM clock"));
    TRY(select.next());
    return select.integer(0);
  }));
  env.move_to(clock - real_env().now().value + 60);
  MixedWriter writer = writer_of(env, *node, data, state.position.value);
  for (std::size_t i = 0; i < writer.authors().size(); ++i) {
    const auto end = must(node->engine().with_rows(
        [&](Database& rows) { return chain_end(rows, writer.authors()[i].name); }));
    if (end) writer.continue_chain(i, end->number, end->id);
  }
  const std::int64_t day = (clock + node->genesis().scenario_offset_s + 9 * 3'600) / 86'400 - 1;
  std::vector<std::int64_t> append_us;
  std::vector<std::int64_t> fold_us;
  std::vector<std::int64_t> tidy_us;
  while (append_us.size() < static_cast<std::size_t>(times)) {
    for (Submission& record : sign_all(writer.one_more(day))) {
      const std::int64_t started_us = now_us();
      must(node->reg().append(std::move(record)));
      const std::int64_t appended_us = now_us();
      must(node->follow());
      const std::int64_t folded_us = now_us();
      append_us.push_back(appended_us - started_us);
      fold_us.push_back(folded_us - appended_us);
      must(node->tidy());
      tidy_us.push_back(now_us() - folded_us);
    }
  }
  print_times("one record, durably appended", append_us, "");
  print_times("the same record, to its findings", fold_us, "limit 1");
  print_times("what may wait after it", tidy_us, "");
  std::vector<std::int64_t> clocks_us;
  for (int i = 0; i < 16; ++i) {
    env.move_to(clock - real_env().now().value + 3'600 * (i + 1));
    write_clock(*node);
    const std::int64_t started_us = now_us();
    must(node->follow());
    clocks_us.push_back(now_us() - started_us);
  }
  print_times("a clock record an hour later, to its findings", clocks_us, "");
  return 0;
}

}  // namespace
}  // namespace armistice::bench

int main(int count, char** words) {
  using namespace armistice::bench;
  const std::string_view what = count < 3 ? "" : words[1];
  if (what == "make" && count == 4) return make(words[2], std::stoul(words[3]));
  if (what == "fold" && count == 3) return fold(words[2]);
  if (what == "one" && count == 4) return one(words[2], std::stoi(words[3]));
  fmt::print(stderr, "bench_mixed make FOLDER RECORDS | fold FOLDER | one FOLDER TIMES\n");
  return 2;
}
