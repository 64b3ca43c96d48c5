#include "sim/calllog/import.h"
#include "sim/calllog/measure.h"
#include "sim/centre/replication.h"
#include "sim/experiment/load_model.h"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdlib>

using namespace switchroom;

namespace {

const std::string scenarios = std::string(SWITCHROOM_SOURCE_DIR) + "/scenarios/";

std::string data_dir()
{
    const char* folder = std::getenv("SWITCHROOM_DATA_DIR");
    return folder ? folder : SWITCHROOM_DATA_DIR;
}

bool real_log_is_here()
{
    if (DiskFileSystem().exists(data_dir() + "/anonbank/1999-01_january.txt.gz"))
        return true;
    MESSAGE("SKIPPED: the Anonymous Bank's log is not on this machine (SWITCHROOM_DATA_DIR)");
    return false;
}

/// One replication of a scenario of the library, all contacts together.
ContactCounts replay(const std::string& scenario)
{
    const auto loaded = load_model(DiskFileSystem(), scenarios + scenario, {.data_dir = data_dir()});
    for (const Diagnostic& error : loaded.errors())
        FAIL(to_text(error));
    Workspace workspace;
    const ReplicationResult& result =
        run_replication(loaded->model, {.seed = 1, .replication = 0}, workspace);
    CHECK(result.checks.all_hold());
    ContactCounts sum;
    for (std::size_t c = 0; c < loaded->model.names.contacts.size(); ++c)
        for (std::size_t cell = 0; cell < result.cells; ++cell)
            sum += result.contact(c, cell);
    return sum;
}

ContactCounts recorded(const std::string& path)
{
    const auto log = read_call_log(DiskFileSystem(), path, {});
    for (const Diagnostic& error : log.errors())
        FAIL(to_text(error));
    CHECK(log->quality.rows_lost() == 0);
    return measure(*log, {}).total.counts;
}

double abandonment(const ContactCounts& counts)
{
    return static_cast<double>(counts.abandoned) / static_cast<double>(counts.answered + counts.abandoned);
}

double mean_wait_s(const ContactCounts& counts)
{
    return (counts.wait_answered_s + counts.wait_abandoned_s) /
           static_cast<double>(counts.answered + counts.abandoned);
}

} // namespace

TEST_CASE("the synthetic month says in its first line that it is drawn")
{
    const auto text = DiskFileSystem().read(scenarios + "data/synthetic-month.csv.gz");
    REQUIRE(text.ok());
    CHECK(text->starts_with("# synthetic"));
}

TEST_CASE("replayed against the desk that answered it, the synthetic month happens again")
{
    // Whoever was answered is answered as soon, so the patience that is drawn beyond the recorded wait never
    // matters. Times in the file are rounded to milliseconds, which may turn a race between two events: hence
    // the thousandth.
    const ContactCounts log = recorded(scenarios + "data/synthetic-month.csv.gz");
    const ContactCounts again = replay("bank-synthetic.toml");
    CHECK(again.answered + again.abandoned == log.answered + log.abandoned);
    CHECK(std::abs(static_cast<double>(again.answered - log.answered)) <=
          0.001 * static_cast<double>(log.answered));
    CHECK(mean_wait_s(again) == doctest::Approx(mean_wait_s(log)).epsilon(0.01));
}

TEST_CASE("the real January against its rebuilt desk stays close to what happened")
{
    if (!real_log_is_here())
        return;
    const ContactCounts log = recorded(data_dir() + "/anonbank/1999-01_january.txt.gz");
    const ContactCounts again = replay("bank-january-1999.toml");
    CHECK(again.answered + again.abandoned == log.answered + log.abandoned);
    // What docs/call-logs.md states: within half a point of abandonment, an eighth of the mean wait (one
    // replication moves it by 2 %).
    CHECK(std::abs(abandonment(again) - abandonment(log)) < 0.005);
    CHECK(mean_wait_s(again) == doctest::Approx(mean_wait_s(log)).epsilon(0.12));
}

TEST_CASE("overflow answers more of the same callers, and sooner")
{
    for (const auto& [desk, overflow] :
         {std::pair{"bank-synthetic.toml", "bank-synthetic-overflow.toml"},
          std::pair{"bank-january-1999.toml", "bank-january-1999-overflow.toml"}}) {
        if (std::string(desk).starts_with("bank-january") && !real_log_is_here())
            continue;
        const ContactCounts before = replay(desk);
        const ContactCounts after = replay(overflow);
        CHECK(after.attempts == before.attempts);
        CHECK(after.answered > before.answered);
        CHECK(mean_wait_s(after) < mean_wait_s(before));
    }
}
