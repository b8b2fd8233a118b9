#include "intake/csv_binding.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "intake/csv_header.hpp"
#include "intake/header_words.hpp"
#include "scr/failure.hpp"
#include "scr/text/strings.hpp"

namespace scr::intake {

namespace {

using casework::IncomingRecord;
using casework::RejectedRecord;

/// How far a record reaches that takes more than its line: most often a quote is not where it
/// should be.
std::string extent(const CsvRecord& csv) {
    if (csv.last_line == csv.line) return "";
    return fmt::format("the record takes the lines {} to {}", csv.line, csv.last_line);
}

std::string place_of(const CsvRecord& header, const ReadOptions& options) {
    if (options.header.empty()) return fmt::format("{}:{}", options.name, header.line);
    return options.header_file.empty() ? "--header:1" : options.header_file + ":1";
}

/// Quotes beside a delimiter that nobody has named look misplaced.
[[noreturn]] void refuse_faulty(const CsvRecord& header, const ReadOptions& options,
                                const std::string& where) {
    const RejectedRecord fault = describe(header);
    const bool misplaced =
        header.fault == CsvFault::quote_in_field || header.fault == CsvFault::text_after_quote;
    const std::string delimiter =
        misplaced ? other_delimiter(header, options.delimiter) : std::string{};
    throw Failure(FailureKind::refused, "the header cannot be read: " + fault.problem, where,
                  fault.note,
                  delimiter.empty() ? fault.help
                                    : fmt::format("say what separates the columns: {}", delimiter));
}

}  // namespace

RejectedRecord describe(const CsvRecord& csv) {
    switch (csv.fault) {
        case CsvFault::none: break;
        case CsvFault::quote_in_field:
            return refusal("", "a quote stands within a field that does not begin with one",
                           extent(csv),
                           "put the whole field in quotes and double each quote within it");
        case CsvFault::text_after_quote:
            return refusal("", "text follows the closing quote of a field", extent(csv),
                           "put the whole field in quotes and double each quote within it");
        case CsvFault::never_closed:
            return refusal(
                "", "a quote is opened and never closed",
                fmt::format("the record takes all that follows, to line {}", csv.last_line),
                "close the quote and read the file again");
        case CsvFault::too_long:
            return refusal("", "the record is longer than 1 MB", extent(csv),
                           "look for a quote that is not closed");
        case CsvFault::invalid_utf8:
            return refusal("", "the text is not valid UTF-8", "", "save the file as UTF-8");
        case CsvFault::nul_byte:
            return refusal("", "the text holds a NUL byte", "", "save the file as UTF-8");
    }
    return {};
}

CsvBinding::CsvBinding(const CsvRecord& header, const Columns& columns, const ReadOptions& options)
    : columns_(columns), header_given_(!options.header.empty()) {
    const std::string where = place_of(header, options);
    if (header.fault != CsvFault::none) refuse_faulty(header, options, where);
    bindings_ = bind_header(header, columns, options, where);
    for (const auto field : header.fields) names_.emplace_back(text::trim(field));
    ref_position_ = position_of("ref");
}

std::optional<std::size_t> CsvBinding::position_of(std::string_view name) const {
    const auto found = std::find(bindings_.begin(), bindings_.end(), columns_.own(name));
    if (found == bindings_.end()) return {};
    return static_cast<std::size_t>(found - bindings_.begin());
}

void CsvBinding::read(const CsvRecord& csv, ReadResult& result) const {
    auto rejected = split_refusal(csv);
    if (!rejected) rejected = read_cells(csv, blank_record(result, columns_, csv.line));
    if (!rejected) return;
    if (repeats_header(csv)) {
        rejected = refusal("", "the first line holds the names that --header gives", "",
                           "leave --header out: the file has a header of its own");
    }
    rejected->line = csv.line;
    result = *std::move(rejected);
}

/// Why what stands there is no record at all, before any cell is looked at.
std::optional<RejectedRecord> CsvBinding::split_refusal(const CsvRecord& csv) const {
    if (csv.fault != CsvFault::none) {
        return csv.fault_field ? at(csv, *csv.fault_field, describe(csv)) : describe(csv);
    }
    if (csv.fields.size() == bindings_.size()) return {};
    const bool more = csv.fields.size() > bindings_.size();
    return refusal("",
                   fmt::format("the record has {}, the header {}",
                               text::counted(csv.fields.size(), "field"), bindings_.size()),
                   extent(csv),
                   more ? "put a field that holds a comma in quotes"
                        : "write a delimiter for each empty field");
}

bool CsvBinding::repeats_header(const CsvRecord& csv) const {
    const auto is_name = [](std::string_view field, const std::string& name) {
        return text::to_lower(text::trim(field)) == text::to_lower(name);
    };
    return header_given_ && csv.line == 1 && std::ranges::equal(csv.fields, names_, is_name);
}

std::optional<RejectedRecord> CsvBinding::read_cells(const CsvRecord& csv,
                                                     IncomingRecord& record) const {
    for (std::size_t i = 0; i < bindings_.size(); ++i) {
        if (bindings_[i] == nullptr) continue;
        const Column& column = *bindings_[i];
        for (const std::size_t kept : column.kept) {
            record.kept[kept].text = csv.fields[i];
            record.kept[kept].form = casework::KeptForm::text;
        }
        if (auto rejected = put_cell(columns_, column, csv.fields[i], record)) {
            return at(csv, i, *std::move(rejected));
        }
    }
    auto rejected = check_dates(record);
    if (!rejected) return {};
    const auto position = position_of(rejected->field);
    name_as_in_file(columns_, *rejected);
    return position ? at(csv, *position, *std::move(rejected)) : rejected;
}

/// Fills in the place. Fields in front of a broken quote can be trusted, those behind it cannot.
RejectedRecord CsvBinding::at(const CsvRecord& csv, std::size_t field,
                              RejectedRecord rejected) const {
    rejected.column = field + 1;
    if (rejected.field.empty() && field < names_.size()) rejected.field = shown(names_[field]);
    const bool whole = csv.fields.size() == bindings_.size() &&
                       csv.fault != CsvFault::quote_in_field &&
                       csv.fault != CsvFault::text_after_quote;
    if (ref_position_ && *ref_position_ < csv.fields.size() && (whole || *ref_position_ < field)) {
        rejected.ref = reference_for_refusal(csv.fields[*ref_position_]);
    }
    return rejected;
}

}  // namespace scr::intake
