#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

#include "intake/csv_fields.hpp"
#include "intake/csv_finders.hpp"

namespace scr::intake {

/// Where the fields and records of a stretch of CSV end: delimiters and line ends outside quotes,
/// as places from its beginning. Every quote is taken to open or close, which is true as long as
/// each field with a quote is written as RFC 4180 has it; whoever reads the fields sees to that.
class CsvIndex {
 public:
    /// CsvFinder::padding readable bytes must follow the `size` bytes, which must outlive the
    /// index.
    void build(const char* bytes, std::size_t size, char delimiter);

    const CsvFound& found() const { return found_; }
    std::size_t records() const { return found_.records; }
    /// A record's fields; the line end ends the last.
    CsvFields fields(std::size_t record) const {
        const std::uint32_t* const before = separators_.get() + separators_before(record);
        return {bytes_, before, before + 1};
    }
    std::size_t field_count(std::size_t record) const {
        return record_ends_[record] - separators_before(record);
    }
    /// The place behind a record's line end.
    std::size_t end(std::size_t record) const {
        return std::size_t{separators_[record_ends_[record]]} + 1;
    }

 private:
    std::uint32_t separators_before(std::size_t record) const {
        return record == 0 ? 0 : record_ends_[record - 1];
    }

    const char* bytes_ = nullptr;
    // Arrays of which most is never touched: a vector would write to all of it.
    std::size_t capacity_ = 0;
    /// The first stands before the first byte: one less than 0, as unsigned numbers have it.
    std::unique_ptr<std::uint32_t[]> separators_;
    std::unique_ptr<std::uint32_t[]> record_ends_;  ///< separators up to a record's line end
    CsvFound found_;
};

}  // namespace scr::intake
