/// Predicted and announced waits: against exact queues.

#include "sim/centre/replication.h"
#include "sim/centre/wait_memory.h"

#include "tests/centre/compile_support.h"
#include "tests/centre/exact_ratio.h"
#include "tests/centre/naive_centre.h"
#include "tests/support/model_builder.h"

#include <utility>
#include <vector>

using namespace switchroom;
using switchroom::test::check_ratio;
using test::ModelBuilder;

namespace {

constexpr double service_s = 60.0;

double d(std::int64_t n)
{
    return static_cast<double>(n);
}

/// M/M/n whose callers hear how long they will wait, and take it as it is.
CentreModel announcing_desk(std::uint32_t agents, double erlang, PredictorKind kind,
                            const std::optional<Distribution>& patience = std::nullopt)
{
    ModelBuilder b(200'000.0);
    b.model.measure_from_s = 20'000.0;
    const std::uint32_t calls = b.contact(erlang / service_s, law::exponential(service_s), patience);
    ModelContact& contact = b.model.contacts[calls];
    contact.predictor = {.kind = kind, .service_s = service_s};
    contact.announcement.given = true;
    b.model.counts_sides = true;
    const std::uint32_t desk = b.group(agents);
    b.skill(desk, calls);
    b.route(calls, {{.groups = {desk}}});
    return b.build();
}

std::pair<double, double> bias_of(const ReplicationResult& result)
{
    return {result.side(0, 0).prediction_bias_s, d(result.side(0, 0).predicted_waits)};
}

} // namespace

TEST_CASE("the queue's length predicts waits without bias where nobody hangs up")
{
    // M/M/3 at 0.85: a call that must wait and finds q waiting waits for q + 1 completions, each 20 s on
    // average.
    check_ratio(announcing_desk(3, 2.55, PredictorKind::queue_length), 60, bias_of, 0.0, 1.5);
}

TEST_CASE("the last wait and the wait of the head of the queue fall short by one completion")
{
    // The arrivals during the head's wait w, the head and the call itself are to be served: given w, the wait
    // is (ρ w + 2 / (n μ)) on average (Ibrahim and Whitt 2009); over all calls that must wait the bias comes
    // to −1 / (n μ) = −20 s. So it does for the last call to have entered service, by the same argument.
    for (const PredictorKind kind : {PredictorKind::head_of_queue, PredictorKind::last_wait}) {
        CAPTURE(static_cast<int>(kind));
        check_ratio(announcing_desk(3, 2.55, kind), 60, bias_of, -20.0, 1.5);
    }
}

TEST_CASE("the queue's length with impatience predicts the wait of who does not hang up")
{
    // One in a thousand callers has patience without end among impatient ones: finding q waiting, it waits
    // Σ 1 / (n μ + k θ), k = 0 … q, on average (Whitt 1999).
    ModelBuilder b(400'000.0);
    const std::uint32_t desk = b.group(3);
    b.model.counts_sides = true;
    for (const double erlang : {4.0, 0.02}) {
        const bool patient = erlang < 1.0;
        const std::uint32_t calls = b.contact(erlang / service_s, law::exponential(service_s),
                                              patient ? std::nullopt : std::optional(law::exponential(90.0)));
        ModelContact& contact = b.model.contacts[calls];
        contact.predictor = {.kind = PredictorKind::queue_length_patience,
                             .service_s = service_s,
                             .patience_s = patient ? never_s : 90.0};
        contact.announcement.given = patient;
        b.skill(desk, calls);
        b.route(calls, {{.groups = {desk}}});
    }
    CentreModel model = b.build();
    const test::PairOf bias = [](const ReplicationResult& result) {
        return std::pair(result.side(1, 0).prediction_bias_s, d(result.side(1, 0).predicted_waits));
    };
    check_ratio(model, 400, bias, 0.0, 0.25);
    // Without impatience the same queue is predicted far too long.
    model.contacts[1].predictor.kind = PredictorKind::queue_length;
    Workspace workspace;
    const auto [too_long_s, calls] = bias(run_replication(model, {.seed = 11}, workspace));
    CHECK(too_long_s / calls > 5.0);
}

TEST_CASE("the mean of the last waits is the mean of as many as there were, then of the last ones")
{
    WaitMemory memory;
    memory.reset(3);
    CHECK(memory.mean_s() == 0.0);
    memory.add(6.0);
    CHECK(memory.mean_s() == 6.0);
    memory.add(12.0);
    memory.add(0.0);
    CHECK(memory.mean_s() == 6.0);
    memory.add(30.0);
    CHECK(memory.mean_s() == 14.0);
}

TEST_CASE("callers who balk at the announced minutes leave a queue with an exact solution")
{
    // Two agents, service 60 s: who finds nobody waiting hears 30 s and leaves with probability 1/2, who
    // finds one waiting hears a minute and leaves. States 0 … 3 in proportion 1, a, a²/2, a²/2 × (a/2)/2.
    constexpr double a = 1.6;
    CentreModel model = announcing_desk(2, a, PredictorKind::queue_length);
    model.contacts[0].announcement.balk_per_minute = 1.0;
    const double two = a * a / 2.0;
    const double three = two * a / 4.0;
    const double exact = (two / 2.0 + three) / (1.0 + a + two + three);
    check_ratio(
        model, 60,
        [](const ReplicationResult& r) {
            CHECK(r.contact(0, 0).wait_abandoned_s == 0.0);
            return std::pair(d(r.contact(0, 0).abandoned), d(r.contact(0, 0).attempts));
        },
        exact, 0.002);
}

TEST_CASE("an announcement that doubles patience is a queue of callers twice as patient")
{
    const Distribution patience = law::exponential(40.0);
    CentreModel announced = announcing_desk(3, 3.0, PredictorKind::queue_length, patience);
    announced.contacts[0].announcement.patience_factor = 2.0;
    const CentreModel plain = announcing_desk(3, 3.0, PredictorKind::queue_length, law::exponential(80.0));
    Workspace one;
    Workspace two;
    const ContactCounts& a = run_replication(announced, {}, one).contact(0, 0);
    const ContactCounts& b = run_replication(plain, {}, two).contact(0, 0);
    CHECK(a.abandoned > 100);
    CHECK(a.abandoned == b.abandoned);
    CHECK(a.wait_answered_s == doctest::Approx(b.wait_answered_s).epsilon(1e-9));
}

TEST_CASE("an announcement to which nobody reacts changes nothing but its own counts")
{
    CentreModel announced = announcing_desk(3, 3.0, PredictorKind::queue_length, law::exponential(40.0));
    CentreModel silent = announced;
    silent.contacts[0].announcement.given = false;
    for (CentreModel* model : {&announced, &silent})
        index_model(*model);
    test::RecordedTrace first;
    test::RecordedTrace second;
    Workspace one;
    Workspace two;
    const ReplicationResult& a = run_replication(announced, {7, 1}, one, &first);
    const ReplicationResult& b = run_replication(silent, {7, 1}, two, &second);
    CHECK(a.fingerprint == b.fingerprint);
    REQUIRE(first.rows.size() == second.rows.size());
    for (std::size_t i = 0; i < first.rows.size(); ++i)
        REQUIRE(test::same_row(first.rows[i], second.rows[i]));
    CHECK(a.side(0, 0).predicted_waits > 1000);
    CHECK(b.side(0, 0).predicted_waits == 0);
}

TEST_CASE("an announcement in a file reaches its callers, with the mean times of the file's laws")
{
    const CentreModel model = model_of(
        "format = 1\nname = \"t\"\n[[contacts]]\nname = \"calls\"\narrivals.rate_per_hour = 40\n"
        "talk = { family = \"gamma\", mean = \"2min\", cv = 0.5 }\nwrap_up = { family = \"exponential\", "
        "mean "
        "= \"30s\" }\npatience = { family = \"exponential\", mean = \"3min\" }\n"
        "announce = { balk_per_minute = 0.05, patience_factor = 1.1 }\npredictor = { by = \"mean-of-last\", "
        "of_last = 7 }\n[[groups]]\nname = \"desk\"\nagents = 2\n");
    const ModelContact& contact = model.contacts[0];
    CHECK(contact.announcement.given);
    CHECK(contact.announcement.balk_per_minute == 0.05);
    CHECK(contact.announcement.patience_factor == 1.1);
    CHECK(contact.predictor.kind == PredictorKind::mean_of_last);
    CHECK(contact.predictor.of_last == 7);
    CHECK(contact.predictor.service_s == doctest::Approx(150.0));
    CHECK(contact.predictor.patience_s == doctest::Approx(180.0));
    CHECK(model.counts_sides);
}
