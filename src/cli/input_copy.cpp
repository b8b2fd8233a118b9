#include "cli/input_copy.hpp"

#include <fmt/format.h>

#include <iostream>
#include <vector>

#include "scr/failure.hpp"

namespace scr::cli {
namespace {

[[noreturn]] void refuse_copy() {
    throw Failure(FailureKind::store, "standard input could not be copied", "", "",
                  "make room in the folder for temporary files");
}

}  // namespace

InputCopy::InputCopy() : file_(std::tmpfile(), &std::fclose) {
    if (!file_) refuse_copy();
    std::vector<char> block(std::size_t{1} << 16);
    while (std::cin.read(block.data(), static_cast<std::streamsize>(block.size())) ||
           std::cin.gcount() > 0) {
        const auto size = static_cast<std::size_t>(std::cin.gcount());
        if (std::fwrite(block.data(), 1, size, file_.get()) != size) refuse_copy();
    }
    if (std::fflush(file_.get()) != 0) refuse_copy();
}

std::string InputCopy::path() const {
    return fmt::format("/proc/self/fd/{}", fileno(file_.get()));
}

}  // namespace scr::cli
