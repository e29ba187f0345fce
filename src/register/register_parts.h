// SPDX-License-Identifier: Apache-2.0
// What Register::open() puts together before there is a Register. For register*.cpp alone.
#pragma once

#include "register/register.h"

namespace armistice {

struct Register::Parts {
  std::unique_ptr<FileLock> lock;
  std::unique_ptr<const NamedKey> log;
  std::vector<std::string> notices;
  std::unique_ptr<SharedTree> tree;
  std::unique_ptr<TileFiles> files;
  std::unique_ptr<BatchWriter> batch_writer;
  std::unique_ptr<Database> shelver;
  std::unique_ptr<Store> reader;
  std::unique_ptr<Store> counted;
};

}  // namespace armistice
