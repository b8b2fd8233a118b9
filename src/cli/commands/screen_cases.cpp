#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <span>

#include "cli/commands/casework_io.hpp"
#include "cli/commands/screen.hpp"
#include "cli/context.hpp"
#include "cli/criteria_adoption.hpp"
#include "cli/diagnostics.hpp"
#include "cli/held_output.hpp"
#include "cli/progress.hpp"
#include "cli/rejects.hpp"
#include "cli/stored_screenings.hpp"
#include "scr/casework/examination.hpp"
#include "scr/casework/naming.hpp"
#include "scr/text/strings.hpp"

namespace scr::cli {
namespace {

/// Cases that are screened between two commits, for others who write wait all the while, and bytes
/// that are held until what they tell is committed: a large store has many cases.
constexpr std::size_t most_cases = 10'000;
constexpr std::size_t most_held = std::size_t{64} << 20;
/// Cases that are read before the first of them is screened: whoever reads the store waits for what
/// it has to write, so to read and to write in turns takes longer. Fewer where their facts are
/// long.
constexpr std::size_t most_read = 500;
constexpr std::size_t most_read_bytes = std::size_t{4} << 20;

/// Screens cases one by one; a case that cannot be screened does not keep the others from it.
class Run {
    using Clocks = std::vector<casework::Clock>;
    struct Read {
        record::Case child;
        std::optional<record::ScreeningRecord>
            newest;  ///< its newest screening, where one is stored
    };

 public:
    /// `stores`: what is screened is recorded, and so `store` is open for it.
    Run(const ScreenOptions& options, Context& context, casework::Store& store,
        casework::CriteriaPointer named, bool stores)
        : options_(options),
          context_(context),
          store_(store),
          named_(std::move(named)),
          stores_(stores),
          back_(looking_back(options, context)),
          batch_(store, context.act("screen")),
          log_(batch_, SCR_VERSION),
          held_(context.out()),
          printer_(make_stored_printer(context, held_.out(), options.pending, options.no_header)),
          progress_(context, "cases") {
        if (named_) read_fail_conditions(options.fail_if, named_->criteria);
    }

    int run(const std::vector<std::string>& references) {
        std::size_t done = 0;
        std::size_t committed = 0;
        while (done < references.size()) {
            for (auto& one : read(std::span(references).subspan(done))) {
                screen(std::move(one));
                ++done;
                progress_.at(done,
                             static_cast<double>(done) / static_cast<double>(references.size()));
            }
            // Those that are refused count too.
            if (done - committed < most_cases && held_.size() < most_held) continue;
            commit();
            committed = done;
        }
        commit();
        progress_.erase();
        printer_->finish(refused_);
        held_.release();
        if (options_.pending && refused_ > 0) {
            context_.notice(text::counted(refused_, "case") + " could not be screened");
        }
        for (const auto& warning : warnings_) context_.warn(warning);
        return status_;
    }

 private:
    /// The first of these: one where nothing is stored, for then others may change it meanwhile.
    std::vector<Read> read(std::span<const std::string> references) {
        if (!stores_) return {{store_.case_of(references.front()).value(), std::nullopt}};
        // Begun before a case is read: one transaction for all that its screening reads and writes,
        // and nobody changes the facts in between.
        batch_.change();
        std::vector<Read> cases;
        std::size_t bytes = 0;
        for (const auto& reference : references.first(std::min(most_read, references.size()))) {
            cases.push_back({store_.case_of(reference).value(), log_.newest(reference)});
            bytes += cases.back().child.facts.facts_json.size();
            if (bytes >= most_read_bytes) break;
        }
        return cases;
    }

    void screen(Read read) {
        const record::Case& newest = read.child;
        const auto known = casework::as_known(store_, newest, back_);
        if (const auto* refusal = std::get_if<casework::ChoiceRefusal>(&known)) {
            return refuse(not_screened(newest.reference, *refusal));
        }
        const auto& child = std::get<record::Case>(known);
        auto choice = casework::criteria_for(store_, context_.criteria_library(), named_, child,
                                             back_.in_force_on);
        if (const auto* refusal = std::get_if<casework::ChoiceRefusal>(&choice)) {
            return refuse(not_screened(child.reference, *refusal));
        }
        const auto& [criteria, warning] = std::get<casework::CaseCriteria>(choice);
        if (!warning.empty()) warnings_.insert(warning);
        const bool adopted = is_adopted(*criteria);
        if (stores_ && !adopted) return refuse(not_recorded(*criteria), child.reference);
        printer_->expect(criteria->criteria);
        auto screened = casework::screen_case(child, examiner_of(criteria));
        if (const auto* rejected = std::get_if<casework::RejectedRecord>(&screened)) {
            return refuse(not_screened(child.reference, *rejected));
        }
        auto& screening = std::get<casework::CaseScreening>(screened);
        note_condition(screening);
        if (stores_) log_.add(screening, std::move(read.newest));
        // The clocks run today, whatever is looked back at.
        const bool with_clocks = printer_->wants_details() && !back_.any();
        const auto clocks = with_clocks ? clocks_of(screening) : Clocks{};
        std::optional<criteria::Explanation> explanation;
        if (options_.explain && printer_->wants_details())
            explanation = criteria::explain(examiner_of(criteria).screener(), screening.screening);
        printer_->add({screening, clocks, explanation ? &*explanation : nullptr, !adopted,
                       back_.any() ? &back_ : nullptr, newest.facts.number});
    }

