#include "scr/intake/identity_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "intake/csv_splitter.hpp"
#include "intake/opening.hpp"
#include "scr/failure.hpp"
#include "scr/text/strings.hpp"
#include "scr/text/suggestion.hpp"

namespace scr::intake {
namespace {

using casework::RejectedRecord;

constexpr std::array<std::string_view, 3> identity_columns{"role", "kind", "value"};

/// Where each of `identity_columns` stands in the header.
using Positions = std::array<std::size_t, 3>;

Positions read_header(const CsvRecord& header, const std::string& where) {
    Positions positions{};
    bool complete =
        header.fault == CsvFault::none && header.fields.size() == identity_columns.size();
    for (std::size_t i = 0; complete && i < identity_columns.size(); ++i) {
        const auto found = std::ranges::find_if(header.fields, [&](std::string_view name) {
            return text::to_lower(text::trim(name)) == identity_columns[i];
        });
        complete = found != header.fields.end();
        positions[i] = static_cast<std::size_t>(found - header.fields.begin());
    }
    if (complete) return positions;
    // What stands there may be a record: it is not repeated.
    throw Failure(FailureKind::refused, "the first line is no header of identities", where,
                  "a list of identities has the columns role, kind and value",
                  "write `role,kind,value` as the first line");
}

RejectedRecord problem(std::string_view field, std::string text, std::string note = "",
                       std::string help = "") {
    RejectedRecord rejected;
    rejected.field = field;
    rejected.problem = std::move(text);
    rejected.note = std::move(note);
    rejected.help = std::move(help);
    return rejected;
}

/// The word is not quoted: in a shifted line it is a name.
std::optional<RejectedRecord> check_word(std::string_view field, const std::string& word,
                                         const std::vector<std::string>& known) {
    if (std::ranges::find(known, word) != known.end()) return std::nullopt;
    return problem(field, fmt::format("unknown {}", field),
                   fmt::format("a {} is one of {}", field, text::join(known, ", ")),
                   text::did_you_mean(word, known));
}

std::optional<RejectedRecord> check(const record::Identity& identity) {
    if (auto bad = check_word("role", identity.role, record::identity_roles())) return bad;
    if (auto bad = check_word("kind", identity.kind, record::identity_kinds())) return bad;
    if (identity.value.empty()) {
        return problem("value", "the value is blank", "", "leave the line out or fill it in");
    }
    if (identity.kind.starts_with("date_of_") && !record::parse_civil_date(identity.value)) {
        return problem("value", fmt::format("this is no date for `{}`", identity.kind),
                       "dates are YYYY-MM-DD", "");
    }
    return std::nullopt;
}

std::string in_words(CsvFault fault) {
    switch (fault) {
        case CsvFault::none: break;
        case CsvFault::quote_in_field:
        case CsvFault::text_after_quote:
            return "a quote stands where none may be: double each quote within a quoted field";
        case CsvFault::never_closed: return "a quote is opened and never closed";
        case CsvFault::too_long: return "the line is longer than 1 MB";
        case CsvFault::invalid_utf8: return "the text is not valid UTF-8";
        case CsvFault::nul_byte: return "the text holds a NUL byte";
    }
    return "";
}

std::optional<RejectedRecord> read_line(const CsvRecord& line, const Positions& positions,
                                        IdentityReading& reading) {
    if (line.fault != CsvFault::none) return problem("", in_words(line.fault));
    if (line.fields.size() != identity_columns.size()) {
        return problem(
            "",
            fmt::format("the line has {}, the header {}",
                        text::counted(line.fields.size(), "field"), identity_columns.size()),
            "", "put a value that holds a comma in quotes");
    }
    const auto cell = [&](std::size_t i) { return text::trim(line.fields[positions[i]]); };
    record::Identity identity{text::to_lower(cell(0)), text::to_lower(cell(1)),
                              std::string(cell(2))};
    if (auto bad = check(identity)) {
        for (std::size_t i = 0; i < identity_columns.size(); ++i) {
            if (bad->field == identity_columns[i]) bad->column = positions[i] + 1;
        }
        return bad;
    }
    reading.identities.push_back(std::move(identity));
    return std::nullopt;
}

}  // namespace

IdentityReading read_identities(std::istream& stream, const std::string& name) {
    InputBuffer input(stream, name);
    if (read_opening(input).ndjson) {
        throw Failure(FailureKind::refused, "this is JSON, and identities come as CSV", name, "",
                      "write `role,kind,value` as the first line and an identity a line");
    }
    CsvSplitter splitter(input, ',');
    CsvRecord line;
    splitter.next(line);
    const auto positions = read_header(line, fmt::format("{}:{}", name, line.line));
    IdentityReading reading;
    while (splitter.next(line)) {
        if (auto bad = read_line(line, positions, reading)) {
            bad->line = line.line;
            reading.problems.push_back(std::move(*bad));
        }
    }
    return reading;
}

}  // namespace scr::intake
