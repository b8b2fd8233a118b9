// Records of files under every regime that each may fall under.

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "cli/commands/screen.hpp"
#include "cli/context.hpp"
#include "cli/files.hpp"
#include "cli/input_copy.hpp"
#include "cli/regime_rows.hpp"
#include "cli/rejects.hpp"
#include "cli/undated_regimes.hpp"
#include "scr/casework/examine.hpp"
#include "scr/casework/regimes.hpp"
#include "scr/text/strings.hpp"

namespace scr::cli {
namespace {

using casework::IncomingRecord;
using casework::RejectedRecord;

/// One criteria file with its own reading of the inputs. All read the same records in step.
struct Regime {
    casework::CriteriaPointer criteria;
    criteria::Screener screener;
    RecordInput input;
    ReadRecord record;  ///< the one at hand
};

std::vector<std::string> facts_of(const std::vector<casework::CriteriaPointer>& all) {
    std::set<std::string> names;
    for (const auto& file : all) {
        for (const auto& fact : file->criteria.facts) names.insert(fact.id);
    }
    return {names.begin(), names.end()};
}

std::vector<casework::CriteriaPointer> all_rules(Context& context) {
    std::vector<casework::CriteriaPointer> files;
    for (const auto& id : context.criteria_library().ids())
        files.push_back(context.criteria_library().rules_of(id));
    return files;
}

class AllRegimes {
 public:
    AllRegimes(const ScreenOptions& options, Context& context)
        : options_(options),
          context_(context),
          rows_(context),
          files_(all_rules(context)),
          rejects_(context, options.from.batch.rejects, options.from.batch.input, files_) {
        auto input = options.from.batch.input;
        if (std::ranges::count(input.files, "-") == 1)
            input.standard_input = copy_.emplace().path();
        if (!input.map.empty()) input.map_text = read_file(input.map);
        input.facts_elsewhere = facts_of(files_);
        for (const auto& file : files_) {
            heads_.push_back(file->criteria);
            regimes_.push_back(std::make_unique<Regime>(Regime{
                file, criteria::Screener(file->criteria), RecordInput(input, file->criteria), {}}));
        }
    }

    int run() {
        rows_.begin(options_.no_header);
        while (read()) {
            ++records_;
            screen();
        }
        const int written = rejects_.finish();
        rows_.finish();
        regimes_.front()->input.warn_not_met(context_);
        undated_.warn(context_, false);
        const auto refused = text::counted(refused_, "record");
        context_.notice(fmt::format("{} read, {} refused under a regime; nothing was stored",
                                    text::counted(records_, "record"), refused));
        const auto forgiven = static_cast<std::size_t>(options_.from.max_rejects);
        return std::max(written, refused_ > forgiven ? 3 : 0);
    }

 private:
    /// The next record, read under each regime.
    bool read() {
        bool any = false;
        for (const auto& regime : regimes_) any = regime->input.next(name_, regime->record);
        return any;
    }

    static bool answers(const ReadRecord& read) {
        const auto* const record = std::get_if<IncomingRecord>(&read);
        return record == nullptr || casework::answers_any(record->answers);
    }

    void screen() {
        // Dates and references are the same under all, so any that could read the record will do.
        const auto readable = std::ranges::find_if(regimes_, [](const auto& regime) {
            return std::holds_alternative<IncomingRecord>(regime->record);
        });
        if (readable == regimes_.end()) {
            const auto& rejected = std::get<RejectedRecord>(regimes_.front()->record);
            return refuse(*regimes_.front(), rejected, "");
        }
        const auto common = std::get<IncomingRecord>((*readable)->record);
        const auto answered = [&](std::size_t file) { return answers(regimes_[file]->record); };
        const auto name = fmt::format("record {}", records_);
        for (const std::size_t file : casework::regimes_of(common.dates, heads_, answered)) {
            undated_.add(name, common.dates, heads_[file]);
            screen_under(*regimes_[file], common.child);
        }
    }

    void screen_under(Regime& regime, const std::string& child) {
        const auto refuse_here = [&](RejectedRecord rejected) {
            rejected.problem = "under " + regime.criteria->criteria.id + ": " + rejected.problem;
            refuse(regime, rejected, child);
        };
        if (const auto* const rejected = std::get_if<RejectedRecord>(&regime.record))
            return refuse_here(*rejected);
        auto& record = std::get<IncomingRecord>(regime.record);
        const auto examined = casework::examine(regime.screener, record, options_.blanks());
        if (const auto* const rejected = std::get_if<RejectedRecord>(&examined))
            return refuse_here(*rejected);
        const auto& file = regime.criteria->criteria;
        for (const auto& result :
             casework::results_of(file, std::get<criteria::Screening>(examined)))
            rows_.add({record.line, record.ref, child, file.id}, result);
    }

    void refuse(const Regime& regime, const RejectedRecord& rejected, const std::string& child) {
        rejects_.add(name_, rejected);
        if (last_refused_ != records_) ++refused_;
        last_refused_ = records_;
        if (!options_.all_rows) return;
        const auto& file = regime.criteria->criteria;
        for (const auto& determination : file.determinations)
            rows_.add({rejected.line, rejected.ref, child, file.id},
                      {determination.id, "refused", {}});
    }

    const ScreenOptions& options_;
    Context& context_;
    RegimeRows rows_;
    UndatedRegimes undated_;
    std::vector<casework::CriteriaPointer> files_;
    Rejects rejects_;
    std::optional<InputCopy> copy_;
    std::vector<std::unique_ptr<Regime>> regimes_;
    std::vector<criteria::CriteriaHead> heads_;  ///< of the regimes, in their order
    std::string name_;                           ///< of the input that is read
    std::size_t records_ = 0;
    std::size_t refused_ = 0;       ///< records that some regime refused
    std::size_t last_refused_ = 0;  ///< the number of the last of them
};

}  // namespace

int run_screen_files_all_regimes(const ScreenOptions& options, Context& context) {
    return AllRegimes(options, context).run();
}

}  // namespace scr::cli
