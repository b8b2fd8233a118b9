// Cases as a person pastes them into a criteria file.

#include <fmt/format.h>

#include "scr/criteria/cases.hpp"
#include "scr/text/strings.hpp"

namespace scr::criteria {
namespace {

/// A basic string of TOML. Names come from the file, which holds no control characters in them but
/// may hold quotes.
std::string toml_string(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') result += '\\';
        result += c;
    }
    return result + '"';
}

/// A comment holds no line break, whatever the texts of the file hold.
std::string comment(std::string text) {
    for (char& c : text) {
        if (static_cast<unsigned char>(c) < ' ') c = ' ';
    }
    return "# " + text + "\n";
}

std::string table_text(const std::vector<std::string>& entries) {
    return entries.empty() ? "{}" : fmt::format("{{ {} }}", text::join(entries, ", "));
}

std::string facts_table(const Criteria& criteria, const Answers& answers) {
    std::vector<std::string> entries;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        if (answers[i].state != Answer::State::given) continue;
        const Fact& fact = criteria.facts[i];
        const std::string value = fact.text_of(answers[i].value);
        entries.push_back(fmt::format("{} = {}", fact.id,
                                      fact.type == FactType::integer ? value : toml_string(value)));
    }
    return table_text(entries);
}

std::string expect_table(const Criteria& criteria, const std::vector<Finding>& findings) {
    std::vector<std::string> entries;
    for (std::size_t i = 0; i < findings.size(); ++i) {
        const Determination& determination = criteria.determinations[i];
        entries.push_back(
            fmt::format("{} = {}", determination.id,
                        toml_string(findings[i].determined()
                                        ? determination.outcomes[findings[i].possible.front()].id
                                        : "undetermined")));
    }
    return table_text(entries);
}

std::string example_table(const Criteria& criteria, const Case& entry) {
    std::string text;
    for (std::size_t i = 1; i < entry.shows.size(); ++i)
        text += comment("also shows: " + entry.shows[i]);
    text += "[[example]]\n";
    text += fmt::format("name   = {}\n", toml_string(entry.name));
    text += fmt::format("facts  = {}\n", facts_table(criteria, entry.answers));
    return text + fmt::format("expect = {}\n\n", expect_table(criteria, entry.expect));
}

/// What cannot be shown for one reason stands on one line.
std::string unshown_comments(const Cases& cases) {
    if (cases.unshown.empty()) return "";
    std::string text = comment("No record can show:");
    for (std::size_t i = 0; i < cases.unshown.size();) {
        const std::string& reason = cases.unshown[i].obstacle.text;
        std::vector<std::string> what;
        for (; i < cases.unshown.size() && cases.unshown[i].obstacle.text == reason; ++i)
            what.push_back(cases.unshown[i].what);
        text += comment(fmt::format("- {}: {}", text::join(what, ", "), reason));
    }
    return text;
}

}  // namespace

std::string cases_toml(const Criteria& criteria, const Cases& cases) {
    std::string text =
        comment(
            fmt::format("Examples for {}, found by `scr criteria cases`: for each condition two "
                        "records,",
                        criteria.id)) +
        comment(
            "as alike as can be, in which it decides an outcome; each criterion, each outcome.") +
        "\n";
    for (const Case& entry : cases.cases) text += example_table(criteria, entry);
    return text + unshown_comments(cases);
}

}  // namespace scr::criteria
