#pragma once

#include <cstddef>
#include <fstream>
#include <string>
#include <vector>

#include "scr/casework/criteria_library.hpp"
#include "scr/casework/incoming.hpp"

namespace scr::cli {

class Context;
struct InputOptions;

/// The refused records of a run: the first fifty as blocks on standard error and a count of the
/// rest; all of them in a file where one was asked for.
class Rejects {
 public:
    static constexpr std::size_t shown_at_most = 50;

    /// Without a file.
    explicit Rejects(Context& context) : context_(context) {}
    /// `file` may be blank. Several inputs add the input's name to each of its lines. Throws
    /// Failure (usage) when the file is one that the run reads or keeps, among them those that
    /// `criteria` come from, and (refused) when it cannot be made.
    Rejects(Context& context, const std::string& file, const InputOptions& input,
            const std::vector<casework::CriteriaPointer>& criteria);

    void add(const std::string& input, const casework::RejectedRecord&);
    std::size_t count() const { return count_; }
    /// Says how many more there were, and when the file could not be written. What was to be stored
    /// is stored none the less, and the run goes on to say so: the status that remains, 0 or 5.
    int finish();

 private:
    Context& context_;
    std::string file_;
    bool several_inputs_ = false;
    std::ofstream lines_;
    std::size_t count_ = 0;
};

/// A refused record as a block for people. `input` may be blank.
void print_rejected(Context&, const std::string& input, const casework::RejectedRecord&);

}  // namespace scr::cli
