#include "cli/record_input.hpp"

#include <fmt/format.h>

#include "cli/column_map_file.hpp"
#include "cli/context.hpp"
#include "scr/text/strings.hpp"

namespace scr::cli {

RecordInput::RecordInput(const InputOptions& options, const criteria::Criteria& criteria) {
    intake::ReadOptions read = read_options(options);
    read.map = read_map_file(options, criteria);
    for (auto& file : open_inputs(options)) {
        read.name = file->name();
        auto reader = std::make_unique<intake::RecordReader>(file->stream(), criteria, read);
        all_are_files_ = all_are_files_ && file->is_regular_file();
        inputs_.push_back({std::move(file), std::move(reader)});
    }
}

bool RecordInput::next(std::string& name, ReadRecord& record) {
    for (; at_ < inputs_.size(); ++at_) {
        if (!inputs_[at_].reader->next(record)) continue;
        name = inputs_[at_].file->name();
        return true;
    }
    return false;
}

std::optional<double> RecordInput::fraction() const {
    double taken = 0;
    double size = 0;
    for (const auto& input : inputs_) {
        taken += static_cast<double>(input.file->taken());
        size += static_cast<double>(input.file->size());
    }
    return all_are_files_ && size > 0 ? std::optional(taken / size) : std::nullopt;
}

std::vector<batch::FilterInput> RecordInput::inputs() const {
    std::vector<batch::FilterInput> inputs;
    for (const auto& input : inputs_) inputs.push_back({input.file->name(), input.reader.get()});
    return inputs;
}

void RecordInput::warn(Context& context, bool defaults, bool may_read_otherwise) const {
    for (const auto& input : inputs_) {
        if (input.reader->had_byte_order_mark()) {
            context.warn(fmt::format("{} begins with a byte-order mark, which was dropped",
                                     input.file->name()));
        }
        const auto absent = input.reader->absent_defaulted_facts();
        if (!defaults || absent.empty()) continue;
        std::vector<std::string> names;
        for (const auto& fact : absent) names.push_back(fmt::format("`{}`", fact));
        context.warn(fmt::format("{} has no column {}", input.file->name(),
                                 text::join_in_words(names, "or")),
                     "silence answers for every record; what it decided is listed as assumed",
                     may_read_otherwise ? "--blank-as-unknown reads every blank as unknown" : "");
    }
}

void RecordInput::warn_not_met(Context& context) const {
    const auto warn = [&](const Input& input, const std::vector<std::string>& keys,
                          const std::string& note, const std::string& help) {
        if (keys.empty()) return;
        context.warn(fmt::format("no record of {} has the key {}", input.file->name(),
                                 text::join_in_words(keys, "or")),
                     note, help);
    };
    for (const auto& input : inputs_) {
        warn(input, input.reader->mapped_and_not_met(),
             "the map names it; an absent key is a blank",
             "correct `header` in the map, or take the table out");
        warn(input, input.reader->kept_and_not_met(), "--keep names it; its column is empty",
             "correct the name after --keep");
    }
}

}  // namespace scr::cli
