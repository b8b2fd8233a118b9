#pragma once

#include <deque>
#include <exception>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "cli/batch_run.hpp"
#include "cli/record_input.hpp"
#include "scr/casework/examination.hpp"
#include "scr/casework/period_in_force.hpp"
#include "scr/concurrent/queue.hpp"

namespace scr::cli {

/// A record as it was read and examined: all that can be said of it without the store.
struct ExaminedRecord {
    std::string input;  ///< the name of its file
    ReadRecord read;    ///< a rejected one as well where examining rejected it
    std::shared_ptr<const casework::Examination> examination;  ///< of one that was not rejected
    bool out_of_force = false;

    /// Of its texts that may be long.
    std::size_t bytes() const;
};

/// The inputs of a run, examined record by record. Files are read and examined ahead by a thread of
/// their own, while the store takes in what came before; standard input and pipes are not, for a
/// thread that waits there could not be stopped.
class ExaminedRecords {
 public:
    /// Both must outlive it. Throws as RecordInput does.
    ExaminedRecords(const casework::CriteriaPointer&, const BatchOptions&);
    ~ExaminedRecords();
    ExaminedRecords(const ExaminedRecords&) = delete;
    ExaminedRecords& operator=(const ExaminedRecords&) = delete;

    const RecordInput& input() const { return input_; }

    using Records = std::vector<ExaminedRecord>;
    /// The next records, in the memory of those that were taken before: many where they are read
    /// ahead, else one. False, and none, at the end of the last input. Throws what reading throws.
    bool next(Records&);
    /// Lets the thread read further ahead until more is asked for: while the store commits, most
    /// of which is to wait, it has a processor that it does not take from the others.
    void read_far_ahead();

 private:
    bool examine_next(ExaminedRecord&);
    void examine(ExaminedRecord&);
    bool take(Records&);
    void give_back(Records);
    bool fill(Records&);
    void start();
    void work();

    const BatchOptions& options_;
    casework::RecordExaminer examiner_;
    casework::PeriodInForce period_;
    RecordInput input_;

    concurrent::Queue<Records> queue_;
    /// Records that were taken, on their way back: what one thread allocates and another frees
    /// makes both wait for each other.
    concurrent::Queue<Records> used_;
    std::exception_ptr failure_;  ///< the thread's, until it is joined
    bool started_ = false;
    std::thread thread_;
};

}  // namespace scr::cli
