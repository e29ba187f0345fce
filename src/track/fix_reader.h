// SPDX-License-Identifier: Apache-2.0
// Reads fixes from CSV (RFC 4180, a heading first) and NDJSON. A line that is wrong is rejected by
// name of line and column and with what would be right; the others are read. Spec: ground.md §5.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "base/bytes.h"
#include "track/fix.h"

namespace armistice {

namespace limits {
inline constexpr std::size_t fixes_bytes_max = 1U << 30;   // a year of 100 receivers
inline constexpr std::size_t fix_line_bytes_max = 65'536;  // no receiver writes longer ones
inline constexpr std::size_t fix_columns_max = 256;
inline constexpr std::size_t fix_text_bytes_max = 128;  // names, as a table still shows them
inline constexpr std::size_t fix_lines_max = 20'000'000;
inline constexpr std::size_t rejected_lines_kept_max = 100;  // the rest is counted
}  // namespace limits

struct FixFormat {
  /// Our name → the file's heading: `{"time", "DateTime"}`. A name that is absent is its own.
  std::map<std::string, std::string> columns;
  /// For times without an offset.
  std::optional<std::int32_t> offset_s;
  /// For fixes that do not state theirs.
  std::int64_t error_mm_assumed = 30'000;
};

/// Our names: time, track, latitude, longitude; uncertainty_m, affiliation, kind may be left out.
/// Reads `time=DateTime` items. Errors: `usage`.
Result<std::map<std::string, std::string>> parse_columns(const std::vector<std::string>& items);

struct RejectedLine {
  std::uint64_t line = 0;
  std::string column;  // the heading, with its number in CSV; empty: the line as a whole
  std::string what;
};

struct FixFile {
  std::vector<Fix> fixes;  // in the order of the file
  std::vector<RejectedLine> rejected;
  std::uint64_t rejected_count = 0;
};

/// Reads a whole file. Errors, for what leaves nothing to read: `malformed` (no heading, a heading
/// that is missing or stands twice), `too_large`.
Result<FixFile> read_fixes(ByteView bytes, const FixFormat& format);

}  // namespace armistice
