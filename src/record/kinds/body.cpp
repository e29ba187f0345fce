// SPDX-License-Identifier: Apache-2.0
#include "record/kinds/body.h"

#include <fmt/format.h>

namespace armistice {
namespace {

struct Kind {
  std::string_view name;
  Result<Body> (*read)(const Json&);
};

template <auto Reader>
Result<Body> read_as(const Json& json) {
  return Body(TRY(Reader(json)));
}

constexpr std::array kinds = {
    Kind{Genesis::kind, read_as<read_genesis>},
    Kind{Key::kind, read_as<read_key>},
    Kind{Clock::kind, read_as<read_clock>},
    Kind{Note::kind, read_as<read_note>},
    Kind{Retraction::kind, read_as<read_retraction>},
    Kind{Withdrawal::kind, read_as<read_withdrawal>},
    Kind{Observation::kind, read_as<read_observation>},
    Kind{Permit::kind, read_as<read_permit>},
    Kind{Allegation::kind, read_as<read_allegation>},
    Kind{InspectionRequest::kind, read_as<read_request>},
    Kind{Tasking::kind, read_as<read_tasking>},
    Kind{TeamStep::kind, read_as<read_team_step>},
    Kind{Report::kind, read_as<read_report>},
    Kind{Ballot::kind, read_as<read_ballot>},
    Kind{Forwarding::kind, read_as<read_forwarding>},
    Kind{Acknowledgement::kind, read_as<read_acknowledgement>},
    Kind{Evaluation::kind, read_as<read_evaluation>},
    Kind{Draft::kind, read_as<read_draft>},
    Kind{Determination::kind, read_as<read_determination>},
    Kind{Movement::kind, read_as<read_movement>},
    Kind{Shipment::kind, read_as<read_shipment>},
    Kind{Fulfilment::kind, read_as<read_fulfilment>},
    Kind{Pass::kind, read_as<read_pass>},
    Kind{GateLog::kind, read_as<read_gate_log>},
    Kind{Commitment::kind, read_as<read_commitment>},
    Kind{Opening::kind, read_as<read_opening>},
    Kind{Invitation::kind, read_as<read_invitation>},
    Kind{Reply::kind, read_as<read_reply>},
    Kind{Appointment::kind, read_as<read_appointment>},
    Kind{Session::kind, read_as<read_session>},
    Kind{Motion::kind, read_as<read_motion>},
    Kind{MotionBallot::kind, read_as<read_motion_ballot>},
    Kind{CaseStatus::kind, read_as<read_case_status>},
    Kind{Arrangement::kind, read_as<read_arrangement>},
    Kind{ArrangementStep::kind, read_as<read_arrangement_step>},
    Kind{StatedCount::kind, read_as<read_count>},
    Kind{SiteCheck::kind, read_as<read_site_check>},
    Kind{Sighting::kind, read_as<read_sighting>},
    Kind{Amendment::kind, read_as<read_amendment>},
    Kind{Sitting::kind, read_as<read_sitting>},
    Kind{Utterance::kind, read_as<read_statement>},
    Kind{Agenda::kind, read_as<read_agenda>},
    Kind{AgendaAnswer::kind, read_as<read_agenda_answer>},
    Kind{Proposal::kind, read_as<read_proposal>},
    Kind{AgreedPoint::kind, read_as<read_agreed_point>},
    Kind{InstructionRequest::kind, read_as<read_instruction_request>},
    Kind{Instruction::kind, read_as<read_instruction>},
    Kind{Ladder::kind, read_as<read_ladder>},
    Kind{RungRelease::kind, read_as<read_release>},
    Kind{Guidance::kind, read_as<read_guidance>},
    Kind{PressItem::kind, read_as<read_press_item>},
    Kind{OwnDeadline::kind, read_as<read_deadline>},
    Kind{Linkage::kind, read_as<read_linkage>},
};
static_assert(kinds.size() == std::variant_size_v<Body>, "a kind has no reader");

const Kind* find_kind(std::string_view name) {
  for (const Kind& kind : kinds) {
    if (kind.name == name) return &kind;
  }
  return nullptr;
}

}  // namespace

Result<Body> parse_body(std::string_view kind, ByteView bytes) {
  const Kind* found = find_kind(kind);
  if (found == nullptr) return Error{Errc::unsupported, fmt::format("no kind {}", kind)};
  const Json json = TRY(parse_json(bytes));
  return found->read(json).within(kind);
}

Bytes to_bytes(const Body& body) {
  return std::visit([](const auto& one) { return to_text(to_json(one)); }, body);
}

std::string_view kind_of(const Body& body) {
  return std::visit([](const auto& one) { return one.kind; }, body);
}

bool is_known_kind(std::string_view kind) { return find_kind(kind) != nullptr; }

bool is_register_kind(std::string_view kind) {
  return kind == Genesis::kind || kind == Key::kind || kind == Clock::kind;
}

bool is_own_kind(std::string_view kind) {
  constexpr std::array own = {InstructionRequest::kind, Instruction::kind, Ladder::kind,
                              RungRelease::kind,        Guidance::kind,    PressItem::kind,
                              OwnDeadline::kind,        Linkage::kind};
  return std::find(own.begin(), own.end(), kind) != own.end();
}

}  // namespace armistice
