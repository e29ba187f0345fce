// SPDX-License-Identifier: Apache-2.0
// Traffic: records by author and key, what is missing, what came twice, what is retracted.
// Spec: views.md §4; tables: view.sql.
#pragma once

#include <map>

#include "views/traffic/chain.h"
#include "views/view.h"

namespace armistice {

class TrafficView final : public View {
 public:
  std::string_view name() const override { return "traffic"; }
  std::string_view schema() const override;
  Result<void> fold(const Folded& entry, Past& past, Rows& rows) override;
  Json save() const override;
  Result<void> load(const Json& state) override;

 private:
  using KeyName = std::pair<std::string, std::string>;  // author, key id as text
  std::map<KeyName, Chain> chains_;
};

}  // namespace armistice
