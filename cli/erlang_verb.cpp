#include "cli/erlang_verb.h"

#include "cli/erlang_answer.h"
#include "cli/erlang_help.h"
#include "cli/verbs.h"
#include "planner/erlang/busyness.h"
#include "sim/base/file_system.h"
#include "sim/scenario/nearest.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

namespace switchroom {

namespace {

using erlang::CaseModel;

int report(const Diagnostics& errors, std::ostream& err)
{
    for (const Diagnostic& error : errors)
        err << to_text(error) << "\n";
    return exit_input_error;
}

/// The document goes to --out, whole or not at all, or to `out`.
int deliver(const std::string& document, const Options& options, std::ostream& out, std::ostream& err)
{
    const auto path = options.value("out");
    if (!path) {
        out << document;
        return exit_done;
    }
    const Diagnostics errors = DiskFileSystem().write_atomically(*path, document);
    return has_errors(errors) ? report(errors, err) : exit_done;
}

/// The rows of a file are the whole question: a flag beside them would be passed over.
Diagnostics beside_cases(const Options& options)
{
    Diagnostics errors;
    for (const OptionSpec& option : erlang_options())
        if (options.has(option.name) && option.name != "cases" && option.name != "out" &&
            option.name != "quiet" && option.name != "csv")
            errors.push_back(error_in({}, option.name == "json"
                                              ? "--cases answers in CSV: leave out --json"
                                              : fmt::format("--cases takes every input from the file's "
                                                            "columns: leave out --{}",
                                                            option.name)));
    return errors;
}

int run_cases(const CaseModel& model, const Options& options, std::ostream& out, std::ostream& err)
{
    if (const Diagnostics errors = beside_cases(options); !errors.empty())
        return report(errors, err);
    const std::string path = *options.value("cases");
    const Result<std::string> text = DiskFileSystem().read(path);
    if (!text)
        return report(text.errors(), err);
    Result<erlang::CsvTable> table = erlang::read_csv(*text, path);
    if (!table)
        return report(table.errors(), err);
    const Result<erlang::CsvTable> solved = erlang::solve_cases(model, std::move(*table), path);
    if (!solved)
        return report(solved.errors(), err);
    const std::size_t error_column = solved->column("error");
    const auto failed = std::count_if(solved->rows.begin(), solved->rows.end(),
                                      [&](const auto& row) { return !row[error_column].empty(); });
    if (failed > 0 && !options.has("quiet"))
        err << fmt::format("{} of {} rows could not be computed; the column 'error' says why\n", failed,
                           solved->rows.size());
    return deliver(to_csv(*solved), options, out, err);
}

/// The targets shall hold with a probability: they are asked of the load that is exceeded with the rest of
/// it.
void meet_busyness(ErlangAnswer& answer)
{
    ErlangQuestion& question = answer.question;
    const auto load = question.inputs.find("offered_load_erlang");
    if (question.probability == 0.0 || load == question.inputs.end())
        return;
    const double mean = std::strtod(load->second.c_str(), nullptr);
    const double factor = erlang::busyness_quantile(question.busyness_cv, 1.0 - question.probability);
    load->second = erlang::number_text(mean * factor);
    answer.notes.push_back(fmt::format("The figures are for the load that is exceeded with probability {:g}: "
                                       "{:.4f} times the mean of {:.6g} erlang.",
                                       1.0 - question.probability, factor, mean));
}

/// Fills in the number that was left out: agents, or the load that given agents bear.
Diagnostics search(ErlangAnswer& answer)
{
    ErlangQuestion& question = answer.question;
    if (question.targets.empty())
        return {};
    const bool asks_load = question.inputs.contains(question.model->agents_column);
    if (asks_load && question.inputs.contains("offered_load_erlang"))
        return {error_in({}, "agents, load and targets are all given: leave out --agents for the least "
                             "number, or the load for the greatest")};
    if (!asks_load)
        meet_busyness(answer);
    Result<erlang::CaseInputs> found =
        asks_load ? with_greatest_load(*question.model, question.inputs, question.targets)
                  : with_least_agents(*question.model, question.inputs, question.targets);
    if (!found)
        return found.errors();
    question.inputs = *found;
    answer.notes.push_back(asks_load ? "The load is the greatest that these agents bear within the targets."
                                     : "The number of agents is the least that meets the targets.");
    return {};
}

int run_question(const CaseModel& model, const Options& options, std::ostream& out, std::ostream& err)
{
    Result<ErlangQuestion> question = read_erlang_question(model, options);
    if (!question)
        return report(question.errors(), err);
    if (const Diagnostics errors = missing_inputs(*question); !errors.empty())
        return report(errors, err);
    ErlangAnswer answer{std::move(*question), erlang::CaseRow({}), {}};
    if (const Diagnostics errors = search(answer); !errors.empty())
        return report(errors, err);
    answer.row = solve_case(model, answer.question.inputs);
    if (answer.row.failed())
        return report({error_in({}, answer.row.error_text())}, err);
    if (!options.has("quiet"))
        for (const std::string& warning : answer.question.warnings)
            err << "warning: " << warning << "\n";
    const std::string document = options.has("json")  ? erlang_json(answer)
                                 : options.has("csv") ? erlang_csv(answer)
                                                      : erlang_text(answer);
    return deliver(document, options, out, err);
}

} // namespace

int erlang_verb(std::span<const std::string> args, std::ostream& out, std::ostream& err)
{
    const Result<Options> options = Options::parse(args, erlang_options());
    if (!options)
        return report(options.errors(), err);
    if (options->positional().empty()) {
        (options->has("help") ? out : err) << erlang_help();
        return options->has("help") ? exit_done : exit_input_error;
    }
    const std::string& name = options->positional().front();
    const CaseModel* model = erlang::find_case_model(name);
    std::vector<std::string_view> names;
    for (const CaseModel& known : erlang::case_models())
        names.push_back(known.name);
    if (model == nullptr)
        return report({error_in({}, fmt::format("no model is called '{}'{}; the models are {}", name,
                                                did_you_mean(name, names), listed(names, names.size())))},
                      err);
    if (options->positional().size() > 1)
        return report({error_in({}, fmt::format("'{}' is one word too many", options->positional()[1]))},
                      err);
    if (options->has("help")) {
        out << erlang_model_help(*model);
        return exit_done;
    }
    return options->has("cases") ? run_cases(*model, *options, out, err)
                                 : run_question(*model, *options, out, err);
}

} // namespace switchroom
