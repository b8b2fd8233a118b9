#pragma once

#include <ctime>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>

#include "cli/dates.hpp"
#include "cli/environment.hpp"
#include "cli/globals.hpp"
#include "cli/output.hpp"
#include "cli/settings.hpp"
#include "scr/casework/criteria_library.hpp"
#include "scr/casework/site.hpp"
#include "scr/casework/store.hpp"
#include "scr/failure.hpp"
#include "scr/record/event.hpp"
#include "scr/record/working_days.hpp"

namespace scr::cli {

/// What surrounds the program, so that a test can stand in for it.
struct Surroundings {
    Environment environment;
    Output& out;
    Output& err;
    bool input_is_terminal = false;
    std::function<std::time_t()> clock;
};

/// How a command opens the record to write.
struct Writing {
    bool planned = false;   ///< `--as-of` may lie in the future
    int busy_seconds = 10;  ///< how long to wait for another writer
    bool begin = false;     ///< an empty file is made a store
};

/// What a command works with. The only place that makes adapters; each is made when it is first
/// asked for, so that a command pays for what it uses.
class Context {
 public:
    /// Throws Failure (refused) when `--as-of` is no date.
    Context(Globals globals, Settings settings, Surroundings surroundings);
    ~Context();

    const Globals& globals() const { return globals_; }
    const Settings& settings() const { return settings_; }
    const Environment& environment() const { return surroundings_.environment; }
    bool dry_run() const { return globals_.dry_run; }
    bool quiet() const { return globals_.quiet; }
    Format format() const;
    /// Throws Failure (usage) when the format that was asked for is none of `allowed`.
    Format format_among(std::initializer_list<Format> allowed) const;

    /// Results.
    Output& out() { return surroundings_.out; }
    /// Everything else.
    Output& err() { return surroundings_.err; }
    /// A line on standard error that `--quiet` silences.
    void notice(const std::string& text);
    /// A block on standard error that `--quiet` does not silence.
    void warn(const std::string& text, const std::string& note = "", const std::string& help = "");
    /// Whether a question may be asked: standard input and error are terminals, no `--no-input`.
    bool can_ask() const;

    /// The record, opened read-only. Throws Failure (store) when there is none.
    casework::Store& store_for_reading();
    /// The record, made on first use, which is said. With `--dry-run` a copy in memory: nothing
    /// reaches the disk. From then on a reader that leaves stops nothing. Throws Failure (refused)
    /// for an `--as-of` in the future that is not planned.
    casework::Store& store_for_writing(const Writing& = {});
    /// The record, for a command to which one without content is as good as none: an empty one in
    /// memory, with a warning, when there is none.
    casework::Store& store_or_empty();
    bool has_store() const;
    std::string store_file() const { return settings_.store.value; }

    casework::Site& site();
    const record::Calendar& calendar();
    casework::CriteriaLibrary& criteria_library();
    /// A file, an id, or `digest:` and the beginning of the digest of a text that the record keeps.
    casework::CriteriaPointer criteria_called(const std::string& name);
    /// `--criteria`, else SCR_CRITERIA, else the configuration's; null where nobody named any.
    casework::CriteriaPointer criteria_named();
    /// The one named, else `scr-2015`.
    casework::CriteriaPointer criteria_or_default();

    /// `--as-of`, else the date in London.
    record::CivilDate today() const;
    /// The date in London, whatever `--as-of` says.
    record::CivilDate real_today() const;
    bool as_of_set() const { return as_of_.has_value(); }
    std::optional<record::CivilDate> as_of() const { return as_of_; }
    /// In the text form, a line that says which day was read; only where `--as-of` was given.
    void print_as_of();
    /// Reads a date option; `today` and `yesterday` are those of `today()`.
    record::CivilDate date_option(std::string_view option, const std::string& value) const;
    /// Throws Failure (refused) when `date` lies after the real today and is not `planned`.
    void refuse_future(std::string_view option, record::CivilDate date, bool planned = false) const;

    /// Who does what, for the log.
    record::Act act(const std::string& verb, const std::string& subject = "") const;

 private:
    std::unique_ptr<casework::Store> open_for_writing(const Writing& how);
    void refuse_future_as_of(bool planned) const;

    Globals globals_;
    Surroundings surroundings_;
    Settings settings_;
    std::optional<record::CivilDate> as_of_;
    std::unique_ptr<casework::Store> reading_;
    std::unique_ptr<casework::Store> writing_;
    std::unique_ptr<casework::Site> site_;
    std::optional<record::Calendar> calendar_;
    std::unique_ptr<casework::CriteriaLibrary> library_;
};

}  // namespace scr::cli
