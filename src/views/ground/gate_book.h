// SPDX-License-Identifier: Apache-2.0
// Who is inside a zone, by the gate logs that count: all passings of a zone and side in the order
// of time, whichever log came first. Part of the state of the view of ground. Plain values; nothing
// is judged here. Spec: views.md §7.
#pragma once

#include <set>

#include "record/kinds/gate_log.h"
#include "views/ground/pass_book.h"

namespace armistice {

/// How many are inside from a second on in which somebody passed, and the log of the last of them.
struct Inside {
  UtcSeconds from;
  std::int64_t persons = 0;
  LeafIndex log;
};

/// How an entry of a log stood to those before it.
enum class EntryStanding : std::uint8_t { fits, inside_already, not_inside };

struct ReckonedLog {
  std::vector<EntryStanding> entries;
  std::int64_t before = 0;  // inside as the log begins
  std::int64_t inside = 0;  // at its last moment
  std::int64_t most = 0;    // at any moment of it
  /// Every second from the log's first on in which somebody passed, up to the newest.
  std::vector<Inside> course;
};

/// What a log leaves behind that is taken out.
struct TakenOut {
  ZoneOf of;
  std::vector<UtcSeconds> gone;  // seconds in which now nobody passed
  std::vector<Inside> course;    // the others from its first moment on, counted again
};

class GateBook {
 public:
  /// The newest moment that logs of a zone and side cover, and the log that does.
  struct Now {
    std::int64_t inside = 0;
    UtcSeconds as_of;
    LeafIndex log;
  };

  /// The log of that gate and side, of one moment and more of that time; nothing if there is none.
  std::optional<LeafIndex> overlapped(const GateLog& said) const;
  /// Whether more passings lie after the log's first moment than are gone through again.
  bool is_too_late(const GateLog& said) const;
  /// REQUIRES: not overlapped, not too late.
  ReckonedLog add(LeafIndex index, const GateLog& said);
  /// Takes a log's passings out; nothing if it has none.
  std::optional<TakenOut> take_out(LeafIndex index);
  /// Nothing without a log that counts.
  std::optional<Now> now(const ZoneOf& of) const;

  Json save() const;
  /// Errors: `damaged`.
  Result<void> load(const Json& state);

 private:
  using Place = std::tuple<std::int64_t, std::uint64_t, std::size_t>;  // time, record, entry
  using Ends = std::pair<std::int64_t, std::int64_t>;                  // a log's first and last
  struct Passed {
    std::string number;
    std::int64_t persons = 0;  // who went in, or less than zero: out
    std::int64_t counted = 0;  // of those: nobody goes out who is not inside
  };
  struct Zone {
    std::map<Place, Passed> passed;
    std::map<std::string, std::int64_t> by_number;  // inside under each; those of 0 left out
    std::int64_t inside = 0;
    std::map<std::string, std::map<Ends, std::uint64_t>> gates;  // which never overlap
    std::set<std::pair<std::int64_t, std::uint64_t>> ends;       // last moment and record
  };
  struct Log {
    ZoneOf of;
    std::string gate;
    Ends ends;
    std::vector<std::int64_t> times;  // of its entries
  };

  static EntryStanding pass(Zone& zone, Passed& one);
  static void undo(Zone& zone, Passed& one);
  static void undo_from(Zone& zone, std::int64_t time);
  static std::vector<Inside> pass_from(Zone& zone, std::int64_t time, LeafIndex of,
                                       std::vector<EntryStanding>& standings);
  static bool is_too_late(const Zone& zone, std::int64_t time);
  void place(LeafIndex index, Log log);

  std::map<std::uint64_t, Log> logs_;  // by record
  std::map<ZoneOf, Zone> zones_;
};

}  // namespace armistice
