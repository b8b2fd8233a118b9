// The review outcome of scr-2015, written by hand for the columns of generate.cpp.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace limit {

enum Column {
    age,
    born,
    harmed_age,
    abuse,
    died,
    harmed,
    suicide,
    joint,
    setting,
    mha,
    mca,
    looked,
    regulated,
    event,
    adverse,
    columns
};
enum Outcome { required = 1, consider = 2, partnership = 4, none = 8 };
enum : std::uint8_t { yes = 0, no = 1, open = 100, tied = 101 };

using Answers = std::uint8_t[columns];

inline bool impossible(const Answers& a) {
    return (a[suicide] == yes && a[died] == no) || (a[harmed_age] >= 18 && a[age] < 18);
}

inline Outcome outcome(const Answers& a) {
    const bool child = a[born] == yes && a[age] < 18;
    const bool child_harmed = a[born] == yes && a[harmed_age] < 18 && a[harmed] == yes;
    const bool abused = a[abuse] != 2;
    const bool death = child && a[died] == yes;
    const bool always =
        a[setting] != 0 || a[mha] == yes || (a[mca] == yes && a[age] >= 16 && a[age] < 18);
    if ((death && abused) || (child_harmed && abused && a[joint] != 3) || (death && always))
        return required;
    if ((death || child_harmed) && (abused || a[joint] == 0 || a[suicide] == yes)) return consider;
    if (death && a[mca] == yes) return consider;
    if (a[joint] <= 1 && (a[event] == yes || a[adverse] == yes)) return partnership;
    return none;
}

inline const std::uint8_t* completions(int column) {
    static const std::uint8_t ages[]{15, 17, 18, 255}, abuses[]{0, 2, 255},
        joints[]{0, 1, 2, 3, 255}, settings[]{0, 1, 255}, others[]{yes, no, 255};
    switch (column) {
        case age:
        case harmed_age: return ages;
        case abuse: return abuses;
        case joint: return joints;
        case setting: return settings;
        default: return others;
    }
}

inline unsigned possible(Answers& a, int column, bool tied) {
    while (column < columns && a[column] != open) ++column;
    if (column == columns) {
        if (tied) a[harmed_age] = a[age];
        return impossible(a) ? 0 : outcome(a);
    }
    unsigned set = 0;
    for (const std::uint8_t* c = completions(column); *c != 255; ++c) {
        a[column] = *c;
        set |= possible(a, column + 1, tied);
    }
    a[column] = open;
    return set;
}

/// The answer, `open`, or 255 for a cell that is none.
inline std::uint8_t answer_yes_no(std::size_t size, std::uint8_t blank) {
    switch (size) {
        case 0: return blank;
        case 2: return no;
        case 3: return yes;
        case 7: return open;
        default: return 255;
    }
}

inline std::uint8_t answer(int column, const char* cell, std::size_t size) {
    switch (column) {
        case age:
        case harmed_age:
            if (size == 0) return column == age ? open : tied;
            if (size == 1) return static_cast<std::uint8_t>(cell[0] - '0');
            if (size == 2) return static_cast<std::uint8_t>(10 * (cell[0] - '0') + cell[1] - '0');
            return size == 7 ? open : 255;
        case born: return answer_yes_no(size, yes);
        case abuse:
            if (size == 5) return cell[0] == 'k' ? 0 : 255;
            return size == 9 ? 1 : size == 4 ? 2 : size == 0 || size == 7 ? open : 255;
        case joint:
            if (size == 7) return cell[0] == 'c' ? 0 : 1;
            return size == 0 || size == 15 ? 1 : size == 10 ? 2 : size == 21 ? 3 : 255;
        case setting:
            if (size == 7) return cell[0] == 'c' ? 1 : open;
            return size == 0 || (size == 4 && cell[0] == 'n') ? 0
                   : size == 5 && cell[0] == 'm'              ? 255
                                                              : 1;
        case died:
        case harmed:
        case suicide: return answer_yes_no(size, open);
        default: return answer_yes_no(size, no);
    }
}

inline std::string_view name_of(unsigned set) {
    switch (set) {
        case required: return ",scr_required\n";
        case consider: return ",scr_consider\n";
        case partnership: return ",partnership_case_review\n";
        case none: return ",no_review\n";
        default: return ",undetermined\n";
    }
}

/// The name of a record's outcome with a comma before and a line end behind it, blank for a record
/// that is refused.
inline std::string_view outcome_of(Answers& a) {
    const bool shares = a[harmed_age] == tied;
    if (shares) a[harmed_age] = a[age] == open ? 0 : a[age];
    bool any_open = false;
    for (int i = 0; i < columns; ++i) {
        if (a[i] == 255) return {};
        any_open = any_open || a[i] == open;
    }
    if (!any_open) return impossible(a) ? std::string_view{} : name_of(outcome(a));
    const unsigned set = possible(a, 0, shares && a[age] == open);
    return set == 0 ? std::string_view{} : name_of(set);
}

}  // namespace limit
