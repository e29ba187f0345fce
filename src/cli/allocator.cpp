// SPDX-License-Identifier: Apache-2.0
// What jemalloc is told before main() begins, where it is linked; nobody else reads it. Two arenas,
// one for each thread that is busy in a fold, and pages that nobody uses given back after a fifth
// of a second: with as many as it makes by itself it holds a tenth more memory and is no faster.
// docs/adr/0017.
extern "C" const char* malloc_conf;
const char* malloc_conf = "narenas:2,dirty_decay_ms:200,muzzy_decay_ms:0";
