// SPDX-License-Identifier: Apache-2.0
#include "plan/judged_again.h"

#include <map>

namespace armistice {
namespace {

// Keeps the findings, and what a fold must find again.
class FindingSink final : public FoldSink {
 public:
  Result<void> apply(const std::vector<Change>& changes) override {
    for (const Change& change : changes) {
      if (std::string_view(change.table->name) != "finding" || change.erases) continue;
      // finding: leaf_index, term, reading, occasion, id, record, case, judged_at, paragraph,
      // verdict, good, because, cure
      const auto& values = change.values;
      if (values[2] != Value("")) continue;
      FoundThen one;
      one.index.value = static_cast<std::uint64_t>(std::get<std::int64_t>(values[0]));
      one.term = std::get<std::string>(values[1]);
      one.occasion = std::get<std::string>(values[3]);
      one.paragraph = std::get<std::string>(values[8]);
      one.verdict = std::get<std::string>(values[9]);
      one.good = std::get<std::int64_t>(values[10]) != 0;
      one.because = std::get<std::string>(values[11]);
      found_[{one.index.value, one.term, one.occasion}] = std::move(one);
    }
    return places_->apply(changes);
  }
  Result<void> locate(const Digest& digest, LeafIndex index) override {
    return places_->locate(digest, index);
  }
  Result<std::vector<LeafIndex>> candidates(const Digest& digest) override {
    return places_->candidates(digest);
  }
  std::vector<FoundThen> found() && {
    std::vector<FoundThen> all;
    for (auto& [key, one] : found_) all.push_back(std::move(one));
    return all;
  }

 private:
  std::map<std::tuple<std::uint64_t, std::string, std::string>, FoundThen> found_;
  std::unique_ptr<FoldSink> places_ = make_memory_sink();
};

}  // namespace

Result<std::vector<FoundThen>> findings_under(Env& env, const RegisterLayout& layout, TreeSize size,
                                              AgreementInForce agreement) {
  FindingSink sink;
  auto fold = TRY(Fold::start_under(env, layout, sink, std::move(agreement)));
  Store store = TRY(Store::open(env, layout.database(), DatabaseMode::read));
  ReplayOptions options;
  options.verify_lines = false;
  options.parse_bodies = true;
  TRY(replay(
      env, layout, store, LeafIndex{fold->position().value}, LeafIndex{size.value}, options,
      [&] { return fold->admission().roster(); },
      [&](const Replayed& item) -> Result<void> { return fold->take(item, Verdicts::stored); }));
  return std::move(sink).found();
}

}  // namespace armistice
