#include "criteria/telling.hpp"

#include <algorithm>
#include <map>
#include <numeric>

namespace scr::criteria {
namespace {

/// By result: the share of all records that have it. What is possible together is one result.
using Shares = std::vector<double>;

class Doubt {
 public:
    explicit Doubt(const Remainder& remainder)
        : forest_(remainder.forest()), levels_(remainder.levels()), root_(remainder.root()) {
        if (Forest::is_terminal(root_)) return;
        number_results();
        reach();
        share();
    }

    std::vector<double> by_level() {
        std::vector<double> doubts;
        std::vector<std::vector<Shares>> answered(levels_.count());
        if (Forest::is_terminal(root_)) return std::vector<double>(levels_.count());
        for (std::size_t level = 0; level < levels_.count(); ++level) {
            answered[level].assign(levels_.class_count(level), below(root_));
        }
        // A record that passes a node goes to one of its answers, not to their average.
        for (NodeId id = 0; id <= root_; ++id) {
            if (reached_[id] > 0) part(id, answered[forest_.level(id)]);
        }
        for (const auto& shares : answered) doubts.push_back(doubt(shares));
        return doubts;
    }

 private:
    void number_results() {
        for (NodeId id = 0; id <= root_; ++id) {
            for (const NodeId next : forest_.edges(id)) {
                if (!Forest::is_terminal(next) || forest_.possible(next) == 0) continue;
                results_.emplace(forest_.possible(next), results_.size());
            }
        }
    }

    /// A node is made after those below it: downwards, and afterwards upwards.
    void reach() {
        reached_.assign(root_ + 1, 0);
        reached_[root_] = 1;
        for (NodeId id = root_ + 1; id-- > 0;) {
            const auto next = forest_.edges(id);
            for (const NodeId below : next) {
                if (!Forest::is_terminal(below)) {
                    reached_[below] += reached_[id] / static_cast<double>(next.size());
                }
            }
        }
    }

    void share() {
        shares_.assign((root_ + 1) * results_.size(), 0);
        for (NodeId id = 0; id <= root_; ++id) {
            const auto next = forest_.edges(id);
            for (const NodeId child : next) {
                add(below(child), 1 / static_cast<double>(next.size()),
                    std::span(shares_).subspan(id * results_.size(), results_.size()));
            }
        }
    }

    Shares below(NodeId id) const {
        Shares shares(results_.size());
        if (!Forest::is_terminal(id)) {
            std::copy_n(shares_.begin() + static_cast<std::ptrdiff_t>(id * shares.size()),
                        shares.size(), shares.begin());
        } else if (const auto result = results_.find(forest_.possible(id));
                   result != results_.end()) {
            shares[result->second] = 1;
        }
        return shares;
    }

    static void add(const Shares& shares, double weight, std::span<double> sum) {
        for (std::size_t i = 0; i < shares.size(); ++i) sum[i] += weight * shares[i];
    }

    void part(NodeId id, std::vector<Shares>& answered) const {
        const Shares average = below(id);
        const auto next = forest_.edges(id);
        for (std::size_t i = 0; i < next.size(); ++i) {
            add(average, -reached_[id], answered[i]);
            add(below(next[i]), reached_[id], answered[i]);
        }
    }

    static double doubt(const std::vector<Shares>& answered) {
        double sum = 0;
        double all = 0;
        for (const Shares& shares : answered) {
            const double total = std::accumulate(shares.begin(), shares.end(), 0.0);
            if (total <= 0) continue;
            double agree = 0;
            for (const double share : shares) agree += share * share;
            sum += total - agree / total;
            all += total;
        }
        return all > 0 ? sum / all : 0;
    }

    const Forest& forest_;
    const Levels& levels_;
    NodeId root_;
    std::map<Possible, std::size_t> results_;
    std::vector<double> reached_;  ///< by node: the share of the records that pass it
    Shares shares_;                ///< by node and result
};

}  // namespace

std::vector<double> doubt_after(const Remainder& remainder) {
    return Doubt(remainder).by_level();
}

}  // namespace scr::criteria
