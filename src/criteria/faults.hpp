#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scr/criteria/diagnostic.hpp"

namespace scr::criteria {

/// Collects what is wrong in a file while reading goes on. Once there are so many faults that
/// nobody reads on, notes and help are left out, which keeps a hostile file of a megabyte cheap.
class Faults {
 public:
    void add(Span span, std::string message, std::string note = "", std::string help = "");

    /// Like text::did_you_mean.
    std::string did_you_mean(std::string_view written,
                             std::span<const std::string> candidates) const;

    /// A note that lists what could have been written, the first of them where they are many:
    /// ``sources are `act`, `reg11` ``. `what` is the kind of thing, `whole` what holds it.
    std::string known(std::string_view what, std::span<const std::string> candidates,
                      std::string_view whole = "the file") const;

    std::size_t size() const { return found_.size(); }
    std::vector<Diagnostic>& found() { return found_; }

 private:
    std::vector<Diagnostic> found_;
};

/// Notes who has which id, and reports an id that is there twice.
class Ids {
 public:
    /// `what` is the kind of thing, such as `criterion`.
    void add(const std::string& id, std::string_view what, Span span, Faults& faults);

 private:
    std::map<std::string, std::string> taken_;
};

}  // namespace scr::criteria
