#include "cli/files.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fstream>

namespace scr::cli {
namespace {

Failure unreadable(const std::filesystem::path& path, const std::string& reason) {
    return Failure(FailureKind::refused,
                   fmt::format("cannot read `{}`: {}", path.string(), reason));
}

}  // namespace

std::string read_file(const std::filesystem::path& path, std::size_t limit) {
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored)) throw unreadable(path, "it is a folder");
    errno = 0;
    std::ifstream file(path, std::ios::binary);
    if (!file) throw unreadable(path, errno != 0 ? std::strerror(errno) : "it cannot be opened");
    std::string bytes;
    char block[16 * 1024];
    while (file.read(block, sizeof block), file.gcount() > 0) {
        bytes.append(block, static_cast<std::size_t>(file.gcount()));
        if (bytes.size() > limit) {
            throw unreadable(path, fmt::format("it is larger than {} MB", limit / (1024 * 1024)));
        }
    }
    if (file.bad()) throw unreadable(path, "reading it failed half way");
    return bytes;
}

Failure diagnosed(std::vector<criteria::Diagnostic> diagnostics,
                  const criteria::Document& document) {
    criteria::tidy(diagnostics);
    std::string blocks;
    for (const auto& diagnostic : diagnostics) {
        if (!blocks.empty()) blocks += '\n';
        blocks += criteria::render(diagnostic, document);
    }
    return Failure(FailureKind::refused, blocks);
}

}  // namespace scr::cli
