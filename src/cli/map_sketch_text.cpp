#include "cli/map_sketch_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/output.hpp"
#include "scr/intake/column_map.hpp"
#include "scr/text/strings.hpp"
#include "scr/text/utf8.hpp"

namespace scr::cli {
namespace {

using intake::FoundValue;
using intake::SketchedColumn;

/// A basic string of TOML, which knows the escapes of JSON.
std::string toml_text(std::string_view text) {
    return text::harmless_json(text::json_string(text));
}

std::string times(std::size_t count) {
    return text::counted(count, "time");
}

std::string in_comment(const std::string& text) {
    return text::visible(text);
}

class SketchWriter {
 public:
    SketchWriter(Output& output, const intake::MapSketch& sketch, const SketchedFiles& files)
        : output_(output), sketch_(sketch), files_(files) {}

    void write() {
        head();
        unknown();
        as_they_stand();
        for (const SketchedColumn& column : sketch_.columns) {
            if (!column.is_ours()) table(column);
        }
        absent();
    }

 private:
    void head() {
        comment(fmt::format("A draft of a map from {} to the columns of {}: see scr-map(5).",
                            text::join_in_words(files_.names), files_.criteria.id));
        comment(fmt::format("It was drafted from {}{}.", text::counted(files_.records, "record"),
                            files_.unreadable == 0
                                ? ""
                                : fmt::format("; {} could not be read", files_.unreadable)));
        comment("Every \"?\" is a question to you: the map is refused until none is left.");
    }

    void unknown() {
        if (sketch_.unknown.empty()) return;
        output_.line();
        comment("Headers that nothing of ours was found for. Take the # from those that are not");
        comment("needed; give the others a table. Until then the file has unknown columns.");
        output_.line("ignore = [");
        for (const auto& column : sketch_.unknown)
            output_.line(fmt::format("#   {},  # {}", toml_text(column.header), held_by(column)));
        output_.line("]");
    }

    static std::string held_by(const intake::UnknownColumn& column) {
        if (column.values == 0 && !column.more_values) return "always blank";
        if (column.more_values) return fmt::format("more than {} different values", column.values);
        std::vector<std::string> codes;
        for (const FoundValue& code : column.codes)
            codes.push_back(fmt::format("{} ({})", in_comment(code.text), times(code.cells)));
        const std::string values = text::counted(column.values, "different value");
        return codes.empty() ? values : fmt::format("{}: {}", values, text::join(codes, ", "));
    }

    void as_they_stand() {
        std::vector<std::string> names;
        for (const SketchedColumn& column : sketch_.columns) {
            if (column.is_ours()) names.push_back(column.name + numbers_of(column));
        }
        if (names.empty()) return;
        output_.line();
        comment(fmt::format("Read as they stand: {}.", text::join_in_words(names)));
    }

    static std::string numbers_of(const SketchedColumn& column) {
        if (!column.numbers) return "";
        return fmt::format(" (whole numbers from {} to {})", column.numbers->first,
                           column.numbers->second);
    }

    void table(const SketchedColumn& column) {
        output_.line();
        if (column.fact != nullptr) comment(in_comment(column.fact->ask));
        say_why(column);
        output_.line(fmt::format("[column.{}]", column.name));
        output_.line(fmt::format(
            "header = {}",
            toml_text((column.in_doubt() ? std::string(intake::guess_mark) : "") + column.header)));
        if (column.numbers) {
            comment(fmt::format("Whole numbers from {} to {} are read as they stand.",
                                column.numbers->first, column.numbers->second));
        }
        if (column.dates) date(column);
        if (!column.codes.empty()) codes(column);
    }

    void say_why(const SketchedColumn& column) {
        if (column.no_codes) {
            comment("Too many different values for codes: is it this header? They are not shown.");
        } else if (column.likeness == intake::Likeness::spelling) {
            comment("A guess: the header is spelt nearly like our name.");
        } else if (column.likeness == intake::Likeness::words) {
            comment("A guess: what the header says is asked here, and nowhere else.");
        }
        if (column.may_be_names)
            comment("A child has a label here, such as a or 2, and never a name: has it?");
        if (column.in_doubt())
            comment("Where it is right, take the \"? \" out; where not, take the table out.");
        if (column.filled == 0) comment("Every cell of it is blank.");
    }

    void date(const SketchedColumn& column) {
        const intake::FoundDates& dates = *column.dates;
        if (dates.forms.size() != 1) {
            return output_line(
                "date = \"?\"",
                dates.forms.empty()
                    ? "no form that was looked for fits a cell"
                    : fmt::format("its cells may be {}", text::join_in_words(dates.forms, "or")));
        }
        const std::string rest = dates.fitting == column.filled
                                     ? ""
                                     : fmt::format("{} of {} cells; the others are refused",
                                                   dates.fitting, column.filled);
        if (dates.forms.front() != "yyyy-mm-dd")
            output_line(fmt::format("date = \"{}\"", dates.forms.front()), rest);
        else if (!rest.empty())
            comment(fmt::format("Dates as ours in {}.", rest));
    }

    void codes(const SketchedColumn& column) {
        output_.line(fmt::format("[column.{}.codes]", column.name));
        const std::string answers = column.fact->answers_in_words();
        comment(fmt::format("Answers are {}; \"\" is a blank.", answers));
        for (const FoundValue& code : column.codes)
            output_line(fmt::format("{} = \"?\"", toml_text(code.text)), times(code.cells));
    }

    void absent() {
        if (sketch_.absent.empty()) return;
        output_.line();
        comment(
            "No header was found for these. In brackets what the criteria file makes of blanks.");
        for (const criteria::Fact* fact : sketch_.absent)
            comment(fmt::format("  {}: {}{}", fact->id, in_comment(fact->ask), blank_of(*fact)));
    }

    std::string blank_of(const criteria::Fact& fact) const {
        if (fact.if_blank) return fmt::format(" ({})", fact.text_of(*fact.if_blank));
        if (!fact.if_blank_same_as) return "";
        return fmt::format(" (as {})", files_.criteria.facts[*fact.if_blank_same_as].id);
    }

    void comment(const std::string& text) { output_.line("# " + text); }

    void output_line(const std::string& text, const std::string& remark) {
        output_.line(remark.empty() ? text : fmt::format("{}  # {}", text, remark));
    }

    Output& output_;
    const intake::MapSketch& sketch_;
    const SketchedFiles& files_;
};

}  // namespace

void print_map_sketch(Output& output, const intake::MapSketch& sketch, const SketchedFiles& files) {
    SketchWriter(output, sketch, files).write();
}

}  // namespace scr::cli
