#include "cli/commands/casework_io.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <iterator>

#include "cli/context.hpp"
#include "cli/diagnostics.hpp"
#include "cli/files.hpp"
#include "scr/failure.hpp"
#include "scr/record/reference.hpp"
#include "scr/text/strings.hpp"
#include "scr/text/utf8.hpp"

namespace scr::cli {
namespace {

constexpr std::size_t free_text_limit = 1024 * 1024;
constexpr std::size_t most_findings = 50;

int exit_not_allowed() {
    return static_cast<int>(FailureKind::not_allowed);
}

/// A command alone stands bare on a help line; within a sentence it keeps its backticks.
std::string without_backticks(const std::string& help) {
    const bool whole =
        help.size() > 2 && help.front() == '`' && help.find('`', 1) == help.size() - 1;
    return whole ? help.substr(1, help.size() - 2) : help;
}

std::string read_input() {
    std::string text;
    char block[16 * 1024];
    while (std::cin.read(block, sizeof block), std::cin.gcount() > 0) {
        text.append(block, static_cast<std::size_t>(std::cin.gcount()));
        if (text.size() > free_text_limit) break;
    }
    if (std::cin.bad()) {
        throw Failure(FailureKind::refused, "standard input cannot be read to its end");
    }
    return text;
}

void print_failure(Context& context, const Failure& failure) {
    print_block(context.err(), render(failure));
}

}  // namespace

casework::Store& existing_store(Context& context, const Writing& how) {
    context.format_among({Format::text, Format::json});
    return context.has_store() ? context.store_for_writing(how) : context.store_or_empty();
}

std::string read_free_text(const std::string& file) {
    const std::string text = file == "-" ? read_input() : read_file(file, free_text_limit);
    const std::string name = file == "-" ? "standard input" : file;
    if (text.size() > free_text_limit) {
        throw Failure(FailureKind::refused, fmt::format("`{}` is larger than 1 MB", name));
    }
    if (const auto at = text::first_invalid_utf8(text)) {
        const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<long>(*at), '\n');
        throw Failure(FailureKind::refused, "the text is not UTF-8",
                      fmt::format("{}:{}", name, line), "", "save it with the encoding UTF-8");
    }
    return std::string(text::trim(text));
}

int refuse(Context& context, const std::vector<record::Refusal>& refusals) {
    for (const auto& [why, help] : refusals) {
        print_failure(context,
                      Failure(FailureKind::not_allowed, why, "", "", without_backticks(help)));
    }
    return exit_not_allowed();
}

Failure not_screened(const std::string& case_reference, const casework::ChoiceRefusal& refusal) {
    return Failure(FailureKind::not_allowed, fmt::format("{}: {}", case_reference, refusal.why), "",
                   refusal.note, refusal.help);
}

Failure not_screened(const std::string& case_reference, const casework::RejectedRecord& rejected) {
    const bool named = rejected.problem.starts_with(case_reference);
    return Failure(
        FailureKind::refused,
        named ? rejected.problem : fmt::format("{}: {}", case_reference, rejected.problem), "",
        rejected.note, rejected.help);
}

namespace {

/// The findings at one place: one surname may be that of a child, a parent and a brother.
struct LeakPlace {
    std::string where;
    std::string context;
    std::vector<std::string> labels;
    std::vector<std::string> cases;
};

void add_once(std::vector<std::string>& list, const std::string& item) {
    if (std::ranges::find(list, item) == list.end()) list.push_back(item);
}

std::vector<LeakPlace> places_of(const std::vector<publication::LeakFinding>& leaks) {
    std::vector<LeakPlace> places;
    for (const auto& leak : leaks) {
        const bool same = !places.empty() && places.back().where == leak.where &&
                          places.back().context == leak.masked_context;
        if (!same) places.push_back({leak.where, leak.masked_context, {}, {}});
        add_once(places.back().labels, leak.label);
        add_once(places.back().cases, leak.case_reference);
    }
    return places;
}

}  // namespace

int refuse_leaks(Context& context, const std::vector<publication::LeakFinding>& leaks,
                 const std::string& consequence) {
    const auto places = places_of(leaks);
    std::size_t printed = 0;
    for (const auto& place : places) {
        if (++printed > most_findings) break;
        const auto text = fmt::format("an identity of {}: {}", text::join_in_words(place.cases),
                                      text::join_in_words(place.labels, "or"));
        print_failure(context, Failure(FailureKind::not_allowed, text, place.where, place.context));
    }
    if (places.size() > most_findings) {
        context.err().line(fmt::format("and {} more", places.size() - most_findings));
    }
    const auto summary =
        fmt::format("identities in {}: {}", text::counted(places.size(), "place"), consequence);
    print_failure(context, Failure(FailureKind::not_allowed, summary, "", "",
                                   "take them out of the text and try again"));
    return exit_not_allowed();
}

void confirm(Context& context, const std::string& reference, const std::string& given,
             const std::string& question) {
    const auto names_it = [&](const std::string& text) {
        const auto typed = record::parse_reference(text::trim(text));
        return typed && record::to_text(*typed) == reference;
    };
    if (!given.empty()) {
        if (names_it(given)) return;
        throw Failure(FailureKind::usage,
                      fmt::format("`--confirm {}` does not name {}", given, reference), "", "",
                      fmt::format("if it is meant: --confirm {}", reference));
    }
    if (context.dry_run()) return;
    if (!context.can_ask()) {
        throw Failure(FailureKind::usage, "`--confirm` is missing", "",
                      question + ", and nobody can be asked here",
                      fmt::format("if it is meant: --confirm {}", reference));
    }
    context.out().flush();
    context.err().line(question).put(fmt::format("Type {} to go on: ", reference)).flush();
    std::string line;
    std::getline(std::cin, line);
    if (!names_it(line)) {
        throw Failure(FailureKind::not_allowed, "not confirmed: nothing was changed");
    }
}

void notice_dry_run(Context& context) {
    if (!context.dry_run()) return;
    context.out().flush();
    context.notice("dry run: nothing was changed");
}

Cell date_cell(const std::optional<record::CivilDate>& date) {
    if (!date) return {};
    return record::to_text(*date);
}

}  // namespace scr::cli
