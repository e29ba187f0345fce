// SPDX-License-Identifier: Apache-2.0
#include "vectors/vectors.h"

#include <fmt/format.h>

#include <set>

#include "base/text.h"

namespace armistice::vectors {

VectorFile to_file(const std::string& folder, const Case& one) {
  Bytes bytes =
      fmt::format("expect: {}\nwhy: {}\n", one.error ? errc_word(*one.error) : "ok", one.why);
  for (const auto& [key, value] : one.more) bytes += fmt::format("{}: {}\n", key, value);
  return {folder + "/" + one.name + ".txt", bytes + "\n" + one.bytes};
}

VectorFiles to_files(const std::string& folder, const std::vector<Case>& cases) {
  VectorFiles files;
  for (const Case& one : cases) files.push_back(to_file(folder, one));
  return files;
}

ReadCase read_case(ByteView file) {
  ReadCase read;
  while (const auto line = take_line(file)) {
    if (line->empty()) break;
    const auto colon = line->find(": ");
    ASSERT(colon != ByteView::npos);
    read.header[std::string(line->substr(0, colon))] = std::string(line->substr(colon + 2));
  }
  read.bytes = Bytes(file);
  return read;
}

VectorFiles all_vectors() {
  VectorFiles all;
  for (const auto make : {record_vectors, vkey_vectors, json_vectors, kinds_vectors,
                          checkpoint_vectors, proof_vectors, genesis_vectors, admission_vectors}) {
    VectorFiles some = make();
    std::move(some.begin(), some.end(), std::back_inserter(all));
  }
  return all;
}

void write_vectors(const Path& folder) {
  std::set<Path> written;
  for (const VectorFile& file : all_vectors()) {
    const Path path = folder / file.path;
    ASSERT(written.insert(path).second);  // no two cases of one name
    real_env().make_directories(path.parent_path()).value();
    std::error_code code;
    const auto there = real_env().read_file(path, 16U << 20);
    if (!there.ok() || *there != file.bytes) real_env().write_file(path, file.bytes).value();
  }
  std::vector<Path> left;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    const bool made = !entry.is_regular_file() || written.contains(entry.path());
    if (!made && entry.path().filename() != "README.md") left.push_back(entry.path());
  }
  for (const Path& path : left) real_env().remove(path).value();
}

}  // namespace armistice::vectors
