#include "planner/erlang/uniformisation.h"

#include <algorithm>
#include <cmath>

namespace switchroom::erlang {

namespace {

constexpr double negligible = 1e-19;     // mass of a state that is not visited
constexpr double events_at_once = 600.0; // of the uniformised clock in one stretch; e^-600 is still a number
constexpr int trim_every = 8;

/// Upper end of a Poisson number of this mean, but for 1e-24.
double poisson_reach(double mean)
{
    return mean + 10.5 * std::sqrt(mean) + 40.0;
}

/// Weights of 0, 1, … events, and of the time spent after so many (times the clock's rate).
struct PoissonWeights {
    std::vector<double> exactly;
    std::vector<double> more_than;
};

PoissonWeights poisson_weights(double mean)
{
    PoissonWeights weights;
    double weight = std::exp(-mean);
    const double least =
        1e-25 * std::min(1.0, mean); // of a short stretch the first event decides the time spent
    for (double k = 0.0; k <= mean || weight > least; k += 1.0) {
        weights.exactly.push_back(weight);
        weight *= mean / (k + 1.0);
    }
    weights.more_than.assign(weights.exactly.size(), 0.0);
    for (std::size_t k = weights.exactly.size() - 1; k > 0; --k)
        weights.more_than[k - 1] = weights.more_than[k] + weights.exactly[k];
    return weights;
}

/// One row of the chain during a stretch: a window of states with a guard cell on either side.
struct Row {
    long first = 0; // state of cell 1
    long last = -1;
    long active_first = 0; // the visited range
    long active_last = -1;
    std::vector<double> now, next, sum, integral, stay, down;

    std::size_t cell(long state) const { return static_cast<std::size_t>(state - first + 1); }
    bool idle() const { return active_last < active_first; }
    void allocate()
    {
        const auto size = static_cast<std::size_t>(std::max(0L, last - first + 1)) + 2;
        for (auto* v : {&now, &next, &sum, &integral, &stay, &down})
            v->assign(size, 0.0);
    }
    void trim()
    {
        while (!idle() && now[cell(active_first)] < negligible)
            now[cell(active_first)] = next[cell(active_first)] = 0.0, ++active_first;
        while (!idle() && now[cell(active_last)] < negligible)
            now[cell(active_last)] = next[cell(active_last)] = 0.0, --active_last;
    }
    void widen(long low, long high)
    {
        if (high < low)
            return;
        active_first = idle() ? low : std::min(active_first, low);
        active_last = std::max(active_last, high);
    }
};

/// A stretch of time short enough for one set of Poisson weights.
class Stretch {
public:
    Stretch(const StaffedState& state, const StaffedRates& rates, bool tagged, double t_s)
        : rates_(rates), agents_(state.agents), tagged_(tagged)
    {
        choose_clock(state, t_s);
        make_rows(state);
    }

    double length_s() const { return length_s_; }

    /// The state at the end; answered() and integral() are then known too.
    StaffedState run(bool with_integral)
    {
        const PoissonWeights weights = poisson_weights(clock_ * length_s_);
        for (std::size_t k = 0;; ++k) {
            answered_ += weights.exactly[k] * absorbed_;
            collect(weights.exactly[k], with_integral ? weights.more_than[k] / clock_ : 0.0);
            if (k + 1 == weights.exactly.size())
                break;
            step(k % trim_every == 0);
        }
        return gather(&Row::sum);
    }
    StaffedState integral() const { return gather(&Row::integral); }
    double answered() const { return answered_; }

private:
    double exit_rate(long row, long state) const
    {
        const double kill = tagged_ ? rates_.abandonment : 0.0;
        const long waiting = row > 0 ? state : std::max(0L, state - agents_);
        const long busy = row > 0 ? agents_ + row : std::min(state, agents_);
        return rates_.arrivals + static_cast<double>(busy) * rates_.service +
               static_cast<double>(waiting) * rates_.abandonment + kill;
    }

    void choose_clock(const StaffedState& state, double t_s)
    {
        const long top_row = static_cast<long>(state.rows.size()) - 1;
        long waiting = 0;
        for (long r = 0; r <= top_row; ++r)
            if (const Band& row = state.rows[static_cast<std::size_t>(r)]; !row.empty())
                waiting = std::max(waiting, r == 0 ? row.last() - agents_ : row.last());
        length_s_ = t_s;
        reach_ = 0;
        // The states that can be reached set the clock, and the clock how long the stretch may be; three
        // rounds settle it.
        for (int round = 0; round < 4; ++round) {
            reach_ =
                static_cast<long>(rates_.arrivals > 0.0 ? poisson_reach(rates_.arrivals * length_s_) : 0.0);
            const double calls_ahead = static_cast<double>(std::max(0L, waiting + reach_));
            clock_ = rates_.arrivals + static_cast<double>(agents_ + top_row) * rates_.service +
                     (calls_ahead + 1.0) * rates_.abandonment;
            length_s_ = std::min(t_s, clock_ > 0.0 ? events_at_once / clock_ : t_s);
        }
        reach_ = static_cast<long>(rates_.arrivals > 0.0 ? poisson_reach(rates_.arrivals * length_s_) : 0.0);
        fall_ = static_cast<long>(poisson_reach(clock_ * length_s_));
        clock_ = std::max(clock_, 1e-300);
    }

