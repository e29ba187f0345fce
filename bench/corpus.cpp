// SPDX-License-Identifier: Apache-2.0
#include "corpus.h"

#include <fmt/format.h>

#include <semaphore>

#include "api/init.h"
#include "crypto/hash.h"
#include "measure.h"

namespace armistice::bench {
namespace {

constexpr std::size_t record_bytes = 2'048;

}  // namespace

Corpus make_corpus(Env& env, const Path& data, std::size_t authors) {
  must(make_exercise(env, data, "agreements/korea-1953"));
  Corpus corpus = load_corpus(env, data, authors);
  const auto node = must(Node::open(env, {data, {}, false}));
  for (const NamedKey& key : corpus.authors) {
    Key body;
    body.salt = Salt::generate(env);
    body.vkey = key.verifier();
    body.next = sha256("next");
    must(node->write_as_root("unc/root", body));
  }
  return corpus;
}

Corpus load_corpus(Env& env, const Path& data, std::size_t authors) {
  const RegisterLayout layout = NodeLayout{data}.reg(Node::register_name);
  Store store = must(Store::open(env, layout.database(), DatabaseMode::read));
  Corpus corpus{must(start_admission(env, layout, store)).circle(), {}, {}, {}};
  for (std::size_t i = 0; i < authors; ++i) {
    corpus.authors.push_back({fmt::format("unc/post-{:03}", i), KeyType::ed25519,
                              SecretKey::from_seed(sha256(fmt::format("bench {}", i)).view())});
  }
  corpus.numbers.resize(authors);
  corpus.previous.resize(authors);
  return corpus;
}

std::vector<std::int64_t> append_all(Register& reg, std::vector<Submission> records,
                                     std::size_t on_their_way) {
  std::vector<std::int64_t> times_us(records.size());
  std::counting_semaphore<> free(static_cast<std::ptrdiff_t>(on_their_way));
  std::atomic<std::size_t> next = 0;
  const auto feed = [&] {
    for (std::size_t i = next++; i < records.size(); i = next++) {
      free.acquire();
      const std::int64_t handed_us = now_us();
      reg.submit(std::move(records[i]), [&, i, handed_us](Result<Receipt> receipt) {
        must(std::move(receipt));
        times_us[i] = now_us() - handed_us;
        free.release();
      });
    }
  };
  {
    const std::jthread other(feed);
    feed();
  }
  for (std::size_t i = 0; i < on_their_way; ++i) free.acquire();
  return times_us;
}

Submission next_record_of(Corpus& corpus, std::size_t author, const Body& body) {
  const NamedKey& key = corpus.authors[author];
  Header header;
  header.circle = corpus.circle;
  header.kind = kind_of(body);
  header.author = key.name;
  header.key = key.verifier().id();
  header.number = ++corpus.numbers[author];
  header.previous = corpus.previous[author];
  header.written = {UtcSeconds{-518'529'600}, 9 * 3600};
  const Bytes bytes = to_bytes(body);
  header.body = {sha256(bytes), bytes.size(), BodyForm::open};
  const std::string text = to_text(header);
  const std::array lines = {sign_text(key, text)};
  corpus.previous[author] = sha256(text);
  return {join_entry(text, lines), bytes};
}

Submission next_record(Corpus& corpus, std::size_t author) {
  const NamedKey& key = corpus.authors[author];
  Header header;
  header.circle = corpus.circle;
  header.kind = Note::kind;
  header.author = key.name;
  header.key = key.verifier().id();
  header.number = ++corpus.numbers[author];
  header.previous = corpus.previous[author];
  header.written = {UtcSeconds{-518'529'600}, 9 * 3600};
  // The body fills what the entry leaves: the text names its length, so measure once, then fill.
  Note note{{}, "en", std::string(1'000, 'a')};
  const std::string mark = fmt::format("{} {} ", key.name, header.number);
  Submission out;
  for (int pass = 0; pass < 2; ++pass) {
    note.text.replace(0, mark.size(), mark);
    const Bytes body = to_bytes(Body(note));
    header.body = {sha256(body), body.size(), BodyForm::open};
    const std::string text = to_text(header);
    const std::array lines = {pass == 0 ? std::string(120, ' ') : sign_text(key, text)};
    out = {join_entry(text, lines), body};
    const std::size_t bytes = out.entry.size() + body.size();
    if (pass == 0) note.text.resize(note.text.size() + record_bytes - bytes, 'b');
  }
  corpus.previous[author] =
      sha256(std::string_view(out.entry).substr(0, out.entry.find("\n\n") + 1));
  return out;
}

std::vector<Submission> next_records(Corpus& corpus, std::size_t count) {
  std::vector<Submission> records(count);
  const std::size_t authors = corpus.authors.size();
  const auto sign = [&](std::size_t first) {
    for (std::size_t a = first; a < authors; a += 2) {
      for (std::size_t i = a; i < count; i += authors) records[i] = next_record(corpus, a);
    }
  };
  std::jthread other([&] { sign(1); });
  sign(0);
  other.join();
  return records;
}

}  // namespace armistice::bench
