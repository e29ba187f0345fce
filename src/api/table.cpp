// SPDX-License-Identifier: Apache-2.0
// The table. A new command is a row here and a function that answers it; nothing else lists
// commands.
#include "api/agreement_commands.h"
#include "api/amend_command.h"
#include "api/author.h"
#include "api/body_commands.h"
#include "api/case_commands.h"
#include "api/command.h"
#include "api/ledger_commands.h"
#include "api/node_commands.h"
#include "api/pass_commands.h"
#include "api/print.h"
#include "api/print_cases.h"
#include "api/print_drafts.h"
#include "api/print_ledgers.h"
#include "api/print_passes.h"
#include "api/queries.h"
#include "api/table_rows.h"
#include "api/watch_command.h"

namespace armistice {

using namespace table_rows;

namespace {

std::vector<Command> node_rows() {
  return {
      local("", "init", "Make the node of an exercise: keys, genesis, the first heads",
            {optional("agreement", text, "the agreement's folder", "agreements/korea-1953")},
            "NodeMade", init_node, print_made),
      // serve has no handler here: the face that has a server runs it.
      local("", "serve", "Serve a node on loopback: the web desks, the API, the tiles",
            {optional("port", integer, "the port to listen on; 0: any", "8038")}, "PlainText",
            nullptr, print_text),
      local("", "verify", "Verify a node's folder: signatures, chains, tree, heads, bodies, views",
            {required("circle", text, "the circle's id, as compared by voice or on paper")},
            "Verified", verify_folder, print_verified),
      act("", "rebuild", "Fold all views again from the records", {}, "Rebuilt", rebuild_views,
          print_fields),
      local("", "schema", "Print what is made from this table",
            {optional("form", text, "json, typescript or man", "json")}, "PlainText", print_schema,
            print_text),
  };
}

std::vector<Command> key_rows() {
  return {
      local("key", "new", "Make a key file, and the key that may follow it",
            {positional("name", "whose key, such as unc/duty-officer"),
             optional("role", text, "author, cosigner, root or log", "author"),
             optional("folder", text, "where to write it", "DIR/keys")},
            "KeyFile", key_new, print_fields),
      local("key", "show", "Show a key at hand, without its secret",
            {positional("name", "whose key")}, "KeyFile", key_show, print_fields),
      query("key", "list", "List the keys that the register knows", {}, "[KeyRow]", key_list,
            print_keys),
      act("key", "enrol", "Have a party's root key, in an exercise, enrol a key",
          {required("vkey", text, "the key, as `key new` prints it"),
           required("next", text, "digest of the public key that may follow it")},
          "Submitted", key_enrol, print_submitted),
  };
}

Argument one_of_these(const char* name) {
  return positional(name, "the agreement's name, or a draft's, such as korea-1953");
}

std::vector<Command> agreement_rows() {
  return {
      local("agreement", "check", "Check an agreement's folder: read all of it, run its cases",
            {positional("folder", "the agreement's folder, or a file of its drafts/"),
             optional("text", text,
                      "a file with the agreed text, or the draft's source, in which "
                      "its phrases must stand"),
             optional("changes", text, "an amendment's changes, held to their own new words")},
            "AgreementChecked", agreement_check, print_agreement_checked),
      local("agreement", "compare", "Compare two agreements, or an agreement and a rival draft",
            {positional("a", "a folder, or a file of its drafts/"),
             positional("b", "a folder, or a file of its drafts/")},
            "AgreementCompared", agreement_compare, print_agreement_compared),
      query("agreement", "show", "Show the agreement in force, term by term, and its amendments",
            {}, "AgreementShown", agreement_show, print_agreement_shown),
      local("agreement", "amend", "Change the agreement in force from an hour on, together",
            {required("as", list, "who signs, members of one organ, with keys at hand"),
             required("file", text, "the changes, in the form of a file of drafts/"),
             required("title", text, "what it is called"),
             optional("takes-effect", text, "from when on", "at once, by the register's clock"),
             optional("text", text, "what is said of it")},
            "Submitted", agreement_amend, print_submitted),
      query("agreement", "judge", "Judge what is on record again, under a rival draft",
            {positional("draft", "its name, such as kpa-cpv-1952-01")}, "UnderDraft",
            agreement_judge, print_under_draft),
      query("agreement", "drafts", "List the agreement on record and its rival drafts", {},
            "AgreementDrafts", agreement_drafts, print_agreement_drafts),
      query("agreement", "paragraphs", "Set two of these side by side, paragraph by paragraph",
            {one_of_these("a"), one_of_these("b")}, "SideBySide", agreement_paragraphs,
            print_paragraphs),
      query("agreement", "findings", "Judge what is on record under either of two of these",
            {one_of_these("a"), one_of_these("b")}, "FoundUnderBoth", agreement_findings,
            print_under_both),
  };
}

std::vector<Command> record_rows() {
  return {
      local("record", "write", "Write a note, sign it and hand it in",
            {required("as", text, "the author, whose key is at hand"),
             optional("text", text, "what is said"), optional("file", text, "a file that says it"),
             optional("language", text, "ISO 639", "en"),
             optional("refers", list, "ids of records that it refers to")},
            "Submitted", record_write, print_submitted),
      local("record", "draft", "Draft a joint note, for its signers to sign one after the other",
            {required("organ", text, "the organ that speaks, such as joint/mac"),
             required("signers", list, "who signs, in order"),
             required("until", text, "the last hour, such as 1953-07-28T12:00:00+09:00"),
             required("out", text, "where to write the draft"),
             optional("text", text, "what is said"), optional("file", text, "a file that says it"),
             optional("language", text, "ISO 639", "en"),
             optional("refers", list, "ids of records that it refers to")},
            "Draft", record_draft, print_draft),
      local("record", "sign", "Put a signer's line under a joint draft",
            {positional("draft", "the draft's file"), required("as", text, "who signs")}, "Draft",
            record_sign, print_draft),
      local("record", "submit", "Hand in a draft that everybody has signed",
            {positional("draft", "the draft's file")}, "Submitted", record_submit, print_submitted),
      query("record", "list", "List records, newest first",
            {optional("before", integer, "only indices below this"),
             optional("count", integer, "how many at most, up to 1000", "50"), by_author(),
             optional("kind", text, "only this kind, such as note/1"),
             optional("party", text, "only names below this party")},
            "[RecordRow]", record_list, print_records),
      query("record", "show", "Show one record with its text, its lines and its proof",
            {a_record()}, "RecordDetail", record_show, print_record),
      query("record", "refused",
            "List texts refused because their number was taken: evidence of forks", {},
            "[EvidenceRow]", record_refused, print_rows),
      local("", "retract", "Take back something said; both stay and are shown",
            {a_record(), optional("as", text, "who retracts", "its author"),
             optional("passage", text, "only these words of it"), optional("reason", text, "why")},
            "Submitted", retract, print_submitted),
      local("", "withdraw", "Take back a signature from a joint draft",
            {positional("draft", "the draft's id"), required("as", text, "who withdraws"),
             optional("reason", text, "why")},
            "Submitted", withdraw, print_submitted),
  };
}

std::vector<Command> register_rows() {
  return {
      query("register", "list", "List the registers of the node", {}, "[RegisterInfo]",
            register_list, print_registers),
      query("register", "head", "Show the newest accepted and counted heads and the clock", {},
            "Heads", register_head, print_heads),
      query("register", "checkpoint", "Print the newest counted head as a signed note",
            {optional("accepted", flag, "the accepted one instead")}, "PlainText",
            register_checkpoint, print_text),
      query("register", "prove", "Print the proof that a record stands in the register",
            {a_record()}, "Proof", register_prove, print_proof),
      query("register", "consistency", "Prove that a larger tree continues a smaller one",
            {optional("first", integer, "size of the smaller", "0"),
             optional("second", integer, "size of the larger", "the newest")},
            "Consistency", register_consistency, print_fields),
      query("register", "policy", "Print the tlog policy of settled heads", {}, "PlainText",
            register_policy, print_text),
      act("register", "cosign", "Recompute the newest accepted head and cosign it",
          {optional("as", text, "one party alone", "all whose keys are here")}, "Head",
          register_cosign, print_head),
      act("register", "clock", "Put the newest counted head on record as the register's clock", {},
          "Submitted", register_clock, print_submitted),
  };
}

std::vector<Command> view_rows() {
  return {
      query("traffic", "chains", "List the chains of keys", {by_author()}, "[ChainRow]",
            traffic_chains, print_rows),
      query("traffic", "gaps", "List numbers that are missing", {by_author()}, "[GapRow]",
            traffic_gaps, print_rows),
      query("traffic", "irregularities", "List what was noticed", {by_author()},
            "[IrregularityRow]", traffic_irregularities, print_rows),
      query("traffic", "retractions", "List what was taken back", {by_author()}, "[RetractionRow]",
            traffic_retractions, print_rows),
      query("view", "digest", "Print one line a view, for two parties to compare", {},
            "[DigestLine]", view_digest, print_lines),
  };
}

// How fixes are read and judged, wherever they come from.
std::vector<Argument> judging_arguments() {
  return {optional("columns", list, "headings that differ, such as time=DateTime,latitude=lat"),
          optional("offset", text, "of times that state none, such as +09:00"),
          optional("uncertainty", text, "metres (95 %) of fixes that state none", "30"),
          optional("gap", integer, "seconds between fixes that are not followed", "3600"),
          optional("halt", integer, "seconds from which standing still is a halt", "600")};
}

std::vector<Argument> fixes_arguments() {
  return with({required("fixes", text, "CSV or NDJSON; - for standard input"),
               optional("zones", text, "a GeoJSON file with other zones, instead of the line")},
              judging_arguments());
}

std::vector<Command> ground_rows() {
  return {
      local("", "watch", "Judge fixes against the line and its zone, and propose what happened",
            with({Argument{"dir", text, false, true, "", "the node's folder, instead of --data"}},
                 fixes_arguments()),
            "Watched", watch_fixes, print_watched),
      local("", "observe", "Lodge what `watch` proposed, with the fixes it rests on and no others",
            with({required("as", text, "who observed"),
                  optional("event", integer, "which of the events, from 1", "1"),
                  optional("affiliation", text, "the party it is claimed to be of"),
                  optional("claimed_by", text, "who claims that", "who observed"),
                  optional("text", text, "what else is to be said")},
                 fixes_arguments()),
            "Submitted", observe, print_submitted),
      // An act by its face alone: fixes are too long for the address of a query.
      act("observation", "propose", "Judge fixes given in the call, as `watch` judges a file's",
          with({required("fixes", text, "CSV or NDJSON, the text itself")}, judging_arguments()),
          "Proposed", observation_propose, print_fields),
      local("", "permit", "Permit somebody to cross, enter a territory or enter the zone",
            {required("as", list, "who grants it; several names: all members of one organ"),
             required("act", text, "crossing_line, entering_territory, entering_zone"),
             required("holder", text, "a track, or who is permitted"),
             optional("territory", text, "the side entered"),
             optional("from", text, "from when", "now"), required("to", text, "until when"),
             optional("text", text, "what for")},
            "Submitted", permit, print_submitted),
      query("", "ground", "Show the line, the ports, what was observed and what is permitted", {},
            "Ground", ground_query, print_ground),
  };
}

Argument of_body() { return required("body", text, "such as joint/nnsc"); }

std::vector<Command> body_rows() {
  return {
      query("", "bodies", "List bodies: who sits in them, what they decided, where teams are", {},
            "Bodies", bodies_query, print_bodies),
      local("body", "invite", "Invite a state to a seat in a body",
            {of_body(), required("as", text, "who invites, of a side"),
             required("state", text, "such as sweden"),
             optional("seat", text, "who will speak from it", "STATE/member"), said()},
            "Submitted", body_invite, print_submitted),
      local("body", "reply", "Answer an invitation, as the state or as the other side",
            {positional("invitation", "its index or id"), required("as", text, "who answers"),
             required("reply", text, "accepts, declines, objects, no_objection"), said()},
            "Submitted", body_reply, print_submitted),
      local("body", "appoint", "Appoint a person to a part in a body or team",
            {of_body(), required("as", text, "who appoints, of the seat's party"),
             required("seat", text, "by which it signs, such as sweden/member"),
             required("person", text, "who is appointed"),
             optional("part", text, "member, alternate, assistant, officer, secretary", "member"),
             optional("nationality", text, "of the person"),
             optional("grade", text, "general_or_flag, field, junior", "general_or_flag"),
             optional("rank", text, "of the person"), optional("from", text, "from when", "now"),
             optional("replaces", text, "the person who goes"), said()},
            "Submitted", body_appoint, print_submitted),
      local("body", "meet", "Put a session of a body on record",
            {of_body(), required("as", text, "who writes it, of the body"),
             required("number", integer, "of the session"),
             required("present", list, "those there, by the names they sign with"),
             required("next", text, "the day of the next, such as 1953-08-04"),
             optional("opened", text, "when", "now"), optional("closed", text, "when", "now"),
             optional("text", text, "the protocol")},
            "Submitted", body_meet, print_submitted),
      local("body", "move", "Ask a body to decide something",
            {of_body(), required("as", text, "who moves, of the body"),
             required("text", text, "what is to be decided")},
            "Submitted", body_move, print_submitted),
      local("body", "vote", "Vote on a motion",
            {positional("motion", "its index or id"), required("as", text, "a member"),
             required("vote", text, "in_favour, against, abstaining"),
             optional("dissent", text, "what a member says that does not agree")},
            "Submitted", body_vote, print_submitted),
  };
}

// A step of a case: who signs, of which case; several names make a joint record of their organ.
Command step(const char* verb, const char* help, const std::vector<Argument>& more,
             Result<Json> (*run)(Client&, const Arguments&)) {
  return local("case", verb, help,
               with({positional("case", "its number: the index of the allegation"),
                     required("as", list, "who signs, with keys at hand; several: jointly")},
                    more),
               "Submitted", run, print_submitted);
}

// What a joint step may say about those who sign later.
std::vector<Argument> joint() {
  return {optional("with", list, "signers whose keys are not at hand: lodges a draft"),
          optional("until", text, "the last hour of a joint record", "in an hour")};
}

std::vector<Command> docket_rows() {
  return {
      query("", "docket", "List the cases, or show one with its steps, findings and drafts",
            {Argument{"case", text, false, true, "", "its number: the index of the allegation"}},
            "Docket", docket_query, print_docket),
      query("", "findings", "List what the terms say of what is on record",
            {optional("all", flag, "those that are good, and other readings, too"),
             optional("record", text, "only those on this record: its index or id")},
            "[FindingRow]", findings_query, print_findings),
      act("report", "screen",
          "Say what in an inspector's report no inspection may study, before it is signed",
          {optional("team", text, "whose report of a case it is, such as nnit/mobile-1"),
           optional("as", text, "who writes it, where it is of no case"),
           required("text", text, "of the report")},
          "[StudiedWord]", report_screen, print_rows),
      query("report", "daily", "Report a day: its records, steps and findings, and what is due",
            {Argument{"date", text, true, true, "", "such as 1953-07-28"}}, "DailyReport",
            report_daily, print_daily),
  };
}

std::vector<Command> case_rows() {
  return {
      local("case", "allege", "Allege that a paragraph was broken: opens a case",
            {required("as", text, "who alleges"), required("observation", text, "its index or id"),
             required("term", text, "such as line.crossing"),
             optional("occasion", text, "of a duty, as `findings` has it"),
             optional("against", text, "the party it is alleged against"), said()},
            "Submitted", case_allege, print_submitted),
      step("request", "Ask a commission to have a place looked at",
           {required("to", text, "the commission asked, such as joint/nnsc"),
            required("latitude", text, "degrees"), required("longitude", text, "degrees"),
            optional("place", text, "its name"), said()},
           case_request),
      step(
          "task", "Task a team",
          with({required("team", text, "such as nnit/mobile-1"), required("members", list, "of it"),
                optional("request", text, "that it answers", "the newest of the case"), said()},
               joint()),
          case_task),
      step("step", "Say how far a team has come",
           {required("step", text, "dispatched, on_site, access_denied, returned"),
            optional("team", text, "which", "the one tasked last"),
            optional("at", text, "when", "now"), anyway(), said()},
           case_step),
      step("report", "Draft a team's report; its members' ballots decide what it is",
           {required("outcome", text, "confirmed, not_confirmed, undetermined"),
            optional("team", text, "which", "the one tasked last"),
            optional("language", text, "ISO 639", "en"), anyway(), said()},
           case_report),
      step("vote", "Cast a ballot on a report",
           {required("vote", text, "in_favour, against, abstaining"),
            optional("report", text, "on which", "the newest of the case"),
            optional("dissent", text, "what a member says that does not agree"), anyway()},
           case_vote),
      step("forward", "Pass a record on: a report, a translation, a notice",
           {required("to", list, "to whom"),
            optional("step", text, "forwarded, translated, notified", "forwarded"),
            optional("record", text, "which", "the newest report, or determination"),
            optional("language", text, "ISO 639", "en"), anyway(), said()},
           case_forward),
      step("evaluate", "Say what the neutral commission makes of a report",
           with({required("outcome", text, "confirmed, not_confirmed, undetermined"),
                 optional("report", text, "which", "the newest of the case"), anyway(), said()},
                joint()),
           case_evaluate),
      step(
          "determine", "Determine a case: both senior members in one record",
          with({required("outcome", text, "violation, no_violation, corrected"),
                optional("paragraph", text, "which", "the one alleged"),
                optional("responsible", text, "a party"),
                optional("evaluation", text, "that it rests on", "the newest of the case"), said()},
               joint()),
          case_determine),
      step("mark", "Say where a case stands besides: registered, attributed, disputed, closed",
           with({required("status", text,
                          "registered, screened, attributed, not_attributable, disputed, "
                          "recurring, closed_without_agreement"),
                 optional("party", text, "to which it is attributed"),
                 optional("about", text, "what is disputed, or the earlier case: an index or id"),
                 optional("number", text, "in the author's registry"), said()},
                joint()),
           case_mark),
      step("acknowledge", "Acknowledge what was passed on",
           {optional("record", text, "which", "the newest notice"), said()}, case_acknowledge),
      local("case", "sign", "Sign a joint record that waits as a draft, and hand it in",
            {positional("case", "its number"), required("as", text, "who signs"),
             optional("draft", text, "its id", "the one that waits")},
            "Submitted", case_sign, print_submitted),
  };
}

std::vector<Argument> of_whom() {
  return {required("as", text, "who reports, or inspected"),
          optional("side", text, "whose it is", "the author's own"),
          optional("inspected", flag, "counted by a team at the point, and not reported"), anyway(),
          said()};
}

std::vector<Command> ledger_rows() {
  return {
      query("", "due", "List what is due on a day, and what is overdue",
            {Argument{"date", text, false, true, "", "such as 1953-08-06; left out: today"},
             optional("days", integer, "how many from that day on", "1"),
             optional("only", flag, "without what is overdue from before"),
             optional("all", flag, "under every other reading, too")},
            "Due", due_query, print_due),
      query("", "ledger", "Show a month's arrivals and departures, by side, point and day",
            {optional("month", text, "such as 1953-08", "this one")}, "Ledger", ledger_query,
            print_ledger),
      local(
          "movement", "report", "Report a day's arrivals and departures",
          with({required("day", text, "such as 1953-08-05"),
                required("count", list, "such as 'pusan; arriving; 1200; rotation; United States'"),
                optional("arrived", integer, "the total", "the sum"),
                optional("departed", integer, "the total", "the sum")},
               of_whom()),
          "Submitted", movement_report, print_submitted),
      local("movement", "shipment", "Report a shipment, and what it replaces",
            with({required("shipment", text, "its number or name"),
                  required("point", text, "such as pusan"),
                  optional("direction", text, "arriving, departing", "arriving"),
                  optional("at", text, "when", "now"),
                  required("item", list, "such as 'armored_vehicle; M46; 4; M46; 4; worn_out'")},
                 of_whom()),
            "Submitted", movement_shipment, print_submitted),
      local("duty", "done", "State that what was due is done",
            {positional("term", "such as zone.withdrawal"), required("as", text, "who owes it"),
             optional("occasion", text, "the day, of a duty that recurs"),
             optional("at", text, "when it was done", "now"), said()},
            "Submitted", duty_done, print_submitted),
  };
}

std::vector<Argument> of_zone() {
  return {optional("zone", text, "which zone", "the agreement's first with a number"),
          optional("side", text, "whose number they count in", "the author's own"), said()};
}

std::vector<Command> pass_rows() {
  return {
      query("", "passes", "Show who may be in the zone at a moment, and who is inside",
            {optional("at", text, "such as 1953-08-03T10:00:00+09:00", "now")}, "Passes",
            passes_query, print_passes),
      local("pass", "grant", "Grant passes for the zone",
            with({required("as", text, "who grants them, such as unc/commander"),
                  required("holder", list, "such as 'C-17; Kim; civil_police; armed'"),
                  optional("from", text, "from when", "now"),
                  required("to", text, "the last moment")},
                 of_zone()),
            "Submitted", pass_grant, print_submitted),
      local("pass", "gate", "Log who went in and out by a gate of the zone",
            with({required("as", text, "who keeps the gate"),
                  required("gate", text, "such as gate-3"),
                  required("entry", list, "such as '1953-08-03T10:00:00+09:00; in; C-17; 1'"),
                  required("inside", integer, "how many of the side are inside at the end"),
                  optional("from", text, "from when the log covers", "the first entry"),
                  optional("to", text, "until when", "now")},
                 of_zone()),
            "Submitted", pass_gate, print_submitted),
  };
}

}  // namespace

const std::vector<Command>& commands() {
  static const std::vector<Command> table = [] {
    std::vector<Command> all;
    for (auto rows :
         {node_rows(), agreement_rows(), key_rows(), record_rows(), register_rows(), view_rows(),
          ground_rows(), body_rows(), docket_rows(), case_rows(), ledger_rows(), pass_rows(),
          arrangement_rows(), sighting_rows(), holding_rows(), conference_rows(), own_rows()}) {
      for (Command& row : rows) all.push_back(std::move(row));
    }
    return all;
  }();
  return table;
}

}  // namespace armistice
