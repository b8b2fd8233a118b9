#pragma once

#include <cmark-gfm.h>

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace scr::documents {

struct FreeNode {
    void operator()(cmark_node* node) const { cmark_node_free(node); }
};
/// Owns a node and all below it.
using Tree = std::unique_ptr<cmark_node, FreeNode>;

/// `text` parsed as CommonMark with tables. Throws Failure refused when the library cannot do it.
Tree parse_markdown(std::string_view text);

/// Walks a tree in reading order: `visit(node, entering)`, once for a leaf. The visitor must not
/// change the tree.
void walk(cmark_node* root, const std::function<void(cmark_node*, bool)>& visit);

/// The name of a node's type: `paragraph`, `table_cell`. Those of the table extension have no
/// constant.
std::string_view type_of(cmark_node* node);

/// The words of a node as a reader sees them; line breaks as spaces.
std::string words_of(cmark_node* node);

/// The source lines of a node, or of the nearest one above it that knows them; 1-based.
int first_line_of(cmark_node* node);
int last_line_of(cmark_node* node);

/// `text` of the library, which gives a null pointer for a blank one.
inline std::string_view view_of(const char* text) {
    return text == nullptr ? "" : text;
}

}  // namespace scr::documents
