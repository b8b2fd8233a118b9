#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scr/failure.hpp"
#include "scr/text/csv.hpp"
#include "scr/text/json_writer.hpp"

namespace scr::cli {

/// The reader of standard output closed the pipe: the program ends quietly with 0.
struct ReaderGone {};

/// A colour never carries a meaning that the words do not.
enum class Style { plain, bold, red, yellow, green };

/// What one stream is to the person behind it.
struct Appearance {
    bool terminal = false;
    bool colour = false;
    bool accessible = false;  ///< one `label: value` a line, for a screen reader
    std::size_t width = 0;    ///< columns; 0 when nothing is wrapped or cut
};

/// One output stream, buffered. The boundary where text becomes harmless: whatever is written for
/// people has its control characters made visible, JSON has them escaped, and CSV, which must come
/// back unchanged, has them made visible on a terminal only.
class Output {
 public:
    using Sink = std::function<void(std::string_view)>;

    Output(Sink sink, Appearance appearance) : sink_(std::move(sink)), appearance_(appearance) {}
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;

    const Appearance& appearance() const { return appearance_; }

    /// A piece of a line for people.
    Output& put(std::string_view text, Style style = Style::plain);
    /// Ends the line.
    Output& end();
    /// A whole line for people; line feeds within stay.
    Output& line(std::string_view text = "", Style style = Style::plain);
    /// A row of CSV (RFC 4180, but a line feed alone ends it).
    Output& csv_row(std::span<const std::string> cells);
    /// A row of CSV made elsewhere as it may be written here: a script gets it back unchanged.
    std::string harmless_row(std::string row) const;
    /// A JSON text and a line feed.
    Output& json_line(std::string_view json);
    /// Bytes that were encoded elsewhere.
    Output& bytes(std::string_view bytes);

    /// Hands everything to the stream. Throws ReaderGone or Failure.
    void flush();

    /// From now on neither a reader that leaves nor a full disk stops the work, for it has to be
    /// done to its end: what cannot be written is dropped, and finish() says so.
    void outlive_reader() { outlives_reader_ = true; }
    /// Whether something was dropped.
    bool lost() const { return reader_left_ || failure_; }
    /// Called at the end by run(). A reader that left is no fault; throws Failure for what could
    /// not be written.
    void finish();

 private:
    void append(std::string_view text);
    void write(std::string_view bytes);

    Sink sink_;
    Appearance appearance_;
    std::string buffer_;
    bool outlives_reader_ = false;
    bool reader_left_ = false;
    std::optional<Failure> failure_;  ///< since which nothing is written
};

/// Writes to a file descriptor. Throws ReaderGone when the reader closed it, Failure (store) when
/// the disk is full.
Output::Sink descriptor_sink(int descriptor);

using text::csv_cell;
using text::harmless_json;

/// The columns of the terminal behind the descriptor: `columns` (from COLUMNS) where it is a
/// number, else what the terminal says, else 80.
std::size_t terminal_width(int descriptor, const std::string& columns);

}  // namespace scr::cli
