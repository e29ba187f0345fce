// SPDX-License-Identifier: Apache-2.0
// libFuzzer's way in, one program a target (ARMISTICE_FUZZ_TARGET).
#include <cstdint>
#include <string_view>

#include "targets.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view wanted = ARMISTICE_FUZZ_TARGET;
  for (const auto& target : armistice::fuzz::targets()) {
    if (wanted == target.name) target.run({reinterpret_cast<const char*>(data), size});
  }
  return 0;
}
