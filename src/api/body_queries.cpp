// SPDX-License-Identifier: Apache-2.0
// Bodies: who may act in them, who was invited and sits there, when they met, what they decided,
// and where their teams are.
#include <fmt/format.h>

#include "api/case_rows.h"
#include "api/queries.h"
#include "api/said.h"
#include "api/selected.h"
#include "base/limits.h"

namespace armistice {
namespace {

constexpr int shown_max = 200;  // sessions, motions: half a year's

constexpr std::string_view body_kinds =
    "'invitation/1', 'reply/1', 'appointment/1', 'session/1', 'motion/1', 'motion-ballot/1'";

Json commissions(const AgreementFolder& folder) {
  Json::Array out;
  for (const TreatyBody& body : folder.bodies.bodies) {
    Json::Array members;
    for (const AgreementOrgan& organ : folder.agreement.organs) {
      if (organ.name != body.name) continue;
      members = Json::Array(organ.members.begin(), organ.members.end());
    }
    out.push_back(Json::Object{{"name", body.name},
                               {"title", body.title},
                               {"paragraph", body.paragraph},
                               {"members", std::move(members)}});
  }
  return out;
}

std::string port_of(const Bodies& bodies, std::string_view team) {
  for (const Port& port : bodies.ports) {
    if (port.team == team) return port.title;
  }
  return {};
}

bool says(const Json& row, std::string_view field, std::string_view text) {
  return *row.find(field)->as_text() == text;
}

// Whether this record is an invitation to this seat, by the side whose invitation it stands by.
bool invites(const Said& said, const Json& seat) {
  const Invitation* body = said.body ? std::get_if<Invitation>(&*said.body) : nullptr;
  return body != nullptr && says(seat, "seat", body->seat) && says(seat, "body", body->body) &&
         says(seat, "state", body->state) &&
         says(seat, "invited_by", party_of(said.record->header.author));
}

// The seats with the ids of the invitations by which they stand. The last one to a seat counts,
// and with its retraction the seat goes, so it is the newest that fits.
Result<Json> seats_of(Node& node) {
  constexpr std::array columns = {
      Column{"seat", Column::text},   Column{"body", Column::text},
      Column{"state", Column::text},  Column{"invited_by", Column::text},
      Column{"status", Column::text}, Column{"since", Column::integer}};
  Json seats = TRY(select_rows(
      node, "SELECT seat, body, state, invited_by, status, since FROM seat ORDER BY body, seat",
      columns));
  constexpr std::array of_records = {Column{"index", Column::integer},
                                     Column{"id", Column::digest}};
  const Json invitations = TRY(select_rows(
      node,
      fmt::format("SELECT leaf_index, id FROM record WHERE kind='invitation/1' ORDER BY leaf_index "
                  "DESC LIMIT {}",
                  limits::page_rows_max),
      of_records));
  std::vector<Said> all;
  for (const Json& row : *invitations.as_array()) all.push_back(TRY(said_at(node, index_in(row))));
  for (Json& seat : *seats.as_array()) {
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Said& said) { return invites(said, seat); });
    const auto place = static_cast<std::size_t>(found - all.begin());
    seat.add("invitation",
             found == all.end() ? Json() : *(*invitations.as_array())[place].find("id"));
  }
  return seats;
}

// What the record of a row says, if it is a body of this kind.
template <typename T>
Result<std::optional<T>> said_by(Node& node, const Json& row) {
  const Said said = TRY(said_at(node, index_in(row)));
  const T* body = said.body ? std::get_if<T>(&*said.body) : nullptr;
  return body == nullptr ? std::optional<T>() : std::optional<T>(*body);
}

Result<Json> appointments_of(Node& node) {
  constexpr std::array columns = {
      Column{"index", Column::integer},   Column{"id", Column::digest},
      Column{"by", Column::text},         Column{"body", Column::text},
      Column{"seat", Column::text},       Column{"part", Column::text},
      Column{"person", Column::text},     Column{"nationality", Column::text},
      Column{"grade", Column::text},      Column{"rank", Column::text},
      Column{"ended_at", Column::integer}};
  Json rows = TRY(select_rows(
      node,
      fmt::format(
          "SELECT a.leaf_index, r.id, r.author, a.body, a.seat, a.part, a.person, "
          "a.nationality, a.grade, a.rank, e.ended_at FROM appointment a CROSS JOIN record r "
          "USING (leaf_index) LEFT JOIN appointment_ended e USING (leaf_index) ORDER BY "
          "a.leaf_index DESC LIMIT {}",
          limits::page_rows_max),
      columns));
  for (Json& row : *rows.as_array()) {
    const auto said = TRY(said_by<Appointment>(node, row));
    row.add("from", said ? said->from.text : std::string());
  }
  return rows;
}

