// SPDX-License-Identifier: Apache-2.0
// A disk in memory that does to a program what real ones do: it loses or tears what was not synced,
// refuses a write, fills up, dies in the middle. ext4 with its default mount, read pessimistically:
//
// - What was written to a file is durable once sync() of that file returned. Until then a power cut
//   may take it, leave it, or leave any part of it, in sectors of 512 bytes; the size counts apart.
// - A name (made, renamed, removed) is durable once sync_directory() of its directory returned, in
//   any order and combination before that. A rename happens as a whole or not at all.
// - A sync that fails drops what it should have written (Linux since 4.13): the bytes can still be
//   read, no later sync writes them, and a power cut takes them. Writing them again helps.
// - A write that fails may have written its first half.
//
// One mutex guards all of it. Paths are absolute, below `/`, which is there.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/env.h"
#include "support/sim_shared.h"

namespace armistice::testing {

/// What a power cut does to what was not synced.
enum class Unsynced : std::uint8_t { lost, torn, kept };

enum class Fault : std::uint8_t { eio, enospc };

/// What shall go wrong. Operations that change something are counted from 1: write, truncate, sync,
/// and making, renaming, removing and syncing names.
struct Plan {
  std::optional<std::uint64_t>
      stop_at;  // this operation and all after it fail: the process is dead
  std::optional<std::uint64_t> fail_at;  // this operation fails, once
  Fault fault = Fault::eio;
};

class SimDisk {
 public:
  struct Inode;
  /// An open file of one life of the process; in the next life it is dead.
  struct Handle {
    std::shared_ptr<Inode> inode;
    Path path;
    std::uint64_t life = 0;
  };

  SimDisk();
  SimDisk(const SimDisk& other);  // nothing of the copied disk is open, locked or planned
  ~SimDisk();

  // --- faults ---
  void plan(const Plan& plan);  // counting starts again at 0
  std::uint64_t operations() const;
  /// What each operation since plan() was, for the message of a test that failed.
  std::string operation(std::uint64_t number) const;
  /// The process dies: nothing it has open works any more, its locks are free. What it wrote stays.
  void kill();
  /// The power fails, and comes back. REQUIRES of the caller: whoever used the disk is destroyed.
  void power_cut(Unsynced unsynced, std::uint64_t seed);
  bool is_off() const;

  // --- files; each fails with `io` when planned, or when the process is dead ---
  Result<Handle> open(const Path& path, OpenMode mode);
  Handle open_nameless();  // for SQLite's temporary files, which no crash can matter to
  Result<Bytes> read(const Handle& handle, std::uint64_t offset, std::size_t bytes);
  Result<void> write(const Handle& handle, std::uint64_t offset, ByteView bytes);
  Result<void> truncate(const Handle& handle, std::uint64_t bytes);
  Result<std::uint64_t> size(const Handle& handle);
  Result<void> sync(const Handle& handle);

  // --- names ---
  bool exists(const Path& path);
  bool is_directory(const Path& path);
  Result<void> rename(const Path& from, const Path& to);
  Result<void> remove(const Path& path);
  Result<void> make_directory(const Path& path);  // one level
  Result<std::vector<std::string>> list(const Path& directory);
  Result<void> sync_directory(const Path& directory);

  // --- locks ---
  Result<void> lock(const Path& path);  // `busy` if held in this life
  void unlock(const Path& path, std::uint64_t life);
  std::uint64_t life() const;

  // --- for damage tests: the bytes themselves, past every rule above ---
  std::vector<Path> files() const;
  Bytes bytes(const Path& path) const;
  void put_bytes(const Path& path, ByteView bytes);
  void remove_file(const Path& path);

  Fault fault() const;
  /// What the databases on this disk share between their connections.
  SharedTable& shared() { return shared_; }

 private:
  using Names = std::map<std::string, std::shared_ptr<Inode>>;  // a directory's inode is null
  struct NameChange {
    std::string gone;  // a name that goes, if any
    std::string come;  // a name that comes, if any
    std::shared_ptr<Inode> inode;
  };

  Result<void> step(std::string what);
  Result<void> usable(const Handle& handle) const;
  void change_names(NameChange change);
  static void apply(const NameChange& change, Names& names);
  void cut_names(Unsynced unsynced, std::uint64_t& random);
  static void cut_inode(Inode& inode, Unsynced unsynced, std::uint64_t& random);

  mutable std::mutex mutex_;
  Names names_;
  Names durable_names_;
  std::vector<NameChange> unsynced_names_;
  std::set<std::string> locked_;
  std::uint64_t life_ = 1;
  bool off_ = false;
  Plan plan_;
  std::vector<std::string> operations_;
  SharedTable shared_;
};

/// The next number of a sequence that a seed fixes.
std::uint64_t next_random(std::uint64_t& state);

}  // namespace armistice::testing
