# SPDX-License-Identifier: Apache-2.0
# The built web desks (web/dist) go into the binary by the assembler, in no time; an empty
# ARMISTICE_WEB_DIST gives a server that says it has no pages.

set(table ${CMAKE_BINARY_DIR}/generated/server/asset_table.cpp)
set(blobs ${CMAKE_BINARY_DIR}/generated/server/asset_bytes.S)
set(files "")
if(ARMISTICE_WEB_DIST)
  if(NOT EXISTS ${ARMISTICE_WEB_DIST}/index.html)
    message(FATAL_ERROR "${ARMISTICE_WEB_DIST} holds no index.html: run tools/build-web first")
  endif()
  file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE ${ARMISTICE_WEB_DIST} ${ARMISTICE_WEB_DIST}/*)
endif()

set(bytes ".section .rodata\n")
set(externs "")
set(rows "")
set(number 0)
foreach(file ${files})
  string(APPEND bytes ".global asset_${number}_first\n.global asset_${number}_last\n"
                      "asset_${number}_first:\n.incbin \"${ARMISTICE_WEB_DIST}/${file}\"\n"
                      "asset_${number}_last:\n.byte 0\n")
  string(APPEND externs "extern const char asset_${number}_first[];\nextern const char asset_${number}_last[];\n")
  string(APPEND rows "    {\"${file}\", asset_${number}_first, asset_${number}_last},\n")
  math(EXPR number "${number} + 1")
endforeach()
string(APPEND bytes ".section .note.GNU-stack,\"\",@progbits\n")
file(CONFIGURE OUTPUT ${blobs} CONTENT "${bytes}" @ONLY)
file(CONFIGURE OUTPUT ${table} CONTENT
"// Made by cmake/desks.cmake.
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
" @ONLY)

add_library(armistice_desks STATIC ${table} ${blobs})
list(TRANSFORM files PREPEND ${ARMISTICE_WEB_DIST}/ OUTPUT_VARIABLE paths)
set_source_files_properties(${blobs} PROPERTIES OBJECT_DEPENDS "${paths}")
