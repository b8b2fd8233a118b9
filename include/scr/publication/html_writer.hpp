#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace scr::publication {

/// `text` fit for HTML content and for a quoted attribute.
std::string escaped(std::string_view text);

/// Whether a link of a published page may lead there: http, https and mailto addresses only.
bool is_safe_link(std::string_view address);

/// `address` with what a URL may not hold percent-encoded. Existing escapes stay.
std::string encoded_link(std::string_view address);

/// Writes HTML; every text and attribute value passes through `escaped` here and nowhere else.
/// Elements and attribute names come from the code, never from a document.
class HtmlWriter {
 public:
    using Attributes = std::initializer_list<std::pair<std::string_view, std::string_view>>;

    HtmlWriter& open(std::string_view element, Attributes attributes = {});
    /// Closes the innermost open element.
    HtmlWriter& close();
    /// An element without content: `meta`, `br`.
    HtmlWriter& single(std::string_view element, Attributes attributes = {});
    HtmlWriter& text(std::string_view text);
    /// open, text, close.
    HtmlWriter& element(std::string_view element, std::string_view text,
                        Attributes attributes = {});
    /// A line break in the source, for the eye of a reader of the file.
    HtmlWriter& line();
    /// HTML that another writer made, put in as it stands.
    HtmlWriter& made(std::string_view html);

    /// What was written; every element must have been closed.
    std::string take();

 private:
    void tag(std::string_view element, Attributes attributes);
    std::string html_;
    std::vector<std::string> open_;
};

}  // namespace scr::publication
