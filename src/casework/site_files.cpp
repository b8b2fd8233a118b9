#include "scr/casework/site_files.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scr/casework/kept_criteria.hpp"
#include "scr/failure.hpp"

namespace scr::casework {
namespace {

using record::PublicationState;

/// Those that the site speaks of, newest first. What was withdrawn is not offered on request
/// either: a court or the safety of a child took it away.
std::vector<record::Publication> shown_publications(Store& store) {
    auto publications = store.publications();
    std::erase_if(publications, [](const record::Publication& publication) {
        return publication.state == PublicationState::withdrawn;
    });
    std::ranges::stable_sort(publications, std::ranges::greater{},
                             &record::Publication::published_on);
    return publications;
}

record::Report kept_report(Store& store, const record::Publication& publication) {
    if (auto report = store.report(publication.report_digest)) return std::move(*report);
    throw Failure(FailureKind::store,
                  fmt::format("the store does not hold the report of {}", publication.reference),
                  "", "", "scr audit verify");
}

SiteFile page_of(Store& store, const ReportReader& read, const record::Publication& publication,
                 const record::Review& review, const publication::SiteSettings& settings) {
    publication::ReportPage page;
    page.file_name = publication::page_name(publication.reference);
    page.pseudonym = publication.pseudonym;
    page.title = publication.title;
    page.kind_label = review.kind_label;
    page.body_html = read_kept(read, kept_report(store, publication)).body_html;
    page.published_on = publication.published_on;
    page.last_day = publication.last_day;
    return {page.file_name, publication::report_page(page, settings)};
}

publication::IndexEntry entry_of(const record::Publication& publication,
                                 const record::Review& review) {
    publication::IndexEntry entry;
    entry.pseudonym = publication.pseudonym;
    entry.title = publication.title;
    entry.kind_label = review.kind_label;
    entry.published_on = publication.published_on;
    entry.last_day = publication.last_day;
    entry.up = publication.state == PublicationState::published;
    entry.ended_on = publication.ended_on;
    return entry;
}

/// The criteria after which a review whose report is published may be opened, as sentences.
std::vector<std::string> when_undertaken(const criteria::Criteria& criteria) {
    std::vector<std::string> sentences;
    for (const auto& criterion : criteria.criteria) {
        const auto& outcome =
            criteria.determinations[criterion.determination].outcomes[criterion.outcome];
        const bool leads_to_report =
            std::ranges::any_of(criteria.review_kinds, [&](const criteria::ReviewKind& kind) {
                return kind.published != "no" &&
                       std::ranges::find(kind.after, outcome.id) != kind.after.end();
            });
        if (leads_to_report) {
            sentences.push_back(fmt::format("{} ({})", criterion.text, outcome.label));
        }
    }
    return sentences;
}

}  // namespace

std::vector<SiteFile> site_files(Store& store, CriteriaLibrary& library, const ReportReader& read,
                                 const publication::SiteSettings& settings) {
    std::vector<SiteFile> files;
    std::vector<publication::IndexEntry> entries;
    std::vector<std::string> when;
    for (const auto& publication : shown_publications(store)) {
        const auto review = store.review(publication.review).value();
        if (entries.empty()) {
            when = when_undertaken(kept_criteria(store, library, review.criteria_digest)->criteria);
        }
        auto entry = entry_of(publication, review);
        if (entry.up) {
            auto page = page_of(store, read, publication, review, settings);
            entry.file_name = page.name;
            entry.bytes = page.bytes.size();
            files.push_back(std::move(page));
        }
        entries.push_back(std::move(entry));
    }
    files.push_back(
        {std::string(publication::index_file), publication::index_page(entries, settings, when)});
    files.push_back(
        {std::string(publication::accessibility_file), publication::accessibility_page(settings)});
    files.push_back(
        {std::string(publication::style_file), std::string(publication::style_sheet())});
    return files;
}

std::optional<record::Refusal> may_rebuild(Store& store, const Site& site) {
    const auto built_from = site.built_from();
    if (!built_from) return {};
    if (const auto head = store.head(); head && head->hash == *built_from) return {};
    bool known = false;
    store.each_event(0, [&](const record::Event& event) { known |= event.hash == *built_from; });
    if (known) return {};
    return record::Refusal{
        "the site was built from a state of the record that this store does not have: what has "
        "come down since would come back",
        "use the store that built it, or say why with --accept-older-store --reason TEXT"};
}

bool rebuild_site(Store& store, CriteriaLibrary& library, const ReportReader& read,
                  const publication::SiteSettings& settings, Site& site) {
    bool changed = false;
    for (auto head = store.head(); head;) {
        if (!site.built_from() && store.publications().empty()) break;
        changed |= site.replace(site_files(store, library, read, settings), head->hash);
        // Another run may have committed since the head was read; its state must not be undone.
        auto newest = store.head();
        if (newest->hash == head->hash) break;
        head = std::move(newest);
    }
    return changed;
}

}  // namespace scr::casework
