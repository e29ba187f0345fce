// SPDX-License-Identifier: Apache-2.0
// The names of a simulated disk: directories, renames, locks, and what a power cut does to them.
#include "support/sim_disk.h"

namespace armistice::testing {
namespace {

std::string name_of(const Path& path) { return path.lexically_normal().string(); }

std::string directory_of(const std::string& name) { return Path(name).parent_path().string(); }

}  // namespace

bool SimDisk::exists(const Path& path) {
  const std::lock_guard lock(mutex_);
  return !off_ && names_.contains(name_of(path));
}

bool SimDisk::is_directory(const Path& path) {
  const std::lock_guard lock(mutex_);
  const auto found = names_.find(name_of(path));
  return !off_ && found != names_.end() && found->second == nullptr;
}

void SimDisk::apply(const NameChange& change, Names& names) {
  if (!change.gone.empty() && !change.come.empty()) {  // what lies in a directory goes with it
    const std::string below = change.gone + "/";
    for (auto it = names.lower_bound(below); it != names.end() && it->first.starts_with(below);) {
      names[change.come + it->first.substr(change.gone.size())] = it->second;
      it = names.erase(it);
    }
  }
  if (!change.gone.empty()) names.erase(change.gone);
  if (!change.come.empty()) names[change.come] = change.inode;
}

void SimDisk::change_names(NameChange change) {
  apply(change, names_);
  unsynced_names_.push_back(std::move(change));
}

Result<void> SimDisk::rename(const Path& from, const Path& to) {
  const std::lock_guard lock(mutex_);
  const auto found = names_.find(name_of(from));
  if (off_) return Error{Errc::io, "the machine is off"};
  if (found == names_.end() || !names_.contains(directory_of(name_of(to)))) {
    return Error{Errc::not_found, "rename: " + name_of(from) + " is not there"};
  }
  TRY(step("rename " + name_of(from) + " " + name_of(to)));
  change_names({name_of(from), name_of(to), found->second});
  return {};
}

Result<void> SimDisk::remove(const Path& path) {
  const std::lock_guard lock(mutex_);
  if (off_) return Error{Errc::io, "the machine is off"};
  if (!names_.contains(name_of(path))) return Error{Errc::not_found, name_of(path) + ": not there"};
  TRY(step("remove " + name_of(path)));
  change_names({name_of(path), "", nullptr});
  return {};
}

Result<void> SimDisk::make_directory(const Path& path) {
  const std::lock_guard lock(mutex_);
  if (off_) return Error{Errc::io, "the machine is off"};
  const std::string name = name_of(path);
  if (names_.contains(name)) return {};
  TRY(step("make directory " + name));
  change_names({"", name, nullptr});
  return {};
}

Result<std::vector<std::string>> SimDisk::list(const Path& directory) {
  const std::lock_guard lock(mutex_);
  if (off_) return Error{Errc::io, "the machine is off"};
  if (!names_.contains(name_of(directory))) {
    return Error{Errc::not_found, name_of(directory) + " is not there"};
  }
  std::vector<std::string> names;
  for (const auto& [name, inode] : names_) {
    if (name != "/" && directory_of(name) == name_of(directory)) {
      names.push_back(Path(name).filename().string());
    }
  }
  return names;
}

Result<void> SimDisk::sync_directory(const Path& directory) {
  const std::lock_guard lock(mutex_);
  if (off_) return Error{Errc::io, "the machine is off"};
  if (!names_.contains(name_of(directory))) {
    return Error{Errc::not_found, name_of(directory) + " is not there"};
  }
  TRY(step("sync directory " + name_of(directory)));
  std::erase_if(unsynced_names_, [&](const NameChange& change) {
    const bool here = (!change.gone.empty() && directory_of(change.gone) == name_of(directory)) ||
                      (!change.come.empty() && directory_of(change.come) == name_of(directory));
    if (here) apply(change, durable_names_);
    return here;
  });
  return {};
}

void SimDisk::cut_names(Unsynced unsynced, std::uint64_t& random) {
  for (const NameChange& change : unsynced_names_) {
    const bool survives = unsynced == Unsynced::kept ||
                          (unsynced == Unsynced::torn && (next_random(random) >> 40 & 1) != 0);
    if (survives) apply(change, durable_names_);
  }
  unsynced_names_.clear();
  // What lies in a directory that is lost is lost with it. Names are sorted: parents come first.
  for (auto it = durable_names_.begin(); it != durable_names_.end();) {
    const bool reachable = it->first == "/" || durable_names_.contains(directory_of(it->first));
    it = reachable ? std::next(it) : durable_names_.erase(it);
  }
  names_ = durable_names_;
}

void SimDisk::power_cut(Unsynced unsynced, std::uint64_t seed) {
  const std::lock_guard lock(mutex_);
  std::uint64_t random = seed;
  cut_names(unsynced, random);
  std::set<Inode*> cut;
  for (const auto& [name, inode] : names_) {
    if (inode != nullptr && cut.insert(inode.get()).second) cut_inode(*inode, unsynced, random);
  }
  ++life_;
  off_ = false;
  plan_ = {};
  locked_.clear();
}

Result<void> SimDisk::lock(const Path& path) {
  const std::lock_guard lock(mutex_);
  if (off_) return Error{Errc::io, "the machine is off"};
  if (!locked_.insert(name_of(path)).second) {
    return Error{Errc::busy, name_of(path) + " is held by another process"};
  }
  return {};
}

void SimDisk::unlock(const Path& path, std::uint64_t life) {
  const std::lock_guard lock(mutex_);
  if (life == life_) locked_.erase(name_of(path));
}

std::vector<Path> SimDisk::files() const {
  const std::lock_guard lock(mutex_);
  std::vector<Path> files;
  for (const auto& [name, inode] : names_) {
    if (inode != nullptr) files.emplace_back(name);
  }
  return files;
}

}  // namespace armistice::testing
