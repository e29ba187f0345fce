// SPDX-License-Identifier: Apache-2.0
// Records of every kind that terms of agreements/korea-1953 judge, day by day as a commission of
// ten years would write them: what was seen, who came and went, passes and gates, arrangements with
// their steps, counts, sessions, and cases from allegation to determination. The same from a seed,
// but for keys and what follows from them.
#pragma once

#include <map>

#include "corpus.h"
#include "geo/ground_table.h"

namespace armistice::bench {

/// 1953-07-28, the first day that records speak of.
inline constexpr std::int64_t first_day = -6'001;
inline constexpr std::size_t records_a_day = 274;  // a million in ten years
inline constexpr std::size_t observers = 1'000;

/// A record before it is signed: signing is all that takes long, and needs no order.
struct Unsigned {
  std::string text;
  Bytes body;
  std::vector<const NamedKey*> keys;
};

class MixedWriter {
 public:
  /// `corpus` has the observers first; desks are the keys of the node's folder.
  MixedWriter(Corpus corpus, std::vector<NamedKey> desks, GroundTable ground, Digest ground_digest,
              std::uint64_t seed);

  /// What is written on a day, about that day or the one before; in order.
  std::vector<Unsigned> day(std::int64_t day);

  /// One thing more, of a sort that some term judges: a record, or two that belong together.
  std::vector<Unsigned> one_more(std::int64_t day);

  /// Goes on where an author's chain stands.
  void continue_chain(std::size_t author, std::uint64_t number, const Digest& previous);
  const std::vector<NamedKey>& authors() const { return corpus_.authors; }

 private:
  /// An arrangement or case of which something is still to come, a step a turn.
  struct Open {
    bool is_case = false;
    int step = 0;
    std::int64_t next_day = 0;
    std::string side;  // who alleges; of an arrangement, who answers
    std::string team;  // of an arrangement, who asks
    Digest id;
    Digest report;
  };

  std::uint64_t random(std::uint64_t below);
  std::string side() { return random(2) == 0 ? "unc" : "kpa-cpv"; }
  void salt(Body& body);
  StatedTime at(std::int64_t day, std::int64_t second) const;

  Digest say(const std::string& author, Body body, std::vector<Digest> refers = {});
  Digest say_together(const std::string& organ, const std::vector<std::string>& signers, Body body,
                      std::vector<Digest> refers = {});

  void sighting();
  void movements();
  void shipments();
  void pass();
  void gate_log(std::size_t gate);
  void observation();
  void permit();
  void ask();
  void count();
  void lists();
  void site_check();
  void seat();
  void fulfil();
  void keep_minutes();
  void meeting();
  void retraction();
  void take_arrangement_on(Open& one);
  void take_case_on(Open& one);
  void allege();
  void take_up(Open& one);
  void report_on(Open& one);
  void decide(Open& one);

  Corpus corpus_;
  std::map<std::string, std::size_t> desks_;  // [name]: in corpus_.authors
  GroundTable ground_;
  Digest ground_digest_;
  std::uint64_t state_;
  std::int64_t day_ = first_day;
  std::int64_t number_ = 0;
  std::vector<Unsigned> said_;
  std::vector<Open> open_;
  std::map<std::string, std::vector<std::string>> passes_;  // [side]: the newest numbers
  std::vector<Digest> retractable_;
};

/// Signs them on both cores.
std::vector<Submission> sign_all(const std::vector<Unsigned>& records);

}  // namespace armistice::bench
