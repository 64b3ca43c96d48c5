#include "planner/erlang/virtual_wait.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace switchroom::erlang {

namespace {

constexpr int points = GaussLegendre::size;
constexpr double window = 64.0;         // e^-64 below the top nothing is left
constexpr double largest_change = 10.0; // of φ inside a panel that 32 points resolve
constexpr std::size_t most_panels = 2'000'000;

using Row = std::array<double, points>;

/// On (0, 1): from values at the nodes to the antiderivative at the nodes, and to the two highest Legendre
/// coefficients.
struct PanelRule {
    Row node;
    Row weight;
    std::array<Row, points> antiderivative;
    Row last;
    Row before_last;
    Row at_start; // the interpolating polynomial at 0 and at 1
    Row at_end;
};

/// P_0 … P_points at x in (−1, 1).
std::array<long double, points + 1> legendre_values(long double x)
{
    std::array<long double, points + 1> p{};
    p[0] = 1.0L;
    p[1] = x;
    for (std::size_t k = 2; k <= points; ++k) {
        const auto order = static_cast<long double>(k);
        p[k] = ((2.0L * order - 1.0L) * x * p[k - 1] - (order - 1.0L) * p[k - 2]) / order;
    }
    return p;
}

PanelRule make_panel_rule()
{
    const GaussLegendre& gauss = gauss_legendre();
    PanelRule rule{};
    std::array<std::array<long double, points + 1>, points> values;
    for (std::size_t i = 0; i < points; ++i)
        values[i] = legendre_values(2.0L * gauss.node[i] - 1.0L);
    for (std::size_t j = 0; j < points; ++j) {
        rule.node[j] = static_cast<double>(gauss.node[j]);
        rule.weight[j] = static_cast<double>(gauss.weight[j]);
        const auto coefficient = [&](std::size_t k) { // of P_k, from a unit value at node j
            return (2.0L * static_cast<long double>(k) + 1.0L) * gauss.weight[j] * values[j][k];
        };
        rule.last[j] = static_cast<double>(coefficient(points - 1));
        rule.before_last[j] = static_cast<double>(coefficient(points - 2));
        long double start = 0.0L;
        long double end = 0.0L;
        for (std::size_t k = 0; k < points; ++k) {
            start += k % 2 == 0 ? coefficient(k) : -coefficient(k);
            end += coefficient(k);
        }
        rule.at_start[j] = static_cast<double>(start);
        rule.at_end[j] = static_cast<double>(end);
        for (std::size_t i = 0; i < points; ++i) {
            long double area = coefficient(0) * gauss.node[i];
            for (std::size_t k = 1; k < points; ++k)
                area += coefficient(k) * (values[i][k + 1] - values[i][k - 1]) /
                        (2.0L * (2.0L * static_cast<long double>(k) + 1.0L));
            rule.antiderivative[i][j] = static_cast<double>(area);
        }
    }
    return rule;
}

const PanelRule& panel_rule()
{
    static const PanelRule rule = make_panel_rule();
    return rule;
}

double dot(const Row& a, const Row& b)
{
    double total = 0.0;
    for (std::size_t i = 0; i < points; ++i)
        total += a[i] * b[i];
    return total;
}

WaitIntegrals scaled(const WaitIntegrals& a, double factor)
{
    return {a.one * factor,  a.gives_up * factor,   a.stays * factor,
            a.wait * factor, a.wait_stays * factor, a.wait_gives_up * factor};
}

} // namespace

WaitIntegrals& WaitIntegrals::operator+=(const WaitIntegrals& other)
{
    one += other.one;
    gives_up += other.gives_up;
    stays += other.stays;
    wait += other.wait;
    wait_stays += other.wait_stays;
    wait_gives_up += other.wait_gives_up;
    return *this;
}

VirtualWait::VirtualWait(double arrival_rate, double full_rate, PatienceLaw patience)
    : arrival_rate_(arrival_rate), full_rate_(full_rate), patience_(std::move(patience))
{
}

std::optional<VirtualWait> VirtualWait::make(double arrival_rate, double full_rate, PatienceLaw patience)
{
    if (arrival_rate * patience.survival(std::numeric_limits<double>::max()) >= full_rate)
        return std::nullopt;
    VirtualWait wait(arrival_rate, full_rate, std::move(patience));
    if (!wait.march())
        return std::nullopt;
    return wait;
}

