#include "scr/json/library.hpp"

#include <dlfcn.h>
#include <fmt/format.h>
#include <simdjson.h>

#include "scr/failure.hpp"

namespace {

/// A function of the library, by its name as the C++ ABI spells it.
template <class Function>
Function* find(const char* name) {
    void* const library = dlopen(SCR_SIMDJSON, RTLD_NOW | RTLD_LOCAL);
    void* const found = library == nullptr ? nullptr : dlsym(library, name);
    if (found == nullptr) {
        throw scr::Failure(scr::FailureKind::usage,
                           fmt::format("cannot load `{}`, which reads JSON", SCR_SIMDJSON), "",
                           dlerror(), "install the package of simdjson that scr was built with");
    }
    return reinterpret_cast<Function*>(found);
}

}  // namespace

// All that simdjson's header leaves to its library, as far as this program goes. The link would
// fail on anything else, since nothing is linked with the library itself.
namespace simdjson {

internal::atomic_ptr<const implementation>& get_active_implementation() {
    using Active = internal::atomic_ptr<const implementation>&();
    static Active* const active = find<Active>("_ZN8simdjson25get_active_implementationEv");
    return active();
}

namespace internal {

double from_chars(const char* first) noexcept {
    static auto* const read = find<double(const char*)>("_ZN8simdjson8internal10from_charsEPKc");
    return read(first);
}

double from_chars(const char* first, const char* end) noexcept {
    static auto* const read =
        find<double(const char*, const char*)>("_ZN8simdjson8internal10from_charsEPKcS2_");
    return read(first, end);
}

}  // namespace internal
}  // namespace simdjson

namespace scr::json {

void require_library() {
    simdjson::get_active_implementation();
}

}  // namespace scr::json
