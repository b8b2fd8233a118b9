#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scr/casework/incoming.hpp"
#include "scr/criteria/criteria.hpp"

namespace scr::intake {

/// What a column of a CSV file, or a key of a JSON object, says of a record.
struct Column {
    enum class Kind { passed_over, fact, text, date, date_of_birth };

    Kind kind = Kind::passed_over;
    std::string name;
    std::size_t position = 0;     ///< in Columns
    std::size_t fact = 0;         ///< fact
    bool fact_elsewhere = false;  ///< passed over here, a fact of other criteria
    std::string casework::IncomingRecord::*text = nullptr;                ///< text
    std::optional<record::CivilDate> record::CaseDates::*date = nullptr;  ///< date
    std::vector<std::size_t> kept;  ///< positions in IncomingRecord::kept that it fills
};

/// The columns that a file may have under these criteria: the facts, the reserved columns and those
/// of `--keep`. A name is found with spaces around it and in any letter case.
class Columns {
 public:
    /// The criteria must outlive it.
    Columns(const criteria::Criteria&, const std::vector<std::string>& keep,
            const std::vector<std::string>& facts_elsewhere = {});

    const Column* find(std::string_view name) const;
    std::size_t size() const { return columns_.size(); }
    const criteria::Criteria& criteria() const { return criteria_; }
    std::size_t kept_count() const { return kept_count_; }

    /// ``did you mean `died`?`` of a name that is none, or nothing.
    std::string did_you_mean(std::string_view name) const;
    /// Whose facts may be columns, for messages: `` `scr-2015` ``, or any file that is known here.
    std::string whose_facts() const;

    /// Whether the column answers a question, of these criteria or of others that are known.
    static bool is_any_fact(const Column& column) {
        return column.kind == Column::Kind::fact || column.fact_elsewhere;
    }

 private:
    void add(Column column);

    const criteria::Criteria& criteria_;
    std::size_t kept_count_;
    bool facts_elsewhere_;
    std::vector<Column> columns_;
    std::map<std::string, std::size_t, std::less<>> by_name_;
    std::vector<std::string> names_;  ///< of facts and reserved columns
};

/// A name as a message shows it: whole where it is short, the beginning where it is not.
std::string shown(std::string_view name);

}  // namespace scr::intake
