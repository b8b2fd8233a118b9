#include "scr/casework/naming.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scr/failure.hpp"
#include "scr/record/reference.hpp"
#include "scr/text/fold.hpp"
#include "scr/text/strings.hpp"

namespace scr::casework {
namespace {

using Kind = record::Reference::Kind;

std::string folded(std::string_view name) {
    return text::fold_case(text::trim(name));
}

std::string_view word_of(Kind kind) {
    switch (kind) {
        case Kind::notification: return "notification";
        case Kind::case_: return "case";
        case Kind::screening: return "screening";
        case Kind::review: return "review";
        case Kind::publication: return "publication";
        case Kind::lesson: return "lesson";
    }
    return "record";
}

/// The one review of that pseudonym; nothing when there is none.
std::optional<record::Review> review_called(Store& store, const std::string& name) {
    const auto reviews = reviews_called(store, name);
    if (reviews.size() > 1) {
        std::vector<std::string> choices;
        for (const auto& review : reviews) choices.push_back(in_words(review));
        refuse_several(name, choices);
    }
    return reviews.empty() ? std::nullopt : std::optional(reviews.front());
}

std::vector<record::Case> cases_of_review(Store& store, const record::Review& review) {
    std::vector<record::Case> cases;
    for (const auto& reference : review.cases) cases.push_back(store.case_of(reference).value());
    return cases;
}

}  // namespace

std::vector<record::Review> reviews_called(Store& store, std::string_view pseudonym) {
    auto reviews = store.reviews();
    std::erase_if(reviews, [wanted = folded(pseudonym)](const record::Review& review) {
        return folded(review.pseudonym) != wanted;
    });
    return reviews;
}

std::vector<record::Case> cases_named(Store& store, const std::string& name) {
    const auto reference = record::parse_reference(name);
    if (!reference) {
        if (const auto review = review_called(store, name)) return cases_of_review(store, *review);
        refuse_name(name, "case", "cases");
    }
    if (reference->kind == Kind::notification) {
        auto cases = store.cases_of(to_text(*reference));
        if (cases.empty()) refuse_name(name, "notification", "notifications");
        return cases;
    }
    if (auto found = store.case_of(to_text(*reference))) return {std::move(*found)};
    refuse_name(name, "case", "cases");
}

std::vector<record::Case> cases_named(Store& store, const std::vector<std::string>& names) {
    std::vector<record::Case> all;
    for (const auto& name : names) {
        for (auto& found : cases_named(store, name)) {
            const bool known = std::ranges::any_of(
                all, [&](const auto& other) { return other.reference == found.reference; });
            if (!known) all.push_back(std::move(found));
        }
    }
    return all;
}

record::Case case_named(Store& store, const std::string& name) {
    auto cases = cases_named(store, name);
    if (cases.size() == 1) return cases.front();
    std::vector<std::string> choices;
    for (const auto& one : cases) choices.push_back(one.reference);
    refuse_several(name, choices);
}

record::Review review_named(Store& store, const std::string& name) {
    const auto reference = record::parse_reference(name);
    auto found = reference ? store.review(to_text(*reference)) : review_called(store, name);
    if (!found) refuse_name(name, "review", "reviews");
    return *found;
}

record::Publication publication_named(Store& store, const std::string& name) {
    if (const auto reference = record::parse_reference(name)) {
        auto found = store.publication(to_text(*reference));
        if (!found) refuse_name(name, "publication", "publications");
        return *found;
    }
    auto publications = store.publications();
    std::erase_if(publications, [wanted = folded(name)](const record::Publication& publication) {
        return folded(publication.pseudonym) != wanted;
    });
    if (publications.empty()) refuse_name(name, "publication", "publications");
    if (publications.size() == 1) return publications.front();
    std::vector<std::string> choices;
    for (const auto& one : publications) {
        choices.push_back(
            fmt::format("{} (published {})", one.reference, record::to_text(one.published_on)));
    }
    refuse_several(name, choices);
}

void refuse_name(const std::string& name, std::string_view kind, std::string_view plural) {
    const auto reference = record::parse_reference(name);
    const auto help = fmt::format("scr list {}", plural);
    if (!reference) {
        throw Failure(
            FailureKind::not_allowed,
            fmt::format("`{}` is neither a reference nor a pseudonym of this store", name), "", "",
            help);
    }
    if (word_of(reference->kind) != kind) {
        throw Failure(FailureKind::not_allowed,
                      fmt::format("`{}` is a {}, not a {}", name, word_of(reference->kind), kind),
                      "", "", help);
    }
    throw Failure(FailureKind::not_allowed, fmt::format("there is no {} `{}`", kind, name), "", "",
                  help);
}

void refuse_several(const std::string& name, const std::vector<std::string>& choices) {
    throw Failure(FailureKind::not_allowed,
                  fmt::format("`{}` stands for {} records", name, choices.size()), "",
                  "they are " + text::join_in_words(choices), "name one by its reference");
}

std::string in_words(const record::Review& review) {
    return fmt::format("{} ({}, opened {})", review.reference, review.kind_label,
                       record::to_text(review.opened_on));
}

}  // namespace scr::casework
