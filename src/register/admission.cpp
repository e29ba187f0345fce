// SPDX-License-Identifier: Apache-2.0
#include "register/admission.h"

#include <fmt/format.h>

#include "record/kinds/body.h"
#include "register/bodies.h"

namespace armistice {

CheckedEntry check_entry(Bytes entry, const Roster& roster) {
  CheckedEntry checked{parse_record(std::move(entry)), {}};
  if (!checked.record.ok()) return checked;
  const Record& record = *checked.record;
  for (std::size_t i = 0; i < record.line_keys.size(); ++i) {
    const RosterKey* key = roster.find(record.line_name(i), record.line_keys[i]);
    checked.verified.push_back(
        key == nullptr ? std::nullopt : std::optional(verify_line(record, i, key->vkey.key)));
  }
  return checked;
}

namespace {

// Genesis is signed by every root, in the order of the parties, and by nobody else.
Result<void> check_genesis_lines(const Record& record, const Genesis& genesis) {
  if (record.header.signers.size() != genesis.parties.size()) {
    return Error{Errc::wrong_signers, "genesis is signed by the root of every party"};
  }
  for (std::size_t i = 0; i < genesis.parties.size(); ++i) {
    const VerifierKey& root = genesis.parties[i].root;
    if (record.header.signers[i] != root.name || record.line_keys[i] != root.id()) {
      return Error{Errc::wrong_signers, fmt::format("signer {} is {}", i + 1, to_text(root))};
    }
    if (!verify_line(record, i, root.key)) {
      return Error{Errc::bad_signature, root.name + ": its line does not verify"};
    }
  }
  return {};
}

}  // namespace

Admission::Admission(Digest circle, Genesis genesis)
    : circle_(circle),
      genesis_(std::make_shared<const Genesis>(std::move(genesis))),
      roster_(std::make_shared<const Roster>(*genesis_)),
      next_{1},
      numbers_(roster_->keys().size()) {}

Result<Admission> Admission::start(const Record& record, ByteView body) {
  if (record.header.kind != Genesis::kind) {
    return Error{Errc::wrong_circle, "record 0 is not a genesis record"};
  }
  TRY(check_body(record.header.body, body));
  auto parsed = TRY(parse_body(record.header.kind, body));
  Genesis& genesis = std::get<Genesis>(parsed);
  TRY(check_genesis_lines(record, genesis));
  return Admission(record.id, std::move(genesis));
}

const NumberSet& Admission::numbers(std::size_t slot) const {
  ASSERT(slot < numbers_.size());
  return numbers_[slot];
}

std::optional<UtcSeconds> Admission::circle_time() const {
  if (!clock_) return std::nullopt;
  return UtcSeconds{clock_->value + genesis_->scenario_offset_s};
}

// The enrolled key of a line, if it may sign this record here.
Result<const RosterKey*> Admission::signing_key(const Record& record, std::size_t line) const {
  const std::string& name = record.line_name(line);
  const RosterKey* key = roster_->find(name, record.line_keys[line]);
  const bool may = key != nullptr && key->from && *key->from <= next_ && key->signs(record.header);
  if (!may) {
    return Error{Errc::unknown_key, fmt::format("{} {} is not enrolled to author at {}", name,
                                                to_text(record.line_keys[line]), next_.value)};
  }
  return key;
}

Result<void> Admission::judge(const CheckedEntry& entry, Lines lines) const {
  if (!entry.record.ok()) return entry.record.error();
  const Record& record = *entry.record;
  const Header& header = record.header;
  if (header.circle != circle_) {
    return Error{Errc::wrong_circle, "the circle here is " + to_text(circle_)};
  }
  if (header.is_joint() && genesis_->organ(header.author) == nullptr) {
    return Error{Errc::unknown_key, header.author + " is no joint organ of this circle"};
  }
  std::vector<const RosterKey*> keys;
  for (std::size_t i = 0; i < record.line_keys.size(); ++i) {
    keys.push_back(TRY(signing_key(record, i)));
  }
  for (std::size_t i = 0; i < keys.size() && lines == Lines::verify; ++i) {
    const auto known = i < entry.verified.size() ? entry.verified[i] : std::nullopt;
    if (!(known ? *known : verify_line(record, i, keys[i]->vkey.key))) {
      return Error{Errc::bad_signature, keys[i]->vkey.name + ": its line does not verify"};
    }
  }
  return record.header.is_joint() ? judge_joint(record) : judge_chain(record);
}

std::size_t Admission::slot_of(const Record& record) const {
  const auto slot = roster_->slot(record.header.author, record.header.key);
  ASSERT(slot.has_value());
  return *slot;
}

Result<void> Admission::judge_chain(const Record& record) const {
  if (!numbers_[slot_of(record)].contains(record.header.number)) return {};
  return Error{Errc::number_taken,
               fmt::format("{} {} has a record {} already", record.header.author,
                           to_text(record.header.key), record.header.number)};
}

Result<void> Admission::judge_joint(const Record& record) const {
  if (joint_ids_.contains(record.id)) {
    return Error{Errc::number_taken, "this joint record stands already"};
  }
  const auto now = circle_time();
  if (!now || *now >= record.header.until->utc) {
    return Error{Errc::expired, now ? "the register's clock has passed `until`"
                                    : "the register's clock has not started"};
  }
  for (const std::string& signer : record.header.signers) {
    if (withdrawn_.contains({record.id, signer})) {
      return Error{Errc::withdrawn, signer + " withdrew before"};
    }
  }
  return {};
}

Result<Effect> Admission::admit(const Record& record, std::optional<ByteView> body) {
  const Header& header = record.header;
  std::optional<Result<Body>> parsed;
  if (is_register_kind(header.kind)) {
    if (header.body.form == BodyForm::sealed) {
      // Even if somebody lodged its bytes here: on other nodes they are not.
      parsed = Error{Errc::malformed, "a body from which the register is folded is open"};
    } else if (!body) {
      return Error{Errc::incomplete,
                   fmt::format("the body of {} at {} is missing", header.kind, next_.value)};
    } else {
      TRY(check_body(header.body, *body));
      parsed = parse_body(header.kind, *body);
    }
  }
  if (header.is_joint()) {
    joint_ids_.insert(record.id);
  } else {
    numbers_[slot_of(record)].add(header.number);
  }
  if (header.kind == Withdrawal::kind) {
    for (const Digest& draft : header.refers) withdrawn_.emplace(draft, header.author);
  }
  Effect effect;
  if (parsed && !parsed->ok()) {
    effect.inert = parsed->error();
  } else if (parsed && header.is_joint()) {
    effect.inert = Error{Errc::unknown_key, "key and clock records have one author"};
  } else if (parsed && std::holds_alternative<Key>(**parsed)) {
    const auto acted = act_key(record, std::get<Key>(**parsed));
    if (!acted.ok()) effect.inert = acted.error();
  } else if (parsed && std::holds_alternative<Clock>(**parsed)) {
    auto head = act_clock(record, std::get<Clock>(**parsed));
    if (head.ok()) {
      effect.clock_head = *std::move(head);
    } else {
      effect.inert = head.error();
    }
  }
  ++next_.value;
  return effect;
}

Result<void> Admission::act_key(const Record& record, const Key& key) {
  const RosterKey* author = roster_->find(record.header.author, record.header.key);
  TRY(roster_->may_enrol(*author, key));
  const bool held_back = mode_ == Mode::contested;
  auto grown = std::make_shared<Roster>(*roster_);
  grown->enrol(key, next_, held_back ? std::nullopt : std::optional(LeafIndex{next_.value + 1}));
  numbers_.emplace_back();
  roster_ = std::move(grown);
  return {};
}

Result<Head> Admission::act_clock(const Record& record, const Clock& clock) {
  const VerifierKey& secretary = genesis_->secretary;
  if (record.header.author != secretary.name || record.header.key != secretary.id()) {
    return Error{Errc::unknown_key, "only the secretary's clock records act"};
  }
  Head head = TRY(read_head(*genesis_, clock.checkpoint));
  if (!head.mode) return Error{Errc::unquorate, "the head on record does not count"};
  const TreeSize size = head.checkpoint.size;
  if (size <= clock_size_) return Error{Errc::out_of_range, "the head on record does not grow"};
  if (size.value > next_.value) {
    return Error{Errc::out_of_range, "the head on record is larger than the register"};
  }
  clock_ = std::max(clock_.value_or(UtcSeconds{}), head.lower_median());
  clock_size_ = size;
  mode_ = head.mode;
  // Most heads release nobody: a roster of a thousand keys is not copied for those.
  if (head.has_every_side(*genesis_) && roster_->holds_back(size)) {
    auto released = std::make_shared<Roster>(*roster_);
    released->release(size, LeafIndex{next_.value + 1});
    roster_ = std::move(released);
  }
  return head;
}

}  // namespace armistice
