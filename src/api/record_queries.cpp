// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "api/queries.h"
#include "api/said.h"
#include "base/limits.h"
#include "base/text.h"
#include "register/bodies.h"

namespace armistice {
namespace {

constexpr std::size_t summary_characters = 160;
constexpr std::int64_t rows_fallback = 50;

constexpr const char* row_columns =
    "leaf_index, id, kind, author, key, number, written_utc, written_offset_s, body_digest, "
    "body_bytes, body_form, void, clock_utc";

Json text_or_null(const Statement& row, int column) {
  return row.is_null(column) ? Json() : Json(row.bytes(column));
}

Json digest_or_null(const Statement& row, int column) {
  const auto digest = read_digest(row.bytes(column));
  return digest.ok() ? Json(to_text(*digest)) : Json();
}

Json time_or_null(std::optional<UtcSeconds> utc, std::int32_t offset_s) {
  if (!utc || !has_text({*utc, offset_s})) return {};
  return to_text(CivilTime{*utc, offset_s});
}

// Cuts after so many characters of UTF-8, never inside one.
std::string first_characters(std::string_view text, std::size_t count) {
  std::size_t bytes = 0;
  while (bytes < text.size() && count > 0) {
    ++bytes;
    while (bytes < text.size() && (static_cast<std::uint8_t>(text[bytes]) & 0xc0) == 0x80) ++bytes;
    --count;
  }
  return std::string(text.substr(0, bytes));
}

// Genesis, keys and clocks say what they are about; every other kind, what it says in words.
std::string summary_of(const Body& body) {
  if (const auto* genesis = std::get_if<Genesis>(&body)) return genesis->origin;
  if (const auto* key = std::get_if<Key>(&body)) return key->vkey.name;
  if (const auto* clock = std::get_if<Clock>(&body)) {
    const auto note = parse_note(clock->checkpoint);
    const auto head = note.ok() ? parse_checkpoint(note->text) : Result<Checkpoint>(note.error());
    return head.ok() ? fmt::format("{}", head->size.value) : "";
  }
  return first_characters(words_of(body), summary_characters);
}

// Everything that a row is put together from: rows of the views, the body, the heads.
class RowReader {
 public:
  RowReader(Node& node, Database& database) : node_(node), database_(database) {}

  // A row without what stands in the register: that may not be read while the views are.
  Result<Json> read(const Statement& row) {
    const LeafIndex index{static_cast<std::uint64_t>(row.integer(0))};
    const bool is_record = !row.is_null(1);
    const Genesis& genesis = node_.genesis();
    const std::int32_t offset_s = parse_offset(genesis.civil_offsets.front()).value();
    Json body;
    if (is_record) {
      body = Json::Object{
          {"digest", digest_or_null(row, 8)}, {"bytes", row.integer(9)}, {"form", row.bytes(10)}};
    }
    const auto mode = node_.mode_of(index);
    std::optional<UtcSeconds> after;
    if (!row.is_null(12)) after = UtcSeconds{row.integer(12) + genesis.scenario_offset_s};
    auto before = TRY(clock_after(index));
    if (before) before->value += genesis.scenario_offset_s;
    return Json::Object{
        {"index", index.value},
        {"id", digest_or_null(row, 1)},
        {"kind", text_or_null(row, 2)},
        {"author", text_or_null(row, 3)},
        {"key", text_or_null(row, 4)},
        {"number", row.is_null(5) ? Json() : Json(row.integer(5))},
        {"signers", TRY(signers(index))},
        {"written", is_record ? time_or_null(UtcSeconds{row.integer(6)},
                                             static_cast<std::int32_t>(row.integer(7)))
                              : Json()},
        {"body", std::move(body)},
        {"verdict", row.is_null(11) ? Json("admitted") : Json(row.bytes(11))},
        {"mode", mode ? Json(word(*mode)) : Json("accepted")},
        {"after", time_or_null(after, offset_s)},
        {"before", time_or_null(before, offset_s)},
        {"summary", ""},
        {"retracted", TRY(retractions(index))},
        {"irregularities", TRY(irregularities(index))},
        {"noticed", TRY(noticed(index))}};
  }

  Result<Json> referred_by(const Digest& id) {
    Statement select =
        TRY(database_.prepare("SELECT r.leaf_index, r.id, r.kind, r.author FROM reference JOIN "
                              "record r USING (leaf_index) "
                              "WHERE target=? ORDER BY r.leaf_index LIMIT 1000"));
    TRY(select.query(id));
    Json::Array list;
    while (TRY(select.next())) {
      list.push_back(Json::Object{{"index", select.integer(0)},
                                  {"id", digest_or_null(select, 1)},
                                  {"kind", text_or_null(select, 2)},
                                  {"author", text_or_null(select, 3)}});
    }
    return list;
  }

