# Dear ImGui as Debian packages it: one static archive with the core, the FreeType builder and the GLFW and OpenGL 3 backends, and a
# pkg-config file whose link order fails for a static archive. So: the archive first, then what it needs.
find_library(SWITCHROOM_IMGUI_ARCHIVE imgui)
find_path(SWITCHROOM_IMGUI_INCLUDE imgui.h PATH_SUFFIXES imgui)
find_library(SWITCHROOM_STB stb)
find_path(SWITCHROOM_STB_INCLUDE stb/stb_image_write.h)
find_package(glfw3 QUIET)
find_package(OpenGL QUIET)
find_package(Freetype QUIET)
if(SWITCHROOM_IMGUI_ARCHIVE AND SWITCHROOM_IMGUI_INCLUDE AND SWITCHROOM_STB AND glfw3_FOUND AND OPENGL_FOUND AND FREETYPE_FOUND)
  set(DearImGui_FOUND TRUE)
  # What draws without a window, and the window's share beside it.
  add_library(DearImGui::imgui INTERFACE IMPORTED)
  target_include_directories(DearImGui::imgui SYSTEM INTERFACE "${SWITCHROOM_IMGUI_INCLUDE}")
  target_link_libraries(DearImGui::imgui INTERFACE "${SWITCHROOM_IMGUI_ARCHIVE}" glfw OpenGL::GL Freetype::Freetype
    "${SWITCHROOM_STB}" ${CMAKE_DL_LIBS} m)
  add_library(DearImGui::stb INTERFACE IMPORTED)
  target_include_directories(DearImGui::stb SYSTEM INTERFACE "${SWITCHROOM_STB_INCLUDE}")
  target_link_libraries(DearImGui::stb INTERFACE "${SWITCHROOM_STB}")
else()
  set(DearImGui_FOUND FALSE)
endif()
