// SPDX-License-Identifier: Apache-2.0
#include "vectors/draft.h"

namespace armistice::vectors {
namespace {

constexpr Errc range = Errc::out_of_range;

std::vector<Case> signer_cases() {
  const Draft base = joint();
  std::vector<std::string> many;
  for (int i = 0; i < 17; ++i) many.push_back(fmt::format("observer-{}/senior", i));
  return {
      bad("joint-one-signer", "§2: 2 signers at least", jointly(base, {"unc/senior-member"})),
      bad("joint-17-signers", "§2: 16 signers at most", jointly(base, many)),
      bad("joint-signer-twice", "§2: no name twice",
          jointly(base, {"unc/senior-member", "unc/senior-member"})),
      bad("joint-signer-capital", "§2: [a-z0-9/.-]{1,64}", with(base, "signer UNC/senior")),
      bad("joint-signer-empty", "§2: [a-z0-9/.-]{1,64}", with(base, "signer ")),
      bad("joint-signer-65-characters", "§2: [a-z0-9/.-]{1,64}",
          with(base, "signer " + std::string(65, 'x'))),
      bad("joint-with-key", "§2: signers stand instead of the key",
          before(base, "signer", "key 9d4a07c1")),
      bad("joint-with-key-behind", "§2: signers stand instead of the key",
          before(base, "until", "key 9d4a07c1")),
      bad("joint-signer-behind-until", "§2: lines stand in order",
          before(base, "number", "signer sweden/senior")),
      bad("joint-number-1", "§2: number is 0 when joint", with(base, "number 1")),
      bad("joint-previous", "§2: previous is - when joint",
          with(base, "previous " + id_of("draft"))),
      bad("joint-circle-dash", "§2: circle - in genesis alone", with(base, "circle -")),
      bad("joint-author-circle", "§2: circle is the author of genesis alone",
          with(base, "author circle")),
      bad("joint-until-dash", "§2: until TIME", with(base, "until -")),
      bad("joint-until-utc-z", "§2 TIME: offset zero is +00:00",
          with(base, "until 1953-07-27T13:00:00Z")),
      bad("joint-until-no-such-date", "§2: a date that exists",
          with(base, "until 1953-02-29T22:00:00+09:00"), range),
      bad("joint-one-signer-and-until-out-of-range",
          "§2: the number of signers is judged where they stand",
          with(jointly(base, {"unc/senior-member"}), "until 1953-02-29T22:00:00+09:00")),
      bad("one-author-with-until", "§2: until in joint records alone",
          before(one_author(), "number", "until 1953-07-27T22:00:00+09:00")),
      bad("one-author-with-signer", "§2: signers stand instead of the key",
          before(one_author(), "number", "signer unc/senior-member")),
  };
}

std::vector<Case> genesis_cases() {
  const Draft base = genesis();
  const std::string why = "§2: a record that has some of genesis and not the rest is malformed";
  Draft with_key = before(jointly(base, {}), "number", "key 9d4a07c1");
  with_key.signers = {"unc/root"};
  return {
      bad("genesis-with-circle", why, with(base, "circle " + id_of("circle"))),
      bad("genesis-other-author", why, with(base, "author joint/mac")),
      bad("genesis-other-kind", why, with(base, "kind note/1")),
      bad("genesis-kind-like-genesis", why, with(base, "kind genesis-2/1")),
      bad("genesis-with-until", why, before(base, "number", "until 1953-07-27T22:00:00+09:00")),
      bad("genesis-by-one-key", why, with_key),
      bad("genesis-number-1", why, with(base, "number 1")),
      bad("genesis-previous", why, with(base, "previous " + id_of("before"))),
      bad("genesis-has-seen", why, with(base, "seen 1 " + root_of("1"))),
      bad("genesis-sealed", why, with(base, "body " + id_of("agreement") + " 3120 sealed")),
  };
}

std::vector<Case> time_cases() {
  std::vector<Case> cases;
  const auto add = [&](std::string name, std::string why, const std::string& time, Errc error) {
    cases.push_back(
        bad("written-" + name, "§2 TIME: " + why, with(one_author(), "written " + time), error));
  };
  constexpr Errc form = Errc::malformed;
  add("utc-z", "offset zero is +00:00", "1951-07-12T01:30:00Z", form);
  add("without-offset", "an explicit offset", "1951-07-12T01:30:00", form);
  add("minus-zero", "offset zero is +00:00", "1951-07-12T01:30:00-00:00", form);
  add("offset-without-colon", "±hh:mm", "1951-07-12T01:30:00+0900", form);
  add("offset-hours-alone", "±hh:mm", "1951-07-12T01:30:00+09", form);
  add("offset-seconds", "±hh:mm", "1951-07-12T01:30:00+09:00:00", form);
  add("offset-14-01", "within 14:00", "1951-07-12T01:30:00+14:01", range);
  add("offset-15", "within 14:00", "1951-07-12T01:30:00-15:00", range);
  add("offset-60-minutes", "minutes 00 to 59", "1951-07-12T01:30:00+09:60", range);
  add("space-for-t", "a T between", "1951-07-12 01:30:00+09:00", form);
  add("small-t", "a T between", "1951-07-12t01:30:00+09:00", form);
  add("fraction", "whole seconds", "1951-07-12T01:30:00.5+09:00", form);
  add("without-seconds", "whole seconds", "1951-07-12T01:30+09:00", form);
  add("short-month", "two digits", "1951-7-12T01:30:00+09:00", form);
  add("five-digit-year", "four digits", "11951-07-12T01:30:00+09:00", form);
  add("signed-year", "four digits", "+951-07-12T01:30:00+09:00", form);
  add("slashes", "dashes between", "1951/07/12T01:30:00+09:00", form);
  add("space-behind", "anchored", "1951-07-12T01:30:00+09:00 ", form);
  add("empty", "a time", "", form);
  add("month-13", "a date that exists", "1951-13-12T01:30:00+09:00", range);
  add("month-0", "a date that exists", "1951-00-12T01:30:00+09:00", range);
  add("day-0", "a date that exists", "1951-07-00T01:30:00+09:00", range);
  add("day-31-in-june", "a date that exists", "1951-06-31T01:30:00+09:00", range);
  add("29-february-1951", "a date that exists", "1951-02-29T01:30:00+09:00", range);
  add("29-february-1900", "1900 was no leap year", "1900-02-29T01:30:00+09:00", range);
  add("hour-24", "an hour of 00 to 23", "1951-07-12T24:00:00+09:00", range);
  add("minute-60", "minutes 00 to 59", "1951-07-12T01:60:00+09:00", range);
  add("second-60", "seconds 00 to 59", "1951-07-12T01:30:60+09:00", range);
  add("year-1899", "years 1900 to 2199", "1899-12-31T23:59:59+00:00", range);
  add("year-2200", "years 1900 to 2199", "2200-01-01T00:00:00+00:00", range);
  add("out-of-range-and-minus-zero", "the form comes before the range", "1951-13-12T01:30:00-00:00",
      form);
  return cases;
}

std::vector<Case> body_cases() {
  std::vector<Case> cases;
  const auto add = [&](std::string name, std::string why, const std::string& value, Errc error) {
    cases.push_back(bad("body-" + name, "§2: " + why, with(one_author(), "body " + value), error));
  };
  constexpr Errc form = Errc::malformed;
  const std::string digest = id_of("body");
  add("without-form", "open or sealed", digest + " 1834", form);
  add("other-form", "open or sealed", digest + " 1834 closed", form);
  add("capital-form", "open or sealed", digest + " 1834 Open", form);
  add("without-length", "a length", digest + " open", form);
  add("negative-length", "(0|[1-9][0-9]*)", digest + " -1 open", form);
  add("length-leading-zero", "no leading zeros", digest + " 01834 open", form);
  add("length-00", "no leading zeros", digest + " 00 open", form);
  add("dash", "a digest", "- 0 open", form);
  add("capital-digits", "lower-case hexadecimal", "sha256:" + std::string(64, 'F') + " 1834 open",
      form);
  add("two-spaces", "one space", digest + "  1834 open", form);
  add("more", "anchored", digest + " 1834 open x", form);
  add("too-long", "at most 67,108,864 bytes", digest + " 67108865 open", range);
  add("huge", "at most 67,108,864 bytes", digest + " 99999999999999999999 open", range);
  add("huge-and-other-form", "the form comes before the range",
      digest + " 99999999999999999999 closed", form);
  return cases;
}

std::vector<Case> refers_cases() {
  const Draft base = without(one_author(), "refers");
  std::vector<std::string> ids;
  for (int i = 0; i < 33; ++i) ids.push_back("refers " + id_of(fmt::format("cited {}", i)));
  std::sort(ids.begin(), ids.end());
  const auto refers = [&](std::size_t first, std::size_t second) {
    return behind(behind(base, ids[first]), ids[second]);
  };
  Draft many = base;
  for (const std::string& line : ids) many = behind(many, line);
  return {
      bad("refers-33", "§2: 32 at most", many),
      bad("refers-twice", "§2: strictly ascending", refers(3, 3)),
      bad("refers-descending", "§2: strictly ascending", refers(4, 3)),
      bad("refers-dash", "§2: a digest", behind(base, "refers -")),
      bad("refers-two-on-a-line", "§2: one a line",
          behind(base, ids[0] + ids[1].substr(ids[1].find(' ')))),
      bad("refers-before-body", "§2: lines stand in order", before(base, "body", ids[0])),
      bad("refers-then-another-line", "§2: nothing behind them",
          behind(behind(base, ids[0]), "written 1951-07-12T01:30:00+09:00")),
      bad("refers-short", "§2: 64 digits", behind(base, ids[0].substr(0, ids[0].size() - 1))),
  };
}

}  // namespace

std::vector<Case> bad_joint_lines() {
  std::vector<Case> all = signer_cases();
  for (Case& one : genesis_cases()) all.push_back(std::move(one));
  return all;
}

std::vector<Case> bad_claim_lines() {
  std::vector<Case> all = time_cases();
  for (const auto table : {body_cases, refers_cases}) {
    for (Case& one : table()) all.push_back(std::move(one));
  }
  // Two lines that fail: the first gives the word, and what lines say together comes last.
  const Draft late = with(one_author(), "written 1951-02-29T01:30:00+09:00");
  all.push_back(bad("first-error-out-of-range", "§2: lines are judged from the top",
                    with(late, "body none"), range));
  all.push_back(
      bad("first-error-malformed", "§2: lines are judged from the top", with(late, "seen none")));
  all.push_back(bad("first-error-before-what-lines-say-together",
                    "§2: what one line allows and another forbids comes last",
                    with(late, "number 0"), range));
  return all;
}

}  // namespace armistice::vectors
