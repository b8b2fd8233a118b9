#include "cli/rejects.hpp"

#include <fmt/format.h>

#include <filesystem>

#include "cli/context.hpp"
#include "cli/diagnostics.hpp"
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

}  // namespace

void print_rejected(Context& context, const std::string& input,
                    const casework::RejectedRecord& rejected) {
    if (context.out().appearance().terminal) context.out().flush();
    print_block(context.err(),
                render(Failure(FailureKind::refused, rejected.problem, where(input, rejected),
                               rejected.note, rejected.help)));
    context.err().flush();
}

Rejects::Rejects(Context& context, const std::string& file, const std::vector<std::string>& inputs)
    : context_(context), file_(file), several_inputs_(inputs.size() > 1) {
    if (file_.empty()) return;
    for (const std::string& input : inputs) {
        std::error_code absent;
        if (std::filesystem::equivalent(input, file_, absent)) {
            throw Failure(FailureKind::usage, fmt::format("`{}` is an input", file_), "",
                          "the refused records would overwrite it",
                          "name another file after --rejects");
        }
    }
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

void Rejects::finish() {
    if (count_ > shown_at_most) {
        context_.err().line(fmt::format("and {} more", count_ - shown_at_most));
    }
    if (file_.empty()) return;
    lines_.flush();
    if (!lines_) {
        throw Failure(FailureKind::store,
                      fmt::format("`{}` could not be written to its end", file_));
    }
}

}  // namespace scr::cli
