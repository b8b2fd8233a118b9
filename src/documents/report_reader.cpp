#include "scr/documents/report_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "scr/failure.hpp"
#include "scr/text/strings.hpp"
#include "scr/text/utf8.hpp"
#include "source.hpp"

namespace scr::documents {

namespace {

using text::byte_order_mark;

/// A kind of file told by its first bytes, whatever its name says.
struct Magic {
    std::string_view bytes;
    std::string_view kind;
};

constexpr auto other_kinds =
    std::to_array<Magic>({{"%PDF", "a PDF"},
                          {"PK\x03\x04", "a Word document or another ZIP file"},
                          {"PK\x05\x06", "a ZIP file"},
                          {"{\\rtf", "a rich text file"},
                          {"\xD0\xCF\x11\xE0", "a Word document"}});

int line_at(std::string_view text, std::size_t offset) {
    return 1 + static_cast<int>(std::ranges::count(text.substr(0, offset), '\n'));
}

bool is_control(char character) {
    const auto byte = static_cast<unsigned char>(character);
    const bool white =
        character == '\t' || character == '\n' || character == '\r' || character == '\f';
    return (byte < 0x20 && !white) || byte == 0x7F;
}

void refuse_other_kinds(const Source& source) {
    for (const Magic& magic : other_kinds) {
        if (!source.text.starts_with(magic.bytes)) continue;
        refuse(source, {1}, fmt::format("the report is {}, which cannot be read", magic.kind),
               "save the report as Markdown (.md) or plain text (.txt) and give that file");
    }
}

void refuse_unreadable(const Source& source) {
    if (source.text.size() > largest_report) {
        refuse(source, {1},
               fmt::format("the report is larger than {} MB", largest_report / 1'000'000),
               "give the report's text as Markdown or plain text, without pictures");
    }
    refuse_other_kinds(source);
    if (const auto at = text::first_invalid_utf8(source.text)) {
        refuse(source, {line_at(source.text, *at)}, "the report is not UTF-8 text",
               "save it with the encoding UTF-8");
    }
    const auto control = std::ranges::find_if(source.text, is_control);
    if (control != source.text.end()) {
        const auto at = static_cast<std::size_t>(control - source.text.begin());
        refuse(source, {line_at(source.text, at)},
               fmt::format("the report holds the control character `\\x{:02x}`",
                           static_cast<unsigned char>(*control)),
               "remove that character and try again");
    }
}

/// Whether a reader would see a letter or a digit.
bool has_text(const ReadReport& report) {
    const auto visible = [](char character) {
        return static_cast<unsigned char>(character) >= 0x80 ||
               (character >= '0' && character <= '9') || (character >= 'A' && character <= 'Z') ||
               (character >= 'a' && character <= 'z');
    };
    return std::ranges::any_of(report.segments, [&visible](const publication::Segment& segment) {
        return std::ranges::any_of(segment.text, visible);
    });
}

/// The source as it stands, so that nothing which is not shown goes unsearched either.
std::vector<publication::Segment> source_segments(std::string_view text) {
    std::vector<publication::Segment> segments;
    int number = 0;
    for (const std::string_view line : lines_of(text)) {
        ++number;
        if (text::trim(line).empty()) continue;
        segments.push_back({std::string(line), lines_in_words(number, number), number, number});
    }
    return segments;
}

}  // namespace

ReadReport read_report(std::string_view bytes, const std::string& file_name) {
    Source source{bytes, file_name};
    if (source.text.starts_with(byte_order_mark)) source.text.remove_prefix(byte_order_mark.size());
    refuse_unreadable(source);
    const std::filesystem::path name(file_name);
    const bool plain = text::to_lower(name.extension().string()) == ".txt";
    ReadReport report = plain ? read_plain_text(source) : read_markdown(source);
    if (!has_text(report)) {
        refuse(source, {1}, "the report holds no text", "give a file that holds the report's text");
    }
    auto segments = source_segments(source.text);
    std::ranges::move(report.segments, std::back_inserter(segments));
    segments.push_back({name.stem().string(), "file name"});
    report.segments = std::move(segments);
    return report;
}

}  // namespace scr::documents
