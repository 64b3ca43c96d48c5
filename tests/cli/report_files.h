#pragma once
/// A folder with two small scenarios for tests of the report, gone when this is. Names are out to do harm.

#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>

namespace switchroom {

class ReportFolder {
public:
    ReportFolder()
        : folder_(std::filesystem::temp_directory_path() / ("switchroom-report-" + std::to_string(getpid())))
    {
        std::filesystem::remove_all(folder_);
        std::filesystem::create_directories(folder_);
        write("desk.toml", R"(format = 1
name = "<script>alert(1)</script>"
[time]
start = 2026-03-02
days = 7
interval = "30min"
[hours]
weekdays = "08:00-12:00"
[[contacts]]
name = "=1+1 </script><b>calls"
arrivals.profile = { weekdays = [["08:00", 60], ["10:00", 25], ["12:00", 0]] }
talk = { family = "exponential", mean = "3min" }
patience = { family = "exponential", mean = "2min" }
target = { service_level = { share = 0.8, within = "30s" } }
value = { lost_caller = 20, of_lost_callers = 0.5 }
[[groups]]
name = "desk"
agents = 2
cost = { hourly = 20 }
[[costs]]
name = "telephones"
monthly = 100
[run]
replications = 40
)");
        write("more.toml", R"(format = 1
include = ["desk.toml"]
name = "One person more & 'more'"
[[groups]]
name = "desk"
agents = 3
)");
    }
    ~ReportFolder() { std::filesystem::remove_all(folder_); }
    ReportFolder(const ReportFolder&) = delete;
    ReportFolder& operator=(const ReportFolder&) = delete;

    std::string path(const std::string& name) const { return (folder_ / name).string(); }

    void write(const std::string& name, const std::string& content) const
    {
        std::ofstream(path(name), std::ios::binary) << content;
    }

    std::string read(const std::string& name) const
    {
        std::ifstream file(path(name), std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }

private:
    std::filesystem::path folder_;
};

} // namespace switchroom
