// SPDX-License-Identifier: Apache-2.0
// The handlers of the table's queries and acts, one function a row. Answers: shapes.cpp.
// Spec: api.md §5.
#pragma once

#include "api/command.h"
#include "api/node.h"

namespace armistice {

// record_queries.cpp
Result<Json> record_list(Node& node, const Arguments& arguments);
Result<Json> record_show(Node& node, const Arguments& arguments);
Result<Json> record_refused(Node& node, const Arguments& arguments);

// register_queries.cpp
Result<Json> register_list(Node& node, const Arguments& arguments);
Result<Json> register_head(Node& node, const Arguments& arguments);
Result<Json> register_prove(Node& node, const Arguments& arguments);
Result<Json> register_consistency(Node& node, const Arguments& arguments);
Result<Json> register_checkpoint(Node& node, const Arguments& arguments);
Result<Json> register_policy(Node& node, const Arguments& arguments);
Result<Json> register_cosign(Node& node, const Arguments& arguments);
Result<Json> register_clock(Node& node, const Arguments& arguments);
Result<Json> key_list(Node& node, const Arguments& arguments);
Result<Json> key_enrol(Node& node, const Arguments& arguments);

// docket_queries.cpp
Result<Json> docket_query(Node& node, const Arguments& arguments);
Result<Json> findings_query(Node& node, const Arguments& arguments);

// report_queries.cpp
Result<Json> report_daily(Node& node, const Arguments& arguments);

// ground_queries.cpp
Result<Json> ground_query(Node& node, const Arguments& arguments);

// body_queries.cpp
Result<Json> bodies_query(Node& node, const Arguments& arguments);

// screen_query.cpp
Result<Json> report_screen(Node& node, const Arguments& arguments);

// propose_query.cpp
Result<Json> observation_propose(Node& node, const Arguments& arguments);

// agreement_queries.cpp
Result<Json> agreement_show(Node& node, const Arguments& arguments);

// draft_queries.cpp
Result<Json> agreement_drafts(Node& node, const Arguments& arguments);
Result<Json> agreement_paragraphs(Node& node, const Arguments& arguments);
Result<Json> agreement_findings(Node& node, const Arguments& arguments);
Result<Json> agreement_judge(Node& node, const Arguments& arguments);

// ledger_queries.cpp
Result<Json> due_query(Node& node, const Arguments& arguments);
Result<Json> ledger_query(Node& node, const Arguments& arguments);

// pass_queries.cpp
Result<Json> passes_query(Node& node, const Arguments& arguments);

// arrangement_queries.cpp
Result<Json> arrangements_query(Node& node, const Arguments& arguments);
// sighting_queries.cpp
Result<Json> sightings_query(Node& node, const Arguments& arguments);
// holding_queries.cpp
Result<Json> holdings_query(Node& node, const Arguments& arguments);

// conference_queries.cpp
Result<Json> conference_show(Node& node, const Arguments& arguments);
Result<Json> conference_sitting(Node& node, const Arguments& arguments);
Result<Json> conference_open(Node& node, const Arguments& arguments);
Result<Json> conference_agenda(Node& node, const Arguments& arguments);
Result<Json> conference_matrix(Node& node, const Arguments& arguments);

// agreed_so_far.cpp
Result<Json> conference_agreed(Node& node, const Arguments& arguments);
Result<Json> conference_draft(Node& node, const Arguments& arguments);

// own_queries.cpp
Result<Json> own_show(Node& node, const Arguments& arguments);
Result<Json> own_open(Node& node, const Arguments& arguments);

// held_query.cpp
Result<Json> record_screen(Node& node, const Arguments& arguments);

// own_screen.cpp
Result<Json> own_screen(Node& node, const Arguments& arguments);

// traffic_queries.cpp
Result<Json> traffic_chains(Node& node, const Arguments& arguments);
Result<Json> traffic_gaps(Node& node, const Arguments& arguments);
Result<Json> traffic_irregularities(Node& node, const Arguments& arguments);
Result<Json> traffic_retractions(Node& node, const Arguments& arguments);
Result<Json> view_digest(Node& node, const Arguments& arguments);
Result<Json> rebuild_views(Node& node, const Arguments& arguments);

/// The place of a record named by its index or its id. Errors: `usage` (neither), `not_found`.
Result<LeafIndex> find_record(Node& node, std::string_view named);

/// A receipt as the answer to whoever handed the record in.
Json submitted_json(const Receipt& receipt, const Digest& id);

/// A proof of the record under the newest counted head, or the accepted one if none covers it.
/// Errors: `not_found`, `damaged`, `io`.
Result<TlogProof> newest_proof(Node& node, LeafIndex index);

}  // namespace armistice
