// Times reading and compiling a criteria file, and screening one record, as medians.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <sstream>
#include <vector>

#include "scr/criteria/screening.hpp"
#include "scr/criteria_toml/criteria_file.hpp"

namespace {

template <class Work>
double median_milliseconds(int runs, const Work& work) {
    std::vector<double> times;
    for (int i = 0; i < runs; ++i) {
        const auto start = std::chrono::steady_clock::now();
        work();
        const std::chrono::duration<double, std::milli> spent =
            std::chrono::steady_clock::now() - start;
        times.push_back(spent.count());
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    std::ifstream file(argv[1], std::ios::binary);
    std::ostringstream content;
    content << file.rdbuf();
    const std::string text = content.str();
    const auto loaded = scr::criteria_toml::load(text, argv[1]);
    if (!loaded.result.criteria) return 3;
    const auto& criteria = *loaded.result.criteria;

    const double reading =
        median_milliseconds(31, [&] { scr::criteria_toml::load(text, argv[1]); });
    const double compiling = median_milliseconds(31, [&] { scr::criteria::Screener{criteria}; });
    const scr::criteria::Screener screener(criteria);
    const scr::criteria::Answers blank(criteria.facts.size());
    screener.screen(blank);
    const double screening = median_milliseconds(31, [&] { screener.screen(blank); });
    fmt::print("reading {:.2f} ms, compiling {:.2f} ms, one all-blank record {:.3f} ms\n", reading,
               compiling, screening);
    for (const std::size_t size : screener.diagram_sizes())
        fmt::print("diagram of {} nodes\n", size);
}
