#pragma once
/// How far a long piece of work has come, for whoever wants to show it or stop it.

#include <cstdint>

namespace switchroom {

/// Told after each finished piece of work, from one thread at a time.
class Progress {
public:
    virtual ~Progress() = default;
    /// `done` of `total` pieces are finished; total 0 if unknown.
    virtual void advance(std::int64_t done, std::int64_t total) = 0;
    /// True asks the work to stop at its next safe point and keep what is finished.
    virtual bool stop_requested() const = 0;
};

/// Shows nothing, never stops.
class NoProgress final : public Progress {
public:
    void advance(std::int64_t, std::int64_t) override {}
    bool stop_requested() const override { return false; }
};

} // namespace switchroom
