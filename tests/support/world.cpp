// SPDX-License-Identifier: Apache-2.0
#include "support/world.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <future>

#include "base/text.h"
#include "crypto/hash.h"
#include "register/bodies.h"

namespace armistice::testing {
namespace {

const std::array<std::string, 6> parties = {"unc",         "kpa-cpv", "sweden",
                                            "switzerland", "poland",  "czechoslovakia"};

// Agreement and specification of a world are bundles of no files: one manifest, which is empty.
Genesis genesis_of_a_world() {
  Genesis genesis = example_genesis();
  genesis.agreement = sha256("");
  genesis.spec = sha256("");
  return genesis;
}

}  // namespace

World::World(Path node)
    : layout{std::move(node), "joint"},
      genesis(genesis_of_a_world()),
      genesis_record(sign_genesis(genesis)),
      circle(id_of(genesis_record)) {}

World::World(const World& other) = default;

Result<std::unique_ptr<Register>> World::start(Env& env) {
  auto opened = Register::open(env, layout, key_of(genesis.origin));
  if (opened.ok() || opened.error().code != Errc::not_found) return opened;
  TRY(put_body_file(env, layout, ""));
  TRY(Register::create(env, layout, genesis_record, key_of(genesis.origin)));
  return Register::open(env, layout, key_of(genesis.origin));
}

World::Handed& World::remember(const Submission& record) {
  const auto [place, first] = places_.emplace(id_of(record), handed_.size());
  if (first) handed_.push_back({record, std::nullopt});
  return handed_[place->second];
}

Result<void> World::hand_in(Register& reg, const std::vector<Submission>& records) {
  std::vector<std::future<Result<Receipt>>> waiting;
  for (const Submission& record : records) {
    remember(record);
    auto promise = std::make_shared<std::promise<Result<Receipt>>>();
    waiting.push_back(promise->get_future());
    reg.submit(record, [promise](Result<Receipt> got) { promise->set_value(std::move(got)); });
  }
  Result<void> answer;
  for (std::size_t i = 0; i < records.size(); ++i) {
    const auto got = waiting[i].get();
    if (!got.ok()) {
      if (answer.ok()) answer = got.error();
      continue;
    }
    was_promised(records[i], *got);
  }
  return answer;
}

void World::was_promised(const Submission& record, const Receipt& receipt) {
  Handed& one = remember(record);
  if (one.receipt) {
    EXPECT_EQ(one.receipt->proof, receipt.proof) << "the same id, another receipt";
    return;
  }
  one.receipt = receipt;
  saw_head(parse_proof(receipt.proof).value().checkpoint);
}

void World::saw_head(ByteView note) {
  const auto head = read_head(genesis, note);
  ASSERT_TRUE(head.ok()) << head.error().text();
  const auto [known, first] = roots_.emplace(head->checkpoint.size.value, head->checkpoint.root);
  EXPECT_TRUE(first || known->second == head->checkpoint.root)
      << "two heads of size " << known->first;
}

Result<void> World::cosign(Env& env, Register& reg) {
  const Bytes note = reg.state().head;
  const Checkpoint head = TRY(read_head(genesis, note)).checkpoint;
  auto counted = reg.with_store([](Store& store) { return store.last_counted(); });
  std::optional<Checkpoint> trusted;
  if (counted.ok()) trusted = TRY(read_head(genesis, counted->note)).checkpoint;
  const auto cosigner = TRY(Cosigner::open(env, reg.layout(), trusted));
  TRY(cosigner->check(head));
  std::vector<Bytes> lines;
  TRY(env.make_directories(layout.node / "keys"));
  for (const std::string& party : parties) {
    auto key = TRY(CosignerKey::open(env, key_of(party + "/cosigner", KeyType::cosignature),
                                     layout.node / "keys" / (party + ".last")));
    lines.push_back(TRY(key.sign(head)));
    const auto known = cosigned_.find(party);
    if (known != cosigned_.end()) {
      const Checkpoint& before = known->second;
      EXPECT_LE(before.size, head.size) << party << " cosigned a smaller head";
      EXPECT_TRUE(before.size < head.size || before.root == head.root)
          << party << " signed two roots";
    }
    cosigned_.insert_or_assign(party, head);
  }
  return [&]() -> Result<void> {
    TRY(reg.add_cosignatures(add_lines(note, lines)));
    return {};
  }();
}

Result<void> World::put_clock(Register& reg, const std::string& which) {
  for (const auto& [name, record] : clocks_) {
    if (name == which) return hand_in(reg, record);
  }
  const StoredHead head = TRY(reg.with_store([](Store& store) { return store.last_counted(); }));
  Clock clock;
  clock.salt = note(which).salt;
  clock.checkpoint = head.note;
  std::optional<Digest> previous;
  if (!clocks_.empty()) previous = id_of(clocks_.back().second);
  Author secretary(genesis.secretary.name, circle);
  clocks_.emplace_back(which, secretary.write_as(clocks_.size() + 1, previous, clock));
  return hand_in(reg, Submission(clocks_.back().second));
}

std::size_t World::receipts() const {
  return static_cast<std::size_t>(std::count_if(
      handed_.begin(), handed_.end(), [](const Handed& one) { return one.receipt.has_value(); }));
}

void World::check(Register& reg) {
  for (const Handed& one : handed_) check_receipt(reg, one);
  check_resubmission(reg);
  check_stored_heads(reg);
}

void World::check_receipt(Register& reg, const Handed& one) {
  if (!one.receipt) return;
  const auto stored = reg.with_store([&](Store& store) { return store.entry(one.receipt->index); });
  ASSERT_TRUE(stored.ok()) << "record " << one.receipt->index.value
                           << " had a receipt: " << stored.error().text();
  EXPECT_EQ(stored->entry, one.record.entry) << "another record at " << one.receipt->index.value;
  const auto proof = parse_proof(one.receipt->proof);
  ASSERT_TRUE(proof.ok());
  const auto checked = check_proof(*proof, one.record.entry);
  EXPECT_TRUE(checked.ok()) << checked.error().text();
  const auto head = read_head(genesis, proof->checkpoint);
  ASSERT_TRUE(head.ok()) << head.error().text();
  const auto root = reg.root_at(head->checkpoint.size);
  ASSERT_TRUE(root.ok()) << "the register lost a head that was shown: " << root.error().text();
  EXPECT_EQ(*root, head->checkpoint.root) << "another root at " << head->checkpoint.size.value;
}

// Promised or not, what is handed in again gets a receipt that holds, and the same if there was one
// (hand_in sees to that).
void World::check_resubmission(Register& reg) {
  std::vector<Submission> promised;
  for (std::size_t i = 0; i < handed_.size(); ++i) {
    if (handed_[i].receipt) {
      // All receipts were checked above; of the old ones a few are asked for again.
      if (i % 16 == 0 || handed_.size() - i < 24) promised.push_back(handed_[i].record);
      continue;
    }
    const auto got = hand_in(reg, Submission(handed_[i].record));
    ASSERT_TRUE(got.ok()) << got.error().text();
    check_receipt(reg, handed_[i]);
  }
  const auto again = hand_in(reg, promised);
  EXPECT_TRUE(again.ok()) << again.error().text();
}

void World::check_stored_heads(Register& reg) {
  const auto heads =
      reg.with_store([](Store& store) { return store.heads_from(TreeSize{0}, 100'000); });
  ASSERT_TRUE(heads.ok()) << heads.error().text();
  for (const StoredHead& head : *heads) saw_head(head.note);
  const auto counted =
      reg.with_store([](Store& store) { return store.counted_from(TreeSize{0}, 100'000); });
  ASSERT_TRUE(counted.ok()) << counted.error().text();
  for (const StoredHead& head : *counted) {
    saw_head(head.note);
    EXPECT_TRUE(read_head(genesis, head.note)->mode.has_value()) << "a counted head without a mode";
  }
}

Desks::Desks(const Digest& circle, int records_each) {
  std::vector<Author> desks;
  for (const char* name : {"unc/delegation", "kpa-cpv/delegation", "sweden/legation"}) {
    desks.emplace_back(name, circle);
    Author root(std::string(party_of(name)) + "/root", circle);
    enrolments.push_back(root.write(enrolment(desks.back().verifier())));
  }
  for (int i = 0; i < records_each; ++i) {
    for (Author& desk : desks) {
      records.push_back(desk.write(note(fmt::format("{} of {}", i, desk.key().name))));
    }
  }
}

}  // namespace armistice::testing
