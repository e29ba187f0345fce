// SPDX-License-Identifier: Apache-2.0
#include "views/holdings/holdings.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/limits.h"
#include "base/text.h"
#include "crypto/hash.h"
#include "terms/has.h"
#include "views/entitled.h"
#include "views/holdings/view.sql.h"
#include "views/saved_row.h"

namespace armistice {
namespace {

constexpr Table slot_table{"disposition_slot", 12, 1, "leaf_index"};
constexpr Table series_table{"disposition_series", 7, 3, "party, subject, as_of"};
constexpr Table list_table{"disposition_list", 6, 4, "party, subject, as_of, slot"};
constexpr Table opening_table{"disposition_opening", 6, 1, "leaf_index"};
constexpr Table unit_table{"disposition_unit", 5, 2, "leaf_index, place"};
constexpr Table line_table{"count_line", 13, 2, "leaf_index, place"};
constexpr Table newest_table{"count_newest", 9, 6, "of_sort, side, site, basis, what, nationality"};
constexpr Table check_table{"site_check", 9, 1, "leaf_index"};
constexpr Table item_table{"site_item", 7, 2, "leaf_index, place"};
constexpr Table site_table{"site_newest", 5, 2, "side, site"};
constexpr Table done_table{"holdings_fulfilled", 4, 2, "term, by"};
constexpr Table judgements = judgement_table("holdings_judgement");
constexpr Table irregularities{"holdings_irregularity", 4, 2, "leaf_index, place"};

// So many parts of a sum a person still reads in one line.
constexpr std::size_t parts_shown = 8;

template <typename Enum, std::size_t N>
std::string_view word_of(Enum value, const std::array<std::string_view, N>& words) {
  return words[static_cast<std::size_t>(value)];
}

void put_slot(const Commitment& said, const Folded& entry, bool counts, Rows& rows) {
  const std::string& author = entry.record->header.author;
  rows.put(slot_table, entry.index, entry.record->id, author, party_of(author), said.subject,
           said.term, said.as_of.number, said.slot, said.slots, said.list, said.bytes, counts);
}

void check_sum(const StatedCount& said, Irregularities& notices) {
  std::int64_t sum = 0;
  std::vector<std::int64_t> parts;
  for (const CountLine& line : said.lines) {
    sum += line.number;
    parts.push_back(line.number);
  }
  if (sum == said.total) return;
  const bool few = parts.size() > 1 && parts.size() <= parts_shown;
  notices.add("sum_differs",
              fmt::format("{} in all, the lines make {}{}", said.total,
                          few ? fmt::format("{} = ", fmt::join(parts, " + ")) : "", sum));
}

void put_lines(const StatedCount& said, const Folded& entry, bool counts, Rows& rows) {
  std::int64_t place = 0;
  for (const CountLine& line : said.lines) {
    rows.put(line_table, entry.index, place++, entry.record->header.author, said.of, said.side,
             said.place, word_of(said.basis, count_basis_words), said.at.utc, line.what,
             line.nationality, line.number, said.total, counts);
  }
}

// The list in an opening is text as it stands in JSON: its digest is of the same bytes.
bool is_of(const Opening& said, const LodgedList& list) { return sha256(said.list) == list.list; }

}  // namespace

std::string_view HoldingsView::schema() const { return holdings_sql; }

UtcSeconds HoldingsView::circle_time(const Folded& entry) const {
  if (!entry.clock) return agreement_.folder.agreement.effective.utc;
  return {entry.clock->value + scenario_offset_s_};
}

void HoldingsView::check_clock(const StatedTime& at, const Folded& entry,
                               Irregularities& notices) const {
  if (entry.clock && at.utc.value > circle_time(entry).value + limits::clock_idle_s) {
    notices.add("ahead_of_clock", at.text);
  }
}

// Whose word it is: the side's own of what it reports, a neutral's of what it inspected.
bool HoldingsView::may_count(const std::string& side, CountBasis basis, std::string_view party,
                             Irregularities& notices) const {
  if (!is_side(agreement_, side)) {
    notices.add("unknown_side", side);
    return false;
  }
  if (basis == CountBasis::reported) {
    if (party == side) return true;
    notices.add("not_the_side", party);
    return false;
  }
  const AgreementParty* who = agreement_.folder.agreement.party(party);
  if (who != nullptr && who->group != Group::sides) return true;
  notices.add("not_an_inspector", party);
  return false;
}

void HoldingsView::put_list(const SeriesOf& of, std::int64_t slot, Rows& rows) const {
  const auto& [party, subject, as_of] = of;
  const LodgedList* list = lists_.in_slot(of, slot);
  if (list == nullptr) return rows.erase(list_table, party, subject, as_of, slot);
  rows.put(list_table, party, subject, as_of, slot, list->index, list->opened);
}

void HoldingsView::put_series(const SeriesOf& of, Rows& rows) const {
  const SeriesCount count = lists_.count(of);
  const auto& [party, subject, as_of] = of;
  if (count.lodged == 0) return rows.erase(series_table, party, subject, as_of);
  rows.put(series_table, party, subject, as_of, count.slots, count.lodged, count.opened,
           count.lodged - count.opened);
}

// A duty that a record of its own closes, for compliance to close it.
void HoldingsView::put_done(const Term& term, const std::string& by, std::optional<Done> done,
                            Rows& rows) {
  const auto held = done_.find({term.id, by});
  if (!done) {
    if (held == done_.end()) return;
    done_.erase(held);
    return rows.erase(done_table, term.id, by);
  }
  if (held != done_.end() && held->second.index == done->index) return;
  done_.insert_or_assign({term.id, by}, *done);
  rows.put(done_table, term.id, by, done->index, done->at);
}

void HoldingsView::fulfil_lists(const LodgedList& list, Rows& rows) {
  const auto& [party, subject, as_of] = list.of;
  for (const Term* term : agreement_.terms<DeclaredDispositions>()) {
    const auto& kind = std::get<DeclaredDispositions>(term->kind);
    if (kind.subject != subject || !has(kind.by, party)) continue;
    const LodgedList* whole = lists_.completed(party, subject);
    put_done(*term, party,
             whole == nullptr ? std::nullopt : std::optional(Done{whole->index, whole->at}), rows);
  }
}

void HoldingsView::fulfil_counts(const CountEntry& entry, bool taken_back, Rows& rows) {
  const CountOf& of = entry.lines.front().first;
  if (of.basis != CountBasis::reported) return;
  for (const Term* term : agreement_.terms<CountDue>()) {
    const auto& kind = std::get<CountDue>(term->kind);
    if (kind.of != of.of || !has(kind.by, of.side)) continue;
    const auto fits = [&](const CountEntry& one) {
      return kind.lines == CountLines::any ||
             std::all_of(one.lines.begin(), one.lines.end(),
                         [](const auto& line) { return !line.first.nationality.empty(); });
    };
    if (!taken_back) {
      const bool first = !done_.contains({term->id, of.side}) && fits(entry);
      if (first) put_done(*term, of.side, Done{entry.index, entry.recorded}, rows);
      continue;
    }
    std::optional<Done> done;
    for (const std::uint64_t index : counts_.reports(of.of, of.side)) {
      const CountEntry& one = counts_.entry(index);
      if (!done && fits(one)) done = Done{one.index, one.recorded};
    }
    put_done(*term, of.side, done, rows);
  }
}

void HoldingsView::take(const Commitment& said, const Folded& entry, Rows& rows) {
  Irregularities notices(irregularities, entry.index, rows);
  const SeriesOf of{std::string(party_of(entry.record->header.author)), said.subject,
                    said.as_of.number};
  const LodgedList* before = lists_.in_slot(of, said.slot);
  put_slot(said, entry, before == nullptr, rows);
  if (before != nullptr) {
    return notices.add("slot_taken", fmt::format("record {} stands", before->index.value));
  }
  if (!said.term.empty() && agreement_.folder.term(said.term) == nullptr) {
    notices.add("unknown_term", said.term);
  }
  const SeriesCount count = lists_.count(of);
  if (count.lodged > 0 && count.slots != said.slots) {
    notices.add("slots_differ",
                fmt::format("{} slots, another list says {}", said.slots, count.slots));
  }
  if (lists_.was_lodged(of, said.slot)) {
    notices.add("lodged_again", "another list was in this slot and is taken back");
  }
  const LodgedList list{entry.index, of,         said.slot,          said.slots,
                        said.list,   said.bytes, circle_time(entry), std::nullopt};
  lists_.lodge(list);
  put_list(of, said.slot, rows);
  put_series(of, rows);
  fulfil_lists(list, rows);
}

// The list that an opening opens; nothing if it opens none.
const LodgedList* HoldingsView::find(const Opening& said, const Folded& entry,
                                     std::optional<LeafIndex> of, Irregularities& notices) const {
  const LodgedList* list = of ? lists_.lodged(*of) : nullptr;
  if (list == nullptr) {
    notices.add("no_commitment", to_text(said.commitment));
    return nullptr;
  }
  if (std::get<0>(list->of) != party_of(entry.record->header.author)) {
    notices.add("not_the_party", std::get<0>(list->of));
    return nullptr;
  }
  if (list->opened) {
    notices.add("open_already", fmt::format("record {} opened it", list->opened->value));
    return nullptr;
  }
  if (is_of(said, *list)) return list;
  notices.add("other_list", "its digest is another than was lodged");
  return nullptr;
}

Result<void> HoldingsView::take(const Opening& said, const Folded& entry, Past& past, Rows& rows) {
  Irregularities notices(irregularities, entry.index, rows);
  const std::optional<LeafIndex> of = TRY(past.find(said.commitment));
  const LodgedList* found = find(said, entry, of, notices);
  if (found == nullptr) {
    rows.put(opening_table, entry.index, entry.record->header.author, of, false, false,
             std::int64_t{0});
    return {};
  }
  if (std::cmp_not_equal(said.list.size(), found->bytes)) {
    notices.add("other_size",
                fmt::format("{} bytes, {} were stated", said.list.size(), found->bytes));
  }
  OpenedList opened{entry.index, entry.record->id, found->index, {}};
  auto units = read_disposition_list(said.list);
  if (!units.ok()) notices.add("not_in_form", errc_word(units.error().code));
  if (units.ok()) opened.units = *std::move(units);
  std::int64_t place = 0;
  for (const ListedUnit& unit : opened.units) {
    rows.put(unit_table, entry.index, place++, unit.unit, unit.place, unit.strength);
  }
  const bool in_form = !opened.units.empty();
  const LodgedList list = *found;
  lists_.open(std::move(opened));
  const SeriesCount count = lists_.count(list.of);
  rows.put(opening_table, entry.index, entry.record->header.author, list.index, true, in_form,
           count.lodged - count.opened);
  put_list(list.of, list.slot, rows);
  put_series(list.of, rows);
  if (in_form) judge_lists(list, &entry.index, entry, rows);
  return {};
}

// A list against the first of its slot, in the order in which they were lodged: that order is fixed
// before anybody reads them. An opening that turns out to be the first judges the others again; a
// first one that is taken back does, too.
void HoldingsView::judge_lists(const LodgedList& list, const LeafIndex* opened, const Folded& entry,
                               Rows& rows) const {
  const auto& [party, subject, as_of] = list.of;
  const auto all = lists_.opened_in(party, subject, list.slot);
  if (all.size() < 2) return;
  // Taken back: the others stand as they were judged, unless it was the first of them.
  if (opened == nullptr && all.front()->commitment < list.index) return;
  const bool judges_all = opened == nullptr || all.front()->index == *opened;
  for (const Term* term : agreement_.terms<NoConcentration>()) {
    const auto& kind = std::get<NoConcentration>(term->kind);
    if (kind.subject != subject || !has(kind.by, party)) continue;
    for (std::size_t i = 1; i < all.size(); ++i) {
      if (!judges_all && all[i]->index != *opened) continue;
      put_judged(judgements, {all[i]->index, all[i]->id, std::nullopt}, entry.index, term,
                 Disposed{all.front()->units, all[i]->units}, rows);
    }
  }
}

// What one reported against what the other inspected, of the same civil day: a count of another day
// may well be another number.
void HoldingsView::compare(const CountEntry& entry, Irregularities& notices) const {
  const std::int32_t offset_s = agreement_.folder.agreement.effective.offset_s;
  const std::int64_t day = day_number({entry.at, offset_s});
  const UtcSeconds end{(day + 1) * 86'400 - offset_s - 1};
  for (const auto& [of, number] : entry.lines) {
    CountOf other_of = of;
    const bool reports = of.basis == CountBasis::reported;
    other_of.basis = reports ? CountBasis::inspected : CountBasis::reported;
    const auto other = counts_.newest(other_of, end);
    if (!other || day_number({other->at, offset_s}) != day || other->number == number) continue;
    notices.add("inspected_differs",
                fmt::format("{}{}{}: {} reported, {} inspected; record {}", of.what,
                            of.nationality.empty() ? "" : " ", of.nationality,
                            reports ? number : other->number, reports ? other->number : number,
                            other->index.value));
  }
}

void HoldingsView::put_newest(const CountEntry& entry, Rows& rows) const {
  for (const auto& [of, number] : entry.lines) {
    const auto newest = counts_.newest(of);
    const auto basis = word_of(of.basis, count_basis_words);
    if (!newest) {
      rows.erase(newest_table, of.of, of.side, of.place, basis, of.what, of.nationality);
    } else {
      rows.put(newest_table, of.of, of.side, of.place, basis, of.what, of.nationality,
               newest->number, newest->at, newest->index);
    }
  }
}

void HoldingsView::take(const StatedCount& said, const Folded& entry, Rows& rows) {
  Irregularities notices(irregularities, entry.index, rows);
  const std::string party(party_of(entry.record->header.author));
  const bool counts = may_count(said.side, said.basis, party, notices);
  check_clock(said.at, entry, notices);
  check_sum(said, notices);
  terms_.check(said, notices);
  bool twice = false;
  CountEntry mine{entry.index, entry.record->id, said.at.utc, circle_time(entry),
                  lines_of(said, twice)};
  if (twice) notices.add("line_twice", "lines of one sort and nationality are added up");
  put_lines(said, entry, counts, rows);
  if (!counts) return;
  compare(mine, notices);
  terms_.compare_units(counts_, mine, notices);
  counts_.add(mine);
  terms_.compare(counts_, mine, notices);
  put_newest(mine, rows);
  fulfil_counts(mine, false, rows);
  terms_.judge(counts_, mine, circle_time(entry), rows);
}

void HoldingsView::put_site(const SiteKey& key, Rows& rows) const {
  const auto found = sites_.find(key);
  if (found == sites_.end()) return rows.erase(site_table, key.first, key.second);
  const auto& [at, status] = *found->second.rbegin();
  rows.put(site_table, key.first, key.second, at.second, at.first,
           word_of(status, site_status_words));
}

void HoldingsView::judge_site(const SiteCheck& said, const SiteSeen& seen, const Folded& entry,
                              Rows& rows) const {
  const Place* place = agreement_.folder.bodies.place(said.site);
  for (const Term* term : agreement_.terms<Stored>()) {
    const auto& kind = std::get<Stored>(term->kind);
    if (!has(kind.by, said.side)) continue;
    const bool of_sort = place != nullptr && !kind.sort.empty() && place->sort == kind.sort;
    if (!of_sort && !has(kind.places, said.site)) continue;
    put_judged(judgements, {entry.index, entry.record->id, std::nullopt}, entry.index, term, seen,
               rows);
  }
}

void HoldingsView::take(const SiteCheck& said, const Folded& entry, Rows& rows) {
  Irregularities notices(irregularities, entry.index, rows);
  const std::string party(party_of(entry.record->header.author));
  const bool counts = may_count(said.side, CountBasis::inspected, party, notices);
  check_clock(said.at, entry, notices);
  const Place* site = agreement_.folder.bodies.place(said.site);
  if (site == nullptr) notices.add("unknown_site", said.site);
  if (site != nullptr && !site->side.empty() && site->side != said.side) {
    notices.add("other_side", site->side);
  }
  const SiteSeen seen{said.access, said.criteria, said.items};
  const bool saw = std::any_of(said.items.begin(), said.items.end(),
                               [](const CheckedItem& item) { return item.seen > 0; });
  if (said.access == SiteAccess::denied && saw) {
    notices.add("seen_without_access", said.site);
  }
  const SiteStatus status = status_of(seen);
  rows.put(check_table, entry.index, entry.record->header.author, said.side, said.site, said.at.utc,
           word_of(said.access, site_access_words), word_of(said.criteria, site_criteria_words),
           word_of(status, site_status_words), counts);
  std::int64_t place = 0;
  for (const CheckedItem& item : said.items) {
    rows.put(item_table, entry.index, place++, item.what, item.recorded, item.seen,
             word_of(item.serials, serials_words), item.reason);
  }
  if (!counts) return;
  const SiteKey key{said.side, said.site};
  sites_[key][{said.at.utc.value, entry.index.value}] = status;
  checked_[entry.index.value] = key;
  put_site(key, rows);
  judge_site(said, seen, entry, rows);
}

void HoldingsView::take_back(const Folded& entry, Rows& rows) {
  for (const LeafIndex index : taken_back(entry)) {
    if (const auto out = lists_.take_out(index)) {
      put_list(out->list.of, out->list.slot, rows);
      put_series(out->list.of, rows);
      if (out->lodging) fulfil_lists(out->list, rows);
      if (out->opened && !out->opened->units.empty()) judge_lists(out->list, nullptr, entry, rows);
    }
    if (const auto count = counts_.take_out(index)) {
      put_newest(*count, rows);
      fulfil_counts(*count, true, rows);
      terms_.take_back(counts_, *count, circle_time(entry));
    }
    const auto check = checked_.find(index.value);
    if (check == checked_.end()) continue;
    const SiteKey key = check->second;
    checked_.erase(check);
    auto& checks = sites_.at(key);
    std::erase_if(checks, [&](const auto& one) { return one.first.second == index.value; });
    if (checks.empty()) sites_.erase(key);
    put_site(key, rows);
  }
}

Result<void> HoldingsView::fold(const Folded& entry, Past& past, Rows& rows) {
  if (entry.refused) return {};
  if (entry.clock_set) {
    const UtcSeconds now{entry.clock_set->value + scenario_offset_s_};
    terms_.pass(counts_, {entry.index, entry.record->id, std::nullopt}, now, rows);
  }
  const Body* body = force_of(agreement_, entry);
  if (body == nullptr) return {};
  if (const auto* genesis = std::get_if<Genesis>(body)) {
    scenario_offset_s_ = genesis->scenario_offset_s;
  }
  if (std::holds_alternative<Retraction>(*body)) take_back(entry, rows);
  if (const auto* said = std::get_if<Commitment>(body)) take(*said, entry, rows);
  if (const auto* said = std::get_if<Opening>(body)) return take(*said, entry, past, rows);
  if (const auto* said = std::get_if<StatedCount>(body)) take(*said, entry, rows);
  if (const auto* said = std::get_if<SiteCheck>(body)) take(*said, entry, rows);
  return {};
}

Json HoldingsView::save() const {
  Json::Array sites;
  for (const auto& [key, checks] : sites_) {
    for (const auto& [at, status] : checks) {
      sites.push_back(Json::Array{key.first, key.second, at.first, at.second,
                                  static_cast<std::int64_t>(status)});
    }
  }
  Json::Array done;
  for (const auto& [owed, one] : done_) {
    done.push_back(Json::Array{owed.first, owed.second, one.index.value, one.at.value});
  }
  return Json::Object{{"lists", lists_.save()},  {"counts", counts_.save()},
                      {"terms", terms_.save()},  {"sites", std::move(sites)},
                      {"done", std::move(done)}, {"scenario_offset_s", scenario_offset_s_}};
}

Result<void> HoldingsView::load(const Json& state) {
  const Json* parts[] = {state.find("lists"), state.find("counts"),
                         state.find("terms"), state.find("sites"),
                         state.find("done"),  state.find("scenario_offset_s")};
  for (const Json* part : parts) {
    if (part == nullptr) return bad_state_of("holdings");
  }
  const bool whole = parts[3]->as_array() != nullptr && parts[4]->as_array() != nullptr &&
                     parts[5]->as_integer() != nullptr;
  if (!whole) return bad_state_of("holdings");
  TRY(lists_.load(*parts[0]));
  TRY(counts_.load(*parts[1]));
  TRY(terms_.load(*parts[2]));
  scenario_offset_s_ = *parts[5]->as_integer();
  sites_.clear();
  checked_.clear();
  done_.clear();
  for (const Json& saved : *parts[3]->as_array()) {
    SavedRow row = TRY(SavedRow::of(saved, 5, "holdings"));
    SiteKey key;
    key.first = TRY(row.text());
    key.second = TRY(row.text());
    const std::int64_t at = TRY(row.integer());
    const LeafIndex index = TRY(row.index());
    const std::int64_t status = TRY(row.integer());
    if (status < 0 || std::cmp_greater_equal(status, site_status_words.size())) return row.bad();
    checked_[index.value] = key;
    sites_[std::move(key)][{at, index.value}] = static_cast<SiteStatus>(status);
  }
  for (const Json& saved : *parts[4]->as_array()) {
    SavedRow row = TRY(SavedRow::of(saved, 4, "holdings"));
    std::string term = TRY(row.text());
    std::string by = TRY(row.text());
    const LeafIndex index = TRY(row.index());
    done_[{std::move(term), std::move(by)}] = {index, UtcSeconds{TRY(row.integer())}};
  }
  return {};
}

}  // namespace armistice
