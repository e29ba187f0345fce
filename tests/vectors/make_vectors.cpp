// SPDX-License-Identifier: Apache-2.0
// make_vectors FOLDER: writes the vectors below a folder, which is spec/vectors when it is run by
// hand. The same tables give the same bytes; git diff shows what a change of a table changes.
#include <cstdio>

#include "vectors/vectors.h"

int main(int count, char** arguments) {
  if (count != 2) {
    std::fputs("usage: make_vectors FOLDER\n", stderr);
    return 2;
  }
  armistice::vectors::write_vectors(arguments[1]);
  return 0;
}
