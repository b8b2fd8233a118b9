#include "cli/criteria_folder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

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

std::vector<std::filesystem::path> toml_files(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(folder, ignored)) {
        if (entry.path().extension() == ".toml") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

/// The text of a file; blank where it cannot be read, which whoever asks for it is told.
std::string text_of(const std::filesystem::path& file) {
    try {
        return read_file(file, criteria_toml::largest_file);
    } catch (const Failure&) {
        return "";
    }
}

constexpr std::string_view readings_prefix = "readings/";

std::string reading_name(const text::EmbeddedFile& reading) {
    return std::string(readings_prefix) + std::filesystem::path(reading.name).stem().string();
}

std::string kept_name(const casework::CriteriaText& kept) {
    return fmt::format("{} (kept in the store)", kept.id);
}

}  // namespace

CriteriaFolder::CriteriaFolder(std::vector<std::filesystem::path> folders,
                               std::span<const text::EmbeddedFile> embedded,
                               std::function<std::vector<casework::CriteriaText>()> adopted,
                               std::span<const text::EmbeddedFile> readings)
    : folders_(std::move(folders)),
      embedded_(embedded),
      readings_(readings),
      adopted_(std::move(adopted)) {}

casework::CriteriaPointer CriteriaFolder::by_name(const std::string& file_or_id) {
    if (names_file(file_or_id)) {
        if (const auto reading = reading_called(file_or_id)) return load(*reading, Part::whole);
        refuse_absent(file_or_id);
        return load({.file = file_or_id}, Part::whole);
    }
    return load(source_of(file_or_id), Part::whole);
}

casework::CriteriaPointer CriteriaFolder::rules_of(const std::string& id) {
    const Source& source = source_of(id);
    // A person's file may have been changed just now; the others were read whole before.
    return load(source, source.file.empty() ? Part::rules : Part::whole);
}

casework::CriteriaPointer CriteriaFolder::from_text(const casework::CriteriaText& kept) {
    return compile(kept_name(kept), kept.text, Part::rules);
}

casework::CriteriaPointer CriteriaFolder::compiled_before(const std::string& digest) {
    for (const Part part : {Part::whole, Part::rules}) {
        if (const auto known = compiled_.find({digest, part}); known != compiled_.end())
            return known->second;
    }
    return nullptr;
}

casework::CriteriaPointer CriteriaFolder::whole_text(const casework::CriteriaText& kept) {
    return compile(kept_name(kept), kept.text, Part::whole);
}

bool CriteriaFolder::is_shipped(const casework::LoadedCriteria& criteria) {
    return std::ranges::any_of(
        embedded_, [&](const text::EmbeddedFile& file) { return file.content == criteria.text; });
}

std::vector<std::string> CriteriaFolder::ids() {
    std::vector<std::string> result;
    for (const auto& [id, source] : sources_and_adopted()) result.push_back(id);
    return result;
}

std::vector<std::string> CriteriaFolder::readings() {
    std::vector<std::string> names;
    for (const auto& reading : readings_) names.push_back(reading_name(reading));
    std::ranges::sort(names);
    return names;
}

const std::vector<criteria::CriteriaHead>& CriteriaFolder::heads() {
    if (heads_) return *heads_;
    std::vector<criteria::CriteriaHead> result;
    for (const auto& [id, source] : sources_and_adopted()) {
        // One whose head cannot be read might be the one in force: it is refused with its faults.
        result.push_back(source.head ? *source.head : load(source, Part::whole)->criteria);
    }
    return heads_.emplace(std::move(result));
}

/// Built in but never picked: it is named as it lies in the folder, with or without its ending.
std::optional<CriteriaFolder::Source> CriteriaFolder::reading_called(std::string name) const {
    std::error_code error;
    if (std::filesystem::exists(name, error)) return std::nullopt;
    if (!name.starts_with(readings_prefix)) return std::nullopt;
    name.erase(0, readings_prefix.size());
    if (!name.ends_with(".toml")) name += ".toml";
    const auto found = std::ranges::find(readings_, name, &text::EmbeddedFile::name);
    if (found == readings_.end()) return std::nullopt;
    return Source{.embedded = &*found};
}

