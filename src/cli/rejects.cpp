#include "cli/rejects.hpp"

#include <fmt/format.h>

#include "cli/context.hpp"
#include "cli/diagnostics.hpp"
#include "cli/input_files.hpp"
#include "cli/overwriting.hpp"
#include "scr/failure.hpp"
#include "scr/text/json_writer.hpp"

namespace scr::cli {
namespace {

std::string where(const std::string& input, const casework::RejectedRecord& rejected) {
    if (input.empty()) return "";
    if (rejected.line == 0) return input;
    auto place = fmt::format("{}:{}", input, rejected.line);
    if (rejected.column) return place + fmt::format(", column {}", *rejected.column);
    return rejected.field.empty() ? place : place + fmt::format(", field `{}`", rejected.field);
}

/// What a run reads by name; standard input has none.
std::vector<KeptFile> files_read(const std::vector<std::string>& inputs, const InputOptions& input,
                                 const std::vector<casework::CriteriaPointer>& criteria) {
    std::vector<KeptFile> files;
    for (const auto& name : inputs) {
        if (name != "-") files.push_back({name, "an input"});
    }
    files.push_back({input.map, "the map"});
    files.push_back({input.header, "the file of --header"});
    for (const auto& one : criteria) files.push_back({one->name, "the criteria file"});
    return files;
}

}  // namespace

void print_rejected(Context& context, const std::string& input,
                    const casework::RejectedRecord& rejected) {
    if (context.out().appearance().terminal) context.out().flush();
    print_block(context.err(),
                render(Failure(FailureKind::refused, rejected.problem, where(input, rejected),
                               rejected.note, rejected.help)));
    context.err().flush();
}

Rejects::Rejects(Context& context, const std::string& file, const InputOptions& input,
                 const std::vector<casework::CriteriaPointer>& criteria)
    : context_(context), file_(file) {
    const auto inputs = input_names(input);
    several_inputs_ = inputs.size() > 1;
    if (file_.empty()) return;
    refuse_overwriting(context, "--rejects", file_, files_read(inputs, input, criteria));
    lines_.open(file_, std::ios::binary | std::ios::trunc);
    if (!lines_) {
        throw Failure(FailureKind::refused, fmt::format("`{}` cannot be written", file_), "", "",
                      "name another file after --rejects");
    }
}

void Rejects::add(const std::string& input, const casework::RejectedRecord& rejected) {
    if (++count_ <= shown_at_most) print_rejected(context_, input, rejected);
    if (file_.empty()) return;
    text::JsonWriter json;
    json.begin_object();
    if (several_inputs_) json.key("file").value(input);
    json.key("line").value(static_cast<std::int64_t>(rejected.line)).key("ref").value(rejected.ref);
    json.key("field").value(rejected.field).key("problem").value(rejected.problem).end_object();
    lines_ << harmless_json(json.text()) << '\n';
}

int Rejects::finish() {
    if (count_ > shown_at_most) {
        context_.err().line(fmt::format("and {} more", count_ - shown_at_most));
    }
    if (file_.empty()) return 0;
    lines_.flush();
    if (lines_) return 0;
    const Failure failure(FailureKind::store,
                          fmt::format("`{}` could not be written to its end", file_), "", "",
                          "make room on its disk, or name another file after --rejects");
    print_block(context_.err(), render(failure));
    return exit_status(failure);
}

}  // namespace scr::cli
