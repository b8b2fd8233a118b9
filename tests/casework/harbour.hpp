#pragma once

#include <memory>
#include <string>

#include "scr/casework/batch.hpp"
#include "scr/casework/examine.hpp"
#include "scr/casework/notify.hpp"
#include "scr/casework/screen.hpp"

/// An invented regime, accidents of children in a harbour, and a desk at which records of it come
/// in: what the tests of taking in and screening share.
namespace scr::casework::harbour {

/// Compiled once. `variant` is added to the text, so that it becomes another text of the same id.
CriteriaPointer criteria(const std::string& variant = "");
const criteria::Criteria& rules();
const criteria::Screener& screener();

record::CivilDate day(const char* text);

/// A record with these answers (`drowned=yes hurt=unknown`); all others are blank.
IncomingRecord incoming(const std::string& answers, const std::string& ref = "A1",
                        const std::string& agency = "Pilots");

/// A store in memory with a clock that stands still.
class Desk {
 public:
    Desk();

    Store& store() { return *store_; }
    record::Act act(const std::string& verb = "notify") const;
    NotifyRules rules() const;

    /// Examines the record, takes it in and commits.
    Taken take(IncomingRecord, const NotifyRules&);
    Taken take(IncomingRecord record) { return take(std::move(record), rules()); }
    /// The case that `record` becomes; it must be recorded.
    record::Case recorded(IncomingRecord);
    /// Screens the case under the harbour's criteria and stores the result.
    CaseScreening screen(const std::string& case_reference,
                         criteria::Blanks = criteria::Blanks::take_default);
    record::Case at(const std::string& case_reference);
    std::size_t events();

 private:
    std::unique_ptr<Store> store_;
};

}  // namespace scr::casework::harbour
