#include "cli/commands/screen.hpp"
#include "cli/context.hpp"
#include "cli/input_files.hpp"
#include "cli/map_sketch_text.hpp"

namespace scr::cli {

int run_screen_sketch(const ScreenOptions& options, Context& context) {
    context.format_among({Format::text});
    const auto criteria = context.criteria_or_default();
    auto read = read_options(options.from.batch.input);
    intake::Survey survey;
    std::vector<std::string> names;
    for (const auto& file : open_inputs(options.from.batch.input)) {
        read.name = file->name();
        names.push_back(file->name());
        intake::add_to_survey(survey, file->stream(), read);
    }
    print_map_sketch(context.out(), intake::sketch_map(survey, criteria->criteria),
                     {names, survey.records, survey.unreadable, criteria->criteria});
    return 0;
}

}  // namespace scr::cli
