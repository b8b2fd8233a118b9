#pragma once

#include <span>
#include <string>

#include "scr/batch/filter.hpp"

namespace scr::batch {

/// A plain record and what stands behind its reference in its row: see RowWriter::tail.
///
/// INVARIANT: `padding` readable bytes follow both texts.
struct PlainRow {
    static constexpr std::size_t padding = 64;

    const intake::PlainRecord* record = nullptr;
    std::string_view tail;
};

/// Appends records as rows of one form.
class RowWriter {
 public:
    /// The arguments must outlive it.
    RowWriter(const criteria::Criteria& criteria, const FilterOptions& options)
        : criteria_(criteria), options_(options) {}

    /// What follows the reference in the row of every record with this screening: all of the rest,
    /// or what stands before the columns that are kept.
    std::string tail(const criteria::Screening&) const;

    void append_plain(std::string& rows, std::span<const PlainRow>) const;
    void append(std::string& rows, const casework::IncomingRecord&,
                const criteria::Screening&) const;
    /// Nothing unless refused records have rows.
    void append(std::string& rows, const casework::RejectedRecord&) const;

 private:
    bool all_short(std::span<const PlainRow>) const;
    void append_plain(std::string& rows, const PlainRow&) const;
    void append_beginning(std::string& rows, std::size_t line, std::string_view ref) const;
    void append_tail(std::string& rows, const criteria::Screening*) const;
    template <class Cell>
    void append_end(std::string& rows, const Cell& cell) const;

    const criteria::Criteria& criteria_;
    const FilterOptions& options_;
};

}  // namespace scr::batch
