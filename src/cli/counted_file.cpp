#include "cli/counted_file.hpp"

namespace scr::cli {

std::filebuf::int_type CountedFileBuffer::underflow() {
    const auto got = std::filebuf::underflow();
    if (!traits_type::eq_int_type(got, traits_type::eof())) {
        set_taken(taken() + static_cast<std::uint64_t>(buffered()));
    }
    return got;
}

std::streamsize CountedFileBuffer::xsgetn(char* to, std::streamsize room) {
    // Large reads go past the buffer; small ones may come through underflow, which then has
    // counted.
    const auto before = taken();
    const auto waiting = buffered();
    const auto got = std::filebuf::xsgetn(to, room);
    set_taken(before + static_cast<std::uint64_t>(got - waiting + buffered()));
    return got;
}

}  // namespace scr::cli
