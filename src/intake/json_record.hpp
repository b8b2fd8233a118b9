#pragma once

#include <simdjson.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intake/cells.hpp"
#include "intake/columns_met.hpp"
#include "scr/intake/record_reader.hpp"

namespace scr::intake {

/// Reads the object of one line into a record. The whole line is parsed before anything of it is
/// taken. The arguments of the constructor must outlive it.
class JsonRecordParser {
 public:
    JsonRecordParser(const Columns& columns, const ReadOptions& options, ColumnsMet& met);

    /// `line` must be followed by InputBuffer::padding readable bytes. Why it was refused, or
    /// nothing; the record's `ref` is filled in either case where the line has one.
    std::optional<casework::RejectedRecord> parse(std::string_view line,
                                                  casework::IncomingRecord& record);

    /// Whether any line so far had a fact among its keys.
    bool fact_named() const { return fact_named_; }

 private:
    using Refusal = std::optional<casework::RejectedRecord>;

    /// A key as it was written at some position of an object before: the records of one file mostly
    /// agree, which spares the look-up.
    struct Guess {
        std::string key;
        const Column* column;
    };

    Refusal read_object(std::string_view line, simdjson::dom::object object,
                        casework::IncomingRecord& record);
    Refusal read_known(const Column& column, std::string_view key, simdjson::dom::element value,
                       casework::IncomingRecord& record);
    Refusal read_unknown(std::string_view key);
    Refusal repetition_among_passed_over();
    const Column* column_of(std::string_view key, std::size_t position);

    const Columns& columns_;
    const ReadOptions& options_;
    ColumnsMet& met_;
    simdjson::dom::parser parser_;
    std::vector<Guess> guesses_;
    std::vector<bool> seen_;                     ///< by Column::position
    std::vector<std::string_view> passed_over_;  ///< keys of the line that are no column
    bool fact_named_ = false;
};

}  // namespace scr::intake
