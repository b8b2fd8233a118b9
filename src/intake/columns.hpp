#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scr/casework/incoming.hpp"
#include "scr/criteria/criteria.hpp"
#include "scr/intake/column_map.hpp"

namespace scr::intake {

/// What a column of a CSV file, or a key of a JSON object, says of a record.
struct Column {
    enum class Kind { passed_over, fact, text, date, date_of_birth };

    Kind kind = Kind::passed_over;
    std::string name;             ///< ours
    std::string header;           ///< as the file has it, for messages
    std::size_t position = 0;     ///< in Columns
    std::size_t fact = 0;         ///< fact
    bool fact_elsewhere = false;  ///< passed over here, a fact of other criteria
    std::string casework::IncomingRecord::*text = nullptr;                ///< text
    std::optional<record::CivilDate> record::CaseDates::*date = nullptr;  ///< date
    const MappedColumn* mapped = nullptr;  ///< how the file writes it, where that is not our way
    std::vector<std::size_t> kept;         ///< positions in IncomingRecord::kept that it fills

    const criteria::AnswerCodes* codes() const {
        return mapped != nullptr && mapped->codes ? &*mapped->codes : nullptr;
    }
    const record::DateForm* date_form() const {
        return mapped != nullptr && mapped->date ? &*mapped->date : nullptr;
    }
};

/// The columns that a file may have under these criteria: the facts, the reserved columns and those
/// of `--keep`. A name is found with spaces around it and in any letter case. What a map says of
/// the file's names goes before ours.
class Columns {
 public:
    /// The criteria and the map must outlive it.
    Columns(const criteria::Criteria&, const std::vector<std::string>& keep,
            const std::vector<std::string>& facts_elsewhere = {}, const ColumnMap* map = nullptr);

    /// What a header of the file stands for; null for one that is unknown.
    const Column* find(std::string_view header) const;
    /// The fact or reserved column that we call so, whatever the file calls it.
    const Column* own(std::string_view name) const;
    /// The column of this name of ours, which the map reads from another header. A file must not
    /// have both. Null for any other name.
    const Column* read_elsewhere(std::string_view name) const;
    const ColumnMap* map() const { return map_; }
    std::size_t size() const { return columns_.size(); }
    const criteria::Criteria& criteria() const { return criteria_; }
    std::size_t kept_count() const { return kept_count_; }
    /// By fact, what a record says that says nothing of it.
    const criteria::Answers& silent_answers() const { return silent_answers_; }

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
    void add_ours(const std::vector<std::string>& facts_elsewhere);
    void rename();
    void keep(const std::vector<std::string>& names);

    using Positions = std::map<std::string, std::size_t, std::less<>>;

    const criteria::Criteria& criteria_;
    std::size_t kept_count_;
    bool facts_elsewhere_;
    const ColumnMap* map_;
    criteria::Answers silent_answers_;
    std::vector<Column> columns_;
    Positions own_;                   ///< by our name
    Positions by_name_;               ///< by the file's, in lower case
    Positions read_elsewhere_;        ///< ours that are no header of the file
    std::vector<std::string> names_;  ///< what a file may have, but for what is only kept
};

/// A name as a message shows it: whole where it is short, the beginning where it is not.
std::string shown(std::string_view name);

}  // namespace scr::intake
