#include "scr/publication/leak_check.hpp"

#include <algorithm>

#include "leak_keys.hpp"
#include "leak_view.hpp"
#include "scr/text/fold.hpp"

namespace scr::publication {

namespace {

constexpr std::size_t context_length = 20;
constexpr std::string_view mask = "[…]";

/// Characters `begin` up to `end` of a view, found by the key of needle number `needle`.
struct Hit {
    std::size_t needle;
    std::size_t begin;
    std::size_t end;
};

struct KeyedNeedle {
    const Needle* needle;
    std::vector<Key> keys;
};

bool is_digit(char32_t character) {
    return character >= U'0' && character <= U'9';
}

bool digits_meet(std::u32string_view text, std::size_t at) {
    return at > 0 && at < text.size() && is_digit(text[at - 1]) && is_digit(text[at]);
}

bool within_boundary(std::u32string_view text, const Hit& hit, Boundary boundary) {
    switch (boundary) {
        case Boundary::none: return true;
        case Boundary::word: return is_edge(text, hit.begin) && is_edge(text, hit.end);
        case Boundary::number: return !digits_meet(text, hit.begin) && !digits_meet(text, hit.end);
    }
    return true;
}

/// Every place of every key, overlapping ones too: the mask must cover them all.
std::vector<Hit> hits_in(const View& view, const std::vector<KeyedNeedle>& needles) {
    std::vector<Hit> hits;
    for (std::size_t number = 0; number < needles.size(); ++number) {
        for (const Key& key : needles[number].keys) {
            for (auto at = view.text.find(key.text); at != std::u32string::npos;
                 at = view.text.find(key.text, at + 1)) {
                const Hit hit{number, at, at + key.text.size()};
                if (within_boundary(view.text, hit, key.boundary)) hits.push_back(hit);
            }
        }
    }
    std::ranges::stable_sort(hits, {}, &Hit::begin);
    return hits;
}

/// Which characters of the view may not be shown: each hit and the rest of the words it stands in,
/// so that what is left of a word neither tells nor forms another needle.
std::vector<bool> masked_characters(const View& view, const std::vector<Hit>& hits) {
    std::vector<bool> masked(view.text.size(), false);
    for (const Hit& hit : hits) {
        std::size_t begin = hit.begin;
        std::size_t end = hit.end;
        while (!is_edge(view.text, begin)) --begin;
        while (!is_edge(view.text, end)) ++end;
        std::fill(masked.begin() + static_cast<std::ptrdiff_t>(begin),
                  masked.begin() + static_cast<std::ptrdiff_t>(end), true);
    }
    return masked;
}

/// The words around `hit`, from the source, in its own letter case. Cut between words only: half a
/// word could read as a name.
std::string context_of(const Hit& hit, std::string_view source, const View& view,
                       const std::vector<bool>& masked) {
    std::size_t begin = hit.begin - std::min(hit.begin, context_length);
    std::size_t end = std::min(view.text.size(), hit.end + context_length);
    while (begin < hit.begin && !is_edge(view.text, begin)) ++begin;
    while (end > hit.end && !is_edge(view.text, end)) --end;
    if (begin < hit.begin && view.text[begin] == U' ') ++begin;
    if (end > hit.end && view.text[end - 1] == U' ') --end;
    std::string context;
    for (std::size_t i = begin; i < end; ++i) {
        if (masked[i]) {
            if (i == begin || !masked[i - 1]) context += mask;
        } else if (view.text[i] == U' ') {
            context += ' ';
        } else {
            const auto offset = view.offsets[i];
            context += source.substr(offset, text::code_point_at(source, offset).size);
        }
    }
    return context;
}

/// Needles with their keys; the same identity of the same case is looked for once.
std::vector<KeyedNeedle> keyed(const std::vector<Needle>& needles) {
    std::vector<KeyedNeedle> result;
    for (const Needle& needle : needles) {
        const bool known = std::ranges::any_of(result, [&needle](const KeyedNeedle& other) {
            return other.needle->identity == needle.identity &&
                   other.needle->case_reference == needle.case_reference;
        });
        if (!known) result.push_back({&needle, keys_of(needle.identity)});
    }
    return result;
}

/// The lines in which each needle was found: the same words come again as a joined paragraph.
class LinesFound {
 public:
    explicit LinesFound(std::size_t needles) : lines_(needles) {}

    bool covers(std::size_t needle, const Segment& segment) const {
        return segment.first_line > 0 && std::ranges::any_of(lines_[needle], [&segment](int line) {
                   return line >= segment.first_line && line <= segment.last_line;
               });
    }

    void add(std::size_t needle, const Segment& segment) {
        if (segment.first_line > 0 && segment.first_line == segment.last_line) {
            lines_[needle].push_back(segment.first_line);
        }
    }

 private:
    std::vector<std::vector<int>> lines_;
};

}  // namespace

std::vector<LeakFinding> find_leaks(const std::vector<Segment>& segments,
                                    const std::vector<Needle>& needles) {
    const auto all = keyed(needles);
    std::vector<LeakFinding> findings;
    LinesFound lines_found(all.size());
    for (const Segment& segment : segments) {
        const View view = view_of(segment.text);
        const auto hits = hits_in(view, all);
        if (hits.empty()) continue;
        const auto masked = masked_characters(view, hits);
        std::vector<bool> told(all.size(), false);
        for (const Hit& hit : hits) {
            if (told[hit.needle] || lines_found.covers(hit.needle, segment)) continue;
            told[hit.needle] = true;
            lines_found.add(hit.needle, segment);
            const Needle& needle = *all[hit.needle].needle;
            findings.push_back({label_of(needle.identity), needle.case_reference, segment.where,
                                context_of(hit, segment.text, view, masked)});
        }
    }
    return findings;
}

}  // namespace scr::publication
