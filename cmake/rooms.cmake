# Small files share most of what they include: `count` of them are compiled at a time, which makes a
# whole build several times quicker. The debug preset compiles each alone, and so proves that each
# includes what it uses; there a change to one file is also built soonest.
function(scr_unite target count)
    if(SCR_UNITY)
        set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE ${count})
        # g++ takes a united file for a header, in which such a member would be a mistake.
        target_compile_options(${target} PRIVATE -Wno-subobject-linkage)
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
    scr_unite(scr_${name} 16)
endfunction()
