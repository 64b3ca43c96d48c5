# One sub-folder is one target. Sources are taken by pattern, so that adding a file is adding a file.

# switchroom_library(NAME folder-target [PUBLIC libs...] [PRIVATE libs...]): the .cpp files of this folder as
# the static library switchroom_NAME, alias switchroom::NAME. PUBLIC names what its headers need.
function(switchroom_library name)
  cmake_parse_arguments(ARG "" "" "PUBLIC;PRIVATE" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp")
  set(target switchroom_${name})
  if(sources)
    add_library(${target} STATIC ${sources})
    target_include_directories(${target} PUBLIC "${CMAKE_SOURCE_DIR}")
    target_link_libraries(${target} PUBLIC switchroom_sanitizers ${ARG_PUBLIC}
                                    PRIVATE switchroom_warnings ${ARG_PRIVATE})
  else()
    add_library(${target} INTERFACE)
    target_include_directories(${target} INTERFACE "${CMAKE_SOURCE_DIR}")
    target_link_libraries(${target} INTERFACE switchroom_sanitizers ${ARG_PUBLIC})
  endif()
  add_library(switchroom::${name} ALIAS ${target})
endfunction()

# switchroom_program(NAME libs...): the .cpp files of this folder as the program NAME.
function(switchroom_program name)
  file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp")
  add_executable(${name} ${sources})
  target_link_libraries(${name} PRIVATE switchroom_warnings ${ARGN})
endfunction()

# switchroom_tests(NAME libs...): the .cpp files of this folder as one doctest program and one ctest entry. A folder without sources has
# no tests yet and adds none.
function(switchroom_tests name)
  file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp")
  if(NOT sources)
    return()
  endif()
  add_executable(test_${name} ${sources})
  target_link_libraries(test_${name} PRIVATE switchroom_test_support switchroom_warnings ${ARGN})
  target_compile_definitions(test_${name} PRIVATE
    SWITCHROOM_SOURCE_DIR="${CMAKE_SOURCE_DIR}" SWITCHROOM_DATA_DIR="${SWITCHROOM_DATA_DIR}")
  add_test(NAME ${name} COMMAND test_${name})
endfunction()
