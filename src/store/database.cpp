#include "scr/store/database.hpp"

#include <fmt/chrono.h>
#include <sqlite3.h>

#include "store/adoption_table.hpp"
#include "store/backup.hpp"
#include "store/case_table.hpp"
#include "store/criteria_table.hpp"
#include "store/decision_table.hpp"
#include "store/event_log.hpp"
#include "store/failures.hpp"
#include "store/held_names.hpp"
#include "store/identity_table.hpp"
#include "store/notification_table.hpp"
#include "store/opening.hpp"
#include "store/publication_table.hpp"
#include "store/review_table.hpp"
#include "store/screening_table.hpp"
#include "store/transaction/change.hpp"
#include "store/verify.hpp"
#include "store/weighing_table.hpp"

namespace scr::store {
namespace {

std::string system_instant() {
    const auto now = std::chrono::system_clock::now();
    return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}",
                       fmt::gmtime(std::chrono::system_clock::to_time_t(now)));
}

class Database final : public casework::Store {
    template <class Reader, class... Arguments>
    auto read(Reader&& reader, const Arguments&... arguments) {
        return guarded(file_, [&] { return reader(*connection_, arguments...); });
    }
    bool lacks(HeldNames& names, const std::string& agency, const std::string& name) {
        return guarded(file_, [&] { return names.lack(agency, name); });
    }

 public:
    explicit Database(const OpenOptions& options)
        : options_(options), file_(options.file.string()), connection_(open_connection(options)) {}

    std::unique_ptr<casework::Change> begin(const record::Act& act) override {
        if (options_.mode == OpenOptions::Mode::read_only) {
            throw Failure(FailureKind::bug, "the store was opened for reading");
        }
        const auto& now = options_.now ? options_.now : system_instant;
        auto change = begin_change(*connection_, file_, act, now, options_.accept_clock);
        guarded(file_, [&] {
            references_.begin_change();
            incidents_.begin_change();
        });
        return change;
    }

    std::optional<record::Notification> notification(const std::string& reference) override {
        return read(find_notification, reference);
    }
    std::vector<record::Notification> notifications() override { return read(all_notifications); }
    std::optional<record::Notification> notification_of_incident(
        const std::string& agency, const std::string& incident) override {
        if (lacks(incidents_, agency, incident)) return std::nullopt;
        return read(find_notification_of_incident, agency, incident);
    }

    std::optional<record::Case> case_of(const std::string& reference) override {
        return read(find_case, reference);
    }
    std::optional<record::Case> case_by_key(const casework::CaseKey& key) override {
        if (lacks(references_, key.agency, key.sender_reference)) return std::nullopt;
        return read(find_case_by_key, key);
    }
    std::vector<record::Case> cases_of(const std::string& notification) override {
        return read(cases_of_notification, notification);
    }
    void each_case(const std::function<void(const record::Case&)>& visit) override {
        read(store::each_case, visit);
    }
    std::vector<std::string> pending() override { return read(pending_cases); }
    std::vector<record::FactsVersion> facts_of(const std::string& case_reference) override {
        return read(facts_of_case, case_reference);
    }
    std::vector<record::Identity> identities_of(const std::string& case_reference) override {
        return read(identities_of_case, case_reference);
    }

    std::optional<casework::CriteriaText> criteria(const std::string& digest) override {
        return read(find_criteria, digest);
    }
    std::vector<casework::CriteriaText> criteria_texts() override {
        return read(all_criteria_texts);
    }
    std::vector<record::Adoption> adoptions() override { return read(all_adoptions); }
    std::vector<record::ScreeningRecord> screenings_of(const std::string& reference) override {
        return read(screenings_of_case, reference);
    }
    std::vector<record::Decision> decisions_of(const std::string& reference) override {
        return read(decisions_of_case, reference);
    }
    std::vector<casework::DeadlineStop> deadline_stops_of(const std::string& reference) override {
        return read(deadline_stops_of_case, reference);
    }
    std::vector<record::Weighing> weighings_of(const std::string& reference) override {
        return read(weighings_of_case, reference);
    }

    std::optional<record::Review> review(const std::string& reference) override {
        return read(find_review, reference);
    }
    std::vector<record::Review> reviews() override { return read(all_reviews); }
    std::vector<record::Review> reviews_of(const std::string& case_reference) override {
        return read(reviews_of_case, case_reference);
    }
    std::vector<record::Lesson> lessons_of(const std::string& review) override {
        return read(lessons_of_review, review);
    }
    std::vector<record::Lesson> lessons() override { return read(all_lessons); }

    std::optional<record::Publication> publication(const std::string& reference) override {
        return read(find_publication, reference);
    }
    std::vector<record::Publication> publications() override { return read(all_publications); }
    std::optional<record::Report> report(const std::string& digest) override {
        return read(find_report, digest);
    }

    void each_event(std::int64_t after,
                    const std::function<void(const record::Event&)>& visit) override {
        read(store::each_event, after, visit);
    }
    std::optional<record::Event> head() override { return read(newest_event); }
    casework::AuditReport verify() override { return read(store::verify); }

 private:
    OpenOptions options_;
    std::string file_;
    std::unique_ptr<Connection> connection_;
    HeldNames references_{*connection_, case_label_table};
    HeldNames incidents_{*connection_, notification_table};
};

}  // namespace

std::unique_ptr<casework::Store> open(const OpenOptions& options) {
    return std::make_unique<Database>(options);
}

}  // namespace scr::store
