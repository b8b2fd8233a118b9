#pragma once

#include <span>

#include "scr/text/embedded_file.hpp"

/// The data files that the build puts into the program, in the order of their names.
namespace scr::cli::embedded_criteria {
std::span<const text::EmbeddedFile> files();
}

namespace scr::cli::embedded_readings {
std::span<const text::EmbeddedFile> files();
}

namespace scr::cli::embedded_calendar {
std::span<const text::EmbeddedFile> files();
}
