# Warnings are errors; the release binary is hardened; the sanitizer build keeps its frames.
add_library(scr_flags INTERFACE)
target_compile_options(scr_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Winvalid-pch)
if(NOT SCR_SANITIZE)
    # The sanitizers' own code makes g++ warn of values that are never uninitialised.
    target_compile_options(scr_flags INTERFACE -Werror)
endif()
if(SCR_SANITIZE)
    # -fno-sanitize-recover makes undefined behaviour fail the test. In the checks themselves it is
    # not looked for: g++ would take minutes for a file of them.
    target_compile_options(scr_flags INTERFACE
                           -fsanitize=address
                           $<$<NOT:$<BOOL:$<TARGET_PROPERTY:SCR_HOLDS_CHECKS>>>:-fsanitize=undefined>
                           -fno-sanitize-recover=all
                           -fno-omit-frame-pointer -D_GLIBCXX_ASSERTIONS)
    target_link_options(scr_flags INTERFACE -fsanitize=address,undefined)
elseif(CMAKE_BUILD_TYPE STREQUAL "Release")
    target_compile_options(scr_flags INTERFACE -D_FORTIFY_SOURCE=2 -D_GLIBCXX_ASSERTIONS
                           -fstack-protector-strong -fstack-clash-protection -fcf-protection=full)
    target_link_options(scr_flags INTERFACE -pie -Wl,-z,relro,-z,now,-z,noexecstack,-z,pack-relative-relocs
                        -static-libstdc++ -static-libgcc)
endif()
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")
if(SCR_SANITIZE)
    set(CMAKE_CXX_FLAGS_DEBUG "-g1 -O1")
endif()
