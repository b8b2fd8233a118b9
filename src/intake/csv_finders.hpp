#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
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

/// Where records of a text end, if it begins with one.
struct CsvEnds {
    /// Every quote that opens is the first of its field, or follows the one that closed: then a
    /// line end is outside quotes where the quotes before it are even in number. Otherwise the rest
    /// is not to be relied on.
    bool regular = true;
    bool within_quotes = false;        ///< the text stops there
    std::optional<std::size_t> first;  ///< the place behind the first line end outside quotes
    std::optional<std::size_t> last;   ///< and behind the last

    bool operator==(const CsvEnds&) const = default;
};

/// Finds what separates fields and records: see CsvIndex and RecordEnds.
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
    CsvEnds (*find_ends)(std::string_view text, char delimiter);
};

/// Those that this machine can run, the fastest last; there is one that every machine can.
std::span<const CsvFinder> csv_finders();
inline const CsvFinder& fastest_csv_finder() {
    return csv_finders().back();
}

}  // namespace scr::intake
