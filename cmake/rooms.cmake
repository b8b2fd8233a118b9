# scr_room(NAME LINKS ...): the library of one room. A file added to src/NAME joins it.
function(scr_room name)
    cmake_parse_arguments(ROOM "" "" "LINKS" ${ARGN})
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${name}/*.cpp)
    add_library(scr_${name} STATIC ${sources})
    target_include_directories(scr_${name} PUBLIC ${CMAKE_SOURCE_DIR}/include
                                           PRIVATE ${CMAKE_SOURCE_DIR}/src)
    target_link_libraries(scr_${name} PUBLIC ${ROOM_LINKS} PRIVATE scr_flags)
endfunction()
