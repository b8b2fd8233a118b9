#include "cli/examined_records.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <stdlib.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "cli/criteria_folder.hpp"
#include "cli/embedded_data.hpp"
#include "scr/failure.hpp"

using namespace scr;
using namespace scr::cli;

namespace {

/// A file of records that is gone at the end of the test; every seventh is refused.
struct RecordFile {
    std::string path = std::filesystem::temp_directory_path() / "scr-records-XXXXXX";

    explicit RecordFile(int count) {
        close(mkstemp(path.data()));
        std::ofstream file(path);
        file << "ref,age,died\n";
        for (int i = 0; i < count; ++i) {
            file << fmt::format("R-{},{},{}\n", i, i % 20, i % 7 == 6 ? "perhaps" : "yes");
        }
    }
    ~RecordFile() { std::filesystem::remove(path); }
    RecordFile(const RecordFile&) = delete;
    RecordFile& operator=(const RecordFile&) = delete;
};

casework::CriteriaPointer shipped() {
    static CriteriaFolder folder({}, embedded_criteria::files());
    static const auto loaded = folder.by_name("scr-2015");
    return loaded;
}

BatchOptions options_for(const RecordFile& file, bool record) {
    BatchOptions options;
    options.input.files = {file.path};
    options.record = record;
    options.screen = record;
    return options;
}

/// Each record in short: its reference, or why it was refused; whether it has what is to be stored.
std::vector<std::string> read_all(const BatchOptions& options) {
    ExaminedRecords records(shipped(), options);
    std::vector<std::string> lines;
    ExaminedRecords::Records block;
    while (records.next(block)) {
        for (const auto& examined : block) {
            const auto* rejected = std::get_if<casework::RejectedRecord>(&examined.read);
            const auto* record = std::get_if<casework::IncomingRecord>(&examined.read);
            lines.push_back(rejected ? rejected->problem : record->ref);
            REQUIRE((examined.examination != nullptr) == (record != nullptr));
            if (record == nullptr) continue;
            CHECK((examined.examination->to_store != nullptr) == options.record);
        }
    }
    CHECK_FALSE(records.next(block));
    return lines;
}

}  // namespace

TEST_CASE("records read ahead are those read one by one") {
    for (const int count : {0, 1, 999, 1'000, 1'001, 2'000, 30'000}) {
        const RecordFile file(count);
        const auto ahead = read_all(options_for(file, true));
        CHECK(ahead.size() == static_cast<std::size_t>(count));
        CHECK(ahead == read_all(options_for(file, false)));
    }
}

TEST_CASE("whoever stops in the middle leaves no thread behind") {
    const RecordFile file(50'000);
    const auto options = options_for(file, true);
    ExaminedRecords records(shipped(), options);
    ExaminedRecords::Records block;
    CHECK(records.next(block));
}
