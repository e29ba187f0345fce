// SPDX-License-Identifier: Apache-2.0
#include "support/folding.h"

namespace armistice::testing {

std::string to_text(const Value& value) {
  if (const auto* integer = std::get_if<std::int64_t>(&value)) return fmt::format("{}", *integer);
  if (const auto* text = std::get_if<std::string>(&value)) return "'" + *text + "'";
  if (const auto* digest = std::get_if<Digest>(&value)) return armistice::to_text(*digest);
  return "null";
}

Result<void> RowKeeper::apply(const std::vector<Change>& changes) {
  for (const Change& change : changes) {
    auto& table = tables_[std::string(change.table->name)];
    const std::vector<Value> key(change.values.begin(),
                                 change.values.begin() + change.table->key_columns);
    if (change.erases) {
      ASSERT(table.erase(key) == 1);  // what is not there cannot go
    } else {
      table.insert_or_assign(key, change.values);
    }
  }
  return {};
}

Result<void> RowKeeper::locate(const Digest& digest, LeafIndex index) {
  places_.emplace(digest, index);
  return {};
}

Result<std::vector<LeafIndex>> RowKeeper::candidates(const Digest& digest) {
  std::vector<LeafIndex> found;
  const auto [first, last] = places_.equal_range(digest);
  for (auto it = first; it != last; ++it) found.push_back(it->second);
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<std::vector<Value>> RowKeeper::rows(const std::string& table) const {
  std::vector<std::vector<Value>> out;
  const auto found = tables_.find(table);
  if (found == tables_.end()) return out;
  for (const auto& [key, values] : found->second) out.push_back(values);
  return out;
}

std::vector<std::string> RowKeeper::lines() const {
  std::vector<std::string> out;
  for (const auto& [name, table] : tables_) {
    for (const auto& [key, values] : table) {
      std::string line = name;
      for (const Value& value : values) line += " " + to_text(value);
      out.push_back(line);
    }
  }
  return out;
}

Result<void> fold_to(Node& node, Fold& fold, TreeSize size, Verdicts verdicts) {
  ReplayOptions options;
  options.verify_lines = verdicts == Verdicts::recomputed;
  options.parse_bodies = true;
  options.workers = 0;
  Store store = TRY(Store::open(real_env(), node.layout().database(), DatabaseMode::read));
  return replay(
      real_env(), node.layout(), store, LeafIndex{fold.position().value}, LeafIndex{size.value},
      options, [&] { return fold.admission().roster(); },
      [&](Replayed item) { return fold.take(item, verdicts); });
}

Json saved_of(const Fold& fold) {
  Json saved = Json::Object{};
  const auto done = fold.save([&](std::string_view part, const Json& state) -> Result<void> {
    saved.add(part, parse_json(armistice::to_text(state)).value());
    return {};
  });
  ASSERT(done.ok());
  return saved;
}

Result<std::unique_ptr<Fold>> restored(Node& node, FoldSink& sink, const Json& saved) {
  return Fold::restore(real_env(), node.layout(), sink,
                       [&](std::string_view part) -> Result<Json> { return *saved.find(part); });
}

WholeFold fold_all(Node& node) {
  WholeFold whole;
  whole.rows = std::make_unique<RowKeeper>();
  whole.fold = Fold::start(real_env(), node.layout(), *whole.rows).value();
  fold_to(node, *whole.fold, node.size(), Verdicts::recomputed).value();
  return whole;
}

std::vector<std::string> words_at(const RowKeeper& rows, LeafIndex index) {
  std::vector<std::string> words;
  for (const auto& row : rows.rows("irregularity")) {
    if (std::get<std::int64_t>(row[0]) == static_cast<std::int64_t>(index.value)) {
      words.push_back(std::get<std::string>(row[2]));
    }
  }
  return words;
}

}  // namespace armistice::testing
