#pragma once

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <variant>
#include <vector>

#include "scr/batch/filter.hpp"
#include "scr/batch/row_text.hpp"
#include "scr/casework/examine.hpp"
#include "scr/criteria_toml/criteria_file.hpp"
#include "scr/text/csv.hpp"
#include "scr/text/json_writer.hpp"

/// What the tests of this room share: records screened by the room, and the same said a second
/// time, record by record and without a thread.
namespace scr::batch::sample {

inline const criteria::Criteria& criteria() {
    static const criteria::Criteria loaded = [] {
        const std::string path = SCR_SOURCE_DIR "/data/criteria/scr-2015.toml";
        std::ifstream file(path, std::ios::binary);
        std::ostringstream content;
        content << file.rdbuf();
        return criteria_toml::load(content.str(), path).result.criteria.value();
    }();
    return loaded;
}

/// A map for the criteria, without faults.
inline std::shared_ptr<const intake::ColumnMap> map(std::string_view text) {
    const auto read = criteria_toml::try_document(text, "map.toml");
    return std::make_shared<const intake::ColumnMap>(
        intake::read_column_map(read.document, criteria()).map.value());
}

/// Everything that a run says.
struct Said {
    std::string rows;
    std::vector<std::string> rejected;
    std::size_t records = 0;
    std::size_t out_of_force = 0;
    OutcomeCounts counts{criteria()};

    void add(const casework::RejectedRecord& record) {
        rejected.push_back(fmt::format("{}:{} {} [{}] {} | {} | {}", record.line,
                                       record.column.value_or(0), record.ref, record.field,
                                       record.problem, record.note, record.help));
    }
};

class Keeper final : public FilterSink {
 public:
    explicit Keeper(Said& said) : said_(said) {}
    void rows(std::string_view bytes) override { said_.rows += bytes; }
    void rejected(const std::string&, const casework::RejectedRecord& record) override {
        said_.add(record);
    }

 private:
    Said& said_;
};

struct Run {
    std::string text;
    FilterOptions options = {};
    std::size_t block_size = 1000;
    char delimiter = ',';
    bool ignore_extra = false;
    std::shared_ptr<const intake::ColumnMap> map = {};

    intake::ReadOptions read_options() const {
        intake::ReadOptions read;
        read.keep = options.keep;
        read.block_size = block_size;
        read.delimiter = delimiter;
        read.ignore_extra = ignore_extra;
        read.map = map;
        return read;
    }
};

inline Said screen(const Run& run) {
    std::istringstream stream(run.text);
    intake::RecordReader reader(stream, criteria(), run.read_options());
    Said said;
    Keeper keeper(said);
    const FilterTotals totals = run_filter({{"a.csv", &reader}}, criteria(), run.options, keeper);
    said.records = totals.records;
    said.out_of_force = totals.out_of_force;
    said.counts = totals.counts;
    if (totals.refused != said.rejected.size()) throw std::logic_error("refusals went missing");
    return said;
}

inline std::string row(const Run& run, std::size_t line, const std::string& ref,
                       const criteria::Screening* screening,
                       const std::vector<casework::KeptCell>* kept) {
    std::string text;
    if (run.options.form == RowForm::csv) {
        text = text::csv_cell(ref);
        append_csv_cells(text, criteria(), screening);
        for (std::size_t i = 0; i < run.options.keep.size(); ++i)
            append_csv_kept(text, kept ? std::string_view((*kept)[i].text) : std::string_view{});
        return text + "\n";
    }
    append_json_beginning(text, line, ref);
    append_json_members(text, criteria(), screening);
    for (std::size_t i = 0; i < run.options.keep.size(); ++i) {
        casework::KeptView cell;
        if (kept != nullptr) cell = (*kept)[i];
        append_json_kept(text, run.options.keep[i], cell);
    }
    return text::harmless_json(text) + "}\n";
}

inline Said screen_one_by_one(const Run& run) {
    std::istringstream stream(run.text);
    intake::RecordReader reader(stream, criteria(), run.read_options());
    const criteria::Screener screener(criteria());
    Said said;
    std::variant<casework::IncomingRecord, casework::RejectedRecord> read;
    const auto refuse = [&](const casework::RejectedRecord& rejected) {
        said.add(rejected);
        if (run.options.all_rows)
            said.rows += row(run, rejected.line, rejected.ref, nullptr, nullptr);
    };
    while (reader.next(read)) {
        ++said.records;
        auto* const record = std::get_if<casework::IncomingRecord>(&read);
        if (record == nullptr) {
            refuse(std::get<casework::RejectedRecord>(read));
            continue;
        }
        const auto day = record->dates.incident_on;
        const bool outside = day && (record::to_text(*day) < criteria().in_force_from ||
                                     record::to_text(*day) > criteria().in_force_to);
        said.out_of_force += outside ? 1 : 0;
        const auto examined = casework::examine(screener, *record, run.options.blanks);
        if (const auto* rejected = std::get_if<casework::RejectedRecord>(&examined)) {
            refuse(*rejected);
            continue;
        }
        const auto& screening = std::get<criteria::Screening>(examined);
        said.counts.add(screening);
        said.rows += row(run, record->line, record->ref, &screening, &record->kept);
    }
    return said;
}

}  // namespace scr::batch::sample
