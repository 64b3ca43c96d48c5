// What the window waits for: how long from a change of a scenario to its first picture and to its final
// results, and what publishing pictures costs.
//
//   bench_window [SCENARIO…]      default: the library in scenarios/
//
// Columns, in milliseconds: compile; first picture from a cold start; first picture after a change in the
// middle of a run (the older run is being stopped); final results; the same experiment without pictures.

#include "gui/view_models/run_feed.h"
#include "sim/experiment/experiment.h"
#include "sim/scenario/read.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

using namespace switchroom;
using namespace switchroom::gui;

namespace {

constexpr int threads = 2;

LoadOptions with_intervals()
{
    LoadOptions options;
    options.by_interval = true;
    options.expectations = true;
    return options;
}

/// Of all threads of this program, in ms: what a loaded machine does not change.
double cpu_ms()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

double now_ms()
{
    using namespace std::chrono;
    return duration<double, std::milli>(steady_clock::now().time_since_epoch()).count();
}

/// Milliseconds until `until` holds, looked at as often as a window draws when it is woken.
template <class Until>
double wait_ms(double since_ms, const Until& until)
{
    while (!until())
        std::this_thread::sleep_for(std::chrono::microseconds(200));
    return now_ms() - since_ms;
}

struct Row {
    double compile_ms = 0.0;
    double first_ms = 0.0;
    double after_change_ms = 0.0;
    double final_ms = 0.0;
    double plain_ms = 0.0;
    double first_cpu_ms = 0.0;
    double final_cpu_ms = 0.0;
    double plain_cpu_ms = 0.0;
    int pictures = 0;
};

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

Row measure(const FileSystem& files, const std::shared_ptr<const ScenarioDocument>& document)
{
    Row row;
    double since = now_ms();
    const auto loaded = compile_model(files, *document, with_intervals());
    row.compile_ms = now_ms() - since;
    if (!loaded) {
        std::printf("%s\n", loaded.errors().front().message.c_str());
        return row;
    }
    RunFeed feed(files, {.replications = 200, .threads = threads, .data_dir = {}}, [] {});
    std::uint64_t revision = 0;
    const auto order = [&] {
        ++revision;
        const double at = now_ms();
        feed.want({{.scenario = 1, .revision = revision, .document = document}});
        return at;
    };
    const auto shown = [&] {
        const auto latest = feed.of(1);
        return latest && latest->revision == revision;
    };
    double cpu = cpu_ms();
    since = order();
    row.first_ms = wait_ms(since, shown);
    row.first_cpu_ms = cpu_ms() - cpu;
    std::vector<double> changes;
    for (int i = 0; i < 7; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(23 * i));
        since = order();
        changes.push_back(wait_ms(since, shown));
    }
    row.after_change_ms = median(changes);
    std::shared_ptr<const RunSnapshot> last;
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    cpu = cpu_ms();
    since = order();
    row.final_ms = wait_ms(since, [&] {
        if (const auto latest = feed.of(1); latest != last) {
            last = latest;
            ++row.pictures;
        }
        return feed.settled();
    });
    row.final_cpu_ms = cpu_ms() - cpu;
    const auto final = feed.of(1);
    NoProgress quiet;
    cpu = cpu_ms();
    since = now_ms();
    ExperimentOptions options;
    options.seed = document->scenario.run.seed;
    options.threads = threads;
    (void)run_experiment(final->loaded->model, final->loaded->centre, options, quiet);
    row.plain_ms = now_ms() - since;
    row.plain_cpu_ms = cpu_ms() - cpu;
    return row;
}

std::vector<std::string> library()
{
    std::vector<std::string> paths;
    for (const auto& entry : std::filesystem::directory_iterator("scenarios"))
        if (entry.path().extension() == ".toml")
            paths.push_back(entry.path().string());
    std::sort(paths.begin(), paths.end());
    return paths;
}

} // namespace

int main(int argc, char** argv)
{
    const std::vector<std::string> paths =
        argc > 1 ? std::vector<std::string>(argv + 1, argv + argc) : library();
    DiskFileSystem files;
    std::printf("%-34s %8s %8s %8s %8s %8s %8s | %8s %8s %8s\n", "scenario", "compile", "first", "change",
                "final", "plain", "pictures", "cpu 1st", "final", "plain");
    for (const std::string& path : paths) {
        auto read = read_scenario(files, path);
        if (!read) {
            std::printf("%s: %s\n", path.c_str(), read.errors().front().message.c_str());
            continue;
        }
        const auto document = std::make_shared<const ScenarioDocument>(*std::move(read));
        const Row row = measure(files, document);
        std::printf("%-34s %8.1f %8.1f %8.1f %8.0f %8.0f %8d | %8.1f %8.0f %8.0f\n",
                    std::filesystem::path(path).stem().string().c_str(), row.compile_ms, row.first_ms,
                    row.after_change_ms, row.final_ms, row.plain_ms, row.pictures, row.first_cpu_ms,
                    row.final_cpu_ms, row.plain_cpu_ms);
    }
    return 0;
}
