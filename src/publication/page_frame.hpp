#pragma once

#include <functional>
#include <string_view>

#include "scr/publication/html_writer.hpp"
#include "scr/publication/page.hpp"

namespace scr::publication {

/// A whole page around what `write_main` puts into its main element: head, skip link, banner, foot.
/// `path_home`: whether the page leads back to the index.
std::string framed(std::string_view title, const SiteSettings& settings, bool path_home,
                   const std::function<void(HtmlWriter&)>& write_main);

/// Whom to ask: a link for an e-mail address, the sentence as it is, or the partnership.
void write_contact(HtmlWriter& html, const SiteSettings& settings);

}  // namespace scr::publication
