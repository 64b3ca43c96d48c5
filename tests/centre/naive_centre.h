#pragma once
/// A second, slow simulator of the same model, written from docs/model.md alone: one ordered map of events,
/// one list of waiting calls that is searched from end to end, no slots, no batches. It shares with the
/// engine only the addresses of random numbers and the compiled model. Its trace must equal the engine's row
/// by row.

#include "sim/centre/replication.h"

#include <vector>

namespace switchroom::test {

struct RecordedTrace final : TraceSink {
    std::vector<TraceRow> rows;
    void row(const TraceRow& row) override { rows.push_back(row); }
};

bool same_row(const TraceRow& a, const TraceRow& b);

/// Conditions of steps included, with waits predicted by the length of the queue. Everything but
/// leaves_at_once, shrinkage, random factors, random and least-occupied picks, resampled replays.
std::vector<TraceRow> naive_trace(const CentreModel& model, ReplicationKey key);

} // namespace switchroom::test
