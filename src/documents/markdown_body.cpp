#include "markdown_body.hpp"

#include <cmark-gfm-core-extensions.h>
#include <fmt/format.h>

#include "markdown_tree.hpp"
#include "scr/failure.hpp"
#include "scr/publication/html_writer.hpp"

namespace scr::documents {

namespace {

/// Writes one node after the other, in the order of the walk.
class BodyWriter {
 public:
    explicit BodyWriter(const std::map<cmark_node*, int>& levels) : levels_(levels) {}

    void visit(cmark_node* node, bool entering) {
        if (silent_ != nullptr) {
            if (node == silent_ && !entering) silent_ = nullptr;
            return;
        }
        switch (cmark_node_get_type(node)) {
            case CMARK_NODE_DOCUMENT: return;
            case CMARK_NODE_PARAGRAPH: return paragraph(node, entering);
            case CMARK_NODE_HEADING: return heading(node, entering);
            case CMARK_NODE_BLOCK_QUOTE: return block("blockquote", entering);
            case CMARK_NODE_LIST: return list(node, entering);
            case CMARK_NODE_ITEM: return item(entering);
            case CMARK_NODE_CODE_BLOCK: return code_block(node);
            case CMARK_NODE_THEMATIC_BREAK: html_.single("hr").line(); return;
            case CMARK_NODE_TEXT: html_.text(view_of(cmark_node_get_literal(node))); return;
            case CMARK_NODE_SOFTBREAK: html_.line(); return;
            case CMARK_NODE_LINEBREAK: html_.single("br").line(); return;
            case CMARK_NODE_CODE:
                html_.element("code", view_of(cmark_node_get_literal(node)));
                return;
            case CMARK_NODE_EMPH: return inline_element("em", entering);
            case CMARK_NODE_STRONG: return inline_element("strong", entering);
            case CMARK_NODE_LINK: return link(node, entering);
            default: return table_part(node, entering);
        }
    }

    std::string take() { return html_.take(); }

 private:
    void inline_element(std::string_view element, bool entering) {
        if (entering)
            html_.open(element);
        else
            html_.close();
    }

    void block(std::string_view element, bool entering) {
        if (entering)
            html_.open(element).line();
        else
            html_.close().line();
    }

    /// The paragraph of a tight list's item has no element of its own.
    void paragraph(cmark_node* node, bool entering) {
        cmark_node* const list = cmark_node_parent(cmark_node_parent(node));
        const bool tight = list != nullptr && cmark_node_get_type(list) == CMARK_NODE_LIST &&
                           cmark_node_get_list_tight(list) != 0;
        if (!tight) inline_element("p", entering);
        if (!entering) html_.line();
    }

    void heading(cmark_node* node, bool entering) {
        const auto level = levels_.find(node);
        if (level == levels_.end()) {
            silent_ = node;
            return;
        }
        if (entering) last_heading_ = words_of(node);
        inline_element(fmt::format("h{}", level->second), entering);
        if (!entering) html_.line();
    }

    void list(cmark_node* node, bool entering) {
        const bool numbered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
        const int start = cmark_node_get_list_start(node);
        if (entering && numbered && start != 1) {
            html_.open("ol", {{"start", std::to_string(start)}}).line();
        } else {
            block(numbered ? "ol" : "ul", entering);
        }
    }

    void item(bool entering) {
        inline_element("li", entering);
        if (!entering) html_.line();
    }

    /// Can be scrolled with the keyboard where its lines are too long for the page.
    void code_block(cmark_node* node) {
        html_.open("pre", {{"tabindex", "0"}})
            .element("code", view_of(cmark_node_get_literal(node)))
            .close()
            .line();
    }

    void link(cmark_node* node, bool entering) {
        const auto address = view_of(cmark_node_get_url(node));
        if (!publication::is_safe_link(address)) return;
        if (!entering) {
            html_.close();
            return;
        }
        html_.open("a", {{"href", publication::encoded_link(address)}});
        if (words_of(node).empty()) html_.text(address);
    }

    void table_part(cmark_node* node, bool entering) {
        const auto type = type_of(node);
        if (type == "table") return table(entering);
        if (type == "table_header" || type == "table_row")
            return row(type == "table_header", entering);
        if (type == "table_cell") return cell(node, entering);
        throw Failure(FailureKind::refused,
                      fmt::format("no way to show the Markdown node `{}`", type));
    }

    /// A table stands in a box that scrolls by itself, so that the page does not on a phone. Named
    /// after its heading; the number keeps the names of two tables apart.
    void table(bool entering) {
        if (!entering) {
            html_.close().line().close().line().close().line();
            return;
        }
        std::string name = fmt::format("Table {}", ++tables_);
        if (!last_heading_.empty()) name += ": " + last_heading_;
        html_
            .open("div",
                  {{"class", "table"}, {"role", "group"}, {"aria-label", name}, {"tabindex", "0"}})
            .line();
        html_.open("table", {{"aria-label", name}}).line();
    }

    void row(bool header, bool entering) {
        in_header_ = header;
        if (entering) {
            if (header) html_.open("thead").line();
            column_ = 0;
            html_.open("tr").line();
            return;
        }
        html_.close().line();
        // The table's end closes the body that begins here; a table of a header alone has none
        // within.
        if (header) html_.close().line().open("tbody").line();
    }

    void cell(cmark_node* node, bool entering) {
        if (!entering) {
            html_.close().line();
            return;
        }
        // A header cell without words would name its column nothing.
        const bool header = in_header_ && !words_of(node).empty();
        const std::string_view element = header ? "th" : "td";
        const std::string_view side = alignment(node);
        ++column_;
        if (header && side.empty())
            html_.open(element, {{"scope", "col"}});
        else if (header)
            html_.open(element, {{"scope", "col"}, {"class", side}});
        else if (side.empty())
            html_.open(element);
        else
            html_.open(element, {{"class", side}});
    }

    std::string_view alignment(cmark_node* cell) const {
        cmark_node* const table = cmark_node_parent(cmark_node_parent(cell));
        const std::uint8_t* const sides = cmark_gfm_extensions_get_table_alignments(table);
        if (sides == nullptr || column_ >= cmark_gfm_extensions_get_table_columns(table)) return "";
        if (sides[column_] == 'r') return "right";
        return sides[column_] == 'c' ? "centre" : "";
    }

    const std::map<cmark_node*, int>& levels_;
    publication::HtmlWriter html_;
    cmark_node* silent_ = nullptr;  ///< the node left out until its end
    std::string last_heading_;
    int tables_ = 0;
    std::uint16_t column_ = 0;
    bool in_header_ = false;
};

}  // namespace

std::string body_of(cmark_node* document, const std::map<cmark_node*, int>& levels) {
    BodyWriter writer(levels);
    walk(document, [&writer](cmark_node* node, bool entering) { writer.visit(node, entering); });
    return writer.take();
}

}  // namespace scr::documents
