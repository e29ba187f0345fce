// SPDX-License-Identifier: Apache-2.0
#include "support/sim_disk.h"

#include <fmt/format.h>

namespace armistice::testing {
namespace {

constexpr std::uint64_t sector_bytes = 512;

std::string name_of(const Path& path) { return path.lexically_normal().string(); }

std::string directory_of(const std::string& name) { return Path(name).parent_path().string(); }

bool coin(std::uint64_t& random) { return (next_random(random) >> 40 & 1) != 0; }

}  // namespace

std::uint64_t next_random(std::uint64_t& state) {
  // splitmix64 (Steele, Lea, Flood 2014).
  std::uint64_t z = state += 0x9e3779b97f4a7c15;
  z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
  z = (z ^ z >> 27) * 0x94d049bb133111eb;
  return z ^ z >> 31;
}

struct SimDisk::Inode {
  // Whole sectors as they were after a write, so that a sector on the disk is always one that was
  // in memory at some moment.
  struct Change {
    std::uint64_t offset = 0;  // of a sector
    Bytes sectors;
    std::uint64_t size = 0;  // of the file, after it
  };

  Bytes content;  // what processes see
  Bytes durable;  // what a power cut leaves
  std::vector<Change> unsynced;

  void changed(std::uint64_t first, std::uint64_t last) {
    const std::uint64_t start =
        std::min<std::uint64_t>(first / sector_bytes * sector_bytes, content.size());
    const std::uint64_t end = (last + sector_bytes - 1) / sector_bytes * sector_bytes;
    unsynced.push_back({start, content.substr(start, end - start), content.size()});
  }

