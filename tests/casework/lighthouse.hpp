#pragma once

#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <map>
#include <string>

#include "scr/casework/criteria_library.hpp"
#include "scr/casework/facts_json.hpp"
#include "scr/casework/report_reader.hpp"
#include "scr/casework/site.hpp"
#include "scr/criteria_toml/criteria_file.hpp"
#include "scr/digest/sha256.hpp"
#include "scr/failure.hpp"
#include "scr/record/working_days.hpp"
#include "scr/store/database.hpp"

/// A store in a temporary file, and a regime that is nobody's: what works here works for any
/// criteria file.
namespace scr::casework::lighthouse {

inline constexpr std::string_view criteria_text = R"([criteria]
id           = "lighthouse"
title        = "Lighthouse incidents"
kind         = "lighthouse"
jurisdiction = "Nowhere"
regime_date  = "incident_on"

[source.rules]
title = "Keeper's rules"

[fact.drowned]
type = "yes_no"
ask  = "Did the child drown?"

[fact.lamp_lit]
type = "yes_no"
ask  = "Was the lamp lit?"

[determination.inquiry]
ask       = "Which inquiry?"
outcomes  = [ { id = "great", label = "Great inquiry" }, { id = "small", label = "Small inquiry" },
              { id = "none", label = "No inquiry" } ]
otherwise = "none"

[determination.signal]
ask       = "Is the coastguard told?"
outcomes  = [ { id = "signal", label = "Signal" }, { id = "silent", label = "No signal" } ]
otherwise = "silent"

[[criterion]]
id            = "drowning"
determination = "inquiry"
outcome       = "great"
when          = "drowned"
text          = "A child drowned"
cite          = ["rules"]
force         = "statutory"

[[criterion]]
id            = "dark"
determination = "inquiry"
outcome       = "small"
when          = "not lamp_lit"
text          = "The lamp was dark"
cite          = ["rules"]
force         = "local"

[[criterion]]
id            = "call"
determination = "signal"
outcome       = "signal"
when          = "drowned"
text          = "The coastguard looks for the drowned"
cite          = ["rules"]
force         = "statutory"

[[deadline]]
id     = "settle"
within = "1 month"
from   = "received_on"
until  = "decided_on"
owner  = "harbour master"
force  = "guidance"
cite   = ["rules"]

[[deadline]]
id     = "send_word"
within = "5 working days"
from   = "decided_on"
until  = "word_sent_on"
when   = "signal = signal"
owner  = "keeper"
force  = "statutory"
cite   = ["rules"]

[[review_kind]]
id        = "great_inquiry"
label     = "Great inquiry"
after     = ["great"]
published = "yes"

[[review_kind]]
id        = "small_inquiry"
label     = "Small inquiry"
after     = ["small", "great"]
published = "no"

[checklist.watch]
title  = "How the watch was kept"
before = ["great_inquiry"]
[[checklist.watch.factor]]
id   = "keeper"
text = "The keeper was alone"
[[checklist.watch.factor]]
id   = "fog"
text = "The keeper knew of the fog"

[checklist.weather]
title   = "What the weather was"
answers = ["thick", "thin"]
[[checklist.weather.factor]]
id   = "fog"
text = "The fog"

[publication]
available_for = "6 months"
)";

inline record::CivilDate day(std::string_view text) {
    return record::parse_civil_date(text).value();
}

class Library : public CriteriaLibrary {
 public:
    CriteriaPointer by_name(const std::string&) override { return compiled(criteria_text); }
    CriteriaPointer from_text(const CriteriaText& kept) override { return compiled(kept.text); }
    CriteriaPointer whole_text(const CriteriaText& kept) override { return compiled(kept.text); }
    CriteriaPointer compiled_before(const std::string& digest) override {
        const auto known = compiled_.find(digest);
        return known == compiled_.end() ? nullptr : known->second;
    }
    bool is_shipped(const LoadedCriteria& loaded) override { return loaded.text == criteria_text; }
    std::vector<std::string> ids() override { return {"lighthouse"}; }
    std::vector<std::string> readings() override { return {}; }
    CriteriaPointer rules_of(const std::string& id) override { return by_name(id); }
    const std::vector<criteria::CriteriaHead>& heads() override {
        heads_ = {by_name("")->criteria};
        return heads_;
    }

 private:
    CriteriaPointer compiled(std::string_view text) {
        auto& known = compiled_[digest::sha256(text)];
        if (known) return known;
        auto loaded = criteria_toml::load(text, "lighthouse.toml");
        if (!loaded.result.criteria)
            throw Failure(FailureKind::bug, "the test's criteria are wrong");
        known = std::make_shared<const LoadedCriteria>(
            LoadedCriteria{std::move(*loaded.result.criteria), digest::sha256(text),
                           std::string(text), "lighthouse.toml"});
        return known;
    }

    std::map<std::string, CriteriaPointer> compiled_;
    std::vector<criteria::CriteriaHead> heads_;
};

