#pragma once

#include <map>
#include <string>
#include <tuple>

#include "cli/globals.hpp"
#include "scr/record/screening_record.hpp"

namespace scr::cli {

class Context;

/// Of which record, under which criteria file.
struct RegimeRecord {
    std::size_t line = 0;
    const std::string& ref;
    const std::string& child;
    const std::string& criteria_file;
};

/// Records under several regimes in the long form, a row for each question: CSV and NDJSON. For
/// people how many records have which outcome. The columns are a contract, see scr-screen(1).
class RegimeRows {
 public:
    /// Throws Failure (usage) for another format.
    explicit RegimeRows(Context&);

    /// Before the first row, once the inputs are known to be good.
    void begin(bool no_header);
    void add(const RegimeRecord&, const record::DeterminationResult&);
    void finish();

 private:
    Context& context_;
    Format format_;
    /// By criteria file, determination and outcome; for people alone.
    std::map<std::tuple<std::string, std::string, std::string>, std::size_t> counts_;
};

}  // namespace scr::cli
