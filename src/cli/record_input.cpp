#include "cli/record_input.hpp"

#include <fmt/format.h>
#include <glob.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <iostream>

#include "cli/column_map_file.hpp"
#include "cli/context.hpp"
#include "scr/failure.hpp"
#include "scr/text/strings.hpp"

namespace scr::cli {
namespace {

char delimiter_of(const std::string& text) {
    if (text == "\\t" || text == "tab") return '\t';
    const bool usable = text.size() == 1 && text != "\"" && text != "\n" && text != "\r";
    if (usable && static_cast<unsigned char>(text[0]) < 0x80) return text[0];
    throw Failure(FailureKind::usage, fmt::format("`{}` is no delimiter", text), "",
                  "a delimiter is one ASCII character, or tab", "--delimiter ';'");
}

/// The files that a pattern names which no shell has expanded, sorted; any other name as it is.
std::vector<std::string> expanded(const std::string& name) {
    std::error_code ignored;
    const bool pattern = name.find_first_of("*?[") != std::string::npos;
    if (!pattern || std::filesystem::exists(name, ignored)) return {name};
    glob_t found{};
    std::vector<std::string> names;
    if (::glob(name.c_str(), 0, nullptr, &found) == 0)
        names.assign(found.gl_pathv, found.gl_pathv + found.gl_pathc);
    globfree(&found);
    if (names.empty()) {
        throw Failure(FailureKind::refused, fmt::format("no file matches `{}`", name), "", "",
                      "name a file, or a pattern that matches one");
    }
    return names;
}

/// `--header` names the columns, or a file whose first line does.
std::string header_of(const std::string& text) {
    std::ifstream file(text, std::ios::binary);
    if (text.empty() || !file) return text;
    std::string line;
    std::getline(file, line);
    return line;
}

void refuse_twice(const std::vector<std::string>& files) {
    if (std::ranges::count(files, "-") < 2) return;
    throw Failure(FailureKind::usage, "standard input is named twice", "", "", "leave one `-` out");
}

}  // namespace

RecordInput::RecordInput(const InputOptions& options, const criteria::Criteria& criteria) {
    std::vector<std::string> files;
    for (const auto& file : options.files) {
        for (auto& name : expanded(file)) files.push_back(std::move(name));
    }
    refuse_twice(files);
    intake::ReadOptions read;
    read.ignore_extra = options.ignore_extra;
    read.keep = options.keep;
    read.facts_elsewhere = options.facts_elsewhere;
    read.delimiter = delimiter_of(options.delimiter);
    read.header = header_of(options.header);
    read.map = read_map_file(options.map, criteria, options.facts_elsewhere);
    for (const auto& file : files) {
        auto input = std::make_unique<Input>();
        input->name = file == "-" ? "standard input" : file;
        read.name = input->name;
        const bool from_input = file == "-" && options.standard_input.empty();
        const std::string& path = file == "-" ? options.standard_input : file;
        if (from_input) {
            std::ios::sync_with_stdio(false);
        } else {
            input->file.open(path, std::ios::binary);
            if (!input->file) {
                throw Failure(FailureKind::refused,
                              fmt::format("`{}` cannot be read: {}", file, std::strerror(errno)));
            }
        }
        std::istream& stream = from_input ? std::cin : input->file;
        input->reader = std::make_unique<intake::RecordReader>(stream, criteria, read);
        inputs_.push_back(std::move(input));
    }
}

bool RecordInput::next(std::string& name, ReadRecord& record) {
    for (; at_ < inputs_.size(); ++at_) {
        if (!inputs_[at_]->reader->next(record)) continue;
        name = inputs_[at_]->name;
        return true;
    }
    return false;
}

void RecordInput::each(const std::function<void(const std::string&, ReadRecord&)>& visit) {
    std::string name;
    ReadRecord record;
    while (next(name, record)) visit(name, record);
}

std::vector<std::string> RecordInput::names() const {
    std::vector<std::string> names;
    for (const auto& input : inputs_) names.push_back(input->name);
    return names;
}

std::vector<batch::FilterInput> RecordInput::inputs() const {
    std::vector<batch::FilterInput> inputs;
    for (const auto& input : inputs_) inputs.push_back({input->name, input->reader.get()});
    return inputs;
}

void RecordInput::warn(Context& context, bool defaults, bool may_read_otherwise) const {
    for (const auto& input : inputs_) {
        if (input->reader->had_byte_order_mark()) {
            context.warn(
                fmt::format("{} begins with a byte-order mark, which was dropped", input->name));
        }
        const auto absent = input->reader->absent_defaulted_facts();
        if (!defaults || absent.empty()) continue;
        std::vector<std::string> names;
        for (const auto& fact : absent) names.push_back(fmt::format("`{}`", fact));
        context.warn(
            fmt::format("{} has no column {}", input->name, text::join_in_words(names, "or")),
            "silence answers for every record; what it decided is listed as assumed",
            may_read_otherwise ? "--blank-as-unknown reads every blank as unknown" : "");
    }
}

}  // namespace scr::cli
