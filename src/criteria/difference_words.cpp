#include "criteria/difference_words.hpp"

#include <algorithm>

namespace scr::criteria {
namespace {

/// Finds the wording of one box.
class Wordsmith {
 public:
    Wordsmith(const Box& box, Cover& cover)
        : box_(box), cover_(cover), whole_set_(cover.diagram(box)), said_(box) {
        named_ = cover.diagram(cover.whole());
    }

    /// Takes the condition that saves most; false when none saves enough.
    bool take_best(const std::vector<NamedSet>& sets) {
        const NamedSet* best = nullptr;
        bool best_holds = true;
        Box best_said;
        std::size_t most_saved = 0;
        for (const NamedSet& candidate : sets) {
            for (const bool holds : {true, false}) {
                const NodeId set = holds ? candidate.set : candidate.opposite;
                if (cover_.both(whole_set_, set) != whole_set_) continue;
                Box left = said_without_needless(cover_.both(named_, set));
                const std::size_t saved = spoken(said_) - spoken(left);
                // "Not so:" reads worse than one answer.
                if (saved < (holds ? 1U : 2U) || saved <= most_saved) continue;
                best = &candidate;
                best_holds = holds;
                best_said = std::move(left);
                most_saved = saved;
            }
        }
        if (best == nullptr) return false;
        conditions_.push_back(best->part);
        conditions_.back().holds = best_holds;
        named_ = cover_.both(named_, best_holds ? best->set : best->opposite);
        said_ = std::move(best_said);
        return true;
    }

    Wording wording() {
        const auto place = [](const ConditionPart& part) {
            return std::pair{part.side, part.condition};
        };
        std::sort(conditions_.begin(), conditions_.end(),
                  [&](const auto& a, const auto& b) { return place(a) < place(b); });
        Wording wording{conditions_, {}};
        for (std::size_t level = 0; level < said_.size(); ++level) {
            if (is_said(said_, level)) wording.levels.push_back(level);
        }
        return wording;
    }

 private:
    bool is_said(const Box& said, std::size_t level) const {
        return said[level] != cover_.whole()[level];
    }

    std::size_t spoken(const Box& said) const {
        std::size_t levels = 0;
        for (std::size_t level = 0; level < said.size(); ++level) levels += is_said(said, level);
        return levels;
    }

    /// The restrictions still needed beside the set `named`.
    Box said_without_needless(NodeId named) {
        Box said = said_;
        for (std::size_t level = 0; level < said.size(); ++level) {
            if (!is_said(said, level)) continue;
            said[level] = cover_.whole()[level];
            if (cover_.both(named, cover_.diagram(said)) != whole_set_) said[level] = box_[level];
        }
        return said;
    }

    const Box& box_;
    Cover& cover_;
    NodeId whole_set_;
    NodeId named_ = 0;  ///< what the conditions taken say together
    Box said_;          ///< the restrictions still said
    std::vector<ConditionPart> conditions_;
};

}  // namespace

Wording widened(Wording wording, const Box& box, const std::vector<NamedSet>& sets, NodeId allowed,
                Cover& cover) {
    NodeId named = cover.diagram(cover.whole());
    for (const auto& part : wording.conditions) {
        const auto set = std::find_if(sets.begin(), sets.end(), [&](const NamedSet& candidate) {
            return candidate.part.side == part.side && candidate.part.condition == part.condition;
        });
        named = cover.both(named, part.holds ? set->set : set->opposite);
    }
    Box said = cover.whole();
    for (const std::size_t level : wording.levels) said[level] = box[level];
    std::erase_if(wording.levels, [&](std::size_t level) {
        said[level] = cover.whole()[level];
        const NodeId wider = cover.both(named, cover.diagram(said));
        if (cover.count(cover.without(wider, allowed)) == 0) return true;
        said[level] = box[level];
        return false;
    });
    return wording;
}

Wording wording_of(const Box& box, const std::vector<NamedSet>& sets, Cover& cover) {
    Wordsmith wordsmith(box, cover);
    while (wordsmith.take_best(sets)) {
    }
    return wordsmith.wording();
}

}  // namespace scr::criteria
