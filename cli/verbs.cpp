#include "cli/verbs.h"

#include "cli/check_verb.h"
#include "cli/compare_verb.h"
#include "cli/cost_verb.h"
#include "cli/erlang_verb.h"
#include "cli/init_verb.h"
#include "cli/measure_verb.h"
#include "cli/report_verb.h"
#include "cli/sensitivity_verb.h"
#include "cli/simulate_verb.h"
#include "cli/staff_verb.h"
#include "cli/verify_verb.h"
#include "sim/base/check.h"
#include "sim/scenario/nearest.h"

#include <fmt/format.h>

#include <array>
#include <exception>
#include <ostream>
#include <vector>

namespace switchroom {

namespace {

constexpr std::array all_verbs{
    Verb{"init", "[TEMPLATE]", "write a first scenario file; without a name, list the templates", init_verb},
    Verb{"check", "SCENARIO…", "say everything that is wrong with scenario files, and what was understood",
         check_verb},
    Verb{"measure", "LOG", "every KPI recomputed exactly from a call log", measure_verb},
    Verb{"simulate", "SCENARIO", "run a scenario and print its KPIs", simulate_verb},
    Verb{"erlang", "MODEL", "one queueing formula: measures, least agents, greatest load, files of cases",
         erlang_verb},
    Verb{"staff", "SCENARIO", "people per interval that hold the targets, by formula or simulation",
         staff_verb},
    Verb{"verify", "SCENARIO", "probability that each promise of a contract is kept, and what misses cost",
         verify_verb},
    Verb{"cost", "SCENARIO", "what a month costs, line by line, by call and by settled need", cost_verb},
    Verb{"compare", "SCENARIO SCENARIO…", "the same callers through each scenario, and what it changes",
         compare_verb},
    Verb{"report", "SCENARIO…", "one page for a manager, about one scenario or several on the same callers",
         report_verb},
    Verb{"sensitivity", "SCENARIO [SCENARIO]",
         "what a figure hangs on; at which volume two scenarios are equal", sensitivity_verb},
};

constexpr std::string_view first_steps =
    R"(Switchroom simulates and plans the telephone reception of medical practices.

First steps
  You run a practice:   switchroom init minimal -o my.toml        then  switchroom simulate my.toml
  You advise practices: switchroom measure calls.csv --by weekday then  switchroom compare A.toml B.toml
  You sell answering:   switchroom verify --volume 600/day --handle 180s --patience 4min --agents 5 \
                                          --promise "80% within 20s per month"

switchroom --help lists all verbs; switchroom VERB --help explains one, with examples.
)";

void print_help(std::ostream& out)
{
    out << "Usage: switchroom VERB [ARGUMENTS] [OPTIONS]\n\nVerbs\n";
    for (const Verb& verb : all_verbs)
        out << fmt::format("  {:<11} {:<20} {}\n", verb.name, verb.arguments, verb.summary);
    out << "\nswitchroom VERB --help lists a verb's options, with examples. switchroom --version prints the "
           "version.\n"
           "Exit status: 0 done; 1 the verdict is negative; 2 usage or input error; 3 an internal check "
           "failed.\n";
}

int unknown_verb(const std::string& word, std::ostream& err)
{
    std::vector<std::string_view> names;
    for (const Verb& verb : all_verbs)
        names.push_back(verb.name);
    err << fmt::format("error: unknown verb \"{}\"{}; the verbs are {}\n", word, did_you_mean(word, names),
                       listed(names));
    return exit_input_error;
}

} // namespace

std::span<const Verb> verbs()
{
    return all_verbs;
}

int run_program(std::span<const std::string> arguments, std::ostream& out, std::ostream& err)
{
    if (arguments.empty()) {
        out << first_steps;
        return exit_done;
    }
    const std::string& word = arguments.front();
    if (word == "--version") {
        out << "switchroom " << SWITCHROOM_VERSION << "\n";
        return exit_done;
    }
    if (word == "--help" || word == "-h" || word == "help") {
        print_help(out);
        return exit_done;
    }
    try {
        for (const Verb& verb : all_verbs)
            if (verb.name == word)
                return verb.run(arguments.subspan(1), out, err);
        return unknown_verb(word, err);
    } catch (const BrokenInvariant& broken) {
        err << "internal error: " << broken.what()
            << "\nPlease report this with the scenario and the seed.\n";
    } catch (const std::exception& unexpected) {
        err << "internal error: " << unexpected.what() << "\n";
    }
    return exit_internal_error;
}

} // namespace switchroom
