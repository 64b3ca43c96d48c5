#pragma once
/// The wait that a caller with endless patience would meet in M/M/n+G, as smooth panels of its density.
///
/// On waiting the virtual wait V has density proportional to e^{φ(v)}, φ(v) = ∫₀^v (λ P(patience > u) − nμ)
/// du (Baccelli & Hebuterne 1981). φ is concave. From its top outwards the half-line is cut where patience
/// has atoms or kinks and further until a 32-point Gauss rule resolves both the law and e^φ to rounding; the
/// antiderivative comes from the same points. No cancellation anywhere: all integrands are positive.

#include "planner/erlang/patience_law.h"
#include "planner/erlang/quadrature.h"

#include <array>
#include <optional>
#include <vector>

namespace switchroom::erlang {

/// ∫ f(v) e^{φ(v) − top} dv for the f that the measures need; G = cdf of patience. Seconds, or seconds² where
/// f is a time.
struct WaitIntegrals {
    double one = 0;           ///< f = 1
    double gives_up = 0;      ///< f = G(v)
    double stays = 0;         ///< f = 1 − G(v)
    double wait = 0;          ///< f = E min(v, patience)
    double wait_stays = 0;    ///< f = v (1 − G(v))
    double wait_gives_up = 0; ///< f = E[patience; patience ≤ v]
    WaitIntegrals& operator+=(const WaitIntegrals& other);
};

class VirtualWait {
public:
    /// Rates per second; empty if the wait has no finite law (λ P(endless patience) ≥ nμ).
    static std::optional<VirtualWait> make(double arrival_rate, double full_rate, PatienceLaw patience);

    /// The largest φ; the integrals are scaled by e^{−top}.
    double top() const { return top_; }
    const WaitIntegrals& all() const { return all_; }
    /// Over [0, t] and over [t, ∞).
    WaitIntegrals upto(double t_s) const;
    WaitIntegrals beyond(double t_s) const;
    const PatienceLaw& patience() const { return patience_; }

private:
    /// What has gathered from 0 up to some wait.
    struct Sums {
        double phi = 0;    ///< φ, in panels_ less top
        double given = 0;  ///< ∫ G
        double stayed = 0; ///< ∫ (1 − G)
    };
    struct Panel {
        double start = 0;
        double width = 0;
        Sums before;
        Sums end;
        WaitIntegrals part; ///< as a trial scaled by e^{−φ(start)}, in panels_ by e^{−top}
    };
    struct Trial {
        Panel panel;
        bool law_resolved = false; ///< the points resolve G
        bool resolved = false;     ///< and e^φ
    };

    VirtualWait(double arrival_rate, double full_rate, PatienceLaw patience);
    bool march();
    void march_left(double peak, Sums at_peak);
    bool march_right(double peak, Sums at_peak);
    double mode() const;
    Sums sums_upto(double v) const;
    double bound(double v, bool leftward) const;
    Trial next_panel(double from, double to, double& width, const Sums& before, bool law_only) const;
    bool resolves(const Panel& panel, const std::array<double, GaussLegendre::size>& gone) const;
    Trial try_panel(double start, double width, const Sums& before) const;
    Panel slice(const Panel& whole, double from, double to) const;
    std::size_t panel_of(double t_s) const;

    double arrival_rate_;
    double full_rate_;
    PatienceLaw patience_;
    double top_ = 0;
    std::vector<Panel> panels_;
    WaitIntegrals all_;
};

} // namespace switchroom::erlang
