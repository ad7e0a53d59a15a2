using System.Text;

namespace CSharpChef.Recipes;

/// <summary>Reads a range of a search query, such as <c>[80 TO 89]</c>.</summary>
internal static class RangeReader
{
    private const string NotClosed = "this range is not closed: write [a TO b], or {a TO b} without the limits";

    public static ValueRange Read(QueryReader reader)
    {
        var (start, includesLow) = (reader.At, reader.Next == '[');
        reader.Skip();
        var low = Limit(reader, start);
        ReadTo(reader);
        var high = Limit(reader, start);
        reader.SkipBlanks();
        var includesHigh = reader.Next switch
        {
            ']' => true,
            '}' => false,
            _ => throw reader.Error(start, NotClosed),
        };
        reader.Skip();
        return new ValueRange(low, high) { IncludesLow = includesLow, IncludesHigh = includesHigh };
    }

    private static void ReadTo(QueryReader reader)
    {
        reader.SkipBlanks();
        var start = reader.At;
        var isTo = reader.IsAtText("TO");
        reader.Skip(isTo ? 2 : 0);
        if (!isTo || !reader.IsAtBlank)
        {
            throw reader.Error(start, "a range is two limits with TO in capitals between them, such as [8000 TO 8999]");
        }
    }

    /// <summary>A limit; null for <c>*</c>, which leaves the range open.</summary>
    private static string? Limit(QueryReader reader, int range)
    {
        reader.SkipBlanks();
        if (reader.Next == '"')
        {
            return reader.Quoted();
        }

        var start = reader.At;
        var text = new StringBuilder();
        while (!reader.IsAtEnd && !reader.IsAtBlank && reader.Next is not (']' or '}'))
        {
            text.Append(reader.Letter());
        }

        return reader.IsAtEnd ? throw reader.Error(range, NotClosed)
            : reader.At == start ? throw reader.Error(start, "a limit is missing here: write * for none")
            : reader.Since(start) == "*" ? null
            : text.ToString();
    }
}
