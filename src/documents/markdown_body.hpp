#pragma once

#include <cmark-gfm.h>

#include <map>
#include <string>

namespace scr::documents {

/// The HTML of a document whose raw HTML and images were refused before. `levels` holds the level
/// that each heading takes; one without a level is left out, with its words.
/// Throws Failure refused for a kind of node that it does not know.
std::string body_of(cmark_node* document, const std::map<cmark_node*, int>& levels);

}  // namespace scr::documents
