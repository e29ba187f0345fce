// SPDX-License-Identifier: Apache-2.0
// Where a register's files lie in a node. Spec: register.md §8.
#pragma once

#include "base/bytes.h"
#include "base/env.h"
#include "register/tile.h"

namespace armistice {

struct RegisterLayout {
  Path node;
  std::string name;

  Path directory() const { return node / "registers" / name; }
  Path database() const { return directory() / "register.db"; }
  Path head() const { return directory() / "head"; }
  Path lock() const { return directory() / "lock"; }
  Path tiles() const { return directory() / "tiles"; }
  Path tile(const TileId& id) const { return tiles() / to_path(id).substr(5); }
  Path bodies() const { return node / "bodies"; }
  Path body(const Digest& digest) const { return bodies() / to_hex(digest.view()); }
};

}  // namespace armistice
