#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "intake/input_buffer.hpp"

namespace scr::intake {

/// What keeps a stretch of CSV from being a record.
enum class CsvFault {
    none,
    quote_in_field,    ///< a quote within a field that does not begin with one
    text_after_quote,  ///< something between a closing quote and the next delimiter
    never_closed,      ///< the input ends within quotes
    too_long,
    invalid_utf8,
    nul_byte,
};

/// One record of a CSV text, or the fault that takes its place.
struct CsvRecord {
    std::size_t line = 1;                  ///< where it begins, counted from 1
    std::size_t last_line = 1;             ///< where it ends: quotes may hold line ends
    std::vector<std::string_view> fields;  ///< without quotes; valid until the next one is read
    CsvFault fault = CsvFault::none;
    std::optional<std::size_t> fault_field;  ///< from 0; absent where the whole is at fault
};

/// Splits CSV (RFC 4180) into records. Empty lines are passed over; a line ends in LF or CR LF.
///
/// A fault costs one record: the next begins after the line end that would have closed it. Within
/// quotes a line end closes nothing, so a quote that is never closed takes all that follows; where
/// it should have ended cannot be known and is not guessed.
class CsvSplitter {
 public:
    CsvSplitter(InputBuffer& input, char delimiter) : input_(input), delimiter_(delimiter) {}

    /// False at the end of the input.
    bool next(CsvRecord& record);
    /// Passes over the record that was read last, so that what is unread begins with the next.
    void release() { begin(); }

 private:
    enum class State { field_start, plain, quoted, quote_seen, carriage_return };
    struct Field {
        std::size_t begin = 0;
        std::size_t end = 0;
        bool doubled_quotes = false;
    };

    void begin();
    bool read();
    bool scan();
    void skip_ordinary(std::string_view bytes);
    bool step(char byte);
    bool step_plain(char byte);
    bool step_after_quote(char byte);
    void close_field(std::size_t end);
    void close_plain(std::size_t end);
    void close_at_end_of_input();
    void count_record_lines();
    void drop_scanned();
    void note(CsvFault fault);
    void publish(CsvRecord& record);
    bool ends_with_line_end() const;
    void check_bytes();
    void find_field(CsvFault fault, bool (*wrong)(std::string_view));
    std::string_view content(const Field& field);

    InputBuffer& input_;
    char delimiter_;
    // The record being read. Offsets count from the first unread byte, which the buffer may move.
    State state_ = State::field_start;
    std::size_t at_ = 0;      ///< how far it is scanned
    std::size_t length_ = 0;  ///< of the whole, without its line end
    std::size_t lines_ = 0;   ///< line ends in what is scanned
    std::size_t line_ = 1;
    Field field_;
    std::vector<Field> fields_;
    bool quotes_ = false;
    bool dropped_ = false;           ///< its beginning is no longer in the buffer
    bool dropped_line_end_ = false;  ///< what was dropped last ends with a line end
    CsvFault fault_ = CsvFault::none;
    std::optional<std::size_t> fault_field_;
};

}  // namespace scr::intake
