#pragma once
/// Internal checks at three levels. A failed check is our own bug, never bad input (that is a Diagnostic, see
/// result.h).
///
///   SWITCHROOM_CHECK(c, "why")    always on: cheap, guards what a wrong result would hide
///   SWITCHROOM_ASSERT(c, "why")   on unless NDEBUG: costs a little on warm paths
///   SWITCHROOM_AUDIT(c, "why")    on only with SWITCHROOM_AUDITS: walks whole structures
///
/// A failed check throws BrokenInvariant; programs end with exit status 3.

#include <stdexcept>
#include <string>

namespace switchroom {

/// Thrown by a failed check. what() names file, line, condition and reason.
struct BrokenInvariant : std::logic_error {
    using std::logic_error::logic_error;
};

/// Throws BrokenInvariant; out of line so that a check costs one compare and one cold jump.
[[noreturn]] void fail_check(const char* file, int line, const char* condition, const char* reason);

} // namespace switchroom

#define SWITCHROOM_CHECK(condition, reason)                                                                  \
    do {                                                                                                     \
        if (!(condition)) [[unlikely]]                                                                       \
            ::switchroom::fail_check(__FILE__, __LINE__, #condition, reason);                                \
    } while (false)

#ifdef NDEBUG
#define SWITCHROOM_ASSERT(condition, reason) static_cast<void>(0)
#else
#define SWITCHROOM_ASSERT(condition, reason) SWITCHROOM_CHECK(condition, reason)
#endif

#ifdef SWITCHROOM_AUDITS
#define SWITCHROOM_AUDIT(condition, reason) SWITCHROOM_CHECK(condition, reason)
#else
#define SWITCHROOM_AUDIT(condition, reason) static_cast<void>(0)
#endif
