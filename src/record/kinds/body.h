// SPDX-License-Identifier: Apache-2.0
// Every kind of body there is: one struct a kind. A new kind adds one line to Body and one to the
// table in body.cpp; a reader that forgets it does not compile. Spec: kinds/README.md.
#pragma once

#include <variant>

#include "record/kinds/acknowledgement.h"
#include "record/kinds/agenda.h"
#include "record/kinds/agenda_answer.h"
#include "record/kinds/agreed_point.h"
#include "record/kinds/allegation.h"
#include "record/kinds/amendment.h"
#include "record/kinds/appointment.h"
#include "record/kinds/arrangement.h"
#include "record/kinds/arrangement_step.h"
#include "record/kinds/ballot.h"
#include "record/kinds/case_status.h"
#include "record/kinds/clock.h"
#include "record/kinds/commitment.h"
#include "record/kinds/count.h"
#include "record/kinds/determination.h"
#include "record/kinds/draft.h"
#include "record/kinds/evaluation.h"
#include "record/kinds/forwarding.h"
#include "record/kinds/fulfilment.h"
#include "record/kinds/gate_log.h"
#include "record/kinds/genesis.h"
#include "record/kinds/invitation.h"
#include "record/kinds/key.h"
#include "record/kinds/motion.h"
#include "record/kinds/motion_ballot.h"
#include "record/kinds/movement.h"
#include "record/kinds/note.h"
#include "record/kinds/observation.h"
#include "record/kinds/opening.h"
#include "record/kinds/own_kinds.h"
#include "record/kinds/pass.h"
#include "record/kinds/permit.h"
#include "record/kinds/proposal.h"
#include "record/kinds/reply.h"
#include "record/kinds/report.h"
#include "record/kinds/request.h"
#include "record/kinds/retraction.h"
#include "record/kinds/session.h"
#include "record/kinds/shipment.h"
#include "record/kinds/sighting.h"
#include "record/kinds/site_check.h"
#include "record/kinds/sitting.h"
#include "record/kinds/statement.h"
#include "record/kinds/tasking.h"
#include "record/kinds/team_step.h"
#include "record/kinds/withdrawal.h"

namespace armistice {

using Body =
    std::variant<Genesis, Key, Clock, Note, Retraction, Withdrawal, Observation, Permit, Allegation,
                 InspectionRequest, Tasking, TeamStep, Report, Ballot, Forwarding, Acknowledgement,
                 Evaluation, Draft, Determination, Movement, Shipment, Fulfilment, Pass, GateLog,
                 Commitment, Opening, Invitation, Reply, Appointment, Session, Motion, MotionBallot,
                 CaseStatus, Arrangement, ArrangementStep, StatedCount, SiteCheck, Sighting,
                 Amendment, Sitting, Utterance, Agenda, AgendaAnswer, Proposal, AgreedPoint,
                 InstructionRequest, Instruction, Ladder, RungRelease, Guidance, PressItem,
                 OwnDeadline, Linkage>;

/// Reads an open body of a kind. Errors: `unsupported` (no such kind), those of parse_json and of
/// the kind's reader.
Result<Body> parse_body(std::string_view kind, ByteView bytes);

/// The bytes of a body, as our own writers make them.
Bytes to_bytes(const Body& body);

/// The kind of a body, with its version.
std::string_view kind_of(const Body& body);

/// Whether some reader here knows the kind.
bool is_known_kind(std::string_view kind);

/// Whether roster and clock are folded from it, so that its body travels with the entry.
bool is_register_kind(std::string_view kind);

/// Whether it belongs into a side's own register alone: nobody signs it for another, and no node
/// takes it in there. Spec: kinds/README.md.
bool is_own_kind(std::string_view kind);

}  // namespace armistice
