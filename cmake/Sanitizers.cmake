# One library that every target links, so that a whole build is sanitized or none of it is.
add_library(switchroom_sanitizers INTERFACE)
if(SWITCHROOM_SANITIZE)
  target_compile_options(switchroom_sanitizers INTERFACE
    -fsanitize=${SWITCHROOM_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(switchroom_sanitizers INTERFACE -fsanitize=${SWITCHROOM_SANITIZE})
endif()
