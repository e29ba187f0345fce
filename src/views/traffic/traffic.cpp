// SPDX-License-Identifier: Apache-2.0
#include "views/traffic/traffic.h"

#include <fmt/format.h>

#include "base/text.h"
#include "views/traffic/view.sql.h"

namespace armistice {
namespace {

constexpr Table record_table{"record", 14, 1, "leaf_index"};
constexpr Table signer_table{"signer", 3, 2, "leaf_index, place"};
constexpr Table reference_table{"reference", 2, 2, "leaf_index, target"};
constexpr Table chain_table{"chain", 7, 2, "author, key"};
constexpr Table gap_table{"gap", 5, 3, "author, key, first"};
constexpr Table retraction_table{"retraction", 5, 2, "leaf_index, target"};
constexpr Table clock_table{"clock", 4, 1, "leaf_index"};
constexpr Table irregularity_table{"irregularity", 5, 2, "leaf_index, place"};

// The irregularities of one entry, numbered as they are noticed.
class Notices {
 public:
  Notices(LeafIndex index, Rows& rows) : index_(index), rows_(rows) {}
  void add(std::string_view word, std::string_view detail,
           const std::optional<Digest>& about = std::nullopt) {
    rows_.put(irregularity_table, index_, place_++, word, about, detail);
  }

