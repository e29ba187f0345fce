-- SPDX-License-Identifier: Apache-2.0
-- The engine's own tables in views.db.

-- How far the fold stands, and its state there.
CREATE TABLE fold (
  one      INTEGER PRIMARY KEY CHECK (one = 1),
  position INTEGER NOT NULL,  -- entries folded
  state    BLOB NOT NULL,     -- JSON
  digest   BLOB NOT NULL      -- SHA-256 of it
);

-- Where records (by id) and open bodies (by digest) stand. The prefix is eight bytes of the digest;
-- whoever looks here compares the whole of it.
CREATE TABLE locator (
  prefix     INTEGER,
  leaf_index INTEGER,
  PRIMARY KEY (prefix, leaf_index)
) WITHOUT ROWID;
