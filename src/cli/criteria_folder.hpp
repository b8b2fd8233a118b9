#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "scr/casework/criteria_library.hpp"
#include "scr/criteria_toml/criteria_file.hpp"
#include "scr/text/embedded_file.hpp"

namespace scr::cli {

/// The criteria files of this machine: those of the folders, first folder first, then those built
/// into the program, then those that a meeting adopted into the record. A file is known by the id
/// that it states, whatever its own name; of two with one id the first in this order counts. The
/// record is looked at only where the others do not answer: a filter works without one. Readings
/// of a file are built in too, under `readings/`, to be compared with it: no id names one, and none
/// is picked by date.
class CriteriaFolder : public casework::CriteriaLibrary {
 public:
    CriteriaFolder(std::vector<std::filesystem::path> folders,
                   std::span<const text::EmbeddedFile> embedded,
                   std::function<std::vector<casework::CriteriaText>()> adopted = {},
                   std::span<const text::EmbeddedFile> readings = {});

    casework::CriteriaPointer by_name(const std::string& file_or_id) override;
    casework::CriteriaPointer rules_of(const std::string& id) override;
    casework::CriteriaPointer from_text(const casework::CriteriaText&) override;
    casework::CriteriaPointer compiled_before(const std::string& digest) override;
    casework::CriteriaPointer whole_text(const casework::CriteriaText&) override;
    bool is_shipped(const casework::LoadedCriteria&) override;
    std::vector<std::string> ids() override;
    std::vector<std::string> readings() override;
    const std::vector<criteria::CriteriaHead>& heads() override;

 private:
    /// Where a file stands that nobody has compiled yet.
    struct Source {
        std::filesystem::path file{};                  ///< in a folder, or
        const text::EmbeddedFile* embedded = nullptr;  ///< built in, or
        std::optional<casework::CriteriaText> kept{};  ///< in the record
        std::optional<criteria::CriteriaHead> head{};  ///< nothing where it cannot be read
    };
    using Part = criteria_toml::Part;

    std::map<std::string, Source>& sources();
    const std::map<std::string, Source>& sources_and_adopted();
    void add(Source source, std::string_view text, const std::string& fallback_id);
    const Source& source_of(const std::string& id);
    std::optional<Source> reading_called(std::string name) const;
    void refuse_absent(const std::filesystem::path& file);
    casework::CriteriaPointer load(const Source&, Part);
    casework::CriteriaPointer compile(const std::string& name, const std::string& text, Part);

    std::vector<std::filesystem::path> folders_;
    std::span<const text::EmbeddedFile> embedded_;
    std::span<const text::EmbeddedFile> readings_;
    std::function<std::vector<casework::CriteriaText>()> adopted_;  ///< until it was called
    std::optional<std::map<std::string, Source>> sources_;          ///< by id; filled when needed
    std::map<std::pair<std::string, Part>, casework::CriteriaPointer> compiled_;  ///< by digest
    std::optional<std::vector<criteria::CriteriaHead>> heads_;
};

}  // namespace scr::cli
