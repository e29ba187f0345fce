// SPDX-License-Identifier: Apache-2.0
#include "record/manifest.h"

#include <fmt/format.h>

#include "base/limits.h"
#include "base/text.h"
#include "crypto/hash.h"

namespace armistice {
namespace {

bool stays_inside(std::string_view path) {
  if (path.empty() || path.starts_with('/')) return false;
  for (const auto part : split(path, '/')) {
    if (part.empty() || part == "." || part == "..") return false;
  }
  return true;
}

Result<void> read_below(Env& env, const Path& folder, const std::string& prefix,
                        std::vector<BundleFile>& files) {
  for (const std::string& name : TRY(env.list(folder))) {
    const Path path = folder / name;
    if (env.is_directory(path)) {
      TRY(read_below(env, path, prefix + name + "/", files));
      continue;
    }
    if (files.size() == limits::agreement_files_max) {
      return Error{Errc::too_large, fmt::format("more than {} files", limits::agreement_files_max)};
    }
    Bytes bytes = TRY(env.read_file(path, limits::file_bytes_max));
    files.push_back({prefix + name, std::move(bytes)});
  }
  return {};
}

}  // namespace

Bytes manifest_of(std::vector<BundleFile> files) {
  std::sort(files.begin(), files.end(),
            [](const BundleFile& a, const BundleFile& b) { return a.path < b.path; });
  Bytes text;
  for (const BundleFile& file : files) {
    text += fmt::format("{} {} {}\n", to_text(sha256(file.bytes)), file.bytes.size(), file.path);
  }
  return text;
}

Result<std::vector<ManifestLine>> parse_manifest(ByteView text) {
  std::vector<ManifestLine> lines;
  while (!text.empty()) {
    const auto line = take_line(text);
    if (!line) return Error{Errc::malformed, "manifest: the last line has no newline"};
    const auto first = line->find(' ');
    const auto second = first == std::string_view::npos ? first : line->find(' ', first + 1);
    if (second == std::string_view::npos) {
      return Error{Errc::malformed, "manifest: a line is sha256:… BYTES PATH"};
    }
    ManifestLine one{TRY(parse_digest(line->substr(0, first))),
                     TRY(parse_decimal(line->substr(first + 1, second - first - 1))),
                     std::string(line->substr(second + 1))};
    if (!stays_inside(one.path))
      return Error{Errc::malformed, "manifest: no such path: " + one.path};
    if (!lines.empty() && !(lines.back().path < one.path)) {
      return Error{Errc::malformed, "manifest: paths stand in ascending order"};
    }
    if (lines.size() == limits::agreement_files_max) {
      return Error{Errc::too_large, "manifest: too many files"};
    }
    lines.push_back(std::move(one));
  }
  return lines;
}

Result<std::vector<BundleFile>> read_bundle(Env& env, const Path& folder) {
  std::vector<BundleFile> files;
  TRY(read_below(env, folder, "", files));
  return files;
}

}  // namespace armistice
