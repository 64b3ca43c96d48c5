#pragma once
/// One distribution or more of every family, with shifts, limits and nesting: what the tests of all
/// distributions run over.

#include "sim/random/distribution.h"

#include <string>
#include <vector>

namespace switchroom::test {

struct NamedDistribution {
    std::string name;
    Distribution d;
};

inline Distribution balking_patience()
{
    return *make_mixture({law::constant(0.0), law::exponential(1000.0)}, {0.1, 0.9});
}

inline Distribution patience_hazard()
{
    return *make_hazard({0.0, 5.0, 20.0, 60.0}, {0.01, 0.002, 0.0, 0.005});
}

/// Distributions of untruncated families without atoms.
inline std::vector<NamedDistribution> continuous_families()
{
    std::vector<NamedDistribution> all = {
        {"exponential", law::exponential(150.0)},
        {"lognormal cv 0.85", *from_mean_cv(Family::lognormal, 190.0, 0.85)},
        {"lognormal cv 4", *from_mean_cv(Family::lognormal, 60.0, 4.0)},
        {"gamma cv 0.18", *from_mean_cv(Family::gamma, 1.0, 0.18)},
        {"gamma shape 0.755", law::gamma(0.755, 0.755 * 753.8)},
        {"gamma cv 3", *from_mean_cv(Family::gamma, 90.0, 3.0)},
        {"weibull cv 1.2", *from_mean_cv(Family::weibull, 150.0, 1.2)},
        {"weibull cv 0.3", *from_mean_cv(Family::weibull, 150.0, 0.3)},
        {"erlang 3", law::erlang(3, 240.0)},
        {"hyperexponential cv 2", *from_mean_cv(Family::hyperexponential, 180.0, 2.0)},
        {"hyperexponential native", law::hyperexponential(0.3, 400.0, 25.0)},
        {"uniform", law::uniform(30.0, 90.0)},
        {"triangular", *make_triangular(20.0, 50.0, 200.0)},
        {"hazard", patience_hazard()},
    };
    return all;
}

/// The same with a shift, a limit, both; and the families with atoms.
inline std::vector<NamedDistribution> all_distributions()
{
    std::vector<NamedDistribution> all = continuous_families();
    const std::size_t plain = all.size();
    for (std::size_t i = 0; i < plain; ++i) {
        const double middle = quantile(all[i].d, 0.7);
        all.push_back({all[i].name + ", at most its 0.7 quantile", *truncated(all[i].d, middle)});
        all.push_back(
            {all[i].name + ", shifted and limited", *truncated(*shifted(all[i].d, 7.5), middle + 7.5)});
    }
    all.push_back({"constant", law::constant(42.0)});
    all.push_back({"empirical", *make_empirical({5.0, 1.0, 3.0, 3.0, 12.0})});
    all.push_back({"balking patience", balking_patience()});
    all.push_back({"mixture of mixtures",
                   *make_mixture({balking_patience(), *shifted(law::exponential(20.0), 5.0)}, {2.0, 1.0})});
    all.push_back({"mixture at most 100", *truncated(balking_patience(), 100.0)});
    return all;
}

} // namespace switchroom::test
