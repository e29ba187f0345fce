// SPDX-License-Identifier: Apache-2.0
#include "record/signer.h"

#include <fmt/format.h>

#include "base/limits.h"
#include "base/text.h"
#include "crypto/hash.h"
#include "record/record.h"

namespace armistice {
namespace {

constexpr std::uint64_t chain_bytes_max = 4ULL << 30;

// A text in the chain file: `text <bytes> <id>`, the text, an empty line. The first line says how
// much follows, so that a text torn by a crash is known for what it is: never released.
std::string frame(std::string_view text, const Digest& id) {
  return fmt::format("text {} {}\n{}\n", text.size(), to_text(id), text);
}

// The text at the front of `rest`; nothing if it is not whole.
std::optional<std::string_view> take_frame(std::string_view& rest) {
  std::string_view ahead = rest;
  const auto line = take_line(ahead);
  if (!line) return std::nullopt;
  const auto words = split(*line, ' ');
  if (words.size() != 3 || words[0] != "text") return std::nullopt;
  const auto bytes = parse_decimal(words[1]);
  if (!bytes.ok() || *bytes >= ahead.size()) return std::nullopt;
  const auto text = ahead.substr(0, *bytes);
  if (ahead[*bytes] != '\n' || to_text(sha256(text)) != words[2]) return std::nullopt;
  rest = ahead.substr(*bytes + 1);
  return text;
}

}  // namespace

Path Signer::beside(std::string_view suffix) const {
  Path path = path_;
  path += suffix;
  return path;
}

Result<Signer> Signer::open(Env& env, const Path& key_file) {
  NamedKey key = TRY(parse_key_file(TRY(env.read_file(key_file, 1'024))).within(key_file.string()));
  if (key.type != KeyType::ed25519) {
    return Error{Errc::unsupported, key.name + " is a cosigner's key, and signs no records"};
  }
  Path lock_path = key_file;
  lock_path += ".lock";
  auto lock = TRY(env.lock(lock_path));
  Signer signer(env, std::move(key), key_file, std::move(lock));
  TRY(signer.load());
  return signer;
}

// Reads the chain; true if bytes are left that are no whole text.
Result<bool> Signer::load_chain() {
  const auto bytes = env_->read_file(beside(".chain"), chain_bytes_max);
  if (!bytes.ok()) {
    if (bytes.error().code == Errc::not_found) return false;
    return bytes.error();
  }
  std::string_view rest = *bytes;
  std::size_t before = rest.size();
  while (const auto text = take_frame(rest)) {
    const auto header = parse_header(*text);
    if (!header.ok() || !is_own(*header)) {
      return Error{Errc::damaged, fmt::format("{}: after {}, a text that is none of this key",
                                              beside(".chain").string(), end_.number)};
    }
    if (header->number <= end_.number || header->previous != end_.id) {
      return Error{Errc::damaged,
                   fmt::format("{}: text {} does not follow {}", beside(".chain").string(),
                               header->number, end_.number)};
    }
    end_ = {header->number, sha256(*text)};
    last_bytes_ = before - rest.size();
    before = rest.size();
  }
  chain_bytes_ = bytes->size() - rest.size();
  return !rest.empty();
}

Result<void> Signer::load_outbox() {
  const auto bytes =
      env_->read_file(beside(".outbox"), limits::entry_bytes_max + limits::body_bytes_max + 8);
  if (!bytes.ok()) {
    if (bytes.error().code == Errc::not_found) return {};
    return bytes.error();
  }
  std::string_view rest = *bytes;
  const auto line = take_line(rest);
  const auto length =
      line ? parse_decimal(*line) : Result<std::uint64_t>(Error{Errc::malformed, ""});
  const bool whole =
      length.ok() && *length <= rest.size() && parse_record(Bytes(rest.substr(0, *length))).ok();
  if (!whole) return Error{Errc::damaged, beside(".outbox").string() + " cannot be read"};
  outbox_ = Unreceipted{Bytes(rest.substr(0, *length)), Bytes(rest.substr(*length))};
  return {};
}

// The outbox is written before the chain, and taken away after the receipt. So what waits in it is
// the chain's end, or follows it; in the second case a crash came between the two. If the chain's
// end is torn, the text may have been let out: it is kept, and its number is used. If the chain
// knows nothing of it, it never left. Anything else is damage, a chain that was put back or lost,
// and signing on could use a number twice.
Result<void> Signer::load() {
  const bool torn = TRY(load_chain());
  TRY(load_outbox());
  if (!outbox_ && !torn) return {};
  const auto damaged = [&](std::string_view suffix, std::string_view what) {
    return Error{Errc::damaged, fmt::format("{}: {}", beside(suffix).string(), what)};
  };
  if (!outbox_) return damaged(".chain", "its end cannot be read");
  const auto record = parse_record(outbox_->entry);
  if (!record.ok()) return damaged(".outbox", "it holds no record");
  const Header& header = record->header;
  if (record->id == end_.id) {
    // The chain ends with it, for whoever reads. Whether that is on disk, the process that wrote it
    // may not have lived to know: it is written again before this one lets it out.
    chain_bytes_ -= last_bytes_;
    return append_to_chain(record->text(), header.number, record->id);
  }
  if (!is_own(header) || header.number != end_.number + 1 || header.previous != end_.id) {
    return damaged(".chain", fmt::format("it ends at {}, and record {} waits in the outbox",
                                         end_.number, header.number));
  }
  if (!torn) return receipted();
  return append_to_chain(record->text(), header.number, record->id);
}

bool Signer::is_own(const Header& header) const {
  return !header.is_joint() && header.author == key_.name && header.key == key_.verifier().id();
}

Result<void> Signer::append_to_chain(std::string_view text, std::uint64_t number,
                                     const Digest& id) {
  const auto chain = TRY(env_->open(beside(".chain"), OpenMode::read_write));
  const std::string framed = frame(text, id);
  TRY(chain->write(chain_bytes_, framed));
  TRY(chain->truncate(chain_bytes_ + framed.size()));
  TRY(chain->sync());
  TRY(env_->sync_directory(path_.parent_path()));
  chain_bytes_ += framed.size();
  last_bytes_ = framed.size();
  end_ = {number, id};
  return {};
}

Result<Bytes> Signer::sign(Header header, ByteView body) {
  if (failed_) return Error{Errc::closed, "a write failed; open the key again to see what is kept"};
  if (outbox_) return Error{Errc::busy, "an earlier record of this key waits for its receipt"};
  if (!has_text(header.written)) {
    return Error{Errc::out_of_range, "written: no such date between 1900 and 2199"};
  }
  header.author = key_.name;
  header.key = key_.verifier().id();
  header.signers.clear();
  header.until.reset();
  header.number = end_.number + 1;
  header.previous = end_.id;
  const std::string text = to_text(header);
  TRY(parse_header(text));
  const std::array lines = {sign_text(key_, text)};
  const Bytes entry = join_entry(text, lines);
  const Digest id = sha256(text);
  const auto kept = keep(text, id, header.number, entry, body);
  if (!kept.ok()) {
    failed_ = true;
    return kept.error();
  }
  outbox_ = Unreceipted{entry, Bytes(body)};
  return entry;
}

Result<void> Signer::keep(std::string_view text, const Digest& id, std::uint64_t number,
                          ByteView entry, ByteView body) {
  TRY(env_->write_file(beside(".outbox"), fmt::format("{}\n{}{}", entry.size(), entry, body)));
  return append_to_chain(text, number, id);
}

Result<Bytes> Signer::sign_joint(std::string_view text) const {
  const Header header = TRY(parse_header(text));
  const auto& signers = header.signers;
  if (std::find(signers.begin(), signers.end(), key_.name) == signers.end()) {
    return Error{Errc::wrong_signers, key_.name + " is not among the signers of this text"};
  }
  return sign_text(key_, text);
}

Result<void> Signer::receipted() {
  if (!outbox_) return {};
  TRY(env_->remove(beside(".outbox")));
  outbox_.reset();
  return {};
}

}  // namespace armistice
