#include "scr/publication/html_writer.hpp"
#include "scr/text/strings.hpp"
#include "source.hpp"

namespace scr::documents {

namespace {

/// The longest first line that is taken as a title, in bytes.
constexpr std::size_t longest_title = 150;

struct Paragraph {
    std::vector<std::string> lines;
    int first_line = 0;

    int last_line() const { return first_line + static_cast<int>(lines.size()) - 1; }
};

std::vector<Paragraph> paragraphs_of(std::string_view text) {
    std::vector<Paragraph> paragraphs;
    bool inside = false;
    int number = 0;
    for (const std::string_view line : lines_of(text)) {
        ++number;
        const std::string_view words = text::trim(line);
        if (words.empty()) {
            inside = false;
            continue;
        }
        if (!inside) paragraphs.push_back({{}, number});
        inside = true;
        paragraphs.back().lines.emplace_back(words);
    }
    return paragraphs;
}

void write_paragraph(publication::HtmlWriter& html, const Paragraph& paragraph) {
    html.open("p");
    for (std::size_t i = 0; i < paragraph.lines.size(); ++i) {
        if (i > 0) html.single("br").line();
        html.text(paragraph.lines[i]);
    }
    html.close().line();
}

bool is_title(const Paragraph& paragraph) {
    return paragraph.lines.size() == 1 && paragraph.lines.front().size() <= longest_title;
}

}  // namespace

ReadReport read_plain_text(const Source& source) {
    ReadReport report;
    report.format = "text";
    const auto paragraphs = paragraphs_of(source.text);
    publication::HtmlWriter html;
    for (const Paragraph& paragraph : paragraphs) {
        const int first = paragraph.first_line;
        const int last = paragraph.last_line();
        report.segments.push_back(
            {text::join(paragraph.lines, " "), lines_in_words(first, last), first, last});
        if (&paragraph == &paragraphs.front() && paragraphs.size() > 1 && is_title(paragraph)) {
            report.title = paragraph.lines.front();
        } else {
            write_paragraph(html, paragraph);
        }
    }
    report.body_html = html.take();
    return report;
}

}  // namespace scr::documents
