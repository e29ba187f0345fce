// SPDX-License-Identifier: Apache-2.0
#include "crash/whole_node.h"

#include <gtest/gtest.h>

#include "views/engine.h"

namespace armistice::testing {

WholeNode::WholeNode(int records_each) {
  const Desks desks(world.circle, records_each);
  large = Author("unc/root", world.circle)
              .write_as(2, id_of(desks.enrolments[0]), note(std::string(70'000, 'x')));
  SimEnv env(disk);
  const auto reg = world.start(env).value();
  EXPECT_TRUE(world.hand_in(*reg, desks.enrolments).ok());
  EXPECT_TRUE(world.hand_in(*reg, large).ok());
  for (std::size_t i = 0; i < 30; i += 10) {
    EXPECT_TRUE(world.hand_in(*reg, desks.some(i, i + 10)).ok());
  }
  EXPECT_TRUE(world.cosign(env, *reg).ok());
  EXPECT_TRUE(world.put_clock(*reg, "first").ok());
  joint = write_joint("joint/mac", {"unc/delegation", "kpa-cpv/delegation"},
                      parse_civil_time("2100-01-01T00:00:00+00:00").value(), world.circle,
                      note("agreed"));
  EXPECT_TRUE(world.hand_in(*reg, joint).ok());
  EXPECT_TRUE(world.hand_in(*reg, desks.some(30, desks.records.size())).ok());
  EXPECT_TRUE(world.cosign(env, *reg).ok());
  EXPECT_TRUE(reg->flush_tiles().ok());
  const auto engine = Engine::open(env, world.layout, views_path).value();
  EXPECT_TRUE(engine->catch_up(reg->state().size).ok());
}

}  // namespace armistice::testing
