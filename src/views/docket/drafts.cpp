// SPDX-License-Identifier: Apache-2.0
#include "views/docket/drafts.h"

#include <fmt/format.h>

#include "base/text.h"
#include "crypto/hash.h"
#include "register/bodies.h"
#include "terms/has.h"
#include "views/entitled.h"

namespace armistice {
namespace {

using Names = std::vector<std::string>;

// The first line of a name among signature lines, with its newline; empty: none. Whether it
// verifies, admission says of the joint record.
std::string line_of(std::string_view lines, std::string_view name) {
  const std::string start = fmt::format("\xe2\x80\x94 {} ", name);
  while (const auto line = take_line(lines)) {
    if (line->starts_with(start)) return std::string(*line) + "\n";
  }
  return {};
}

// The case that a body names, if it names one.
std::optional<std::string> inner_case(const Header& header, ByteView bytes) {
  const auto body = parse_body(header.kind, bytes);
  if (!body.ok()) return std::nullopt;
  const auto json = parse_json(to_bytes(*body));
  const Json* named = json.ok() ? json->find("case") : nullptr;
  return named == nullptr || named->as_text() == nullptr ? std::string() : *named->as_text();
}

Error bad_state() { return Error{Errc::damaged, "the saved drafts cannot be read"}; }

}  // namespace

Names WaitingDraft::signed_by() const {
  Names names;
  for (const std::string& signer : signers) {
    if (!line_of(lines, signer).empty()) names.push_back(signer);
  }
  return names;
}

Names WaitingDraft::missing() const {
  Names names;
  for (const std::string& signer : signers) {
    if (line_of(lines, signer).empty()) names.push_back(signer);
  }
  return names;
}

Drafts::Lodged Drafts::lodge(const Draft& body, const Record& record, LeafIndex index,
                             const AgreementInForce& agreement) {
  const auto header = parse_header(body.draft);
  const bool joint = header.ok() && header->is_joint() && header->until;
  if (!joint || header->circle != record.header.circle ||
      !speaks_for_its_organ(agreement, *header)) {
    return Refused{"no_joint_draft", "its text is no joint record of an organ of this circle"};
  }
  if (!check_body(header->body, body.body).ok()) {
    return Refused{"other_body", "its body is not the one that its text names"};
  }
  const auto inner = inner_case(*header, body.body);
  if (!inner) return Refused{"other_body", "its body is not one that its kind allows"};
  if (!inner->empty() && *inner != to_text(body.case_id)) return Refused{"other_case", *inner};
  const std::string& by = record.header.author;
  if (!has(header->signers, by)) return Refused{"not_a_signer", by};
  const Digest id = sha256(body.draft);
  for (const std::string& signer : header->signers) {
    if (withdrawn_.contains({id, signer})) return Refused{"draft_closed", "withdrawn"};
  }
  const auto known = drafts_.find(id);
  if (known != drafts_.end() && known->second.state != "waits") {
    return Refused{"draft_closed", known->second.state};
  }
  if (known != drafts_.end() && known->second.case_id != body.case_id) {
    return Refused{"other_case", to_text(known->second.case_id)};
  }
  WaitingDraft draft{id, body.case_id,    index, header->kind,
                     by, header->signers, "",    header->until->utc};
  for (const std::string& signer : header->signers) {
    std::string line = known == drafts_.end() ? "" : line_of(known->second.lines, signer);
    // Whoever lodges it says which line is its own, whatever another lodged in its name before.
    if (line.empty() || signer == by) line = line_of(body.lines, signer);
    draft.lines += line;
  }
  return &drafts_.insert_or_assign(id, std::move(draft)).first->second;
}

const WaitingDraft* Drafts::close(const Digest& id, std::string_view state) {
  const auto found = drafts_.find(id);
  if (found == drafts_.end() || found->second.state != "waits") return nullptr;
  found->second.state = state;
  return &found->second;
}

const WaitingDraft* Drafts::withdraw(const Digest& id, const std::string& signer) {
  const auto found = drafts_.find(id);
  if (found == drafts_.end()) {
    withdrawn_.emplace(id, signer);
    return nullptr;
  }
  return has(found->second.signers, signer) ? close(id, "withdrawn") : nullptr;
}

std::vector<const WaitingDraft*> Drafts::lapse(UtcSeconds now) {
  std::vector<const WaitingDraft*> ended;
  for (const auto& [id, draft] : drafts_) {
    if (draft.state == "waits" && draft.until <= now) ended.push_back(close(id, "lapsed"));
  }
  return ended;
}

const WaitingDraft* Drafts::lodged_at(LeafIndex index) const {
  for (const auto& [id, draft] : drafts_) {
    if (draft.index == index) return &draft;
  }
  return nullptr;
}

Json Drafts::save() const {
  Json::Array drafts;
  for (const auto& [id, draft] : drafts_) {
    Json::Array signers(draft.signers.begin(), draft.signers.end());
    drafts.push_back(Json::Array{to_text(id), to_text(draft.case_id), draft.index.value, draft.kind,
                                 draft.by, std::move(signers), draft.lines, draft.until.value,
                                 draft.state});
  }
  Json::Array withdrawn;
  for (const auto& [id, signer] : withdrawn_) {
    withdrawn.push_back(Json::Array{to_text(id), signer});
  }
  return Json::Object{{"lodged", std::move(drafts)}, {"withdrawn", std::move(withdrawn)}};
}

namespace {

Result<WaitingDraft> load_draft(const Json& saved) {
  const Json::Array* row = saved.as_array();
  if (row == nullptr || row->size() != 9) return bad_state();
  for (const std::size_t at : {0U, 1U, 3U, 4U, 6U, 8U}) {
    if ((*row)[at].as_text() == nullptr) return bad_state();
  }
  if ((*row)[2].as_integer() == nullptr || (*row)[5].as_array() == nullptr ||
      (*row)[7].as_integer() == nullptr) {
    return bad_state();
  }
  WaitingDraft draft;
  draft.id = TRY(parse_digest(*(*row)[0].as_text()));
  draft.case_id = TRY(parse_digest(*(*row)[1].as_text()));
  draft.index = LeafIndex{static_cast<std::uint64_t>(*(*row)[2].as_integer())};
  draft.kind = *(*row)[3].as_text();
  draft.by = *(*row)[4].as_text();
  for (const Json& signer : *(*row)[5].as_array()) {
    if (signer.as_text() == nullptr) return bad_state();
    draft.signers.push_back(*signer.as_text());
  }
  draft.lines = *(*row)[6].as_text();
  draft.until = UtcSeconds{*(*row)[7].as_integer()};
  draft.state = *(*row)[8].as_text();
  return draft;
}

}  // namespace

Result<void> Drafts::load(const Json& state) {
  const Json* lodged = state.find("lodged");
  const Json* withdrawn = state.find("withdrawn");
  if (lodged == nullptr || lodged->as_array() == nullptr || withdrawn == nullptr ||
      withdrawn->as_array() == nullptr) {
    return bad_state();
  }
  drafts_.clear();
  withdrawn_.clear();
  for (const Json& saved : *lodged->as_array()) {
    WaitingDraft draft = TRY(load_draft(saved));
    const Digest id = draft.id;
    drafts_.emplace(id, std::move(draft));
  }
  for (const Json& saved : *withdrawn->as_array()) {
    const Json::Array* row = saved.as_array();
    if (row == nullptr || row->size() != 2 || (*row)[0].as_text() == nullptr ||
        (*row)[1].as_text() == nullptr) {
      return bad_state();
    }
    withdrawn_.emplace(TRY(parse_digest(*(*row)[0].as_text())), *(*row)[1].as_text());
  }
  return {};
}

}  // namespace armistice
