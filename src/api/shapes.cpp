// SPDX-License-Identifier: Apache-2.0
// Every shape of an answer. Spec: api.md §4, §5.
#include <array>

#include "api/agreement_shapes.h"
#include "api/arrangement_shapes.h"
#include "api/body_shapes.h"
#include "api/case_shapes.h"
#include "api/conference_shapes.h"
#include "api/draft_shapes.h"
#include "api/holding_shapes.h"
#include "api/ledger_shapes.h"
#include "api/own_shapes.h"
#include "api/pass_shapes.h"
#include "api/shape.h"
#include "api/sighting_shapes.h"
#include "api/watch_shapes.h"

namespace armistice {

using namespace agreement_shapes;
using namespace case_shapes;
using namespace draft_shapes;
using namespace ledger_shapes;
using namespace holding_shapes;
using namespace pass_shapes;
using namespace sighting_shapes;

namespace {

template <std::size_t N, std::size_t M>
constexpr std::array<Field, N + M> joined(const std::array<Field, N>& first,
                                          const std::array<Field, M>& second) {
  std::array<Field, N + M> all{};
  std::copy(first.begin(), first.end(), all.begin());
  std::copy(second.begin(), second.end(), all.begin() + N);
  return all;
}

constexpr std::array party_fields = {
    Field{"name", "text", "the first segment of its names"},
    Field{"group", "=sides|neutrals", "sides or neutrals"},
    Field{"root", "text", "vkey of its root key"},
    Field{"cosigner", "text", "vkey of its cosigner"},
};
constexpr std::array organ_fields = {
    Field{"name", "text", "the author of its joint records"},
    Field{"members", "[text]", "the names that may sit in it"},
};
constexpr std::array register_fields = {
    Field{"name", "text", "the folder below registers/"},
    Field{"origin", "text", "the log's origin"},
    Field{"vkey", "text", "the log's key"},
    Field{"prefix", "text", "the path below which tiles and checkpoint are served"},
    Field{"circle", "digest", "the id of genesis; compare it by voice or on paper"},
    Field{"conduct", "=exercise|live", "exercise or live"},
    Field{"scenario_offset_s", "integer", "what circle time adds to the register's clock"},
    Field{"civil_offset", "text", "the offset in which times are shown"},
    Field{"cosigners", "[text]", "vkeys, in the order of the parties"},
    Field{"parties", "[Party]", "who shares the register"},
    Field{"organs", "[Organ]", "joint authors"},
    Field{"neutrals_quorum", "integer", "how many neutrals a settled head needs"},
    Field{"own_side", "text", "whose own register it is; empty: it is shared"},
    Field{"held_against_own", "boolean",
          "what its desk signs is held against a side's own register"},
};
constexpr std::array cosigned_fields = {
    Field{"party", "text", "who cosigned"},
    Field{"time_utc", "integer", "when, by its own clock, Unix seconds"},
};
constexpr std::array head_fields = {
    Field{"size", "integer", "how many entries"},
    Field{"root", "text", "base64"},
    Field{"mode", "=settled|unwitnessed|contested?", "null: it does not count"},
    Field{"cosigned", "[Cosigned]", "whose lines verify"},
    Field{"note", "text", "the checkpoint with its lines, verbatim"},
};
constexpr std::array clock_fields = {
    Field{"utc", "integer", "the register's clock, Unix seconds"},
    Field{"circle_time", "time", "the same in circle time"},
    Field{"size", "integer", "of the head that set it"},
};
constexpr std::array heads_fields = {
    Field{"accepted", "Head", "the newest head, signed by the log"},
    Field{"counted", "Head?", "the newest head that counts"},
    Field{"clock", "ClockTime?", "null before the first clock record that acts"},
};
constexpr std::array body_fields = {
    Field{"digest", "digest", "of its bytes"},
    Field{"bytes", "integer", "how many"},
    Field{"form", "=open|sealed", ""},
};
constexpr std::array reference_fields = {
    Field{"index", "integer?", "null: no such record stands here"},
    Field{"id", "digest", "what the text names"},
    Field{"kind", "text?", ""},
    Field{"author", "text?", ""},
};
constexpr std::array retracted_fields = {
    Field{"index", "integer", "of the retraction"},
    Field{"id", "digest", "of the retraction"},
    Field{"scope", "=whole|passage", ""},
};
constexpr std::array noticed_fields = {
    Field{"word", "text", "spec/views.md §4"},
    Field{"detail", "text", "what was noticed"},
    Field{"about", "digest?", "the other record"},
};
constexpr std::array record_row_fields = {
    Field{"index", "integer", "its place in the register"},
    Field{"id", "digest?", "of its text; null: it is no record"},
    Field{"kind", "text?", "with its version"},
    Field{"author", "text?", ""},
    Field{"key", "text?", "8 digits; null: joint"},
    Field{"number", "integer?", "in the chain of its key; 0: joint"},
    Field{"signers", "[text]", "of a joint record"},
    Field{"written", "time?", "as its author claims"},
    Field{"body", "BodyRef?", ""},
    Field{"verdict", "text", "admitted, or why it is void"},
    Field{"mode", "=settled|unwitnessed|contested|accepted", "the best mode of a head over it"},
    Field{"after", "time?", "circle time before which it was not written"},
    Field{"before", "time?", "circle time by which it was there"},
    Field{"summary", "text", "the first 160 characters of what it says"},
    Field{"retracted", "[Retracted]", "retractions that act on it"},
    Field{"irregularities", "[Noticed]", "what was noticed about it by the register's own rules"},
    Field{"noticed", "[NoticedByView]", "what views after traffic noticed about it"},
};
constexpr std::array record_more_fields = {
    Field{"entry", "text", "the note, verbatim"},
    Field{"text", "text?", "the open body's bytes as text; null: sealed, withheld or not text"},
    Field{"refers", "[Reference]", "what it refers to"},
    Field{"referred_by", "[Reference]", "what refers to it"},
    Field{"previous_index", "integer?", "the record before it in its key's chain"},
    Field{"next_index", "integer?", "the record after it in its key's chain"},
    Field{"proof", "text", "a tlog-proof under the newest head that covers it"},
};
constexpr auto record_fields = joined(record_row_fields, record_more_fields);
constexpr std::array receipt_fields = {
    Field{"index", "integer", "its place in the register"},
    Field{"id", "digest", "of its text"},
    Field{"repeated", "boolean", "it stood already"},
    Field{"receipt", "text", "a tlog-proof signed by the log"},
};
constexpr std::array proof_fields = {
    Field{"index", "integer", ""},
    Field{"id", "digest", ""},
    Field{"proof", "text", "a tlog-proof"},
};
constexpr std::array consistency_fields = {
    Field{"first", "integer", "size of the smaller tree"},
    Field{"second", "integer", "size of the larger"},
    Field{"hashes", "[text]", "base64, from RFC 6962"},
};
constexpr std::array key_row_fields = {
    Field{"name", "text", "who signs with it"},
    Field{"key", "text", "8 digits"},
    Field{"vkey", "text", ""},
    Field{"role", "=author|cosigner|log|root", ""},
    Field{"enrolled_at", "integer", "the record that enrolled it"},
    Field{"from", "integer?", "the first index at which it may author; null: not yet, or never"},
};
constexpr std::array chain_fields = {
    Field{"author", "text", ""},
    Field{"key", "text", ""},
    Field{"records", "integer", "admitted"},
    Field{"largest", "integer", "number"},
    Field{"missing", "integer", "numbers that never came"},
    Field{"forks", "integer", "void texts whose number was taken by another"},
    Field{"last_index", "integer", ""},
};
constexpr std::array gap_fields = {
    Field{"author", "text", ""},
    Field{"key", "text", ""},
    Field{"first", "integer", "number"},
    Field{"last", "integer", "number"},
    Field{"noticed_at", "integer", "the record that jumped"},
};
constexpr std::array noticed_by_view_fields = {
    Field{"view", "text", "any of them but traffic"},
    Field{"word", "text", "of its part of views.md"},
    Field{"detail", "text", ""},
};
constexpr std::array irregularity_fields = {
    Field{"index", "integer", ""}, Field{"author", "text?", ""},  Field{"word", "text", ""},
    Field{"detail", "text", ""},   Field{"about", "digest?", ""},
};
constexpr std::array retraction_fields = {
    Field{"index", "integer", "of the retraction"}, Field{"author", "text", "who retracts"},
    Field{"target", "digest", "what it refers to"}, Field{"target_index", "integer?", ""},
    Field{"scope", "=whole|passage", ""},           Field{"effect", "text", "acts, or why not"},
};
constexpr std::array evidence_fields = {
    Field{"stands", "integer", "the record that stands"},
    Field{"id", "digest", "of the text that was refused"},
    Field{"author", "text", ""},
    Field{"number", "integer", ""},
    Field{"received", "time", "by this machine's clock"},
    Field{"entry", "text", "the note, verbatim"},
};
constexpr std::array digest_fields = {
    Field{"view", "text", ""},
    Field{"position", "integer", "entries folded"},
    Field{"fold", "digest", "the kinds' pages and the fold's version"},
    Field{"agreement", "digest", ""},
    Field{"digest", "digest", "of the rows"},
    Field{"line", "text", "what two parties compare"},
};
constexpr std::array made_fields = {
    Field{"data", "text", "the node's folder"},
    Field{"circle", "digest", "compare it by voice or on paper"},
    Field{"origin", "text", ""},
    Field{"vkey", "text", "the log's key"},
    Field{"records", "integer", "in the register"},
    Field{"keys", "[text]", "names that can sign here"},
};
constexpr std::array key_file_fields = {
    Field{"file", "text", "only its owner can read it"},
    Field{"vkey", "text", ""},
    Field{"next", "digest", "of the public key that may follow it"},
};
constexpr std::array draft_fields = {
    Field{"file", "text", "the draft"},
    Field{"id", "digest", "of its text"},
    Field{"text", "text", "what is signed"},
    Field{"signed", "[text]", "whose lines it bears"},
    Field{"missing", "[text]", "who has yet to sign"},
};
constexpr std::array rebuilt_fields = {
    Field{"position", "integer", "entries folded"},
    Field{"seconds", "integer", "how long it took"},
    Field{"lines", "[text]", "one digest line a view"},
    Field{"incomplete", "text?", "why the fold stands still"},
};
constexpr std::array verified_fields = {
    Field{"circle", "digest", ""},
    Field{"size", "integer", "entries"},
    Field{"good", "boolean", "nothing is wrong"},
    Field{"wrong", "text?", "the first thing that is wrong"},
    Field{"counted", "integer", "size of the newest counted head; 0: none"},
    Field{"mode", "=settled|unwitnessed|contested?", "its mode"},
    Field{"void", "integer", "entries without effect: the secretary's misbehaviour"},
    Field{"withheld", "integer", "sealed bodies that are not here"},
    Field{"irregular", "integer", "what the views noticed"},
    Field{"lines", "[text]", "one digest line a view"},
    Field{"notices", "[text]", "what is worth knowing and not wrong"},
    Field{"seconds", "integer", "how long it took"},
};
constexpr std::array text_fields = {
    Field{"text", "text", ""},
};

constexpr std::array case_fields = {
    Field{"id", "text", ""},
    Field{"term", "text", "the term that judges it"},
    Field{"file", "text", "where it stands, below the folder"},
    Field{"line", "integer", ""},
    Field{"expected", "text", "the verdict that must come"},
    Field{"expected_paragraph", "text", "and the paragraph"},
    Field{"verdict", "text", "the verdict that came"},
    Field{"paragraph", "text", "the paragraph that decides"},
    Field{"because", "text", "why, in one sentence"},
    Field{"good", "boolean", "what came is what must come, dissent included"},
};
constexpr std::array agreement_checked_fields = {
    Field{"agreement", "text", "its name; empty: agreement.toml cannot be read"},
    Field{"paragraphs", "integer", "restated"},
    Field{"terms", "integer", ""},
    Field{"cases", "[CaseRun]", "in order; empty when something is wrong with the folder"},
    Field{"failed", "integer", "cases that are not good"},
    Field{"wrong", "[text]", "what is wrong with the folder: file, line, what would be right"},
    Field{"good", "boolean", ""},
};

constexpr std::array shapes = {
    Shape{"Party", party_fields},
    Shape{"Organ", organ_fields},
    Shape{"RegisterInfo", register_fields},
    Shape{"Cosigned", cosigned_fields},
    Shape{"Head", head_fields},
    Shape{"ClockTime", clock_fields},
    Shape{"Heads", heads_fields},
    Shape{"BodyRef", body_fields},
    Shape{"Reference", reference_fields},
    Shape{"Retracted", retracted_fields},
    Shape{"Noticed", noticed_fields},
    Shape{"RecordRow", record_row_fields},
    Shape{"RecordDetail", record_fields},
    Shape{"Submitted", receipt_fields},
    Shape{"Proof", proof_fields},
    Shape{"Consistency", consistency_fields},
    Shape{"KeyRow", key_row_fields},
    Shape{"ChainRow", chain_fields},
    Shape{"GapRow", gap_fields},
    Shape{"NoticedByView", noticed_by_view_fields},
    Shape{"IrregularityRow", irregularity_fields},
    Shape{"RetractionRow", retraction_fields},
    Shape{"EvidenceRow", evidence_fields},
    Shape{"DigestLine", digest_fields},
    Shape{"NodeMade", made_fields},
    Shape{"KeyFile", key_file_fields},
    Shape{"Draft", draft_fields},
    Shape{"Rebuilt", rebuilt_fields},
    Shape{"Verified", verified_fields},
    Shape{"CaseRun", case_fields},
    Shape{"AgreementChecked", agreement_checked_fields},
    Shape{"WatchEvent", watch_shapes::watch_event_fields},
    Shape{"RejectedLine", watch_shapes::rejected_line_fields},
    Shape{"BoundaryVerdicts", watch_shapes::boundary_verdict_fields},
    Shape{"Watched", watch_shapes::watched_fields},
    Shape{"ProposedFix", watch_shapes::proposed_fix_fields},
    Shape{"ProposedObservation", watch_shapes::proposed_observation_fields},
    Shape{"Proposed", watch_shapes::proposed_fields},
    Shape{"FindingRow", finding_fields},
    Shape{"ObservedFix", observed_fix_fields},
    Shape{"ObservationRow", observation_fields},
    Shape{"StepNotice", step_notice_fields},
    Shape{"CaseRow", case_row_fields},
    Shape{"StepRow", step_fields},
    Shape{"DraftRow", draft_row_fields},
    Shape{"StrayRow", stray_fields},
    Shape{"Docket", docket_fields},
    Shape{"Stretch", stretch_fields},
    Shape{"Port", port_fields},
    Shape{"PermitRow", permit_fields},
    Shape{"Ground", ground_fields},
    Shape{"Commission", commission_fields},
    Shape{"TeamRow", team_fields},
    Shape{"SeatRow", seat_fields},
    Shape{"AppointmentRow", appointment_fields},
    Shape{"SessionRow", session_fields},
    Shape{"MotionRow", motion_fields},
    Shape{"BodyNotice", body_notice_fields},
    Shape{"Bodies", bodies_fields},
    Shape{"DayRecords", day_records_fields},
    Shape{"DayStep", day_step_fields},
    Shape{"DailyReport", daily_report_fields},
    Shape{"Difference", difference_fields},
    Shape{"AgreementCompared", compared_fields},
    Shape{"JudgedAgain", judged_again_fields},
    Shape{"UnderDraft", under_draft_fields},
    Shape{"NamedAgreement", named_agreement_fields},
    Shape{"AgreementDrafts", agreement_drafts_fields},
    Shape{"SayingPair", saying_pair_fields},
    Shape{"TermPair", term_pair_fields},
    Shape{"ParagraphPair", paragraph_pair_fields},
    Shape{"SideBySide", side_by_side_fields},
    Shape{"FoundPair", found_pair_fields},
    Shape{"FoundUnderBoth", found_under_both_fields},
    Shape{"DutyRow", duty_fields},
    Shape{"DueAsked", due_asked_fields},
    Shape{"DueOwed", due_owed_fields},
    Shape{"Due", due_fields},
    Shape{"LedgerSide", ledger_side_fields},
    Shape{"LedgerDay", ledger_day_fields},
    Shape{"LedgerCount", ledger_count_fields},
    Shape{"LedgerItem", ledger_item_fields},
    Shape{"LedgerNotice", ledger_notice_fields},
    Shape{"Ledger", ledger_fields},
    Shape{"ZoneSide", zone_side_fields},
    Shape{"PassRow", pass_fields},
    Shape{"GateLogRow", gate_log_fields},
    Shape{"PassNotice", pass_notice_fields},
    Shape{"Passes", passes_fields},
    Shape{"NamedText", named_text_fields},
    Shape{"TermOption", term_option_fields},
    Shape{"TermRow", term_row_fields},
    Shape{"AmendmentRow", amendment_fields},
    Shape{"StudiedWord", studied_word_fields},
    Shape{"AgreementShown", agreement_shown_fields},
    Shape{"ArrangementSort", arrangement_shapes::sort_fields},
    Shape{"ArrangedStep", arrangement_shapes::step_fields},
    Shape{"ArrangementRow", arrangement_shapes::arrangement_fields},
    Shape{"ArrangementNotice", arrangement_shapes::notice_fields},
    Shape{"Arrangements", arrangement_shapes::arrangements_fields},
    Shape{"SightingDay", sighting_day_fields},
    Shape{"SightingName", sighting_name_fields},
    Shape{"SightingRow", sighting_fields},
    Shape{"QuietRow", quiet_fields},
    Shape{"SightingNotice", sighting_notice_fields},
    Shape{"Sightings", sightings_fields},
    Shape{"SightingsImported", imported_fields},
    Shape{"DispositionSeries", series_fields},
    Shape{"LodgedList", lodged_list_fields},
    Shape{"ListedUnit", listed_unit_fields},
    Shape{"NewestCount", newest_count_fields},
    Shape{"CountPart", count_part_fields},
    Shape{"CountRecord", count_record_fields},
    Shape{"SiteItem", site_item_fields},
    Shape{"SiteCheckRow", site_check_fields},
    Shape{"HoldingNotice", holding_notice_fields},
    Shape{"Holdings", holdings_fields},
    Shape{"SittingPresent", conference_shapes::present_fields},
    Shape{"SittingRow", conference_shapes::sitting_fields},
    Shape{"StatementRow", conference_shapes::statement_fields},
    Shape{"QuestionRow", conference_shapes::question_fields},
    Shape{"AgendaPoint", conference_shapes::point_fields},
    Shape{"PositionRow", conference_shapes::position_fields},
    Shape{"MovedRow", conference_shapes::moved_fields},
    Shape{"AgreedRow", conference_shapes::agreed_fields},
    Shape{"KeptTerm", conference_shapes::kept_term_fields},
    Shape{"AgreedParagraph", conference_shapes::agreed_paragraph_fields},
    Shape{"AgreedLeftOut", conference_shapes::left_out_fields},
    Shape{"AgreedDraft", conference_shapes::agreed_draft_fields},
    Shape{"ConferenceNotice", conference_shapes::notice_fields},
    Shape{"Conference", conference_shapes::conference_fields},
    Shape{"ConferenceImported", conference_shapes::imported_fields},
    Shape{"OwnOption", own_shapes::option_fields},
    Shape{"OwnRequest", own_shapes::request_fields},
    Shape{"OwnInstruction", own_shapes::instruction_fields},
    Shape{"OwnRung", own_shapes::rung_fields},
    Shape{"OwnLadder", own_shapes::ladder_fields},
    Shape{"OwnUnsaid", own_shapes::unsaid_fields},
    Shape{"OwnGuidance", own_shapes::guidance_fields},
    Shape{"OwnPressItem", own_shapes::press_fields},
    Shape{"OwnDeadline", own_shapes::deadline_fields},
    Shape{"OwnLinkage", own_shapes::linkage_fields},
    Shape{"OwnPositions", own_shapes::positions_fields},
    Shape{"OwnDue", own_shapes::due_fields},
    Shape{"OwnStop", own_shapes::stop_fields},
    Shape{"OwnRemark", own_shapes::remark_fields},
    Shape{"OwnScreened", own_shapes::screened_fields},
    Shape{"OwnHeld", own_shapes::held_fields},
    Shape{"OwnChecked", own_shapes::checked_fields},
    Shape{"OwnImported", own_shapes::imported_fields},
    Shape{"PlainText", text_fields},
};

}  // namespace

std::span<const Shape> all_shapes() { return shapes; }

}  // namespace armistice
