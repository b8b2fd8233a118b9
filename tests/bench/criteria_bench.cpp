// Times reading and compiling criteria files, and screening one record, as medians.
// usage: criteria_bench FILE…
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <vector>

#include "scr/criteria/screening.hpp"
#include "scr/criteria_toml/criteria_file.hpp"
#include "scr/failure.hpp"

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

std::string content_of(const char* name) {
    std::ifstream file(name, std::ios::binary);
    std::ostringstream content;
    content << file.rdbuf();
    return content.str();
}

void time_file(const char* name) {
    const std::string text = content_of(name);
    const auto loaded = scr::criteria_toml::load(text, name);
    if (!loaded.result.criteria) throw std::runtime_error("is no criteria file");
    const auto& criteria = *loaded.result.criteria;
    const scr::criteria::Screener screener(criteria);
    const scr::criteria::Answers blank(criteria.facts.size());
    screener.screen(blank);

    const double reading = median_milliseconds(31, [&] { scr::criteria_toml::load(text, name); });
    const double compiling = median_milliseconds(31, [&] { scr::criteria::Screener{criteria}; });
    const double screening = median_milliseconds(31, [&] { screener.screen(blank); });
    std::size_t nodes = 0;
    for (const std::size_t size : screener.diagram_sizes()) nodes += size;
    fmt::print("{:8.2f} {:9.2f} {:9.3f} {:7}  {}\n", reading, compiling, screening, nodes, name);
}

}  // namespace

int main(int argc, char** argv) {
    fmt::print("milliseconds, medians of 31\n");
    fmt::print("{:>8} {:>9} {:>9} {:>7}\n", "read", "compile", "screen", "nodes");
    int status = argc > 1 ? 0 : 2;
    for (int i = 1; i < argc; ++i) {
        const auto start = std::chrono::steady_clock::now();
        try {
            time_file(argv[i]);
        } catch (const scr::Failure& refused) {
            const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start;
            fmt::print("refused after {:.1f} s: {}: {}\n", spent.count(), argv[i], refused.what());
        } catch (const std::exception& fault) {
            fmt::print("{}: {}\n", argv[i], fault.what());
            status = 1;
        }
    }
    return status;
}
