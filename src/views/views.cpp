// SPDX-License-Identifier: Apache-2.0
// The one list of views. A later view may read the rows of an earlier one; the order is part of the
// fold's version.
#include "views/traffic/traffic.h"
#include "views/view.h"

namespace armistice {

std::vector<std::unique_ptr<View>> make_views() {
  std::vector<std::unique_ptr<View>> views;
  views.push_back(std::make_unique<TrafficView>());
  return views;
}

}  // namespace armistice
