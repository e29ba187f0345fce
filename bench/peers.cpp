// SPDX-License-Identifier: Apache-2.0
// The same bytes into SQLite (synchronous=FULL) and PostgreSQL 15, which neither verify nor order
// nor prove: one row of entry and body a record, durable when the commit returns.
#include <fmt/format.h>
#include <libpq-fe.h>

#include "corpus.h"
#include "measure.h"

namespace armistice::bench {
namespace {

constexpr std::size_t batch = 256;

double sqlite_per_s(const Path& path, const std::vector<Submission>& records, std::size_t each) {
  Database database = must(Database::open(real_env(), path, DatabaseMode::write));
  must(database.execute(
      "CREATE TABLE entry (leaf_index INTEGER PRIMARY KEY, entry BLOB, body BLOB)"));
  Statement insert = must(database.prepare("INSERT INTO entry(entry, body) VALUES (?,?)"));
  const std::int64_t started_us = now_us();
  for (std::size_t i = 0; i < records.size(); i += each) {
    auto transaction = must(Transaction::begin(database));
    for (std::size_t k = i; k < std::min(i + each, records.size()); ++k) {
      must(insert.run(ByteView(records[k].entry), ByteView(*records[k].body)));
    }
    must(transaction.commit());
    if (database.wal_pages() > 32'768) must(database.checkpoint());
  }
  return static_cast<double>(records.size()) * 1e6 / static_cast<double>(now_us() - started_us);
}

class Postgres {
 public:
  explicit Postgres(const std::string& where) : raw_(PQconnectdb(where.c_str())) {
    if (PQstatus(raw_) != CONNECTION_OK) fail();
  }
  ~Postgres() { PQfinish(raw_); }
  Postgres(const Postgres&) = delete;

  void execute(const char* sql) { finish(PQexec(raw_, sql)); }
  void prepare() {
    finish(PQprepare(raw_, "put", "INSERT INTO entry(entry, body) VALUES ($1,$2)", 2, nullptr));
  }
  void insert(const Submission& record) {
    const char* values[] = {record.entry.data(), record.body->data()};
    const int lengths[] = {static_cast<int>(record.entry.size()),
                           static_cast<int>(record.body->size())};
    const int binary[] = {1, 1};
    finish(PQexecPrepared(raw_, "put", 2, values, lengths, binary, 0));
  }

 private:
  void finish(PGresult* result) {
    const auto status = PQresultStatus(result);
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) fail();
    PQclear(result);
  }
  [[noreturn]] void fail() {
    fmt::print(stderr, "bench: PostgreSQL: {}\n", PQerrorMessage(raw_));
    std::exit(1);
  }
  PGconn* raw_;
};

// So many clients, each committing so many rows at a time.
double postgres_per_s(const std::string& where, const std::vector<Submission>& records,
                      std::size_t clients, std::size_t each) {
  Postgres(where).execute("DROP TABLE IF EXISTS entry");
  Postgres(where).execute(
      "CREATE TABLE entry (leaf_index bigserial PRIMARY KEY, entry bytea, body bytea)");
  std::atomic<std::size_t> next = 0;
  const std::int64_t started_us = now_us();
  {
    std::vector<std::jthread> all;
    for (std::size_t c = 0; c < clients; ++c) {
      all.emplace_back([&] {
        Postgres postgres(where);
        postgres.prepare();
        while (true) {
          const std::size_t first = next.fetch_add(each);
          if (first >= records.size()) return;
          if (each > 1) postgres.execute("BEGIN");
          for (std::size_t k = first; k < std::min(first + each, records.size()); ++k) {
            postgres.insert(records[k]);
          }
          if (each > 1) postgres.execute("COMMIT");
        }
      });
    }
  }
  return static_cast<double>(records.size()) * 1e6 / static_cast<double>(now_us() - started_us);
}

int run(const std::string& folder, std::size_t count, const std::string& postgres) {
  const Path data = Path(folder) / "peers";
  Corpus corpus = make_corpus(real_env(), data, 64);
  const auto records = next_records(corpus, count);
  const std::vector<Submission> few(records.begin(),
                                    records.begin() + static_cast<long>(count / 10));
  print("SQLite FULL, one row a commit", sqlite_per_s(data / "one.db", few, 1), "/s",
        "no verification");
  print("SQLite FULL, 256 rows a commit", sqlite_per_s(data / "many.db", records, batch), "/s",
        "no verification");
  if (postgres.empty()) return 0;
  print("PostgreSQL, 64 clients, one row a commit", postgres_per_s(postgres, records, 64, 1), "/s",
        "no verification");
  print("PostgreSQL, 1 client, 256 rows a commit", postgres_per_s(postgres, records, 1, batch),
        "/s", "no verification");
  return 0;
}

}  // namespace
}  // namespace armistice::bench

int main(int count, char** words) {
  if (count < 3 || count > 4) {
    fmt::print(stderr, "bench_peers FOLDER RECORDS [POSTGRES]\n");
    return 2;
  }
  return armistice::bench::run(words[1], std::stoul(words[2]), count == 4 ? words[3] : "");
}
