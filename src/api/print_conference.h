// SPDX-License-Identifier: Apache-2.0
// How the conference reads on a terminal. One function a shape, for the table of commands.
#pragma once

#include <string>

#include "base/json.h"

namespace armistice {

std::string print_conference(const Json& answer);
std::string print_talk(const Json& answer);
std::string print_questions(const Json& answer);
std::string print_points(const Json& answer);
std::string print_positions(const Json& answer);
std::string print_agreed(const Json& answer);
/// The draft's file, and in its comments what it leaves out.
std::string print_agreed_draft(const Json& answer);

}  // namespace armistice
