// SPDX-License-Identifier: Apache-2.0
// Random values of ours for rapidcheck, and texts that are nearly right.
#pragma once

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "base/json.h"
#include "record/header.h"

namespace armistice::property {

rc::Gen<Digest> digests();
rc::Gen<Bytes> any_bytes(std::size_t bytes_max);
rc::Gen<std::string> names();
rc::Gen<CivilTime> times();
rc::Gen<Header> headers();
rc::Gen<Json> jsons(int depth);

/// A text with one thing changed: a byte replaced, put in or taken out, a line doubled, taken out
/// or moved. Most of what is made so is wrong in one place only.
rc::Gen<std::string> bent(const std::string& text);

}  // namespace armistice::property
