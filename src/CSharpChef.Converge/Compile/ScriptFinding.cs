using System.Globalization;
using System.Text.RegularExpressions;

namespace CSharpChef.Converge.Compile;

/// <summary>An error, warning or note about a script. As a text it is the line that <c>check</c> prints.</summary>
/// <param name="Path">The logical path of the script, or what else is wrong when there is no line.</param>
/// <param name="Line">The line, from 1; 0 when it is not about a line.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Severity">One of <see cref="Error"/>, <see cref="Warning"/> and <see cref="Note"/>.</param>
/// <param name="Code">The code of the rule, such as <c>CS0103</c>; null when it has none.</param>
/// <param name="Message">What is wrong.</param>
internal sealed partial record ScriptFinding(
    string Path, int Line, int Column, string Severity, string? Code, string Message)
{
    public const string Error = "error";

    public const string Warning = "warning";

    public const string Note = "note";

    private const string Indent = "\n    ";

    /// <summary>The line of the end, from 1; 0 when it is not known.</summary>
    public int EndLine { get; init; }

    /// <summary>The column behind the last character, from 1.</summary>
    public int EndColumn { get; init; }

    /// <summary>What to do; null when only the message says it.</summary>
    public string? Hint { get; init; }

    public bool IsError => Severity == Error;

    /// <summary>The finding at the beginning of a text such as <c>web/recipes/default.csx:3:1</c>.</summary>
    public static ScriptFinding At(string place, string severity, string? code, string message) =>
        PlacePattern().Match(place) is { Success: true } found
            ? new(
                found.Groups["path"].Value,
                int.Parse(found.Groups["line"].Value, CultureInfo.InvariantCulture),
                int.Parse(found.Groups["column"].Value, CultureInfo.InvariantCulture),
                severity, code, message)
            : new(place, 0, 0, severity, code, message);

    /// <summary>Reads an error back from the message of an exception. Lines that are indented are hints.</summary>
    public static IReadOnlyList<ScriptFinding> Parse(string message) =>
        [.. LinePattern().Split(message).Where(text => text.Length > 0).Select(ParseOne)];

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Path}{(Line == 0 ? "" : $":{Line}:{Column}")}: {Severity}{(Code is null ? "" : $" {Code}")}: {Message}{(Hint is null ? "" : Indent + Hint)}");

    private static ScriptFinding ParseOne(string text)
    {
        var found = FindingPattern().Match(text);
        return found.Success
            ? At(found.Groups["place"].Value,
                found.Groups["severity"] is { Success: true, Value: var severity } ? severity : Error,
                found.Groups["code"] is { Success: true, Value: var code } ? code : null,
                found.Groups["message"].Value)
            : new ScriptFinding("", 0, 0, Error, null, text);
    }

    [GeneratedRegex(@"^(?<path>.*?):(?<line>\d+):(?<column>\d+)$", RegexOptions.Singleline)]
    private static partial Regex PlacePattern();

    [GeneratedRegex(@"\n(?! )")]
    private static partial Regex LinePattern();

    [GeneratedRegex(
        @"^(?<place>[^\n]*?): (?<severity>error|warning|note)( (?<code>\w+))?: (?<message>.*)$|^(?<place>[^\n]*?:\d+:\d+): (?<message>.*)$",
        RegexOptions.Singleline)]
    private static partial Regex FindingPattern();
}
