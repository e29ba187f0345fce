// SPDX-License-Identifier: Apache-2.0
// Makes a node of so many records, cosigned and clocked as a server would, for the benches of
// `rebuild`, `verify` and `serve`, which are run as the whole programs that they are.
#include <fmt/format.h>

#include "api/secretariat.h"
#include "corpus.h"
#include "measure.h"

namespace armistice::bench {
namespace {

constexpr std::size_t slice = 16'384;

int run(const Path& data, std::size_t count) {
  Env& env = real_env();
  Corpus corpus = make_corpus(env, data, 64);
  const auto node = Node::open(env, {data, {}, false});
  if (!node.ok()) return 1;
  Register& reg = (*node)->reg();
  std::size_t done = reg.state().size.value;
  while (done < count) {
    append_all(reg, next_records(corpus, std::min(slice, count - done)), 4'096);
    done = reg.state().size.value;
    const auto clocked =
        (*node)->with_secretariat([](Secretariat& all) { return all.write_clock(); });
    if (!clocked.ok()) {
      fmt::print(stderr, "bench: {}\n", clocked.error().text());
      return 1;
    }
    fmt::print(stderr, "\r{} of {}", done, count);
  }
  const auto cosigned = (*node)->with_secretariat([](Secretariat& all) { return all.cosign(); });
  if (!cosigned.ok() || !reg.flush_tiles().ok() || !(*node)->catch_up().ok()) return 1;
  fmt::print("{}\n", to_text(reg.circle()));
  return 0;
}

}  // namespace
}  // namespace armistice::bench

int main(int count, char** words) {
  if (count != 3) {
    fmt::print(stderr, "bench_million FOLDER RECORDS\n");
    return 2;
  }
  return armistice::bench::run(words[1], std::stoul(words[2]));
}
