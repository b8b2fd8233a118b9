#include "scr/casework/replay.hpp"

#include <map>

#include "scr/casework/recall.hpp"
#include "scr/failure.hpp"
#include "scr/text/strings.hpp"

namespace scr::casework {
namespace {

constexpr std::size_t most_findings = 1000;

class Replayer {
 public:
    Replayer(Store& store, CriteriaLibrary& library) : store_(store), library_(library) {}

    ReplayReport run(const std::function<void(std::size_t)>& progress) {
        store_.each_case([&](const record::Case& child) {
            look_at(child);
            progress(report_.screenings);
        });
        return std::move(report_);
    }

 private:
    void look_at(const record::Case& child) {
        try {
            const auto screenings = store_.screenings_of(child.reference);
            if (screenings.empty()) return;
            const auto versions = store_.facts_of(child.reference);
            for (const auto& screening : screenings) {
                ++report_.screenings;
                if (!screening.decisive) note_without_receipt(screening.reference);
                const auto problems = recall(child, versions, screening,
                                             text_of(screening.criteria_digest), screeners_)
                                          .problems;
                if (!problems.empty()) find(screening.reference, text::join(problems, "; "));
            }
        } catch (const Failure& failure) {
            if (failure.kind() != FailureKind::store) throw;
            find(child.reference, "its screenings cannot be read");
        }
    }

    void note_without_receipt(const std::string& reference) {
        ++report_.without_receipt;
        if (report_.unreceipted.size() < most_findings) report_.unreceipted.push_back(reference);
    }

    void find(const std::string& reference, std::string problem) {
        ++report_.differing;
        if (report_.findings.size() < most_findings) {
            report_.findings.push_back({reference, std::move(problem)});
        }
    }

    const RecalledText& text_of(const std::string& digest) {
        const auto known = texts_.find(digest);
        return known != texts_.end() ? known->second
                                     : texts_[digest] = recall_text(store_, library_, digest);
    }

    Store& store_;
    CriteriaLibrary& library_;
    Screeners screeners_;
    std::map<std::string, RecalledText> texts_;  ///< by the digest that screenings name
    ReplayReport report_;
};

}  // namespace

ReplayReport replay(Store& store, CriteriaLibrary& library,
                    const std::function<void(std::size_t)>& progress) {
    return Replayer(store, library).run(progress);
}

}  // namespace scr::casework
