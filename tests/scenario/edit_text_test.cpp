#include "sim/scenario/change_text.h"
#include "sim/scenario/edit_text.h"
#include "sim/scenario/read.h"

#include <doctest/doctest.h>

using namespace switchroom;

namespace {

const std::string base = "format = 1\n"
                         "name = \"Base\"\n"
                         "[hours]\n"
                         "weekdays = \"08:00-18:00\"\n"
                         "[[contacts]]\n"
                         "name = \"calls\"\n"
                         "arrivals.rate_per_hour = 30\n"
                         "talk = { family = \"lognormal\", mean = \"3min\", cv = 0.8 }\n"
                         "patience = \"2min\"\n"
                         "[[groups]]\n"
                         "name = \"desk\"\n"
                         "agents = { weekdays = [[\"08:00\", 2], [\"18:00\", 0]] }\n"
                         "shrinkage = 0.05\n"
                         "[[routes]]\n"
                         "contact = \"calls\"\n"
                         "open = [ { offer = [\"desk\"], for = \"12s\" }, { offer = [\"desk\"] } ]\n";

const std::string top = "# over the base\r\n"
                        "format = 1\r\n"
                        "include = [\"base.toml\"]\r\n"
                        "name = \"Top\"   # a comment\r\n"
                        "\r\n"
                        "[[groups]]      # two of them\r\n"
                        "name = \"service\"\r\n"
                        "agents = 8      # ask\r\n"
                        "                # again\r\n"
                        "skills = [ \"calls\" ]\r\n"
                        "\r\n"
                        "# ---- Prices\r\n"
                        "[[contracts]]\r\n"
                        "vendor = \"V\"\r\n"
                        "price = { per_call = 1.10 }\r\n";

MemoryFileSystem with_base()
{
    MemoryFileSystem files;
    files.files["base.toml"] = base;
    return files;
}

std::string edited(const std::string& text, const Edit& edit)
{
    const MemoryFileSystem files = with_base();
    const auto changed = apply_edit(files, text, "top.toml", edit);
    for (const Diagnostic& error : changed.errors())
        FAIL_CHECK(to_text(error));
    REQUIRE_MESSAGE(changed.ok(), edit.path);
    return *changed;
}

std::string why_not(const std::string& text, const Edit& edit)
{
    const MemoryFileSystem files = with_base();
    const auto changed = apply_edit(files, text, "top.toml", edit);
    return changed.ok() ? "it was done: " + *changed : changed.errors().front().message;
}

std::string replaced(std::string text, const std::string& from, const std::string& to)
{
    const std::size_t at = text.find(from);
    REQUIRE_MESSAGE(at != std::string::npos, from);
    return text.replace(at, from.size(), to);
}

} // namespace

TEST_CASE("a value that the text says is replaced by its characters alone")
{
    CHECK(edited(top, set_edit("groups[1].agents", "9")) == replaced(top, "agents = 8", "agents = 9"));
    CHECK(edited(base, set_edit("routes[0].open[0].for", "\"20s\"")) == replaced(base, "\"12s\"", "\"20s\""));
    CHECK(edited(base, set_edit("groups[0].agents.weekdays[0][1]", "3")) ==
          replaced(base, "[\"08:00\", 2]", "[\"08:00\", 3]"));
}

TEST_CASE("a value that stands nowhere yet gets a line or a place in its table")
{
    CHECK(edited(top, set_edit("groups[1].tone", "0.7")) ==
          replaced(top, "skills = [ \"calls\" ]\r\n", "skills = [ \"calls\" ]\r\ntone = 0.7\r\n"));
    CHECK(edited(top, set_edit("contracts[0].price.minimum", "120")) ==
          replaced(top, "{ per_call = 1.10 }", "{ per_call = 1.10, minimum = 120 }"));
    CHECK(edited(base, set_edit("time.days", "7")) ==
          replaced(base, "\n[hours]", "\n\n[time]\ndays = 7\n\n[hours]"));
    CHECK(edited(base, set_edit("run.seed", "2")) == base + "\n[run]\nseed = 2\n");
    CHECK(edited(base, set_edit("currency", "\"USD\"")) ==
          replaced(base, "name = \"Base\"\n", "name = \"Base\"\ncurrency = \"USD\"\n"));
    CHECK(edited(base, set_edit("hours.sat", "\"09:00-12:00\"")) ==
          replaced(base, "-18:00\"\n", "-18:00\"\nsat = \"09:00-12:00\"\n"));
    CHECK(edited(base, set_edit("contacts[0].arrivals.busyness.cv", "0.1")) ==
          replaced(base, "_hour = 30\n", "_hour = 30\narrivals.busyness.cv = 0.1\n"));
}

