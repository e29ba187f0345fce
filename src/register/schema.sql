-- SPDX-License-Identifier: Apache-2.0
-- register.db: what endures. Rows are added and never changed, but for a counted head that gains lines.
-- Spec: register.md §4, §8.

-- One row an entry, in register order.
CREATE TABLE IF NOT EXISTS entry (
  leaf_index INTEGER PRIMARY KEY,  -- from 0
  entry      BLOB NOT NULL,        -- the record as received
  body       BLOB,                 -- up to 64 KiB; NULL: withheld, or a file in bodies/
  void       TEXT                  -- why it is void (a word of errc.h); NULL: admitted
);

-- Which numbers of which key are taken, so that the same text gets the same receipt and another one
-- is known for a fork. A key's rows grow at one end, so writers touch one page a key.
CREATE TABLE IF NOT EXISTS chain (
  slot       INTEGER NOT NULL,     -- the key's place in the roster
  number     INTEGER NOT NULL,
  leaf_index INTEGER NOT NULL,
  PRIMARY KEY (slot, number)
) WITHOUT ROWID;

-- Joint records have no number; their id alone says which they are.
CREATE TABLE IF NOT EXISTS joint (
  id         BLOB PRIMARY KEY,
  leaf_index INTEGER NOT NULL
) WITHOUT ROWID;

-- Every accepted head that a receipt may rest on.
CREATE TABLE IF NOT EXISTS head (
  size INTEGER PRIMARY KEY,
  note BLOB NOT NULL               -- with the log's line
);

-- Cosignatures as they come in, one a party and head.
CREATE TABLE IF NOT EXISTS cosignature (
  size  INTEGER NOT NULL,
  party TEXT NOT NULL,
  line  BLOB NOT NULL,             -- with its newline
  PRIMARY KEY (size, party)
) WITHOUT ROWID;

-- Heads whose lines reach a mode.
CREATE TABLE IF NOT EXISTS counted (
  size INTEGER PRIMARY KEY,
  note BLOB NOT NULL,              -- with the log's line and the cosignatures
  mode TEXT NOT NULL               -- what its lines reach; computed again by verify
);

-- Verified texts that were refused because their number was taken: evidence of a fork.
CREATE TABLE IF NOT EXISTS evidence (
  leaf_index INTEGER NOT NULL,     -- of the record that stands
  id         BLOB NOT NULL,        -- of the one refused
  entry      BLOB NOT NULL,
  received   INTEGER NOT NULL,     -- by this machine's clock, Unix seconds
  PRIMARY KEY (leaf_index, id)
) WITHOUT ROWID;

-- Admission's state now and then, so that a start replays little.
CREATE TABLE IF NOT EXISTS state (
  position INTEGER PRIMARY KEY,    -- entries judged
  json     BLOB NOT NULL,
  digest   BLOB NOT NULL           -- SHA-256 of json: nothing else here would notice a flipped bit
);
