// SPDX-License-Identifier: Apache-2.0
// Every kind of body there is. A new kind is one file here and one line in the table.
// Spec: kinds/README.md.
import type { Bytes } from '../bytes';
import { parse_json, type Json } from '../json';
import { fail, good, type Result } from '../result';
import {
  acknowledgement_kind,
  read_acknowledgement,
  type Acknowledgement,
} from './acknowledgement';
import { agenda_kind, read_agenda, type Agenda } from './agenda';
import { agenda_answer_kind, read_agenda_answer, type AgendaAnswer } from './agenda_answer';
import { agreed_point_kind, read_agreed_point, type AgreedPoint } from './agreed_point';
import { allegation_kind, read_allegation, type Allegation } from './allegation';
import { amendment_kind, read_amendment, type Amendment } from './amendment';
import { appointment_kind, read_appointment, type Appointment } from './appointment';
import { arrangement_kind, read_arrangement, type Arrangement } from './arrangement';
import {
  arrangement_step_kind,
  read_arrangement_step,
  type ArrangementStep,
} from './arrangement_step';
import { ballot_kind, read_ballot, type Ballot } from './ballot';
import { case_status_kind, read_case_status, type CaseStatus } from './case_status';
import { clock_kind, read_clock, type Clock } from './clock';
import { commitment_kind, read_commitment, type Commitment } from './commitment';
import { count_kind, read_count, type StatedCount } from './count';
import { determination_kind, read_determination, type Determination } from './determination';
import { draft_kind, read_draft, type Draft } from './draft';
import { evaluation_kind, read_evaluation, type Evaluation } from './evaluation';
import { forwarding_kind, read_forwarding, type Forwarding } from './forwarding';
import { fulfilment_kind, read_fulfilment, type Fulfilment } from './fulfilment';
import { gate_log_kind, read_gate_log, type GateLog } from './gate_log';
import { genesis_kind, read_genesis, type Genesis } from './genesis';
import { invitation_kind, read_invitation, type Invitation } from './invitation';
import { key_kind, read_key, type Key } from './key';
import { motion_kind, read_motion, type Motion } from './motion';
import { motion_ballot_kind, read_motion_ballot, type MotionBallot } from './motion_ballot';
import { movement_kind, read_movement, type Movement } from './movement';
import { note_kind, read_note, type Note } from './note';
import { observation_kind, read_observation, type Observation } from './observation';
import { opening_kind, read_opening, type Opening } from './opening';
import {
  deadline_kind,
  guidance_kind,
  instruction_kind,
  instruction_request_kind,
  ladder_kind,
  linkage_kind,
  press_item_kind,
  read_deadline,
  read_guidance,
  read_instruction,
  read_instruction_request,
  read_ladder,
  read_linkage,
  read_press_item,
  read_release,
  release_kind,
  type Guidance,
  type Instruction,
  type InstructionRequest,
  type Ladder,
  type Linkage,
  type OwnDeadline,
  type PressItem,
  type RungRelease,
} from './own_kinds';
import { pass_kind, read_pass, type Pass } from './pass';
import { permit_kind, read_permit, type Permit } from './permit';
import { proposal_kind, read_proposal, type Proposal } from './proposal';
import { reply_kind, read_reply, type Reply } from './reply';
import { report_kind, read_report, type Report } from './report';
import { request_kind, read_request, type InspectionRequest } from './request';
import { read_retraction, retraction_kind, type Retraction } from './retraction';
import { session_kind, read_session, type Session } from './session';
import { read_shipment, shipment_kind, type Shipment } from './shipment';
import { sighting_kind, read_sighting, type Sighting } from './sighting';
import { site_check_kind, read_site_check, type SiteCheck } from './site_check';
import { read_sitting, sitting_kind, type Sitting } from './sitting';
import { read_statement, statement_kind, type Utterance } from './statement';
import { tasking_kind, read_tasking, type Tasking } from './tasking';
import { team_step_kind, read_team_step, type TeamStep } from './team_step';
import { read_withdrawal, withdrawal_kind, type Withdrawal } from './withdrawal';