TEST_CASE("a value of an included file is overridden in the top file, the included one stays")
{
    CHECK(edited(top, set_edit("contacts[0].talk.mean", "\"4min\"")) ==
          replaced(top, "[[groups]]",
                   "[[contacts]]\r\nname = \"calls\"\r\ntalk.mean = \"4min\"\r\n\r\n[[groups]]"));
    CHECK(
        edited(top, set_edit("groups[0].agents.weekdays[0][1]", "3")) ==
        replaced(top, "# ---- Prices",
                 "[[groups]]\r\nname = \"desk\"\r\nagents.weekdays = [[\"08:00\", 3], [\"18:00\", 0]]\r\n\r\n"
                 "# ---- Prices"));
    CHECK(edited(top, set_edit("routes[0].open[0].for", "\"20s\"")) ==
          replaced(top, "# ---- Prices",
                   "[[routes]]\r\ncontact = \"calls\"\r\nopen = [{ offer = [\"desk\"], for = \"20s\" }, "
                   "{ offer = [\"desk\"] }]\r\n\r\n# ---- Prices"));
    const std::string once = edited(top, set_edit("contacts[0].talk.mean", "\"4min\""));
    CHECK(edited(once, set_edit("contacts[0].talk.mean", "\"5min\"")) ==
          replaced(once, "\"4min\"", "\"5min\""));
    CHECK(edited(once, set_edit("contacts[0].priority", "1")) ==
          replaced(once, "\"4min\"\r\n", "\"4min\"\r\npriority = 1\r\n"));
}

TEST_CASE("a value in short form becomes the table that a key of it needs")
{
    CHECK(edited(base, set_edit("groups[0].shrinkage.in_day", "0.1")) ==
          replaced(base, "shrinkage = 0.05", "shrinkage = { absence_day = 0.05, in_day = 0.1 }"));
    CHECK(edited(top, set_edit("groups[1].skills[0].speed", "1.1")) ==
          replaced(top, "[ \"calls\" ]", "[ { contact = \"calls\", speed = 1.1 } ]"));
    CHECK(edited(top, set_edit("groups[1].agents.weekdays", "[[\"08:00\", 3]]")) ==
          replaced(top, "agents = 8", "agents = { weekdays = [[\"08:00\", 3]] }"));
}

TEST_CASE("a new source of arrivals puts out the old one")
{
    CHECK(edited(base, set_edit("contacts[0].arrivals.profile.weekdays", "[[\"08:00\", 20]]")) ==
          replaced(base, "arrivals.rate_per_hour = 30", "arrivals.profile.weekdays = [[\"08:00\", 20]]"));
}

TEST_CASE("removing a key takes its line, removing an element its comma")
{
    CHECK(edited(top, remove_edit("groups[1].agents")) == replaced(top, "agents = 8      # ask\r\n", ""));
    CHECK(edited(base, remove_edit("contacts[0].talk.cv")) == replaced(base, ", cv = 0.8", ""));
    CHECK(edited(base, remove_edit("routes[0].open[0]")) ==
          replaced(base, "{ offer = [\"desk\"], for = \"12s\" }, ", ""));
    CHECK(edited(base, remove_edit("routes[0].open[1]")) == replaced(base, ", { offer = [\"desk\"] }", ""));
    CHECK(edited(top, remove_edit("groups[1]")) ==
          replaced(top,
                   "[[groups]]      # two of them\r\nname = \"service\"\r\nagents = 8      # ask\r\n"
                   "                # again\r\nskills = [ \"calls\" ]\r\n\r\n",
                   ""));
    CHECK(why_not(top, remove_edit("groups[0]")).find("base.toml") != std::string::npos);
}

TEST_CASE("new elements come into the list that is there, or get a section")
{
    CHECK(edited(base, insert_edit("routes[0].open[2]", "{ voicemail = { becomes = \"m\" } }")) ==
          replaced(base, "{ offer = [\"desk\"] } ]",
                   "{ offer = [\"desk\"] }, { voicemail = { becomes = \"m\" } } ]"));
    CHECK(
        edited(top, insert_edit("groups[2]", "{ name = \"third\", agents = 1 }")) ==
        replaced(top, "# ---- Prices", "[[groups]]\r\nname = \"third\"\r\nagents = 1\r\n\r\n# ---- Prices"));
    CHECK(edited(top, insert_edit("contracts[0].sla[0]", "{ name = \"s\", metric = \"asa\" }")) ==
          top + "\r\n[[contracts.sla]]\r\nname = \"s\"\r\nmetric = \"asa\"\r\n");
    CHECK(edited(base, insert_edit("hours.closures[0]", "2026-03-09")) ==
          replaced(base, "18:00\"\n", "18:00\"\nclosures = [2026-03-09]\n"));
    CHECK(edited(base, insert_edit("contacts[0]", "{ name = \"first\" }")) ==
          replaced(base, "[[contacts]]", "\n[[contacts]]\nname = \"first\"\n\n[[contacts]]"));
}

