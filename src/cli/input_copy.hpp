#pragma once

#include <cstdio>
#include <memory>
#include <string>

namespace scr::cli {

/// A copy of standard input on the disk, for those who read it several times; gone when this is.
class InputCopy {
 public:
    /// Reads standard input to its end. Throws Failure (store) where there is no room for it.
    InputCopy();

    /// A name under which it can be opened as long as this lives.
    std::string path() const;

 private:
    std::unique_ptr<std::FILE, int (*)(std::FILE*)> file_;
};

}  // namespace scr::cli
