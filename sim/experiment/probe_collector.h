#pragma once
/// Gathers the figures of a centre's probes while replications come in.

#include "sim/experiment/results.h"
#include "sim/experiment/slices.h"

#include <vector>

namespace switchroom {

/// Not synchronised. Memory: a pair a probe and replication; quantiles of waits keep sections (quantile.h).
class ProbeCollector {
public:
    explicit ProbeCollector(const MeasuredCentre& centre);

    /// The next replication in index order; `run` are its figures of the run as a whole. The centre is the
    /// one that the collector was made for.
    void add(const MeasuredCentre& centre, const Slice& run, const ReplicationFigures& figures);

    std::vector<ProbeResult> results(const MeasuredCentre& centre) const;

private:
    struct Gathered {
        PairSeries series;
        SectionedWaits waits;
    };

    KpiPair pair_of(const MeasuredCentre& centre, const Probe& probe, const Slice& run,
                    const ReplicationFigures& figures);
    void cut(const MeasuredCentre& centre, const Probe& probe, const ReplicationFigures& figures);

    std::vector<Gathered> gathered_;
    std::vector<Slice> periods_; ///< of the probe in hand
    WaitHistogram waits_;        ///< of one replication
};

/// The value that the share of `values` reach: as many as possible of the worst are left out. NaN values are
/// periods with nothing to judge; NaN if there are no others.
double kept_by_share(std::vector<double> values, double share, bool from_below);

} // namespace switchroom