TEST_CASE("elements change places")
{
    CHECK(edited(base, move_edit("routes[0].open[1]", 0)) ==
          replaced(base, "{ offer = [\"desk\"], for = \"12s\" }, { offer = [\"desk\"] }",
                   "{ offer = [\"desk\"] }, { offer = [\"desk\"], for = \"12s\" }"));
    const std::string lines = "format = 1\nname = \"x\"\n[[groups]]\nname = \"a\"\nskills = [\n"
                              "  \"one\", # first\n  \"two\",\n  \"three\" # last\n]\n";
    CHECK(edited(lines, move_edit("groups[0].skills[2]", 0)) ==
          replaced(lines, "  \"one\", # first\n  \"two\",\n  \"three\" # last\n",
                   "  \"three\", # last\n  \"one\", # first\n  \"two\",\n"));
    const std::string two = "format = 1\nname = \"x\"\n\n# A\n[[groups]]\nname = \"a\"\n\n# B\n[[groups]]\n"
                            "name = \"b\"\n\n[run]\nseed = 1\n";
    CHECK(edited(two, move_edit("groups[1]", 0)) ==
          "format = 1\nname = \"x\"\n\n# B\n[[groups]]\nname = \"b\"\n\n# A\n[[groups]]\nname = \"a\"\n\n"
          "[run]\nseed = 1\n");
    CHECK(edited(two, move_edit("groups[0]", 1)) == edited(two, move_edit("groups[1]", 0)));
}

TEST_CASE("lists with a line for each element keep their shape")
{
    const std::string lines = "format = 1\nname = \"x\"\n[[groups]]\nname = \"a\"\nskills = [\n"
                              "  \"one\", # first\n  \"two\" # last\n]\n";
    CHECK(edited(lines, insert_edit("groups[0].skills[2]", "\"three\"")) ==
          replaced(lines, "\"two\" # last\n", "\"two\", # last\n  \"three\",\n"));
    CHECK(edited(lines, insert_edit("groups[0].skills[0]", "\"zero\"")) ==
          replaced(lines, "\"one\"", "\"zero\",\n  \"one\""));
    CHECK(edited(lines, remove_edit("groups[0].skills[0]")) == replaced(lines, "  \"one\", # first\n", ""));
    CHECK(edited(lines, remove_edit("groups[0].skills[1]")) == replaced(lines, "  \"two\" # last\n", ""));
}

TEST_CASE("what is no edit is refused and says why")
{
    CHECK(why_not(base, set_edit("groups[7].agents", "1")).find("groups[7]") != std::string::npos);
    CHECK(why_not(base, set_edit("groups[0].agents", "1\nname = 2")).find("one TOML value") !=
          std::string::npos);
    CHECK(why_not(base, set_edit("groups[", "1")).find("path") != std::string::npos);
    CHECK(why_not(base, set_edit("", "1")).find("path") != std::string::npos);
    CHECK(why_not("name = ", set_edit("name", "1")).find("TOML") != std::string::npos);
    CHECK(why_not(base, move_edit("groups[0]", 1)).find("groups[0]") != std::string::npos);
}

TEST_CASE("a new name is said everywhere, and the random numbers stay")
{
    const MemoryFileSystem files = with_base();
    const auto edits = rename_edits(files, base, "top.toml", "groups[0]", "front desk");
    REQUIRE(edits.ok());
    const auto changed = apply_edits(files, base, "top.toml", *edits);
    REQUIRE(changed.ok());
    CHECK(*changed ==
          replaced(replaced(replaced(base, "{ offer = [\"desk\"], ", "{ offer = [\"front desk\"], "),
                            "{ offer = [\"desk\"] }", "{ offer = [\"front desk\"] }"),
                   "name = \"desk\"\nagents = { weekdays = [[\"08:00\", 2], [\"18:00\", 0]] }\n"
                   "shrinkage = 0.05\n",
                   "name = \"front desk\"\nagents = { weekdays = [[\"08:00\", 2], [\"18:00\", 0]] }\n"
                   "shrinkage = 0.05\nkey = \"desk\"\n"));
    CHECK_FALSE(rename_edits(files, top, "top.toml", "groups[0]", "x").ok());
    CHECK_FALSE(rename_edits(files, top, "top.toml", "groups[1]", "desk").ok());
    CHECK_FALSE(rename_edits(files, top, "top.toml", "time", "x").ok());
}
