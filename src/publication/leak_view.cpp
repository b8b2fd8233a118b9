#include "leak_view.hpp"

#include <algorithm>
#include <array>

#include "scr/text/fold.hpp"

namespace scr::publication {

namespace {

struct Span {
    char32_t first;
    char32_t last;
};

template <std::size_t size>
bool in_any(const std::array<Span, size>& spans, char32_t point) {
    return std::ranges::any_of(
        spans, [point](const Span& span) { return point >= span.first && point <= span.last; });
}

constexpr auto white_space = std::to_array<Span>({{0x09, 0x0D},
                                                  {0x20, 0x20},
                                                  {0x85, 0x85},
                                                  {0xA0, 0xA0},
                                                  {0x1680, 0x1680},
                                                  {0x2000, 0x200A},
                                                  {0x2028, 0x2029},
                                                  {0x202F, 0x202F},
                                                  {0x205F, 0x205F},
                                                  {0x3000, 0x3000}});
/// Soft hyphen, joiners, direction marks, byte-order mark: a reader does not see them.
constexpr auto invisible = std::to_array<Span>({{0xAD, 0xAD},
                                                {0x34F, 0x34F},
                                                {0x61C, 0x61C},
                                                {0x180E, 0x180E},
                                                {0x200B, 0x200F},
                                                {0x202A, 0x202E},
                                                {0x2060, 0x206F},
                                                {0xFE00, 0xFE0F},
                                                {0xFEFF, 0xFEFF}});
constexpr auto apostrophes = std::to_array<Span>({{0x60, 0x60},
                                                  {0xB4, 0xB4},
                                                  {0x2B9, 0x2B9},
                                                  {0x2BB, 0x2BD},
                                                  {0x2018, 0x201B},
                                                  {0x2032, 0x2032}});
constexpr auto hyphens = std::to_array<Span>({{0x2010, 0x2015}, {0x2212, 0x2212}});
/// Signs above ASCII that are no part of a word. What is not listed counts as a letter.
constexpr auto signs = std::to_array<Span>({{0x80, 0xA9},
                                            {0xAB, 0xB4},
                                            {0xB6, 0xB9},
                                            {0xBB, 0xBF},
                                            {0xD7, 0xD7},
                                            {0xF7, 0xF7},
                                            {0x2000, 0x206F},
                                            {0x20A0, 0x20CF},
                                            {0x2190, 0x2BFF},
                                            {0x2E00, 0x2E7F},
                                            {0x3000, 0x303F},
                                            {0xFFFD, 0xFFFD},
                                            {0x1F000, 0x1FAFF}});

char32_t plain(char32_t point) {
    if (in_any(apostrophes, point)) return U'\'';
    if (in_any(hyphens, point)) return U'-';
    return text::fold_case(point);
}

}  // namespace

View view_of(std::string_view source) {
    View view;
    view.text.reserve(source.size());
    view.offsets.reserve(source.size() + 1);
    const auto add = [&view](char32_t character, std::size_t offset) {
        view.text.push_back(character);
        view.offsets.push_back(offset);
    };
    for (std::size_t at = 0; at < source.size();) {
        const auto point = text::code_point_at(source, at);
        if (in_any(white_space, point.value)) {
            if (view.text.empty() || view.text.back() != U' ') add(U' ', at);
        } else if (!in_any(invisible, point.value)) {
            add(plain(point.value), at);
        }
        at += point.size;
    }
    view.offsets.push_back(source.size());
    return view;
}

bool is_word(char32_t character) {
    if (character < 0x80) {
        return (character >= U'a' && character <= U'z') ||
               (character >= U'0' && character <= U'9') || (character >= U'A' && character <= U'Z');
    }
    return !in_any(signs, character);
}

bool is_edge(std::u32string_view text, std::size_t at) {
    return at == 0 || at >= text.size() || !is_word(text[at - 1]) || !is_word(text[at]);
}

}  // namespace scr::publication
