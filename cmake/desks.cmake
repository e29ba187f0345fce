# SPDX-License-Identifier: Apache-2.0
# The web desks: types from the table of commands, Vite's build, and the result put into the binary by
# the assembler. With ARMISTICE_DESKS off the server has no pages and says so.

set(generated ${CMAKE_BINARY_DIR}/generated/server)
set(asset_table ${generated}/asset_table.cpp)
set(asset_bytes ${generated}/asset_bytes.S)
set(embed_desks ${CMAKE_SOURCE_DIR}/cmake/embed_desks.cmake)

if(ARMISTICE_DESKS)
  add_executable(armistice_schema tools/schema.cpp)
  target_link_libraries(armistice_schema PRIVATE armistice_api)
  target_precompile_headers(armistice_schema REUSE_FROM armistice_base)
  set(types ${CMAKE_SOURCE_DIR}/web/src/api/types.ts)
  file(GLOB_RECURSE desk_sources CONFIGURE_DEPENDS
       ${CMAKE_SOURCE_DIR}/web/src/*.ts ${CMAKE_SOURCE_DIR}/web/src/*.tsx ${CMAKE_SOURCE_DIR}/web/src/*.json
       ${CMAKE_SOURCE_DIR}/web/styles/*.css ${CMAKE_SOURCE_DIR}/web/public/*
       ${CMAKE_SOURCE_DIR}/web/*.json ${CMAKE_SOURCE_DIR}/web/*.ts ${CMAKE_SOURCE_DIR}/web/*.html)
  list(REMOVE_ITEM desk_sources ${types})
  add_custom_command(
    OUTPUT ${asset_table} ${asset_bytes}
    COMMAND armistice_schema > ${types}
    COMMAND ${CMAKE_SOURCE_DIR}/tools/build-web
    COMMAND ${CMAKE_COMMAND} -DDIST=${CMAKE_SOURCE_DIR}/web/dist -DTABLE=${asset_table}
            -DBYTES=${asset_bytes} -P ${embed_desks}
    DEPENDS armistice_schema ${desk_sources} ${embed_desks} ${CMAKE_SOURCE_DIR}/tools/build-web
    COMMENT "Building the web desks"
    VERBATIM)
else()
  execute_process(COMMAND ${CMAKE_COMMAND} -DDIST= -DTABLE=${asset_table} -DBYTES=${asset_bytes}
                          -P ${embed_desks})
endif()
add_library(armistice_desks STATIC ${asset_table} ${asset_bytes})
