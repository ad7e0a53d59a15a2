using System.Globalization;

namespace CSharpChef.Converge.Compile;

/// <summary>
/// The column of a call behind the file that the call passes, such as <c>recipes/default.csx:38</c>. C# passes a
/// function the file and line of its caller, and no column.
/// </summary>
internal static class CallerColumn
{
    private const char Separator = ':';

    public static string Add(string file, int column) =>
        string.Create(CultureInfo.InvariantCulture, $"{file}{Separator}{column}");

    /// <summary>The file and the column; 0 when the call passes none.</summary>
    public static (string File, int Column) Read(string file)
    {
        var end = file.LastIndexOf(Separator);
        return end > 0
            && int.TryParse(file.AsSpan(end + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var column)
                ? (file[..end], column)
                : (file, 0);
    }
}
