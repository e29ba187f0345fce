-- SPDX-License-Identifier: Apache-2.0
-- The engine's own tables in views.db.

-- How far the rows stand.
CREATE TABLE standing (
  one      INTEGER PRIMARY KEY CHECK (one = 1),
  position INTEGER NOT NULL,  -- entries folded
  root     TEXT NOT NULL,     -- of the tree there
  digests  TEXT NOT NULL      -- rolling ones, one a view, a space between them
);

-- The state of the fold, there or some way before: what lies between is folded again at a start.
CREATE TABLE fold (
  part   TEXT PRIMARY KEY,    -- `fold`, or a view
  state  BLOB NOT NULL,       -- JSON
  digest BLOB NOT NULL        -- SHA-256 of it
);

-- Where records (by id) and open bodies (by digest) stand. The prefix is eight bytes of the digest;
-- whoever looks here compares the whole of it.
CREATE TABLE locator (
  prefix     INTEGER,
  leaf_index INTEGER,
  PRIMARY KEY (prefix, leaf_index)
) WITHOUT ROWID;