export type Body =
  | { readonly kind: 'genesis/1'; readonly body: Genesis }
  | { readonly kind: 'key/1'; readonly body: Key }
  | { readonly kind: 'clock/1'; readonly body: Clock }
  | { readonly kind: 'note/1'; readonly body: Note }
  | { readonly kind: 'retraction/1'; readonly body: Retraction }
  | { readonly kind: 'withdrawal/1'; readonly body: Withdrawal }
  | { readonly kind: 'observation/1'; readonly body: Observation }
  | { readonly kind: 'permit/1'; readonly body: Permit }
  | { readonly kind: 'allegation/1'; readonly body: Allegation }
  | { readonly kind: 'request/1'; readonly body: InspectionRequest }
  | { readonly kind: 'tasking/1'; readonly body: Tasking }
  | { readonly kind: 'team-step/1'; readonly body: TeamStep }
  | { readonly kind: 'report/1'; readonly body: Report }
  | { readonly kind: 'ballot/1'; readonly body: Ballot }
  | { readonly kind: 'forwarding/1'; readonly body: Forwarding }
  | { readonly kind: 'acknowledgement/1'; readonly body: Acknowledgement }
  | { readonly kind: 'evaluation/1'; readonly body: Evaluation }
  | { readonly kind: 'draft/1'; readonly body: Draft }
  | { readonly kind: 'determination/1'; readonly body: Determination }
  | { readonly kind: 'movement/1'; readonly body: Movement }
  | { readonly kind: 'shipment/1'; readonly body: Shipment }
  | { readonly kind: 'fulfilment/1'; readonly body: Fulfilment }
  | { readonly kind: 'pass/1'; readonly body: Pass }
  | { readonly kind: 'gate-log/1'; readonly body: GateLog }
  | { readonly kind: 'commitment/1'; readonly body: Commitment }
  | { readonly kind: 'opening/1'; readonly body: Opening }
  | { readonly kind: 'invitation/1'; readonly body: Invitation }
  | { readonly kind: 'reply/1'; readonly body: Reply }
  | { readonly kind: 'appointment/1'; readonly body: Appointment }
  | { readonly kind: 'session/1'; readonly body: Session }
  | { readonly kind: 'motion/1'; readonly body: Motion }
  | { readonly kind: 'motion-ballot/1'; readonly body: MotionBallot }
  | { readonly kind: 'case-status/1'; readonly body: CaseStatus }
  | { readonly kind: 'arrangement/1'; readonly body: Arrangement }
  | { readonly kind: 'arrangement-step/1'; readonly body: ArrangementStep }
  | { readonly kind: 'count/1'; readonly body: StatedCount }
  | { readonly kind: 'site-check/1'; readonly body: SiteCheck }
  | { readonly kind: 'sighting/1'; readonly body: Sighting }
  | { readonly kind: 'amendment/1'; readonly body: Amendment }
  | { readonly kind: 'sitting/1'; readonly body: Sitting }
  | { readonly kind: 'statement/1'; readonly body: Utterance }
  | { readonly kind: 'agenda/1'; readonly body: Agenda }
  | { readonly kind: 'agenda-answer/1'; readonly body: AgendaAnswer }
  | { readonly kind: 'proposal/1'; readonly body: Proposal }
  | { readonly kind: 'agreed-point/1'; readonly body: AgreedPoint }
  | { readonly kind: 'instruction-request/1'; readonly body: InstructionRequest }
  | { readonly kind: 'instruction/1'; readonly body: Instruction }
  | { readonly kind: 'ladder/1'; readonly body: Ladder }
  | { readonly kind: 'release/1'; readonly body: RungRelease }
  | { readonly kind: 'guidance/1'; readonly body: Guidance }
  | { readonly kind: 'press-item/1'; readonly body: PressItem }
  | { readonly kind: 'deadline/1'; readonly body: OwnDeadline }
  | { readonly kind: 'linkage/1'; readonly body: Linkage };

