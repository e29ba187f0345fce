// SPDX-License-Identifier: Apache-2.0
// How much the server takes on at once, so that whoever connects or sends without end takes neither
// memory nor file handles from the register.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

namespace armistice {

/// Something of which there is so much and no more. Any thread may take; it outlives its shares.
class Room {
 public:
  explicit Room(std::uint64_t all) : left_(all) {}
  Room(const Room&) = delete;
  Room& operator=(const Room&) = delete;

  /// A part that is taken, given back when this goes away.
  class Share {
   public:
    Share(Share&& other) noexcept : room_(std::exchange(other.room_, nullptr)), of_(other.of_) {}
    Share& operator=(Share&&) = delete;
    ~Share() {
      if (room_ != nullptr) room_->left_ += of_;
    }

   private:
    friend class Room;
    Share(Room* room, std::uint64_t of) : room_(room), of_(of) {}
    Room* room_;
    std::uint64_t of_;
  };

  /// Nothing if there is not so much left.
  std::optional<Share> take(std::uint64_t wanted);

 private:
  std::atomic<std::uint64_t> left_;
};

/// Bodies of requests that are being read or answered, together: four of the largest that a record
/// may have.
inline constexpr std::uint64_t bodies_bytes_max = 256ULL << 20;

/// Lets this process open as many files as the system grants it; how many that is.
std::uint64_t raise_files_max();

/// How many connections leave the register the file handles that it needs for its databases, tiles
/// and bodies: it closes for good when it cannot write one.
std::uint64_t connections_max(std::uint64_t files_max);

}  // namespace armistice
