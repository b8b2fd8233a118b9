#pragma once

#include <cstddef>
#include <iosfwd>
#include <memory>
#include <stdexcept>

namespace scr::intake {

/// Why a packed stream cannot be read on, in words such as `the gzip file ends too soon`.
class UnpackingFault : public std::runtime_error {
 public:
    using std::runtime_error::runtime_error;

    std::size_t delivered =
        0;  ///< bytes that the reading which met the fault had delivered by then
};

/// The stream as it is meant: what gzip or zstd packed is unpacked as it is read, recognised by its
/// first bytes and whatever its name. Null where the stream is to be read as it is; it is then
/// untouched but for bytes put back. The stream must outlive the result, whose reading throws
/// UnpackingFault where the packed bytes are damaged or end too soon.
std::unique_ptr<std::istream> unpacked(std::istream& stream);

}  // namespace scr::intake
