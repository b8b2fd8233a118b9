// A criteria file beside its sources, for somebody who reads it against the guidance.

#include <fmt/format.h>

#include "cli/commands/criteria.hpp"
#include "cli/context.hpp"
#include "cli/sheet.hpp"
#include "scr/criteria/provisions.hpp"
#include "scr/text/json_writer.hpp"

namespace scr::cli {
namespace {

using criteria::CarriedProvision;

constexpr std::size_t detail_indent = 6;
constexpr std::size_t most_examples = 5;  // by name; the rest are counted

/// What both forms need: the file, its provisions and the examples of each criterion.
struct Reading {
    const criteria::Criteria& file;
    std::vector<CarriedProvision> provisions;
    std::vector<std::vector<std::size_t>> examples;
};

const criteria::Provision* provision_of(const Reading& reading, const CarriedProvision& carried) {
    const auto& source = reading.file.sources[carried.source];
    return carried.provision ? &source.provisions[*carried.provision] : nullptr;
}

class BesidePage {
 public:
    BesidePage(const Reading& reading, Output& out) : reading_(reading), out_(out) {}

    void print() {
        out_.line(reading_.file.title, Style::bold);
        for (const CarriedProvision& carried : reading_.provisions) {
            if (source_ != carried.source) source(carried.source);
            provision(carried);
        }
    }

 private:
    void source(std::size_t index) {
        const auto& source = reading_.file.sources[index];
        source_ = index;
        out_.line();
        out_.line(source.title + (source.unverified ? " (unverified)" : ""), Style::bold);
        if (!source.url.empty()) out_.line(source.url);
    }

    void provision(const CarriedProvision& carried) {
        const auto* const provision = provision_of(reading_, carried);
        out_.line();
        out_.put("  ").put(provision ? provision->id : "the source as a whole", Style::bold).end();
        if (provision && !provision->says.empty())
            print_paragraph(out_, "says: " + provision->says, detail_indent);
        for (const std::size_t index : carried.criteria) criterion(index);
        for (const std::size_t index : carried.deadlines) deadline(index);
        for (const std::size_t index : carried.checklists) checklist(index);
        for (const criteria::FactorPlace place : carried.factors) factor(place);
        if (provision && !provision->out_of_scope.empty())
            print_paragraph(out_, "out of scope: " + provision->out_of_scope, detail_indent);
        else if (!carried.cited())
            print_paragraph(out_, "nothing in the file carries it", detail_indent);
    }

    void criterion(std::size_t index) {
        const auto& criterion = reading_.file.criteria[index];
        const auto& determination = reading_.file.determinations[criterion.determination];
        print_paragraph(out_,
                        fmt::format("rule: {}, {} = {}: {}", criterion.id, determination.id,
                                    determination.outcomes[criterion.outcome].id, criterion.text),
                        detail_indent);
        print_paragraph(out_, "when " + criterion.when_text, detail_indent + 2);
        examples(reading_.examples[index]);
    }

    void examples(const std::vector<std::size_t>& found) {
        const std::string margin(detail_indent + 2, ' ');
        out_.line(margin + (found.empty() ? "no example shows it" : "holds in these examples:"));
        const std::size_t named = std::min(found.size(), most_examples);
        for (std::size_t i = 0; i < named; ++i) {
            print_paragraph(out_, "- " + reading_.file.examples[found[i]].name, detail_indent + 4);
        }
        if (found.size() > named)
            out_.line(fmt::format("{}  and {} more", margin, found.size() - named));
    }

    void deadline(std::size_t index) {
        const auto& deadline = reading_.file.deadlines[index];
        print_paragraph(out_,
                        fmt::format("deadline: {}, within {} from {} until {}", deadline.id,
                                    deadline.within, deadline.from, deadline.until),
                        detail_indent);
    }

    void checklist(std::size_t index) {
        const auto& checklist = reading_.file.checklists[index];
        print_paragraph(out_, fmt::format("checklist: {}: {}", checklist.id, checklist.title),
                        detail_indent);
    }

    void factor(criteria::FactorPlace place) {
        const auto& checklist = reading_.file.checklists[place.checklist];
        print_paragraph(
            out_,
            fmt::format("factor: {}, weighed: {}", criteria::full_factor_name(reading_.file, place),
                        checklist.factors[place.factor].text),
            detail_indent);
    }

    const Reading& reading_;
    Output& out_;
    std::optional<std::size_t> source_;
};

void rules_json(text::JsonWriter& json, const Reading& reading, const CarriedProvision& carried) {
    json.key("criteria").begin_array();
    for (const std::size_t index : carried.criteria) {
        const auto& criterion = reading.file.criteria[index];
        const auto& determination = reading.file.determinations[criterion.determination];
        json.begin_object().key("id").value(criterion.id).key("text").value(criterion.text);
        json.key("when").value(criterion.when_text);
        json.key("determination").value(determination.id);
        json.key("outcome").value(determination.outcomes[criterion.outcome].id);
        json.key("examples").begin_array();
        for (const std::size_t example : reading.examples[index])
            json.value(reading.file.examples[example].name);
        json.end_array().end_object();
    }
    json.end_array().key("deadlines").begin_array();
    for (const std::size_t index : carried.deadlines) json.value(reading.file.deadlines[index].id);
    json.end_array().key("checklists").begin_array();
    for (const std::size_t index : carried.checklists)
        json.value(reading.file.checklists[index].id);
    json.end_array().key("factors").begin_array();
    for (const criteria::FactorPlace place : carried.factors)
        json.value(criteria::full_factor_name(reading.file, place));
    json.end_array();
}

std::string beside_json(const Reading& reading) {
    text::JsonWriter json;
    json.begin_object().key("schema").value(1).key("id").value(reading.file.id);
    json.key("provisions").begin_array();
    for (const CarriedProvision& carried : reading.provisions) {
        const auto& source = reading.file.sources[carried.source];
        const auto* const provision = provision_of(reading, carried);
        json.begin_object().key("source").value(source.title).key("url").value(source.url);
        json.key("unverified").value(source.unverified);
        json.key("provision").value(provision ? provision->id : "");
        json.key("says").value(provision ? provision->says : "");
        json.key("out_of_scope").value(provision ? provision->out_of_scope : "");
        rules_json(json, reading, carried);
        json.end_object();
    }
    json.end_array().end_object();
    return json.take();
}

}  // namespace

int print_beside_source(const criteria::Criteria& file, Context& context) {
    const criteria::Screener screener(file);
    const Reading reading{file, criteria::carried_provisions(file),
                          criteria::examples_by_criterion(screener)};
    if (context.format_among({Format::text, Format::json}) == Format::json) {
        context.out().json_line(beside_json(reading));
    } else {
        BesidePage(reading, context.out()).print();
    }
    return 0;
}

}  // namespace scr::cli
