# Uses ccache where it is installed: a clean checkout then rebuilds in seconds.
find_program(SWITCHROOM_CCACHE ccache)
if(SWITCHROOM_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${SWITCHROOM_CCACHE}")
endif()
