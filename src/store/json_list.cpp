#include "store/json_list.hpp"

#include <simdjson.h>

#include "scr/json/library.hpp"
#include "scr/text/json_writer.hpp"
#include "store/failures.hpp"

namespace scr::store {
namespace {

namespace dom = simdjson::dom;

// `element` is an element or the result of looking for one: both are read alike.
template <class Wanted, class Element>
Wanted get(const Element& element) {
    Wanted wanted;
    if (element.get(wanted) != simdjson::SUCCESS) throw Damaged();
    return wanted;
}

dom::parser new_parser() {
    json::require_library();
    return dom::parser();
}

template <class Element>
std::string string_from(const Element& element) {
    return std::string(get<std::string_view>(element));
}

template <class Element>
std::vector<std::string> strings_from(const Element& element) {
    std::vector<std::string> strings;
    for (const dom::element item : get<dom::array>(element)) strings.push_back(string_from(item));
    return strings;
}

}  // namespace

std::string to_json(const std::vector<std::string>& strings) {
    text::JsonWriter json;
    text::write_strings(json, strings);
    return json.take();
}

std::vector<std::string> strings_from_json(const std::string& json) {
    if (json == "[]") return {};
    dom::parser parser = new_parser();
    return strings_from(parser.parse(json));
}

std::string to_json(const std::vector<record::DeterminationResult>& results) {
    text::JsonWriter json;
    json.begin_array();
    for (const auto& result : results) {
        json.begin_object().key("determination").value(result.determination);
        json.key("outcome").value(result.outcome).key("possible");
        text::write_strings(json, result.possible);
        json.end_object();
    }
    json.end_array();
    return json.take();
}

std::vector<record::DeterminationResult> results_from_json(const std::string& json) {
    std::vector<record::DeterminationResult> results;
    dom::parser parser = new_parser();
    for (const dom::element item : get<dom::array>(parser.parse(json))) {
        results.push_back({.determination = string_from(item["determination"]),
                           .outcome = string_from(item["outcome"]),
                           .possible = strings_from(item["possible"])});
    }
    return results;
}

std::string to_json(const std::vector<record::Decisive>& decisive) {
    text::JsonWriter json;
    json.begin_array();
    for (const auto& [determination, answers] : decisive) {
        json.begin_object().key("determination").value(determination).key("answers");
        text::write_strings(json, answers);
        json.end_object();
    }
    json.end_array();
    return json.take();
}

std::vector<record::Decisive> decisive_from_json(const std::string& json) {
    std::vector<record::Decisive> decisive;
    dom::parser parser = new_parser();
    for (const dom::element item : get<dom::array>(parser.parse(json))) {
        decisive.push_back({string_from(item["determination"]), strings_from(item["answers"])});
    }
    return decisive;
}

}  // namespace scr::store
