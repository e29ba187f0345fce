// SPDX-License-Identifier: Apache-2.0
// What nearly every test includes: compiled once.
#pragma once
#include <gtest/gtest.h>

#include "../../cmake/precompiled.h"
#include "base/env.h"
#include "record/record.h"
#include "register/register.h"
