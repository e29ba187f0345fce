// SPDX-License-Identifier: Apache-2.0
#include "record/kinds/request.h"

#include "base/limits.h"

namespace armistice {
namespace {

template <typename F, typename B>
Result<void> list(F& f, B& one) {
  TRY(f.digest("case", one.case_id));
  TRY(f.name("to", one.to));
  TRY(f.integer("latitude_e7", one.latitude_e7, -900'000'000, 900'000'000));
  TRY(f.integer("longitude_e7", one.longitude_e7, -1'800'000'000, 1'800'000'000));
  TRY(f.text("place", one.place, limits::label_bytes_max));
  return f.text("text", one.text, limits::statement_bytes_max);
}

}  // namespace

Result<InspectionRequest> read_request(const Json& body) {
  InspectionRequest one = TRY(
      read_listed<InspectionRequest>(body, [](auto& f, auto& value) { return list(f, value); }));
  return one;
}

Json to_json(const InspectionRequest& request) {
  return write_listed(request, [](auto& f, auto& value) { return list(f, value); });
}

}  // namespace armistice
