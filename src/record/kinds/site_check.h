// SPDX-License-Identifier: Apache-2.0
// site-check/1: a named site was looked at: what was listed, what stood there.
// Spec: kinds/site-check.md.
#pragma once

#include "record/kinds/field_list.h"

namespace armistice {

enum class SiteAccess : std::uint8_t { given, partial, denied };
inline constexpr std::array<std::string_view, 3> site_access_words = {"given", "partial", "denied"};

/// Whether the site is one at which a thing counts as stored.
enum class SiteCriteria : std::uint8_t { met, not_met, not_judged };
inline constexpr std::array<std::string_view, 3> site_criteria_words = {"met", "not_met",
                                                                        "not_judged"};

enum class Serials : std::uint8_t { matched, not_shown, differ, none };
inline constexpr std::array<std::string_view, 4> serials_words = {"matched", "not_shown", "differ",
                                                                  "none"};

struct CheckedItem {
  std::string what;
  std::int64_t recorded = 0;  // on the site's list
  std::int64_t seen = 0;
  Serials serials = Serials::matched;
  std::string reason;  // as the holder gives it
  friend bool operator==(const CheckedItem&, const CheckedItem&) = default;
};

struct SiteCheck {
  static constexpr std::string_view kind = "site-check/1";
  Salt salt;
  std::string site;
  std::string side;
  StatedTime at;
  SiteAccess access = SiteAccess::given;
  SiteCriteria criteria = SiteCriteria::met;
  std::vector<CheckedItem> items;
  std::string text;
  friend bool operator==(const SiteCheck&, const SiteCheck&) = default;
};

/// Errors: `malformed`, `too_large`, `out_of_range`.
Result<SiteCheck> read_site_check(const Json& body);
Json to_json(const SiteCheck& site_check);

}  // namespace armistice
