// SPDX-License-Identifier: Apache-2.0
#include "track/csv.h"

#include <fmt/format.h>

namespace armistice {
namespace {

Error wrong(std::size_t column, std::string_view what) {
  return Error{Errc::malformed, fmt::format("column {}: {}", column, what)};
}

// Takes a cell in quotes off the front of `rest`, up to the comma behind it.
Result<std::string> take_quoted(ByteView& rest, std::size_t column) {
  std::string cell;
  rest.remove_prefix(1);
  while (true) {
    const std::size_t quote = rest.find('"');
    if (quote == ByteView::npos) return wrong(column, "a quote that does not end on its line");
    cell += rest.substr(0, quote);
    rest.remove_prefix(quote + 1);
    if (!rest.starts_with('"')) break;
    cell += '"';
    rest.remove_prefix(1);
  }
  if (!rest.empty() && rest[0] != ',') return wrong(column, "a comma is due behind the quote");
  return cell;
}

}  // namespace

Result<std::vector<std::string>> split_csv(ByteView line) {
  std::vector<std::string> cells;
  ByteView rest = line;
  while (true) {
    if (rest.starts_with('"')) {
      cells.push_back(TRY(take_quoted(rest, cells.size() + 1)));
    } else {
      const ByteView cell = rest.substr(0, rest.find(','));
      if (cell.find('"') != ByteView::npos) {
        return wrong(cells.size() + 1, "a quote within a cell; quote the whole cell");
      }
      cells.emplace_back(cell);
      rest.remove_prefix(cell.size());
    }
    if (rest.empty()) return cells;
    rest.remove_prefix(1);
  }
}

}  // namespace armistice
