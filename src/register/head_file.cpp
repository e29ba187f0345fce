// SPDX-License-Identifier: Apache-2.0
#include "register/head_file.h"

#include <fmt/format.h>

#include "register/quorum.h"

namespace armistice {
namespace {

constexpr std::size_t file_bytes = 2 * HeadFile::slot_bytes;

// A slot without its padding: the note ends at its last line.
ByteView without_padding(ByteView slot) {
  const auto end = slot.find_last_not_of('\n');
  return end == ByteView::npos ? ByteView() : slot.substr(0, end + 2);
}

}  // namespace

std::optional<std::size_t> HeadSlots::last() const {
  std::optional<std::size_t> best;
  for (std::size_t i = 0; i < slots.size(); ++i) {
    if (!slots[i] || !slots[i]->ok()) continue;
    if (!best || (*slots[*best])->size < (*slots[i])->size) best = i;
  }
  return best;
}

Result<void> HeadSlots::undamaged() const {
  for (std::size_t i = 0; i < slots.size(); ++i) {
    if (slots[i] && !slots[i]->ok()) {
      return Error{Errc::damaged, fmt::format("head: slot {} does not verify ({})", i + 1,
                                              slots[i]->error().text())};
    }
  }
  return {};
}

Result<HeadSlots> HeadFile::read(Env& env, const Path& path, const Genesis& genesis) {
  const auto file = TRY(env.open(path, OpenMode::read));
  const std::uint64_t size = TRY(file->size());
  if (size != file_bytes) {
    return Error{Errc::damaged, fmt::format("head: {} bytes, {} expected", size, file_bytes)};
  }
  const Bytes bytes = TRY(file->read(0, file_bytes));
  HeadSlots heads;
  for (std::size_t i = 0; i < heads.slots.size(); ++i) {
    const ByteView slot = ByteView(bytes).substr(i * slot_bytes, slot_bytes);
    if (slot.find_first_not_of('\n') == ByteView::npos) continue;  // never written
    heads.notes[i] = Bytes(without_padding(slot));
    auto head = read_head(genesis, heads.notes[i]);
    heads.slots[i] = head.ok() ? Result<Checkpoint>(head->checkpoint) : head.error();
  }
  return heads;
}

Result<HeadFile> HeadFile::open(Env& env, const Path& path, std::optional<std::size_t> last) {
  auto file = TRY(env.open(path, OpenMode::read_write));
  if (TRY(file->size()) != file_bytes) {
    TRY(file->truncate(0));
    TRY(file->write(0, Bytes(file_bytes, '\n')));
    TRY(file->sync());
    TRY(env.sync_directory(path.parent_path()));
  }
  return HeadFile(std::move(file), last ? 1 - *last : 0);
}

Result<void> HeadFile::write(ByteView note) {
  ASSERT(note.size() <= slot_bytes);
  Bytes slot(note);
  slot.resize(slot_bytes, '\n');
  TRY(file_->write(next_ * slot_bytes, slot));
  TRY(file_->sync());
  next_ = 1 - next_;
  return {};
}

}  // namespace armistice
