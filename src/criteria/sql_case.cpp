#include "criteria/sql_case.hpp"

#include <map>

namespace scr::criteria {

std::string case_of(const std::string& subject, const SqlChoices& choices,
                    const std::string& otherwise) {
    std::string text;
    for (const auto& [value, expression] : choices) {
        if (expression != otherwise) text += " WHEN " + value + " THEN " + expression;
    }
    if (text.empty()) return otherwise;
    return "CASE " + subject + text + " ELSE " + otherwise + " END";
}

std::string case_among(const std::string& subject, const SqlChoices& choices) {
    std::map<std::string, std::size_t> counts;
    const std::string* most = &choices.front().second;
    for (const auto& [value, expression] : choices) {
        if (++counts[expression] > counts[*most]) most = &expression;
    }
    return case_of(subject, choices, *most);
}

}  // namespace scr::criteria
