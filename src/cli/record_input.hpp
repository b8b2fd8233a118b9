#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "cli/input_files.hpp"
#include "scr/batch/filter.hpp"
#include "scr/casework/incoming.hpp"
#include "scr/intake/record_reader.hpp"

namespace scr::cli {

class Context;

using ReadRecord = std::variant<casework::IncomingRecord, casework::RejectedRecord>;

/// Several inputs as one sequence of records. All headers are read first, so that a file that is
/// wrong as a whole is refused before anything was done.
class RecordInput {
 public:
    /// Throws Failure (refused) for a file that cannot be read, a map with faults, and what
    /// RecordReader throws.
    RecordInput(const InputOptions&, const criteria::Criteria&);

    /// The next record and the name of its input; false at the end of the last.
    bool next(std::string& name, ReadRecord& record);

    /// Says once for each input what deserves a warning: a byte-order mark and, where `defaults`
    /// apply, the absent columns for which silence answers.
    void warn(Context&, bool defaults, bool may_read_otherwise) const;
    /// Once all is read: says which keys the map or `--keep` names and no record had.
    void warn_not_met(Context&) const;
    /// The same inputs, for those who read them in blocks. They live as long as this.
    std::vector<batch::FilterInput> inputs() const;
    bool several() const { return inputs_.size() > 1; }
    /// Whether reading never waits for somebody else.
    bool all_are_files() const { return all_are_files_; }
    /// How much of the files was read, from 0 to 1; nothing where that is not known. Another thread
    /// may ask.
    std::optional<double> fraction() const;

 private:
    struct Input {
        std::unique_ptr<InputFile> file;
        std::unique_ptr<intake::RecordReader> reader;
    };
    std::vector<Input> inputs_;
    std::size_t at_ = 0;
    bool all_are_files_ = true;
};

}  // namespace scr::cli
