// SPDX-License-Identifier: Apache-2.0
#include "api/verify_heads.h"

#include <fmt/format.h>

namespace armistice {
namespace {

constexpr std::size_t heads_a_page = 1'024;

Error damaged(std::string_view table, TreeSize size, const Error& why) {
  return Error{Errc::damaged,
               fmt::format("register.db: the {} head of size {} does not verify ({})", table,
                           size.value, why.text())};
}

Result<Head> read_stored(const Genesis& genesis, const StoredHead& stored, std::string_view table) {
  auto head = read_head(genesis, stored.note);
  if (!head.ok()) return damaged(table, stored.size, head.error());
  if (head->checkpoint.size != stored.size || stored.size.value == 0) {
    return damaged(table, stored.size, Error{Errc::malformed, "its note has another size"});
  }
  return head;
}

Result<void> check_root(const Head& head, Tree& tree) {
  if (TRY(tree.root_at(head.checkpoint.size)) == head.checkpoint.root) return {};
  return Error{Errc::inconsistent,
               fmt::format("a head of {} has another root than the entries make",
                           head.checkpoint.size.value)};
}

}  // namespace

Result<const StoredHead*> HeadChecks::next(Pages& pages, Reader reader) {
  if (pages.next == pages.heads.size()) {
    pages.heads = TRY((store_.*reader)(pages.from, heads_a_page));
    pages.next = 0;
    if (pages.heads.empty()) return nullptr;
    pages.from = {pages.heads.back().size.value + 1};
  }
  return &pages.heads[pages.next];
}

Result<void> HeadChecks::at_size(Tree& tree) {
  const StoredHead* head = TRY(next(accepted_pages_, &Store::heads_from));
  while (head != nullptr && head->size <= tree.size()) {
    TRY(check_accepted(*head, tree));
    ++accepted_pages_.next;
    head = TRY(next(accepted_pages_, &Store::heads_from));
  }
  head = TRY(next(counted_pages_, &Store::counted_from));
  while (head != nullptr && head->size <= tree.size()) {
    TRY(check_counted(*head, tree));
    ++counted_pages_.next;
    head = TRY(next(counted_pages_, &Store::counted_from));
  }
  return {};
}

Result<void> HeadChecks::at_end(TreeSize size) {
  const StoredHead* head = TRY(next(accepted_pages_, &Store::heads_from));
  const char* table = "accepted";
  if (head == nullptr) {
    head = TRY(next(counted_pages_, &Store::counted_from));
    table = "counted";
  }
  const Error past{Errc::out_of_range, fmt::format("there are {} entries", size.value)};
  if (head != nullptr) return damaged(table, head->size, past);
  if (accepted_ != size) return damaged("last accepted", accepted_, past);
  return {};
}

Result<void> HeadChecks::check_accepted(const StoredHead& stored, Tree& tree) {
  const Head head = TRY(read_stored(genesis_, stored, "accepted"));
  TRY(check_root(head, tree));
  accepted_ = stored.size;
  return check_cosignatures(stored);
}

Result<void> HeadChecks::check_counted(const StoredHead& stored, Tree& tree) {
  const Head head = TRY(read_stored(genesis_, stored, "counted"));
  TRY(check_root(head, tree));
  const Mode written = TRY(store_.counted_mode(stored.size));
  if (!head.mode || *head.mode != written) {
    return damaged("counted", stored.size,
                   Error{Errc::unquorate,
                         fmt::format("its lines reach {}, not {}",
                                     head.mode ? word(*head.mode) : "no mode", word(written))});
  }
  counted_ = stored.size;
  mode_ = head.mode;
  return {};
}

// Lines that came in apart: together with the accepted head they must read as a note.
Result<void> HeadChecks::check_cosignatures(const StoredHead& stored) {
  const auto lines = TRY(store_.cosignatures(stored.size));
  if (lines.empty()) return {};
  const auto head = read_head(genesis_, add_lines(stored.note, lines));
  if (!head.ok()) return damaged("cosigned", stored.size, head.error());
  return {};
}

}  // namespace armistice
