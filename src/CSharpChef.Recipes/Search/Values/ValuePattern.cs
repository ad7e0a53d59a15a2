namespace CSharpChef.Recipes;

/// <summary>A text with wildcards: <c>*</c> is any text, also an empty one, and <c>?</c> is one character.</summary>
internal sealed class ValuePattern(IReadOnlyList<ValuePattern.Unit> units) : IValueTest
{
    /// <summary>True for <c>*</c> alone.</summary>
    public bool IsAnything => units is [{ IsWildcard: true, Letter: '*' }];

    public bool HasWildcards => units.Any(unit => unit.IsWildcard);

    /// <summary>The text without the signs that made its characters literal.</summary>
    public string Literal => string.Concat(units.Select(unit => unit.Letter));

    public static ValuePattern Of(string literal) => new([.. literal.Select(letter => new Unit(letter, false))]);

    public bool Accepts(SearchValue value) => Matches(value.Text);

    // When a part behind a * does not fit, that * takes one more character.
    private bool Matches(string text)
    {
        var (at, unit, lastStar, starAt) = (0, 0, -1, 0);
        while (at < text.Length)
        {
            if (unit < units.Count && units[unit] is { IsWildcard: true, Letter: '*' })
            {
                (lastStar, starAt) = (unit++, at);
            }
            else if (unit < units.Count && (units[unit].IsWildcard || units[unit].Letter == text[at]))
            {
                (at, unit) = (at + 1, unit + 1);
            }
            else if (lastStar >= 0)
            {
                (unit, at) = (lastStar + 1, ++starAt);
            }
            else
            {
                return false;
            }
        }

        return units.Skip(unit).All(rest => rest is { IsWildcard: true, Letter: '*' });
    }

    internal readonly record struct Unit(char Letter, bool IsWildcard);
}
