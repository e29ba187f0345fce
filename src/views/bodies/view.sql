-- SPDX-License-Identifier: Apache-2.0
-- bodies: the agreement's teams, where they are and on whose word. Spec: views.md §6.

CREATE TABLE team (
  team         TEXT PRIMARY KEY,
  state        TEXT NOT NULL,  -- ready, tasked, dispatched, on_site, access_denied
  case_index   INTEGER,        -- the case it is out for
  members      TEXT NOT NULL,  -- names, a space between them
  requested_by TEXT NOT NULL,  -- the side at whose request it is out; empty: the commission's word
  since        INTEGER NOT NULL  -- the record that made it so
) WITHOUT ROWID;

CREATE TABLE bodies_judgement (
  leaf_index INTEGER, term TEXT, reading TEXT, record BLOB NOT NULL, case_index INTEGER,
  judged_at INTEGER NOT NULL, paragraph TEXT NOT NULL, verdict TEXT NOT NULL,
  because TEXT NOT NULL, cure TEXT NOT NULL,
  PRIMARY KEY (leaf_index, term, reading)
) WITHOUT ROWID;

CREATE TABLE bodies_irregularity (
  leaf_index INTEGER, place INTEGER, word TEXT NOT NULL, detail TEXT NOT NULL,
  PRIMARY KEY (leaf_index, place)
) WITHOUT ROWID;
