// SPDX-License-Identifier: Apache-2.0
// The closed list of everything that can go wrong, one word and one meaning each. The words stand
// in vectors, in JSON, in exit texts and in void verdicts, so they never change their meaning.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace armistice {

enum class Errc : std::uint8_t {
  // What was asked.
  usage,        // the command or request is not of the form its help states
  not_found,    // nothing here has that name, number or digest
  exists,       // it is there already, and may not be made twice
  forbidden,    // this request may not do this: token, host or origin is wrong
  unsupported,  // a version, kind or algorithm that has no force here
  // What was said.
  malformed,        // the bytes do not follow their grammar
  too_large,        // over a limit of base/limits.h
  out_of_range,     // a number outside what it counts
  wrong_circle,     // the record names another circle
  unknown_key,      // no such key is enrolled, or its role may not sign this
  wrong_signers,    // signature lines are not exactly those that the text requires
  bad_signature,    // a signature does not verify under the strict rule
  number_taken,     // another text of this key and number stands before
  expired,          // the register's clock has reached `until`, or has not started
  withdrawn,        // a signer took its signature back before the record came
  digest_mismatch,  // the bytes are not those whose digest was stated
  // What the register shows.
  proof_mismatch,  // a Merkle proof does not lead to the root
  unquorate,       // a head's lines reach no mode of the quorum
  inconsistent,    // two signed statements that cannot both be true
  rolled_back,     // a head smaller than one already seen
  // What the disk holds.
  damaged,     // stored bytes are not what was stored
  incomplete,  // an open body is missing, so the common fold stops
  busy,        // another process or a full queue is in the way; nothing was done
  closed,      // a write failed earlier; nothing is accepted until a restart
  io,          // the system refused to read or write
};

/// The word of a code, as it stands in vectors, JSON and messages.
std::string_view errc_word(Errc code);

/// The code of a word; nothing if no code has it.
std::optional<Errc> errc_from_word(std::string_view word);

/// One line saying what a code means, for help and for the page's catalogue.
std::string_view errc_meaning(Errc code);

/// Every code, in the order of the list.
std::span<const Errc> all_errcs();

}  // namespace armistice
