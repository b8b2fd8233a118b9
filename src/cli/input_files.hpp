#pragma once

#include <cstdint>
#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/counted_file.hpp"
#include "scr/intake/record_reader.hpp"

namespace scr::cli {

/// Which inputs are read, and how.
struct InputOptions {
    std::vector<std::string> files;  ///< `-` is standard input; patterns are expanded
    std::vector<std::string> keep;
    std::string delimiter = ",";
    std::string header;  ///< column names, or a file that begins with them; blank: each file does
    std::string map;     ///< a file that says what columns and codes mean; blank: they are ours
    /// What that file holds, for those who need it several times: a pipe gives it once.
    std::optional<std::string> map_text;
    bool ignore_extra = false;
    std::vector<std::string> facts_elsewhere;  ///< columns that other criteria know
    /// A file that holds standard input, for those who read it several times; blank: itself.
    std::string standard_input;
};

/// An input that is open.
class InputFile {
 public:
    /// Throws Failure (refused) for a file that cannot be read.
    InputFile(const std::string& file, const InputOptions&);

    const std::string& name() const { return name_; }  ///< for messages
    std::istream& stream();
    /// Bytes read so far, of size(); another thread may ask.
    std::uint64_t taken() const { return buffer_.taken(); }
    std::uint64_t size() const { return size_; }  ///< 0 where it is not known
    /// Whether reading it never waits for somebody else.
    bool is_regular_file() const { return is_regular_file_; }

 private:
    std::string name_;
    bool is_regular_file_ = false;
    bool from_standard_input_;
    std::uint64_t size_ = 0;
    CountedFileBuffer buffer_;
    std::istream file_{&buffer_};
};

/// The files with their patterns expanded; `-` stays. Throws Failure (refused) for a pattern that
/// matches nothing.
std::vector<std::string> input_names(const InputOptions&);

/// Opens all inputs. Throws Failure for one that cannot be read or is the output as well, a pattern
/// that matches nothing, and standard input named twice.
std::vector<std::unique_ptr<InputFile>> open_inputs(const InputOptions&);

/// How the inputs are read, but for the map and their names. Throws Failure (usage) for what is no
/// delimiter.
intake::ReadOptions read_options(const InputOptions&);

}  // namespace scr::cli
