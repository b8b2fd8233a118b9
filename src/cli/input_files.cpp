#include "cli/input_files.hpp"

#include <fmt/format.h>
#include <glob.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "cli/overwriting.hpp"
#include "scr/failure.hpp"
#include "scr/text/strings.hpp"
#include "scr/text/utf8.hpp"

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

bool is_folder(const std::string& path) {
    std::error_code unknown;
    return std::filesystem::is_directory(path, unknown);
}

/// The first line of a file, without what does not belong to the names in it.
std::string first_line_of(std::istream& file, const std::string& name) {
    std::string line;
    std::getline(file, line);
    if (line.starts_with(text::byte_order_mark)) line.erase(0, text::byte_order_mark.size());
    if (!text::trim(line).empty()) return line;
    throw Failure(FailureKind::refused, fmt::format("`{}` names no columns", name), name + ":1",
                  "--header takes a file whose first line has the names of the columns",
                  "write the names in its first line");
}

/// Names are typed with commas by habit, whatever separates the columns of the file.
std::string separated(std::string names, char delimiter) {
    if (names.find(delimiter) == std::string::npos) std::ranges::replace(names, ',', delimiter);
    return names;
}

/// `--header` names the columns, or a file whose first line does.
void read_header(const std::string& names, intake::ReadOptions& read) {
    if (names.empty()) return;
    if (is_folder(names)) {
        throw Failure(FailureKind::refused, fmt::format("`{}` is a folder", names), "--header",
                      "it takes the names of the columns, or a file whose first line has them",
                      "name a file in it");
    }
    std::ifstream file(names, std::ios::binary);
    if (file) read.header_file = names;
    read.header = separated(file ? first_line_of(file, names) : names, read.delimiter);
}

void refuse_folder(const std::string& path) {
    if (!is_folder(path)) return;
    const auto files = (std::filesystem::path(path) / "*.csv").string();
    throw Failure(FailureKind::refused, fmt::format("`{}` is a folder", path), "",
                  "records are read from files", fmt::format("name its files: --from '{}'", files));
}

void refuse_twice(const std::vector<std::string>& files) {
    if (std::ranges::count(files, "-") < 2) return;
    throw Failure(FailureKind::usage, "standard input is named twice", "", "", "leave one `-` out");
}

}  // namespace

InputFile::InputFile(const std::string& file, const InputOptions& options)
    : name_(file == "-" ? "standard input" : file),
      from_standard_input_(file == "-" && options.standard_input.empty()) {
    if (from_standard_input_) {
        std::ios::sync_with_stdio(false);
        return;
    }
    const auto& path = file == "-" ? options.standard_input : file;
    refuse_folder(path);
    std::error_code unknown;
    is_regular_file_ = std::filesystem::is_regular_file(path, unknown);
    if (is_regular_file_) size_ = std::filesystem::file_size(path, unknown);
    if (buffer_.open(path, std::ios::in | std::ios::binary) != nullptr) return;
    throw Failure(FailureKind::refused,
                  fmt::format("`{}` cannot be read: {}", file, std::strerror(errno)));
}

std::istream& InputFile::stream() {
    if (from_standard_input_) return std::cin;
    return file_;
}

std::vector<std::string> input_names(const InputOptions& options) {
    std::vector<std::string> names;
    for (const auto& file : options.files) {
        for (auto& name : expanded(file)) names.push_back(std::move(name));
    }
    return names;
}

std::vector<std::unique_ptr<InputFile>> open_inputs(const InputOptions& options) {
    const auto files = input_names(options);
    refuse_twice(files);
    std::ranges::for_each(files, refuse_reading_output);
    std::vector<std::unique_ptr<InputFile>> inputs;
    for (const auto& file : files) inputs.push_back(std::make_unique<InputFile>(file, options));
    return inputs;
}

intake::ReadOptions read_options(const InputOptions& options) {
    intake::ReadOptions read;
    read.ignore_extra = options.ignore_extra;
    read.keep = options.keep;
    read.facts_elsewhere = options.facts_elsewhere;
    read.delimiter = delimiter_of(options.delimiter);
    read_header(options.header, read);
    return read;
}

}  // namespace scr::cli