 private:
  Result<Json> signers(LeafIndex index) {
    Statement select =
        TRY(database_.prepare("SELECT name FROM signer WHERE leaf_index=? ORDER BY place"));
    TRY(select.query(index.value));
    Json::Array list;
    while (TRY(select.next())) list.push_back(select.bytes(0));
    return list;
  }

  // What the first clock record that covers the entry says.
  Result<std::optional<UtcSeconds>> clock_after(LeafIndex index) {
    Statement select =
        TRY(database_.prepare("SELECT clock_utc FROM clock WHERE size>? ORDER BY size LIMIT 1"));
    TRY(select.query(index.value));
    if (!TRY(select.next())) return std::optional<UtcSeconds>();
    return std::optional(UtcSeconds{select.integer(0)});
  }

  Result<Json> retractions(LeafIndex index) {
    Statement select = TRY(database_.prepare(
        "SELECT t.leaf_index, r.id, t.scope FROM retraction t JOIN record r USING (leaf_index) "
        "WHERE t.target_index=? AND t.effect='acts' ORDER BY t.leaf_index"));
    TRY(select.query(index.value));
    Json::Array list;
    while (TRY(select.next())) {
      list.push_back(Json::Object{{"index", select.integer(0)},
                                  {"id", digest_or_null(select, 1)},
                                  {"scope", select.bytes(2)}});
    }
    return list;
  }

  Result<Json> irregularities(LeafIndex index) {
    Statement select = TRY(database_.prepare(
        "SELECT word, detail, about FROM irregularity WHERE leaf_index=? ORDER BY place"));
    TRY(select.query(index.value));
    Json::Array list;
    while (TRY(select.next())) {
      list.push_back(Json::Object{{"word", select.bytes(0)},
                                  {"detail", select.bytes(1)},
                                  {"about", digest_or_null(select, 2)}});
    }
    return list;
  }

  // What the views after traffic noticed: a reader of the register alone cannot recompute it.
  Result<Json> noticed(LeafIndex index) {
    std::string sql;
    for (const char* view :
         {"agreement", "bodies", "ground", "movements", "arrangements", "sightings", "holdings",
          "conference", "positions", "docket", "compliance"}) {
      sql += fmt::format("{}SELECT '{}', word, detail FROM {}_irregularity WHERE leaf_index=?1",
                         sql.empty() ? "" : " UNION ALL ", view, view);
    }
    Statement select = TRY(database_.prepare(sql));
    TRY(select.query(index.value));
    Json::Array list;
    while (TRY(select.next())) {
      list.push_back(Json::Object{
          {"view", select.bytes(0)}, {"word", select.bytes(1)}, {"detail", select.bytes(2)}});
    }
    return list;
  }

  Node& node_;
  Database& database_;
};

void set(Json& object, std::string_view key, Json value) {
  for (auto& [name, held] : *object.as_object()) {
    if (name != key) continue;
    held = std::move(value);
    return;
  }
}

Result<void> add_summary(Node& node, Json& row) {
  const LeafIndex index{static_cast<std::uint64_t>(*row.find("index")->as_integer())};
  const auto said = TRY(said_at(node, index));
  if (said.body) set(row, "summary", summary_of(*said.body));
  return {};
}

Result<Json> reference(Node& node, const Digest& id) {
  Json row =
      Json::Object{{"index", Json()}, {"id", to_text(id)}, {"kind", Json()}, {"author", Json()}};
  const auto found = TRY(node.engine().find_record(id));
  if (!found) return row;
  const auto stored = TRY(node.reg().with_store([&](Store& store) { return store.entry(*found); }));
  const Record record = TRY(parse_record(stored.entry));
  set(row, "index", found->value);
  set(row, "kind", record.header.kind);
  set(row, "author", record.header.author);
  return row;
}

// The record of the same key `step` numbers on; null if there is none.
Result<Json> neighbour(Node& node, const Header& header, std::int64_t step) {
  if (header.is_joint()) return Json();
  const auto slot = node.reg().state().roster->slot(header.author, header.key);
  const std::uint64_t number = header.number + static_cast<std::uint64_t>(step);
  if (!slot || number == 0) return Json();
  const auto index =
      node.reg().with_store([&](Store& store) { return store.number(*slot, number); });
  if (index.ok()) return Json(index->value);
  return index.error().code == Errc::not_found ? Result<Json>(Json()) : index.error();
}

Result<Json> add_detail(Node& node, Json row, LeafIndex index) {
  const Said said = TRY(said_at(node, index));
  const auto& record = said.record;
  Json text;
  Json::Array refers;
  Json previous;
  Json next;
  Json referred_by = Json::Array{};
  if (record) {
    if (said.bytes && is_utf8(*said.bytes)) text = *said.bytes;
    for (const Digest& id : record->header.refers) refers.push_back(TRY(reference(node, id)));
    previous = TRY(neighbour(node, record->header, -1));
    next = TRY(neighbour(node, record->header, +1));
    referred_by = TRY(node.engine().with_rows(
        [&](Database& database) { return RowReader(node, database).referred_by(record->id); }));
  }
  row.add("entry", said.entry);
  row.add("text", std::move(text));
  row.add("refers", std::move(refers));
  row.add("referred_by", std::move(referred_by));
  row.add("previous_index", std::move(previous));
  row.add("next_index", std::move(next));
  row.add("proof", to_bytes(TRY(newest_proof(node, index))));
  return row;
}

// The WHERE of a list, with what is bound to it, in order.
struct Filter {
  std::string where = "leaf_index < ?";
  std::vector<std::string> texts;

