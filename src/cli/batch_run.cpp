#include "cli/batch_run.hpp"

#include <fmt/format.h>

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
    bool store_screening(const Taken& taken, const casework::SharedScreening& screening) {
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
        sink_.begin();
        records_.input().warn(context_, options_.blanks == criteria::Blanks::take_default,
                              options_.screen || !options_.record);
        ExaminedRecord examined;
        while (records_.next(examined)) {
            take(examined);
            progress_.at(totals_.records, records_.input().fraction());
        }
        progress_.erase();
        finish_storing();
        rejects_.finish();
        // A reader that left does not undo what had to be stored.
        if (reader_gone_) throw ReaderGone{};
        sink_.finish(totals_);
        say_what_was_noticed();
        return totals_.refused > options_.max_rejects ? 3 : 0;
    }

 private:
    void take(ExaminedRecord& examined) {
        ++totals_.records;
        if (examined.out_of_force && !options_.in_force_only) ++totals_.out_of_force;
        if (const auto* rejected = std::get_if<RejectedRecord>(&examined.read)) {
            return refuse(examined.input, *rejected);
        }
        const auto& record = std::get<IncomingRecord>(examined.read);
        BatchRow row{record.line, record.ref, nullptr, &examined.examination->screening,
                     nullptr,     &record};
        if (!options_.record) return sink_.add(row);
        take_in(examined, record, row);
    }

    void take_in(ExaminedRecord& examined, const IncomingRecord& record, BatchRow& row) {
        const std::size_t bytes = examined.bytes();
        // Opened for the first good record: a batch without one makes no store.
        if (!recording_) recording_.emplace(context_, criteria_, options_);
        const auto& examination = *examined.examination;
        const auto taken = recording_->take_in(record, examination);
        if (taken.refusal) return refuse(examined.input, *taken.refusal);
        const bool is_new = taken.kind == Taken::Kind::recorded;
        ++(is_new ? totals_.recorded : totals_.already_there);
        if (taken.notification_differs) ++totals_.notifications_differ;
        const bool screened =
            examination.to_store && recording_->store_screening(taken, examination.to_store);
        if (screened) ++totals_.screenings;
        row.taken = &taken;
        sink_.add(row);
        if ((is_new || screened) && recording_->batch().count(bytes)) commit();
    }

    void refuse(const std::string& name, const RejectedRecord& rejected) {
        ++totals_.refused;
        totals_.reasons.add(rejected);
        progress_.erase();
        rejects_.add(name, rejected);
        sink_.add({rejected.line, rejected.ref, &rejected, nullptr, nullptr, nullptr});
    }

    void commit() {
        if (recording_) recording_->batch().commit();
        progress_.erase();
        try {
            sink_.release();
        } catch (const ReaderGone&) {
            reader_gone_ = true;
        }
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
        warn_out_of_force(context_, criteria_->criteria, totals_.out_of_force);
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
    bool reader_gone_ = false;
};

}  // namespace

void warn_out_of_force(Context& context, const criteria::Criteria& criteria, std::size_t count) {
    if (count == 0) return;
    context.warn(fmt::format("{} with `{}` outside the time in which {} was in force",
                             text::counted(count, "record"), criteria.regime_date, criteria.id),
                 casework::PeriodInForce(criteria).in_words(), "--in-force-only refuses them");
}

int run_batch(Context& context, const casework::CriteriaPointer& criteria,
              const BatchOptions& options, RowSink& sink, BatchTotals& totals) {
    return Run(context, criteria, options, sink, totals).run();
}

}  // namespace scr::cli
