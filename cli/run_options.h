#pragma once
/// The options that simulate and compare share, and what they stand for.

#include "cli/options.h"
#include "sim/experiment/experiment.h"
#include "sim/experiment/load_model.h"

#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

namespace switchroom {

enum class OutputFormat { text, json, csv };

/// --help, --json, --csv, -o, --quiet: what every verb that prints a document understands.
std::vector<OptionSpec> document_options();
/// --seed, --replications, --precision, --threads, --progress, --data-dir, --allow-outside, --kpis.
std::vector<OptionSpec> run_options();

/// What the user asked for; unset values come from the scenario.
struct RunRequest {
    OutputFormat format = OutputFormat::text;
    std::optional<std::string> out;
    bool quiet = false;
    bool progress = false;
    std::optional<std::uint64_t> seed;
    std::optional<std::int64_t> replications;
    std::vector<PrecisionGoal> goals;
    int threads = 0;
    std::optional<KpiSelection> kpis;
    bool every_figure = false; ///< --kpis was given: text shows all figures
    LoadOptions load;
};

/// All complaints about values at once.
Result<RunRequest> read_run_request(const Options& options);

/// The experiment that a scenario and a request ask for together: the command line wins over the scenario's
/// own [run]. A scenario's precision holds unless --precision or --replications is given.
ExperimentOptions experiment_options(const RunRequest& request, const Scenario& scenario);

/// "0.01", "1%" or "2s" as a number; empty if it is none of them or not positive.
std::optional<double> positive_number(const std::string& text);

/// Prints diagnostics one a line.
void print(const Diagnostics& diagnostics, std::ostream& err);

/// Writes a finished document to --out (whole or not at all) or to `out`. Returns an exit status.
int deliver(const std::string& document, const std::optional<std::string>& path, FileSystem& files,
            std::ostream& out, std::ostream& err);

} // namespace switchroom