  void sync() {
    for (const Change& change : unsynced) {
      durable.resize(std::max(change.size, change.offset + change.sectors.size()));
      durable.replace(change.offset, change.sectors.size(), change.sectors);
      durable.resize(change.size);
    }
    unsynced.clear();
  }
};

namespace {

// Each sector is as it was after one of the changes, or before them all; so is the size.
Bytes torn(const SimDisk::Inode& inode, std::uint64_t& random) {
  Bytes left = inode.durable;
  std::uint64_t size = left.size();
  for (const auto& change : inode.unsynced) {
    if (coin(random)) size = change.size;
    for (std::uint64_t at = 0; at < change.sectors.size(); at += sector_bytes) {
      if (!coin(random)) continue;
      const ByteView sector = ByteView(change.sectors).substr(at, sector_bytes);
      left.resize(std::max(left.size(), change.offset + at + sector.size()));
      left.replace(change.offset + at, sector.size(), sector);
    }
  }
  left.resize(size);
  return left;
}

}  // namespace

void SimDisk::cut_inode(Inode& inode, Unsynced unsynced, std::uint64_t& random) {
  if (unsynced == Unsynced::kept) inode.sync();
  if (unsynced == Unsynced::torn) inode.durable = torn(inode, random);
  inode.unsynced.clear();
  inode.content = inode.durable;
}

SimDisk::SimDisk() {
  names_.emplace("/", nullptr);
  durable_names_ = names_;
}

SimDisk::SimDisk(const SimDisk& other) {
  const std::lock_guard lock(other.mutex_);
  std::map<std::shared_ptr<Inode>, std::shared_ptr<Inode>> copies{{nullptr, nullptr}};
  const auto copy = [&](const std::shared_ptr<Inode>& inode) {
    auto& made = copies[inode];
    if (inode != nullptr && made == nullptr) made = std::make_shared<Inode>(*inode);
    return made;
  };
  for (const auto& [name, inode] : other.names_) names_.emplace(name, copy(inode));
  for (const auto& [name, inode] : other.durable_names_) durable_names_.emplace(name, copy(inode));
  for (const NameChange& change : other.unsynced_names_) {
    unsynced_names_.push_back({change.gone, change.come, copy(change.inode)});
  }
}

SimDisk::~SimDisk() = default;

void SimDisk::plan(const Plan& plan) {
  const std::lock_guard lock(mutex_);
  plan_ = plan;
  operations_.clear();
}

std::uint64_t SimDisk::operations() const {
  const std::lock_guard lock(mutex_);
  return operations_.size();
}

std::string SimDisk::operation(std::uint64_t number) const {
  const std::lock_guard lock(mutex_);
  return number >= 1 && number <= operations_.size() ? operations_[number - 1] : "none";
}

void SimDisk::kill() {
  const std::lock_guard lock(mutex_);
  ++life_;
  off_ = false;
  plan_ = {};
  locked_.clear();
}

bool SimDisk::is_off() const {
  const std::lock_guard lock(mutex_);
  return off_;
}

Fault SimDisk::fault() const {
  const std::lock_guard lock(mutex_);
  return plan_.fault;
}

std::uint64_t SimDisk::life() const {
  const std::lock_guard lock(mutex_);
  return life_;
}

// Every operation that changes something passes here first.
Result<void> SimDisk::step(std::string what) {
  if (off_) return Error{Errc::io, "the machine is off"};
  operations_.push_back(std::move(what));
  const std::uint64_t number = operations_.size();
  if (plan_.stop_at && number >= *plan_.stop_at) {
    off_ = true;
    return Error{Errc::io, "the machine is off"};
  }
  if (plan_.fail_at && number == *plan_.fail_at) {
    return Error{Errc::io, plan_.fault == Fault::eio ? "input/output error" : "no space left"};
  }
  return {};
}

Result<void> SimDisk::usable(const Handle& handle) const {
  if (off_ || handle.life != life_) return Error{Errc::io, "the machine is off"};
  return {};
}

Result<SimDisk::Handle> SimDisk::open(const Path& path, OpenMode mode) {
  const std::lock_guard lock(mutex_);
  if (off_) return Error{Errc::io, "the machine is off"};
  const std::string name = name_of(path);
  auto found = names_.find(name);
  if (found != names_.end()) {
    if (found->second == nullptr) return Error{Errc::io, name + " is a directory"};
    return Handle{found->second, path, life_};
  }
  if (mode == OpenMode::read) return Error{Errc::not_found, name + " is not there"};
  if (!names_.contains(directory_of(name))) {
    return Error{Errc::not_found, directory_of(name) + " is not there"};
  }
  TRY(step("make " + name));
  auto inode = std::make_shared<Inode>();
  change_names({"", name, inode});
  return Handle{std::move(inode), path, life_};
}

SimDisk::Handle SimDisk::open_nameless() {
  const std::lock_guard lock(mutex_);
  return {std::make_shared<Inode>(), "", life_};
}

Result<Bytes> SimDisk::read(const Handle& handle, std::uint64_t offset, std::size_t bytes) {
  const std::lock_guard lock(mutex_);
  TRY(usable(handle));
  const Bytes& content = handle.inode->content;
  return offset >= content.size() ? Bytes() : content.substr(offset, bytes);
}

Result<void> SimDisk::write(const Handle& handle, std::uint64_t offset, ByteView bytes) {
  const std::lock_guard lock(mutex_);
  TRY(usable(handle));
  const auto put = [&](ByteView part) {
    Bytes& content = handle.inode->content;
    const std::uint64_t before = content.size();
    if (content.size() < offset + part.size()) content.resize(offset + part.size());
    content.replace(offset, part.size(), part);
    handle.inode->changed(std::min(offset, before), offset + part.size());
  };
  if (handle.path.empty()) {
    put(bytes);
    return {};
  }
  const auto stepped =
      step(fmt::format("write {} [{}, +{})", handle.path.string(), offset, bytes.size()));
  if (!stepped.ok()) {
    if (!off_) put(bytes.substr(0, bytes.size() / 2));
    return stepped;
  }
  put(bytes);
  return {};
}

Result<void> SimDisk::truncate(const Handle& handle, std::uint64_t bytes) {
  const std::lock_guard lock(mutex_);
  TRY(usable(handle));
  if (!handle.path.empty()) TRY(step(fmt::format("truncate {} {}", handle.path.string(), bytes)));
  Inode& inode = *handle.inode;
  const std::uint64_t before = inode.content.size();
  inode.content.resize(bytes);
  if (before != bytes) inode.changed(std::min(before, bytes), std::max(before, bytes));
  return {};
}

Result<std::uint64_t> SimDisk::size(const Handle& handle) {
  const std::lock_guard lock(mutex_);
  TRY(usable(handle));
  return handle.inode->content.size();
}

Result<void> SimDisk::sync(const Handle& handle) {
  const std::lock_guard lock(mutex_);
  TRY(usable(handle));
  if (handle.path.empty()) return {};
  const auto stepped = step("sync " + handle.path.string());
  if (!stepped.ok()) {
    if (!off_) handle.inode->unsynced.clear();  // seen by readers, on no disk
    return stepped;
  }
  handle.inode->sync();
  return {};
}

Bytes SimDisk::bytes(const Path& path) const {
  const std::lock_guard lock(mutex_);
  const auto found = names_.find(name_of(path));
  return found == names_.end() || found->second == nullptr ? Bytes() : found->second->content;
}

void SimDisk::put_bytes(const Path& path, ByteView bytes) {
  const std::lock_guard lock(mutex_);
  auto inode = std::make_shared<Inode>();
  inode->content = inode->durable = Bytes(bytes);
  names_[name_of(path)] = durable_names_[name_of(path)] = std::move(inode);
}

void SimDisk::remove_file(const Path& path) {
  const std::lock_guard lock(mutex_);
  names_.erase(name_of(path));
  durable_names_.erase(name_of(path));
}

}  // namespace armistice::testing
