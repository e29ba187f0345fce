// SPDX-License-Identifier: Apache-2.0
// Prints the types of the web desks while the program that carries the desks is not yet built.
#include "api/schema.h"

#include <cstdio>

int main() {
  const std::string text = armistice::schema_typescript();
  return std::fwrite(text.data(), 1, text.size(), stdout) == text.size() ? 0 : 1;
}
