// SPDX-License-Identifier: Apache-2.0
#include "support/node.h"

#include "base/limits.h"
#include "register/bodies.h"
#include "register/head_file.h"
#include "register/merkle.h"
#include "register/tile_files.h"

namespace armistice::testing {

Node::Node(const Genesis& genesis)
    : layout_{folder_.path(), "joint"},
      tree_([](const TileId&) { return Result<Bytes>(Error{Errc::not_found, "no tile"}); }) {
  real_env().make_directories(layout_.directory()).value();
  store_ = std::make_unique<Store>(
      Store::open(real_env(), layout_.database(), DatabaseMode::write).value());
  store_->database().execute("PRAGMA synchronous=OFF").value();  // a test outlives no power cut
  const Submission first = sign_genesis(genesis);
  const Record record = parse_record(first.entry).value();
  admission_ = std::make_unique<Admission>(Admission::start(record, *first.body).value());
  store_->put_entry({LeafIndex{0}, first.entry, first.body, std::nullopt}).value();
  tree_.append(leaf_hash(first.entry));
}

const std::vector<std::string>& Node::everybody() {
  static const std::vector<std::string> names = {"unc",         "kpa-cpv", "sweden",
                                                 "switzerland", "poland",  "czechoslovakia"};
  return names;
}

Author& Node::author(const std::string& name) {
  return authors_.try_emplace(name, name, circle()).first->second;
}

void Node::judge(const CheckedEntry& entry, const std::optional<Bytes>& body) {
  effect_.reset();
  const auto judged = admission_->judge(entry);
  verdict_ = judged.ok() ? std::optional<Errc>() : judged.error().code;
  if (verdict_) return admission_->pass();
  const Header& header = entry.record->header;
  if (header.is_joint()) {
    store_->put_joint(entry.record->id, admission_->next()).value();
  } else {
    const auto slot = admission_->roster()->slot(header.author, header.key);
    store_->put_number(*slot, header.number, admission_->next()).value();
  }
  effect_ = admission_->admit(*entry.record, body).value();
}

LeafIndex Node::put(const Submission& submission) {
  const LeafIndex index = admission_->next();
  judge(check_entry(submission.entry, *admission_->roster()), submission.body);
  const bool in_row = submission.body && submission.body->size() <= limits::body_inline_bytes_max;
  if (submission.body && !in_row) put_body_file(real_env(), layout_, *submission.body).value();
  store_->put_entry({index, submission.entry, in_row ? submission.body : std::nullopt, verdict_})
      .value();
  tree_.append(leaf_hash(submission.entry));
  return index;
}

LeafIndex Node::put_as(const Submission& submission, std::optional<Errc> verdict) {
  const LeafIndex index = put(submission);
  const std::string word = verdict ? "'" + std::string(errc_word(*verdict)) + "'" : "NULL";
  store_->database()
      .execute(fmt::format("UPDATE entry SET void={} WHERE leaf_index={}", word, index.value))
      .value();
  return index;
}

Author Node::enrol(const std::string& name) {
  put(root(std::string(name.substr(0, name.find('/')))).write(enrolment(key_of(name).verifier())));
  ASSERT(acted());
  return Author(name, circle());
}

LeafIndex Node::put_clock(const std::vector<std::string>& parties, std::int64_t time_s) {
  return put_clock(cosigned_head(genesis(), head(), parties, UtcSeconds{time_s}));
}

LeafIndex Node::put_clock(const Bytes& checkpoint) {
  return put(secretary().write(Clock{Salt{}, checkpoint}));
}

void Node::publish() {
  const Bytes note = sign_checkpoint(key_of(genesis().origin), head());
  store_->put_head({size(), note}).value();
  TileFiles files(real_env(), layout_,
                  Store::open(real_env(), layout_.database(), DatabaseMode::read).value());
  for (const TileId& id : full_tiles(size())) files.write(id, files.make(id).value()).value();
  HeadFile::open(real_env(), layout_.head(), slot_).value().write(note).value();
  slot_ = slot_ ? 1 - *slot_ : 0;
}

}  // namespace armistice::testing
