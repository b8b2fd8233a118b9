#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace scr::casework {

/// One file of the published site: a generated name `[a-z0-9-]+.html` or `.css`, and its bytes.
struct SiteFile {
    std::string name;
    std::string bytes;

    bool operator==(const SiteFile&) const = default;
};

/// The folder that a web server serves. Its content is made from the store and replaced as a whole,
/// so that a crash between the commit and the swap heals on the next run.
class Site {
 public:
    virtual ~Site() = default;

    virtual std::filesystem::path folder() const = 0;
    /// The hash of the event from which the site was last built; nothing for a new folder.
    virtual std::optional<std::string> built_from() const = 0;
    /// Throws Failure (not_allowed) when the folder holds what is not ours, so that it would not be
    /// replaced. Asked before anything is stored.
    virtual void check() const = 0;
    /// Makes the folder hold exactly `files`, swapped in one step; false when it already did.
    virtual bool replace(const std::vector<SiteFile>& files, const std::string& event_hash) = 0;
};

}  // namespace scr::casework
