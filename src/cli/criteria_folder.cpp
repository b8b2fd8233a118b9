#include "cli/criteria_folder.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/files.hpp"
#include "scr/criteria_toml/criteria_file.hpp"
#include "scr/digest/sha256.hpp"
#include "scr/text/strings.hpp"
#include "scr/text/suggestion.hpp"

namespace scr::cli {
namespace {

bool names_file(const std::string& name) {
    return name.find('/') != std::string::npos || name.ends_with(".toml");
}

/// The id that a document states, without compiling it; blank where there is none.
std::string stated_id(const criteria::Document& document) {
    for (const auto& entry : document.root) {
        const auto* table = std::get_if<criteria::Table>(&entry.node.value);
        if (entry.key != "criteria" || table == nullptr) continue;
        for (const auto& inner : *table) {
            const auto* text = std::get_if<criteria::Text>(&inner.node.value);
            if (inner.key == "id" && text != nullptr) return text->value;
        }
    }
    return "";
}

/// A file that cannot be read as far as its id is known by its name, so that whoever asks for it is
/// told what is wrong with it.
std::string id_of(const std::filesystem::path& file) {
    try {
        const std::string id = stated_id(
            criteria_toml::read_document(read_file(file, criteria_toml::largest_file), file));
        if (!id.empty()) return id;
    } catch (const Failure&) {
    }
    return file.stem();
}

std::vector<std::filesystem::path> toml_files(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(folder, ignored)) {
        if (entry.path().extension() == ".toml") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace

CriteriaFolder::CriteriaFolder(std::vector<std::filesystem::path> folders,
                               std::span<const text::EmbeddedFile> embedded)
    : folders_(std::move(folders)), embedded_(embedded) {}

casework::CriteriaPointer CriteriaFolder::by_name(const std::string& file_or_id) {
    if (names_file(file_or_id)) return load({file_or_id, nullptr});
    const auto found = sources().find(file_or_id);
    if (found != sources().end()) return load(found->second);
    const auto known = ids();
    throw Failure(
        FailureKind::usage, fmt::format("no criteria file has the id `{}`", file_or_id), "",
        "ids are " + text::join(known, ", ") + "; a file is written with a slash or .toml",
        text::did_you_mean(file_or_id, known));
}

casework::CriteriaPointer CriteriaFolder::from_text(const casework::CriteriaText& kept) {
    return compile(fmt::format("{} (kept in the store)", kept.id), kept.text);
}

std::vector<std::string> CriteriaFolder::ids() {
    std::vector<std::string> result;
    for (const auto& [id, source] : sources()) result.push_back(id);
    return result;
}

std::vector<casework::CriteriaPointer> CriteriaFolder::all() {
    std::vector<casework::CriteriaPointer> result;
    for (const auto& [id, source] : sources()) result.push_back(load(source));
    return result;
}

const std::map<std::string, CriteriaFolder::Source>& CriteriaFolder::sources() {
    if (sources_) return *sources_;
    sources_.emplace();
    // emplace keeps the first of an id, so the order of this search is the order of precedence.
    for (const auto& folder : folders_) {
        for (const auto& file : toml_files(folder))
            sources_->emplace(id_of(file), Source{file, nullptr});
    }
    for (const auto& file : embedded_) {
        sources_->emplace(std::filesystem::path(file.name).stem(), Source{{}, &file});
    }
    return *sources_;
}

casework::CriteriaPointer CriteriaFolder::load(const Source& source) {
    if (source.embedded == nullptr)
        return compile(source.file, read_file(source.file, criteria_toml::largest_file));
    return compile(fmt::format("{} (built in)", source.embedded->name),
                   std::string(source.embedded->content));
}

casework::CriteriaPointer CriteriaFolder::compile(const std::string& name,
                                                  const std::string& text) {
    const std::string digest = digest::sha256(text);
    auto& compiled = compiled_[digest];
    if (compiled) return compiled;
    auto [document, read] = criteria_toml::load(text, name);
    if (!read.criteria) throw diagnosed(std::move(read.diagnostics), document);
    compiled = std::make_shared<const casework::LoadedCriteria>(
        casework::LoadedCriteria{std::move(*read.criteria), digest, text, name});
    return compiled;
}

}  // namespace scr::cli
