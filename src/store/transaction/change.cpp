#include "store/transaction/change.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scr/record/reference.hpp"
#include "store/adoption_table.hpp"
#include "store/case_table.hpp"
#include "store/criteria_table.hpp"
#include "store/decision_table.hpp"
#include "store/event_log.hpp"
#include "store/failures.hpp"
#include "store/identity_table.hpp"
#include "store/notification_table.hpp"
#include "store/publication_table.hpp"
#include "store/review_table.hpp"
#include "store/screening_table.hpp"
#include "store/transaction/row_writer.hpp"
#include "store/transaction/transaction.hpp"
#include "store/weighing_table.hpp"

namespace scr::store {
namespace {

/// The event to come: all that is known of it before the rows.
record::Event next_event(Connection& connection, const record::Act& act, const std::string& now,
                         bool accept_clock) {
    const auto last = newest_event(connection);
    // Both instants have one form of fixed width, so the order of texts is that of time.
    if (last && now < last->at && !accept_clock) {
        throw Failure(
            FailureKind::store,
            fmt::format("the clock says {}, which is before the last event of {}", now, last->at),
            "", "", "set the machine's clock right, then run the command again");
    }
    return {.sequence = last ? last->sequence + 1 : 1,
            .at = now,
            .act = act,
            .body = "",
            .previous = last ? last->hash : no_event_hash(),
            .hash = ""};
}

/// What the change is about when its caller could not know: the record made first, unless it is
/// one of several.
std::string subject_of(const std::vector<std::string>& references) {
    if (references.empty()) return "";
    const auto kind_of = [](const std::string& reference) {
        const auto parsed = record::parse_reference(reference);
        return parsed ? std::optional(parsed->kind) : std::nullopt;
    };
    const auto first_kind = kind_of(references.front());
    const auto alike = std::count_if(references.begin(), references.end(), [&](const auto& other) {
        return kind_of(other) == first_kind;
    });
    return alike == 1 ? references.front() : "";
}

class StoredChange final : public casework::Change {
    // A change that lost half a record is closed: its other rows must not be committed without it.
    enum class State { open, closed };

    template <class Adder>
    auto add(Adder&& adder) {
        if (state_ != State::open) {
            throw Failure(FailureKind::bug, "nothing can be added to a change that failed");
        }
        try {
            return guarded(file_, adder);
        } catch (...) {
            state_ = State::closed;
            throw;
        }
    }

 public:
    StoredChange(Connection& connection, std::string file, const record::Act& act,
                 const std::function<std::string()>& now, bool accept_clock)
        : connection_(connection),
          file_(std::move(file)),
          transaction_(connection),
          event_(next_event(connection, act, now(), accept_clock)),
          rows_(connection, event_.sequence, event_.at) {}

    std::string add_notification(const record::Notification& notification) override {
        return add([&] { return store::add_notification(rows_, notification); });
    }
    std::string add_case(const record::Case& child) override {
        return add([&] { return store::add_case(rows_, child); });
    }
    std::string add_case(const record::Case& child, const casework::CommonFacts& facts) override {
        return add([&] { return store::add_case(rows_, child, facts); });
    }
    int add_facts(const std::string& reference, const record::FactsVersion& facts) override {
        return add([&] { return store::add_facts(rows_, reference, facts); });
    }
    void add_identity(const std::string& reference, const record::Identity& identity) override {
        add([&] { store::add_identity(rows_, reference, identity); });
    }
    void keep_criteria(const casework::CriteriaText& criteria) override {
        add([&] { store::keep_criteria(rows_, criteria); });
    }
    void add_adoption(const record::Adoption& adoption) override {
        add([&] { store::add_adoption(rows_, adoption); });
    }
    std::string add_screening(const record::ScreeningRecord& screening) override {
        return add([&] { return store::add_screening(rows_, screening); });
    }
    std::optional<record::ScreeningRecord> newest_screening(
        const std::string& case_reference) override {
        return add([&] { return store::newest_screening(rows_, case_reference); });
    }
    std::string add_first_screening(const std::string& case_reference,
                                    const std::string& facts_digest,
                                    const casework::CommonScreening& screening) override {
        return add([&] {
            return store::add_first_screening(rows_, case_reference, facts_digest, screening);
        });
    }
    void add_decision(const record::Decision& decision) override {
        add([&] { store::add_decision(rows_, decision); });
    }
    std::string add_review(const record::Review& review) override {
        return add([&] { return store::add_review(rows_, review); });
    }
    void close_review(const std::string& review, record::CivilDate on) override {
        add([&] { store::close_review(rows_, review, on); });
    }
    std::string add_lesson(const record::Lesson& lesson) override {
        return add([&] { return store::add_lesson(rows_, lesson); });
    }
    void keep_report(const record::Report& report) override {
        add([&] { store::keep_report(rows_, report); });
    }
    std::string add_publication(const record::Publication& publication) override {
        return add([&] { return store::add_publication(rows_, publication); });
    }
    void end_publication(const std::string& publication, record::PublicationState state,
                         record::CivilDate on, const std::string& reason) override {
        add([&] { store::end_publication(rows_, publication, state, on, reason); });
    }
    void add_deadline_stop(const casework::DeadlineStop& stop) override {
        add([&] { store::add_deadline_stop(rows_, stop); });
    }
    void add_weighing(const record::Weighing& weighing) override {
        add([&] { store::add_weighing(rows_, weighing); });
    }

    void commit() override {
        if (state_ != State::open) {
            throw Failure(FailureKind::bug, "a change that failed or is done cannot be committed");
        }
        state_ = State::closed;
        if (rows_.empty()) {
            transaction_.roll_back();
            return rows_.end(false);
        }
        guarded(file_, [&] { write_event(); });
        try {
            transaction_.commit();
        } catch (const SQLite::Exception& error) {
            throw failure_of(error, file_, true);
        }
        rows_.end(true);
    }

 private:
    void write_event() {
        if (event_.act.subject.empty()) event_.act.subject = subject_of(rows_.references());
        event_.body = rows_.finish_body();
        event_.hash = hash_of(event_);
        append_event(connection_, event_);
    }

    Connection& connection_;
    std::string file_;
    Transaction transaction_;
    record::Event event_;
    RowWriter rows_;
    State state_ = State::open;
};

}  // namespace

std::unique_ptr<casework::Change> begin_change(Connection& connection, const std::string& file,
                                               const record::Act& act,
                                               const std::function<std::string()>& now,
                                               bool accept_clock) {
    return guarded(file, [&] {
        return std::make_unique<StoredChange>(connection, file, act, now, accept_clock);
    });
}

}  // namespace scr::store
