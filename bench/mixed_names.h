// SPDX-License-Identifier: Apache-2.0
// Who speaks in the corpus of mixed records.
#pragma once

#include <string>
#include <vector>

namespace armistice::bench {

using Names = std::vector<std::string>;

inline constexpr std::int64_t day_s = 86'400;
inline constexpr std::int64_t offset_s = 9 * 3'600;
inline const Names neutrals = {"sweden", "switzerland", "poland", "czechoslovakia"};
inline const Names members = {"sweden/member", "switzerland/member", "poland/member",
                              "czechoslovakia/member"};
inline const Names officers = {"sweden/officer", "switzerland/officer", "poland/officer",
                               "czechoslovakia/officer"};
inline const Names seniors = {"unc/senior-member", "kpa-cpv/senior-member"};

inline std::string other(const std::string& side) { return side == "unc" ? "kpa-cpv" : "unc"; }

}  // namespace armistice::bench
