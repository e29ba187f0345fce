// SPDX-License-Identifier: Apache-2.0
// What terms say of a record, as rows: one for the reading in use of each term, and one for every
// other reading that the text leaves open, so that an ambiguity shows and is never decided unseen.
// Each view that judges has a table of this form; compliance gathers them. Spec: views.md §5.
#pragma once

#include <functional>

#include "views/view.h"

namespace armistice {

/// The columns of a table of judgements, in order.
namespace judged {
enum Column : std::uint8_t {
  leaf_index,  // of the record judged
  term,
  reading,  // empty: the one in use; else `adoption=majority`
  record,   // its id
  case_index,
  judged_at,  // the record that made it so
  paragraph,
  verdict,
  because,
  cure,
  columns,
};
inline constexpr const char* key = "leaf_index, term, reading";
}  // namespace judged

/// A table of judgements by its name.
constexpr Table judgement_table(std::string_view name) {
  return {name, judged::columns, 3, judged::key};
}

/// The record that is judged.
struct Subject {
  LeafIndex index;
  Digest id;
  std::optional<LeafIndex> case_index;
};

/// What would make the term's finding good.
/// REQUIRES: facts_fit(term.kind, facts).
std::string cure_of(const Term& term, const Facts& facts);

/// Judges a subject by a term under every reading, and puts the rows. Nothing without a term.
/// REQUIRES: facts_fit(term->kind, facts).
void put_judged(const Table& table, const Subject& subject, LeafIndex judged_at, const Term* term,
                const Facts& facts, Rows& rows);

/// The same under those readings alone that `fits`.
void put_judged_where(const Table& table, const Subject& subject, LeafIndex judged_at,
                      const Term& term, const std::function<bool(const Term&)>& fits,
                      const Facts& facts, Rows& rows);

/// What a view notices about an entry that no paragraph speaks of, numbered as noticed. The table
/// has the columns leaf_index, place, word, detail.
class Irregularities {
 public:
  Irregularities(const Table& table, LeafIndex index, Rows& rows)
      : table_(table), index_(index), rows_(rows) {}
  void add(std::string_view word, std::string_view detail) {
    rows_.put(table_, index_, place_++, word, detail);
  }

 private:
  const Table& table_;
  LeafIndex index_;
  Rows& rows_;
  std::int64_t place_ = 0;
};

/// What an entry says, if it has force: admitted, open, well formed, by no root key, and, if joint,
/// by members of its organ alone. Else nothing.
const Body* force_of(const AgreementInForce& agreement, const Folded& entry);

/// The rows of a table that earlier views put for this entry.
std::vector<const Change*> emitted_in(const Folded& entry, std::string_view table);

/// Indices of records that a retraction, the entry folded now, takes back as a whole.
std::vector<LeafIndex> taken_back(const Folded& entry);

}  // namespace armistice
