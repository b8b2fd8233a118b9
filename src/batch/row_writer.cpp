#include "batch/row_writer.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include "scr/batch/row_text.hpp"
#include "scr/text/csv.hpp"
#include "scr/text/json_writer.hpp"

namespace scr::batch {
namespace {

/// Whether a text stands in JSON, harmless, as it is.
bool is_plain_json(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) {
        return c >= ' ' && static_cast<unsigned char>(c) < 0x7F && c != '"' && c != '\\';
    });
}

casework::KeptView no_cell(std::size_t) {
    return {};
}

/// Copies by whole words: up to a word less one byte behind the text is read, and written, which
/// the next text writes over. Few texts need several words, which spares wrong guesses at how many.
template <std::size_t WordSize>
char* copy_words(char* to, std::string_view text) {
    for (std::size_t at = 0; at < text.size(); at += WordSize)
        std::memcpy(to + at, text.data() + at, WordSize);
    return to + text.size();
}

/// Makes room for all of them at once.
void append_short(std::string& rows, std::span<const PlainRow> plain) {
    std::size_t size = 0;
    for (const PlainRow& row : plain) size += row.record->ref.size() + row.tail.size();
    const std::size_t before = rows.size();
    rows.resize(before + size + PlainRow::padding);
    char* to = rows.data() + before;
    for (const PlainRow& row : plain)
        to = copy_words<PlainRow::padding>(copy_words<16>(to, row.record->ref), row.tail);
    rows.resize(before + size);
}

}  // namespace

void RowWriter::append_beginning(std::string& rows, std::size_t line, std::string_view ref) const {
    if (options_.form == RowForm::csv) return text::append_csv_cell(rows, ref);
    if (is_plain_json(ref)) {
        rows += "{\"line\":";
        text::append_number(rows, static_cast<std::int64_t>(line));
        rows += ",\"ref\":\"";
        rows.append(ref) += '"';
        return;
    }
    std::string beginning;
    append_json_beginning(beginning, line, ref);
    rows += text::harmless_json(beginning);
}

void RowWriter::append_tail(std::string& rows, const criteria::Screening* screening) const {
    if (options_.form == RowForm::csv) {
        append_csv_cells(rows, criteria_, screening);
    } else {
        append_json_members(rows, criteria_, screening);
    }
}

/// What is kept, and the end of the row. `cell` is given the position of a kept column.
template <class Cell>
void RowWriter::append_end(std::string& rows, const Cell& cell) const {
    const auto& keep = options_.keep;
    if (options_.form == RowForm::csv) {
        for (std::size_t i = 0; i < keep.size(); ++i) append_csv_kept(rows, cell(i).text);
        rows += '\n';
        return;
    }
    if (!keep.empty()) {
        std::string kept;
        for (std::size_t i = 0; i < keep.size(); ++i) append_json_kept(kept, keep[i], cell(i));
        rows += text::harmless_json(kept);
    }
    rows += options_.trial ? ",\"trial\":true}\n" : "}\n";
}

std::string RowWriter::tail(const criteria::Screening& screening) const {
    std::string tail;
    append_tail(tail, &screening);
    if (options_.keep.empty()) append_end(tail, no_cell);
    return tail;
}

void RowWriter::append_plain(std::string& rows, std::span<const PlainRow> plain) const {
    if (options_.form == RowForm::none) return;
    if (all_short(plain)) return append_short(rows, plain);
    for (const PlainRow& row : plain) append_plain(rows, row);
}

/// Whether the rows are nothing but references and tails.
bool RowWriter::all_short(std::span<const PlainRow> plain) const {
    return options_.form == RowForm::csv && options_.keep.empty() &&
           std::none_of(plain.begin(), plain.end(), [](const PlainRow& row) {
               return text::needs_csv_quotes(row.record->ref);
           });
}

void RowWriter::append_plain(std::string& rows, const PlainRow& row) const {
    append_beginning(rows, row.record->line, row.record->ref);
    rows += row.tail;
    if (options_.keep.empty()) return;
    append_end(rows, [&](std::size_t i) { return row.record->kept[i]; });
}

void RowWriter::append(std::string& rows, const casework::IncomingRecord& record,
                       const criteria::Screening& screening) const {
    if (options_.form == RowForm::none) return;
    append_beginning(rows, record.line, record.ref);
    append_tail(rows, &screening);
    append_end(rows, [&](std::size_t i) -> casework::KeptView { return record.kept[i]; });
}

void RowWriter::append(std::string& rows, const casework::RejectedRecord& rejected) const {
    if (options_.form == RowForm::none || !options_.all_rows) return;
    append_beginning(rows, rejected.line, rejected.ref);
    append_tail(rows, nullptr);
    append_end(rows, no_cell);
}

}  // namespace scr::batch
