# scr_embed(ROOM NAMESPACE FOLDER PATTERN): the files of FOLDER as string views in the binary, in
# the order of their names. Declares `std::span<const scr::text::EmbeddedFile> NAMESPACE::files()`.
function(scr_embed room namespace folder pattern)
    string(REPLACE "::" "_" unit ${namespace})
    set(output ${CMAKE_BINARY_DIR}/embedded/${unit}.cpp)
    file(GLOB inputs CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${folder}/${pattern})
    add_custom_command(
        OUTPUT ${output}
        COMMAND ${CMAKE_COMMAND} -DOUTPUT=${output} -DNAMESPACE=${namespace} "-DINPUTS=${inputs}"
                -P ${CMAKE_SOURCE_DIR}/cmake/embed_files.cmake
        DEPENDS ${inputs} ${CMAKE_SOURCE_DIR}/cmake/embed_files.cmake
        VERBATIM)
    target_sources(scr_${room} PRIVATE ${output})
endfunction()
