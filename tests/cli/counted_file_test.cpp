#include "cli/counted_file.hpp"

#include <doctest/doctest.h>
#include <stdlib.h>
#include <unistd.h>

#include <filesystem>
#include <string>

using scr::cli::CountedFileBuffer;

TEST_CASE("what was read of a file is counted once however it is read") {
    std::string path = std::filesystem::temp_directory_path() / "scr-counted-XXXXXX";
    close(mkstemp(path.data()));
    constexpr std::size_t size = 300'000;
    std::ofstream(path, std::ios::binary) << std::string(size, 'x');
    for (const std::size_t block : {1U, 100U, 5'000U, 65'536U, 400'000U}) {
        CountedFileBuffer buffer;
        REQUIRE(buffer.open(path, std::ios::in | std::ios::binary));
        std::istream file(&buffer);
        CHECK(buffer.taken() == 0);
        std::string bytes(block, '\0');
        std::size_t read = 0;
        while (file.peek() != std::istream::traits_type::eof()) {
            file.read(bytes.data(), static_cast<std::streamsize>(block));
            read += static_cast<std::size_t>(file.gcount());
            REQUIRE(buffer.taken() >= read);
        }
        CHECK(read == size);
        CHECK(buffer.taken() == size);
    }
    std::filesystem::remove(path);
}
