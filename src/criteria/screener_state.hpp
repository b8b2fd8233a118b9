#pragma once

#include "criteria/diagrams.hpp"
#include "scr/criteria/screening.hpp"

namespace scr::criteria {

struct Screener::State {
    explicit State(const Criteria& c) : criteria(c), diagrams(c) {}
    const Criteria& criteria;
    Diagrams diagrams;
};

}  // namespace scr::criteria
