// A folder of small files, each with one thing wrong and, beside it, all that is said about it.

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "scr/criteria/analysis.hpp"
#include "scr/criteria/findings.hpp"
#include "scr/criteria_toml/criteria_file.hpp"

namespace scr::criteria_toml {
namespace {

using Path = std::filesystem::path;

std::string text_of(const Path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<Path> bad_files() {
    std::vector<Path> files;
    const Path folder = Path(SCR_SOURCE_DIR) / "tests/data/criteria/bad";
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == ".toml") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

/// What is found in a file that compiles.
std::vector<std::string> findings_of(const criteria::Criteria& read,
                                     const criteria::Document& document) {
    std::vector<std::string> blocks;
    const criteria::Screener screener(read);
    for (const auto& finding : criteria::check_file(read, screener))
        blocks.push_back(render(finding, document));
    for (const auto& failure : criteria::run_examples(read, screener))
        blocks.push_back(fmt::format("example fails: {}\n  problem: {}\n",
                                     read.examples[failure.example].name, failure.problem));
    for (const auto& failure : criteria::check_claims(read))
        blocks.push_back(fmt::format("claim fails: {}\n  counter-example: {}\n  outcomes: {}\n",
                                     read.claims[failure.claim].text, failure.counter_example,
                                     failure.outcomes));
    return blocks;
}

std::string said_of(const Path& path) {
    const LoadResult loaded = load(text_of(path), path.filename());
    std::vector<std::string> blocks;
    for (const auto& diagnostic : loaded.result.diagnostics)
        blocks.push_back(render(diagnostic, loaded.document));
    if (loaded.result.criteria) blocks = findings_of(*loaded.result.criteria, loaded.document);
    return fmt::format("{}", fmt::join(blocks, "\n"));
}

}  // namespace

TEST_CASE("each bad file is told what is wrong with it") {
    // With SCR_UPDATE_EXPECTED=1 the texts are written anew, to be read before they are kept.
    const bool update = std::getenv("SCR_UPDATE_EXPECTED") != nullptr;
    const auto files = bad_files();
    CHECK(files.size() >= 60);
    for (const Path& path : files) {
        CAPTURE(path.filename().string());
        const Path expected = Path(path).replace_extension(".expected");
        const std::string said = said_of(path);
        CHECK_FALSE(said.empty());
        if (update) std::ofstream(expected, std::ios::binary) << said;
        CHECK(said == text_of(expected));
    }
}

}  // namespace scr::criteria_toml
