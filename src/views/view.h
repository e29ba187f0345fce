// SPDX-License-Identifier: Apache-2.0
// A view: what the records amount to, as a pure fold over them in register order. No clock, no
// chance, no network, no locale, no unordered iteration; its only time is the register's clock.
// Spec: views.md.
#pragma once

#include <optional>
#include <string_view>

#include "base/json.h"
#include "record/kinds/body.h"
#include "record/record.h"
#include "register/admission.h"
#include "views/agreement_in_force.h"
#include "views/rows.h"

namespace armistice {

/// One entry as a fold sees it.
struct Folded {
  LeafIndex index;
  const Record* record = nullptr;       // nothing if the entry is no record
  std::optional<Error> refused;         // the verdict; nothing: admitted
  const Result<Body>* body = nullptr;   // open, of a known kind: read, or why it cannot be
  const Effect* effect = nullptr;       // what it did to roster and clock; only if admitted
  std::optional<UtcSeconds> clock;      // the register's clock where it stands, before it acts
  std::optional<UtcSeconds> clock_set;  // the clock after it, when it is a clock record that acts
  std::optional<KeyRole> role;          // of the author's key; one author, admitted
  /// What the views before this one emitted for this entry: their rows are read as they are put, by
  /// their tables' names, and never through their code.
  const std::vector<Change>* emitted = nullptr;
};

/// What came before, through the engine only.
class Past {
 public:
  virtual ~Past() = default;
  /// The admitted entry with this id that stands before the one folded now. Void entries are passed
  /// over: the same text may have come too early first, and stand later.
  virtual Result<std::optional<LeafIndex>> find(const Digest& id) = 0;
  /// An earlier entry, read again. Errors: `damaged`, `malformed`.
  virtual Result<Record> record(LeafIndex index) = 0;
  /// An earlier entry's open body, read again. Errors: `incomplete` (it is not here any more), and
  /// those of parse_body.
  virtual Result<Body> body(LeafIndex index) = 0;
  /// The root of the tree at a size up to the entry folded now. Errors: `out_of_range`.
  virtual Result<Digest> root_at(TreeSize size) = 0;
};

class View {
 public:
  virtual ~View() = default;

  virtual std::string_view name() const = 0;
  /// The tables, as SQL; view.sql beside the code.
  virtual std::string_view schema() const = 0;
  /// Takes one entry and emits what changed. Errors stop the fold; they are never about what was
  /// said.
  virtual Result<void> fold(const Folded& entry, Past& past, Rows& rows) = 0;
  /// The state, so that start is load and tail.
  virtual Json save() const = 0;
  virtual Result<void> load(const Json& state) = 0;
};

/// Every view, in the fixed order in which they stand, under an agreement that outlives them and
/// that amendments on record change. REQUIRES: it is the one that genesis names. Spec: views.md §1.
std::vector<std::unique_ptr<View>> make_views(AgreementInForce& agreement);

}  // namespace armistice
