#include "intake/csv_header.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "intake/header_words.hpp"
#include "intake/mapped_header.hpp"
#include "scr/failure.hpp"
#include "scr/text/strings.hpp"

namespace scr::intake {

namespace {

/// The suggestions for unknown columns in one sentence; the column is named where there are
/// several.
std::string suggestions(const CsvRecord& header, const Columns& columns,
                        const std::vector<std::size_t>& unknown) {
    std::vector<std::string> sentences;
    for (const std::size_t position : unknown) {
        if (position > most_compared || sentences.size() == most_listed) break;
        const std::string meant = columns.did_you_mean(header.fields[position]);
        if (meant.empty()) continue;
        sentences.push_back(
            unknown.size() == 1 ? meant : fmt::format("{}: {}", called(header, position), meant));
    }
    return text::join(sentences, " ");
}

[[noreturn]] void refuse_unknown(const CsvRecord& header, const Columns& columns,
                                 const std::vector<std::size_t>& unknown,
                                 const std::string& where) {
    std::vector<std::string> names;
    for (const std::size_t position : unknown) names.push_back(called(header, position));
    std::string help = suggestions(header, columns, unknown);
    const bool mapped = columns.map() != nullptr;
    if (help.empty() && mapped)
        help = "put what is not needed under `ignore` in the map, and give the rest tables";
    if (help.empty()) help = "leave it out, or pass over unknown columns with `--ignore-extra`";
    const std::string_view plural = names.size() == 1 ? "" : "s";
    throw Failure(
        FailureKind::refused, fmt::format("unknown column{} {}", plural, listed(std::move(names))),
        where,
        fmt::format("a column is {}a fact of {} or one of the reserved columns",
                    mapped ? fmt::format("one that `{}` names, ", columns.map()->name) : "",
                    columns.whose_facts()),
        help);
}

// A first line without one known name is likely to be a record: nothing of it is repeated.
[[noreturn]] void refuse_headerless(const CsvRecord& header, const Columns& columns,
                                    const std::vector<std::size_t>& unknown,
                                    const std::string& where) {
    const bool other_delimiter = header.fields.size() == 1 &&
                                 header.fields[0].find_first_of(";\t") != std::string_view::npos;
    std::vector<std::string> meant;
    for (const std::size_t position : unknown) {
        if (position > most_compared || meant.size() == 3) break;
        std::string sentence = columns.did_you_mean(header.fields[position]);
        if (!sentence.empty()) meant.push_back(std::move(sentence));
    }
    std::string help = "put the names of the columns in the first line";
    if (other_delimiter)
        help = "separate the columns with commas";
    else if (!meant.empty())
        help = text::join(meant, " ");
    throw Failure(
        FailureKind::refused, "unknown columns: the first line names no column that is known",
        where,
        fmt::format("a file begins with a header: facts of {} and reserved columns such as `ref`",
                    columns.whose_facts()),
        help);
}

/// A file whose lines end with CR alone is one long line: nothing of it is repeated.
void refuse_lone_carriage_returns(const CsvRecord& header, const std::string& where) {
    const auto has_one = [](std::string_view field) {
        return field.find('\r') != std::string_view::npos;
    };
    if (std::none_of(header.fields.begin(), header.fields.end(), has_one)) return;
    throw Failure(FailureKind::refused, "the first line has a carriage return in it", where,
                  "lines end with a line feed, or a carriage return and a line feed; a carriage "
                  "return alone ends none",
                  "save the file with the line ends of this system");
}

void refuse_repeated(const Bindings& bindings, const std::string& where) {
    for (auto column = bindings.begin(); column != bindings.end(); ++column) {
        // What nobody reads may be there as often as it likes, columns without a name above all.
        const bool unread = *column == nullptr || ((*column)->kind == Column::Kind::passed_over &&
                                                   (*column)->kept.empty());
        const auto again = unread ? bindings.end() : std::find(column + 1, bindings.end(), *column);
        if (again == bindings.end()) continue;
        throw Failure(
            FailureKind::refused,
            fmt::format("column `{}` is there twice, as no. {} and no. {}", (*column)->header,
                        column - bindings.begin() + 1, again - bindings.begin() + 1),
            where, "", "leave one of them out or give it another name");
    }
}

void refuse_missing_kept(const Bindings& bindings, const Columns& columns,
                         const ReadOptions& options, const std::string& where) {
    std::vector<std::string> missing;
    for (const std::string& name : options.keep) {
        const Column* kept = columns.find(name);
        if (std::find(bindings.begin(), bindings.end(), kept) == bindings.end()) {
            missing.push_back(fmt::format("`{}`", shown(name)));
        }
    }
    if (missing.empty()) return;
    throw Failure(FailureKind::refused,
                  fmt::format("no column {} to keep", listed(std::move(missing))), where, "",
                  "name a column of the file's header after `--keep`");
}

void refuse_factless(const Bindings& bindings, const Columns& columns, const std::string& where) {
    const auto is_fact = [](const Column* column) {
        return column && Columns::is_any_fact(*column);
    };
    if (std::any_of(bindings.begin(), bindings.end(), is_fact)) return;
    const auto& criteria = columns.criteria();
    throw Failure(
        FailureKind::refused, "no column is a fact", where,
        fmt::format("`{}` asks for facts; without any, silence would answer for every record",
                    criteria.id),
        criteria.facts.empty() ? ""
                               : fmt::format("add a column such as `{}`", criteria.facts[0].id));
}

}  // namespace

std::vector<const Column*> bind_header(const CsvRecord& header, const Columns& columns,
                                       const ReadOptions& options, const std::string& where) {
    refuse_lone_carriage_returns(header, where);
    Bindings bindings;
    std::vector<std::size_t> unknown;
    for (std::size_t i = 0; i < header.fields.size(); ++i) {
        bindings.push_back(columns.find(header.fields[i]));
        if (bindings.back() == nullptr) unknown.push_back(i);
    }
    const bool extra = !options.ignore_extra && !unknown.empty();
    if (extra && unknown.size() == bindings.size())
        refuse_headerless(header, columns, unknown, where);
    if (columns.map() != nullptr) refuse_unmapped(header, bindings, columns, where);
    if (extra) refuse_unknown(header, columns, unknown, where);
    refuse_repeated(bindings, where);
    refuse_missing_kept(bindings, columns, options, where);
    if (!options.reserved_only_ok) refuse_factless(bindings, columns, where);
    return bindings;
}

}  // namespace scr::intake