type Reader = (json: Json) => Promise<Result<Body>>;

function reader<K extends Body['kind']>(
  kind: K,
  read: (json: Json) => Promise<Result<Extract<Body, { kind: K }>['body']>>,
): [string, Reader] {
  return [
    kind,
    async (json) => {
      const body = await read(json);
      return body.ok ? good({ kind, body: body.value } as Extract<Body, { kind: K }>) : body;
    },
  ];
}

const readers: ReadonlyMap<string, Reader> = new Map([
  reader(genesis_kind, read_genesis),
  reader(key_kind, read_key),
  reader(clock_kind, read_clock),
  reader(note_kind, read_note),
  reader(retraction_kind, read_retraction),
  reader(withdrawal_kind, read_withdrawal),
  reader(observation_kind, read_observation),
  reader(permit_kind, read_permit),
  reader(allegation_kind, read_allegation),
  reader(request_kind, read_request),
  reader(tasking_kind, read_tasking),
  reader(team_step_kind, read_team_step),
  reader(report_kind, read_report),
  reader(ballot_kind, read_ballot),
  reader(forwarding_kind, read_forwarding),
  reader(acknowledgement_kind, read_acknowledgement),
  reader(evaluation_kind, read_evaluation),
  reader(draft_kind, read_draft),
  reader(determination_kind, read_determination),
  reader(movement_kind, read_movement),
  reader(shipment_kind, read_shipment),
  reader(fulfilment_kind, read_fulfilment),
  reader(pass_kind, read_pass),
  reader(gate_log_kind, read_gate_log),
  reader(commitment_kind, read_commitment),
  reader(opening_kind, read_opening),
  reader(invitation_kind, read_invitation),
  reader(reply_kind, read_reply),
  reader(appointment_kind, read_appointment),
  reader(session_kind, read_session),
  reader(motion_kind, read_motion),
  reader(motion_ballot_kind, read_motion_ballot),
  reader(case_status_kind, read_case_status),
  reader(arrangement_kind, read_arrangement),
  reader(arrangement_step_kind, read_arrangement_step),
  reader(count_kind, read_count),
  reader(site_check_kind, read_site_check),
  reader(sighting_kind, read_sighting),
  reader(amendment_kind, read_amendment),
  reader(sitting_kind, read_sitting),
  reader(statement_kind, read_statement),
  reader(agenda_kind, read_agenda),
  reader(agenda_answer_kind, read_agenda_answer),
  reader(proposal_kind, read_proposal),
  reader(agreed_point_kind, read_agreed_point),
  reader(instruction_request_kind, read_instruction_request),
  reader(instruction_kind, read_instruction),
  reader(ladder_kind, read_ladder),
  reader(release_kind, read_release),
  reader(guidance_kind, read_guidance),
  reader(press_item_kind, read_press_item),
  reader(deadline_kind, read_deadline),
  reader(linkage_kind, read_linkage),
]);

/** Every kind that has a reader, in the order of their pages. */
export const known_kinds: readonly string[] = [...readers.keys()];

/** Whether some reader here knows the kind. */
export function is_known_kind(kind: string): boolean {
  return readers.has(kind);
}

/** Whether roster and clock are folded from it, so that its body travels with the entry. */
export function is_register_kind(kind: string): boolean {
  return kind === genesis_kind || kind === key_kind || kind === clock_kind;
}

/** Reads an open body of a kind. Errors: `unsupported` (no such kind), those of parse_json and of the
 *  kind's reader. */
export async function parse_body(kind: string, bytes: Bytes): Promise<Result<Body>> {
  const read = readers.get(kind);
  if (read === undefined) return fail('unsupported', `no kind ${kind}`);
  const json = parse_json(bytes);
  return json.ok ? read(json.value) : json;
}
