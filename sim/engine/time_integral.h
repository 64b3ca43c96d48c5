#pragma once
/// The integral over time of a quantity that jumps: a queue's length, the number of busy agents. Brought up
/// to date only when the quantity changes or a total is wanted.

namespace switchroom {

class TimeIntegral {
public:
    /// Starts at `now` with `value`; the integral is 0.
    void start(double now, double value = 0.0)
    {
        area_ = 0.0;
        since_ = now;
        value_ = value;
    }

    /// Precondition: now is not before the last instant told.
    void add(double now, double change)
    {
        area_ += value_ * (now - since_);
        since_ = now;
        value_ += change;
    }

    void set(double now, double value) { add(now, value - value_); }

    double value() const { return value_; }

    /// Takes time back out, for what is found only afterwards to have ended earlier.
    void take_back(double area) { area_ -= area; }

    /// The integral since start() or the last take(), and begins a new one.
    double take(double now)
    {
        add(now, 0.0);
        const double area = area_;
        area_ = 0.0;
        return area;
    }

private:
    double area_ = 0.0;
    double since_ = 0.0;
    double value_ = 0.0;
};

} // namespace switchroom
