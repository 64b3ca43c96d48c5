#pragma once
/// The library's files, run as they stand or with a part of them changed.

#include "sim/experiment/experiment.h"
#include "sim/experiment/load_model.h"

#include <string>
#include <string_view>
#include <vector>

namespace switchroom::library {

/// The eight systems of the library, by file name without .toml, in the gallery's order.
const std::vector<std::string>& systems();

std::string path_of(std::string_view name);

/// The disk, and one more file in the library's folder: `changes` laid over the library's file of this name.
class WithChanges final : public FileSystem {
public:
    WithChanges(std::string_view name, std::string_view changes);

    const std::string& path() const { return path_; }
    Result<std::string> read(const std::string& path) const override;
    bool exists(const std::string& path) const override;
    Diagnostics write_atomically(const std::string& path, std::string_view content) override;

private:
    DiskFileSystem disk_;
    std::string path_;
    std::string text_;
};

/// Loaded with its expectations; fails the test with every error.
LoadedModel load(const FileSystem& files, const std::string& path);

/// The library's file as it stands, with the verdicts on all that it is said to show.
ExperimentResult run_of(std::string_view name, std::int64_t replications);

/// One KPI with and without a change, met by the same callers; `scope` is a contact or group, empty: the
/// total.
struct Effect {
    double as_it_stands = 0.0;
    double changed = 0.0;
    double difference = 0.0; ///< changed − as it stands
    double half_width = 0.0; ///< 95 %, of the paired difference
};

Effect effect_of(std::string_view name, std::string_view changes, std::string_view kpi,
                 std::string_view scope, std::int64_t replications);

} // namespace switchroom::library
