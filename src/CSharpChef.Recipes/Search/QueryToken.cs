namespace CSharpChef.Recipes;

/// <summary>A word or sign of a search query.</summary>
/// <param name="Kind">The kind of the token.</param>
/// <param name="Position">The index of its first character in the query.</param>
internal sealed record QueryToken(QueryTokenKind Kind, int Position)
{
    /// <summary>What the token looks for; null for a sign.</summary>
    public IValueTest? Test { get; init; }

    /// <summary>The text as it is written in the query.</summary>
    public string Text { get; init; } = "";
}

internal enum QueryTokenKind
{
    And,
    Or,
    Not,
    Required,
    Prohibited,
    Open,
    Close,
    Colon,

    /// <summary>A word, which may have wildcards.</summary>
    Word,

    /// <summary>A text in quotes.</summary>
    Phrase,

    /// <summary>Two limits: <c>[a TO b]</c>.</summary>
    Range,
    End,
}
