#pragma once

#include <optional>

#include "intake/csv_splitter.hpp"
#include "intake/record_source.hpp"
#include "scr/intake/record_reader.hpp"

namespace scr::intake {

/// Records of a CSV file. The constructor reads the header and throws Failure where it is no use;
/// the arguments must outlive the object.
class CsvRecords : public RecordSource {
 public:
    CsvRecords(InputBuffer& input, const Columns& columns, const ReadOptions& options);

    bool next(ReadResult& result) override;
    std::vector<std::string> absent_defaulted_facts() const override;

 private:
    std::optional<casework::RejectedRecord> read(casework::IncomingRecord& record);
    std::optional<casework::RejectedRecord> split_refusal() const;
    casework::RejectedRecord at(std::size_t field, casework::RejectedRecord rejected) const;
    std::optional<std::size_t> position_of(std::string_view name) const;

    const Columns& columns_;
    CsvSplitter splitter_;
    CsvRecord csv_;
    std::vector<std::string> names_;  ///< of the header, as written
    std::vector<const Column*> bindings_;
    std::optional<std::size_t> ref_position_;
};

}  // namespace scr::intake
