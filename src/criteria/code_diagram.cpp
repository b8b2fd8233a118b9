#include "criteria/code_diagram.hpp"

#include <stdexcept>

namespace scr::criteria {

CodeDiagram::CodeDiagram(const NumberedDiagram& diagram, const Levels& levels,
                         const std::vector<FactCodes>& codes) {
    std::vector<std::uint32_t> places;
    for (std::size_t i = 0; i < diagram.terminals.size(); ++i)
        places.push_back(terminal + static_cast<std::uint32_t>(i));
    std::size_t size = 0;
    for (const NumberedNode& node : diagram.nodes) {
        const std::size_t fact = levels.fact(node.level);
        if (size >= terminal >> fact_bits) throw std::length_error("too many edges");
        places.push_back(static_cast<std::uint32_t>(size << fact_bits | fact));
        size += codes[fact].count();
    }
    next_.reserve(size);
    for (const NumberedNode& node : diagram.nodes) {
        const FactCodes& about = codes[levels.fact(node.level)];
        for (std::size_t code = 0; code < about.count(); ++code)
            next_.push_back(places[node.edges[about.edge(static_cast<Code>(code))]]);
    }
    root_ = places[diagram.root];
}

}  // namespace scr::criteria
