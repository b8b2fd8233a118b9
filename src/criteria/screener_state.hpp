#pragma once

#include "criteria/diagrams.hpp"
#include "criteria/forcing.hpp"
#include "scr/criteria/screening.hpp"

namespace scr::criteria {

struct Screener::State {
    explicit State(const Criteria& c) : criteria(c), diagrams(c) {}
    const Criteria& criteria;
    Diagrams diagrams;
    ForcingMemory forcing;
};

}  // namespace scr::criteria