/// Where φ is largest: the wait at which just as many callers stay as the agents can serve.
double VirtualWait::mode() const
{
    const auto rises = [this](double v) { return arrival_rate_ * patience_.survival(v) > full_rate_; };
    if (!rises(0.0))
        return 0.0;
    double low = 0.0;
    double high = 1.0 / full_rate_;
    while (rises(high)) {
        low = high;
        high *= 2.0;
    }
    while (true) {
        const double middle = low + (high - low) / 2.0;
        if (middle <= low || middle >= high)
            return high;
        (rises(middle) ? low : high) = middle;
    }
}

/// The points see the law as it is: the polynomial's last terms are small, and it meets the law at both ends
/// of the panel, before the first and behind the last point, where a short patience or a late one may hide.
bool VirtualWait::resolves(const Panel& panel, const std::array<double, GaussLegendre::size>& gone) const
{
    const PanelRule& rule = panel_rule();
    constexpr double inside = 1e-12;
    // Never the end itself: there the law may jump, which is the next panel's.
    const double end = panel.start + panel.width;
    const double before_end = std::min(end - inside * panel.width, end * (1.0 - 1e-15));
    const double largest = gone[points - 1];
    const double last_terms = std::fabs(dot(rule.last, gone)) + std::fabs(dot(rule.before_last, gone));
    const double at_start =
        std::fabs(dot(rule.at_start, gone) - patience_.cdf(panel.start + inside * panel.width));
    const double at_end = std::fabs(dot(rule.at_end, gone) - patience_.cdf(before_end));
    const double pace = arrival_rate_ * panel.width;
    return (last_terms <= 1e-13 * largest || pace * last_terms <= 1e-16) &&
           (at_start + at_end <= 1e-10 * largest || pace * (at_start + at_end) <= 1e-15);
}

VirtualWait::Trial VirtualWait::try_panel(double start, double width, const Sums& before) const
{
    const PanelRule& rule = panel_rule();
    Row gone;
    Row stays;
    for (std::size_t i = 0; i < points; ++i) {
        gone[i] = patience_.cdf(start + width * rule.node[i]);
        stays[i] = patience_.survival(start + width * rule.node[i]);
    }
    const double drift = arrival_rate_ - full_rate_;
    Trial trial;
    trial.panel = {start, width, before, {}, {}};
    double change = 0.0;
    WaitIntegrals& part = trial.panel.part;
    for (std::size_t i = 0; i < points; ++i) {
        const double step = width * rule.node[i];
        const double given = width * dot(rule.antiderivative[i], gone);
        const double rise = drift * step - arrival_rate_ * given; // φ(v) − φ(start)
        change = std::max(change, std::fabs(rise));
        const double v = start + step;
        const double mass = width * rule.weight[i] * std::exp(rise);
        const double wait = before.stayed + width * dot(rule.antiderivative[i], stays);
        const double patience_gone = gone[i] < 0.5 ? v * gone[i] - before.given - given : wait - v * stays[i];
        part += {mass,        mass * gone[i],      mass * stays[i],
                 mass * wait, mass * v * stays[i], mass * std::max(0.0, patience_gone)};
    }
    const double given = width * dot(rule.weight, gone);
    trial.panel.end = {before.phi + drift * width - arrival_rate_ * given, before.given + given,
                       before.stayed + width * dot(rule.weight, stays)};
    trial.law_resolved = resolves(trial.panel, gone);
    trial.resolved = trial.law_resolved && change <= largest_change;
    return trial;
}

/// The largest resolved panel between `from` and `to` (> or < from) that begins or ends at `from` and is at
/// most `width` wide.
VirtualWait::Trial VirtualWait::next_panel(double from, double to, double& width, const Sums& before,
                                           bool law_only) const
{
    const bool leftward = to < from;
    width = std::min(width, std::fabs(to - from));
    while (true) {
        const double start = leftward ? std::max(to, from - width) : from;
        Trial trial = try_panel(start, leftward ? from - start : width, before);
        if ((law_only ? trial.law_resolved : trial.resolved) || width < 1e-300) {
            width *= 2.0;
            return trial;
        }
        width /= 2.0;
    }
}

