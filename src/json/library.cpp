#include "scr/json/library.hpp"

#include <dlfcn.h>
#include <fmt/format.h>
#include <simdjson.h>

#include "scr/failure.hpp"

namespace {

using Active = simdjson::internal::atomic_ptr<const simdjson::implementation>& (*)();

/// The library's own function of the name below, as the C++ ABI spells it.
Active find_active_implementation() {
    void* const library = dlopen(SCR_SIMDJSON, RTLD_NOW | RTLD_LOCAL);
    void* const found =
        library == nullptr ? nullptr : dlsym(library, "_ZN8simdjson25get_active_implementationEv");
    if (found == nullptr) {
        throw scr::Failure(scr::FailureKind::usage,
                           fmt::format("cannot load `{}`, which reads JSON", SCR_SIMDJSON), "",
                           dlerror(), "install the package of simdjson that scr was built with");
    }
    return reinterpret_cast<Active>(found);
}

Active active_implementation() {
    static const Active found = find_active_implementation();
    return found;
}

}  // namespace

// All that simdjson's header leaves to its library, as far as this program goes. The link would
// fail on anything else, since nothing is linked with the library itself.
namespace simdjson {

internal::atomic_ptr<const implementation>& get_active_implementation() {
    return active_implementation()();
}

}  // namespace simdjson

namespace scr::json {

void require_library() {
    active_implementation();
}

}  // namespace scr::json
