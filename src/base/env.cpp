// SPDX-License-Identifier: Apache-2.0
#include "base/env.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>

namespace armistice {

namespace {

Path directory_of(const Path& path) {
  return path.has_parent_path() ? path.parent_path() : Path(".");
}

}  // namespace

Result<void> Env::make_directories(const Path& path) {
  const bool is_root = path == path.parent_path();
  if (path.empty() || is_root || is_directory(path)) return {};
  const Path above = directory_of(path);
  if (is_directory(above)) {
    // A process that was killed may have made it and not lived to sync its name. If that directory
    // may not be read, it was not one of ours.
    static_cast<void>(sync_directory(directory_of(above)));
  } else {
    TRY(make_directories(above));
  }
  TRY(make_directory(path));
  // What a crash leaves of a new directory is what stands in the one above it.
  return sync_directory(above);
}

Result<Bytes> Env::read_file(const Path& path, std::uint64_t bytes_max) {
  const auto file = TRY(open(path, OpenMode::read));
  const std::uint64_t bytes = TRY(file->size());
  if (bytes > bytes_max) {
    return Error{Errc::too_large,
                 fmt::format("{} has {} bytes, at most {}", path.string(), bytes, bytes_max)};
  }
  return file->read(0, bytes);
}

Result<void> Env::write_file(const Path& path, ByteView bytes) {
  Path draft = path;
  draft += ".new";
  {
    const auto file = TRY(open(draft, OpenMode::read_write));
    TRY(file->truncate(0));
    TRY(file->write(0, bytes));
    TRY(file->sync());
  }
  TRY(rename(draft, path));
  return sync_directory(directory_of(path));
}

namespace {

namespace fs = std::filesystem;

Error system_error(std::string_view what, const Path& path) {
  const int number = errno;
  return Error{number == ENOENT ? Errc::not_found : Errc::io,
               fmt::format("{} {}: {}", what, path.string(), std::strerror(number))};
}

Error system_error(std::string_view what, const Path& path, const std::error_code& code) {
  return Error{code == std::errc::no_such_file_or_directory ? Errc::not_found : Errc::io,
               fmt::format("{} {}: {}", what, path.string(), code.message())};
}

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  int number() const { return number_; }

 private:
  int number_;
};

class RealFile final : public File {
 public:
  RealFile(int number, Path path) : descriptor_(number), path_(std::move(path)) {}

  Result<Bytes> read(std::uint64_t offset, std::size_t bytes) override {
    Bytes out(bytes, '\0');
    std::size_t done = 0;
    while (done < bytes) {
      const auto got = ::pread(descriptor_.number(), out.data() + done, bytes - done,
                               static_cast<off_t>(offset + done));
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) return system_error("read", path_);
      if (got == 0) break;
      done += static_cast<std::size_t>(got);
    }
    out.resize(done);
    return out;
  }

  Result<void> write(std::uint64_t offset, ByteView bytes) override {
    std::size_t done = 0;
    while (done < bytes.size()) {
      const auto put = ::pwrite(descriptor_.number(), bytes.data() + done, bytes.size() - done,
                                static_cast<off_t>(offset + done));
      if (put < 0 && errno == EINTR) continue;
      if (put < 0) return system_error("write", path_);
      done += static_cast<std::size_t>(put);
    }
    return {};
  }

  Result<void> truncate(std::uint64_t bytes) override {
    if (::ftruncate(descriptor_.number(), static_cast<off_t>(bytes)) != 0) {
      return system_error("truncate", path_);
    }
    return {};
  }

  Result<std::uint64_t> size() override {
    struct stat status{};
    if (::fstat(descriptor_.number(), &status) != 0) return system_error("stat", path_);
    return static_cast<std::uint64_t>(status.st_size);
  }

  Result<void> sync() override {
    if (::fdatasync(descriptor_.number()) != 0) return system_error("sync", path_);
    return {};
  }

 private:
  Descriptor descriptor_;
  Path path_;
};

class RealLock final : public FileLock {
 public:
  explicit RealLock(int number) : descriptor_(number) {}

 private:
  Descriptor descriptor_;
};

class RealEnv final : public Env {
 public:
  Result<std::unique_ptr<File>> open(const Path& path, OpenMode mode) override {
    const int flags = mode == OpenMode::read ? O_RDONLY : O_RDWR | O_CREAT;
    const int number = ::open(path.c_str(), flags | O_CLOEXEC, 0644);
    if (number < 0) return system_error("open", path);
    return std::unique_ptr<File>(std::make_unique<RealFile>(number, path));
  }

  bool exists(const Path& path) override {
    std::error_code code;
    return fs::exists(path, code);
  }

  bool is_directory(const Path& path) override {
    std::error_code code;
    return fs::is_directory(path, code);
  }

  Result<void> rename(const Path& from, const Path& to) override {
    std::error_code code;
    fs::rename(from, to, code);
    if (code) return system_error("rename", from, code);
    return {};
  }

  Result<void> remove(const Path& path) override {
    std::error_code code;
    fs::remove(path, code);
    if (code) return system_error("remove", path, code);
    return {};
  }

  Result<void> make_directory(const Path& path) override {
    std::error_code code;
    fs::create_directory(path, code);
    if (code) return system_error("make directory", path, code);
    return {};
  }

  Result<std::vector<std::string>> list(const Path& directory) override {
    std::error_code code;
    std::vector<std::string> names;
    for (fs::directory_iterator it(directory, code), end; !code && it != end; it.increment(code)) {
      names.push_back(it->path().filename().string());
    }
    if (code) return system_error("list", directory, code);
    std::sort(names.begin(), names.end());
    return names;
  }

  Result<void> sync_directory(const Path& directory) override {
    // The directory of a bare file name is the one we are in.
    const Path path = directory.empty() ? Path(".") : directory;
    const Descriptor descriptor(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (descriptor.number() < 0) return system_error("open", directory);
    if (::fsync(descriptor.number()) != 0) return system_error("sync", directory);
    return {};
  }

  Result<std::unique_ptr<FileLock>> lock(const Path& path) override {
    const int number = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (number < 0) return system_error("open", path);
    auto held = std::make_unique<RealLock>(number);
    if (::flock(number, LOCK_EX | LOCK_NB) != 0) {
      if (errno != EWOULDBLOCK) return system_error("lock", path);
      return Error{Errc::busy, fmt::format("{} is held by another process", path.string())};
    }
    return std::unique_ptr<FileLock>(std::move(held));
  }

  Result<void> make_private(const Path& path) override {
    if (::chmod(path.c_str(), 0600) != 0) return system_error("chmod", path);
    return {};
  }

  UtcSeconds now() override {
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::seconds>(since).count()};
  }

  std::int64_t monotonic_us() override {
    const auto since = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::microseconds>(since).count();
  }

  void fill_random(std::span<std::uint8_t> bytes) override {
    std::size_t done = 0;
    while (done < bytes.size()) {
      const auto got = ::getrandom(bytes.data() + done, bytes.size() - done, 0);
      if (got < 0 && errno == EINTR) continue;
      ASSERT(got > 0);
      done += static_cast<std::size_t>(got);
    }
  }
};

}  // namespace

Env& real_env() {
  static RealEnv env;
  return env;
}

}  // namespace armistice
