// SPDX-License-Identifier: Apache-2.0
// Heads, read against the genesis in checkpoint/genesis.json, and proofs. Notes are put together by
// hand.
#include "crypto/hash.h"
#include "support/circle.h"
#include "vectors/fields.h"

namespace armistice::vectors {
namespace {

using testing::key_of;

constexpr Errc form = Errc::malformed;
constexpr Errc unknown = Errc::unknown_key;
constexpr Errc bad_line = Errc::bad_signature;

const std::string origin = "register.armistice.example/joint";

std::string base64_root(std::string_view word) { return to_base64(sha256(word).view()); }

// A head as text and lines.
struct HeadDraft {
  std::string text = origin + "\n10452\n" + base64_root("root") + "\n";
  Bytes lines;

  HeadDraft& by(const NamedKey& key, ByteView payload) {
    lines += signature_line(key.name, key.verifier().id(), payload);
    return *this;
  }
  HeadDraft& log() { return by(key_of(origin), key_of(origin).secret.sign(text).view()); }
  // The party's line: time (8 bytes, big-endian) and the signature over what it says of the text.
  HeadDraft& cosigned(const std::string& party, std::uint64_t time) {
    const NamedKey key = key_of(party + "/cosigner", KeyType::cosignature);
    Bytes payload;
    for (int shift = 56; shift >= 0; shift -= 8) payload += static_cast<char>(time >> shift);
    payload += key.secret.sign(fmt::format("cosignature/v1\ntime {}\n{}", time, text)).view();
    return by(key, payload);
  }
  Bytes note() const { return text + "\n" + lines; }
};

HeadDraft logged() { return HeadDraft().log(); }

struct Lines {
  const char* party;
  std::uint64_t time;
};

HeadDraft cosigned(const std::vector<Lines>& by) {
  HeadDraft head = logged();
  for (const Lines& one : by) head.cosigned(one.party, one.time);
  return head;
}

Case good(std::string name, std::string why, const HeadDraft& head, std::string mode,
          std::string names, std::string median) {
  return {
      std::move(name),
      "register.md " + std::move(why),
      std::nullopt,
      head.note(),
      {{"mode", std::move(mode)}, {"cosigned", std::move(names)}, {"median", std::move(median)}}};
}

Case bad(std::string name, std::string why, Bytes note, Errc error) {
  return {std::move(name), "register.md " + std::move(why), error, std::move(note)};
}

std::vector<Case> mode_cases() {
  const std::string modes = "§6: the first mode that is reached";
  const Lines unc{"unc", 100}, kpa{"kpa-cpv", 200}, sweden{"sweden", 300},
      switzerland{"switzerland", 400}, poland{"poland", 500}, czech{"czechoslovakia", 600};
  const std::string all = "unc kpa-cpv sweden switzerland poland czechoslovakia";
  return {
      good("mode-settled-by-all", modes, cosigned({unc, kpa, sweden, switzerland, poland, czech}),
           "settled", all, "300"),
      good("mode-settled-by-five", modes, cosigned({unc, kpa, sweden, poland, czech}), "settled",
           "unc kpa-cpv sweden poland czechoslovakia", "300"),
      good("mode-unwitnessed-by-two-neutrals", modes, cosigned({unc, kpa, sweden, poland}),
           "unwitnessed", "unc kpa-cpv sweden poland", "200"),
      good("mode-unwitnessed-by-none", modes, cosigned({unc, kpa}), "unwitnessed", "unc kpa-cpv",
           "100"),
      good("mode-contested", modes, cosigned({kpa, sweden, switzerland, poland}), "contested",
           "kpa-cpv sweden switzerland poland", "300"),
      good("mode-contested-by-four-neutrals", modes,
           cosigned({unc, sweden, switzerland, poland, czech}), "contested",
           "unc sweden switzerland poland czechoslovakia", "400"),
      good("mode-none-by-one-side-and-two", modes, cosigned({unc, sweden, switzerland}), "none",
           "unc sweden switzerland", "300"),
      good("mode-none-by-neutrals-alone", modes, cosigned({sweden, switzerland, poland, czech}),
           "none", "sweden switzerland poland czechoslovakia", "400"),
      good("mode-none-by-one-side", modes, cosigned({unc}), "none", "unc", "100"),
      good("mode-none-by-the-log-alone", modes, logged(), "none", "-", "-"),
  };
}

std::vector<Case> line_cases() {
  const std::string once = "§5: each cosigner counts once, with the time of its first line";
  HeadDraft twice = cosigned({{"unc", 100}, {"kpa-cpv", 900}});
  twice.cosigned("unc", 800);
  HeadDraft early = cosigned({{"unc", 100}});
  early.log();
  HeadDraft last;
  last.cosigned("unc", 100).log();
  HeadDraft strangers = cosigned({{"unc", 100}});
  strangers.lines += signature_line("\xc3\xb6sterreich.example/w", KeyId{7}, "anything at all");
  strangers.lines += signature_line("unc/cosigner", KeyId{7}, Bytes(72, '\1'));
  strangers.lines += signature_line(origin, KeyId{7}, Bytes(64, '\1'));
  HeadDraft full = cosigned({{"unc", 100}, {"kpa-cpv", 200}});
  for (int i = 0; i < 13; ++i) full.cosigned("unc", 1'000);
  HeadDraft times = cosigned({{"kpa-cpv", 0}, {"unc", 9'007'199'254'740'991}});
  HeadDraft zero;
  zero.text = origin + "\n0\n" + to_base64(sha256("").view()) + "\n";
  zero.log();
  return {
      good("lines-in-any-order", "§5: lines in any order, times ascending for the median",
           cosigned(
               {{"poland", 10}, {"unc", 50}, {"sweden", 30}, {"kpa-cpv", 40}, {"switzerland", 20}}),
           "settled", "unc kpa-cpv sweden switzerland poland", "30"),
      good("lines-log-twice", "§5: the log's line is there", early, "none", "unc", "100"),
      good("lines-log-last", "§5: the log's line is there", last, "none", "unc", "100"),
      good("lines-cosigner-twice", once, twice, "unwitnessed", "unc kpa-cpv", "100"),
      good("lines-of-strangers", "§5: lines by others are ignored", strangers, "none", "unc",
           "100"),
      good("lines-16", "§5: a note has 16 lines at most", full, "unwitnessed", "unc kpa-cpv",
           "100"),
      good("times-from-0-to-2-53", "§5: a time up to 2^53 - 1", times, "unwitnessed", "unc kpa-cpv",
           "0"),
      good("size-0", "§5: the empty tree has a head, too", zero, "none", "-", "-"),
  };
}

std::vector<Case> bad_text_cases() {
  const std::string why = "§5: origin, size in decimal, root in base64, no further lines";
  std::vector<Case> cases;
  const auto add = [&](const std::string& name, const std::string& text, Errc error) {
    HeadDraft head;
    head.text = text;
    cases.push_back(bad("text-" + name, why, head.log().note(), error));
  };
  const std::string root = base64_root("root");
  add("extension-line", origin + "\n10452\n" + root + "\nmore\n", form);
  add("without-root", origin + "\n10452\n", form);
  add("without-size", origin + "\n" + root + "\n", form);
  add("size-leading-zero", origin + "\n010452\n" + root + "\n", form);
  add("size-negative", origin + "\n-1\n" + root + "\n", form);
  add("size-2-63", origin + "\n9223372036854775808\n" + root + "\n", Errc::out_of_range);
  add("root-hexadecimal", origin + "\n10452\n" + to_hex(sha256("root").view()) + "\n", form);
  add("root-31-bytes", origin + "\n10452\n" + to_base64(Bytes(31, '\1')) + "\n", form);
  add("root-bits-left-over", origin + "\n10452\n" + root.substr(0, 42) + "B=\n", form);
  add("crlf", origin + "\r\n10452\r\n" + root + "\r\n", form);
  add("origin-capital", "Register.example\n10452\n" + root + "\n", form);
  add("origin-empty", "\n10452\n" + root + "\n", form);
  add("origin-of-another-log", "register.other.example/joint\n10452\n" + root + "\n", unknown);
  add("of-a-record", "armistice/record/v1\n10452\n" + root + "\n", unknown);
  return cases;
}

std::vector<Case> bad_note_cases() {
  const NamedKey unc = key_of("unc/cosigner", KeyType::cosignature);
  const NamedKey log = key_of(origin);
  const std::string verify = "§5: a line of the log or of a cosigner that does not verify";
  HeadDraft without_log;
  without_log.cosigned("unc", 100).cosigned("kpa-cpv", 200);
  HeadDraft late = cosigned({{"unc", 9'007'199'254'740'992}});
  HeadDraft far = cosigned({{"unc", ~0ULL}});
  HeadDraft seventeen = logged();
  for (std::uint64_t i = 0; i < 16; ++i) seventeen.cosigned("unc", i);
  HeadDraft elsewhere = logged();
  HeadDraft other_text;
  other_text.text = origin + "\n10453\n" + base64_root("root") + "\n";
  other_text.cosigned("unc", 100);
  elsewhere.lines += other_text.lines;
  const HeadDraft good_head = logged();
  Bytes plain(unc.secret.sign(good_head.text).view());
  return {
      bad("note-without-lines", "§5: a note", good_head.text + "\n", form),
      bad("note-text-alone", "§5: a note", good_head.text, form),
      bad("note-17-lines", "record.md §1: 16 lines at most", seventeen.note(), form),
      bad("log-absent", "§5: the log's line is there", without_log.note(), unknown),
      bad("log-of-another-text", verify,
          HeadDraft().by(log, log.secret.sign("another text").view()).note(), bad_line),
      bad("log-63-bytes", verify, HeadDraft().by(log, Bytes(63, '\1')).note(), bad_line),
      bad("log-second-line-bad", verify, logged().by(log, Bytes(64, '\1')).note(), bad_line),
      bad("cosigner-of-another-head", verify, elsewhere.note(), bad_line),
      bad("cosigner-71-bytes", verify, logged().by(unc, Bytes(71, '\1')).note(), bad_line),
      bad("cosigner-plain-signature", verify, logged().by(unc, plain).note(), bad_line),
      bad("cosigner-other-time", verify,
          logged().by(unc, Bytes(7, '\0') + "\x65" + Bytes(64, '\1')).note(), bad_line),
      bad("cosigner-second-line-bad", verify,
          cosigned({{"unc", 100}}).by(unc, Bytes(72, '\1')).note(), bad_line),
      bad("cosigner-time-2-53", "§5: a time above 2^53 - 1 is no time", late.note(), bad_line),
      bad("cosigner-time-2-64", "§5: a time above 2^53 - 1 is no time", far.note(), bad_line),
  };
}

// Proofs of the three leaves `zero`, `one`, `two`.
std::vector<Case> proof_cases() {
  const auto leaf = [](std::string_view entry) { return sha256(Bytes(1, '\0'), entry); };
  const auto node = [](const Digest& a, const Digest& b) {
    return sha256("\1", a.view(), b.view());
  };
  const Digest left = node(leaf("zero"), leaf("one"));
  HeadDraft head;
  head.text = origin + "\n3\n" + to_base64(node(left, leaf("two")).view()) + "\n";
  const Bytes note = head.log().note();
  const auto line = [](const Digest& hash) { return to_base64(hash.view()) + "\n"; };
  const std::string first = "c2sp.org/tlog-proof@v1\n";
  const std::string path = line(leaf("zero")) + line(leaf("two"));
  const Bytes whole = first + "index 1\n" + path + "\n" + note;
  std::vector<Case> cases;
  const auto add = [&](const std::string& name, const std::string& why, std::optional<Errc> error,
                       const Bytes& proof, const std::string& entry = "one") {
    cases.push_back({name, "register.md §4: " + why, error, proof, {{"entry", to_base64(entry)}}});
  };
  constexpr Errc mismatch = Errc::proof_mismatch;
  add("good", "leaf 1 of 3", std::nullopt, whole);
  add("good-last", "leaf 2 of 3", std::nullopt, first + "index 2\n" + line(left) + "\n" + note,
      "two");
  add("good-extra", "an extra line is read over", std::nullopt,
      first + "extra " + to_base64("whatever") + "\nindex 1\n" + path + "\n" + note);
  add("other-entry", "the entry's own hash", mismatch, whole, "another");
  add("other-index", "the place is proved, too", mismatch,
      first + "index 0\n" + path + "\n" + note);
  add("index-past-the-size", "no such leaf", Errc::out_of_range,
      first + "index 3\n" + path + "\n" + note);
  add("hash-missing", "a whole path", mismatch,
      first + "index 1\n" + line(leaf("zero")) + "\n" + note);
  add("hash-too-many", "a path and no more", mismatch,
      first + "index 1\n" + path + line(left) + "\n" + note);
  add("hashes-turned", "in order", mismatch,
      first + "index 1\n" + line(leaf("two")) + line(leaf("zero")) + "\n" + note);
  add("hash-31-bytes", "32 bytes a hash", form,
      first + "index 1\n" + to_base64(Bytes(31, '\1')) + "\n\n" + note);
  add("hashes-64", "63 hashes at most", Errc::out_of_range,
      first + "index 1\n" +
          Bytes(fmt::format("{}", fmt::join(std::vector<std::string>(64, line(left)), ""))) + "\n" +
          note);
  add("index-leading-zero", "one spelling", form, first + "index 01\n" + path + "\n" + note);
  add("index-missing", "index comes first", form, first + path + "\n" + note);
  add("extra-behind-index", "extra, index, hashes", form,
      first + "index 1\nextra AAAA\n" + path + "\n" + note);
  add("extra-no-base64", "extra is base64", form,
      first + "extra !\nindex 1\n" + path + "\n" + note);
  add("other-version", "c2sp.org/tlog-proof@v1", form,
      "c2sp.org/tlog-proof@v2\nindex 1\n" + path + "\n" + note);
  add("without-empty-line", "an empty line before the checkpoint", form,
      first + "index 1\n" + path + note);
  add("without-checkpoint", "a checkpoint", form, first + "index 1\n" + path + "\n");
  add("checkpoint-without-lines", "a note", form, first + "index 1\n" + path + "\n" + head.text);
  add("empty", "a proof", form, "");
  return cases;
}

}  // namespace

VectorFiles checkpoint_vectors() {
  std::vector<Case> all = mode_cases();
  for (const auto table : {line_cases, bad_text_cases, bad_note_cases}) {
    for (Case& one : table()) all.push_back(std::move(one));
  }
  VectorFiles files = to_files("checkpoint", all);
  files.push_back({"checkpoint/genesis.json", genesis_fields().text()});
  return files;
}

VectorFiles proof_vectors() { return to_files("proof", proof_cases()); }

}  // namespace armistice::vectors
