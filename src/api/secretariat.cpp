// SPDX-License-Identifier: Apache-2.0
#include "api/secretariat.h"

#include <fmt/format.h>

#include "base/limits.h"
#include "crypto/hash.h"
#include "record/kinds/body.h"

namespace armistice {
namespace {

// The last head that counts, from which a cosigner may go on; nothing before the first.
Result<std::optional<Checkpoint>> last_counted(Register& reg) {
  auto head = reg.with_store([](Store& store) { return store.last_counted(); });
  if (!head.ok() && head.error().code == Errc::not_found) return std::optional<Checkpoint>();
  return std::optional<Checkpoint>(
      TRY(read_head(reg.genesis(), TRY(std::move(head)).note)).checkpoint);
}

}  // namespace

CivilTime circle_time(const Genesis& genesis, UtcSeconds clock) {
  // Genesis was checked when it was read: its offsets can be parsed.
  const std::int32_t offset_s = parse_offset(genesis.civil_offsets.front()).value();
  return {UtcSeconds{clock.value + genesis.scenario_offset_s}, offset_s};
}

CivilTime circle_now(Env& env, const Genesis& genesis) { return circle_time(genesis, env.now()); }

Result<Seen> newest_seen(Register& reg) {
  const auto counted = TRY(last_counted(reg));
  return counted ? Seen{counted->size, counted->root} : Seen{};
}

Result<std::unique_ptr<Secretariat>> Secretariat::open(Env& env, Register& reg,
                                                       const Keyring& keyring) {
  std::unique_ptr<Secretariat> made(new Secretariat(env, reg));
  for (const Party& party : reg.genesis().parties) {
    const auto place = keyring.find(party.cosigner.name, KeyType::cosignature);
    if (!place.ok()) continue;
    Path memory = place->file;
    memory += ".cosigned";
    made->keys_.push_back(TRY(CosignerKey::open(
        env, TRY(keyring.load(party.cosigner.name, KeyType::cosignature)), memory)));
  }
  if (keyring.find(reg.genesis().secretary.name).ok()) {
    made->secretary_.emplace(TRY(keyring.signer(reg.genesis().secretary.name)));
  }
  const auto trusted = TRY(last_counted(reg));
  if (trusted) made->cosigned_ = trusted->size;
  made->cosigner_ = TRY(Cosigner::open(env, reg.layout(), trusted));
  // The last clock may be another process's: its age is what the wall clock says. From then on the
  // monotonic one counts, which nobody sets.
  const auto clock = reg.state().clock;
  const std::int64_t age_s = clock ? std::max<std::int64_t>(env.now().value - clock->value, 0) : 0;
  made->clock_written_us_ = env.monotonic_us() - age_s * 1'000'000;
  return made;
}

bool Secretariat::behind() const { return cosigned_ < register_.state().size; }

Result<Head> Secretariat::cosign() {
  std::vector<CosignerKey*> keys;
  for (CosignerKey& key : keys_) keys.push_back(&key);
  return cosign_with(keys);
}

Result<Head> Secretariat::cosign_as(std::string_view party) {
  const Party* wanted = register_.genesis().party(party);
  if (wanted == nullptr) return Error{Errc::not_found, fmt::format("no party is called {}", party)};
  for (CosignerKey& key : keys_) {
    if (key.key().name != wanted->cosigner.name) continue;
    CosignerKey* one = &key;
    return cosign_with({&one, 1});
  }
  return Error{Errc::not_found, fmt::format("no cosigner's key of {} here", party)};
}

Result<Head> Secretariat::cosign_with(std::span<CosignerKey*> keys) {
  if (keys.empty()) return Error{Errc::not_found, "no cosigner's key here"};
  const Bytes note = register_.state().head;
  const Checkpoint head = TRY(read_head(register_.genesis(), note)).checkpoint;
  TRY(cosigner_->check(head).within("cosigners"));
  std::vector<Bytes> lines;
  for (CosignerKey* key : keys) lines.push_back(TRY(key->sign(head)));
  Head cosigned = TRY(register_.add_cosignatures(add_lines(note, lines)));
  if (cosigned.mode) cosigned_ = head.size;
  return cosigned;
}

bool Secretariat::clock_due() const {
  const Register::State state = register_.state();
  if (!secretary_ || cosigned_ <= state.clock_size) return false;
  const std::int64_t age_s = (env_.monotonic_us() - clock_written_us_) / 1'000'000;
  return !state.clock || state.since_clock >= limits::clock_records_between ||
         (state.since_clock > 0 && age_s >= limits::clock_age_s_max) ||
         age_s >= limits::clock_idle_s;
}

Result<Receipt> Secretariat::write_clock() {
  if (!secretary_) return Error{Errc::not_found, "the secretary's key is not here"};
  // The head may have been cosigned long ago: what goes on record is as late as it can be.
  if (!keys_.empty()) TRY(cosign());
  if (const auto& waiting = secretary_->unreceipted()) {
    TRY(register_.append({waiting->entry, waiting->body}).within("clock"));
    TRY(secretary_->receipted());
  }
  const StoredHead counted =
      TRY(register_.with_store([](Store& store) { return store.last_counted(); }));
  const Bytes body = to_bytes(Clock{Salt::generate(env_), counted.note});
  Header header;
  header.circle = register_.circle();
  header.kind = Clock::kind;
  header.seen = TRY(newest_seen(register_));
  header.written = circle_now(env_, register_.genesis());
  header.body = {sha256(body), body.size(), BodyForm::open};
  const Bytes entry = TRY(secretary_->sign(std::move(header), body));
  Receipt receipt = TRY(register_.append({entry, body}).within("clock"));
  TRY(secretary_->receipted());
  clock_written_us_ = env_.monotonic_us();
  return receipt;
}

}  // namespace armistice
