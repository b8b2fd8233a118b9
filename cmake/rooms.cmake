# Under the sanitizers, where compiling is dearest, the rooms share what most of them include. The
# release build goes without, and so proves that each file includes what it uses.
function(scr_share_headers name)
    if(NOT SCR_SANITIZE OR name STREQUAL "digest")
        return()
    elseif(name STREQUAL "text")
        target_precompile_headers(scr_text PRIVATE <fmt/format.h> <algorithm> <filesystem> <functional>
                                                   <map> <memory> <optional> <string> <vector>)
    else()
        target_precompile_headers(scr_${name} REUSE_FROM scr_text)
    endif()
endfunction()

# scr_room(NAME LINKS ...): the library of one room. A file added to src/NAME joins it.
function(scr_room name)
    cmake_parse_arguments(ROOM "" "" "LINKS" ${ARGN})
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${name}/*.cpp)
    add_library(scr_${name} STATIC ${sources})
    target_include_directories(scr_${name} PUBLIC ${CMAKE_SOURCE_DIR}/include
                                           PRIVATE ${CMAKE_SOURCE_DIR}/src)
    target_link_libraries(scr_${name} PUBLIC ${ROOM_LINKS} PRIVATE scr_flags)
    scr_share_headers(${name})
endfunction()
