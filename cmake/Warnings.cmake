# Warnings are errors in our own code; third-party headers are system headers and stay out of it.
# -ffp-contract=off: fused multiply-adds would give other bits on other machines (docs/model.md, Reproducibility).
add_library(switchroom_warnings INTERFACE)
target_compile_options(switchroom_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror -ffp-contract=off)
