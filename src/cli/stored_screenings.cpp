#include "cli/stored_screenings.hpp"

#include <fmt/format.h>

#include <map>

#include "cli/context.hpp"
#include "cli/screening_rows.hpp"
#include "cli/screening_table.hpp"
#include "cli/sheet.hpp"
#include "cli/table.hpp"
#include "scr/casework/incident.hpp"
#include "scr/text/json_writer.hpp"
#include "scr/text/strings.hpp"

namespace scr::cli {
namespace {

/// The children of one notification that were screened together under one criteria text.
struct Incident {
    std::string notification;
    casework::CriteriaPointer criteria;
    std::size_t children = 0;
    std::vector<std::vector<criteria::Finding>> findings;  ///< by determination, then child
};

class Incidents {
 public:
    void add(const casework::CaseScreening& screening) {
        auto& incident = incidents_[{screening.child.notification, screening.criteria->digest}];
        incident.notification = screening.child.notification;
        incident.criteria = screening.criteria;
        incident.findings.resize(screening.screening.findings.size());
        for (std::size_t i = 0; i < incident.findings.size(); ++i) {
            incident.findings[i].push_back(screening.screening.findings[i]);
        }
        ++incident.children;
    }

    template <class Visit>
    void each_of_several(Visit&& visit) const {
        for (const auto& [key, incident] : incidents_) {
            if (incident.children > 1) visit(incident);
        }
    }

 private:
    std::map<std::pair<std::string, std::string>, Incident> incidents_;
};

std::string possible_ids(const criteria::Determination& determination,
                         const criteria::Finding& finding) {
    std::vector<std::string> ids;
    for (const std::size_t i : finding.possible) ids.push_back(determination.outcomes[i].id);
    return text::join(ids, ", ");
}

/// A page a case, and under the children of a notification what follows for the incident.
class Pages final : public StoredPrinter {
 public:
    explicit Pages(Output& out) : out_(out) {}

    void add(const ShownScreening& shown) override {
        if (printed_++ > 0) out_.line().line();
        print_screening(out_, shown);
        if (shown.screening.already) {
            print_paragraph(out_, "Screened before: the same facts and criteria add no other.", 0);
        }
        incidents_.add(shown.screening);
    }

    void finish(std::size_t) override {
        incidents_.each_of_several([&](const Incident& incident) { print(incident); });
    }

 private:
    void print(const Incident& incident) {
        out_.line().line();
        out_.line(fmt::format("{}, the incident: the strongest of {} children",
                              incident.notification, incident.children),
                  Style::bold);
        const auto& determinations = incident.criteria->criteria.determinations;
        for (std::size_t i = 0; i < determinations.size(); ++i) {
            const auto finding = casework::strongest(incident.findings[i]);
            std::string line =
                fmt::format("{}: {}", determinations[i].id, outcome_id(determinations[i], finding));
            if (!finding.determined()) {
                line += "; still possible: " + possible_ids(determinations[i], finding);
            }
            print_paragraph(out_, line, 2);
        }
    }

    Output& out_;
    Incidents incidents_;
    std::size_t printed_ = 0;
};

/// A line a case. Cases may be screened under several files, so outcomes name their question.
class Lines final : public StoredPrinter {
 public:
    explicit Lines(Output& out) : out_(out), table_({"screening", "outcomes", "missing"}) {}

    void add(const ShownScreening& shown) override {
        const auto& criteria = shown.screening.criteria->criteria;
        std::vector<std::string> outcomes;
        for (std::size_t i = 0; i < criteria.determinations.size(); ++i) {
            outcomes.push_back(fmt::format(
                "{}: {}", criteria.determinations[i].id,
                outcome_id(criteria.determinations[i], shown.screening.screening.findings[i])));
        }
        table_.row({shown.screening.record.reference, text::join(outcomes, ", "),
                    text::join(shown.screening.record.missing, ", ")});
        notes_[evidence_note(criteria)] = true;
    }

    bool wants_details() const override { return false; }

