namespace CSharpChef.Recipes;

/// <summary>Splits a search query into its words and signs.</summary>
internal sealed class QueryLexer(string query)
{
    private const string EndOfWord = "()[]{}\"^~";
    private readonly QueryReader reader = new(query);

    private bool IsAtOperator => reader.IsAtText("&&") || reader.IsAtText("||");

    public IReadOnlyList<QueryToken> Tokens()
    {
        var tokens = new List<QueryToken>();
        do
        {
            // Directly behind the colon of a field, signs such as - and : are part of the value.
            var isValue = tokens is [.., { Kind: QueryTokenKind.Colon }] && !reader.IsAtBlank && !IsAtOperator;
            reader.SkipBlanks();
            tokens.Add(Next(isValue));
        }
        while (tokens[^1].Kind != QueryTokenKind.End);

        return tokens;
    }

    private QueryToken Next(bool isValue) => reader.Next switch
    {
        _ when reader.IsAtEnd => new QueryToken(QueryTokenKind.End, reader.At),
        '(' => Sign(QueryTokenKind.Open),
        ')' => Sign(QueryTokenKind.Close),
        '"' => Token(QueryTokenKind.Phrase, () => ValuePattern.Of(reader.Quoted())),
        '[' or '{' => Token(QueryTokenKind.Range, () => RangeReader.Read(reader)),
        ']' or '}' => throw Refused($"there is no range that \"{reader.Next}\" ends"),
        '~' => throw Refused("fuzzy search is not supported: remove the \"~\", or write \\~ for the character"),
        '^' => throw Refused("boosting is not supported: remove the \"^\", or write \\^ for the character"),
        _ when isValue => Token(QueryTokenKind.Word, () => Word(isValue: true)),
        ':' => Sign(QueryTokenKind.Colon),
        '+' => Sign(QueryTokenKind.Required),
        '-' => Sign(QueryTokenKind.Prohibited),
        '!' => Sign(QueryTokenKind.Not),
        '&' when IsAtOperator => Sign(QueryTokenKind.And, 2),
        '|' when IsAtOperator => Sign(QueryTokenKind.Or, 2),
        _ => Named(Token(QueryTokenKind.Word, () => Word(isValue: false))),
    };

    private static QueryToken Named(QueryToken word) => word.Text switch
    {
        "AND" => word with { Kind = QueryTokenKind.And },
        "OR" => word with { Kind = QueryTokenKind.Or },
        "NOT" => word with { Kind = QueryTokenKind.Not },
        _ => word,
    };

    private QueryToken Sign(QueryTokenKind kind, int length = 1)
    {
        var start = reader.At;
        reader.Skip(length);
        return new QueryToken(kind, start) { Text = reader.Since(start) };
    }

    private QueryToken Token(QueryTokenKind kind, Func<IValueTest> read)
    {
        var start = reader.At;
        var test = read();
        return new QueryToken(kind, start) { Test = test, Text = reader.Since(start) };
    }

    private ValuePattern Word(bool isValue)
    {
        var start = reader.At;
        RefuseComparison();
        var units = new List<ValuePattern.Unit>();
        while (!reader.IsAtEnd && !reader.IsAtBlank && !EndOfWord.Contains(reader.Next) && !IsAtOperator
            && (isValue || reader.Next != ':'))
        {
            var isEscaped = reader.Next == '\\';
            var letter = reader.Letter();
            units.Add(new ValuePattern.Unit(letter, !isEscaped && letter is '*' or '?'));
        }

        RefuseRegularExpression(start);
        return reader.Next is not ('"' or '[' or '{')
            ? new ValuePattern(units)
            : throw Refused($"a \"{reader.Next}\" in the middle of a word: write \\{reader.Next} for the character");
    }

    private void RefuseComparison()
    {
        if (reader.Next is '<' or '>')
        {
            throw Refused(
                $"comparisons are not supported: write a range, such as [80 TO *] or {{80 TO *}} without the limit, or \\{reader.Next} for the character");
        }
    }

    private void RefuseRegularExpression(int start)
    {
        if (reader.Since(start) is ['/', _, .., '/'])
        {
            throw reader.Error(
                start, "regular expressions are not supported: write wildcards, such as db*, or \\/ for the character");
        }
    }

    private RecipeException Refused(string problem) => reader.Error(reader.At, problem);
}