    void make_rows(const StaffedState& state)
    {
        rows_.resize(state.rows.size());
        long low = 0;
        long high = -1; // of calls waiting in the rows above, which flow down
        for (std::size_t r = rows_.size(); r-- > 0;) {
            const Band& band = state.rows[r];
            const long shift = r == 0 ? agents_ : 0;
            if (!band.empty()) {
                low = high < low ? band.first - shift : std::min(low, band.first - shift);
                high = std::max(high, band.last() - shift);
            }
            Row& row = rows_[r];
            const long floor = r > 0 ? 0 : (tagged_ ? agents_ : 0);
            row.first = std::max(floor, low + shift - fall_);
            row.last = high + shift + reach_;
            row.active_first = band.empty() ? 0 : band.first;
            row.active_last = band.empty() ? -1 : band.last();
            row.allocate();
            for (long s = row.active_first; s <= row.active_last; ++s)
                row.now[row.cell(s)] = band[s];
            for (long s = row.first; s <= row.last; ++s)
                set_coefficients(row, static_cast<long>(r), s);
        }
    }

    void set_coefficients(Row& row, long r, long s) const
    {
        row.stay[row.cell(s)] = 1.0 - exit_rate(r, s) / clock_;
        const long waiting = r > 0 ? s : std::max(0L, s - agents_);
        double down = static_cast<double>(waiting) * rates_.abandonment;
        if (r == 0)
            down += static_cast<double>(std::min(s, agents_)) * rates_.service;
        row.down[row.cell(s)] = down / clock_;
    }

    void step(bool trim)
    {
        const double up = rates_.arrivals / clock_;
        for (std::size_t r = 0; r < rows_.size(); ++r) {
            Row& row = rows_[r];
            if (trim)
                row.trim();
            if (tagged_ && r == 0 && !row.idle() && row.active_first == agents_)
                absorbed_ += row.now[row.cell(agents_)] * row.down[row.cell(agents_)];
            if (!row.idle())
                row.widen(std::max(row.first, row.active_first - 1),
                          std::min(row.last, row.active_last + (up > 0.0 ? 1 : 0)));
            if (r + 1 < rows_.size())
                receive(row, rows_[r + 1], r == 0 ? agents_ : 0);
            advance(row, up);
            if (r + 1 < rows_.size())
                add_from_above(row, rows_[r + 1], static_cast<long>(r), r == 0 ? agents_ : 0);
        }
        for (Row& row : rows_)
            row.now.swap(row.next);
    }

    /// The row's visited range covers what comes down from the row above.
    static void receive(Row& row, const Row& above, long shift)
    {
        if (!above.idle())
            row.widen(std::max(row.first, above.active_first + shift),
                      std::min(row.last, above.active_last + shift));
    }

    static void advance(Row& row, double up)
    {
        if (row.idle())
            return;
        const std::size_t begin = row.cell(row.active_first);
        const std::size_t end = row.cell(row.active_last);
        const double* now = row.now.data();
        const double* stay = row.stay.data();
        const double* down = row.down.data();
        double* next = row.next.data();
        for (std::size_t i = begin; i <= end; ++i)
            next[i] = now[i] * stay[i] + now[i - 1] * up + now[i + 1] * down[i + 1];
    }

    /// One of the agents + r + 1 busy ends a call: row r + 1 → row r with as many waiting.
    void add_from_above(Row& row, const Row& above, long r, long shift) const
    {
        const double rate = static_cast<double>(agents_ + r + 1) * rates_.service / clock_;
        for (long q = above.active_first; q <= above.active_last; ++q)
            row.next[row.cell(q + shift)] += above.now[above.cell(q)] * rate;
    }

    void collect(double weight, double time_weight)
    {
        if (weight < 1e-26 && time_weight <= 0.0)
            return;
        for (Row& row : rows_) {
            if (row.idle())
                continue;
            const std::size_t begin = row.cell(row.active_first);
            const std::size_t end = row.cell(row.active_last);
            for (std::size_t i = begin; i <= end; ++i)
                row.sum[i] += weight * row.now[i];
            if (time_weight > 0.0)
                for (std::size_t i = begin; i <= end; ++i)
                    row.integral[i] += time_weight * row.now[i];
        }
    }

    StaffedState gather(std::vector<double> Row::*values) const
    {
        StaffedState state{agents_, {}};
        for (const Row& row : rows_) {
            const std::vector<double>& v = row.*values;
            Band band{row.first, {v.begin() + 1, v.end() - 1}};
            band.trim(negligible);
            state.rows.push_back(std::move(band));
        }
        while (state.rows.size() > 1 && state.rows.back().empty())
            state.rows.pop_back();
        return state;
    }

    StaffedRates rates_;
    long agents_;
    bool tagged_;
    double clock_ = 0;
    double length_s_ = 0;
    long reach_ = 0;
    long fall_ = 0;
    std::vector<Row> rows_;
    double absorbed_ = 0;
    double answered_ = 0;
};

} // namespace

void evolve(StaffedState& state, const StaffedRates& rates, double t_s, StaffedState* integral)
{
    for (double left = t_s; left > 0.0;) {
        Stretch stretch(state, rates, false, left);
        state = stretch.run(integral != nullptr);
        if (integral)
            integral->add(stretch.integral());
        left = stretch.length_s() < left ? left - stretch.length_s() : 0.0;
    }
}

double evolve_tagged(StaffedState& state, StaffedRates rates, double t_s)
{
    rates.arrivals = 0.0; // first come, first served: later calls do not matter
    double answered = 0.0;
    for (double left = t_s; left > 0.0 && state.total() > negligible;) {
        Stretch stretch(state, rates, true, left);
        state = stretch.run(false);
        answered += stretch.answered();
        left = stretch.length_s() < left ? left - stretch.length_s() : 0.0;
    }
    return answered;
}

} // namespace switchroom::erlang