    /// Cases with the same answers are worked out once.
    casework::RecordExaminer& examiner_of(const casework::CriteriaPointer& criteria) {
        auto& examiner = examiners_[criteria->digest];
        if (!examiner) {
            examiner.emplace(criteria, options_.blanks(),
                             casework::RecordExaminer::Keeps{.screening = true}, SCR_VERSION);
        }
        return *examiner;
    }

    /// Asked once a text.
    bool is_adopted(const casework::LoadedCriteria& criteria) {
        const auto known = adopted_.find(criteria.digest);
        if (known != adopted_.end()) return known->second;
        const auto standing =
            casework::adoption_standing(&store_, context_.criteria_library(), criteria);
        return adopted_[criteria.digest] = standing.adopted();
    }

    void refuse(const Failure& failure, const std::string& reference) {
        refuse(Failure(failure.kind(), fmt::format("{}: {}", reference, failure.what()),
                       failure.where(), failure.note(), failure.help()));
    }

    void refuse(const Failure& failure) {
        ++refused_;
        progress_.erase();
        print_block(context_.err(), render(failure));
        status_ = std::max(status_, exit_status(failure));
    }

    void note_condition(const casework::CaseScreening& screening) {
        if (options_.fail_if.empty()) return;
        OutcomeCounts counts(screening.criteria->criteria);
        counts.add(screening.screening);
        const auto conditions =
            read_fail_conditions(options_.fail_if, screening.criteria->criteria);
        if (any_holds(conditions, counts)) status_ = std::max(status_, 1);
    }

    /// What is printed is in the store.
    void commit() {
        batch_.commit();
        progress_.erase();
        held_.release();
    }

    Clocks clocks_of(const casework::CaseScreening& screening) {
        const auto& criteria = screening.criteria;
        return casework::clocks(criteria->criteria,
                                examiner_of(criteria).screener().deadlines(screening.screening),
                                casework::steps_of(store_, screening.child, criteria->criteria),
                                context_.today(), context_.calendar());
    }

    const ScreenOptions& options_;
    Context& context_;
    casework::Store& store_;
    casework::CriteriaPointer named_;
    bool stores_;
    casework::LookingBack back_;
    std::map<std::string, bool> adopted_;  ///< by digest
    casework::Batch batch_;
    casework::ScreeningLog log_;
    HeldOutput held_;
    std::unique_ptr<StoredPrinter> printer_;
    Progress progress_;
    std::map<std::string, std::optional<casework::RecordExaminer>> examiners_;  ///< by digest
    std::set<std::string> warnings_;
    std::size_t refused_ = 0;
    int status_ = 0;
};

std::vector<std::string> references_of(const ScreenOptions& options, casework::Store& store) {
    if (options.pending) return store.pending();
    std::vector<std::string> references;
    for (const auto& child : casework::cases_named(store, options.cases)) {
        references.push_back(child.reference);
    }
    return references;
}

}  // namespace

int run_screen_cases(const ScreenOptions& options, Context& context) {
    const auto named = context.criteria_named();
    const bool trial = named && is_trial(context, *named);
    if (trial && options.pending) throw not_recorded(*named);
    const bool stores = !trial && !looking_back(options, context).any();
    // A store is not made for a case that cannot be in it.
    auto& store = context.has_store() && stores
                      ? context.store_for_writing({.planned = options.from.batch.planned})
                      : context.store_or_empty();
    const auto references = references_of(options, store);
    context.print_as_of();
    const int status = Run(options, context, store, named, stores).run(references);
    if (trial) say_trial(context, *named);
    if (stores) {
        notice_dry_run(context);
    } else if (!trial) {
        context.notice("nothing was stored");
    }
    return status;
}

}  // namespace scr::cli
