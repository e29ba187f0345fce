// SPDX-License-Identifier: Apache-2.0
#include "api/verify_rows.h"

#include <fmt/format.h>

namespace armistice {
namespace {

constexpr std::size_t evidence_max = 1U << 20;

Error too_much(std::string_view what) {
  return Error{Errc::damaged, fmt::format("register.db: {}", what)};
}

// The number that a query counts must be `expected`.
Result<void> expect_count(Store& store, const std::string& sql, std::uint64_t expected,
                          std::string_view what) {
  Statement select = TRY(store.database().prepare(sql));
  if (!TRY(select.next())) return too_much("a count is empty");
  const auto found = static_cast<std::uint64_t>(select.integer(0));
  if (found == expected) return {};
  return too_much(fmt::format("{} {}, {} expected", found, what, expected));
}

// The tables of schema.sql and nothing that would act by itself.
Result<void> check_schema(Store& store) {
  Statement select = TRY(store.database().prepare(
      "SELECT type, name FROM sqlite_master WHERE type != 'table' OR name NOT IN ('entry', 'chain',"
      " 'joint', 'head', 'cosignature', 'counted', 'evidence', 'state') LIMIT 1"));
  if (!TRY(select.next())) return {};
  return too_much(
      fmt::format("a {} that is none of a register: {}", select.bytes(0), select.bytes(1)));
}

// A fork's other text: signed by the same key over the same number, and not the one that stands.
Result<void> check_evidence(Store& store, TreeSize size, const Admission& admission,
                            const Evidence& evidence) {
  const auto bad = [&](std::string_view why) {
    return too_much(fmt::format("evidence beside entry {}: {}", evidence.stands.value, why));
  };
  if (evidence.stands.value >= size.value) return bad("there is no such entry");
  const auto other = parse_record(evidence.entry);
  if (!other.ok() || other->id != evidence.id) return bad("it is not the record it is said to be");
  const auto stands = parse_record(TRY(store.entry(evidence.stands)).entry);
  if (!stands.ok() || stands->id == other->id) return bad("it forks nothing");
  const Header& one = stands->header;
  const Header& two = other->header;
  const bool same =
      !two.is_joint() && one.author == two.author && one.key == two.key && one.number == two.number;
  const RosterKey* key = same ? admission.roster()->find(two.author, two.key) : nullptr;
  if (key == nullptr) return bad("it has another author or number");
  return verify_line(*other, 0, key->vkey.key) ? Result<void>() : bad("its line does not verify");
}

}  // namespace

Result<void> check_rows(Store& store, TreeSize size, const RowCounts& counts,
                        const Admission& admission) {
  TRY(check_schema(store));
  TRY(expect_count(store, "SELECT count(*) FROM entry", size.value, "entries"));
  TRY(expect_count(store, "SELECT count(*) FROM chain", counts.numbers, "numbers taken"));
  TRY(expect_count(store, "SELECT count(*) FROM joint", counts.joint, "joint records"));
  TRY(expect_count(store, fmt::format("SELECT count(*) FROM state WHERE position > {}", size.value),
                   0, "states saved past the last head"));
  TRY(expect_count(store,
                   "SELECT count(*) FROM cosignature WHERE size NOT IN (SELECT size FROM head)", 0,
                   "cosignatures of no head"));
  for (const Evidence& evidence : TRY(store.evidence(evidence_max))) {
    TRY(check_evidence(store, size, admission, evidence));
  }
  return {};
}

}  // namespace armistice
