#pragma once

#include <functional>
#include <map>

namespace CLI {
class App;
}

namespace scr::cli {

class Context;

/// What a command does once everything was parsed; returns the exit status.
using Action = std::function<int(Context&)>;

/// The action of each command. Parsing does nothing but choose; run() runs the choice afterwards.
class Actions {
 public:
    void add(const CLI::App& command, Action action) { actions_[&command] = std::move(action); }

    /// The action of a command, or null for one that only groups others.
    const Action* find(const CLI::App& command) const {
        const auto found = actions_.find(&command);
        return found == actions_.end() ? nullptr : &found->second;
    }

 private:
    std::map<const CLI::App*, Action> actions_;
};

}  // namespace scr::cli
