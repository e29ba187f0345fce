// SPDX-License-Identifier: Apache-2.0
// The cases of one kind: whole bodies by hand, and for a field of a common form each way to break
// it, so that no kind forgets one.
#pragma once

#include <span>

#include "vectors/fields.h"

namespace armistice::vectors {

inline constexpr Errc form = Errc::malformed;
inline constexpr Errc range = Errc::out_of_range;
inline constexpr Errc large = Errc::too_large;

inline const std::string salt = "\"00112233445566778899aabbccddeeff\"";

/// The page of a kind and its version go with each of its cases.
class Table {
 public:
  explicit Table(std::string kind) : kind_(std::move(kind)) {}
  void ok(const std::string& name, const std::string& why, const FieldTexts& body);
  void bad(const std::string& name, const std::string& why, const FieldTexts& body,
           Errc error = form);
  /// What is wrong alike in every kind.
  void closed(const FieldTexts& base);

  /// What is right and wrong of a field of each form. REQUIRES: `base` is a good body.
  void words(const FieldTexts& base, const std::string& key, std::span<const char* const> words);
  void digest(const FieldTexts& base, const std::string& key);
  void digest_or_none(const FieldTexts& base, const std::string& key);
  void name(const FieldTexts& base, const std::string& key);
  void name_or_none(const FieldTexts& base, const std::string& key);
  void names(const FieldTexts& base, const std::string& key, std::size_t count_max);
  void integer(const FieldTexts& base, const std::string& key, const std::string& least,
               const std::string& below, const std::string& most, const std::string& above);
  void time(const FieldTexts& base, const std::string& key);
  void day(const FieldTexts& base, const std::string& key);
  /// What is wrong alike in an object of a list, good as it stands, and of a list as such.
  void one_item(const FieldTexts& base, const std::string& key, const FieldTexts& item);
  /// The same, and how many there may be where the same object may stand again.
  void closed_item(const FieldTexts& base, const std::string& key, const FieldTexts& item);
  void language(const FieldTexts& base);
  /// A text that may be empty.
  void text(const FieldTexts& base, const std::string& key, std::size_t bytes_max);
  /// The same where a body of that size says enough once: too large alone.
  void long_text(const FieldTexts& base, const std::string& key, std::size_t bytes_max);

  std::vector<Case> cases;

 private:
  void add(const std::string& name, const std::string& why, std::optional<Errc> error,
           const Bytes& bytes);
  void digest_forms(const FieldTexts& base, const std::string& key);
  void name_forms(const FieldTexts& base, const std::string& key);
  std::string kind_;
};

/// The JSON text of a digest made from a word.
std::string digest_json(std::string_view word);

/// The kinds of a case, each with its cases.
std::vector<Case> ground_kind_cases();
std::vector<Case> step_kind_cases();
std::vector<Case> ruling_kind_cases();
/// The kinds of ledgers and duties.
std::vector<Case> ledger_kind_cases();
/// The kinds of bodies: who sits in them, how they decide.
std::vector<Case> body_kind_cases();
/// The kinds of passes and gates, and of lists lodged and opened.
std::vector<Case> zone_kind_cases();
/// The kinds of supervision: what is arranged, counted, checked, sighted and amended.
std::vector<Case> supervision_kind_cases();
/// The kinds of a conference: who met and said what, what is proposed and agreed.
std::vector<Case> conference_kind_cases();
/// The kinds of a side's own register.
std::vector<Case> own_kind_cases();

}  // namespace armistice::vectors
