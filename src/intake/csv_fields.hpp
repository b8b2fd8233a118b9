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

/// Places of the fields of a record that are not used as an index has them. What it makes of fields
/// points into it.
class OwnFields {
 public:
    explicit OwnFields(std::size_t count) : before_(count), ends_(count) {}

    /// Leaves out the quotes around fields and the carriage return behind the last. `quotes`: how
    /// many the record has. False where one is anywhere else.
    bool tidy(CsvFields& fields, std::size_t quotes);
    /// As many empty fields, of the same bytes.
    void blank(CsvFields& fields);

 private:
    std::size_t strip_quotes(const CsvFields& fields);

    std::vector<std::uint32_t> before_;
    std::vector<std::uint32_t> ends_;
};

}  // namespace scr::intake
