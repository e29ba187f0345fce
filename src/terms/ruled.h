// SPDX-License-Identifier: Apache-2.0
// How a judgement says what it found: a verdict and one sentence for a person. The paragraph is the
// term's, which judge() fills in. For the files of judgement alone.
#pragma once

#include "terms/judgement.h"

namespace armistice {

inline Finding ruled(Verdict verdict, std::string because) {
  return {verdict, "", std::move(because), {}};
}

inline Finding kept(bool good, std::string because) {
  return ruled(good ? Verdict::kept : Verdict::broken, std::move(because));
}

}  // namespace armistice
