// SPDX-License-Identifier: Apache-2.0
#include "views/holdings/count_book.h"

#include "views/saved_row.h"

namespace armistice {

std::vector<std::pair<CountOf, std::int64_t>> lines_of(const StatedCount& said, bool& twice) {
  std::map<CountOf, std::int64_t> sums;
  for (const CountLine& line : said.lines) {
    const CountOf of{said.of, said.side, said.place, said.basis, line.what, line.nationality};
    const auto [place, fresh] = sums.emplace(of, line.number);
    if (!fresh) place->second += line.number;
    twice = twice || !fresh;
  }
  return {sums.begin(), sums.end()};
}

void CountBook::add(CountEntry entry) {
  const std::uint64_t index = entry.index.value;
  for (const auto& [of, number] : entry.lines) {
    numbers_[of][{entry.at.value, index}] = number;
    firsts_[{of.of, of.place, of.what}][index] += number;
    if (of.basis == CountBasis::reported) reports_[{of.of, of.side}].insert(index);
  }
  entries_.emplace(index, std::move(entry));
}

std::optional<CountEntry> CountBook::take_out(LeafIndex index) {
  const auto found = entries_.find(index.value);
  if (found == entries_.end()) return std::nullopt;
  CountEntry entry = std::move(found->second);
  entries_.erase(found);
  for (const auto& [of, number] : entry.lines) {
    Numbers& numbers = numbers_[of];
    numbers.erase({entry.at.value, index.value});
    if (numbers.empty()) numbers_.erase(of);
    auto& firsts = firsts_[{of.of, of.place, of.what}];
    firsts.erase(index.value);
    if (firsts.empty()) firsts_.erase({of.of, of.place, of.what});
    auto& reports = reports_[{of.of, of.side}];
    reports.erase(index.value);
    if (reports.empty()) reports_.erase({of.of, of.side});
  }
  return entry;
}

std::optional<NewestCount> CountBook::newest(const CountOf& of,
                                             std::optional<UtcSeconds> until) const {
  const auto numbers = numbers_.find(of);
  if (numbers == numbers_.end()) return std::nullopt;
  auto next =
      until ? numbers->second.upper_bound({until->value, UINT64_MAX}) : numbers->second.end();
  if (next == numbers->second.begin()) return std::nullopt;
  --next;
  return NewestCount{next->second, {next->first.first}, {next->first.second}};
}

std::map<std::string, std::int64_t> CountBook::reported(const std::string& of,
                                                        const std::string& side,
                                                        std::optional<UtcSeconds> until) const {
  // Of a line that is counted everywhere, what is counted at places is a part.
  std::map<std::pair<std::string, std::string>, std::int64_t> whole;  // line and nationality
  std::map<std::pair<std::string, std::string>, std::int64_t> parts;
  for (auto at = numbers_.lower_bound({of, side, "", CountBasis::reported, "", ""});
       at != numbers_.end() && at->first.of == of && at->first.side == side; ++at) {
    if (at->first.basis != CountBasis::reported) continue;
    const auto number = newest(at->first, until);
    if (!number) continue;
    auto& all = at->first.place.empty() ? whole : parts;
    all[{at->first.what, at->first.nationality}] += number->number;
  }
  for (const auto& [line, number] : parts) whole.try_emplace(line, number);
  std::map<std::string, std::int64_t> sums;
  for (const auto& [line, number] : whole) sums[line.second] += number;
  return sums;
}

std::optional<PartsOf> CountBook::parts_of(const CountOf& of) const {
  CountOf everywhere = of;
  everywhere.place.clear();
  const auto whole = newest(everywhere);
  if (!whole) return std::nullopt;
  PartsOf sum{whole->number, {}};
  for (auto at = numbers_.lower_bound({of.of, of.side, "", of.basis, "", ""});
       at != numbers_.end() && at->first.of == of.of && at->first.side == of.side; ++at) {
    const bool part = at->first.basis == of.basis && !at->first.place.empty() &&
                      at->first.what == of.what && at->first.nationality == of.nationality;
    if (part) sum.parts.push_back(newest(at->first)->number);
  }
  if (sum.parts.empty()) return std::nullopt;
  return sum;
}

std::optional<NewestCount> CountBook::first(const std::string& of, const std::string& place,
                                            const std::string& what) const {
  const auto found = firsts_.find({of, place, what});
  if (found == firsts_.end()) return std::nullopt;
  const auto& [index, number] = *found->second.begin();
  return NewestCount{number, entries_.at(index).at, {index}};
}

std::string CountBook::other_unit(const CountOf& of) const {
  const std::size_t unit = of.what.rfind('_');
  if (unit == std::string::npos) return {};
  const std::string stem = of.what.substr(0, unit + 1);
  std::string other;
  for (const CountBasis basis : {CountBasis::reported, CountBasis::inspected}) {
    for (auto one = numbers_.lower_bound({of.of, of.side, of.place, basis, stem, ""});
         one != numbers_.end(); ++one) {
      const CountOf& told = one->first;
      const bool same = told.of == of.of && told.side == of.side && told.place == of.place &&
                        told.basis == basis && told.what.starts_with(stem);
      if (!same) break;
      if (told.what == of.what) return {};
      if (told.what.find('_', stem.size()) == std::string::npos) other = told.what;
    }
  }
  return other;
}

const std::set<std::uint64_t>& CountBook::reports(const std::string& of,
                                                  const std::string& side) const {
  static const std::set<std::uint64_t> none;
  const auto found = reports_.find({of, side});
  return found == reports_.end() ? none : found->second;
}

Json CountBook::save() const {
  Json::Array all;
  for (const auto& [index, entry] : entries_) {
    const CountOf& of = entry.lines.front().first;
    Json::Array lines;
    for (const auto& [line, number] : entry.lines) {
      lines.push_back(Json::Array{line.what, line.nationality, number});
    }
    all.push_back(Json::Array{index, to_text(entry.id), entry.at.value, entry.recorded.value, of.of,
                              of.side, of.place, static_cast<std::int64_t>(of.basis),
                              std::move(lines)});
  }
  return all;
}

Result<void> CountBook::load(const Json& state) {
  if (state.as_array() == nullptr) return bad_state_of("holdings");
  *this = {};
  for (const Json& saved : *state.as_array()) {
    SavedRow row = TRY(SavedRow::of(saved, 9, "holdings"));
    CountEntry entry;
    entry.index = TRY(row.index());
    entry.id = TRY(parse_digest(TRY(row.text())));
    entry.at.value = TRY(row.integer());
    entry.recorded.value = TRY(row.integer());
    CountOf of;
    of.of = TRY(row.text());
    of.side = TRY(row.text());
    of.place = TRY(row.text());
    of.basis = TRY(row.integer()) == 0 ? CountBasis::reported : CountBasis::inspected;
    for (const Json& saved_line : *TRY(row.list())) {
      SavedRow line = TRY(SavedRow::of(saved_line, 3, "holdings"));
      of.what = TRY(line.text());
      of.nationality = TRY(line.text());
      entry.lines.emplace_back(of, TRY(line.integer()));
    }
    if (entry.lines.empty()) return row.bad();
    add(std::move(entry));
  }
  return {};
}

}  // namespace armistice
