#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace scr::casework {

/// A value of a flat JSON object: its text as it stands and, of a string, what it says.
struct JsonMember {
    std::string name;
    std::string_view raw;
    std::string text;  ///< a string without its quotes and escapes; any other value as it stands

    bool is_string() const { return raw.starts_with('"'); }
    bool is_object() const { return raw.starts_with('{'); }
};

/// The members of a JSON object whose values are strings, numbers, truths, null or objects of such:
/// the form in which facts are kept, and no more of JSON than that. Throws Failure (store)
/// otherwise. `raw` points into `json`.
std::vector<JsonMember> members_of(std::string_view json);

}  // namespace scr::casework
