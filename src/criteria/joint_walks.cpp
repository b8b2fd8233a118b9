#include "criteria/joint_walks.hpp"

namespace scr::criteria {
namespace {

constexpr std::size_t most_nodes = 20'000;
constexpr std::size_t bits_of_a_set = 64;
/// Where a walk is about criteria alone, this says of its terminals that they are no contradiction.
constexpr Possible consistent_bit = 1;

class Builder {
 public:
    Builder(const Criteria& criteria, Diagrams& diagrams, const std::vector<FactCodes>& codes)
        : criteria_(criteria), diagrams_(diagrams), codes_(codes) {}

    std::vector<JointWalk> build() {
        for (std::size_t i = 0; i < criteria_.determinations.size(); ++i) {
            begin(diagrams_.outcome_root(i), criteria_.determinations[i].outcomes.size());
            determination_ = i;
            add_criteria_of(i);
            end();
        }
        return std::move(walks_);
    }

 private:
    void begin(NodeId root, std::size_t first_criterion) {
        root_ = root;
        first_criterion_ = first_criterion;
        determination_.reset();
        members_.clear();
    }

    void add_criteria_of(std::size_t determination) {
        for (std::size_t i = 0; i < criteria_.criteria.size(); ++i) {
            if (criteria_.criteria[i].determination != determination || join(i)) continue;
            end();
            begin(diagrams_.everywhere(consistent_bit), 1);
            join(i);
        }
    }

    /// False where the criterion would make the walk too large. The first always joins.
    bool join(std::size_t criterion) {
        const std::size_t bit = first_criterion_ + members_.size();
        if (bit == bits_of_a_set) return false;
        const NodeId joined = diagrams_.join_criterion(root_, criterion, Possible{1} << bit);
        const bool alone = members_.empty() && !determination_;
        if (!alone && diagrams_.outcomes().size(joined) > most_nodes) return false;
        root_ = joined;
        members_.push_back(criterion);
        return true;
    }

    void end() {
        const NumberedDiagram numbered = number_diagram(diagrams_.outcomes(), root_);
        walks_.push_back({CodeDiagram(numbered, diagrams_.levels(), codes_), numbered.terminals,
                          determination_, first_criterion_, members_});
    }

    const Criteria& criteria_;
    Diagrams& diagrams_;
    const std::vector<FactCodes>& codes_;
    std::vector<JointWalk> walks_;
    // The walk under way.
    NodeId root_ = 0;
    std::size_t first_criterion_ = 0;
    std::optional<std::size_t> determination_;
    std::vector<std::size_t> members_;
};

}  // namespace

std::vector<JointWalk> joint_walks(const Criteria& criteria, Diagrams& diagrams,
                                   const std::vector<FactCodes>& codes) {
    return Builder(criteria, diagrams, codes).build();
}

}  // namespace scr::criteria
