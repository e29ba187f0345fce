// SPDX-License-Identifier: Apache-2.0
#include "api/keyring.h"

#include <fmt/format.h>

#include "crypto/hash.h"

namespace armistice {
namespace {

constexpr std::uint64_t key_file_bytes_max = 1'024;

Result<NamedKey> load_key(Env& env, const Path& file) {
  return parse_key_file(TRY(env.read_file(file, key_file_bytes_max))).within(file.string());
}

Result<void> write_private(Env& env, const Path& path, ByteView bytes) {
  // Made private while it is still empty: nobody else ever sees the bytes.
  TRY(env.open(path, OpenMode::read_write));
  TRY(env.make_private(path));
  const auto file = TRY(env.open(path, OpenMode::read_write));
  TRY(file->write(0, bytes));
  TRY(file->sync());
  return env.sync_directory(path.parent_path());
}

}  // namespace

Result<Keyring> Keyring::open(Env& env, const Path& folder, const std::vector<Path>& files) {
  Keyring ring(env);
  std::vector<Path> paths;
  if (env.exists(folder)) {
    for (const std::string& name : TRY(env.list(folder))) {
      if (name.ends_with(".key")) paths.push_back(folder / name);
    }
  }
  paths.insert(paths.end(), files.begin(), files.end());
  for (const Path& path : paths) {
    ring.keys_.push_back({path, TRY(load_key(env, path)).verifier()});
  }
  return ring;
}

Result<KeyPlace> Keyring::find(std::string_view name, KeyType type) const {
  // Files named by --key come last, and win.
  for (auto key = keys_.rbegin(); key != keys_.rend(); ++key) {
    if (key->vkey.name == name && key->vkey.type == type) return *key;
  }
  std::string names;
  for (const KeyPlace& key : keys_) {
    if (key.vkey.type == type) names += " " + key.vkey.name;
  }
  return Error{Errc::not_found, fmt::format("no key file of {} here; there are:{}", name,
                                            names.empty() ? " none" : names)};
}

Result<NamedKey> Keyring::load(std::string_view name, KeyType type) const {
  return load_key(*env_, TRY(find(name, type)).file);
}

Result<Signer> Keyring::signer(std::string_view name) const {
  return Signer::open(*env_, TRY(find(name)).file);
}

Digest next_digest(const NamedKey& successor) {
  return sha256(successor.secret.public_key().view());
}

Result<NewKey> make_key(Env& env, const Path& folder, const std::string& name, KeyType type) {
  TRY(env.make_directories(folder));
  const NamedKey key{name, type, SecretKey::generate(env)};
  const NamedKey next{name, type, SecretKey::generate(env)};
  std::string stem = name;
  std::replace(stem.begin(), stem.end(), '/', '.');
  const Path file = folder / fmt::format("{}.{}.key", stem, to_text(key.verifier().id()));
  Path next_file = file;
  next_file += ".next";
  TRY(write_private(env, next_file, to_key_file(next)));
  TRY(write_private(env, file, to_key_file(key)));
  return NewKey{file, key.verifier(), next_digest(next)};
}

}  // namespace armistice
