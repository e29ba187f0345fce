// SPDX-License-Identifier: Apache-2.0
#include "support/play.h"

#include "crypto/hash.h"
#include "geo/ground.h"
#include "support/circle.h"

namespace armistice::testing {

namespace {

AgreementInForce as_in_force(const Path& folder) {
  const auto bundle = read_bundle(real_env(), folder).value();
  AgreementInForce in_force;
  FolderReading reading = read_agreement_folder(bundle);
  ASSERT(reading.wrong.empty());
  in_force.folder = std::move(reading.folder);
  for (const BundleFile& file : bundle) {
    if (file.path != "ground/line.geojson") continue;
    const Ground ground = Ground::read_line(file.bytes).value();
    in_force.table = parse_ground_table(ground.compiled()).value();
    in_force.ground = ground.digest();
  }
  return in_force;
}

}  // namespace

const AgreementInForce& shipped_agreement() {
  static const AgreementInForce agreement = as_in_force("agreements/korea-1953");
  return agreement;
}

const AgreementInForce& invented_agreement() {
  static const AgreementInForce agreement = as_in_force("agreements/tarn-2031");
  return agreement;
}

Play::Play(const AgreementInForce& agreement) : original_(agreement), agreement_(agreement) {
  views_ = make_views(agreement_);
  clock_ = agreement.folder.agreement.effective.utc;
  Genesis genesis;
  Header header;
  header.kind = Genesis::kind;
  header.author = "circle";
  header.signers = {"unc/root", "kpa-cpv/root"};
  fold(header, genesis, "genesis");
}

Header Play::header_of(const Body& body, std::vector<Digest> refers) {
  std::sort(refers.begin(), refers.end());
  Header header;
  header.circle = records_.front().id;
  header.kind = kind_of(body);
  header.written = {clock_, 9 * 3'600};
  header.body = {sha256(armistice::to_bytes(body)), armistice::to_bytes(body).size(),
                 BodyForm::open};
  header.refers = std::move(refers);
  return header;
}

Digest Play::say(const std::string& author, const Body& body, std::vector<Digest> refers) {
  Header header = header_of(body, std::move(refers));
  header.author = author;
  header.number = records_.size();
  return fold(header, body, armistice::to_text(header));
}

Digest Play::say_jointly(const std::string& organ, const std::vector<std::string>& signers,
                         const Body& body, std::vector<Digest> refers) {
  Header header = header_of(body, std::move(refers));
  header.author = organ;
  header.signers = signers;
  header.until = CivilTime{{clock_.value + 3'600}, 9 * 3'600};
  return fold(header, body, armistice::to_text(header));
}

void Play::say_text(std::string_view text, const Body& body) {
  fold(parse_header(text).value(), body, std::string(text));
}

void Play::clock(UtcSeconds to) {
  const Clock body{{}, "a checkpoint"};
  Header header = header_of(body, {});
  header.author = "secretariat/clock";
  header.number = records_.size();
  fold(header, body, armistice::to_text(header), to);
}

Digest Play::fold(Header header, const Body& body, const std::string& text,
                  std::optional<UtcSeconds> clock_set) {
  Record record{Bytes(text), text.size(), std::move(header), sha256(text), {}, {}};
  records_.push_back(record);
  bodies_.push_back(body);
  // As a node would: read back from its own bytes.
  const bool stands_alone = std::holds_alternative<Genesis>(body);
  const Result<Body> read =
      stands_alone ? Result<Body>(body) : parse_body(kind_of(body), armistice::to_bytes(body));
  ASSERT(read.ok());
  const Effect effect;
  std::vector<Change> emitted;
  Folded entry;
  entry.index = LeafIndex{records_.size() - 1};
  entry.record = &record;
  entry.body = &read;
  entry.effect = &effect;
  entry.clock = clock_;
  entry.clock_set = clock_set;
  entry.emitted = &emitted;
  for (const auto& view : views_) {
    Rows rows;
    ASSERT(view->fold(entry, *this, rows).ok());
    ASSERT(rows_.apply(rows.changes()).ok());
    emitted.insert(emitted.end(), rows.changes().begin(), rows.changes().end());
  }
  if (clock_set) clock_ = *clock_set;
  return record.id;
}

Result<std::optional<LeafIndex>> Play::find(const Digest& id) {
  for (std::size_t i = 0; i + 1 < records_.size(); ++i) {
    if (records_[i].id == id) return std::optional(LeafIndex{i});
  }
  return std::optional<LeafIndex>();
}

void Play::restart() {
  AgreementInForce again = original_;
  std::swap(agreement_, again);
  auto fresh = make_views(agreement_);
  for (std::size_t i = 0; i < fresh.size(); ++i) {
    const Json saved = views_[i]->save();
    ASSERT(fresh[i]->load(saved).ok());
    ASSERT(fresh[i]->save() == saved);
  }
  views_ = std::move(fresh);
}

std::vector<std::string> Play::row(const std::string& table, const Value& key) const {
  for (const auto& values : rows_.rows(table)) {
    if (values.front() != key) continue;
    std::vector<std::string> texts;
    for (const Value& value : values) {
      const auto* text = std::get_if<std::string>(&value);
      texts.push_back(text != nullptr ? *text : to_text(value));
    }
    return texts;
  }
  return {};
}

std::vector<std::string> Play::verdicts_on(LeafIndex index) const {
  std::vector<std::string> out;
  for (const auto& values : rows_.rows("finding")) {
    if (values[0] != to_value(index) || values[2] != Value("")) continue;
    out.push_back(std::get<std::string>(values[1]) + " " + std::get<std::string>(values[9]));
  }
  return out;
}

std::vector<std::string> Play::noticed(const std::string& table, LeafIndex index) const {
  std::vector<std::string> out;
  for (const auto& values : rows_.rows(table)) {
    if (values[0] == to_value(index)) out.push_back(std::get<std::string>(values[2]));
  }
  return out;
}

}  // namespace armistice::testing
