// SPDX-License-Identifier: Apache-2.0
#include "register/writer_queue.h"

#include <gtest/gtest.h>

#include "base/limits.h"

namespace armistice {
namespace {

// Something that waits, with a body of so many bytes. The queue asks for sizes alone.
Pending waiting(std::size_t body_bytes = 0) {
  Pending pending{{Error{Errc::malformed, ""}, {}}, {}, {}, {}};
  if (body_bytes > 0) pending.body = Bytes(body_bytes, 'x');
  return pending;
}

TEST(WriterQueue, HandsOutWhatIsThereInOrder) {
  WriterQueue queue;
  for (std::size_t i = 1; i <= 3; ++i) EXPECT_FALSE(queue.push(waiting(i)).has_value());
  const auto batch = queue.take();
  ASSERT_EQ(batch.size(), 3U);
  for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(batch[i].body->size(), i + 1);
}

TEST(WriterQueue, CutsBatchesByCountAndByBytes) {
  WriterQueue queue;
  for (std::size_t i = 0; i < limits::batch_records_max + 10; ++i) queue.push(waiting());
  EXPECT_EQ(queue.take().size(), limits::batch_records_max);
  EXPECT_EQ(queue.take().size(), 10U);
  for (int i = 0; i < 6; ++i) queue.push(waiting(1U << 20));
  EXPECT_EQ(queue.take().size(), 4U) << "4 MiB";
  EXPECT_EQ(queue.take().size(), 2U);
  queue.push(waiting(limits::batch_bytes_max * 2));
  queue.push(waiting(1));
  EXPECT_EQ(queue.take().size(), 1U) << "one that is too large goes by itself";
}

TEST(WriterQueue, GivesBackWhatDoesNotFit) {
  WriterQueue queue;
  for (std::size_t i = 0; i < limits::queue_records_max; ++i) {
    ASSERT_FALSE(queue.push(waiting()).has_value());
  }
  const auto back = queue.push(waiting(7));
  ASSERT_TRUE(back.has_value());
  EXPECT_EQ(back->body->size(), 7U);
  queue.take();
  EXPECT_FALSE(queue.push(waiting()).has_value()) << "there is room again";
}

TEST(WriterQueue, BoundsTheBytesOfBodies) {
  WriterQueue queue;
  std::size_t bytes = 0;
  while (!queue.push(waiting(1U << 20)).has_value()) bytes += 1U << 20;
  EXPECT_EQ(bytes, limits::queue_bytes_max);
  queue.take();
  EXPECT_FALSE(queue.push(waiting(1U << 20)).has_value());
}

TEST(WriterQueue, StopsWhenItIsEmpty) {
  WriterQueue queue;
  queue.push(waiting());
  queue.stop();
  EXPECT_TRUE(queue.push(waiting()).has_value());
  EXPECT_EQ(queue.take().size(), 1U);
  EXPECT_TRUE(queue.take().empty());
}

TEST(WriterQueue, WakesWhoWaits) {
  WriterQueue queue;
  std::size_t taken = 0;
  std::thread taker([&] {
    while (true) {
      const auto batch = queue.take();
      if (batch.empty()) return;
      taken += batch.size();
    }
  });
  for (int i = 0; i < 100; ++i) queue.push(waiting());
  queue.stop();
  taker.join();
  EXPECT_EQ(taken, 100U);
}

}  // namespace
}  // namespace armistice
