#include "intake/csv_header.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

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

constexpr std::size_t most_meant = 3;  ///< suggestions in place of a header

/// Whether a line is likely to be the names of columns: words, each another. A record has a number,
/// a date or two answers that are the same.
bool looks_like_names(const CsvRecord& line) {
    std::set<std::string> names;
    const auto is_another_word = [&](std::string_view field) {
        const std::string name = text::to_lower(text::trim(field));
        const bool number = name.empty() || (name[0] >= '0' && name[0] <= '9');
        return !number && name == shown(name) && names.insert(name).second;
    };
    return line.fields.size() > 1 && std::ranges::all_of(line.fields, is_another_word);
}

/// The suggestions for the first few names that are nearly known. A short cell is near to any name.
std::vector<std::string> nearest(const CsvRecord& header, const Columns& columns,
                                 const std::vector<std::size_t>& unknown) {
    constexpr std::size_t shortest = 4;
    std::vector<std::string> meant;
    for (const std::size_t position : unknown) {
        if (position > most_compared || meant.size() == most_meant) break;
        const std::string_view name = text::trim(header.fields[position]);
        std::string sentence = name.size() < shortest ? "" : columns.did_you_mean(name);
        if (!sentence.empty()) meant.push_back(std::move(sentence));
    }
    return meant;
}

std::string sketch_command(const ReadOptions& options) {
    if (options.name == ReadOptions{}.name) return "`--sketch-map`";
    return fmt::format("`scr screen --from {} --sketch-map`", quoted_for_shell(options.name));
}

std::string help_for_headerless(const CsvRecord& header, const Columns& columns,
                                const std::vector<std::size_t>& unknown,
                                const ReadOptions& options) {
    const std::string delimiter = other_delimiter(header, options.delimiter);
    if (!delimiter.empty()) return fmt::format("say what separates the columns: {}", delimiter);
    const auto meant = nearest(header, columns, unknown);
    const bool few_meant = 2 * meant.size() < std::min(unknown.size(), most_meant);
    if (few_meant && looks_like_names(header)) {
        return fmt::format("for names of another's, draft a map with {}, and give it after `--map`",
                           sketch_command(options));
    }
    if (!meant.empty()) return text::join(meant, " ");
    return "put the names of the columns in the first line, or give them after `--header`";
}

// A first line without one known name is likely to be a record: nothing of it is repeated.
[[noreturn]] void refuse_headerless(const CsvRecord& header, const Columns& columns,
                                    const std::vector<std::size_t>& unknown,
                                    const ReadOptions& options, const std::string& where) {
    throw Failure(
        FailureKind::refused, "unknown columns: the first line names no column that is known",
        where,
        fmt::format("a file begins with a header: facts of {} and reserved columns such as `ref`",
                    columns.whose_facts()),
        help_for_headerless(header, columns, unknown, options));
}

/// What was typed after `--header` and is no column may have been meant for a file.
void refuse_absent_file(const CsvRecord& header, const Columns& columns,
                        const std::vector<std::size_t>& unknown, const ReadOptions& options) {
    const bool typed = !options.header.empty() && options.header_file.empty();
    const bool like_a_file =
        header.fields.size() == 1 || options.header.find_first_of("./") != std::string::npos;
    if (!typed || !like_a_file || !other_delimiter(header, options.delimiter).empty()) return;
    const std::string meant = text::join(nearest(header, columns, unknown), " ");
    throw Failure(
        FailureKind::refused,
        fmt::format("`{}` is no file that is there, and names no column that is known",
                    shown(options.header)),
        "--header", "it takes the names of the columns, or a file whose first line has them",
        !meant.empty() ? meant : "name a file that is there, or list the names of the columns");
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

void refuse_factless(const CsvRecord& header, const Bindings& bindings, const Columns& columns,
                     const ReadOptions& options, const std::string& where) {
    const auto is_fact = [](const Column* column) {
        return column && Columns::is_any_fact(*column);
    };
    if (std::any_of(bindings.begin(), bindings.end(), is_fact)) return;
    const auto& criteria = columns.criteria();
    std::string help = other_delimiter(header, options.delimiter);
    if (!help.empty())
        help = fmt::format("say what separates the columns: {}", help);
    else if (!criteria.facts.empty())
        help = fmt::format("add a column such as `{}`", criteria.facts[0].id);
    throw Failure(
        FailureKind::refused, "no column is a fact", where,
        fmt::format("`{}` asks for facts; without any, silence would answer for every record",
                    criteria.id),
        help);
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
    const bool none_known = unknown.size() == bindings.size();
    if (none_known) refuse_absent_file(header, columns, unknown, options);
    if (extra && none_known) refuse_headerless(header, columns, unknown, options, where);
    if (columns.map() != nullptr) refuse_unmapped(header, bindings, columns, where);
    if (extra) refuse_unknown(header, columns, unknown, where);
    refuse_repeated(bindings, where);
    refuse_missing_kept(bindings, columns, options, where);
    if (!options.reserved_only_ok) refuse_factless(header, bindings, columns, options, where);
    return bindings;
}

}  // namespace scr::intake