  void add(std::string_view condition, std::string text) {
    where += fmt::format(" AND {}", condition);
    texts.push_back(std::move(text));
  }
};

Filter filter_of(const Arguments& arguments) {
  Filter filter;
  if (arguments.has("author")) filter.add("author = ?", arguments.text("author"));
  if (arguments.has("kind")) filter.add("+kind = ?", arguments.text("kind"));
  if (arguments.has("party")) {
    // `unc/…`: the names between `unc/` and `unc0`, `0` being what follows `/` in ASCII. The plus
    // keeps SQLite on the order of the register instead of sorting all that the party ever said.
    filter.add("+author > ?", arguments.text("party") + "/");
    filter.add("+author < ?", arguments.text("party") + "0");
  }
  return filter;
}

}  // namespace

Result<Json> record_list(Node& node, const Arguments& arguments) {
  const std::int64_t count = arguments.integer("count", rows_fallback);
  const std::int64_t before = arguments.integer("before", limits::json_integer_max);
  if (count < 1 || count > static_cast<std::int64_t>(limits::page_rows_max)) {
    return Error{Errc::usage, fmt::format("count lies within 1 and {}", limits::page_rows_max)};
  }
  const Filter filter = filter_of(arguments);
  Json rows = TRY(node.engine().with_rows([&](Database& database) -> Result<Json> {
    RowReader reader(node, database);
    Statement select = TRY(database.prepare(
        fmt::format("SELECT {} FROM record WHERE {} ORDER BY leaf_index DESC LIMIT ?", row_columns,
                    filter.where)));
    int position = 0;
    select.bind(++position, before);
    for (const std::string& text : filter.texts) select.bind_text(++position, text);
    select.bind(++position, count);
    Json::Array list;
    while (TRY(select.next())) list.push_back(TRY(reader.read(select)));
    return list;
  }));
  for (Json& row : *rows.as_array()) TRY(add_summary(node, row));
  return rows;
}

Result<Json> record_show(Node& node, const Arguments& arguments) {
  const LeafIndex index = TRY(find_record(node, arguments.text("record")));
  Json row = TRY(node.engine().with_rows([&](Database& database) -> Result<Json> {
    Statement select = TRY(
        database.prepare(fmt::format("SELECT {} FROM record WHERE leaf_index = ?", row_columns)));
    TRY(select.query(index.value));
    if (!TRY(select.next())) {
      return Error{Errc::busy, fmt::format("record {} is not folded yet; try again", index.value)};
    }
    return RowReader(node, database).read(select);
  }));
  TRY(add_summary(node, row));
  return add_detail(node, std::move(row), index);
}

Result<Json> record_refused(Node& node, const Arguments&) {
  const auto rows = TRY(
      node.reg().with_store([](Store& store) { return store.evidence(limits::page_rows_max); }));
  Json::Array list;
  for (const Evidence& one : rows) {
    const Record record = TRY(parse_record(one.entry));
    list.push_back(Json::Object{{"stands", one.stands.value},
                                {"id", to_text(one.id)},
                                {"author", record.header.author},
                                {"number", record.header.number},
                                {"received", to_text(CivilTime{one.received, 0})},
                                {"entry", one.entry}});
  }
  return list;
}

}  // namespace armistice
