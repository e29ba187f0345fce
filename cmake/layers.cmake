# SPDX-License-Identifier: Apache-2.0
# One static library a folder of src/. What may include what is held by tools/layers.txt and its test.

# armistice_layer(name [LAYERS other…] [LINKS library…]): src/<name>/ as library armistice_<name>.
function(armistice_layer name)
  cmake_parse_arguments(ARG "" "" "LAYERS;LINKS" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${name}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "_test\\.cpp$")
  add_library(armistice_${name} STATIC ${sources})
  list(TRANSFORM ARG_LAYERS PREPEND armistice_)
  target_link_libraries(armistice_${name} PUBLIC ${ARG_LAYERS} ${ARG_LINKS})
  if(name STREQUAL "base")
    target_precompile_headers(armistice_base PRIVATE ${CMAKE_SOURCE_DIR}/cmake/precompiled.h)
  else()
    target_precompile_headers(armistice_${name} REUSE_FROM armistice_base)
  endif()
endfunction()