Result<Json> sessions_of(Node& node) {
  constexpr std::array columns = {
      Column{"index", Column::integer},    Column{"id", Column::digest},
      Column{"by", Column::text},          Column{"body", Column::text},
      Column{"number", Column::integer},   Column{"present", Column::names},
      Column{"retracted", Column::boolean}};
  Json rows = TRY(select_rows(
      node,
      fmt::format("SELECT s.leaf_index, r.id, r.author, s.body, s.number, s.present, {} FROM "
                  "session s JOIN record r USING (leaf_index) ORDER BY s.leaf_index DESC LIMIT {}",
                  taken_back_sql("s.leaf_index"), shown_max),
      columns));
  for (Json& row : *rows.as_array()) {
    const auto said = TRY(said_by<Session>(node, row));
    row.add("opened", said ? said->opened.text : std::string());
    row.add("closed", said ? said->closed.text : std::string());
    row.add("next", said ? said->next.text : std::string());
    row.add("text", said ? said->text : std::string());
  }
  return rows;
}

Result<Json> motions_of(Node& node) {
  constexpr std::array columns = {
      Column{"index", Column::integer},   Column{"id", Column::digest},
      Column{"by", Column::text},         Column{"body", Column::text},
      Column{"state", Column::text},      Column{"in_favour", Column::integer},
      Column{"against", Column::integer}, Column{"abstaining", Column::integer},
      Column{"members", Column::integer}, Column{"because", Column::text}};
  Json rows = TRY(select_rows(
      node,
      fmt::format("SELECT m.leaf_index, r.id, r.author, m.body, m.state, m.in_favour, m.against, "
                  "m.abstaining, m.members, coalesce((SELECT because FROM bodies_judgement j WHERE "
                  "j.leaf_index=m.leaf_index AND j.reading=''), '') FROM motion m JOIN record r "
                  "USING (leaf_index) ORDER BY m.leaf_index DESC LIMIT {}",
                  shown_max),
      columns));
  for (Json& row : *rows.as_array()) {
    const auto said = TRY(said_by<Motion>(node, row));
    row.add("text", said ? said->text : std::string());
  }
  return rows;
}

}  // namespace

Result<Json> teams_of(Node& node) {
  constexpr std::array columns = {
      Column{"team", Column::text},         Column{"state", Column::text},
      Column{"case", Column::integer},      Column{"members", Column::names},
      Column{"requested_by", Column::text}, Column{"since", Column::integer}};
  const Json rows = TRY(select_rows(
      node, "SELECT team, state, case_index, members, requested_by, since FROM team ORDER BY team",
      columns));
  const AgreementFolder& folder = node.agreement().folder;
  Json::Array teams;
  for (const TeamGroup& group : folder.bodies.team_groups) {
    for (const std::string& name : group.teams) {
      for (Json row : *rows.as_array()) {
        if (*row.find("team")->as_text() != name) continue;
        row.add("group", group.name);
        row.add("title", group.title);
        row.add("of", group.of);
        row.add("port", port_of(folder.bodies, name));
        teams.push_back(std::move(row));
      }
    }
  }
  return Json(std::move(teams));
}

Result<Json> bodies_query(Node& node, const Arguments&) {
  Json answer = Json::Object{{"bodies", commissions(node.agreement().folder)}};
  answer.add("teams", TRY(teams_of(node)));
  answer.add("seats", TRY(seats_of(node)));
  answer.add("appointments", TRY(appointments_of(node)));
  answer.add("sessions", TRY(sessions_of(node)));
  answer.add("motions", TRY(motions_of(node)));
  answer.add("notices", TRY(notices_in(node, "bodies", body_kinds)));
  const auto terms = terms_of<Eligibility, AppointedBy, Alternates, SameNationality, GradeFloor,
                              Composition, Quorum, Cadence, Decision>(node.agreement());
  const std::string on_these = against_sql(
      terms, fmt::format("EXISTS (SELECT 1 FROM record r WHERE r.leaf_index=g.leaf_index AND "
                         "r.kind IN ({}))",
                         body_kinds));
  answer.add("findings", TRY(findings_where(node, on_these, std::nullopt)));
  return answer;
}

}  // namespace armistice
