#include "text/code_points.hpp"

#include <algorithm>
#include <span>

namespace scr::text {
namespace {

struct Range {
    char32_t first;
    char32_t last;
};

// Unicode 14: the blocks of combining marks, the marks of Hebrew and Arabic, what has no width.
constexpr Range no_column[] = {
    {0x0300, 0x036f},  {0x0483, 0x0489}, {0x0591, 0x05bd}, {0x05bf, 0x05bf}, {0x05c1, 0x05c2},
    {0x05c4, 0x05c5},  {0x05c7, 0x05c7}, {0x0610, 0x061a}, {0x064b, 0x065f}, {0x0670, 0x0670},
    {0x06d6, 0x06dc},  {0x06df, 0x06e4}, {0x06e7, 0x06e8}, {0x06ea, 0x06ed}, {0x0711, 0x0711},
    {0x1ab0, 0x1ace},  {0x1dc0, 0x1dff}, {0x200b, 0x200d}, {0x2060, 0x2060}, {0x20d0, 0x20f0},
    {0x302a, 0x302d},  {0x3099, 0x309a}, {0xfe00, 0xfe0f}, {0xfe20, 0xfe2f}, {0xfeff, 0xfeff},
    {0xe0100, 0xe01ef}};

// The blocks of wide characters (UAX 11, classes W and F) and of pictographs.
constexpr Range two_columns[] = {
    {0x1100, 0x115f},   {0x2e80, 0x303e},   {0x3041, 0x33ff},   {0x3400, 0x4dbf},
    {0x4e00, 0xa4cf},   {0xa960, 0xa97c},   {0xac00, 0xd7a3},   {0xf900, 0xfaff},
    {0xfe30, 0xfe6b},   {0xff01, 0xff60},   {0xffe0, 0xffe6},   {0x1f300, 0x1f320},
    {0x1f32d, 0x1f335}, {0x1f337, 0x1f37c}, {0x1f400, 0x1f43e}, {0x1f442, 0x1f4fc},
    {0x1f5fb, 0x1f64f}, {0x1f90c, 0x1f9ff}, {0x20000, 0x2fffd}, {0x30000, 0x3fffd}};

// C0 and DEL with C1, the Arabic letter mark, direction marks, separators and embeddings, isolates.
constexpr Range unsafe_to_show[] = {{0x0000, 0x001f}, {0x007f, 0x009f}, {0x061c, 0x061c},
                                    {0x200e, 0x200f}, {0x2028, 0x202e}, {0x2066, 0x2069}};

/// INVARIANT: `ranges` ascend and do not overlap.
bool holds(std::span<const Range> ranges, char32_t code_point) {
    const auto after = std::upper_bound(ranges.begin(), ranges.end(), code_point,
                                        [](char32_t c, const Range& r) { return c < r.first; });
    return after != ranges.begin() && code_point <= (after - 1)->last;
}

}  // namespace

bool is_unsafe_to_show(char32_t code_point) {
    return holds(unsafe_to_show, code_point);
}

std::size_t columns_of(char32_t code_point) {
    if (code_point < 0x0300) return 1;
    if (holds(no_column, code_point)) return 0;
    return holds(two_columns, code_point) ? 2 : 1;
}

}  // namespace scr::text
