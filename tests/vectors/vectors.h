// SPDX-License-Identifier: Apache-2.0
// The vectors below spec/vectors: tables of cases, each with the word that a reader must give. What
// is expected stands in the tables and is never asked of the readers that are to be tested.
// The form of the files: spec/vectors/README.md.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/env.h"
#include "base/errc.h"

namespace armistice::vectors {

/// A file below spec/vectors.
struct VectorFile {
  std::string path;
  Bytes bytes;
};
using VectorFiles = std::vector<VectorFile>;

/// One case of a text file.
struct Case {
  std::string name;
  std::string why;
  std::optional<Errc> error;  // nothing: ok
  Bytes bytes;
  std::vector<std::pair<std::string, std::string>> more = {};  // header lines after `why`
};

VectorFile to_file(const std::string& folder, const Case& one);
VectorFiles to_files(const std::string& folder, const std::vector<Case>& cases);

/// A text file taken apart again.
struct ReadCase {
  std::map<std::string, std::string> header;
  Bytes bytes;
};
ReadCase read_case(ByteView file);

VectorFiles record_vectors();
VectorFiles vkey_vectors();
VectorFiles json_vectors();
VectorFiles kinds_vectors();
VectorFiles checkpoint_vectors();
VectorFiles proof_vectors();
VectorFiles genesis_vectors();
VectorFiles admission_vectors();

/// All of them, and nothing else lies below spec/vectors but its README.
VectorFiles all_vectors();

/// Writes all vectors below a folder. Files that are no longer made are removed.
void write_vectors(const Path& folder);

}  // namespace armistice::vectors
