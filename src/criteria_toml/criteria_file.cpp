#include "scr/criteria_toml/criteria_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>
#include <utility>

#include "criteria_toml/file_part.hpp"
#include "criteria_toml/quoted_text.hpp"
#include "criteria_toml/source_check.hpp"
#include "criteria_toml/source_map.hpp"
#include "criteria_toml/syntax_fault.hpp"
#include "scr/failure.hpp"

namespace scr::criteria_toml {
namespace {

using criteria::Node;

/// Rebuilds toml++'s tree as a Document's. Its depth is bounded: toml++ refuses values nested more
/// than 256 deep, and check_source keys of many parts.
class Conversion {
 public:
    Conversion(std::string_view text, const SourceMap& places) : text_(text), places_(places) {}

    criteria::Table table(const toml::table& from) const {
        std::vector<std::pair<const toml::key*, const toml::node*>> entries;
        for (const auto& [key, value] : from) entries.emplace_back(&key, &value);
        // toml++ keeps a table sorted by key; people mean the order that they wrote.
        std::stable_sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) {
            return a.first->source().begin < b.first->source().begin;
        });
        criteria::Table to;
        to.reserve(entries.size());
        for (const auto& [key, value] : entries)
            to.push_back({std::string(key->str()), places_.span(key->source()), node(*value)});
        return to;
    }

 private:
    Node node(const toml::node& from) const {
        Node to{{}, places_.span(from.source())};
        if (const auto* const inner = from.as_table())
            to.value = table(*inner);
        else if (const auto* const items = from.as_array())
            to.value = array(*items);
        else if (const auto* const string = from.as_string())
            to.value = text(string->get(), to.span);
        else if (const auto* const integer = from.as_integer())
            to.value = integer->get();
        else if (const auto* const truth = from.as_boolean())
            to.value = truth->get();
        else if (const auto* const number = from.as_floating_point())
            to.value = number->get();
        else
            to.value = criteria::DateText{written(to.span)};  // a date, a time or both
        return to;
    }

    criteria::Array array(const toml::array& from) const {
        criteria::Array to;
        to.reserve(from.size());
        for (const toml::node& item : from) to.push_back(node(item));
        return to;
    }

    std::string written(criteria::Span span) const {
        return std::string(text_.substr(span.begin, span.end - span.begin));
    }

    criteria::Text text(const std::string& value, criteria::Span span) const {
        if (plain_content(text_, span.begin) == value) return {value, span.begin + 1, {}};
        QuotedText quoted = read_quoted(text_, span.begin);
        if (quoted.value != value) return {value, span.begin + 1, {}};
        const std::size_t begin = quoted.places.front();
        const bool adjoining = quoted.places.back() - begin == value.size();
        return {value, begin, adjoining ? std::vector<std::size_t>{} : std::move(quoted.places)};
    }

    std::string_view text_;
    const SourceMap& places_;
};

/// The document, and what kept it from being read.
std::vector<criteria::Diagnostic> read_into(criteria::Document& document) {
    auto faults = check_source(document.text);
    if (!faults.empty()) return faults;
    const SourceMap places(document.text);
    try {
        const toml::table root = toml::parse(std::string_view(document.text));
        document.root = Conversion(document.text, places).table(root);
    } catch (const toml::parse_error& error) {
        faults.push_back(syntax_fault(error, document.text, places));
    }
    return faults;
}

}  // namespace

criteria::Document read_document(std::string_view bytes, std::string name) {
    auto [document, faults] = try_document(bytes, std::move(name));
    if (faults.empty()) return document;
    const criteria::Diagnostic& fault = faults.front();
    const criteria::Place place = criteria::place_of(document.text, fault.span.begin);
    throw Failure(FailureKind::refused, fault.message,
                  fmt::format("{}:{}:{}", document.name, place.line, place.column), fault.note,
                  fault.help);
}

DocumentReading try_document(std::string_view bytes, std::string name) {
    DocumentReading reading;
    reading.document = {std::move(name), std::string(bytes), {}};
    reading.diagnostics = read_into(reading.document);
    return reading;
}

LoadResult load(std::string_view bytes, std::string name, Part part) {
    LoadResult loaded;
    loaded.document = {std::move(name), std::string(part_of(bytes, part)), {}};
    loaded.result.diagnostics = read_into(loaded.document);
    if (loaded.result.diagnostics.empty()) loaded.result = criteria::read_criteria(loaded.document);
    return loaded;
}

std::optional<criteria::CriteriaHead> load_head(std::string_view bytes) {
    criteria::Document document{"", std::string(part_of(bytes, Part::head)), {}};
    if (!read_into(document).empty()) return std::nullopt;
    return criteria::read_head(document);
}

}  // namespace scr::criteria_toml
