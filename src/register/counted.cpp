// SPDX-License-Identifier: Apache-2.0
#include "register/counted.h"

#include <fmt/format.h>

namespace armistice {
namespace {

constexpr std::size_t mended_max = 16;  // what a page or a clock record may ask for soon

// The lines kept for a head, without those that are damaged.
Result<std::vector<Bytes>> good_lines(Store& store, const Genesis& genesis,
                                      const StoredHead& accepted) {
  std::vector<Bytes> lines = TRY(store.cosignatures(accepted.size));
  if (read_head(genesis, add_lines(accepted.note, lines)).ok()) return lines;
  std::vector<Bytes> good;
  for (Bytes& line : lines) {
    const auto head = read_head(genesis, add_lines(accepted.note, {&line, 1}));
    if (head.ok() && head->cosigned.size() == 1) {
      good.push_back(std::move(line));
    } else {
      TRY(store.erase_cosignature(accepted.size, line));
    }
  }
  return good;
}

// Whether a counted head is what its parts make.
Result<bool> is_whole(Store& store, const Genesis& genesis, const StoredHead& counted,
                      const StoredHead& accepted) {
  const std::vector<Bytes> lines = TRY(store.cosignatures(counted.size));
  if (counted.note != add_lines(accepted.note, lines)) return false;
  const auto head = read_head(genesis, counted.note);
  const auto mode = store.counted_mode(counted.size);
  return head.ok() && head->mode && mode.ok() && *mode == *head->mode;
}

// Keeps the good lines of a counted head, so that none is lost when it is made again.
Result<void> keep_lines(Store& store, const Genesis& genesis, const StoredHead& counted,
                        const StoredHead& accepted) {
  const auto note = parse_note(counted.note);
  if (!note.ok()) return {};
  for (const SignatureLine& line : note->lines) {
    const Bytes whole = signature_line(line.name, line.key, line.payload);
    const auto head = read_head(genesis, add_lines(accepted.note, {&whole, 1}));
    if (!head.ok() || head->cosigned.size() != 1) continue;
    TRY(store.put_cosignature(counted.size, head->cosigned[0].party, whole));
  }
  return {};
}

}  // namespace

Result<Head> count_head(Store& store, const Genesis& genesis, const StoredHead& accepted) {
  const std::vector<Bytes> lines = TRY(good_lines(store, genesis, accepted));
  const Bytes whole = add_lines(accepted.note, lines);
  Head head = TRY(read_head(genesis, whole));
  if (head.mode) {
    TRY(store.put_counted({accepted.size, whole}, *head.mode));
  } else {
    TRY(store.erase_counted(accepted.size));
  }
  return head;
}

Result<void> mend_counted(Store& store, const Genesis& genesis, std::vector<std::string>& notices) {
  for (const StoredHead& counted : TRY(store.counted_below(TreeSize{~0ULL >> 1}, mended_max))) {
    const auto accepted = store.head(counted.size);
    if (!accepted.ok()) {
      return Error{Errc::damaged,
                   fmt::format("register.db: a counted head of size {}, where no head is",
                               counted.size.value)};
    }
    if (TRY(is_whole(store, genesis, counted, *accepted))) continue;
    auto transaction = TRY(Transaction::begin(store.database()));
    TRY(keep_lines(store, genesis, counted, *accepted));
    const Head head = TRY(count_head(store, genesis, *accepted));
    TRY(transaction.commit());
    notices.push_back(fmt::format(
        "register.db: the counted head of size {} or a line of it was damaged; {}",
        counted.size.value, head.mode ? "made again from its lines" : "it needs new lines"));
  }
  return {};
}

}  // namespace armistice
