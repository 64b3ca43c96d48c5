#pragma once
/// SWITCHROOM_SIMD_CLONES before a function with plain loops: the compiler makes one version for AVX-512, one
/// for AVX2 and one for any x86-64, and the program takes at start the best that the processor has. Results
/// are the same bits.

// The sanitizers' run-time is not up yet when the choice is made (it happens while the program is linked), so
// they get one version.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__SANITIZE_ADDRESS__) &&                            \
    !defined(__SANITIZE_THREAD__)
#define SWITCHROOM_SIMD_CLONES [[gnu::target_clones("avx512f", "avx2", "default")]]
#else
#define SWITCHROOM_SIMD_CLONES
#endif
