// SPDX-License-Identifier: Apache-2.0
#include "vectors/draft.h"

namespace armistice::vectors {
namespace {

std::vector<std::string> names(std::size_t count) {
  std::vector<std::string> out;
  for (std::size_t i = 1; i <= count; ++i) out.push_back(fmt::format("observer-{}/senior", i));
  return out;
}

std::vector<Case> one_author_cases() {
  const Draft base = one_author();
  const Draft first = with(with(base, "number 1"), "previous -");
  Draft many = without(base, "refers");
  std::vector<std::string> ids;
  for (int i = 0; i < 32; ++i) ids.push_back(id_of(fmt::format("cited {}", i)));
  std::sort(ids.begin(), ids.end());
  for (const std::string& id : ids) many = behind(many, "refers " + id);
  return {
      ok("good-one-author", "§2: one author, every line there is", base),
      ok("good-first-of-its-chain", "§2: previous is - at number 1", first),
      ok("good-before-the-first-head", "§2: seen 0 - before the first head",
         with(first, "seen 0 -")),
      ok("good-no-refers", "§2: 0 to 32 refers lines", without(base, "refers")),
      ok("good-32-refers", "§2: 0 to 32 refers lines", many),
      ok("good-largest-number", "§2: number at most 2^63 - 1",
         with(base, "number 9223372036854775807")),
      ok("good-largest-seen", "§2: a size is at most 2^63 - 1",
         with(base, "seen 9223372036854775807 " + root_of("far"))),
      ok("good-kind-without-force", "§7: a kind that has no force is read all the same",
         with(base, "kind ballot/9999")),
      ok("good-longest-kind", "§2: a kind's word has up to 32 characters",
         with(base, "kind a2345678901234567890123456789-12/1")),
      ok("good-longest-name", "§2: a name has up to 64 characters",
         by(base, "unc/" + std::string(60, 'x'))),
      ok("good-name-of-one-letter", "§2: a name has 1 character at least", by(base, "x")),
      ok("good-name-of-every-character", "§2: [a-z0-9/.-]",
         by(base, "/abcdefghijklmnopqrstuvwxyz.0123456789-/")),
  };
}

std::vector<Case> body_and_time_cases() {
  const Draft base = one_author();
  const std::string digest = id_of("body");
  return {
      ok("good-sealed-body", "§2: a body is open or sealed",
         with(base, "body " + digest + " 1834 sealed")),
      ok("good-empty-body", "§2: a length may be 0", with(base, "body " + digest + " 0 open")),
      ok("good-largest-body", "§2: at most 67,108,864 bytes",
         with(base, "body " + digest + " 67108864 open")),
      ok("good-offset-zero", "§2 TIME: offset zero is +00:00",
         with(base, "written 1951-07-11T16:30:00+00:00")),
      ok("good-offset-half-hour", "§2 TIME: an offset has minutes",
         with(base, "written 1951-07-12T01:00:00+08:30")),
      ok("good-offset-14-east", "§2 TIME: within 14:00",
         with(base, "written 1951-07-12T01:30:00+14:00")),
      ok("good-offset-14-west", "§2 TIME: within 14:00",
         with(base, "written 1951-07-12T01:30:00-14:00")),
      ok("good-first-second", "§2 TIME: from 1900 on",
         with(base, "written 1900-01-01T00:00:00+09:00")),
      ok("good-last-second", "§2 TIME: up to 2199",
         with(base, "written 2199-12-31T23:59:59-05:00")),
      ok("good-leap-day", "§2 TIME: 2000 was a leap year",
         with(base, "written 2000-02-29T12:00:00+09:00")),
  };
}

std::vector<Case> joint_cases() {
  return {
      ok("good-joint", "§2: two signers and until", joint()),
      ok("good-joint-16-signers", "§2: 2 to 16 signers", jointly(joint(), names(16))),
      ok("good-joint-signers-in-any-order", "§2: the text fixes the order of its signers",
         jointly(joint(), {"unc/senior-member", "czechoslovakia/senior", "kpa-cpv/senior-member"})),
      ok("good-joint-refers", "§2: a joint record may refer",
         behind(joint(), "refers " + id_of("cited"))),
      ok("good-joint-signed-by-its-name", "§2: an organ's name may be a signer's",
         jointly(joint(), {"joint/mac", "unc/senior-member"})),
      ok("good-genesis", "§2: circle -, author circle, signers and no until", genesis()),
      ok("good-genesis-one-signer", "§2: 1 to 16 signers: a side's own register",
         jointly(genesis(), {"kpa-cpv/root"})),
      ok("good-genesis-two-signers", "§2: 1 to 16 signers",
         jointly(genesis(), {"unc/root", "kpa-cpv/root"})),
      ok("good-genesis-of-another-version", "§2: genesis is every kind genesis/",
         with(genesis(), "kind genesis/2")),
  };
}

}  // namespace

std::vector<Case> good_records() {
  std::vector<Case> all = one_author_cases();
  for (const auto table : {body_and_time_cases, joint_cases}) {
    for (Case& one : table()) all.push_back(std::move(one));
  }
  return all;
}

}  // namespace armistice::vectors
