#include "sim/calllog/where.h"

#include "sim/calllog/csv.h"
#include "sim/calllog/where_columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace switchroom {

enum class Comparison { equal, not_equal, less, less_equal, greater, greater_equal, in };

struct RowCondition::Node {
    enum class Kind { both, either, compare } kind = Kind::compare;
    std::shared_ptr<const Node> left, right; ///< of both and either
    const RowColumn* column = nullptr;       ///< of compare
    Comparison comparison = Comparison::equal;
    std::vector<RowValue> values; ///< one, or any number for `in`
};

namespace {

using Node = RowCondition::Node;
using NodePtr = std::shared_ptr<const Node>;

/// A message and the byte at which it applies.
struct Problem {
    std::string message;
    std::size_t at = 0;
};

/// Recursive descent over one line: or-list of and-lists of comparisons or parentheses. Every function leaves
/// `problem_` set and returns null on error.
class Parser {
public:
    explicit Parser(std::string_view text) : text_(text) {}

    NodePtr parse()
    {
        NodePtr root = alternatives();
        skip_blanks();
        if (root && at_ < text_.size())
            return fail(fmt::format("found \"{}\", expected `and`, `or` or the end", text_.substr(at_)));
        return problem_ ? nullptr : root;
    }
    const std::optional<Problem>& problem() const { return problem_; }

private:
    NodePtr alternatives()
    {
        NodePtr left = conjunction();
        while (left && word_follows("or"))
            left = join(Node::Kind::either, left, conjunction());
        return left;
    }

    NodePtr conjunction()
    {
        NodePtr left = primary();
        while (left && word_follows("and"))
            left = join(Node::Kind::both, left, primary());
        return left;
    }

    static NodePtr join(Node::Kind kind, NodePtr left, NodePtr right)
    {
        if (!right)
            return nullptr;
        auto node = std::make_shared<Node>();
        node->kind = kind;
        node->left = std::move(left);
        node->right = std::move(right);
        return node;
    }

    NodePtr primary()
    {
        if (depth_ > 100)
            return fail("too many parentheses within each other");
        if (!mark_follows("("))
            return comparison();
        ++depth_;
        NodePtr inner = alternatives();
        --depth_;
        if (inner && !mark_follows(")"))
            return fail("expected `)` here");
        return inner;
    }

    NodePtr comparison()
    {
        skip_blanks();
        const std::size_t start = at_;
        const std::string name = word();
        if (name.empty())
            return fail("expected a column here, such as type, outcome or date");
        auto node = std::make_shared<Node>();
        node->column = find_row_column(name);
        if (node->column == nullptr)
            return fail(fmt::format("found column \"{}\", expected one of {}; the nearest is \"{}\"", name,
                                    row_column_names(), nearest_row_column(name)),
                        start);
        if (!comparison_sign(*node))
            return fail("expected ==, !=, <, <=, >, >= or in here");
        const bool read = node->comparison == Comparison::in ? value_list(*node) : value(*node);
        return read ? node : nullptr;
    }

    bool comparison_sign(Node& node)
    {
        constexpr std::pair<const char*, Comparison> signs[] = {
            {"==", Comparison::equal},         {"!=", Comparison::not_equal}, {"<=", Comparison::less_equal},
            {">=", Comparison::greater_equal}, {"<", Comparison::less},       {">", Comparison::greater}};
        for (const auto& [sign, comparison] : signs)
            if (mark_follows(sign)) {
                node.comparison = comparison;
                return true;
            }
        node.comparison = Comparison::in;
        return word_follows("in");
    }

    bool value_list(Node& node)
    {
        const bool round = mark_follows("(");
        if (!round && !mark_follows("[")) {
            fail("expected `(` here: in ('a', 'b')");
            return false;
        }
        const char* closing = round ? ")" : "]";
        while (value(node)) {
            if (mark_follows(closing))
                return true;
            if (!mark_follows(",")) {
                fail(fmt::format("expected `,` or `{}` here", closing));
                return false;
            }
        }
        return false;
    }

