// SPDX-License-Identifier: Apache-2.0
// Every limit that a reader of the register holds to. Spec: record.md §1, §6, kinds/*.md.

export const entry_bytes_max = 65_535;
export const text_bytes_max = 16_384;
export const name_bytes_max = 64;
export const signature_lines_max = 16;
export const refers_max = 32;
export const body_bytes_max = 67_108_864;
export const json_body_bytes_max = 1_048_576;
export const json_depth_max = 16;
export const json_fields_max = 256;
export const json_integer_max = Number.MAX_SAFE_INTEGER;
export const note_text_bytes_max = 262_144;
export const reason_bytes_max = 16_384;
export const statement_bytes_max = 65_536;
export const label_bytes_max = 128;
export const observed_fixes_max = 256;
export const team_members_max = 64;
export const addressees_max = 16;
export const ledger_lines_max = 256;
export const counted_max = 1_000_000_000;
export const counted_sum_max = 256_000_000_000;
export const distance_mm_max = 40_000_000_000;
export const amendments_max = 1_000;
export const slots_max = 1_000_000;
export const sessions_max = 1_000_000;
export const opened_list_bytes_max = 200_000;
export const draft_lines_bytes_max = 4_096;
export const draft_body_bytes_max = 131_072;
export const checkpoint_bytes_max = 16_384;
export const proof_hashes_max = 63;
export const decimal_max = (1n << 63n) - 1n;
/** A cosignature's time past this fits no clock. */
export const cosigned_utc_max = (1n << 53n) - 1n;
/** A full bundle of the longest entries. */
export const bundle_bytes_max = 256 * (2 + entry_bytes_max);
