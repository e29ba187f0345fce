// SPDX-License-Identifier: Apache-2.0
// A circle for the benches, and signed records of 2,048 bytes (entry and body together).
#pragma once

#include <string>
#include <vector>

#include "api/node.h"

namespace armistice::bench {

struct Corpus {
  Digest circle;
  std::vector<NamedKey> authors;
  std::vector<std::uint64_t> numbers;           // [author]: of its last record
  std::vector<std::optional<Digest>> previous;  // [author]
};

/// Makes a node with so many authors enrolled under one party. Its keys lie in its keys/.
Corpus make_corpus(Env& env, const Path& data, std::size_t authors);

/// The same of a node that make_corpus made and nobody has written to since.
Corpus load_corpus(Env& env, const Path& data, std::size_t authors);

/// The next record of an author with this body, signed.
Submission next_record_of(Corpus& corpus, std::size_t author, const Body& body);

/// The next record of an author, signed: 2,048 bytes with its body.
Submission next_record(Corpus& corpus, std::size_t author);

/// So many records, by the authors in turn; signed on both cores.
std::vector<Submission> next_records(Corpus& corpus, std::size_t count);

/// Hands records in, at most so many on their way, and waits for the last receipt.
/// times_us[i] is how long records[i] took to its receipt; a refusal ends the bench.
std::vector<std::int64_t> append_all(Register& reg, std::vector<Submission> records,
                                     std::size_t on_their_way);

}  // namespace armistice::bench
