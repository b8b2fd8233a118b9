#pragma once

#include <optional>
#include <string>
#include <vector>

#include "intake/cells.hpp"
#include "intake/csv_splitter.hpp"
#include "scr/intake/record_reader.hpp"

namespace scr::intake {

/// Problem and help of the fault that keeps a stretch of CSV from being a record; its place comes
/// from elsewhere.
casework::RejectedRecord describe(const CsvRecord&);

/// The columns of a CSV file bound to what they say of a record: turns fields into records, or
/// says why they are refused. Immutable: threads may share it.
class CsvBinding {
 public:
    /// Throws Failure (refused) where the header cannot be used. The columns must outlive it.
    CsvBinding(const CsvRecord& header, const Columns&, const ReadOptions&);

    void read(const CsvRecord&, ReadResult&) const;

    const std::vector<const Column*>& fields() const { return bindings_; }
    /// Of the column that we call so.
    std::optional<std::size_t> position_of(std::string_view column) const;

 private:
    std::optional<casework::RejectedRecord> split_refusal(const CsvRecord&) const;
    std::optional<casework::RejectedRecord> read_cells(const CsvRecord&,
                                                       casework::IncomingRecord&) const;
    bool repeats_header(const CsvRecord&) const;
    casework::RejectedRecord at(const CsvRecord&, std::size_t field,
                                casework::RejectedRecord) const;

    const Columns& columns_;
    std::vector<std::string> names_;  ///< of the header, as written
    std::vector<const Column*> bindings_;
    std::optional<std::size_t> ref_position_;
    bool header_given_;  ///< beside the file, which then has none
};

}  // namespace scr::intake
