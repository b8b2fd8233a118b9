#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace scr::intake {

/// What a finder says of a text as a whole.
struct CsvFound {
    std::size_t records = 0;  ///< that end in it
    bool quotes = false;      ///< there are any
    bool ordinary = true;     ///< it is ASCII without NUL bytes

    bool operator==(const CsvFound&) const = default;
};

/// Finds what separates fields and records: see CsvIndex, which keeps it.
struct CsvFinder {
    /// Bytes that must be readable behind a text.
    static constexpr std::size_t padding = 64;
    /// As many more places may be written than there are separators.
    static constexpr std::size_t slack = 64;

    std::string_view instructions;  ///< that it is made of
    /// Writes the places of delimiters and line ends outside quotes and, for each line end, how
    /// many of them there are up to it.
    CsvFound (*find)(const char* bytes, std::size_t size, char delimiter, std::uint32_t* separators,
                     std::uint32_t* record_ends);
};

/// Those that this machine can run, the fastest last; there is one that every machine can.
std::span<const CsvFinder> csv_finders();

}  // namespace scr::intake
