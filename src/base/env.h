// SPDX-License-Identifier: Apache-2.0
// The world outside: files, locks, clocks and chance. Nothing else in the program asks the system
// for any of them, so that a test can lose unsynced writes, tear them, stop the clock or kill the
// process at any step (tests/crash/). One Env may be used by many threads.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"
#include "base/time.h"

namespace armistice {

using Path = std::filesystem::path;

/// An open file, read and written at offsets. Not for two threads at once.
class File {
 public:
  virtual ~File() = default;

  /// The bytes at `offset`, fewer than `bytes` only at the end of the file. Errors: `io`.
  virtual Result<Bytes> read(std::uint64_t offset, std::size_t bytes) = 0;

  /// Writes all of `bytes` at `offset`; durable only after sync(). Errors: `io`.
  virtual Result<void> write(std::uint64_t offset, ByteView bytes) = 0;

  virtual Result<void> truncate(std::uint64_t bytes) = 0;
  virtual Result<std::uint64_t> size() = 0;

  /// Returns once everything written so far survives a power cut. Errors: `io`; after one, what is
  /// on disk is unknown, and the caller must stop writing (never retry: the kernel drops the
  /// failed pages and the next sync would lie).
  virtual Result<void> sync() = 0;
};

/// Held until destroyed; the system releases it when the process dies.
class FileLock {
 public:
  virtual ~FileLock() = default;
};

enum class OpenMode : std::uint8_t {
  read,        // must exist
  read_write,  // made if it is not there
};

class Env {
 public:
  virtual ~Env() = default;

  /// Errors: `not_found`, `io`.
  virtual Result<std::unique_ptr<File>> open(const Path& path, OpenMode mode) = 0;
  virtual bool exists(const Path& path) = 0;
  virtual bool is_directory(const Path& path) = 0;
  /// Replaces `to` in one step; durable after sync_directory. Errors: `io`.
  virtual Result<void> rename(const Path& from, const Path& to) = 0;
  virtual Result<void> remove(const Path& path) = 0;
  /// Makes one directory, if it is not there; durable after sync_directory of its parent. Errors:
  /// `io`.
  virtual Result<void> make_directory(const Path& path) = 0;
  /// The names in a directory, in byte order. Errors: `not_found`, `io`.
  virtual Result<std::vector<std::string>> list(const Path& directory) = 0;
  virtual Result<void> sync_directory(const Path& directory) = 0;
  /// Takes the lock or fails at once. Errors: `busy`, `io`.
  virtual Result<std::unique_ptr<FileLock>> lock(const Path& path) = 0;
  /// Lets only the owner read the file. Errors: `io`.
  virtual Result<void> make_private(const Path& path) = 0;

  virtual UtcSeconds now() = 0;
  /// Never goes back; its zero means nothing.
  virtual std::int64_t monotonic_us() = 0;
  /// Fills `bytes` from the system's cryptographic generator.
  virtual void fill_random(std::span<std::uint8_t> bytes) = 0;

  /// The SQLite VFS through which databases are opened; empty for SQLite's own.
  virtual std::string sqlite_vfs() const { return ""; }

  /// Makes a directory and those above it that are not there, durably. Errors: `io`.
  Result<void> make_directories(const Path& path);

  /// The whole file. Errors: `not_found`, `too_large` (over `bytes_max`), `io`.
  Result<Bytes> read_file(const Path& path, std::uint64_t bytes_max);

  /// Writes a file so that after a crash either the old or the new one is there, whole and durable.
  /// Errors: `io`.
  Result<void> write_file(const Path& path, ByteView bytes);
};

/// The machine itself.
Env& real_env();

}  // namespace armistice
