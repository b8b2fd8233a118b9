#include "markdown_tree.hpp"

#include <cmark-gfm-core-extensions.h>

#include <algorithm>

#include "scr/failure.hpp"

namespace scr::documents {

namespace {

struct FreeParser {
    void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};

struct FreeIterator {
    void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};

}  // namespace

Tree parse_markdown(std::string_view text) {
    cmark_gfm_core_extensions_ensure_registered();
    const std::unique_ptr<cmark_parser, FreeParser> parser(cmark_parser_new(CMARK_OPT_DEFAULT));
    cmark_syntax_extension* const tables = cmark_find_syntax_extension("table");
    if (!parser || tables == nullptr ||
        cmark_parser_attach_syntax_extension(parser.get(), tables) == 0) {
        throw Failure(FailureKind::refused, "Markdown cannot be read: its library lacks tables");
    }
    cmark_parser_feed(parser.get(), text.data(), text.size());
    Tree tree(cmark_parser_finish(parser.get()));
    if (!tree)
        throw Failure(FailureKind::refused,
                      "Markdown cannot be read: its library gave no document");
    return tree;
}

void walk(cmark_node* root, const std::function<void(cmark_node*, bool)>& visit) {
    const std::unique_ptr<cmark_iter, FreeIterator> iterator(cmark_iter_new(root));
    for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator.get())) {
        visit(cmark_iter_get_node(iterator.get()), event == CMARK_EVENT_ENTER);
    }
}

std::string_view type_of(cmark_node* node) {
    return view_of(cmark_node_get_type_string(node));
}

std::string words_of(cmark_node* node) {
    std::string words;
    walk(node, [&words](cmark_node* inner, bool entering) {
        if (!entering) return;
        const auto type = cmark_node_get_type(inner);
        if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
            words += ' ';
        else
            words += view_of(cmark_node_get_literal(inner));
    });
    return words;
}

int first_line_of(cmark_node* node) {
    for (; node != nullptr; node = cmark_node_parent(node)) {
        if (const int line = cmark_node_get_start_line(node); line > 0) return line;
    }
    return 1;
}

int last_line_of(cmark_node* node) {
    for (; node != nullptr; node = cmark_node_parent(node)) {
        if (cmark_node_get_start_line(node) > 0) {
            return std::max(cmark_node_get_start_line(node), cmark_node_get_end_line(node));
        }
    }
    return 1;
}

}  // namespace scr::documents
