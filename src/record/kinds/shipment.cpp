// SPDX-License-Identifier: Apache-2.0
#include "record/kinds/shipment.h"

#include "base/limits.h"

namespace armistice {
namespace {

template <typename F, typename B>
Result<void> list_item(F& f, B& one) {
  TRY(f.word("materiel", one.materiel, materiel_words));
  TRY(f.text("designation", one.designation, limits::label_bytes_max));
  TRY(f.integer("quantity", one.quantity, 0, limits::counted_max));
  TRY(f.text("replaces", one.replaces, limits::label_bytes_max));
  TRY(f.integer("replaced", one.replaced, 0, limits::counted_max));
  return f.word("disposition", one.disposition, disposition_words);
}

template <typename F, typename B>
Result<void> list(F& f, B& one) {
  TRY(f.name("side", one.side));
  TRY(f.word("basis", one.basis, count_basis_words));
  TRY(f.text("shipment", one.shipment, limits::label_bytes_max));
  TRY(f.name("point", one.point));
  TRY(f.word("direction", one.direction, direction_words));
  TRY(f.time("at", one.at));
  TRY(f.objects("items", one.items, limits::ledger_lines_max,
                [](auto& inner, auto& item) { return list_item(inner, item); }));
  return f.text("text", one.text, limits::statement_bytes_max);
}

}  // namespace

Result<Shipment> read_shipment(const Json& body) {
  Shipment one =
      TRY(read_listed<Shipment>(body, [](auto& f, auto& value) { return list(f, value); }));
  if (one.shipment.empty()) return Error{Errc::malformed, "shipment: its number or name"};
  for (const ShippedItem& item : one.items) {
    if (item.designation.empty()) return Error{Errc::malformed, "designation: type and model"};
  }
  return one;
}

Json to_json(const Shipment& shipment) {
  return write_listed(shipment, [](auto& f, auto& value) { return list(f, value); });
}

}  // namespace armistice
