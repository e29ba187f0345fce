// SPDX-License-Identifier: Apache-2.0
#include "api/holding_commands.h"

#include "api/keyed.h"
#include "base/limits.h"
#include "base/text.h"
#include "crypto/hash.h"
#include "record/kinds/disposition_list.h"

namespace armistice {
namespace {

Result<CountLine> line_of(const std::string& text) {
  const auto parts = parts_of(text);
  if (parts.size() < 2 || parts.size() > 3 || parts[0].empty()) {
    return Error{Errc::usage,
                 fmt::format("line: {:?}; written `prisoners; 5640; chinese`, the nationality left "
                             "out where none is said",
                             text)};
  }
  CountLine one;
  one.what = parts[0];
  one.number = TRY(number_of("line", parts[1]));
  if (parts.size() > 2) one.nationality = parts[2];
  return one;
}

Result<CheckedItem> item_of(const std::string& text) {
  const auto parts = parts_of(text);
  if (parts.size() < 4 || parts.size() > 5 || parts[0].empty()) {
    return Error{Errc::usage,
                 fmt::format("item: {:?}; written `T-55; 12; 10; matched; under repair`: what, how "
                             "many on the list, how many seen, serial numbers, the reason if any",
                             text)};
  }
  CheckedItem one;
  one.what = parts[0];
  one.recorded = TRY(number_of("item", parts[1]));
  one.seen = TRY(number_of("item", parts[2]));
  one.serials = TRY(word_of<Serials>("item", parts[3], serials_words));
  if (parts.size() > 4) one.reason = parts[4];
  return one;
}

// The list as its file has it: text that an opening can hold.
Result<Bytes> list_in(Client& client, const std::string& path) {
  Bytes list = TRY(client.env().read_file(path, limits::opened_list_bytes_max).within(path));
  if (!is_utf8(list)) return Error{Errc::malformed, path + ": not UTF-8"};
  return list;
}

// The id of the commitment that a list opens. A list of another is not sent anywhere: it would lie
// open for nothing.
Result<Digest> opened_by(Client& client, const Arguments& arguments, const Bytes& list) {
  const Json asked = Json::Object{{"register", "joint"}, {"record", arguments.text("commitment")}};
  const Json shown = TRY(client.ask("record show", asked).within("commitment"));
  const Json* text = shown.find("text");
  const bool is_one = shown.find("kind")->as_text() != nullptr &&
                      *shown.find("kind")->as_text() == Commitment::kind &&
                      text->as_text() != nullptr;
  if (!is_one) return Error{Errc::not_found, "commitment: that record lodges no list"};
  const Body body = TRY(parse_body(Commitment::kind, *text->as_text()));
  if (std::get<Commitment>(body).list != sha256(list)) {
    return Error{Errc::digest_mismatch, "list: not the one that was lodged there"};
  }
  return parse_digest(*shown.find("id")->as_text());
}

}  // namespace

Result<Json> disposition_lodge(Client& client, const Arguments& arguments) {
  const std::string path = arguments.text("list");
  const Bytes lines = TRY(list_in(client, path));
  if (!arguments.flag("free")) TRY(read_units(lines).within(path));
  const std::string out = arguments.text("out", path + ".salted");
  if (client.env().exists(out)) {
    return Error{Errc::exists, out + " is there; --out names another file for the salted list"};
  }
  const Bytes salted = Salt::generate(client.env()).text() + "\n" + lines;
  if (salted.size() > limits::opened_list_bytes_max) {
    return Error{Errc::too_large, fmt::format("{}: at most {} bytes with its salt", path,
                                              limits::opened_list_bytes_max)};
  }
  Commitment body;
  body.salt = Salt::generate(client.env());
  body.subject = arguments.text("subject");
  body.term = arguments.text("term");
  body.as_of = TRY(parse_day(arguments.text("as_of")).within("as_of"));
  body.slot = arguments.integer("slot", 1);
  body.slots = arguments.integer("slots", std::max<std::int64_t>(body.slot, 1));
  body.list = sha256(salted);
  body.bytes = static_cast<std::int64_t>(salted.size());
  body.text = arguments.text("text");
  TRY(parse_body(kind_of(body), to_bytes(body)));
  // Before the digest is on record: without the salt nobody could ever open it.
  TRY(client.env().write_file(std::filesystem::absolute(out), salted));
  Json answer = TRY(write_checked(client, arguments, body));
  client.progress(fmt::format("The salted list is in {}: keep it, it opens the digest.\n", out));
  return answer;
}

Result<Json> disposition_open(Client& client, const Arguments& arguments) {
  const std::string path = arguments.text("list");
  Opening body;
  body.salt = Salt::generate(client.env());
  body.list = TRY(list_in(client, path));
  body.commitment = TRY(opened_by(client, arguments, body.list));
  body.text = arguments.text("text");
  return write_checked(client, arguments, body, {body.commitment});
}

Result<Json> count_state(Client& client, const Arguments& arguments) {
  StatedCount body;
  body.salt = Salt::generate(client.env());
  const bool inspected = arguments.flag("inspected");
  if (inspected && !arguments.has("side")) {
    return Error{Errc::usage, "side: whose it is, of what was inspected"};
  }
  body.of = arguments.text("of");
  body.side = arguments.text("side", std::string(party_of(arguments.text("as"))));
  body.place = arguments.text("place");
  body.basis = inspected ? CountBasis::inspected : CountBasis::reported;
  body.at = TRY(time_in(client, arguments, "at"));
  for (const std::string& text : arguments.list("line")) {
    body.lines.push_back(TRY(line_of(text)));
    body.total += body.lines.back().number;
  }
  body.total = arguments.integer("total", body.total);
  body.text = arguments.text("text");
  return write_inspected(client, arguments, body);
}

Result<Json> site_check(Client& client, const Arguments& arguments) {
  SiteCheck body;
  body.salt = Salt::generate(client.env());
  body.site = arguments.text("site");
  body.side = arguments.text("side");
  body.at = TRY(time_in(client, arguments, "at"));
  body.access =
      TRY(word_of<SiteAccess>("access", arguments.text("access", "given"), site_access_words));
  body.criteria = TRY(
      word_of<SiteCriteria>("criteria", arguments.text("criteria", "met"), site_criteria_words));
  for (const std::string& text : arguments.list("item")) {
    body.items.push_back(TRY(item_of(text)));
  }
  body.text = arguments.text("text");
  return write_inspected(client, arguments, body);
}

}  // namespace armistice
