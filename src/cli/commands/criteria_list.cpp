#include <algorithm>
#include <iterator>
#include <set>

#include "cli/commands/casework_io.hpp"
#include "cli/commands/criteria.hpp"
#include "cli/context.hpp"
#include "cli/criteria_adoption.hpp"
#include "cli/listing.hpp"
#include "cli/options.hpp"

namespace scr::cli {
namespace {

constexpr std::size_t short_digest = 12;

struct ListedCriteria {
    std::string id;  ///< as `--criteria` takes it, but for a text that only the record has
    casework::CriteriaPointer file;
};

/// The files that are known here, after them the texts that only the record still has, last the
/// readings.
std::vector<ListedCriteria> listed_criteria(Context& context) {
    auto& library = context.criteria_library();
    std::vector<ListedCriteria> files;
    std::vector<ListedCriteria> readings;
    std::set<std::string> seen;
    const auto add = [&](std::vector<ListedCriteria>& to, std::string id,
                         casework::CriteriaPointer file) {
        if (seen.insert(file->digest).second) to.push_back({std::move(id), std::move(file)});
    };
    for (const auto& id : library.ids()) {
        files.push_back({id, library.by_name(id)});
        seen.insert(files.back().file->digest);
    }
    for (const auto& name : library.readings()) add(readings, name, library.by_name(name));
    if (context.has_store()) {
        for (const auto& kept : context.store_for_reading().criteria_texts())
            add(files, kept.id, library.from_text(kept));
    }
    std::ranges::move(readings, std::back_inserter(files));
    return files;
}

/// `shipped`, the person, `kept`; blank where it is not adopted.
std::string adopter_of(const casework::AdoptionStanding& standing) {
    switch (standing.ground) {
        case casework::AdoptionStanding::Ground::none: break;
        case casework::AdoptionStanding::Ground::shipped: return "shipped";
        case casework::AdoptionStanding::Ground::kept: return "kept";
        case casework::AdoptionStanding::Ground::meeting: return standing.adoption->adopted_by;
    }
    return "";
}

int run_criteria_list(Context& context) {
    const bool whole = context.format() != Format::text;
    Listing listing("criteria", {{"id", "id"},
                                 {"title", "title"},
                                 {"in_force_from", "in force from"},
                                 {"in_force_to", "to"},
                                 {"digest", "digest"},
                                 {"adopted_by", "adopted by"},
                                 {"meeting", "meeting"},
                                 {"adopted_at", ""},
                                 {"reason", ""},
                                 {"file", ""}});
    for (const auto& [id, file] : listed_criteria(context)) {
        const auto& read = file->criteria;
        const auto standing = adoption_of(context, *file);
        const auto& adoption = standing.adoption;
        listing.add({id, read.title, read.in_force_from, read.in_force_to,
                     whole ? file->digest : file->digest.substr(0, short_digest),
                     adopter_of(standing), adoption ? date_cell(adoption->meeting_on) : Cell(),
                     adoption ? Cell(adoption->adopted_at) : Cell(),
                     adoption ? Cell(adoption->reason) : Cell(), file->name});
    }
    listing.print(context, "there is no criteria file");
    if (!whole && !context.criteria_library().readings().empty())
        context.notice("what begins with readings/ is a reading: named, and never picked by date");
    return 0;
}

}  // namespace

void declare_criteria_list(CLI::App& criteria, Actions& actions) {
    auto& list = add_subcommand(criteria, "list",
                                "the criteria files that are known here, and who adopted each");
    add_examples(list, "  scr criteria list\n  scr criteria list --format csv");
    actions.add(list, run_criteria_list);
}

}  // namespace scr::cli
