#include "scr/casework/criteria_choice.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scr/casework/period_in_force.hpp"
#include "scr/text/strings.hpp"

namespace scr::casework {
namespace {

using criteria::CriteriaHead;
using Candidates = std::vector<CriteriaHead>;

/// The files of the same kind and jurisdiction, the one taken in under among them. The library's
/// text of that id counts where it has one: it may have been corrected since.
Candidates candidates(const CriteriaHead& own, const Candidates& library) {
    Candidates result;
    bool has_own = false;
    for (const auto& file : library) {
        if (!same_line(file, own)) continue;
        has_own = has_own || file.id == own.id;
        result.push_back(file);
    }
    if (!has_own) result.push_back(own);
    return result;
}

/// Those in force on `day` or, where there is none, on the date of the case that each reads.
Candidates in_force(const Candidates& files, const record::CaseDates& dates,
                    std::optional<record::CivilDate> day) {
    Candidates result;
    for (const auto& file : files) {
        const auto date = day ? day : date_of(dates, file.regime_date);
        if (date && is_in_force(file, *date)) result.push_back(file);
    }
    return result;
}

bool overlap_declared(const CriteriaHead& a, const CriteriaHead& b) {
    const auto names = [](const CriteriaHead& file, const std::string& id) {
        return std::find(file.overlaps.begin(), file.overlaps.end(), id) != file.overlaps.end();
    };
    return names(a, b.id) || names(b, a.id);
}

bool all_overlaps_declared(const Candidates& files) {
    for (std::size_t a = 0; a < files.size(); ++a) {
        for (std::size_t b = a + 1; b < files.size(); ++b) {
            if (!overlap_declared(files[a], files[b])) return false;
        }
    }
    return true;
}

/// Within a declared transition a case stays with the file it came in under, else takes the later.
std::string within_transition(const Candidates& files, const std::string& own_id) {
    const CriteriaHead* latest = &files.front();
    for (const auto& file : files) {
        if (file.id == own_id) return own_id;
        if (file.in_force_from > latest->in_force_from) latest = &file;
    }
    return latest->id;
}

std::vector<std::string> in_force_texts(const Candidates& files) {
    std::vector<std::string> texts;
    for (const auto& file : files) {
        texts.push_back(fmt::format("{} ({} to {})", file.id,
                                    file.in_force_from.empty() ? "ever" : file.in_force_from,
                                    file.in_force_to.empty() ? "now" : file.in_force_to));
    }
    return texts;
}

bool holds_id(const Candidates& library, const std::string& id) {
    return std::ranges::find(library, id, &CriteriaHead::id) != library.end();
}

/// One that `--criteria` takes: of several the one taken in under, else the first that is known.
const std::string& nameable(const Candidates& files, const CriteriaHead& own,
                            const Candidates& library) {
    for (const auto& file : files) {
        if (file.id == own.id && holds_id(library, own.id)) return own.id;
    }
    for (const auto& file : files) {
        if (holds_id(library, file.id)) return file.id;
    }
    return own.id;
}

/// How to choose one. A named file makes a record, as `--in-force` does not, unless the facts are
/// those of a day.
std::string naming_help(const std::string& id, bool looking_back) {
    return looking_back
               ? fmt::format("in place of --in-force name one: --criteria {} --known-at today", id)
               : fmt::format("name one: --criteria {}", id);
}

}  // namespace

bool same_line(const CriteriaHead& a, const CriteriaHead& b) {
    return a.kind == b.kind && a.jurisdiction == b.jurisdiction;
}

std::optional<record::CivilDate> date_of(const record::CaseDates& dates, std::string_view column) {
    if (column == "received_on") return dates.received_on;
    if (column == "incident_on") return dates.incident_on;
    if (column == "died_on") return dates.died_on;
    if (column == "harmed_on") return dates.harmed_on;
    if (column == "became_aware_on") return dates.became_aware_on;
    return std::nullopt;
}

bool is_in_force(const CriteriaHead& file, record::CivilDate date) {
    return !PeriodInForce(file).leaves_out(date);
}

std::variant<CriteriaChoice, ChoiceRefusal> choose_for_case(const record::CaseDates& dates,
                                                            const CriteriaHead& own,
                                                            const Candidates& library,
                                                            std::optional<record::CivilDate> day) {
    const auto date = day ? day : date_of(dates, own.regime_date);
    if (!date) {
        return CriteriaChoice{
            own.id, true,
            fmt::format("without `{}` the criteria file that it was taken in under is used: {}",
                        own.regime_date, own.id)};
    }
    const auto files = candidates(own, library);
    const auto chosen = in_force(files, dates, day);
    if (chosen.empty()) {
        return ChoiceRefusal{fmt::format("no criteria file of {} is in force on {}",
                                         own.jurisdiction, record::to_text(*date)),
                             "files are " + text::join(in_force_texts(files), ", "),
                             day ? "scr criteria list" : naming_help(own.id, false)};
    }
    if (chosen.size() > 1 && !all_overlaps_declared(chosen)) {
        return ChoiceRefusal{
            fmt::format("several criteria files are in force on {}", record::to_text(*date)),
            "they are " + text::join(in_force_texts(chosen), ", ") + "; none declares the overlap",
            naming_help(nameable(chosen, own, library), day.has_value())};
    }
    const std::string id = within_transition(chosen, own.id);
    return CriteriaChoice{id, id == own.id && !holds_id(library, id), ""};
}

std::string choose_for_incident(std::optional<record::CivilDate> incident_on,
                                const CriteriaHead& usual, const Candidates& library) {
    std::string result;
    for (const auto& file : library) {
        if (!incident_on || !same_line(file, usual) || file.regime_date != "incident_on" ||
            !is_in_force(file, *incident_on)) {
            continue;
        }
        if (!result.empty()) return "";
        result = file.id;
    }
    return result;
}

}  // namespace scr::casework
