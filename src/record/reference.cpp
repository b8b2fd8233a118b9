#include "scr/record/reference.hpp"

#include <fmt/compile.h>

#include <algorithm>

namespace scr::record {
namespace {

using Kind = Reference::Kind;

std::optional<Kind> kind_of_letter(char letter) {
    switch (letter) {
        case 'N':
        case 'n': return Kind::notification;
        case 'R':
        case 'r': return Kind::review;
        case 'P':
        case 'p': return Kind::publication;
        case 'L':
        case 'l': return Kind::lesson;
        default: return std::nullopt;
    }
}

char letter_of(Kind kind) {
    switch (kind) {
        case Kind::notification:
        case Kind::case_:
        case Kind::screening: return 'N';
        case Kind::review: return 'R';
        case Kind::publication: return 'P';
        case Kind::lesson: return 'L';
    }
    return '?';
}

/// Takes a number from the front of `text`: from 1, at least `width` digits, no zeros before more.
std::optional<int> take_number(std::string_view& text, std::size_t width) {
    constexpr std::size_t most_digits = 9;  // what an int always holds
    const std::size_t length = std::min(text.find_first_not_of("0123456789"), text.size());
    if (length < width || length > most_digits) return std::nullopt;
    if (length > width && text.front() == '0') return std::nullopt;
    int number = 0;
    for (const char c : text.substr(0, length)) number = number * 10 + (c - '0');
    text.remove_prefix(length);
    return number > 0 ? std::optional(number) : std::nullopt;
}

bool take(std::string_view& text, char expected) {
    if (text.empty() || text.front() != expected) return false;
    text.remove_prefix(1);
    return true;
}

/// Takes `/2` or `/2@3`, which only a notification may have behind it.
bool take_child(std::string_view& text, Reference& reference) {
    if (!take(text, '/')) return true;
    const auto child = take_number(text, 1);
    if (reference.kind != Kind::notification || !child) return false;
    reference.kind = Kind::case_;
    reference.child = *child;
    if (!take(text, '@')) return true;
    const auto screening = take_number(text, 1);
    if (!screening) return false;
    reference.kind = Kind::screening;
    reference.screening = *screening;
    return true;
}

}  // namespace

std::optional<Reference> parse_reference(std::string_view text) {
    if (text.size() < 2 || text[1] != '-') return std::nullopt;
    const auto kind = kind_of_letter(text[0]);
    text.remove_prefix(2);
    const auto year = take_number(text, 4);
    if (!kind || !year || *year > 9999 || !take(text, '-')) return std::nullopt;
    const auto number = take_number(text, 4);
    if (!number) return std::nullopt;
    Reference reference{*kind, *year, *number};
    if (!take_child(text, reference) || !text.empty()) return std::nullopt;
    return reference;
}

std::string to_text(const Reference& reference) {
    std::string text = fmt::format(FMT_COMPILE("{}-{:04}-{:04}"), letter_of(reference.kind),
                                   reference.year, reference.number);
    if (reference.child > 0) text += fmt::format(FMT_COMPILE("/{}"), reference.child);
    if (reference.screening > 0) text += fmt::format(FMT_COMPILE("@{}"), reference.screening);
    return text;
}

}  // namespace scr::record