/// A folder for one test, gone with it, with a store in it that knows what time it is.
class Harbour {
 public:
    Harbour() {
        std::string name = std::filesystem::temp_directory_path() / "scr-casework-XXXXXX";
        folder_ = mkdtemp(name.data());
        options_.file = folder_ / "scr.db";
        options_.mode = store::OpenOptions::Mode::create;
        options_.now = [this] { return now; };
        store_ = store::open(options_);
    }
    ~Harbour() {
        store_.reset();
        std::filesystem::remove_all(folder_);
    }
    Harbour(const Harbour&) = delete;
    Harbour& operator=(const Harbour&) = delete;

    Store& store() { return *store_; }
    record::Act act(const std::string& verb = "test") const { return {verb, "", "kay", "kay", {}}; }

    /// A notification with one child, not yet screened.
    std::string notify(const std::string& facts = R"({"drowned":"yes"})",
                       const std::string& child_label = "a") {
        const auto change = store_->begin(act("notify"));
        change->keep_criteria(to_stored_text(*library.by_name("")));
        record::Notification notification;
        notification.agency = "Harbour office";
        notification.received_on = day("2025-03-03");
        notification.criteria_digest = library.by_name("")->digest;
        const auto reference = change->add_notification(notification);
        const auto child = add_child(*change, reference, facts, child_label);
        change->commit();
        return child;
    }

    std::string add_child(const std::string& notification, const std::string& facts,
                          const std::string& label) {
        const auto change = store_->begin(act("notify"));
        auto child = add_child(*change, notification, facts, label);
        change->commit();
        return child;
    }

    void amend(const std::string& child, const std::string& facts) {
        const auto change = store_->begin(act("notify.amend"));
        record::FactsVersion version;
        version.facts_json = facts;
        version.dates.received_on = day("2025-03-03");
        version.digest = facts_digest(facts, version.dates);
        version.reason = "the diver came back";
        change->add_facts(child, version);
        change->commit();
    }

    void identify(const std::string& child, const record::Identity& identity) {
        const auto change = store_->begin(act("notify.identities"));
        change->add_identity(child, identity);
        change->commit();
    }

    /// A screening of the case's newest facts, with these results.
    void screen(const std::string& child, const std::string& inquiry = "great",
                const std::string& signal = "signal") {
        const auto facts = store_->facts_of(child).back();
        const auto change = store_->begin(act("screen"));
        change->keep_criteria(to_stored_text(*library.by_name("")));
        record::ScreeningRecord screening;
        screening.case_reference = child;
        screening.criteria_id = "lighthouse";
        screening.criteria_digest = library.by_name("")->digest;
        screening.facts_version = facts.number;
        screening.facts_digest = facts.digest;
        screening.program_version = "0";
        screening.results = {result("inquiry", inquiry, {"great", "small", "none"}),
                             result("signal", signal, {"signal", "silent"})};
        change->add_screening(screening);
        change->commit();
    }

    std::string now = "2025-03-10T09:00:00Z";
    Library library;
    record::Calendar calendar = record::Calendar::parse(
        "# coverage: 2025-01-01 to 2026-12-31\ndate,name\n2025-04-18,Good Friday\n");

 private:
    static record::DeterminationResult result(const std::string& determination,
                                              const std::string& outcome,
                                              const std::vector<std::string>& all) {
        return {determination, outcome,
                outcome == "undetermined" ? all : std::vector<std::string>{outcome}};
    }

    static std::string add_child(Change& change, const std::string& notification,
                                 const std::string& facts, const std::string& label) {
        record::Case child;
        child.notification = notification;
        child.agency = "Harbour office";
        child.sender_reference = "H-" + notification;
        child.child = label;
        child.facts.facts_json = facts;
        child.facts.dates.received_on = day("2025-03-03");
        child.facts.digest = facts_digest(facts, child.facts.dates);
        return change.add_case(child);
    }

    std::filesystem::path folder_;
    store::OpenOptions options_;
    std::unique_ptr<Store> store_;
};

/// A site in memory that counts how often it changed.
class MemorySite : public Site {
 public:
    std::filesystem::path folder() const override { return "site"; }
    std::optional<std::string> built_from() const override { return mark; }
    void check() const override {}
    bool replace(const std::vector<SiteFile>& wanted, const std::string& hash) override {
        mark = hash;
        if (files == wanted) return false;
        files = wanted;
        ++swaps;
        return true;
    }

    const SiteFile* find(const std::string& name) const {
        for (const auto& file : files) {
            if (file.name == name) return &file;
        }
        return nullptr;
    }

    std::optional<std::string> mark;
    std::vector<SiteFile> files;
    int swaps = 0;
};

/// The first line is the title, the rest the body.
inline ReportText read_lines(std::string_view bytes, const std::string&) {
    const auto end = bytes.find('\n');
    ReportText report{"text", std::string(bytes.substr(0, end)), "", {}};
    report.body_html = fmt::format("<p>{}</p>", bytes.substr(std::min(end, bytes.size())));
    report.segments = {{std::string(bytes), "line 1"}};
    return report;
}

}  // namespace scr::casework::lighthouse
