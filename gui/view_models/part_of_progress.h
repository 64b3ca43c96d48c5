#pragma once
/// One part of a longer work, told as what it adds to the whole.

#include "sim/base/progress.h"

#include <cstdint>

namespace switchroom::gui {

/// `whole` outlives it. A wish to stop is handed on.
class PartOfProgress final : public Progress {
public:
    /// `before` of `total` were done when this part began.
    PartOfProgress(Progress& whole, std::int64_t before, std::int64_t total)
        : whole_(whole), before_(before), total_(total)
    {
    }
    void advance(std::int64_t done, std::int64_t) override { whole_.advance(before_ + done, total_); }
    bool stop_requested() const override { return whole_.stop_requested(); }

private:
    Progress& whole_;
    std::int64_t before_;
    std::int64_t total_;
};

} // namespace switchroom::gui
