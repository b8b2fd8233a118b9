#include "scr/casework/attention.hpp"

#include <fmt/format.h>

#include "cli/commands/attention.hpp"
#include "cli/commands/casework_io.hpp"
#include "cli/context.hpp"
#include "cli/listing.hpp"
#include "cli/sheet.hpp"
#include "scr/text/strings.hpp"

namespace scr::cli {
namespace {

using casework::AttentionItem;
using casework::Need;

/// A load of records would otherwise push everything else off the screen.
constexpr std::size_t most_shown = 10;

struct NeedWords {
    Need need;
    std::string_view heading;
    std::string_view all;  ///< a command for all of them; blank where each has its own
    std::string_view list;
};

constexpr NeedWords words[] = {
    {Need::overdue, "Overdue", "", "scr list deadlines"},
    {Need::past_last_day, "Past their last day", "scr expire", "scr list publications"},
    {Need::unscreened, "Not screened", "scr screen --pending", "scr list cases"},
    {Need::decided_otherwise, "Decided, and newer facts say otherwise", "", "scr list cases"},
    {Need::undecided, "Not decided",
     "scr review decide CASE --meeting D --recommend OUTCOME --decide OUTCOME --reason-file F",
     "scr list cases"},
    {Need::unweighed, "Under review, and not weighed", "", "scr list reviews"},
    {Need::ending_soon, "Ending within 30 days", "", "scr list publications"},
};

void print_item(Output& out, const AttentionItem& item, bool with_command) {
    print_paragraph(out, fmt::format("{}  {}", item.reference, item.text), 2);
    if (with_command) print_paragraph(out, item.command, 6);
}

void print_group(Output& out, const NeedWords& group, const std::vector<AttentionItem>& items) {
    std::size_t count = 0;
    for (const auto& item : items) count += item.need == group.need ? 1 : 0;
    if (count == 0) return;
    out.line();
    out.line(fmt::format("{} ({})", group.heading, count), Style::bold);
    if (!group.all.empty()) print_paragraph(out, std::string(group.all), 6);
    std::size_t shown = 0;
    for (const auto& item : items) {
        if (item.need != group.need || ++shown > most_shown) continue;
        print_item(out, item, group.all.empty());
    }
    if (count > most_shown) {
        print_paragraph(out, fmt::format("and {} more: {}", count - most_shown, group.list), 2);
    }
}

void print_text(Context& context, const std::vector<AttentionItem>& items) {
    auto& out = context.out();
    const auto today = record::to_text(context.today());
    if (items.empty()) {
        out.line(fmt::format("nothing needs anybody on {}", today));
        return;
    }
    const auto things = text::counted(items.size(), "thing");
    out.line(
        fmt::format("{} {} somebody on {}", things, items.size() == 1 ? "needs" : "need", today));
    for (const auto& group : words) print_group(out, group, items);
}

Listing listing_of(const std::vector<AttentionItem>& items) {
    Listing listing("attention", {{"need", "need"},
                                  {"reference", "reference"},
                                  {"due", "due"},
                                  {"text", "what"},
                                  {"command", "command"}});
    for (const auto& item : items) {
        listing.add({std::string(to_text(item.need)), item.reference, date_cell(item.due),
                     item.text, item.command});
    }
    return listing;
}

int begin(Context& context) {
    if (context.format() != Format::text) {
        listing_of({}).print(context, "");
        return 0;
    }
    print_paragraph(context.out(), fmt::format("there is no store yet at {}", context.store_file()),
                    0);
    for (const char* step : {"scr notify --fact …      record a notification",
                             "scr notify --from FILE   record many from CSV or NDJSON",
                             "scr screen --from FILE   screen a file without recording it",
                             "scr --help               all commands"}) {
        context.out().line(std::string("  ") + step);
    }
    return 0;
}

}  // namespace

int run_attention(Context& context) {
    if (!context.has_store()) return begin(context);
    const auto items = casework::attention(context.store_for_reading(), context.criteria_library(),
                                           context.calendar(), context.today());
    if (context.format() == Format::text) {
        print_text(context, items);
    } else {
        listing_of(items).print(context, "");
    }
    return 0;
}

}  // namespace scr::cli
