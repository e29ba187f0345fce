// SPDX-License-Identifier: Apache-2.0
// What jemalloc is told before main() begins, where it is linked; nobody else reads it. One arena:
// each thread has its own cache before it, and what one thread frees another can use. Pages that
// nobody uses are given back after a fifth of a second. docs/adr/0017.
extern "C" const char* malloc_conf;
const char* malloc_conf = "narenas:1,dirty_decay_ms:200,muzzy_decay_ms:0";
