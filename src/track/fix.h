// SPDX-License-Identifier: Apache-2.0
// A position fix: somebody was seen somewhere. Fixes are no records: they stay with who received
// them, and only those of a case are ever lodged. Spec: ground.md §5.
#pragma once

#include <string>

#include "geo/coordinate.h"

namespace armistice {

struct Fix {
  std::int64_t time_ms = 0;   // Unix
  std::int32_t offset_s = 0;  // as it was written, to be shown again
  std::string track;          // whose fixes belong together
  LatLng at;
  std::int64_t error_mm = 0;   // radius within which it lies with 95 %
  bool error_assumed = false;  // nobody stated it
  std::string affiliation;     // as claimed; it is an allegation
  std::string kind;
  std::uint64_t line = 0;  // of the file, from 1
};

}  // namespace armistice
