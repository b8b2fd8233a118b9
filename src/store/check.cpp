#include "scr/store/check.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <set>

#include "store/failures.hpp"
#include "store/opening.hpp"
#include "store/structure.hpp"

namespace scr::store {
namespace {

std::vector<std::string> dangling_references(Connection& connection) {
    std::set<std::string> tables;
    Cursor row(connection, "PRAGMA foreign_key_check");
    while (row.step()) tables.insert(row.text(0));
    std::vector<std::string> problems;
    for (const auto& table : tables) {
        problems.push_back(fmt::format("`{}`: a row refers to one that is not there", table));
    }
    return problems;
}

bool others_may_write(const std::filesystem::path& folder) {
    struct stat status {};
    if (stat(folder.empty() ? "." : folder.c_str(), &status) != 0) return false;
    return (status.st_mode & (S_IWGRP | S_IWOTH)) != 0;
}

}  // namespace

std::vector<std::string> check(const std::filesystem::path& path) {
    // Opening already refuses a file whose mode is wrong.
    const auto connection = open_connection({.file = path});
    return guarded(path.string(), [&] {
        const Snapshot snapshot(*connection);
        auto problems = structural_problems(*connection);
        for (auto& problem : dangling_references(*connection))
            problems.push_back(std::move(problem));
        if (others_may_write(path.parent_path())) {
            problems.emplace_back("others may write to the folder, and so replace the store");
        }
        return problems;
    });
}

}  // namespace scr::store
