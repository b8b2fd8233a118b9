#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "criteria/rule_reading.hpp"
#include "scr/text/strings.hpp"

namespace scr::criteria {
namespace {

std::vector<Provision> read_provisions(TableReader& source, const std::string& name, Draft& draft) {
    std::vector<Provision> provisions;
    Ids ids;
    const std::string header = fmt::format("source.{}.provision", name);
    for (TableReader& table : source.list("provision", "provision", header)) {
        Provision provision;
        if (const Text* const id = table.required_text("id")) {
            provision.id = id->value;
            provision.span = id->span();
            ids.add(provision.id, "provision", id->span(), draft.faults);
        }
        provision.says = table.text_or("says", "");
        provision.out_of_scope = table.text_or("out_of_scope", "");
        table.refuse_unknown_keys();
        provisions.push_back(std::move(provision));
    }
    return provisions;
}

/// `source` or `source: provision`. Nothing, and a fault, where either is not known.
std::optional<Citation> read_citation(const Text& written, Draft& draft) {
    const auto& sources = draft.criteria.sources;
    const std::string& text = written.value;
    const std::size_t colon = std::min(text.find(':'), text.size());
    const std::string source_id(text::trim(std::string_view(text).substr(0, colon)));
    const auto source = std::find_if(sources.begin(), sources.end(),
                                     [&](const Source& s) { return s.id == source_id; });
    if (source == sources.end()) {
        const auto known = ids_of(sources);
        draft.faults.add(written.span(0, colon), fmt::format("unknown source `{}`", source_id),
                         draft.faults.known("source", known),
                         draft.faults.did_you_mean(source_id, known));
        return std::nullopt;
    }
    Citation citation{static_cast<std::size_t>(source - sources.begin()), std::nullopt};
    if (colon == text.size()) return citation;
    const std::size_t begin = std::min(text.find_first_not_of(" \t", colon + 1), text.size());
    const std::string provision_id(text::trim(std::string_view(text).substr(begin)));
    const auto& provisions = source->provisions;
    const auto provision = std::find_if(provisions.begin(), provisions.end(),
                                        [&](const Provision& p) { return p.id == provision_id; });
    if (provision == provisions.end()) {
        const auto known = ids_of(provisions);
        draft.faults.add(written.span(begin, text.size()),
                         fmt::format("unknown provision of `{}`: `{}`", source_id, provision_id),
                         draft.faults.known("provision", known, fmt::format("`{}`", source_id)),
                         draft.faults.did_you_mean(provision_id, known));
        return std::nullopt;
    }
    citation.provision = static_cast<std::size_t>(provision - provisions.begin());
    return citation;
}

}  // namespace

void read_sources(TableReader& root, Draft& draft) {
    for (auto& [entry, table] : root.named("source")) {
        Source source;
        source.id = entry->key;
        if (const Text* const title = table.required_text("title")) source.title = title->value;
        source.url = table.text_or("url", "");
        source.unverified = table.flag("unverified");
        source.provisions = read_provisions(table, source.id, draft);
        table.refuse_unknown_keys();
        draft.criteria.sources.push_back(std::move(source));
    }
}

std::vector<Citation> read_citations(TableReader& table, Draft& draft) {
    std::vector<Citation> citations;
    for (const Text* const written : table.texts("cite")) {
        if (const auto citation = read_citation(*written, draft)) citations.push_back(*citation);
    }
    return citations;
}

Force read_force(TableReader& table, Draft& draft) {
    static const std::vector<std::string> words{"statutory", "guidance", "local"};
    const Text* const written = table.text("force");
    if (!written) return Force::guidance;
    const auto found = std::find(words.begin(), words.end(), written->value);
    if (found != words.end()) return static_cast<Force>(found - words.begin());
    draft.faults.add(written->span(), fmt::format("unknown force `{}`", written->value),
                     "force is statutory, guidance or local",
                     draft.faults.did_you_mean(written->value, words));
    return Force::guidance;
}

}  // namespace scr::criteria
