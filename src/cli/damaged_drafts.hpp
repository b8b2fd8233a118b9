#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace scr::cli {

/// A draft that cannot be read any more.
struct DamagedDraft {
    std::filesystem::path file;  ///< where it lay
    std::filesystem::path kept;  ///< where it lies now: the same place if it could not be moved
    std::string why;             ///< blank where its content is what is wrong
};

/// Puts the command's damaged drafts in the folder aside, so that each is told of once and nothing
/// writes over it. Another command's, and one that an interview is writing, are left alone.
std::vector<DamagedDraft> set_damaged_aside(const std::filesystem::path& folder,
                                            const std::string& command);

/// What a person is told of it.
std::string in_words(const DamagedDraft&);

}  // namespace scr::cli
