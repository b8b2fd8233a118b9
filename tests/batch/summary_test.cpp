#include <doctest/doctest.h>

#include <numeric>
#include <random>

#include "batch/sample.hpp"
#include "scr/batch/reject_reasons.hpp"

using namespace scr::batch;
using namespace scr::batch::sample;

namespace {

std::string random_records(std::mt19937& random) {
    static const std::vector<std::string> cells{"yes", "no",  "unknown", "",
                                                "",    "yes", "no",      "mabye"};
    std::string text = "ref,died,seriously_harmed,suspected_suicide,significant_event,age\n";
    const auto count = random() % 300;
    for (std::size_t i = 0; i < count; ++i) {
        text += std::to_string(i);
        for (int k = 0; k < 4; ++k) text += "," + cells[random() % (random() % 9 == 0 ? 8 : 7)];
        text += "," + (random() % 5 == 0 ? std::string() : std::to_string(random() % 25)) + "\n";
    }
    return text;
}

std::size_t sum(const std::vector<std::size_t>& counts) {
    return std::accumulate(counts.begin(), counts.end(), std::size_t{0});
}

std::size_t rows_with(const std::string& rows, std::string_view part) {
    std::size_t count = 0;
    for (std::size_t at = 0; (at = rows.find(part, at)) != std::string::npos; ++at) ++count;
    return count;
}

}  // namespace

TEST_CASE("what is counted adds up and agrees with the rows on a hundred random files") {
    std::mt19937 random(7);
    std::size_t undetermined = 0;
    for (int file = 0; file < 100; ++file) {
        Run run{random_records(random)};
        run.block_size = 700;
        run.options.jobs = 1 + random() % 3;
        const Said said = screen(run);
        run.options.form = RowForm::none;
        run.options.count_silence = true;
        const Said counted = screen(run);
        CHECK(counted.rows.empty());
        CHECK(counted.rejected == said.rejected);
        CHECK(counted.counts.determined == said.counts.determined);
        const std::size_t screened = counted.records - counted.rejected.size();
        CHECK(rows_with(said.rows, "\n") == screened);
        const auto& counts = counted.counts;
        for (std::size_t i = 0; i < counts.determined.size(); ++i) {
            CHECK(sum(counts.determined[i]) + counts.undetermined[i] == screened);
            CHECK(sum(counts.possible[i]) >= screened);
            for (std::size_t k = 0; k < counts.determined[i].size(); ++k)
                CHECK(counts.determined[i][k] <= counts.possible[i][k]);
        }
        CHECK(rows_with(said.rows, ",no_review,no_review,") == counts.determined[0][3]);
        CHECK(rows_with(said.rows, ",undetermined,scr") +
                  rows_with(said.rows, ",undetermined,par") ==
              counts.undetermined[0]);
        for (std::size_t fact = 0; fact < counts.silent.size(); ++fact)
            CHECK(counts.assumed[fact] <= counts.silent[fact]);
        undetermined += counts.undetermined[0];
    }
    CHECK(undetermined > 500);
}

TEST_CASE("reasons are counted without the values that were written") {
    RejectReasons reasons;
    scr::casework::RejectedRecord rejected;
    rejected.field = "died";
    for (const std::string value : {"mabye", "perhaps"}) {
        rejected.problem = "unknown answer for `died`: `" + value + "`";
        reasons.add(rejected);
    }
    CHECK(reasons.counts() ==
          std::map<RejectReasons::Reason, std::size_t>{{{"died", "unknown answer for `died`"}, 2}});
    for (std::size_t i = 0; i < 2 * RejectReasons::most; ++i) {
        rejected.field = std::to_string(i);
        reasons.add(rejected);
    }
    CHECK(reasons.counts().size() == RejectReasons::most + 1);
    std::size_t all = 0;
    for (const auto& [reason, count] : reasons.counts()) all += count;
    CHECK(all == 2 * RejectReasons::most + 2);
}
