#pragma once

#include <memory>

#include "cli/screening_sink.hpp"
#include "cli/screening_text.hpp"

namespace scr::cli {

class Context;

/// How screenings of stored cases are printed, in each format.
class StoredPrinter {
 public:
    virtual ~StoredPrinter() = default;
    /// Throws Failure (usage) when a screening under these criteria could not be printed beside the
    /// ones before. Asked before it is stored.
    virtual void expect(const criteria::Criteria&) {}
    virtual void add(const ShownScreening&) = 0;
    /// `refused`: how many cases could not be screened.
    virtual void finish(std::size_t refused) = 0;
    /// Whether clocks and explanations are printed; otherwise they need not be worked out.
    virtual bool wants_details() const { return true; }
};

/// `brief`: for people a line a case, not a page. The output must outlive the printer.
std::unique_ptr<StoredPrinter> make_stored_printer(Context&, Output&, bool brief, bool no_header);

}  // namespace scr::cli
