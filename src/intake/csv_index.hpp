#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace scr::intake {

/// The fields of a record: where each ends, and what stands before its first byte.
struct CsvFields {
    const char* bytes = nullptr;
    const std::uint32_t* before = nullptr;  ///< one less than where a field begins
    const std::uint32_t* ends = nullptr;

    const char* begin(std::size_t field) const { return bytes + std::uint32_t{before[field] + 1}; }
    std::size_t size(std::size_t field) const { return ends[field] - before[field] - 1; }
    std::string_view operator[](std::size_t field) const { return {begin(field), size(field)}; }
};

/// Where the fields and records of a stretch of CSV end: delimiters and line ends outside quotes,
/// as places from its beginning. Every quote is taken to open or close, which is true as long as
/// each field with a quote is written as RFC 4180 has it; whoever reads the fields sees to that.
class CsvIndex {
 public:
    /// At least 64 readable bytes must follow the `size` bytes, which must outlive the index.
    void build(const char* bytes, std::size_t size, char delimiter);

    std::size_t records() const { return record_count_; }
    /// A record's fields; the line end ends the last.
    CsvFields fields(std::size_t record) const {
        const std::uint32_t* const before = separators_.data() + separators_before(record);
        return {bytes_, before, before + 1};
    }
    std::size_t field_count(std::size_t record) const {
        return record_ends_.data()[record] - separators_before(record);
    }
    /// The place behind a record's line end.
    std::size_t end(std::size_t record) const {
        return std::size_t{separators_.data()[record_ends_.data()[record]]} + 1;
    }

 private:
    std::uint32_t separators_before(std::size_t record) const {
        return record == 0 ? 0 : record_ends_.data()[record - 1];
    }

    const char* bytes_ = nullptr;
    /// The first stands before the first byte: one less than 0, as unsigned numbers have it.
    std::vector<std::uint32_t> separators_;
    std::vector<std::uint32_t> record_ends_;  ///< counts of separators up to a record's line end
    std::size_t record_count_ = 0;
};

}  // namespace scr::intake