    void finish(std::size_t refused) override {
        if (table_.empty()) {
            // One that was refused waits still.
            if (refused == 0) out_.line("no case waits to be screened");
            return;
        }
        table_.print(out_);
        out_.line();
        for (const auto& note : notes_) print_paragraph(out_, note.first, 0);
    }

 private:
    Output& out_;
    Table table_;
    std::map<std::string, bool> notes_;
};

/// The columns of a file's screening, all under the file of the first. A child without a reference
/// of the sender's is named by its own.
class CsvCases final : public StoredPrinter {
 public:
    CsvCases(Context& context, Output& out, bool no_header)
        : context_(context), out_(out), header_(!no_header) {}

    void expect(const criteria::Criteria& criteria) override {
        const auto columns = screening_columns(criteria);
        if (columns_.empty()) {
            begin(columns);
        } else if (columns != columns_) {
            throw Failure(FailureKind::usage, "the cases have different columns", "",
                          "their criteria files do not answer the same questions",
                          "--format ndjson, or name one file: --criteria ID");
        }
    }

    void add(const ShownScreening& shown) override {
        const auto& child = shown.screening.child;
        std::string row;
        append_csv_cell(row,
                        child.sender_reference.empty() ? child.reference : child.sender_reference);
        append_csv_cells(row, shown.screening.criteria->criteria, &shown.screening.screening);
        row += '\n';
        out_.bytes(out_.harmless_row(std::move(row)));
    }

    bool wants_details() const override { return false; }

    void finish(std::size_t) override {
        if (columns_.empty()) begin(screening_columns(context_.criteria_or_default()->criteria));
    }

 private:
    void begin(std::vector<std::string> columns) {
        columns_ = std::move(columns);
        if (header_) out_.csv_row(columns_);
    }

    Context& context_;
    Output& out_;
    bool header_;
    std::vector<std::string> columns_;
};

class JsonCases final : public StoredPrinter {
 public:
    JsonCases(Context& context, Output& out, bool lines)
        : context_(context), out_(out), lines_(lines) {
        if (!lines_) out_.bytes(R"({"schema":1,"screenings":[)");
    }

    void add(const ShownScreening& shown) override {
        if (!lines_ && count_ > 0) out_.bytes(",\n");
        ++count_;
        if (lines_) {
            out_.json_line(screening_json(shown));
        } else {
            out_.bytes(harmless_json(screening_json(shown)));
            incidents_.add(shown.screening);
        }
    }

    void finish(std::size_t) override {
        if (lines_) {
            context_.err().json_line(fmt::format(R"({{"type":"summary","screened":{}}})", count_));
            return;
        }
        text::JsonWriter json;
        json.begin_array();
        incidents_.each_of_several([&](const Incident& incident) { write(json, incident); });
        json.end_array();
        out_.bytes("],\"incidents\":" + json.take() + "}\n");
    }

 private:
    static void write(text::JsonWriter& json, const Incident& incident) {
        json.begin_object().key("notification").value(incident.notification);
        json.key("children").value(static_cast<std::int64_t>(incident.children));
        const auto& determinations = incident.criteria->criteria.determinations;
        for (std::size_t i = 0; i < determinations.size(); ++i) {
            const auto finding = casework::strongest(incident.findings[i]);
            json.key(determinations[i].id).value(outcome_id(determinations[i], finding));
            json.key(determinations[i].id + "_possible").begin_array();
            for (const std::size_t k : finding.possible)
                json.value(determinations[i].outcomes[k].id);
            json.end_array();
        }
        json.end_object();
    }

    Context& context_;
    Output& out_;
    bool lines_;
    Incidents incidents_;
    std::size_t count_ = 0;
};

}  // namespace

std::unique_ptr<StoredPrinter> make_stored_printer(Context& context, Output& out, bool brief,
                                                   bool no_header) {
    switch (context.format()) {
        case Format::csv: return std::make_unique<CsvCases>(context, out, no_header);
        case Format::json: return std::make_unique<JsonCases>(context, out, false);
        case Format::ndjson: return std::make_unique<JsonCases>(context, out, true);
        case Format::text: break;
    }
    if (brief) return std::make_unique<Lines>(out);
    return std::make_unique<Pages>(out);
}

}  // namespace scr::cli