/// Somebody who wrote `scr-2015.toml` may have meant the id.
void CriteriaFolder::refuse_absent(const std::filesystem::path& file) {
    std::error_code error;
    if (std::filesystem::exists(file, error) || error) return;
    auto known = ids();
    for (auto& reading : readings()) known.push_back(std::move(reading));
    const auto written = (file.parent_path() / file.stem()).string();
    auto guess = text::did_you_mean(written, known);
    if (guess.empty()) guess = text::did_you_mean(file.stem().string(), known);
    throw Failure(FailureKind::refused, fmt::format("there is no file `{}`", file.string()), "",
                  "a name with a slash or .toml is a file, any other an id",
                  guess.empty() ? "scr criteria list" : guess);
}

const CriteriaFolder::Source& CriteriaFolder::source_of(const std::string& id) {
    if (const auto found = sources().find(id); found != sources().end()) return found->second;
    const auto& all = sources_and_adopted();
    if (const auto found = all.find(id); found != all.end()) return found->second;
    const auto known = ids();
    const auto is_it = [&](const text::EmbeddedFile& reading) {
        return std::filesystem::path(reading.name).stem() == id;
    };
    const auto reading = std::ranges::find_if(readings_, is_it);
    throw Failure(
        FailureKind::usage, fmt::format("no criteria file has the id `{}`", id), "",
        "ids are " + text::join(known, ", ") + "; a file is written with a slash or .toml",
        reading == readings_.end() ? text::did_you_mean(id, known)
                                   : fmt::format("did you mean `{}`?", reading_name(*reading)));
}

/// A file that cannot be read as far as its id is known by its name, so that whoever asks for it is
/// told what is wrong with it. The first of an id stays, so the order of adding is that of
/// precedence.
void CriteriaFolder::add(Source source, std::string_view text, const std::string& fallback_id) {
    source.head = criteria_toml::load_head(text);
    const std::string id = source.head ? source.head->id : fallback_id;
    sources_->emplace(id, std::move(source));
}

std::map<std::string, CriteriaFolder::Source>& CriteriaFolder::sources() {
    if (sources_) return *sources_;
    sources_.emplace();
    for (const auto& folder : folders_) {
        for (const auto& file : toml_files(folder)) {
            add({.file = file}, text_of(file), file.stem());
        }
    }
    for (const auto& file : embedded_) {
        add({.embedded = &file}, file.content, std::filesystem::path(file.name).stem());
    }
    return *sources_;
}

const std::map<std::string, CriteriaFolder::Source>& CriteriaFolder::sources_and_adopted() {
    auto& all = sources();
    if (!adopted_) return all;
    for (auto& kept : std::exchange(adopted_, {})()) {
        const std::string id = kept.id;
        const std::string text = kept.text;
        add({.kept = std::move(kept)}, text, id);
    }
    return all;
}

casework::CriteriaPointer CriteriaFolder::load(const Source& source, Part part) {
    if (source.kept) return compile(kept_name(*source.kept), source.kept->text, part);
    if (source.embedded == nullptr) {
        return compile(source.file, read_file(source.file, criteria_toml::largest_file), part);
    }
    return compile(fmt::format("{} (built in)", source.embedded->name),
                   std::string(source.embedded->content), part);
}

casework::CriteriaPointer CriteriaFolder::compile(const std::string& name, const std::string& text,
                                                  Part part) {
    const std::string digest = digest::sha256(text);
    if (const auto whole = compiled_.find({digest, Part::whole}); whole != compiled_.end()) {
        return whole->second;
    }
    auto& compiled = compiled_[{digest, part}];
    if (compiled) return compiled;
    auto [document, read] = criteria_toml::load(text, name, part);
    if (!read.criteria) {
        compiled_.erase({digest, part});
        throw diagnosed(std::move(read.diagnostics), document);
    }
    compiled = std::make_shared<const casework::LoadedCriteria>(
        casework::LoadedCriteria{std::move(*read.criteria), digest, text, name});
    return compiled;
}

}  // namespace scr::cli
