#include <algorithm>
#include <map>

#include "markdown_body.hpp"
#include "markdown_tree.hpp"
#include "scr/failure.hpp"
#include "scr/text/strings.hpp"
#include "source.hpp"

namespace scr::documents {

namespace {

void add_line(std::vector<int>& lines, int line) {
    if (lines.empty() || lines.back() != line) lines.push_back(line);
}

/// Raw HTML can hide text from a reader and from the check; an image shows what no check can read.
void refuse_hidden_content(const Source& source, cmark_node* document) {
    std::vector<int> html;
    std::vector<int> images;
    walk(document, [&](cmark_node* node, bool entering) {
        if (!entering) return;
        const auto type = cmark_node_get_type(node);
        if (type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE) {
            add_line(html, first_line_of(node));
        }
        if (type == CMARK_NODE_IMAGE) add_line(images, first_line_of(node));
    });
    if (!html.empty()) {
        refuse(source, html, "the report holds raw HTML, which could hide text",
               "write it in Markdown, or put a backslash before the `<`");
    }
    if (!images.empty()) {
        refuse(source, images, "the report holds an image, which cannot be checked for names",
               "say in words what the image shows");
    }
}

struct Headings {
    std::string title;
    std::map<cmark_node*, int> levels;  ///< without the title's and without those of no words
};

/// The first top heading is the title. The others move so that the body begins at 2 and goes no
/// more than one deeper at a time: a level is its depth in the open headings above it.
Headings headings_of(cmark_node* document) {
    Headings headings;
    std::vector<int> open;
    walk(document, [&](cmark_node* node, bool entering) {
        if (!entering || cmark_node_get_type(node) != CMARK_NODE_HEADING) return;
        const std::string words(text::trim(words_of(node)));
        if (words.empty()) return;
        const int level = cmark_node_get_heading_level(node);
        if (level == 1 && headings.title.empty() && cmark_node_parent(node) == document) {
            headings.title = words;
            return;
        }
        while (!open.empty() && open.back() >= level) open.pop_back();
        open.push_back(level);
        headings.levels[node] = std::min(6, 1 + static_cast<int>(open.size()));
    });
    return headings;
}

/// What a browser makes of `%41`: an address must not hide a name in escapes.
std::string percent_decoded(std::string_view address) {
    const auto digit = [](char character) {
        const auto at = std::string_view("0123456789abcdef").find(text::to_lower({&character, 1}));
        return at == std::string_view::npos ? -1 : static_cast<int>(at);
    };
    std::string decoded;
    for (std::size_t i = 0; i < address.size(); ++i) {
        const bool escape = address[i] == '%' && i + 2 < address.size() &&
                            digit(address[i + 1]) >= 0 && digit(address[i + 2]) >= 0;
        if (escape) {
            decoded += static_cast<char>(digit(address[i + 1]) * 16 + digit(address[i + 2]));
            i += 2;
        } else {
            decoded += address[i];
        }
    }
    return decoded;
}

bool holds_words(cmark_node* node) {
    const auto type = cmark_node_get_type(node);
    return type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING ||
           type == CMARK_NODE_CODE_BLOCK || type_of(node) == "table_cell";
}

std::vector<publication::Segment> shown_segments(cmark_node* document) {
    std::vector<publication::Segment> words;
    std::vector<publication::Segment> targets;
    walk(document, [&](cmark_node* node, bool entering) {
        if (!entering) return;
        const int first = first_line_of(node);
        const int last = last_line_of(node);
        if (holds_words(node)) {
            const bool heading = cmark_node_get_type(node) == CMARK_NODE_HEADING;
            words.push_back({words_of(node),
                             (heading ? "heading at " : "") + lines_in_words(first, last), first,
                             last});
        }
        if (cmark_node_get_type(node) == CMARK_NODE_LINK) {
            const auto add = [&](std::string text, const std::string& what) {
                if (!text.empty()) {
                    targets.push_back({std::move(text), what + " at " + lines_in_words(first, last),
                                       first, last});
                }
            };
            add(percent_decoded(view_of(cmark_node_get_url(node))), "link target");
            add(std::string(view_of(cmark_node_get_title(node))), "link title");
        }
    });
    std::ranges::move(targets, std::back_inserter(words));
    return words;
}

}  // namespace

ReadReport read_markdown(const Source& source) {
    const Tree tree = parse_markdown(source.text);
    refuse_hidden_content(source, tree.get());
    Headings headings = headings_of(tree.get());
    ReadReport report;
    report.format = "markdown";
    report.title = std::move(headings.title);
    report.body_html = body_of(tree.get(), headings.levels);
    report.segments = shown_segments(tree.get());
    return report;
}

}  // namespace scr::documents
