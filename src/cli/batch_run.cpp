#include "cli/batch_run.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/context.hpp"
#include "cli/diagnostics.hpp"
#include "cli/examined_records.hpp"
#include "cli/progress.hpp"
#include "scr/text/strings.hpp"

namespace scr::cli {
namespace {

using casework::IncomingRecord;
using casework::RejectedRecord;
using casework::Taken;

/// The store's side of a run; absent in a filter.
class Recording {
 public:
    Recording(Context& context, const casework::CriteriaPointer& criteria,
              const BatchOptions& options)
        : criteria_(criteria),
          options_(options),
          batch_(context.store_for_writing({.planned = options.planned}),
                 context.act(options.screen ? "screen" : "notify"),
                 options.all_or_nothing ? casework::Batch::Commits::at_the_end
                                        : casework::Batch::Commits::in_portions),
          registrar_(batch_, rules(context)),
          log_(batch_, SCR_VERSION) {}

    Taken take_in(const IncomingRecord& record, const casework::Examination& examination) {
        return registrar_.take_in(record, casework::content_of(examination, record.dates));
    }

    /// Stores the screening of a record that was taken in. A case that was there already is
    /// screened by its newest facts, which may be later ones than the record's. Whether one was
    /// added.
    bool store_screening(const Taken& taken, const casework::CommonScreening& screening) {
        if (taken.kind == Taken::Kind::recorded) {
            log_.add_new(*criteria_, taken.case_reference, taken.facts_digest, screening);
            return true;
        }
        if (!taken.stored) return false;
        auto screened = casework::screen_case(*taken.stored, criteria_, screeners_.of(criteria_),
                                              options_.blanks);
        auto* current = std::get_if<casework::CaseScreening>(&screened);
        if (current == nullptr) return false;
        log_.add(*current);
        return !current->already;
    }

    casework::Batch& batch() { return batch_; }

 private:
    casework::NotifyRules rules(const Context& context) const {
        casework::NotifyRules rules;
        rules.criteria = criteria_;
        rules.received_on = context.today();
        rules.today = context.real_today();
        rules.planned = options_.planned;
        rules.from_file = true;
        return rules;
    }

    casework::CriteriaPointer criteria_;
    const BatchOptions& options_;
    casework::Batch batch_;
    casework::Registrar registrar_;
    casework::ScreeningLog log_;
    casework::Screeners screeners_;
};

class Run {
 public:
    Run(Context& context, const casework::CriteriaPointer& criteria, const BatchOptions& options,
        RowSink& sink, BatchTotals& totals)
        : context_(context),
          criteria_(criteria),
          options_(options),
          sink_(sink),
          totals_(totals),
          records_(criteria, options),
          progress_(context, "records"),
          rejects_(context, options.rejects, options.input, {criteria}) {}

    int run() {
        // A reader that leaves undoes neither what has to be stored nor the status.
        if (options_.record) context_.out().outlive_reader();
        sink_.begin();
        records_.input().warn(context_, options_.blanks == criteria::Blanks::take_default,
                              options_.screen || !options_.record);
        ExaminedRecords::Records records;
        while (records_.next(records)) {
            for (const auto& examined : records) take(examined);
            progress_.at(totals_.records, records_.input().fraction());
        }
        progress_.erase();
        finish_storing();
        const int written = rejects_.finish();
        sink_.finish(totals_);
        say_what_was_noticed();
        return std::max(written, totals_.refused > options_.max_rejects ? 3 : 0);
    }

 private:
    void take(const ExaminedRecord& examined) {
        ++totals_.records;
        if (const auto* rejected = std::get_if<RejectedRecord>(&examined.read)) {
            return refuse(examined.input, *rejected);
        }
        const auto& record = std::get<IncomingRecord>(examined.read);
        BatchRow row{record.line, record.ref, nullptr, &examined.examination->screening,
                     nullptr,     &record};
        if (options_.record) return take_in(examined, row);
        if (examined.out_of_force) ++totals_.out_of_force;
        sink_.add(row);
    }

    void take_in(const ExaminedRecord& examined, BatchRow& row) {
        // Opened for the first good record: a batch without one makes no store.
        if (!recording_) recording_.emplace(context_, criteria_, options_);
        const auto taken = recording_->take_in(*row.record, *examined.examination);
        bool adds = false;
        if (taken.refusal) {
            refuse(examined.input, *taken.refusal);
        } else {
            adds = store(examined, taken);
            row.taken = &taken;
            sink_.add(row);
        }
        // Those that add nothing count too: others who write wait all the while.
        if (recording_->batch().count(adds ? examined.bytes() : 0)) commit();
    }

    /// Whether the store holds more than before.
    bool store(const ExaminedRecord& examined, const Taken& taken) {
        const bool is_new = taken.kind == Taken::Kind::recorded;
        ++(is_new ? totals_.recorded : totals_.already_there);
        if (taken.notification_differs) ++totals_.notifications_differ;
        if (examined.out_of_force) ++totals_.out_of_force;
        const auto& screening = examined.examination->to_store;
        const bool screened = screening && recording_->store_screening(taken, *screening);
        if (screened) ++totals_.screenings;
        return is_new || screened;
    }

    void refuse(const std::string& name, const RejectedRecord& rejected) {
        ++totals_.refused;
        totals_.reasons.add(rejected);
        progress_.erase();
        rejects_.add(name, rejected);
        sink_.add({rejected.line, rejected.ref, &rejected, nullptr, nullptr, nullptr});
    }

    void commit() {
        records_.read_far_ahead();
        if (recording_) recording_->batch().commit();
        progress_.erase();
        sink_.release();
    }

    void finish_storing() {
        if (!options_.record) return;
        totals_.undone = options_.all_or_nothing && totals_.refused > options_.max_rejects;
        if (!totals_.undone) return commit();
        recording_.reset();
        sink_.drop();
    }

    void say_what_was_noticed() {
        records_.input().warn_not_met(context_);
        const bool takes_in_only = options_.record && !options_.screen;
        warn_out_of_force(context_, criteria_->criteria, totals_.out_of_force,
                          takes_in_only ? "name the file that was in force then: --criteria ID"
                                        : in_force_only_help);
        if (totals_.notifications_differ > 0) {
            context_.warn(fmt::format("{} joined a notification with another summary or area",
                                      text::counted(totals_.notifications_differ, "record")),
                          "a notification has one of each: that of its first record stands");
        }
        if (totals_.undone) {
            print_block(context_.err(),
                        render(Failure(
                            FailureKind::refused, "nothing was stored", "",
                            fmt::format("{} of {} refused, and --all-or-nothing", totals_.refused,
                                        text::counted(totals_.records, "record")),
                            "correct them, or leave --all-or-nothing out")));
        }
    }

    Context& context_;
    casework::CriteriaPointer criteria_;
    const BatchOptions& options_;
    RowSink& sink_;
    BatchTotals& totals_;
    ExaminedRecords records_;
    Progress progress_;
    Rejects rejects_;
    std::optional<Recording> recording_;
};

}  // namespace

void warn_out_of_force(Context& context, const criteria::Criteria& criteria, std::size_t count,
                       const std::string& help) {
    if (count == 0) return;
    context.warn(fmt::format("{} with `{}` outside the time in which {} was in force",
                             text::counted(count, "record"), criteria.regime_date, criteria.id),
                 casework::PeriodInForce(criteria).in_words(), help);
}

int run_batch(Context& context, const casework::CriteriaPointer& criteria,
              const BatchOptions& options, RowSink& sink, BatchTotals& totals) {
    return Run(context, criteria, options, sink, totals).run();
}

}  // namespace scr::cli
