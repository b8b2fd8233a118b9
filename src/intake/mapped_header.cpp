#include "intake/mapped_header.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scr/failure.hpp"
#include "scr/text/strings.hpp"
#include "scr/text/suggestion.hpp"

namespace scr::intake {

namespace {

/// What the map reads and the file lacks, in one message. Of the file's names those that are still
/// free may be meant.
void refuse_missing_mapped(const CsvRecord& header, const Bindings& bindings,
                           const Columns& columns, const std::string& where) {
    std::vector<std::string> free;
    for (std::size_t i = 0; i < std::min(bindings.size(), most_compared); ++i) {
        if (bindings[i] == nullptr) free.emplace_back(text::trim(header.fields[i]));
    }
    std::vector<std::string> missing;
    std::vector<std::string> meant;
    for (const MappedColumn& mapped : columns.map()->columns) {
        if (std::ranges::find(bindings, columns.own(mapped.column)) != bindings.end()) continue;
        missing.push_back(fmt::format("`{}` (our `{}`)", shown(mapped.header), mapped.column));
        const std::string sentence = text::did_you_mean(mapped.header, free);
        if (!sentence.empty())
            meant.push_back(fmt::format("{}: {}", shown(mapped.header), sentence));
    }
    if (missing.empty()) return;
    const std::string_view plural = missing.size() == 1 ? "" : "s";
    throw Failure(FailureKind::refused, fmt::format("no column{} {}", plural, listed(missing)),
                  where, fmt::format("`{}` names what the file should have", columns.map()->name),
                  meant.empty() ? "correct `header` in the map, or take the table out"
                                : text::join(meant, " "));
}

/// The map reads one of ours from another header, and the file has ours beside it.
void refuse_two_sources(const CsvRecord& header, const Bindings& bindings, const Columns& columns,
                        const std::string& where) {
    for (std::size_t position = 0; position < bindings.size(); ++position) {
        if (bindings[position] != nullptr) continue;
        const Column* const ours = columns.read_elsewhere(header.fields[position]);
        if (ours == nullptr) continue;
        const std::string name = called(header, position);
        throw Failure(
            FailureKind::refused,
            fmt::format("two columns for `{}`: `{}` and {}", ours->name, ours->header, name), where,
            fmt::format("`{}` reads it from `{}`", columns.map()->name, ours->header),
            fmt::format("put {} under `ignore` in the map, or correct the map", name));
    }
}

}  // namespace

void refuse_unmapped(const CsvRecord& header, const Bindings& bindings, const Columns& columns,
                     const std::string& where) {
    refuse_missing_mapped(header, bindings, columns, where);
    refuse_two_sources(header, bindings, columns, where);
}

}  // namespace scr::intake
