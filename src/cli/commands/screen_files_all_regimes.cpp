// Records of files under every regime that each may fall under, in the long form.

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <map>
#include <set>

#include "cli/commands/screen.hpp"
#include "cli/context.hpp"
#include "cli/rejects.hpp"
#include "cli/table.hpp"
#include "scr/casework/examine.hpp"
#include "scr/casework/regimes.hpp"
#include "scr/text/json_writer.hpp"
#include "scr/text/strings.hpp"

namespace scr::cli {
namespace {

using casework::IncomingRecord;
using casework::RejectedRecord;

/// A copy of standard input that can be read several times; gone when this is.
class InputCopy {
 public:
    InputCopy() : file_(std::tmpfile(), &std::fclose) {
        if (!file_) throw Failure(FailureKind::store, "no temporary file can be made");
        std::vector<char> block(std::size_t{1} << 16);
        while (std::cin.read(block.data(), static_cast<std::streamsize>(block.size())) ||
               std::cin.gcount() > 0) {
            const auto size = static_cast<std::size_t>(std::cin.gcount());
            if (std::fwrite(block.data(), 1, size, file_.get()) != size) refuse();
        }
        if (std::fflush(file_.get()) != 0) refuse();
    }

    std::string path() const { return fmt::format("/proc/self/fd/{}", fileno(file_.get())); }

 private:
    [[noreturn]] static void refuse() {
        throw Failure(FailureKind::store, "standard input could not be copied", "", "",
                      "make room in the folder for temporary files");
    }

    std::unique_ptr<std::FILE, int (*)(std::FILE*)> file_;
};

/// One criteria file with its own reading of the inputs. All read the same records in step.
struct Regime {
    casework::CriteriaPointer criteria;
    criteria::Screener screener;
    RecordInput input;
};

std::vector<std::string> facts_of_others(const std::vector<casework::CriteriaPointer>& all) {
    std::set<std::string> names;
    for (const auto& file : all) {
        for (const auto& fact : file->criteria.facts) names.insert(fact.id);
    }
    return {names.begin(), names.end()};
}

/// A row of the long form.
struct LongRow {
    std::size_t line = 0;
    const std::string& ref;
    const std::string& child;
    const std::string& criteria_file;
    const std::string& determination;
    std::string outcome;
    std::vector<std::string> possible;
};

class LongSink {
 public:
    LongSink(Context& context, bool no_header)
        : context_(context),
          format_(context.format_among({Format::text, Format::csv, Format::ndjson})) {
        static const std::vector<std::string> header{"ref",           "child",   "criteria_file",
                                                     "determination", "outcome", "possible"};
        if (format_ == Format::csv && !no_header) context.out().csv_row(header);
    }

    void add(const LongRow& row) {
        if (format_ == Format::text) {
            ++counts_[{row.criteria_file, row.determination, row.outcome}];
        } else if (format_ == Format::csv) {
            const std::vector<std::string> cells{row.ref,           row.child,
                                                 row.criteria_file, row.determination,
                                                 row.outcome,       text::join(row.possible, ";")};
            context_.out().csv_row(cells);
        } else {
            context_.out().json_line(json_of(row));
        }
    }

    void finish() {
        if (format_ != Format::text) return;
        Table table({"under", "question", "outcome", "records"});
        for (const auto& [key, count] : counts_) {
            const auto& [file, determination, outcome] = key;
            table.row({file, determination, outcome, std::to_string(count)});
        }
        if (table.empty()) {
            context_.out().line("no record falls under a regime");
        } else {
            table.print(context_.out());
        }
    }

 private:
    static std::string json_of(const LongRow& row) {
        text::JsonWriter json;
        json.begin_object().key("line").value(static_cast<std::int64_t>(row.line));
        json.key("ref").value(row.ref).key("child").value(row.child);
        json.key("criteria_file").value(row.criteria_file);
        json.key("determination").value(row.determination).key("outcome").value(row.outcome);
        json.key("possible");
        text::write_strings(json, row.possible);
        json.end_object();
        return json.take();
    }

    Context& context_;
    Format format_;
    std::map<std::tuple<std::string, std::string, std::string>, std::size_t> counts_;
};

class AllRegimes {
 public:
    AllRegimes(const ScreenOptions& options, Context& context)
        : options_(options),
          context_(context),
          sink_(context, options.no_header),
          rejects_(context, options.from.batch.rejects, options.from.batch.input.files) {
        auto input = options.from.batch.input;
        if (std::ranges::count(input.files, "-") == 1)
            input.standard_input = copy_.emplace().path();
        std::vector<casework::CriteriaPointer> files;
        for (const auto& id : context.criteria_library().ids())
            files.push_back(context.criteria_library().rules_of(id));
        input.facts_elsewhere = facts_of_others(files);
        for (const auto& file : files) {
            regimes_.push_back(std::make_unique<Regime>(Regime{
                file, criteria::Screener(file->criteria), RecordInput(input, file->criteria)}));
        }
    }

