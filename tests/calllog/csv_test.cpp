#include "sim/calllog/csv.h"

#include <doctest/doctest.h>

using namespace switchroom;

namespace {

using Fields = std::vector<std::string>;

std::vector<Fields> all(std::string_view text)
{
    CsvReader reader(text);
    std::vector<Fields> records;
    Fields fields;
    while (reader.next(fields))
        records.push_back(fields);
    return records;
}

} // namespace

TEST_CASE("the separator is found out")
{
    for (const char* text : {"a,b\n1,2\n", "a;b\n1;2\n", "a\tb\n1\t2\n", "a|b\n1|2\n"})
        CHECK(all(text) == std::vector<Fields>{{"a", "b"}, {"1", "2"}});
    CHECK(all("a;b;c\n1,5;2,5;3\n")[1] == Fields{"1,5", "2,5", "3"});
}

TEST_CASE("a byte-order mark, CRLF and blank lines leave no trace")
{
    CHECK(all("\xEF\xBB\xBF"
              "a,b\r\n\r\n1,2\r\n") == std::vector<Fields>{{"a", "b"}, {"1", "2"}});
}

TEST_CASE("quoted fields hold separators, newlines and quotes")
{
    CHECK(all("a,b\n\"x,1\",\"say \"\"yes\"\"\"\n\"two\nlines\",2\n") ==
          std::vector<Fields>{{"a", "b"}, {"x,1", "say \"yes\""}, {"two\nlines", "2"}});
}

TEST_CASE("a record knows the line on which it starts, newlines in quotes counted")
{
    CsvReader reader("# a comment\nh\n\"1\n2\"\n\n3\n");
    Fields fields;
    std::vector<int> lines;
    while (reader.next(fields))
        lines.push_back(reader.line());
    CHECK(lines == std::vector<int>{2, 3, 6});
    CHECK(reader.comments() == std::vector<std::string>{"a comment"});
}

TEST_CASE("a last line that was cut off is known as such")
{
    Fields fields;
    CsvReader whole("a,b\n1,2\n");
    while (whole.next(fields))
        CHECK_FALSE(whole.cut_off());
    CsvReader cut("a,b\n1");
    cut.next(fields);
    CHECK_FALSE(cut.cut_off());
    cut.next(fields);
    CHECK(cut.cut_off());
    CsvReader open("a\n\"1");
    while (open.next(fields)) {
    }
    CHECK(open.quote_left_open());
}

TEST_CASE("numbers are read whole or not at all, with either decimal mark")
{
    CHECK(parse_number("1.5") == 1.5);
    CHECK(parse_number(" +2 ") == 2.0);
    CHECK(parse_number("1,5", ',') == 1.5);
    CHECK_FALSE(parse_number("1.5", ','));
    CHECK_FALSE(parse_number("1,5"));
    CHECK_FALSE(parse_number("12s"));
    CHECK_FALSE(parse_number(""));
    CHECK_FALSE(parse_number("inf"));
    CHECK_FALSE(parse_number("nan"));
}
