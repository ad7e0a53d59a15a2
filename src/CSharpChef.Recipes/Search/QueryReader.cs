using System.Text;

namespace CSharpChef.Recipes;

/// <summary>Reads the characters of a search query from left to right.</summary>
internal sealed class QueryReader(string query)
{
    /// <summary>The index of the next character.</summary>
    public int At { get; private set; }

    public bool IsAtEnd => At == query.Length;

    /// <summary>The next character; the one with the code 0 at the end.</summary>
    public char Next => IsAtEnd ? '\0' : query[At];

    public bool IsAtBlank => char.IsWhiteSpace(Next);

    public bool IsAtText(string text) => query.AsSpan(At).StartsWith(text);

    public void Skip(int count = 1) => At += count;

    public void SkipBlanks()
    {
        while (IsAtBlank)
        {
            At++;
        }
    }

    /// <summary>Reads a character; a backslash makes the one behind it literal.</summary>
    public char Letter()
    {
        At += Next == '\\' ? 1 : 0;
        return IsAtEnd ? throw Error(At - 1, "a backslash at the end: write \\\\ for the character") : query[At++];
    }

    /// <summary>Reads a text in quotes.</summary>
    public string Quoted()
    {
        var start = At++;
        var text = new StringBuilder();
        while (!IsAtEnd && Next != '"')
        {
            text.Append(Letter());
        }

        At = IsAtEnd ? throw Error(start, "this quote is not closed") : At + 1;
        return text.ToString();
    }

    /// <summary>The text from an index to the next character, as it is written.</summary>
    public string Since(int start) => query[start..At];

    public RecipeException Error(int position, string problem) => QueryError.At(query, position, problem);
}