    int run() {
        while (read()) {
            ++records_;
            screen();
        }
        rejects_.finish();
        sink_.finish();
        const auto refused = text::counted(refused_, "record");
        context_.notice(fmt::format("{} read, {} refused under a regime; nothing was stored",
                                    text::counted(records_, "record"), refused));
        const auto forgiven = static_cast<std::size_t>(options_.from.max_rejects);
        return refused_ > forgiven ? 3 : 0;
    }

 private:
    /// The next record, read under each regime.
    bool read() {
        reads_.resize(regimes_.size());
        bool any = false;
        for (std::size_t i = 0; i < regimes_.size(); ++i)
            any = regimes_[i]->input.next(name_, reads_[i]);
        return any;
    }

    /// The record as some regime could read it: dates and references are the same under all.
    const IncomingRecord* accepted() const {
        for (const auto& read : reads_) {
            if (const auto* record = std::get_if<IncomingRecord>(&read)) return record;
        }
        return nullptr;
    }

    void screen() {
        const IncomingRecord* const common = accepted();
        if (common == nullptr) return refuse(0, std::get<RejectedRecord>(reads_.front()));
        std::vector<std::size_t> in_force;
        std::vector<std::size_t> answered;
        for (std::size_t i = 0; i < regimes_.size(); ++i) {
            const auto& file = regimes_[i]->criteria->criteria;
            const auto date = casework::date_of(common->dates, file.regime_date);
            if (date && !casework::is_in_force(file, *date)) continue;
            in_force.push_back(i);
            const auto* const record = std::get_if<IncomingRecord>(&reads_[i]);
            if (record == nullptr || casework::answers_any(record->answers)) answered.push_back(i);
        }
        for (const std::size_t i : answered.empty() ? in_force : answered) screen_under(i);
    }

    void screen_under(std::size_t regime) {
        if (const auto* const rejected = std::get_if<RejectedRecord>(&reads_[regime]))
            return refuse(regime, *rejected);
        auto& record = std::get<IncomingRecord>(reads_[regime]);
        const auto examined =
            casework::examine(regimes_[regime]->screener, record, options_.blanks());
        if (const auto* const rejected = std::get_if<RejectedRecord>(&examined))
            return refuse(regime, *rejected);
        const auto& file = regimes_[regime]->criteria->criteria;
        const auto& findings = std::get<criteria::Screening>(examined).findings;
        for (std::size_t i = 0; i < findings.size(); ++i) {
            const auto& determination = file.determinations[i];
            LongRow row{record.line, record.ref, record.child, file.id, determination.id, "", {}};
            for (const std::size_t outcome : findings[i].possible)
                row.possible.push_back(determination.outcomes[outcome].id);
            row.outcome = findings[i].determined() ? row.possible.front() : "undetermined";
            sink_.add(row);
        }
    }

    /// One that no regime can read is told once, under the first.
    void refuse(std::size_t regime, RejectedRecord rejected) {
        const auto& file = regimes_[regime]->criteria->criteria;
        if (accepted() != nullptr) rejected.problem = "under " + file.id + ": " + rejected.problem;
        rejects_.add(name_, rejected);
        if (last_refused_ != records_) ++refused_;
        last_refused_ = records_;
        if (!options_.all_rows) return;
        const IncomingRecord* const common = accepted();
        const std::string child = common != nullptr ? common->child : "";
        for (const auto& determination : file.determinations) {
            sink_.add(
                {rejected.line, rejected.ref, child, file.id, determination.id, "refused", {}});
        }
    }

    const ScreenOptions& options_;
    Context& context_;
    LongSink sink_;
    Rejects rejects_;
    std::optional<InputCopy> copy_;
    std::vector<std::unique_ptr<Regime>> regimes_;
    std::vector<ReadRecord> reads_;  ///< of the record at hand, by regime
    std::string name_;               ///< of its input
    std::size_t records_ = 0;
    std::size_t refused_ = 0;       ///< records that some regime refused
    std::size_t last_refused_ = 0;  ///< the number of the last of them
};

}  // namespace

int run_screen_files_all_regimes(const ScreenOptions& options, Context& context) {
    return AllRegimes(options, context).run();
}

}  // namespace scr::cli
