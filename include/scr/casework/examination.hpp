#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "scr/casework/facts_json.hpp"
#include "scr/casework/incoming.hpp"
#include "scr/casework/notify.hpp"
#include "scr/casework/screen.hpp"
#include "scr/recent.hpp"

namespace scr::casework {

/// What the answers of a record come to, and how they are kept. Records with the same answers share
/// one: a long history has the same answers again and again.
struct Examination {
    criteria::Screening screening;
    // Where they are kept:
    std::unique_ptr<const CommonFacts> facts;
    std::optional<FactsDigest> digest;
    /// Where screenings are: without the case that it belongs to. Other answers may share it.
    std::shared_ptr<const CommonScreening> to_store;
};

/// As it is kept and compared. Speaks of the examination's facts, which must be there.
FactsContent content_of(const Examination&, const record::CaseDates&);

/// Examines records, each as `examine` does, and works out what is kept of them. For one thread.
class RecordExaminer {
 public:
    /// What is kept of a record, beside what it comes to.
    struct Keeps {
        bool facts = false;
        bool screening = false;
    };

    RecordExaminer(CriteriaPointer, criteria::Blanks, Keeps, std::string program_version);

    const CriteriaPointer& criteria() const { return criteria_; }
    const criteria::Screener& screener() const { return screener_; }

    /// Ages are computed in the record itself.
    std::variant<std::shared_ptr<const Examination>, RejectedRecord> examine(IncomingRecord&);

    /// Gives back the memory of what was examined, but for what others hold.
    void forget();

 private:
    using Pointer = std::shared_ptr<const Examination>;

    std::variant<Pointer, RejectedRecord> work_out(const IncomingRecord&);
    std::shared_ptr<const CommonScreening> to_store(const criteria::Screening&);

    CriteriaPointer criteria_;
    criteria::Screener screener_;
    criteria::Blanks blanks_;
    Keeps keeps_;
    std::string program_version_;
    std::string key_;  ///< of the record at hand; its memory is used again
    std::string screening_key_;
    Recent<std::string, Pointer> known_;  ///< by the answers
    /// By all that they say.
    Recent<std::string, std::shared_ptr<const CommonScreening>> screenings_;
};

/// As the other screen_case; its record is empty where the examiner keeps no screening.
std::variant<CaseScreening, RejectedRecord> screen_case(const record::Case&, RecordExaminer&);

}  // namespace scr::casework
