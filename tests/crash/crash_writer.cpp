// SPDX-License-Identifier: Apache-2.0
// A node that lives to be killed: crash_writer FOLDER RECORDS OPERATION makes or opens the register
// in FOLDER, hands in the desks' records, and dies at the operation (0: lives until it is done).
// Each receipt that it was given it prints first, `<place> <base64>`, and what follows is what
// counts.
#include <fmt/format.h>
#include <unistd.h>

#include "base/text.h"
#include "crash/killing_env.h"
#include "support/world.h"

namespace armistice::testing {
namespace {

void say(const std::string& line) {
  ASSERT(::write(STDOUT_FILENO, line.data(), line.size()) == static_cast<ssize_t>(line.size()));
}

Result<void> live(Env& env, World& world, const std::vector<Submission>& records) {
  const auto reg = TRY(world.start(env));
  constexpr std::size_t enrolments = 3;
  for (std::size_t first = 0; first < records.size();) {
    const std::size_t last = first == 0 ? enrolments : std::min(first + 7, records.size());
    const std::vector<Submission> some(records.begin() + static_cast<std::ptrdiff_t>(first),
                                       records.begin() + static_cast<std::ptrdiff_t>(last));
    TRY(world.hand_in(*reg, some));
    for (; first < last; ++first) {
      say(fmt::format("{} {}\n", first, to_base64(world.handed()[first].receipt->proof)));
    }
  }
  TRY(reg->flush_tiles());
  return world.cosign(env, *reg);
}

int run(const std::vector<std::string>& arguments) {
  const auto records_each = parse_decimal(arguments.at(1)).value();
  Fuse fuse(parse_decimal(arguments.at(2)).value());
  const auto env = make_killing_env(fuse);
  World world(arguments.at(0));
  const Desks desks(world.circle, static_cast<int>(records_each));
  std::vector<Submission> records = desks.enrolments;
  records.insert(records.end(), desks.records.begin(), desks.records.end());
  const auto lived = live(*env, world, records);
  if (lived.ok()) return 0;
  fmt::print(stderr, "crash_writer: {}\n", lived.error().text());
  return 1;
}

}  // namespace
}  // namespace armistice::testing

int main(int count, char** values) {
  return count == 4 ? armistice::testing::run({values + 1, values + count}) : 2;
}
