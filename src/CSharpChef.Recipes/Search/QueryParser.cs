namespace CSharpChef.Recipes;

/// <summary>
/// Parses the search words of Chef. NOT binds closest, then AND, then terms side by side, then OR.
/// </summary>
internal sealed class QueryParser
{
    private const int MaxDepth = 100;
    private const string NoField = "a range needs a field before it, such as web.port:[8000 TO 8999]";

    private readonly string query;
    private readonly IReadOnlyList<QueryToken> tokens;
    private readonly List<(string Field, int Position)> fields = [];
    private int index;
    private int depth;

    public QueryParser(string query)
    {
        this.query = query;
        tokens = new QueryLexer(query).Tokens();
    }

    /// <summary>The fields that the query names, once it is parsed.</summary>
    public IReadOnlyList<(string Field, int Position)> Fields => fields;

    private QueryToken Current => tokens[index];

    /// <exception cref="RecipeException">The query is not understood; the message has the position.</exception>
    public SearchTerm Parse()
    {
        if (Current.Kind == QueryTokenKind.End)
        {
            throw Error(Current, "the query is empty: write *:* for all nodes");
        }

        var term = Any(field: null);
        return Current.Kind == QueryTokenKind.End ? term : throw Unexpected(Current);
    }

    private SearchTerm Any(string? field)
    {
        var terms = new List<SearchTerm> { Sequence(field) };
        while (Takes(QueryTokenKind.Or))
        {
            terms.Add(Sequence(field));
        }

        return terms is [var single] ? single : new AnyTerm(terms);
    }

    private SearchTerm Sequence(string? field)
    {
        var terms = new List<SearchTerm> { All(field) };
        while (Current.Kind is not (QueryTokenKind.Or or QueryTokenKind.Close or QueryTokenKind.End))
        {
            terms.Add(All(field));
        }

        return terms is [var single] ? single : AnyTerm.OfSequence(terms);
    }

    private SearchTerm All(string? field)
    {
        var terms = new List<SearchTerm> { Unary(field) };
        while (Takes(QueryTokenKind.And))
        {
            terms.Add(Unary(field));
        }

        return terms is [var single] ? single : new AllTerms(terms);
    }

    private SearchTerm Unary(string? field)
    {
        if (++depth > MaxDepth)
        {
            throw Error(Current, $"the query is nested more than {MaxDepth} levels deep");
        }

        var term = Signed(field);
        depth--;
        return term;
    }

    private SearchTerm Signed(string? field) =>
        Takes(QueryTokenKind.Not) || Takes(QueryTokenKind.Prohibited) ? new NotTerm(Unary(field))
        : Takes(QueryTokenKind.Required) ? new RequiredTerm(Unary(field))
        : Primary(field);

    private SearchTerm Primary(string? field)
    {
        var token = tokens[index++];
        return token.Kind switch
        {
            QueryTokenKind.Open => Group(token, field),
            QueryTokenKind.Word when Current.Kind == QueryTokenKind.Colon => Field(token),
            QueryTokenKind.Word or QueryTokenKind.Phrase => Value(token, field),
            QueryTokenKind.Range => field is null ? throw Error(token, NoField) : Value(token, field),
            _ => throw Unexpected(token),
        };
    }

    private SearchTerm Group(QueryToken open, string? field)
    {
        var term = Any(field);
        return Takes(QueryTokenKind.Close) ? term
            : Current.Kind == QueryTokenKind.End ? throw Error(open, "this parenthesis is not closed")
            : throw Unexpected(Current);
    }

    private SearchTerm Field(QueryToken name)
    {
        var pattern = (ValuePattern)name.Test!;
        index++;
        if (Current.Kind is QueryTokenKind.End or QueryTokenKind.Close or QueryTokenKind.And or QueryTokenKind.Or)
        {
            throw Error(Current, $"the value of \"{pattern.Literal}\" is missing: write {name.Text}:* for any value");
        }

        if (pattern.HasWildcards)
        {
            return pattern.IsAnything && tokens[index++].Test is ValuePattern { IsAnything: true }
                ? new EveryNode()
                : throw Error(name, "the name of a field cannot have wildcards; *:* means all nodes");
        }

        if (Current.Kind == QueryTokenKind.Word && tokens[index + 1].Kind == QueryTokenKind.Colon)
        {
            throw Unexpected(tokens[index + 1]);
        }

        fields.Add((pattern.Literal, name.Position));
        return Primary(pattern.Literal);
    }

    private SearchTerm Value(QueryToken token, string? field)
    {
        if (field is not null)
        {
            return new FieldTerm(field, token.Test!);
        }

        return token.Kind == QueryTokenKind.Word && token.Text is "and" or "or" or "not"
            ? throw Error(token, $"write {token.Text.ToUpperInvariant()} in capitals, or \"{token.Text}\" in quotes for the word")
            : token.Test is ValuePattern { IsAnything: true } ? new EveryNode()
            : new BareTerm(token.Test!);
    }

    private bool Takes(QueryTokenKind kind)
    {
        var takes = Current.Kind == kind;
        index += takes ? 1 : 0;
        return takes;
    }

    private RecipeException Unexpected(QueryToken token) => Error(token, token.Kind switch
    {
        QueryTokenKind.End => "the query ends, and a term such as name:web1 is missing",
        QueryTokenKind.Close when tokens.Count(each => each.Kind == QueryTokenKind.Open)
            < tokens.Count(each => each.Kind == QueryTokenKind.Close) => "this parenthesis was not opened",
        QueryTokenKind.Colon => "the name of a field is missing before the colon; write \\: for the character",
        _ => $"expected a term such as name:web1, and found \"{token.Text}\"",
    });

    private RecipeException Error(QueryToken token, string problem) => QueryError.At(query, token.Position, problem);
}
