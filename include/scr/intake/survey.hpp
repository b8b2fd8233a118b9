#pragma once

#include <iosfwd>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "scr/intake/record_reader.hpp"
#include "scr/record/date_form.hpp"

namespace scr::intake {

/// What a column of somebody else's file holds, as far as a map has to know it. Memory is bounded,
/// however long the file is.
struct SurveyedColumn {
    static constexpr std::size_t most_values = 400;
    static constexpr std::size_t longest_value = 40;  ///< bytes; a longer cell is no code

    std::string header;
    std::size_t filled = 0;  ///< cells that are not blank
    /// Each value without spaces around it, with how often it is there.
    std::map<std::string, std::size_t, std::less<>> values;
    bool more_values = false;        ///< there are others, which were not kept
    std::vector<std::size_t> dated;  ///< how many cells each of common_date_forms reads

    explicit SurveyedColumn(std::string header);
    void add(std::string_view cell);
};

struct Survey {
    std::vector<SurveyedColumn> columns;  ///< in the order in which they were met
    std::size_t records = 0;
    std::size_t unreadable = 0;  ///< records that are no CSV or no JSON, and not looked into
};

/// The forms of dates that are looked for: of those that write the same order the stricter first.
const std::vector<record::DateForm>& common_date_forms();

/// Reads an input to its end, CSV or NDJSON as RecordReader does, and adds what it holds. Of the
/// options the name, the delimiter and the header count. Throws Failure (refused) for an empty
/// input, a header that cannot be read, and more than a thousand columns.
void add_to_survey(Survey&, std::istream& input, const ReadOptions&);

}  // namespace scr::intake
