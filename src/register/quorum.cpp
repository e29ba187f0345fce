// SPDX-License-Identifier: Apache-2.0
#include "register/quorum.h"

#include <fmt/format.h>

namespace armistice {
namespace {

std::size_t count(const Genesis& genesis, const std::vector<Cosigned>& cosigned, Group group) {
  return static_cast<std::size_t>(
      std::count_if(cosigned.begin(), cosigned.end(),
                    [&](const Cosigned& one) { return genesis.party(one.party)->group == group; }));
}

std::optional<Mode> mode_of(const Genesis& genesis, const std::vector<Cosigned>& cosigned) {
  const std::size_t sides = count(genesis, cosigned, Group::sides);
  const std::size_t neutrals = count(genesis, cosigned, Group::neutrals);
  const bool every_side = sides == genesis.count(Group::sides);
  const bool quorum = neutrals >= static_cast<std::size_t>(genesis.neutrals_quorum);
  const bool has_neutrals = genesis.count(Group::neutrals) > 0;
  if (every_side && quorum) return Mode::settled;
  if (every_side) return Mode::unwitnessed;
  // Without neutrals one side alone would reach "contested" by itself: then less does not count.
  if (sides > 0 && quorum && has_neutrals) return Mode::contested;
  return std::nullopt;
}

Result<void> check_log_line(const Genesis& genesis, const SignedNote& note) {
  bool found = false;
  for (const SignatureLine& line : note.lines) {
    if (line.name != genesis.log.name || line.key != genesis.log.id()) continue;
    Signature signature;
    const bool sized = line.payload.size() == signature.bytes.size();
    if (sized) std::memcpy(signature.bytes.data(), line.payload.data(), signature.bytes.size());
    if (!sized || !verify(genesis.log.key, note.text, signature)) {
      return Error{Errc::bad_signature, "the log's line does not verify"};
    }
    found = true;
  }
  if (!found) return Error{Errc::unknown_key, "no line of the log " + genesis.log.name};
  return {};
}

// The time of the party's cosignature; nothing if it has no line.
Result<std::optional<UtcSeconds>> read_cosignature(const Party& party, const SignedNote& note) {
  std::optional<UtcSeconds> first;
  for (const SignatureLine& line : note.lines) {
    if (line.name != party.cosigner.name || line.key != party.cosigner.id()) continue;
    const auto time = verify_cosignature(party.cosigner.key, note.text, line.payload);
    if (!time)
      return Error{Errc::bad_signature, party.cosigner.name + ": its line does not verify"};
    if (!first) first = time;
  }
  return first;
}

}  // namespace

std::string_view word(Mode mode) {
  switch (mode) {
    case Mode::settled:
      return "settled";
    case Mode::unwitnessed:
      return "unwitnessed";
    case Mode::contested:
      return "contested";
  }
  ASSERT(false);
}

std::optional<Mode> mode_from_word(std::string_view text) {
  for (const Mode mode : {Mode::settled, Mode::unwitnessed, Mode::contested}) {
    if (word(mode) == text) return mode;
  }
  return std::nullopt;
}

bool Head::has_every_side(const Genesis& genesis) const {
  return count(genesis, cosigned, Group::sides) == genesis.count(Group::sides);
}

UtcSeconds Head::lower_median() const {
  ASSERT(!cosigned.empty());
  std::vector<UtcSeconds> times;
  for (const Cosigned& one : cosigned) times.push_back(one.time);
  std::sort(times.begin(), times.end());
  return times[(times.size() - 1) / 2];
}

Result<Head> read_head(const Genesis& genesis, ByteView bytes) {
  const SignedNote note = TRY(parse_note(bytes));
  Head head;
  head.checkpoint = TRY(parse_checkpoint(note.text));
  if (head.checkpoint.origin != genesis.origin) {
    return Error{Errc::unknown_key, "a checkpoint of another log, " + head.checkpoint.origin};
  }
  TRY(check_log_line(genesis, note));
  for (const Party& party : genesis.parties) {
    const auto time = TRY(read_cosignature(party, note));
    if (time) head.cosigned.push_back({party.name, *time});
  }
  head.mode = mode_of(genesis, head.cosigned);
  return head;
}

std::string policy_text(const Genesis& genesis) {
  std::string out = fmt::format("log {}\n", to_text(genesis.log));
  std::string groups[2];
  for (const Party& party : genesis.parties) {
    out += fmt::format("witness {} {}\n", party.name, to_text(party.cosigner));
    groups[party.group == Group::sides ? 0 : 1] += " " + party.name;
  }
  out += fmt::format("group sides all{}\n", groups[0]);
  if (groups[1].empty()) return out + "quorum sides\n";
  out += fmt::format("group neutrals {}{}\n", genesis.neutrals_quorum, groups[1]);
  return out + "group full all sides neutrals\nquorum full\n";
}

}  // namespace armistice
