// SPDX-License-Identifier: Apache-2.0
// A small circle for tests: two sides, four neutrals, a commission, and authors whose keys are made
// from their names, so that every run signs the same bytes.
#pragma once

#include <map>
#include <string>

#include "record/kinds/body.h"
#include "record/record.h"
#include "register/quorum.h"
#include "register/submission.h"

namespace armistice::testing {

/// The key of a name: its seed is the hash of name and type.
NamedKey key_of(const std::string& name, KeyType type = KeyType::ed25519);

/// The genesis body of the circle. `parties` is at most six.
Genesis example_genesis();
/// One side's own: it alone, and nothing joint.
Genesis own_genesis();

/// Signs the genesis record of a body by all its roots.
Submission sign_genesis(const Genesis& genesis);

/// An author with its chain, as a test drives it: nothing keeps it from lying.
class Author {
 public:
  Author(std::string name, Digest circle) : key_(key_of(name)), circle_(circle) {}

  /// The next record of the chain.
  Submission write(const Body& body, std::vector<Digest> refers = {});
  /// A record with this number, and this previous, whatever the chain says.
  Submission write_as(std::uint64_t number, std::optional<Digest> previous, const Body& body,
                      std::vector<Digest> refers = {});
  Submission sign(Header header, const Body& body);
  /// Fills in circle, author and key alone, and signs whatever else the header says.
  Submission sign_as_is(Header header, const Bytes& body);

  const NamedKey& key() const { return key_; }
  VerifierKey verifier() const { return key_.verifier(); }
  Seen seen;  // what the next record says it saw

 private:
  NamedKey key_;
  Digest circle_;
  std::uint64_t number_ = 0;
  std::optional<Digest> previous_;
};

/// A joint record by `organ`, signed by each name in order.
Submission write_joint(const std::string& organ, const std::vector<std::string>& signers,
                       CivilTime until, const Digest& circle, const Body& body,
                       std::vector<Digest> refers = {});

Note note(const std::string& text);
Key enrolment(const VerifierKey& key);
Retraction retraction(const std::string& reason);

/// A head's note with the log's line and the cosignatures of these parties at this time.
Bytes cosigned_head(const Genesis& genesis, const Checkpoint& head,
                    const std::vector<std::string>& parties, UtcSeconds time);

Digest id_of(const Submission& submission);

}  // namespace armistice::testing
