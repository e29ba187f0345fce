// SPDX-License-Identifier: Apache-2.0
// A manifest names the files of a bundle (an agreement, the kinds' pages) by digest, so that one
// digest in genesis stands for all of them. One line a file, `sha256:… BYTES PATH`, sorted by path.
// Spec: kinds/genesis.md.
#pragma once

#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/env.h"

namespace armistice {

struct BundleFile {
  std::string path;  // relative, with slashes
  Bytes bytes;
};

struct ManifestLine {
  Digest digest;
  std::uint64_t bytes = 0;
  std::string path;
  friend bool operator==(const ManifestLine&, const ManifestLine&) = default;
};

/// The manifest's text. REQUIRES: paths differ, and hold no newline.
Bytes manifest_of(std::vector<BundleFile> files);

/// Errors: `malformed` (form, order, a path that leaves the bundle), `too_large`.
Result<std::vector<ManifestLine>> parse_manifest(ByteView text);

/// Reads all files below a folder. Errors: `not_found`, `too_large`, `io`.
Result<std::vector<BundleFile>> read_bundle(Env& env, const Path& folder);

}  // namespace armistice
