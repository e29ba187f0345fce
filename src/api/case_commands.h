// SPDX-License-Identifier: Apache-2.0
// The steps of a case at the keyboard: each handler writes one record, signed by the keys at hand.
// What is asked for by its place in a case (the request, the report, the evaluation) is the newest
// of the case unless it is named. Spec: views.md §9, kinds/.
#pragma once

#include "api/client.h"

namespace armistice {

// Each: errors of write_record and write_joint; `usage`, `not_found` (a case, or what it lacks).
Result<Json> observe(Client& client, const Arguments& arguments);
Result<Json> permit(Client& client, const Arguments& arguments);
Result<Json> case_allege(Client& client, const Arguments& arguments);
Result<Json> case_request(Client& client, const Arguments& arguments);
Result<Json> case_task(Client& client, const Arguments& arguments);
Result<Json> case_step(Client& client, const Arguments& arguments);
Result<Json> case_report(Client& client, const Arguments& arguments);
Result<Json> case_vote(Client& client, const Arguments& arguments);
Result<Json> case_forward(Client& client, const Arguments& arguments);
Result<Json> case_acknowledge(Client& client, const Arguments& arguments);
Result<Json> case_evaluate(Client& client, const Arguments& arguments);
Result<Json> case_mark(Client& client, const Arguments& arguments);
Result<Json> case_determine(Client& client, const Arguments& arguments);
Result<Json> case_sign(Client& client, const Arguments& arguments);

}  // namespace armistice
