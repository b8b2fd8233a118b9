#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "criteria/faults.hpp"
#include "scr/criteria/document.hpp"

namespace scr::criteria {

/// Typed access to a table. Every key that is asked for is a known one; what is missing, of the
/// wrong type or never asked for becomes a fault. The table must outlive the reader.
class TableReader {
 public:
    /// `what` names the table in messages: ``criterion `death` ``. `place` is its header.
    TableReader(const Table& table, Span place, std::string what, Faults& faults);

    const std::string& what() const { return what_; }
    Span place() const { return place_; }

    const Entry* entry(std::string_view key);
    const Node* node(std::string_view key);
    /// Where the value stands; the header where there is none.
    Span span_of(std::string_view key);

    /// A string; nothing, and a fault, where the value is another thing or blank.
    const Text* text(std::string_view key);
    /// The same; it is also a fault when the key is absent.
    const Text* required_text(std::string_view key);
    /// The value of `text`, or `otherwise`.
    std::string text_or(std::string_view key, std::string otherwise);
    bool flag(std::string_view key);
    /// A civil date; nothing, and a fault, for another thing.
    const DateText* date(std::string_view key);
    std::optional<TableReader> table(std::string_view key);
    /// A list of strings, none of them blank.
    std::vector<const Text*> texts(std::string_view key);
    /// The tables of a list, or of a repeated `[[header]]`. Each is named by its `id` or `name`, as
    /// ``criterion `death` ``, where it has one. `header` is what stands between its brackets;
    /// blank: the key alone.
    std::vector<TableReader> list(std::string_view key, std::string_view what,
                                  std::string_view header = "");
    /// The tables under `[key.NAME]`, each with its name; the form of the name is checked.
    std::vector<std::pair<const Entry*, TableReader>> named(std::string_view key);

    void missing(std::string_view key);
    /// Says that the value of a known key should be `wanted`, such as `a list of strings`.
    void wrong_type(std::string_view key, Span value, std::string_view wanted);

    /// Reports the keys that were never asked for. To be called once, after all others.
    void refuse_unknown_keys();

 private:
    const Table* table_;
    Span place_;
    std::string what_;
    Faults* faults_;
    std::set<std::string, std::less<>> known_;
};

}  // namespace scr::criteria
