// SPDX-License-Identifier: Apache-2.0
// How long each page of a desk takes over the node that bench_mixed made: every query that a desk
// asks, with the filters that it has.
#include <fmt/format.h>

#include <algorithm>
#include <ctime>

#include "api/command.h"
#include "api/node.h"
#include "measure.h"

namespace armistice::bench {
namespace {

struct Page {
  const char* command;
  Json::Object arguments;
};

// What desks ask, with the filters that they have.
std::vector<Page> pages(const std::string& a_case, const std::string& a_record) {
  return {
      {"docket", {}},
      {"docket", {{"case", a_case}}},
      {"findings", {}},
      {"findings", {{"record", a_record}}},
      {"ledger", {{"month", "1954-03"}}},
      {"passes", {}},
      {"passes", {{"at", "1954-03-01T10:00:00+09:00"}}},
      {"arrangements", {}},
      {"arrangements", {{"sort", "journey"}}},
      {"arrangements", {{"party", "unc"}}},
      {"sightings", {{"until", "1954-03-20"}}},
      {"sightings", {{"place", "demilitarized-zone"}, {"until", "1954-03-20"}}},
      {"sightings", {{"side", "unc"}, {"what", "shelling"}, {"until", "1954-03-20"}}},
      {"sightings", {{"day", "1954-03-20"}}},
      {"holdings", {}},
      {"bodies", {}},
      {"agreement show", {}},
      {"agreement drafts", {}},
      {"agreement paragraphs", {{"a", "unc-1952-01"}, {"b", "kpa-cpv-1952-01"}}},
      {"due", {{"date", "1954-03-20"}}},
      {"due", {}},
      {"ground", {}},
      {"report daily", {{"date", "1954-03-20"}}},
      {"record list", {}},
      {"record list", {{"party", "unc"}, {"kind", "sighting/1"}}},
      {"record show", {{"record", a_record}}},
      {"traffic chains", {}},
      {"traffic gaps", {}},
      {"traffic irregularities", {}},
      {"traffic retractions", {}},
      {"key list", {}},
      {"register head", {}},
      {"view digest", {}},
  };
}

std::string text_of(const Json::Object& arguments) {
  std::string out;
  for (const auto& [name, value] : arguments) {
    if (value.as_text() != nullptr) out += fmt::format(" {}={}", name, *value.as_text());
  }
  return out;
}

int ask(const Path& data, int times) {
  Env& env = real_env();
  const auto node = must(Node::open(env, {data, {}, false}));
  const auto newest = [&](const char* sql) {
    return must(node->engine().with_rows([&](Database& rows) -> Result<std::string> {
      Statement select = TRY(rows.prepare(sql));
      const bool any = TRY(select.next());
      return fmt::format("{}", any ? select.integer(0) : 0);
    }));
  };
  const std::string a_case = newest("SELECT max(case_index) - 2000 FROM docket_case");
  const std::string of_case =
      newest("SELECT case_index FROM docket_case WHERE status='notified' ORDER BY case_index DESC");
  const std::string a_record = newest("SELECT leaf_index FROM finding ORDER BY leaf_index DESC");
  for (const Page& page : pages(of_case == "0" ? a_case : of_case, a_record)) {
    const Command* command = find_command(page.command);
    if (command == nullptr) {
      fmt::print(stderr, "bench: there is no {}\n", page.command);
      return 1;
    }
    Json::Object asked = page.arguments;
    const bool of_register =
        std::any_of(command->arguments.begin(), command->arguments.end(),
                    [](const Argument& one) { return std::string_view(one.name) == "register"; });
    if (of_register) asked.emplace_back("register", "joint");
    std::vector<std::int64_t> times_us;
    std::size_t bytes = 0;
    const std::clock_t before = std::clock();
    for (int i = 0; i < times; ++i) {
      const std::int64_t before_us = now_us();
      const auto answer = run_in_node(*command, *node, Json(asked));
      times_us.push_back(now_us() - before_us);
      if (!answer.ok()) {
        fmt::print("{}{}: {}\n", page.command, text_of(page.arguments), answer.error().text());
        break;
      }
      bytes = to_text(*answer).size();
      if (now_us() - before_us > 5'000'000) break;  // known to be too slow
    }
    const double processor_ms = static_cast<double>(std::clock() - before) * 1e3 / CLOCKS_PER_SEC /
                                static_cast<double>(times_us.size());
    std::sort(times_us.begin(), times_us.end());
    const std::size_t last = times_us.size() - 1;
    const double p95_ms = static_cast<double>(times_us[last * 95 / 100]) / 1e3;
    fmt::print("{}{}: p50 {:.1f} ms, p95 {:.1f} ms, processor {:.1f} ms, {} bytes{}\n",
               page.command, text_of(page.arguments), static_cast<double>(times_us[last / 2]) / 1e3,
               p95_ms, processor_ms, bytes, p95_ms > 100 ? "  (limit 100 ms)" : "");
  }
  return 0;
}

}  // namespace
}  // namespace armistice::bench

int main(int count, char** words) {
  if (count != 3) {
    fmt::print(stderr, "bench_mixed_pages FOLDER TIMES\n");
    return 2;
  }
  return armistice::bench::ask(words[1], std::stoi(words[2]));
}
