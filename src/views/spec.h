// SPDX-License-Identifier: Apache-2.0
// The kinds' pages as this program was built with them, and the digest that names the fold.
// Spec: views.md §3; rule 15.
#pragma once

#include <vector>

#include "base/bytes.h"
#include "record/manifest.h"

namespace armistice {

/// The pages of spec/kinds/, which the binary carries.
std::vector<BundleFile> spec_files();

/// Their manifest; genesis holds its digest.
Bytes spec_manifest();

/// SHA-256 of the manifest and the fold's version: changes when a view computes otherwise.
Digest fold_digest();

}  // namespace armistice
