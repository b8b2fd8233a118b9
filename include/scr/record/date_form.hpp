#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "scr/record/civil_date.hpp"

namespace scr::record {

/// How a file writes its dates: day, month and year in some order with one separator, or
/// `yyyymmdd`. `dd` and `mm` are two digits each, `d` and `m` one or two, and a year has four.
class DateForm {
 public:
    struct Numbers {
        int year = 0;
        int month = 0;
        int day = 0;
    };

    /// The form that `dd/mm/yyyy` or the like describes, in any letter case; nothing for a text
    /// that describes none.
    static std::optional<DateForm> parse(std::string_view text);

    const std::string& text() const { return text_; }

    /// The date, or nothing where the text has another form or names no day since 1600.
    std::optional<CivilDate> read(std::string_view text) const;
    /// The numbers of a text of this form, whether there is such a day or not.
    std::optional<Numbers> numbers(std::string_view text) const;
    std::string write(CivilDate) const;

 private:
    struct Part {
        int Numbers::*number = nullptr;
        std::size_t least = 0;  ///< digits
        std::size_t most = 0;
    };

    static Part part(std::string_view letters);

    std::string text_;
    std::array<Part, 3> parts_;
    bool separated_ = false;
    char separator_ = 0;
};

}  // namespace scr::record