    bool value(Node& node)
    {
        skip_blanks();
        const std::size_t start = at_;
        const auto text = literal();
        if (!text)
            return false;
        auto parsed = parse_row_value(*node.column, *text);
        if (!parsed) {
            fail(fmt::format("found \"{}\", expected {}", *text, expected_value(*node.column)), start);
            return false;
        }
        node.values.push_back(std::move(*parsed));
        return true;
    }

    /// 'quoted', "quoted" or a bare word.
    std::optional<std::string> literal()
    {
        const char quote = at_ < text_.size() ? text_[at_] : '\0';
        if (quote != '\'' && quote != '"') {
            std::string bare = word();
            if (bare.empty()) {
                fail("expected a value here, such as 'NW', 20s or 1999-01-15");
                return std::nullopt;
            }
            return bare;
        }
        const std::size_t end = text_.find(quote, at_ + 1);
        if (end == std::string_view::npos) {
            fail("this quote is never closed");
            return std::nullopt;
        }
        std::string inside(text_.substr(at_ + 1, end - at_ - 1));
        at_ = end + 1;
        return inside;
    }

    static bool belongs_to_word(char c)
    {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-' || c == ':' ||
               c == '.' || static_cast<unsigned char>(c) >= 0x80;
    }

    std::string word()
    {
        const std::size_t start = at_;
        while (at_ < text_.size() && belongs_to_word(text_[at_]))
            ++at_;
        return std::string(text_.substr(start, at_ - start));
    }

    bool word_follows(std::string_view expected)
    {
        skip_blanks();
        const std::size_t start = at_;
        if (word() == expected)
            return true;
        at_ = start;
        return false;
    }

    bool mark_follows(std::string_view mark)
    {
        skip_blanks();
        if (!text_.substr(std::min(at_, text_.size())).starts_with(mark))
            return false;
        at_ += mark.size();
        return true;
    }

    void skip_blanks()
    {
        while (at_ < text_.size() && std::isspace(static_cast<unsigned char>(text_[at_])) != 0)
            ++at_;
    }

    std::nullptr_t fail(std::string message) { return fail(std::move(message), at_); }
    std::nullptr_t fail(std::string message, std::size_t at)
    {
        if (!problem_)
            problem_ = Problem{std::move(message), at};
        return nullptr;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    int depth_ = 0;
    std::optional<Problem> problem_;
};

bool compares(const RowValue& found, Comparison comparison, const RowValue& wanted)
{
    const auto order = found <=> wanted;
    switch (comparison) {
    case Comparison::equal:
    case Comparison::in:
        return order == 0;
    case Comparison::not_equal:
        return order != 0;
    case Comparison::less:
        return order < 0;
    case Comparison::less_equal:
        return order <= 0;
    case Comparison::greater:
        return order > 0;
    case Comparison::greater_equal:
        return order >= 0;
    }
    return false;
}

bool holds(const Node& node, const CallLog& log, const CallRow& row)
{
    if (node.kind == Node::Kind::both)
        return holds(*node.left, log, row) && holds(*node.right, log, row);
    if (node.kind == Node::Kind::either)
        return holds(*node.left, log, row) || holds(*node.right, log, row);
    const auto found = row_value(*node.column, log, row);
    return found && std::any_of(node.values.begin(), node.values.end(), [&](const RowValue& wanted) {
               return compares(*found, node.comparison, wanted);
           });
}

} // namespace

bool RowCondition::operator()(const CallLog& log, const CallRow& row) const
{
    return !root_ || holds(*root_, log, row);
}

Result<RowCondition> parse_condition(std::string_view text)
{
    RowCondition condition;
    if (trimmed(text).empty())
        return condition;
    Parser parser(text);
    condition.root_ = parser.parse();
    if (const auto& problem = parser.problem())
        return Diagnostic{Severity::error, {"", 1, static_cast<int>(problem->at) + 1}, problem->message};
    return condition;
}

} // namespace switchroom
