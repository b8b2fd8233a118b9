#include "cli/context.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/criteria_folder.hpp"
#include "cli/diagnostics.hpp"
#include "cli/embedded_data.hpp"
#include "cli/files.hpp"
#include "scr/casework/adoption.hpp"
#include "scr/casework/kept_criteria.hpp"
#include "scr/site/folder_site.hpp"
#include "scr/store/database.hpp"

namespace scr::cli {
namespace {

constexpr const char* default_criteria = "scr-2015";
constexpr std::string_view digest_mark = "digest:";

std::string to_text(Format format) {
    switch (format) {
        case Format::text: return "text";
        case Format::json: return "json";
        case Format::csv: return "csv";
        case Format::ndjson: return "ndjson";
    }
    return "";
}

}  // namespace

Context::Context(Globals globals, Settings settings, Surroundings surroundings)
    : globals_(std::move(globals)),
      surroundings_(std::move(surroundings)),
      settings_(std::move(settings)) {
    if (!globals_.as_of.empty()) {
        as_of_ = parse_date_option("--as-of", globals_.as_of, real_today());
    }
}

Context::~Context() = default;

Format Context::format() const {
    for (const Format format : {Format::json, Format::csv, Format::ndjson}) {
        if (globals_.format == to_text(format)) return format;
    }
    return Format::text;
}

Format Context::format_among(std::initializer_list<Format> allowed) const {
    const Format wanted = format();
    if (std::find(allowed.begin(), allowed.end(), wanted) != allowed.end()) return wanted;
    std::string words;
    for (const Format one : allowed) words += (words.empty() ? "" : ", ") + to_text(one);
    throw Failure(FailureKind::usage,
                  fmt::format("this command has no `--format {}`", globals_.format), "",
                  "formats are " + words);
}

void Context::notice(const std::string& text) {
    if (globals_.quiet) return;
    if (out().appearance().terminal) out().flush();
    err().line(text).flush();
}

void Context::warn(const std::string& text, const std::string& note, const std::string& help) {
    if (out().appearance().terminal) out().flush();
    print_block(err(), render_warning(text, note, help));
    err().flush();
}

bool Context::can_ask() const {
    return surroundings_.input_is_terminal && surroundings_.err.appearance().terminal &&
           !globals_.no_input;
}

bool Context::has_store() const {
    return store::exists(settings_.store.value);
}

casework::Store& Context::store_for_reading() {
    // A command that writes and then reads must see what it wrote.
    if (writing_) return *writing_;
    if (reading_) return *reading_;
    if (!has_store()) {
        throw Failure(FailureKind::store, fmt::format("there is no store at `{}`", store_file()),
                      "", fmt::format("the place comes from {}", settings_.store.origin),
                      "scr store init");
    }
    store::OpenOptions options;
    options.file = store_file();
    options.mode = store::OpenOptions::Mode::read_only;
    reading_ = store::open(options);
    return *reading_;
}

casework::Store& Context::store_for_writing(const Writing& how) {
    refuse_future_as_of(how.planned);
    out().outlive_reader();
    if (!writing_) writing_ = open_for_writing(how);
    return *writing_;
}

casework::Store& Context::store_or_empty() {
    if (writing_ || has_store()) return store_for_reading();
    warn(fmt::format("there is no store at `{}`", store_file()),
         fmt::format("the place comes from {}", settings_.store.origin));
    store::OpenOptions options;
    options.file = store_file();
    options.mode = store::OpenOptions::Mode::dry_run;
    writing_ = store::open(options);
    return *writing_;
}

std::unique_ptr<casework::Store> Context::open_for_writing(const Writing& how) {
    using Mode = store::OpenOptions::Mode;
    store::OpenOptions options;
    options.file = store_file();
    options.busy_seconds = how.busy_seconds;
    options.mode = dry_run() ? Mode::dry_run : how.begin ? Mode::begin : Mode::create;
    const bool is_new = !has_store();
    auto opened = store::open(options);
    if (is_new && !dry_run()) notice(fmt::format("created the store `{}`", store_file()));
    return opened;
}

casework::Site& Context::site() {
    if (!site_) site_ = site::open_site(settings_.site_folder.value);
    return *site_;
}

const record::Calendar& Context::calendar() {
    if (calendar_) return *calendar_;
    if (const std::string& file = settings_.calendar_file.value; !file.empty()) {
        calendar_ = record::Calendar::parse(read_file(file), file);
    } else {
        const auto files = embedded_calendar::files();
        if (files.empty()) throw Failure(FailureKind::bug, "no calendar is built in");
        calendar_ = record::Calendar::parse(files.front().content, files.front().name);
    }
    return *calendar_;
}

casework::CriteriaLibrary& Context::criteria_library() {
    if (!library_) {
        library_ = std::make_unique<CriteriaFolder>(
            std::vector<std::filesystem::path>{data_folder(environment()) / "criteria",
                                               "/etc/scr/criteria"},
            embedded_criteria::files(),
            [this] {
                return writing_ || has_store() ? casework::adopted_texts(store_for_reading())
                                               : std::vector<casework::CriteriaText>{};
            },
            embedded_readings::files());
    }
    return *library_;
}

casework::CriteriaPointer Context::criteria_called(const std::string& name) {
    if (!name.starts_with(digest_mark)) return criteria_library().by_name(name);
    return criteria_library().whole_text(
        casework::kept_text_of(store_for_reading(), name.substr(digest_mark.size())));
}

casework::CriteriaPointer Context::criteria_named() {
    const std::string& name = settings_.criteria.value;
    return name.empty() ? nullptr : criteria_called(name);
}

casework::CriteriaPointer Context::criteria_or_default() {
    auto named = criteria_named();
    return named ? named : criteria_library().by_name(default_criteria);
}

record::CivilDate Context::today() const {
    return as_of_.value_or(real_today());
}

record::CivilDate Context::real_today() const {
    return date_in_london(surroundings_.clock());
}

void Context::print_as_of() {
    if (as_of_ && format() == Format::text) out().line("as of " + record::to_text(*as_of_));
}

record::CivilDate Context::date_option(std::string_view option, const std::string& value) const {
    return parse_date_option(option, value, today());
}

void Context::refuse_future(std::string_view option, record::CivilDate date, bool planned) const {
    if (planned || date <= real_today()) return;
    throw Failure(FailureKind::refused,
                  fmt::format("`{} {}` lies in the future", option, record::to_text(date)), "",
                  fmt::format("today is {}", record::to_text(real_today())),
                  "add --planned where the date is meant");
}

void Context::refuse_future_as_of(bool planned) const {
    if (planned || today() <= real_today()) return;
    throw Failure(FailureKind::refused,
                  fmt::format("`--as-of {}` lies in the future", record::to_text(today())), "",
                  fmt::format("today is {}, and what is recorded has happened",
                              record::to_text(real_today())),
                  "leave --as-of out, or add --planned where the command has it");
}

record::Act Context::act(const std::string& verb, const std::string& subject) const {
    return {verb, subject, settings_.by.value, login_name(), as_of_};
}

}  // namespace scr::cli
