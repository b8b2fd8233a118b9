#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scr/record/civil_date.hpp"

namespace scr::publication {

/// What the pages say about the partnership that publishes them. Each may be blank.
struct SiteSettings {
    std::string partnership;  ///< its name
    std::string privacy_url;  ///< http or https; anything else is treated as blank
    std::string contact;      ///< an e-mail address, or a sentence saying whom to ask
};

/// One report while it is up.
struct ReportPage {
    std::string file_name;  ///< of page_name
    std::string pseudonym;  ///< `Child J`
    std::string title;      ///< blank: pseudonym and kind stand in its place
    std::string kind_label;
    std::string body_html;  ///< made by an HtmlWriter; its headings begin at h2
    record::CivilDate published_on{};
    record::CivilDate last_day{};
};

/// One line of the index.
struct IndexEntry {
    std::string pseudonym;
    std::string title;
    std::string kind_label;
    std::string file_name;  ///< blank when not up
    std::size_t bytes = 0;  ///< of the report's page
    record::CivilDate published_on{};
    record::CivilDate last_day{};
    bool up = true;
    std::optional<record::CivilDate> ended_on;  ///< the first day on which it was down
};

inline constexpr std::string_view index_file = "index.html";
inline constexpr std::string_view accessibility_file = "accessibility.html";
inline constexpr std::string_view style_file = "style.css";

/// The page's file name for a publication: `P-2026-0001` gives `p-2026-0001.html`. A reference of
/// another form is a fault of the program.
std::string page_name(std::string_view publication_reference);

/// `850 bytes`, `12 kB`, `1.4 MB` (decimal units, as a browser's download shows them).
std::string size_in_words(std::size_t bytes);

std::string report_page(const ReportPage& page, const SiteSettings& settings);

/// The index: entries in the order given, those up before those on request.
/// `when_reviews_are_undertaken`: one sentence or clause each, from the criteria file.
std::string index_page(const std::vector<IndexEntry>& entries, const SiteSettings& settings,
                       const std::vector<std::string>& when_reviews_are_undertaken);

std::string accessibility_page(const SiteSettings& settings);

/// The one style sheet of every page: phone to desk width, light and dark, screen and paper.
std::string_view style_sheet();

}  // namespace scr::publication
