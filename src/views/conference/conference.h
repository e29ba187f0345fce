// SPDX-License-Identifier: Apache-2.0
// The conference: sittings, what was said in them, agendas, proposals and what is agreed, as both
// sides and the secretariat put them on record. Nothing is judged here: what does not fit together
// is noticed, and both stand. Spec: views.md §14; tables: view.sql.
#pragma once

#include <map>
#include <set>
#include <tuple>

#include "views/judged.h"

namespace armistice {

class ConferenceView final : public View {
 public:
  explicit ConferenceView(const AgreementInForce& agreement) : agreement_(agreement) {}

  std::string_view name() const override { return "conference"; }
  std::string_view schema() const override;
  Result<void> fold(const Folded& entry, Past& past, Rows& rows) override;
  Json save() const override;
  Result<void> load(const Json& state) override;

 private:
  struct Held {
    LeafIndex index;
    std::string party;  // of its author
    std::string forum;
    std::int64_t number = 0;
    UtcSeconds opened;
    UtcSeconds closed;
    bool goes_on = false;
  };
  struct Uttered {
    LeafIndex index;
    std::string forum;  // of its sitting, with the next: it may be put on record anew
    std::int64_t number = 0;
    std::string author;       // whose transcript it stands in
    std::int64_t spoken = 0;  // its number there
    bool question = false;
    std::map<std::uint64_t, bool> answers;  // [record]: at the same sitting
    std::set<std::uint64_t> put_off;        // records that say so
  };
  struct Points {
    LeafIndex index;
    std::string side;
    std::set<std::int64_t> numbers;
    std::map<std::int64_t, std::set<std::uint64_t>> withdrawn;  // by which records
  };
  struct Proposed {
    LeafIndex index;
    std::string issue;
    std::string side;
  };
  struct Act {
    bool drops = false;
    std::int64_t alternative = 0;
  };
  using StandOn = std::tuple<std::string, std::string, std::string>;  // issue, side, who tells it
  using PointOf = std::pair<std::string, std::int64_t>;               // issue and number
  // Forum, number of the sitting, author, number of the statement.
  using SpokenAs = std::tuple<std::string, std::int64_t, std::string, std::int64_t>;

  /// Where a record is held, for it to be taken out again.
  struct Place {
    Digest id;
    std::string party;               // of its author
    std::optional<Digest> question;  // that it replies to
    std::optional<Digest> agenda;    // a point of which it withdraws
    std::int64_t number = 0;         // that point
    std::optional<StandOn> acts_on;
    std::optional<PointOf> agrees_on;
  };

  void take(const Sitting& said, const Folded& entry, Irregularities& notices, Rows& rows);
  void take(const Utterance& said, const Folded& entry, Irregularities& notices, Rows& rows);
  void take(const Agenda& said, const Folded& entry, Irregularities& notices, Rows& rows);
  void take(const AgendaAnswer& said, const Folded& entry, Irregularities& notices, Rows& rows);
  void take(const Proposal& said, const Folded& entry, Irregularities& notices, Rows& rows);
  void take(const AgreedPoint& said, const Folded& entry, Irregularities& notices, Rows& rows);
  std::optional<std::uint64_t> dropped_by(const StandOn& key, std::int64_t alternative) const;
  void check_alternative(const Proposal& said, const StandOn& key, Irregularities& notices) const;
  void hold_act(const StandOn& key, LeafIndex index, const Act& act);
  void forget_act(const StandOn& key, LeafIndex index);
  void take_back(const Folded& entry, Rows& rows);
  void check_limits(const Sitting& said, Irregularities& notices) const;
  void check_side(const std::string& side, Irregularities& notices) const;
  void check_times(const Utterance& said, const Held& sitting, Irregularities& notices) const;
  Result<void> check_withdrawal(const Utterance& said, Past& past, Irregularities& notices) const;
  void put_question(const Uttered& question, Rows& rows) const;
  Result<void> load_talk(const Json& state);
  Result<void> load_points(const Json& state);
  void find_places();

  const AgreementInForce& agreement_;
  std::map<Digest, Held> sittings_;
  std::map<Digest, Uttered> uttered_;
  std::map<Digest, Points> agendas_;
  std::map<Digest, Proposed> proposals_;
  std::map<StandOn, std::map<std::uint64_t, Act>> acts_;       // by which records
  std::map<PointOf, std::map<std::uint64_t, Digest>> agreed_;  // by which records: what they say
  std::map<std::string, std::size_t> held_of_;                 // of each party
  std::map<std::uint64_t, Place> places_;                      // of all that are held
  // Found again from those above.
  std::map<std::pair<StandOn, std::int64_t>, std::map<std::uint64_t, bool>> alternatives_;  // drops
  std::map<SpokenAs, std::set<std::uint64_t>> spoken_;
};

}  // namespace armistice
