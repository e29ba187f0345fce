// SPDX-License-Identifier: Apache-2.0
// Record 0: whether a circle starts from it.
#include "crypto/hash.h"
#include "vectors/draft.h"
#include "vectors/fields.h"
#include "vectors/scenario.h"

namespace armistice::vectors {
namespace {

using testing::key_of;

VectorFile start(const std::string& name, const std::string& why, std::optional<Errc> error,
                 const Bytes& entry, const Bytes& body) {
  const ByteView text = ByteView(entry).substr(0, entry.rfind("\n\n") + 1);
  const Json whole = Json::Object{{"why", why},
                                  {"expect", error ? errc_word(*error) : "ok"},
                                  {"entry", to_base64(entry)},
                                  {"body", to_base64(body)},
                                  {"circle", error ? Json() : Json(to_text(sha256(text)))}};
  return {"genesis/" + name + ".json", to_indented_text(whole) + "\n"};
}

// The draft over this body.
Draft over(const Bytes& body, Draft draft = genesis()) {
  return with(std::move(draft), fmt::format("body {} {} open", to_text(sha256(body)), body.size()));
}

}  // namespace

VectorFiles genesis_vectors() {
  const Bytes body = genesis_fields().text();
  const Draft good = over(body);
  const std::vector<Bytes> lines = good.signatures();
  const auto with_line = [&](std::size_t i, const Bytes& line) {
    Bytes entry = good.text() + "\n";
    for (std::size_t k = 0; k < lines.size(); ++k) entry += k == i ? line : lines[k];
    return entry;
  };
  const NamedKey impostor{"sweden/root", KeyType::ed25519, SecretKey::from_seed(Bytes(32, '\7'))};
  const KeyId sweden = key_of("sweden/root").verifier().id();
  std::vector<std::string> turned = good.signers;
  std::swap(turned[0], turned[1]);
  std::vector<std::string> five(good.signers.begin(), good.signers.end() - 1);
  std::vector<std::string> seven = good.signers;
  seven.push_back("finland/root");
  const Bytes longer = genesis_fields().and_then("more", "1").text();
  const std::string roots = "kinds/genesis.md: signed by the root of each party, in their order";
  const std::string zero = "register.md §3.2: index 0 is genesis";
  const auto jointly_over = [&](const std::vector<std::string>& signers) {
    return jointly(good, signers).entry();
  };
  return {
      start("good", "six parties agree to share a register", std::nullopt, good.entry(), body),
      start("body-other-bytes", "the body is the one that the text names", Errc::digest_mismatch,
            good.entry(), genesis_fields().with("scenario_offset_s", "-2316000001").text()),
      start("body-longer", "the body is the one that the text names", Errc::digest_mismatch,
            good.entry(), body + " "),
      start("body-missing", "the body is the one that the text names", Errc::digest_mismatch,
            good.entry(), ""),
      start("body-not-as-its-page-says", "kinds/genesis.md: no other field", Errc::malformed,
            over(longer).entry(), longer),
      start("roots-turned", roots, Errc::wrong_signers, jointly_over(turned), body),
      start("roots-one-missing", roots, Errc::wrong_signers, jointly_over(five), body),
      start("roots-one-more", roots, Errc::wrong_signers, jointly_over(seven), body),
      start("roots-other-key", roots, Errc::wrong_signers,
            with_line(2, sign_text(impostor, good.text())), body),
      start("roots-bad-signature", "kinds/genesis.md: every line verifies", Errc::bad_signature,
            with_line(2, signature_line("sweden/root", sweden,
                                        key_of("sweden/root").secret.sign("x").view())),
            body),
      start("line-missing", "record.md §3: one line by each signer", Errc::wrong_signers,
            with_line(5, ""), body),
      start("other-version", zero, Errc::wrong_circle, with(good, "kind genesis/2").entry(), body),
      start("a-note", zero, Errc::wrong_circle, one_author().entry(), body),
      start("no-record", "register.md §3.1", Errc::malformed, "nothing", body),
  };
}

}  // namespace armistice::vectors
