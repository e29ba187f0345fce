# SPDX-License-Identifier: Apache-2.0
# Run as a script: writes the table of the files below DIST, and an assembler file that includes them.
set(files "")
if(DIST)
  file(GLOB_RECURSE files RELATIVE ${DIST} ${DIST}/*)
endif()

set(bytes ".section .rodata\n")
set(externs "")
set(rows "")
set(number 0)
foreach(file ${files})
  # The digest makes the assembler file differ when a file does, so that it is assembled again.
  file(SHA256 ${DIST}/${file} digest)
  string(APPEND bytes "# ${digest}\n.global asset_${number}_first\n.global asset_${number}_last\n"
                      "asset_${number}_first:\n.incbin \"${DIST}/${file}\"\nasset_${number}_last:\n.byte 0\n")
  string(APPEND externs "extern const char asset_${number}_first[];\nextern const char asset_${number}_last[];\n")
  string(APPEND rows "      {\"${file}\", asset_${number}_first, asset_${number}_last},\n")
  math(EXPR number "${number} + 1")
endforeach()
string(APPEND bytes ".section .note.GNU-stack,\"\",@progbits\n")
file(WRITE ${BYTES} "${bytes}")
file(WRITE ${TABLE} "// Made by cmake/embed_desks.cmake.
#include \"server/asset_table.h\"

#include <vector>

extern \"C\" {
${externs}}

namespace armistice {

std::span<const EmbeddedAsset> embedded_assets() {
  static const std::vector<EmbeddedAsset> assets = {
${rows}  };
  return assets;
}

}  // namespace armistice
")
