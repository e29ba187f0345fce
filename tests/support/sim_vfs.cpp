// SPDX-License-Identifier: Apache-2.0
#include "support/sim_vfs.h"

#include <fmt/format.h>
#include <sqlite3.h>

namespace armistice::testing {

struct SimVfs::Raw {
  explicit Raw(SimDisk& d) : disk(d) {}
  SimDisk& disk;
  std::string name;
  sqlite3_vfs vfs{};
  std::uint64_t random = 1;
};

namespace {

// What SQLite holds for an open file. `base` comes first: SQLite knows no more of it.
struct OpenFile {
  sqlite3_file base;
  SimDisk* disk;
  SimDisk::Handle handle;
  std::shared_ptr<SharedFile> shared;  // databases alone
  FileLocks locks;                     // this connection's
  bool sync_directory = false;         // with the next sync
};

OpenFile& of(sqlite3_file* file) { return *reinterpret_cast<OpenFile*>(file); }
SimVfs::Raw& of(sqlite3_vfs* vfs) { return *static_cast<SimVfs::Raw*>(vfs->pAppData); }

int code_of(const OpenFile& file, int code) {
  return file.disk->fault() == Fault::enospc && !file.disk->is_off() ? SQLITE_FULL : code;
}

int close_file(sqlite3_file* raw) {
  OpenFile& file = of(raw);
  if (file.shared) file.shared->forget(file.locks);
  file.~OpenFile();
  return SQLITE_OK;
}

int read_file(sqlite3_file* raw, void* out, int bytes, sqlite3_int64 offset) {
  const auto got = of(raw).disk->read(of(raw).handle, static_cast<std::uint64_t>(offset),
                                      static_cast<std::size_t>(bytes));
  if (!got.ok()) return SQLITE_IOERR_READ;
  std::memset(out, 0, static_cast<std::size_t>(bytes));
  std::memcpy(out, got->data(), got->size());
  return got->size() < static_cast<std::size_t>(bytes) ? SQLITE_IOERR_SHORT_READ : SQLITE_OK;
}

int write_file(sqlite3_file* raw, const void* data, int bytes, sqlite3_int64 offset) {
  const ByteView view(static_cast<const char*>(data), static_cast<std::size_t>(bytes));
  const auto put = of(raw).disk->write(of(raw).handle, static_cast<std::uint64_t>(offset), view);
  return put.ok() ? SQLITE_OK : code_of(of(raw), SQLITE_IOERR_WRITE);
}

int truncate_file(sqlite3_file* raw, sqlite3_int64 bytes) {
  const auto cut = of(raw).disk->truncate(of(raw).handle, static_cast<std::uint64_t>(bytes));
  return cut.ok() ? SQLITE_OK : SQLITE_IOERR_TRUNCATE;
}

int sync_file(sqlite3_file* raw, int) {
  OpenFile& file = of(raw);
  if (!file.disk->sync(file.handle).ok()) return code_of(file, SQLITE_IOERR_FSYNC);
  if (!file.sync_directory) return SQLITE_OK;
  if (!file.disk->sync_directory(file.handle.path.parent_path()).ok())
    return SQLITE_IOERR_DIR_FSYNC;
  file.sync_directory = false;
  return SQLITE_OK;
}

int size_of_file(sqlite3_file* raw, sqlite3_int64* out) {
  const auto size = of(raw).disk->size(of(raw).handle);
  if (!size.ok()) return SQLITE_IOERR_FSTAT;
  *out = static_cast<sqlite3_int64>(*size);
  return SQLITE_OK;
}

int lock_file(sqlite3_file* raw, int level) {
  const auto& shared = of(raw).shared;
  return shared == nullptr || shared->lock(of(raw).locks, level) ? SQLITE_OK : SQLITE_BUSY;
}

int unlock_file(sqlite3_file* raw, int level) {
  if (of(raw).shared != nullptr) of(raw).shared->unlock(of(raw).locks, level);
  return SQLITE_OK;
}

int is_reserved(sqlite3_file* raw, int* out) {
  *out = of(raw).shared->is_reserved() ? 1 : 0;
  return SQLITE_OK;
}

int control_file(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
int sector_size(sqlite3_file*) { return 4'096; }
int characteristics(sqlite3_file*) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; }

int map_shared(sqlite3_file* raw, int region, int bytes, int extend, void volatile** out) {
  *out = of(raw).shared->region(static_cast<std::size_t>(region), static_cast<std::size_t>(bytes),
                                extend != 0);
  return SQLITE_OK;
}

int lock_shared(sqlite3_file* raw, int offset, int count, int flags) {
  const bool exclusive = (flags & SQLITE_SHM_EXCLUSIVE) != 0;
  if ((flags & SQLITE_SHM_UNLOCK) != 0) {
    of(raw).shared->unlock_index(of(raw).locks, offset, count, exclusive);
    return SQLITE_OK;
  }
  return of(raw).shared->lock_index(of(raw).locks, offset, count, exclusive) ? SQLITE_OK
                                                                             : SQLITE_BUSY;
}

void fence(sqlite3_file* raw) { of(raw).shared->fence(); }

int unmap_shared(sqlite3_file* raw, int) {
  of(raw).shared->unmap(of(raw).locks);
  return SQLITE_OK;
}

const sqlite3_io_methods methods = {2,
                                    close_file,
                                    read_file,
                                    write_file,
                                    truncate_file,
                                    sync_file,
                                    size_of_file,
                                    lock_file,
                                    unlock_file,
                                    is_reserved,
                                    control_file,
                                    sector_size,
                                    characteristics,
                                    map_shared,
                                    lock_shared,
                                    fence,
                                    unmap_shared,
                                    nullptr,
                                    nullptr};

int open_file(sqlite3_vfs* vfs, const char* name, sqlite3_file* raw, int flags, int* flags_out) {
  raw->pMethods = nullptr;  // SQLite closes no file that was not opened
  SimDisk& disk = of(vfs).disk;
  const bool makes = (flags & SQLITE_OPEN_CREATE) != 0;
  SimDisk::Handle handle;
  if (name == nullptr) {
    handle = disk.open_nameless();
  } else {
    auto opened = disk.open(name, makes ? OpenMode::read_write : OpenMode::read);
    if (!opened.ok()) return SQLITE_CANTOPEN;
    handle = *std::move(opened);
  }
  auto* file = new (raw) OpenFile{{&methods}, &disk, std::move(handle), nullptr, {}, false};
  const int journals = SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL;
  file->sync_directory = makes && name != nullptr && (flags & journals) != 0;
  if (name != nullptr && (flags & SQLITE_OPEN_MAIN_DB) != 0) {
    file->shared = disk.shared().file(name, disk.life());
  }
  if (flags_out != nullptr) *flags_out = flags;
  return SQLITE_OK;
}

int delete_file(sqlite3_vfs* vfs, const char* name, int sync_directory) {
  SimDisk& disk = of(vfs).disk;
  const auto removed = disk.remove(name);
  if (!removed.ok() && removed.error().code == Errc::not_found) return SQLITE_IOERR_DELETE_NOENT;
  if (!removed.ok()) return SQLITE_IOERR_DELETE;
  if (sync_directory == 0 || disk.sync_directory(Path(name).parent_path()).ok()) return SQLITE_OK;
  return SQLITE_IOERR_DIR_FSYNC;
}

int access_file(sqlite3_vfs* vfs, const char* name, int, int* out) {
  *out = of(vfs).disk.exists(name) ? 1 : 0;
  return SQLITE_OK;
}

int full_path(sqlite3_vfs*, const char* name, int bytes, char* out) {
  sqlite3_snprintf(bytes, out, "%s", name);
  return SQLITE_OK;
}

int randomness(sqlite3_vfs* vfs, int bytes, char* out) {
  for (int i = 0; i < bytes; ++i) out[i] = static_cast<char>(next_random(of(vfs).random));
  return bytes;
}

int sleep_for(sqlite3_vfs*, int microseconds) {
  std::this_thread::sleep_for(std::chrono::microseconds(microseconds));
  return microseconds;
}

int current_time(sqlite3_vfs*, double* out) {
  *out = 2'460'000.5;  // nothing of ours asks SQLite for the time
  return SQLITE_OK;
}

int last_error(sqlite3_vfs*, int, char*) { return SQLITE_OK; }

}  // namespace

SimVfs::SimVfs(SimDisk& disk) : raw_(std::make_unique<Raw>(disk)) {
  static std::atomic<int> count = 0;
  raw_->name = fmt::format("sim-{}", ++count);
  sqlite3_vfs& vfs = raw_->vfs;
  vfs.iVersion = 1;
  vfs.szOsFile = sizeof(OpenFile);
  vfs.mxPathname = 512;
  vfs.zName = raw_->name.c_str();
  vfs.pAppData = raw_.get();
  vfs.xOpen = open_file;
  vfs.xDelete = delete_file;
  vfs.xAccess = access_file;
  vfs.xFullPathname = full_path;
  vfs.xRandomness = randomness;
  vfs.xSleep = sleep_for;
  vfs.xCurrentTime = current_time;
  vfs.xGetLastError = last_error;
  sqlite3_vfs_register(&vfs, 0);
}

SimVfs::~SimVfs() { sqlite3_vfs_unregister(&raw_->vfs); }

const std::string& SimVfs::name() const { return raw_->name; }

}  // namespace armistice::testing
