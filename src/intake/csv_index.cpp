#include "intake/csv_index.hpp"

#include "scr/intake/block.hpp"

namespace scr::intake {

static_assert(CsvFinder::padding <= Block::padding);

void CsvIndex::build(const char* bytes, std::size_t size, char delimiter) {
    // Every byte may be a separator.
    const std::size_t most = size + 1 + CsvFinder::slack;
    if (capacity_ < most) {
        separators_ = std::make_unique_for_overwrite<std::uint32_t[]>(most);
        record_ends_ = std::make_unique_for_overwrite<std::uint32_t[]>(most);
        separators_[0] = ~std::uint32_t{0};
        capacity_ = most;
    }
    bytes_ = bytes;
    found_ = fastest_csv_finder().find(bytes, size, delimiter, separators_.get() + 1,
                                       record_ends_.get());
}

}  // namespace scr::intake
