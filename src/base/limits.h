// SPDX-License-Identifier: Apache-2.0
// Every limit on sizes, counts and rates, each with its reason. Spec: record.md §1, register.md §2.
#pragma once

#include <cstddef>
#include <cstdint>

namespace armistice::limits {

// Records.
inline constexpr std::size_t entry_bytes_max = 65'535;   // tlog-tiles: the uint16 length prefix
inline constexpr std::size_t text_bytes_max = 16'384;    // what a person can still read aloud
inline constexpr std::size_t name_bytes_max = 64;        // fits a line of a form
inline constexpr std::size_t note_name_bytes_max = 255;  // a stranger's name under a checkpoint
inline constexpr std::size_t signature_lines_max = 16;   // the least every note reader must accept
inline constexpr std::size_t refers_max = 32;  // a report cites its sources, not an archive

// Bodies.
inline constexpr std::uint64_t body_bytes_max = 64ULL << 20;    // one scanned map sheet
inline constexpr std::uint64_t body_inline_bytes_max = 65'536;  // larger ones lie in bodies/
inline constexpr std::uint64_t json_body_bytes_max = 1ULL << 20;
inline constexpr int json_depth_max = 16;
inline constexpr std::size_t json_fields_max = 256;  // no kind has more; keeps look-ups short
inline constexpr std::int64_t json_integer_max = (1LL << 53) - 1;  // exact in every JSON reader
inline constexpr std::size_t note_text_bytes_max = 262'144;
inline constexpr std::size_t reason_bytes_max = 16'384;
inline constexpr std::size_t statement_bytes_max = 65'536;  // a team's report, some 20 pages
inline constexpr std::size_t label_bytes_max = 128;         // a track, a place, a sort of thing
inline constexpr std::size_t observed_fixes_max = 256;      // the fixes of a case, not a tape
inline constexpr std::size_t team_members_max = 64;         // no team of 1953 had more than 60
inline constexpr std::size_t addressees_max = 16;
inline constexpr std::size_t ledger_lines_max = 256;  // a day's counts at all points of a side
inline constexpr std::int64_t counted_max = 1'000'000'000;
inline constexpr std::int64_t counted_sum_max = 256'000'000'000;  // of so many lines
inline constexpr std::size_t zone_passes_max = 32'768;    // of a side: one a day for 90 years
inline constexpr std::size_t late_passings_max = 65'536;  // gone through again for a late gate log
inline constexpr std::int64_t distance_mm_max = 40'000'000'000;  // around the earth
inline constexpr std::int64_t amendments_max = 1'000;
inline constexpr std::int64_t slots_max = 1'000'000;       // of a series of commitments
inline constexpr std::int64_t sessions_max = 1'000'000;    // daily for two thousand years
inline constexpr std::size_t holders_max = 4'096;          // parts held at one time in all bodies
inline constexpr std::size_t arrangements_max = 262'144;   // seventy a day for ten years
inline constexpr std::size_t arrangement_steps_max = 256;  // on one arrangement
inline constexpr std::size_t motions_max = 16'384;         // ten a day for four years
inline constexpr std::size_t own_records_max = 65'536;     // of one side: fifty a day for years
inline constexpr std::size_t opened_list_bytes_max = 200'000;  // dispositions of a thousand units
inline constexpr std::size_t duties_closed_at_once =
    1'024;  // by one clock record, others by the next
inline constexpr std::size_t draft_lines_bytes_max = 4'096;  // 16 signature lines
inline constexpr std::size_t draft_body_bytes_max = 131'072;

// The register.
inline constexpr std::size_t batch_records_max = 256;     // one bundle a commit: p99 stays low
inline constexpr std::size_t batch_bytes_max = 4U << 20;  // and one commit stays one short write
inline constexpr std::size_t queue_records_max = 16'384;  // then writers get `busy`
inline constexpr std::size_t queue_bytes_max = 64U << 20;
inline constexpr std::uint64_t clock_records_between = 256;  // rule 14
inline constexpr std::int64_t clock_age_s_max = 60;          // rule 14, and rule 5 for `until`
inline constexpr std::int64_t clock_idle_s = 3'600;
inline constexpr std::uint64_t state_records_between = 4'096;  // rule 19
inline constexpr std::size_t parties_max = 15;  // a head has the log's line and one of each: 16
inline constexpr std::size_t proof_hashes_max = 63;  // tlog-witness
inline constexpr std::size_t checkpoint_bytes_max = 16'384;

// Files.
inline constexpr std::uint64_t file_bytes_max = 64ULL << 20;
inline constexpr std::size_t agreement_files_max = 4'096;

// The server.
inline constexpr std::size_t http_head_bytes_max = 16'384;
inline constexpr std::size_t http_target_bytes_max = 4'096;
inline constexpr std::size_t page_rows_max = 1'000;
inline constexpr std::uint64_t entries_folded_to_answer = 1'024;  // some 50 ms of folding
inline constexpr std::size_t feed_streams_max = 512;
inline constexpr std::int64_t http_idle_s = 30;

}  // namespace armistice::limits
