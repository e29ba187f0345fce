// SPDX-License-Identifier: Apache-2.0
// Items of a list as they are keyed in, `pusan; arriving; 1200`, and records of such items: read
// back before they are signed.
#pragma once

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "api/client.h"
#include "record/kinds/body.h"

namespace armistice {

/// The parts of an item, without the blanks around them.
std::vector<std::string> parts_of(std::string_view text);

/// One of a few words. Errors: `usage`, naming those that there are.
template <typename Enum, std::size_t N>
Result<Enum> word_of(std::string_view what, const std::string& word,
                     const std::array<std::string_view, N>& words) {
  const auto found = std::find(words.begin(), words.end(), word);
  if (found != words.end()) return static_cast<Enum>(found - words.begin());
  return Error{Errc::usage,
               fmt::format("{}: {:?} is none of {}", what, word, fmt::join(words, ", "))};
}

/// Errors: `usage`.
Result<std::int64_t> number_of(std::string_view what, const std::string& text);

/// A time that was given, or now in circle time. Errors: `malformed`; those of Client::circle.
Result<StatedTime> time_in(Client& client, const Arguments& arguments, std::string_view key);

/// The id of a record that an argument names by its index or id. Errors: `not_found`, naming the
/// argument.
Result<Digest> id_of(Client& client, const Arguments& arguments, std::string_view key);

/// Signs and hands in what a reader of its kind would not refuse. Errors: of parse_body and
/// write_record.
Result<Json> write_checked(Client& client, const Arguments& arguments, const Body& body,
                           std::vector<Digest> refers = {});

/// The same of what an inspector may have to say: stopped, unless told `anyway`, if it speaks of
/// what no inspection studies (42c). Errors: those of stop_studied, too.
Result<Json> write_inspected(Client& client, const Arguments& arguments, const Body& body);

}  // namespace armistice
