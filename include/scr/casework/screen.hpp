#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "scr/casework/batch.hpp"
#include "scr/casework/criteria_choice.hpp"
#include "scr/casework/facts_json.hpp"
#include "scr/criteria/explanation.hpp"
#include "scr/criteria/screening.hpp"

namespace scr::casework {

/// Compiled criteria by the digest of their text: each is compiled once in a run.
class Screeners {
 public:
    const criteria::Screener& of(const CriteriaPointer&);

 private:
    struct Compiled {
        CriteriaPointer criteria;  ///< kept alive for its screener
        criteria::Screener screener;
    };
    std::map<std::string, Compiled> compiled_;
};

/// A stored case as a criteria file screens it.
struct CaseScreening {
    record::Case child;
    CriteriaPointer criteria;
    StoredFacts facts;
    criteria::Screening screening;
    record::ScreeningRecord record;  ///< with its reference once it is stored
    bool already = false;            ///< it was stored before: nothing was added
};

/// The outcome of each determination in ids: what every form of a screening prints.
std::vector<record::DeterminationResult> results_of(const criteria::Criteria&,
                                                    const criteria::Screening&);

/// What a screening says in ids, and which answers decided, without the case that it belongs to.
record::ScreeningRecord to_record(const LoadedCriteria&, const criteria::Screening&,
                                  const criteria::ForcingSets&, criteria::Blanks);
record::ScreeningRecord to_record(const LoadedCriteria&, const criteria::Screener&,
                                  const criteria::Screening&, criteria::Blanks);

/// Screens the newest facts of a case; nothing is stored. Refused is a case that contradicts itself
/// under these criteria, or one with an answer that they do not know.
std::variant<CaseScreening, RejectedRecord> screen_case(const record::Case&, const CriteriaPointer&,
                                                        const criteria::Screener&,
                                                        criteria::Blanks);

/// The facts among the decisive answers of a screening that nobody gave, as its facts have it.
std::vector<std::string> facts_from_silence(const record::Decisive&, const CaseScreening&);

/// The criteria for a stored case, with a word for the person; blank where the choice is plain.
struct CaseCriteria {
    CriteriaPointer criteria;
    std::string warning;
};

/// `named`, else by the dates of the case (see criteria_choice). With `in_force_on` it is the file
/// in force on that day, of the kind and jurisdiction of `named`, else of the file taken in under.
std::variant<CaseCriteria, ChoiceRefusal> criteria_for(
    Store&, CriteriaLibrary&, const CriteriaPointer& named, const record::Case&,
    std::optional<record::CivilDate> in_force_on = {});

/// Stores screenings. The same facts, criteria text and reading of blanks add no second one.
class ScreeningLog {
 public:
    ScreeningLog(Batch& batch, std::string program_version)
        : batch_(batch), program_version_(std::move(program_version)) {}

    /// The newest screening of a case; nothing where the batch screened it since its last commit.
    std::optional<record::ScreeningRecord> newest(const std::string& case_reference);
    /// Stores the screening of a case unless it is there; fills its record and `already`.
    void add(CaseScreening&);
    /// The same where the case's newest screening was read since the last commit. Many that are
    /// read before the first is added are stored in a fraction of the time.
    void add(CaseScreening&, std::optional<record::ScreeningRecord> newest);
    /// Stores the screening of facts that the same batch took in just now, with the version of the
    /// program that it names; returns its reference.
    std::string add_new(const LoadedCriteria&, const std::string& case_reference,
                        const std::string& facts_digest, const CommonScreening&);

 private:
    void forget_committed();

    Batch& batch_;
    std::string program_version_;
    int commits_seen_ = 0;
    std::map<std::string, std::string>
        added_;  ///< by case: screenings that a reader does not see yet
};

}  // namespace scr::casework
