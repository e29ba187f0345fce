// SPDX-License-Identifier: Apache-2.0
#include "crash/killing_env.h"

#include <signal.h>
#include <sqlite3.h>
#include <unistd.h>

namespace armistice::testing {

void Fuse::burn() {
  if (++count_ == at_) ::kill(::getpid(), SIGKILL);
}

namespace {

class KillingFile final : public File {
 public:
  KillingFile(std::unique_ptr<File> real, Fuse& fuse) : real_(std::move(real)), fuse_(fuse) {}

  Result<Bytes> read(std::uint64_t offset, std::size_t bytes) override {
    return real_->read(offset, bytes);
  }
  Result<void> write(std::uint64_t offset, ByteView bytes) override {
    // Half of it, so that a kill tears a write as well.
    const std::size_t half = bytes.size() / 2;
    TRY(real_->write(offset, bytes.substr(0, half)));
    fuse_.burn();
    return real_->write(offset + half, bytes.substr(half));
  }
  Result<void> truncate(std::uint64_t bytes) override {
    fuse_.burn();
    return real_->truncate(bytes);
  }
  Result<std::uint64_t> size() override { return real_->size(); }
  Result<void> sync() override {
    fuse_.burn();
    return real_->sync();
  }

 private:
  std::unique_ptr<File> real_;
  Fuse& fuse_;
};

Fuse* sqlite_fuse = nullptr;

// SQLite's own file follows in memory.
struct ShimFile {
  sqlite3_file base;
  sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

sqlite3_file* real(sqlite3_file* file) { return reinterpret_cast<ShimFile*>(file)->real(); }

int write_file(sqlite3_file* file, const void* data, int bytes, sqlite3_int64 offset) {
  const int half = bytes / 2;
  const auto* methods = real(file)->pMethods;
  const int code = methods->xWrite(real(file), data, half, offset);
  if (code != SQLITE_OK) return code;
  sqlite_fuse->burn();
  return methods->xWrite(real(file), static_cast<const char*>(data) + half, bytes - half,
                         offset + half);
}

int truncate_file(sqlite3_file* file, sqlite3_int64 bytes) {
  sqlite_fuse->burn();
  return real(file)->pMethods->xTruncate(real(file), bytes);
}

int sync_file(sqlite3_file* file, int flags) {
  sqlite_fuse->burn();
  return real(file)->pMethods->xSync(real(file), flags);
}

// The rest is handed through.
template <auto Method, typename... Args>
int pass(sqlite3_file* file, Args... args) {
  return (real(file)->pMethods->*Method)(real(file), args...);
}

void fence(sqlite3_file* file) { real(file)->pMethods->xShmBarrier(real(file)); }

sqlite3_io_methods shim_methods() {
  using M = sqlite3_io_methods;
  M m{};
  m.iVersion = 2;
  m.xClose = pass<&M::xClose>;
  m.xRead = pass<&M::xRead, void*, int, sqlite3_int64>;
  m.xWrite = write_file;
  m.xTruncate = truncate_file;
  m.xSync = sync_file;
  m.xFileSize = pass<&M::xFileSize, sqlite3_int64*>;
  m.xLock = pass<&M::xLock, int>;
  m.xUnlock = pass<&M::xUnlock, int>;
  m.xCheckReservedLock = pass<&M::xCheckReservedLock, int*>;
  m.xFileControl = pass<&M::xFileControl, int, void*>;
  m.xSectorSize = pass<&M::xSectorSize>;
  m.xDeviceCharacteristics = pass<&M::xDeviceCharacteristics>;
  m.xShmMap = pass<&M::xShmMap, int, int, int, void volatile**>;
  m.xShmLock = pass<&M::xShmLock, int, int, int>;
  m.xShmBarrier = fence;
  m.xShmUnmap = pass<&M::xShmUnmap, int>;
  return m;
}

const sqlite3_io_methods methods = shim_methods();

sqlite3_vfs* real(sqlite3_vfs* vfs) { return static_cast<sqlite3_vfs*>(vfs->pAppData); }

int open_file(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* flags_out) {
  file->pMethods = nullptr;
  const int code = real(vfs)->xOpen(real(vfs), name, real(file), flags, flags_out);
  if (real(file)->pMethods != nullptr) file->pMethods = &methods;
  return code;
}

int delete_file(sqlite3_vfs* vfs, const char* name, int sync_directory) {
  sqlite_fuse->burn();
  return real(vfs)->xDelete(real(vfs), name, sync_directory);
}

const char* register_vfs(Fuse& fuse) {
  static sqlite3_vfs shim;
  sqlite_fuse = &fuse;
  sqlite3_vfs* system = sqlite3_vfs_find(nullptr);
  shim = *system;
  shim.iVersion = 1;
  shim.pNext = nullptr;
  shim.szOsFile = static_cast<int>(sizeof(ShimFile)) + system->szOsFile;
  shim.zName = "killing";
  shim.pAppData = system;
  shim.xOpen = open_file;
  shim.xDelete = delete_file;
  sqlite3_vfs_register(&shim, 0);
  return shim.zName;
}

class KillingEnv final : public Env {
 public:
  explicit KillingEnv(Fuse& fuse) : fuse_(fuse), vfs_(register_vfs(fuse)) {}

  Result<std::unique_ptr<File>> open(const Path& path, OpenMode mode) override {
    auto file = TRY(real_.open(path, mode));
    return std::unique_ptr<File>(std::make_unique<KillingFile>(std::move(file), fuse_));
  }
  bool exists(const Path& path) override { return real_.exists(path); }
  bool is_directory(const Path& path) override { return real_.is_directory(path); }
  Result<void> rename(const Path& from, const Path& to) override {
    fuse_.burn();
    return real_.rename(from, to);
  }
  Result<void> remove(const Path& path) override {
    fuse_.burn();
    return real_.remove(path);
  }
  Result<void> make_directory(const Path& path) override {
    fuse_.burn();
    return real_.make_directory(path);
  }
  Result<std::vector<std::string>> list(const Path& path) override { return real_.list(path); }
  Result<void> sync_directory(const Path& path) override {
    fuse_.burn();
    return real_.sync_directory(path);
  }
  Result<std::unique_ptr<FileLock>> lock(const Path& path) override { return real_.lock(path); }
  Result<void> make_private(const Path& path) override { return real_.make_private(path); }
  UtcSeconds now() override { return real_.now(); }
  std::int64_t monotonic_us() override { return real_.monotonic_us(); }
  void fill_random(std::span<std::uint8_t> bytes) override { real_.fill_random(bytes); }
  std::string sqlite_vfs() const override { return vfs_; }

 private:
  Env& real_ = real_env();
  Fuse& fuse_;
  std::string vfs_;
};

}  // namespace

std::unique_ptr<Env> make_killing_env(Fuse& fuse) { return std::make_unique<KillingEnv>(fuse); }

}  // namespace armistice::testing
