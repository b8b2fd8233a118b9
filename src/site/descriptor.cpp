#include "descriptor.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <system_error>

#include "scr/failure.hpp"

namespace scr::site {

void fail(const std::string& action, const std::filesystem::path& path) {
    const int number = errno;
    std::string reason = std::generic_category().message(number);
    if (!reason.empty() && reason[0] >= 'A' && reason[0] <= 'Z') {
        reason[0] = static_cast<char>(reason[0] - 'A' + 'a');
    }
    throw Failure(FailureKind::store,
                  fmt::format("cannot {} `{}`: {}", action, path.string(), reason));
}

Descriptor open_folder_at(const Descriptor& parent, const std::string& name) {
    return Descriptor(
        ::openat(parent.get(), name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
}

}  // namespace scr::site
