#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scr/casework/criteria_library.hpp"
#include "scr/casework/incoming.hpp"
#include "scr/criteria/interview.hpp"

namespace scr::casework {

/// A line of the form beside the facts. Each may be left out.
struct FormField {
    std::string_view column;
    std::string_view ask;
    std::string_view hint;  ///< what is written, and what leaving it out means
    std::optional<record::CivilDate> record::CaseDates::*date = nullptr;  ///< where it is a date
    std::string IncomingRecord::*text = nullptr;                          ///< where it is a text
};

/// In the order in which they are asked. The first, the day of the incident, comes before every
/// question, since the criteria in force are chosen by it; the others come after them.
std::span<const FormField> form_fields();

/// What an interview asks for next.
struct InterviewStep {
    enum class Kind {
        field,    ///< a line of the form; `index` is its position
        fact,     ///< a question; `index` is the fact
        ground,   ///< what the judgement on the fact at `index` rests on
        rest,     ///< whether the remaining questions are asked too
        confirm,  ///< nothing is left to ask: the whole is shown and confirmed
    };

    Kind kind = Kind::confirm;
    std::size_t index = 0;
    bool may_be_left_out = false;  ///< nothing typed leaves it out
};

/// What was answered to a step, as it is kept in a draft.
struct InterviewEntry {
    std::string name;  ///< a column, a fact, `FACT.ground`, `rest.asked`; `<` took one back
    std::string value;

    bool operator==(const InterviewEntry&) const = default;
};

/// The interview that makes one record: the day of the incident, by it the criteria, the questions
/// until the outcomes stand, the remaining ones for the record, the other lines of the form. What
/// `given` has already is not asked. Nothing is printed, read or stored here.
class NotifyInterview {
 public:
    /// The criteria for a record with this day of the incident.
    using Choose = std::function<CriteriaPointer(std::optional<record::CivilDate>)>;
    using Order = criteria::Interview::Order;

    struct Rules {
        Choose choose;
        Order order = Order::soonest;
        record::CivilDate today{};  ///< later dates are objected to
        bool planned = false;       ///< later dates are meant
        bool joins = false;         ///< a child of a notification: agency and incident are known
        bool only_facts = false;    ///< nothing is recorded: no day, no grounds, no form
        IncomingRecord given = {};  ///< the options of the command line; its answers are not read
    };

    explicit NotifyInterview(Rules rules);

    InterviewStep next();
    /// Dates come as `YYYY-MM-DD`. Nothing when it is taken.
    std::optional<criteria::Objection> take(const InterviewStep&, const std::string& typed);
    /// Takes back the newest answer; false where there is none.
    bool go_back();

    /// Takes what an interview before this one was told, as far as it still fits; returns how many
    /// entries did.
    std::size_t replay(const std::vector<InterviewEntry>&);
    /// How many answers are left of what was told and taken back.
    static std::size_t count(const std::vector<InterviewEntry>&);
    /// The name of an entry that took one back.
    static constexpr std::string_view undone = "<";
    static std::string name_of(const InterviewStep&, const criteria::Criteria*);
    void set_order(Order);

    /// Null until the day of the incident was asked for.
    const CriteriaPointer& criteria() const { return criteria_; }
    /// The asking about the facts; null until there are criteria.
    criteria::Interview* facts() { return facts_.get(); }
    std::size_t taken() const { return steps_.size(); }
    /// The record as it stands, with the answers that follow from the others.
    IncomingRecord record();

 private:
    std::optional<InterviewStep> field_after(std::size_t first) const;
    std::optional<std::size_t> ungrounded() const;
    std::optional<criteria::Objection> take_field(std::size_t index, const std::string& typed);
    std::optional<criteria::Objection> take_fact(const InterviewStep&, const std::string& typed);
    void undo(const InterviewStep&);
    void begin_facts();
    void forget_facts();

    Rules rules_;
    CriteriaPointer criteria_;
    std::unique_ptr<criteria::Screener> screener_;
    std::unique_ptr<criteria::Interview> facts_;
    std::map<std::size_t, std::string> fields_;   ///< what was typed; blank where left out
    std::map<std::size_t, std::string> grounds_;  ///< by fact
    std::optional<bool> rest_;                    ///< whether the remaining questions are asked
    std::vector<InterviewStep> steps_;            ///< as they were taken
};

}  // namespace scr::casework
