# SPDX-License-Identifier: Apache-2.0
# Texts that stand beside the code (SQL, specs) become headers, so that the binary carries them.

# armistice_embed_sql(layer path symbol): src/<layer>/<path>.sql as `symbol` in <layer>/<path>.sql.h.
function(armistice_embed_sql layer path symbol)
  set(source ${CMAKE_SOURCE_DIR}/src/${layer}/${path}.sql)
  set(header ${CMAKE_BINARY_DIR}/generated/${layer}/${path}.sql.h)
  file(READ ${source} text)
  file(CONFIGURE OUTPUT ${header} CONTENT
"// Made from src/${layer}/${path}.sql.
#pragma once
#include <string_view>
namespace armistice {
inline constexpr std::string_view ${symbol} = R\"sql(@text@)sql\";
}  // namespace armistice
" @ONLY)
  set_property(DIRECTORY ${CMAKE_SOURCE_DIR} APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${source})
endfunction()

armistice_embed_sql(register schema schema_sql)
armistice_embed_sql(views traffic/view traffic_sql)
armistice_embed_sql(views agreement/view agreement_sql)
armistice_embed_sql(views bodies/view bodies_sql)
armistice_embed_sql(views ground/view ground_sql)
armistice_embed_sql(views movements/view movements_sql)
armistice_embed_sql(views arrangements/view arrangements_sql)
armistice_embed_sql(views sightings/view sightings_sql)
armistice_embed_sql(views holdings/view holdings_sql)
armistice_embed_sql(views conference/view conference_sql)
armistice_embed_sql(views positions/view positions_sql)
armistice_embed_sql(views docket/view docket_sql)
armistice_embed_sql(views compliance/view compliance_sql)

# The kinds' pages: their digest stands in genesis, so the binary carries the very bytes.
file(GLOB kind_pages CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/spec/kinds/*.md)
set(texts "")
foreach(page ${kind_pages})
  get_filename_component(name ${page} NAME)
  file(READ ${page} text)
  string(APPEND texts "    {\"kinds/${name}\", R\"page(${text})page\"},\n")
  set_property(DIRECTORY ${CMAKE_SOURCE_DIR} APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${page})
endforeach()
list(LENGTH kind_pages count)
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/generated/views/spec_texts.h CONTENT
"// Made from spec/kinds/.
#pragma once
#include <array>
#include <string_view>
#include <utility>
namespace armistice {
inline constexpr std::array<std::pair<std::string_view, std::string_view>, @count@> spec_texts = {{
@texts@}};
}  // namespace armistice
" @ONLY)
armistice_embed_sql(views engine engine_sql)
