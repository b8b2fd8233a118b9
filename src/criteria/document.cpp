#include "scr/criteria/document.hpp"

#include <algorithm>

namespace scr::criteria {

Span Text::span(std::size_t from, std::size_t to) const {
    to = std::min(to, value.size());
    from = std::min(from, to);
    if (places.empty()) return {begin + from, begin + to};
    return {places[from], places[to]};
}

}  // namespace scr::criteria
