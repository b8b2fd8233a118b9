#include "intake/other_packing.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "intake/header_words.hpp"
#include "scr/failure.hpp"
#include "scr/intake/record_reader.hpp"

namespace scr::intake {

namespace {

struct Packing {
    std::string_view magic;  ///< its first bytes; `?` stands for any
    std::string_view said;
    std::string_view unpacker;  ///< blank: none that would make it a file of records
};

constexpr std::string_view twice = "is packed twice";

constexpr Packing packings[] = {
    {{"\xFD"
      "7zXZ\0",
      6},
     "is packed by xz",
     "xz -dc"},
    {"BZh?1AY&SY", "is packed by bzip2", "bzip2 -dc"},
    {"\x1f\x8b", twice, "gzip -dc"},
    {"\x28\xb5\x2f\xfd", twice, "zstd -dc"},
    {"PK\x03\x04", "is a zip archive, as a workbook of a spreadsheet is", ""},
};

/// Whether `bytes` agree with `magic` as far as both reach.
bool agrees(std::string_view bytes, std::string_view magic) {
    const std::size_t size = std::min(bytes.size(), magic.size());
    for (std::size_t i = 0; i < size; ++i) {
        if (magic[i] != '?' && magic[i] != bytes[i]) return false;
    }
    return true;
}

bool is_undecided(std::string_view bytes) {
    return std::ranges::any_of(packings, [&](const Packing& packing) {
        return bytes.size() < packing.magic.size() && agrees(bytes, packing.magic);
    });
}

std::string help_for(const Packing& packing, const std::string& name) {
    if (packing.unpacker.empty()) return "save the sheet as CSV";
    if (name == ReadOptions{}.name)
        return fmt::format("put it through `{}` first", packing.unpacker);
    return fmt::format("{} {} | scr screen --from -", packing.unpacker, quoted_for_shell(name));
}

}  // namespace

void refuse_packed(InputBuffer& input) {
    while (is_undecided(input.unread()) && input.fill()) {
    }
    for (const Packing& packing : packings) {
        const std::string_view bytes = input.unread();
        if (bytes.size() < packing.magic.size() || !agrees(bytes, packing.magic)) continue;
        throw Failure(FailureKind::refused, fmt::format("`{}` {}", input.name(), packing.said),
                      input.name(), "what gzip or zstd packed once is unpacked as it is read",
                      help_for(packing, input.name()));
    }
}

}  // namespace scr::intake
