namespace CSharpChef.Recipes;

/// <summary>Splits a search query into its words and signs.</summary>
internal sealed class QueryLexer(string query)
{
    private const string EndOfWord = "()[]{}\"^~";
    private const string NotClosed = "this range is not closed: write [a TO b], or {a TO b} without the limits";

    private int at;

    public IReadOnlyList<QueryToken> Tokens()
    {
        var tokens = new List<QueryToken>();
        do
        {
            tokens.Add(Next(tokens.LastOrDefault()));
        }
        while (tokens[^1].Kind != QueryTokenKind.End);

        return tokens;
    }

    private QueryToken Next(QueryToken? last)
    {
        var isValue = last?.Kind == QueryTokenKind.Colon && at < query.Length && !char.IsWhiteSpace(query[at]);
        SkipBlanks();
        if (at == query.Length)
        {
            return new QueryToken(QueryTokenKind.End, at);
        }

        return query[at] switch
        {
            '(' => Sign(QueryTokenKind.Open),
            ')' => Sign(QueryTokenKind.Close),
            '"' => Phrase(),
            '[' or '{' => Range(),
            ']' or '}' => throw Error(at, $"there is no range that \"{query[at]}\" ends"),
            '~' => throw Error(at, "fuzzy search is not supported: remove the \"~\", or write \\~ for the character"),
            '^' => throw Error(at, "boosting is not supported: remove the \"^\", or write \\^ for the character"),
            _ when isValue && !IsOperator("&&") && !IsOperator("||") => Word(isValue: true),
            ':' => Sign(QueryTokenKind.Colon),
            '+' => Sign(QueryTokenKind.Required),
            '-' => Sign(QueryTokenKind.Prohibited),
            '!' => Sign(QueryTokenKind.Not),
            _ when IsOperator("&&") => Sign(QueryTokenKind.And, 2),
            _ when IsOperator("||") => Sign(QueryTokenKind.Or, 2),
            _ => Named(Word(isValue: false)),
        };
    }

    private static QueryToken Named(QueryToken word) => word.Text switch
    {
        "AND" => word with { Kind = QueryTokenKind.And },
        "OR" => word with { Kind = QueryTokenKind.Or },
        "NOT" => word with { Kind = QueryTokenKind.Not },
        _ => word,
    };

    private QueryToken Sign(QueryTokenKind kind, int length = 1)
    {
        at += length;
        return new QueryToken(kind, at - length) { Text = query[(at - length)..at] };
    }

    private QueryToken Word(bool isValue)
    {
        var start = at;
        var units = new List<ValuePattern.Unit>();
        while (at < query.Length && !IsEndOfWord(isValue))
        {
            var isEscaped = query[at] == '\\';
            var letter = Letter();
            units.Add(new ValuePattern.Unit(letter, !isEscaped && letter is '*' or '?'));
        }

        RequireEnd();
        return new QueryToken(QueryTokenKind.Word, start) { Text = query[start..at], Test = new ValuePattern(units) };
    }

    private bool IsEndOfWord(bool isValue) => char.IsWhiteSpace(query[at]) || EndOfWord.Contains(query[at])
        || (query[at] == ':' && !isValue) || IsOperator("&&") || IsOperator("||");

    private void RequireEnd()
    {
        if (at < query.Length && query[at] is '"' or '[' or '{')
        {
            throw Error(at, $"a \"{query[at]}\" in the middle of a word: write \\{query[at]} for the character");
        }
    }

    private QueryToken Phrase()
    {
        var start = at;
        var text = Quoted();
        return new QueryToken(QueryTokenKind.Phrase, start) { Text = query[start..at], Test = ValuePattern.Of(text) };
    }

    private string Quoted()
    {
        var start = at++;
        var text = new System.Text.StringBuilder();
        while (at < query.Length && query[at] != '"')
        {
            text.Append(Letter());
        }

        at = at < query.Length ? at + 1 : throw Error(start, "this quote is not closed");
        return text.ToString();
    }

    private QueryToken Range()
    {
        var start = at++;
        var low = Limit(start);
        SkipBlanks();
        if (!query.AsSpan(at).StartsWith("TO") || at + 2 >= query.Length || !char.IsWhiteSpace(query[at + 2]))
        {
            throw Error(at, "a range is two limits with TO in capitals between them, such as [8000 TO 8999]");
        }

        at += 2;
        var high = Limit(start);
        SkipBlanks();
        var includesHigh = at < query.Length && query[at] == ']';
        at = includesHigh || (at < query.Length && query[at] == '}') ? at + 1 : throw Error(start, NotClosed);
        return new QueryToken(QueryTokenKind.Range, start)
        {
            Text = query[start..at],
            Test = new ValueRange(low, high) { IncludesLow = query[start] == '[', IncludesHigh = includesHigh },
        };
    }

    /// <summary>A limit of a range; null for <c>*</c>, which leaves it open.</summary>
    private string? Limit(int range)
    {
        SkipBlanks();
        if (at < query.Length && query[at] == '"')
        {
            return Quoted();
        }

        var start = at;
        var text = new System.Text.StringBuilder();
        while (at < query.Length && !char.IsWhiteSpace(query[at]) && query[at] is not (']' or '}'))
        {
            text.Append(Letter());
        }

        return at == query.Length ? throw Error(range, NotClosed)
            : at == start ? throw Error(at, "a limit is missing here: write * for none")
            : query[start..at] == "*" ? null
            : text.ToString();
    }

    /// <summary>The next character; a backslash makes the one behind it literal.</summary>
    private char Letter()
    {
        at += query[at] == '\\' ? 1 : 0;
        return at < query.Length ? query[at++] : throw Error(at - 1, "a backslash at the end: write \\\\ for the character");
    }

    private bool IsOperator(string sign) => query.AsSpan(at).StartsWith(sign);

    private void SkipBlanks()
    {
        while (at < query.Length && char.IsWhiteSpace(query[at]))
        {
            at++;
        }
    }

    private RecipeException Error(int position, string problem) => QueryError.At(query, position, problem);
}
