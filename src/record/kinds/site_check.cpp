// SPDX-License-Identifier: Apache-2.0
#include "record/kinds/site_check.h"

#include "base/limits.h"

namespace armistice {
namespace {

template <typename F, typename B>
Result<void> list_item(F& f, B& one) {
  TRY(f.text("what", one.what, limits::label_bytes_max));
  TRY(f.integer("recorded", one.recorded, 0, limits::counted_max));
  TRY(f.integer("seen", one.seen, 0, limits::counted_max));
  TRY(f.word("serials", one.serials, serials_words));
  return f.text("reason", one.reason, limits::label_bytes_max);
}

template <typename F, typename B>
Result<void> list(F& f, B& one) {
  TRY(f.name("site", one.site));
  TRY(f.name("side", one.side));
  TRY(f.time("at", one.at));
  TRY(f.word("access", one.access, site_access_words));
  TRY(f.word("criteria", one.criteria, site_criteria_words));
  TRY(f.objects("items", one.items, limits::ledger_lines_max,
                [](auto& inner, auto& item) { return list_item(inner, item); }));
  return f.text("text", one.text, limits::statement_bytes_max);
}

}  // namespace

Result<SiteCheck> read_site_check(const Json& body) {
  SiteCheck one =
      TRY(read_listed<SiteCheck>(body, [](auto& f, auto& value) { return list(f, value); }));
  for (const CheckedItem& item : one.items) {
    if (item.what.empty()) return Error{Errc::malformed, "what: type and model"};
  }
  return one;
}

Json to_json(const SiteCheck& site_check) {
  return write_listed(site_check, [](auto& f, auto& value) { return list(f, value); });
}

}  // namespace armistice
