// SPDX-License-Identifier: Apache-2.0
#include "record/kinds/told.h"

namespace armistice {
namespace {

class Gathered {
 public:
  void add(const std::string& one) {
    if (!one.empty()) told_.push_back(one);
  }
  template <typename Line>
  void add_line(const Line& line) {
    if constexpr (requires { line.what; }) add(line.what);
    if constexpr (requires { line.designation; }) add(line.designation);
    if constexpr (requires { line.reason; }) add(line.reason);
    if constexpr (requires { line.replaces; }) add(line.replaces);
  }
  std::vector<std::string_view> told() && { return std::move(told_); }

 private:
  std::vector<std::string_view> told_;
};

}  // namespace

std::vector<std::string_view> told_in(const Body& body) {
  return std::visit(
      [](const auto& one) {
        Gathered gathered;
        if constexpr (requires { gathered.add(one.text); }) gathered.add(one.text);
        if constexpr (requires { gathered.add(one.reason); }) gathered.add(one.reason);
        if constexpr (requires { gathered.add(one.dissent); }) gathered.add(one.dissent);
        if constexpr (requires { gathered.add(one.what); }) gathered.add(one.what);
        if constexpr (requires { gathered.add(one.shipment); }) gathered.add(one.shipment);
        if constexpr (requires { gathered.add(one.place); }) gathered.add(one.place);
        if constexpr (requires { gathered.add(one.title); }) gathered.add(one.title);
        if constexpr (requires { gathered.add(one.wording); }) gathered.add(one.wording);
        if constexpr (requires { one.items.begin(); }) {
          for (const auto& line : one.items) gathered.add_line(line);
        }
        if constexpr (requires { one.lines.begin(); }) {
          for (const auto& line : one.lines) gathered.add_line(line);
        }
        return std::move(gathered).told();
      },
      body);
}

}  // namespace armistice
