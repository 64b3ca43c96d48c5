#include "cli/erlang_help.h"

#include "cli/erlang_flags.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace switchroom {

namespace {

struct Example {
    std::string_view model;
    std::string_view words;
};

constexpr std::array examples{
    Example{"b", "b --arrivals 90/h --handle 3min --target-blocking 1%"},
    Example{"c", "c --arrivals 100/h --handle 3min --agents 7 --within 20s"},
    Example{"a", "a --arrivals 100/h --handle 3min --patience 5min --within 20s --target-service-level 80%"},
    Example{"mmnk",
            "mmnk --arrivals 100/h --handle 3min --patience 5min --agents 6 --capacity 10 --within 20s"},
    Example{"engset", "engset --agents 3 --sources 10 --set load_per_idle_source_erlang=0.2"},
    Example{"overflow", "overflow --set n_primary1=4 --set n_primary2=3 --set n_shared_overflow=2 "
                        "--set load1_erlang=3 --set load2_erlang=2.5"},
    Example{"busyness", "busyness --arrivals 100/h --handle 3min --patience 5min --agents 7 --within 20s "
                        "--busyness-cv 0.15"},
    Example{"inverse", "inverse --load 10 --handle 3min --patience 5min --within 20s --set model=erlang_a "
                       "--set 'constraints=sl_awt>=0.8&p_abandon<=0.05'"},
    Example{"priority", "priority --agents 6 --handle 3min --set load1_erlang=1 --set load2_erlang=4 "
                        "--set awt1_s=20 --set awt2_s=120"},
    Example{"mg1", "mg1 --arrivals 12/h --set service_dist_s=lognormal:240:180 --within 60s"},
    Example{"mdn", "mdn --arrivals 40/h --handle 4min --agents 4 --within 20s"},
    Example{"mgn", "mgn --arrivals 100/h --handle 3min --set service_scv=0.6 --agents 6 --within 20s"},
    Example{"mmng", "mmng --arrivals 100/h --handle 3min --set patience_dist_s=lognormal:120:120 --agents 6 "
                    "--within 20s"},
    Example{"ging", "ging --arrivals 100/h --handle 3min --set patience_dist_s=lognormal:120:120 --agents 6 "
                    "--within 20s"},
    Example{"retrial", "retrial --arrivals 100/h --handle 3min --patience 2min --agents 6 --within 20s "
                       "--set waiting_places=inf --set mean_redial_delay_s=300 "
                       "--set p_redial_after_block=0.7 --set p_redial_after_abandon=0.5"},
    Example{"transient", "transient --handle 3min --patience 5min --agents 6 --within 20s --set profile=open "
                         "--set start_s=0 --set end_s=1800 --set arrival_rate_per_hour=100"},
};

} // namespace

std::string_view erlang_example(std::string_view model)
{
    const auto found =
        std::find_if(examples.begin(), examples.end(), [&](const Example& e) { return e.model == model; });
    return found == examples.end() ? std::string_view() : found->words;
}

std::string erlang_help()
{
    std::string text = "Usage: switchroom erlang MODEL [OPTIONS]\n       switchroom erlang MODEL --cases "
                       "FILE.csv [-o RESULTS.csv]\n\nModels\n";
    for (const erlang::CaseModel& model : erlang::case_models())
        text += fmt::format("  {:<10} {}\n", model.name, model.title);
    text += "\nOptions\n" + options_help(erlang_options()) + "\nExamples\n";
    for (const Example& example : examples)
        text += fmt::format("  switchroom erlang {}\n", example.words);
    return text +
           "  switchroom erlang c --handle 3min --agents 12 --within 20s --target-service-level 0.8      "
           "(the greatest load)\n"
           "  switchroom erlang a --arrivals 100/h --handle 3min --patience 5min --within 20s "
           "--target-service-level 0.8 \\\n"
           "      --busyness-cv 0.15 --probability 0.9\n"
           "switchroom erlang MODEL --help lists the inputs and results of one model.\n";
}

std::string erlang_model_help(const erlang::CaseModel& model)
{
    std::string text =
        fmt::format("{}: {}\nHolds if: {}.\n\nInputs (columns of --cases; --set COLUMN=VALUE)\n", model.name,
                    model.title, model.holds_for);
    for (const erlang::CaseInput& input : model.inputs)
        text += fmt::format("  {:<28} {}{}\n", input.column, input.help, input.required ? "" : " (optional)");
    text += "\nResults\n";
    for (const std::string_view column : model.outputs)
        text += fmt::format("  {}\n", column);
    return text + fmt::format("\nExample\n  switchroom erlang {}\n", erlang_example(model.name));
}

} // namespace switchroom
