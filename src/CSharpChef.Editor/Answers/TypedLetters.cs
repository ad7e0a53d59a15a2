namespace CSharpChef.Editor.Answers;

/// <summary>
/// Whether a name fits letters that were typed: they are the beginnings of words in it, in order, as <c>cof</c> and
/// <c>file</c> are of <c>CookbookFile</c>.
/// </summary>
internal static class TypedLetters
{
    public static bool Fit(string typed, string name) => Fit(typed, name, from: 0);

    private static bool Fit(ReadOnlySpan<char> typed, string name, int from)
    {
        if (typed.IsEmpty)
        {
            return true;
        }

        for (var start = from; start < name.Length; start++)
        {
            for (var count = IsWordStart(name, start) ? Common(typed, name.AsSpan(start)) : 0; count > 0; count--)
            {
                if (Fit(typed[count..], name, start + count))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsWordStart(string name, int at) =>
        at == 0 || char.IsUpper(name[at]) || !char.IsLetter(name[at - 1]);

    private static int Common(ReadOnlySpan<char> typed, ReadOnlySpan<char> name)
    {
        var count = 0;
        while (count < typed.Length && count < name.Length
            && char.ToUpperInvariant(typed[count]) == char.ToUpperInvariant(name[count]))
        {
            count++;
        }

        return count;
    }
}