/// The break (or end of the half-line) that bounds a panel beginning or ending at v.
double VirtualWait::bound(double v, bool leftward) const
{
    const std::vector<double>& breaks = patience_.breaks_s;
    if (leftward) {
        const auto at = std::lower_bound(breaks.begin(), breaks.end(), v);
        return at == breaks.begin() ? 0.0 : *(at - 1);
    }
    const auto after = std::upper_bound(breaks.begin(), breaks.end(), v);
    return after == breaks.end() ? std::numeric_limits<double>::max() : *after;
}

/// ∫₀^v of G and of 1 − G, and φ(v).
VirtualWait::Sums VirtualWait::sums_upto(double v) const
{
    Sums sums;
    double width = v;
    for (double from = 0.0; from < v;) {
        const Panel panel = next_panel(from, std::min(v, bound(from, false)), width, sums, true).panel;
        sums = panel.end;
        from = panel.start + panel.width;
    }
    return sums;
}

void VirtualWait::march_left(double peak, Sums at_peak)
{
    Sums sums = at_peak;
    double width = 1.0 / full_rate_;
    for (double to = peak; to > 0.0 && sums.phi > -window && panels_.size() < most_panels;) {
        Panel panel = next_panel(to, bound(to, true), width, {}, false).panel;
        const Sums start{sums.phi - panel.end.phi, std::max(0.0, sums.given - panel.end.given),
                         std::max(0.0, sums.stayed - panel.end.stayed)};
        panel = try_panel(panel.start, to - panel.start, start).panel;
        panels_.push_back(panel);
        to = panel.start;
        sums = start;
    }
    std::reverse(panels_.begin(), panels_.end());
}

bool VirtualWait::march_right(double peak, Sums at_peak)
{
    Sums sums = at_peak;
    double width = 1.0 / full_rate_;
    for (double from = peak; sums.phi > -window && panels_.size() < most_panels;) {
        const double limit = bound(from, false);
        const Panel panel = next_panel(from, limit, width, sums, false).panel;
        if (!(from + panel.width > from))
            return false;
        panels_.push_back(panel);
        from += panel.width;
        if (limit - from < 1e-14 * limit)
            from = limit;
        sums = panel.end;
    }
    return panels_.size() < most_panels;
}

bool VirtualWait::march()
{
    const double peak = mode();
    Sums at_peak = sums_upto(peak);
    top_ = at_peak.phi;
    at_peak.phi = 0.0; // from here on relative to the top
    march_left(peak, at_peak);
    const bool done = march_right(peak, at_peak);
    for (Panel& panel : panels_) {
        panel.part = scaled(panel.part, std::exp(panel.before.phi));
        all_ += panel.part;
    }
    return done;
}

VirtualWait::Panel VirtualWait::slice(const Panel& whole, double from, double to) const
{
    const Sums before = from == whole.start
                            ? whole.before
                            : try_panel(whole.start, from - whole.start, whole.before).panel.end;
    Panel part = try_panel(from, to - from, before).panel;
    part.part = scaled(part.part, std::exp(part.before.phi));
    return part;
}

std::size_t VirtualWait::panel_of(double t_s) const
{
    const auto after = std::upper_bound(panels_.begin(), panels_.end(), t_s,
                                        [](double t, const Panel& panel) { return t < panel.start; });
    return static_cast<std::size_t>(after - panels_.begin()) - 1;
}

WaitIntegrals VirtualWait::upto(double t_s) const
{
    WaitIntegrals total;
    if (!(t_s > panels_.front().start))
        return total;
    const std::size_t last = panel_of(t_s);
    for (std::size_t i = 0; i < last; ++i)
        total += panels_[i].part;
    const Panel& cut = panels_[last];
    total += slice(cut, cut.start, std::min(t_s, cut.start + cut.width)).part;
    return total;
}

WaitIntegrals VirtualWait::beyond(double t_s) const
{
    if (!(t_s > panels_.front().start))
        return all_;
    const std::size_t first = panel_of(t_s);
    const Panel& cut = panels_[first];
    WaitIntegrals total;
    for (std::size_t i = panels_.size() - 1; i > first; --i)
        total += panels_[i].part;
    if (t_s < cut.start + cut.width)
        total += slice(cut, t_s, cut.start + cut.width).part;
    return total;
}

} // namespace switchroom::erlang