 private:
  LeafIndex index_;
  Rows& rows_;
  std::int64_t place_ = 0;
};

void put_record(const Folded& entry, const std::optional<std::string>& key, Rows& rows) {
  std::optional<std::string_view> voided;
  if (entry.refused) voided = errc_word(entry.refused->code);
  if (entry.record == nullptr) {
    constexpr std::monostate none;
    rows.put(record_table, entry.index, none, none, none, none, none, none, none, none, none, none,
             none, voided, entry.clock);
    return;
  }
  const Header& header = entry.record->header;
  const std::optional<UtcSeconds> until =
      header.until ? std::optional(header.until->utc) : std::nullopt;
  rows.put(record_table, entry.index, entry.record->id, header.kind, header.author, key,
           header.number, header.written.utc, std::int64_t{header.written.offset_s}, until,
           header.body.digest, header.body.bytes,
           header.body.form == BodyForm::open ? "open" : "sealed", voided, entry.clock);
  std::int64_t place = 0;
  for (const std::string& signer : header.signers) {
    rows.put(signer_table, entry.index, place++, signer);
  }
  for (const Digest& id : header.refers) rows.put(reference_table, entry.index, id);
}

// A chain by its author and the text of its key.
using ChainName = std::pair<std::string, std::string>;

void put_chain(const ChainName& name, const Chain& chain, Rows& rows) {
  rows.put(chain_table, name.first, name.second, chain.records(), chain.largest(), chain.missing(),
           chain.forks, chain.last_index);
}

// A record void because its number was taken: the same text again, or another, a fork.
Result<void> notice_taken(const Folded& entry, Past& past, Notices& notices, bool& forked) {
  const Record& record = *entry.record;
  const auto first = TRY(past.find(record.id));
  forked = !first.has_value();
  if (forked) {
    notices.add("fork",
                fmt::format("another text of number {} stands before", record.header.number),
                record.id);
  } else {
    notices.add("repeated", fmt::format("the same record stands at {}", first->value), record.id);
  }
  return {};
}

Result<void> notice_seen(const Folded& entry, Past& past, Notices& notices) {
  const Seen& seen = entry.record->header.seen;
  if (seen.size.value == 0) return {};
  if (seen.size.value > entry.index.value) {
    notices.add("seen_ahead",
                fmt::format("saw {} entries where {} stood", seen.size.value, entry.index.value));
    return {};
  }
  if (TRY(past.root_at(seen.size)) != seen.root) {
    notices.add("seen_elsewhere", fmt::format("saw another root at {}: {}", seen.size.value,
                                              to_base64(seen.root.view())));
  }
  return {};
}

// What is wrong with a body is said by its word alone: the sentences of a parser are no part of
// what every node must compute alike.
void notice_body(const Folded& entry, Notices& notices) {
  const Header& header = entry.record->header;
  if (!is_known_kind(header.kind)) {
    notices.add("unknown_kind", header.kind + " has no force");
  } else if (is_register_kind(header.kind)) {
    // What genesis, key and clock records do is said by their effect.
  } else if (header.body.form == BodyForm::sealed && header.kind != Note::kind) {
    notices.add("bad_body", errc_word(Errc::malformed));
  } else if (entry.body != nullptr && !entry.body->ok()) {
    notices.add("bad_body", errc_word(entry.body->error().code));
  }
  if (entry.role == KeyRole::root && header.kind != Key::kind) {
    notices.add("root_key_used", "a root key authors genesis and key records only");
  }
}

Result<void> notice_effect(const Folded& entry, Past& past, Notices& notices, Rows& rows) {
  const Header& header = entry.record->header;
  if (entry.effect->inert) {
    notices.add(header.kind == Key::kind ? "key_inert" : "clock_inert",
                errc_word(entry.effect->inert->code));
  }
  if (entry.effect->clock_head) {
    const Head& head = *entry.effect->clock_head;
    rows.put(clock_table, entry.index, head.checkpoint.size, word(*head.mode), entry.clock_set);
    if (TRY(past.root_at(head.checkpoint.size)) != head.checkpoint.root) {
      notices.add("clock_elsewhere", fmt::format("a counted head of {} entries has another root",
                                                 head.checkpoint.size.value));
    }
  }
  return {};
}

// Whether a retraction acts on a record that stands before, or the word of why not.
std::string_view retraction_effect(const Header& by, const Header& target) {
  if (is_register_kind(target.kind) || target.kind == Withdrawal::kind) return "not_retractable";
  if (target.is_joint() || by.is_joint()) {
    const bool same = target.author == by.author && target.signers == by.signers;
    return same ? "acts" : "not_the_author";
  }
  return party_of(target.author) == party_of(by.author) ? "acts" : "not_the_author";
}

Result<void> fold_retraction(const Folded& entry, const Retraction& retraction, Past& past,
                             Notices& notices, Rows& rows) {
  const Header& header = entry.record->header;
  if (header.refers.empty()) notices.add("refers_to_nothing", "it names no record");
  for (const Digest& id : header.refers) {
    const auto target = TRY(past.find(id));
    std::string_view effect = "refers_to_nothing";
    if (target) {
      const Record said = TRY(past.record(*target));
      effect = retraction_effect(header, said.header);
    }
    if (entry.role == KeyRole::root) effect = "root_key_used";
    rows.put(retraction_table, entry.index, id, target, word(retraction.scope), effect);
    if (effect != "acts" && effect != "root_key_used") {
      notices.add(effect, "the retraction does not act on this record", id);
    }
  }
  return {};
}

Result<void> fold_withdrawal(const Folded& entry, Past& past, Notices& notices) {
  for (const Digest& draft : entry.record->header.refers) {
    const auto target = TRY(past.find(draft));
    if (!target) continue;
    notices.add("too_late", fmt::format("the record stands already, at {}", target->value), draft);
  }
  return {};
}

void fold_chain(const Header& header, const ChainName& name, const Chain::Added& added,
                const Chain& chain, Notices& notices, Rows& rows) {
  if (added.jumped) {
    const Chain::Gap& gap = added.opened.front();
    notices.add("gap", gap.first == gap.last
                           ? fmt::format("number {} is missing", gap.first)
                           : fmt::format("numbers {} to {} are missing", gap.first, gap.last));
  }
  if (added.filled) notices.add("late_fill", fmt::format("number {} came late", header.number));
  if (added.previous_differs) {
    notices.add("previous_differs", "it and its neighbour do not name each other");
  }
  if (added.closed) rows.erase(gap_table, name.first, name.second, *added.closed);
  for (const Chain::Gap& gap : added.opened) {
    rows.put(gap_table, name.first, name.second, gap.first, gap.last, gap.noticed_at);
  }
  put_chain(name, chain, rows);
}

Error bad_state() { return Error{Errc::damaged, "the saved state of traffic cannot be read"}; }

}  // namespace

std::string_view TrafficView::schema() const { return traffic_sql; }

Result<void> TrafficView::fold(const Folded& entry, Past& past, Rows& rows) {
  Notices notices(entry.index, rows);
  std::optional<std::string> key;  // of a chain; a joint record belongs to none
  if (entry.record != nullptr && !entry.record->header.is_joint()) {
    key = to_text(entry.record->header.key);
  }
  put_record(entry, key, rows);
  if (entry.refused) {
    notices.add("void", errc_word(entry.refused->code));
    if (entry.refused->code != Errc::number_taken) return {};
    bool forked = false;
    TRY(notice_taken(entry, past, notices, forked));
    if (!forked || !key) return {};
    const ChainName name{entry.record->header.author, *key};
    Chain& chain = chains_[name];
    ++chain.forks;
    put_chain(name, chain, rows);
    return {};
  }
  const Record& record = *entry.record;
  if (key) {
    const ChainName name{record.header.author, *std::move(key)};
    Chain& chain = chains_[name];
    const Chain::Added added = chain.add(record.header, record.id, entry.index);
    fold_chain(record.header, name, added, chain, notices, rows);
  }
  TRY(notice_seen(entry, past, notices));
  notice_body(entry, notices);
  TRY(notice_effect(entry, past, notices, rows));
  if (record.header.kind == Retraction::kind && entry.body != nullptr && entry.body->ok()) {
    TRY(fold_retraction(entry, std::get<Retraction>(**entry.body), past, notices, rows));
  }
  if (record.header.kind == Withdrawal::kind) TRY(fold_withdrawal(entry, past, notices));
  return {};
}

Json TrafficView::save() const {
  Json::Array chains;
  for (const auto& [name, chain] : chains_) {
    chains.push_back(Json::Array{name.first, name.second, chain.save()});
  }
  return chains;
}

Result<void> TrafficView::load(const Json& state) {
  const Json::Array* rows = state.as_array();
  if (rows == nullptr) return bad_state();
  chains_.clear();
  for (const Json& row : *rows) {
    const Json::Array* columns = row.as_array();
    if (columns == nullptr || columns->size() != 3) return bad_state();
    const std::string* author = (*columns)[0].as_text();
    const std::string* key = (*columns)[1].as_text();
    if (author == nullptr || key == nullptr) return bad_state();
    chains_.emplace(KeyName(*author, *key), TRY(Chain::load((*columns)[2])));
  }
  return {};
}

}  // namespace armistice
